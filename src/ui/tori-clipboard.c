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

/* --- Reading: HTML first, because its cells are certain --- */

/* More than any table that somebody copies by hand. */
#define MOST_BYTES (64 * 1024 * 1024)

static void
text_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);

  if (text == NULL && error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, tori_cells_new_from_tsv (text == NULL ? "" : text),
                           (GDestroyNotify) tori_cells_free);
}

static void
read_text (GTask *task)
{
  gdk_clipboard_read_text_async (g_task_get_source_object (task), NULL, text_cb, task);
}

static void
bytes_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  GMemoryOutputStream *memory = g_task_get_task_data (task);
  ToriCells *cells = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL) >= 0
      && g_memory_output_stream_get_data_size (memory) <= MOST_BYTES)
    cells = tori_cells_new_from_html (g_memory_output_stream_get_data (memory),
                                      g_memory_output_stream_get_data_size (memory));
  if (cells == NULL || tori_cells_get_n_rows (cells) == 0)
    {
      tori_cells_free (cells);
      read_text (task); /* a page without a table */
      return;
    }
  g_task_return_pointer (task, cells, (GDestroyNotify) tori_cells_free);
  g_object_unref (task);
}

static void
html_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, NULL);
  GOutputStream *memory;

  if (stream == NULL)
    {
      read_text (task);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_task_set_task_data (task, memory, g_object_unref);
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT, NULL,
                                bytes_cb, task);
}

/**
 * tori_clipboard_read_cells_async:
 * @clipboard: a clipboard
 * @callback: called when its cells are there
 * @data: for @callback
 */
void
tori_clipboard_read_cells_async (GdkClipboard *clipboard, GAsyncReadyCallback callback, gpointer data)
{
  static const char *html[] = { "text/html", NULL };
  GTask *task = g_task_new (clipboard, NULL, callback, data);

  gdk_clipboard_read_async (clipboard, html, G_PRIORITY_DEFAULT, NULL, html_cb, task);
}

/**
 * tori_clipboard_read_cells_finish:
 * @clipboard: a clipboard
 * @result: what the callback got
 * @error: why there are none
 *
 * Returns: (transfer full) (nullable): the cells
 */
ToriCells *
tori_clipboard_read_cells_finish (GdkClipboard *clipboard, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
