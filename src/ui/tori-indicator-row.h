/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-editor-row.h"

G_BEGIN_DECLS

#define TORI_TYPE_INDICATOR_ROW (tori_indicator_row_get_type ())
G_DECLARE_FINAL_TYPE (ToriIndicatorRow, tori_indicator_row, TORI, INDICATOR_ROW, ToriEditorRow)

ToriEditorRow *tori_indicator_row_new (ToriEditorSubject *subject);
GtkWidget *tori_indicator_row_get_field (ToriIndicatorRow *self);

G_END_DECLS
