/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/tori-cells.h"

G_BEGIN_DECLS

void tori_clipboard_set_cells (GdkClipboard *clipboard, const ToriCells *cells);

void tori_clipboard_read_cells_async (GdkClipboard *clipboard, GAsyncReadyCallback callback, gpointer data);
ToriCells *tori_clipboard_read_cells_finish (GdkClipboard *clipboard, GAsyncResult *result, GError **error);

G_END_DECLS
