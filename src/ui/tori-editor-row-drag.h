/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-editor-row.h"

G_BEGIN_DECLS

GtkWidget *tori_editor_row_drag_new (ToriEditorRow *row, const char *tip);

G_END_DECLS
