/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-clipboard.h"

#include <string.h>

/**
 * tori_clipboard_set_cells:
 * @clipboard: a clipboard
 * @cells: what is put there
 *
 * Puts cells there as HTML and as text, so that they land in cells of a spreadsheet with their line breaks,
 * as a table in a word processor, and as lines anywhere else.
 */
void
tori_clipboard_set_cells (GdkClipboard *clipboard, const ToriCells *cells)
{
  g_autofree char *tsv = tori_cells_to_tsv (cells);
  char *html = tori_cells_to_html (cells);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *forms[] = { gdk_content_provider_new_for_bytes ("text/html", bytes),
                                  gdk_content_provider_new_typed (G_TYPE_STRING, tsv) };
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));

  gdk_clipboard_set_content (clipboard, provider);
}
