/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/tori-cells.h"

G_BEGIN_DECLS

void tori_clipboard_set_cells (GdkClipboard *clipboard, const ToriCells *cells);

G_END_DECLS
