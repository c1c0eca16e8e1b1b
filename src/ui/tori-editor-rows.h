/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-editor-row.h"

G_BEGIN_DECLS

#define TORI_TYPE_EDITOR_ROWS (tori_editor_rows_get_type ())
G_DECLARE_FINAL_TYPE (ToriEditorRows, tori_editor_rows, TORI, EDITOR_ROWS, AdwBin)

/* Makes a row that shows nothing yet. */
typedef ToriEditorRow *(*ToriEditorRowMaker) (gpointer owner);

GtkWidget *tori_editor_rows_new (ToriEditorRowMaker make, gpointer owner, gboolean never_empty);
void tori_editor_rows_set_list (ToriEditorRows *self, ToriList *list);
ToriEditorRow *tori_editor_rows_get_row (ToriEditorRows *self, guint position);
void tori_editor_rows_follow (ToriEditorRows *self);

G_END_DECLS
