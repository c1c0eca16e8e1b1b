/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-history.h"

G_BEGIN_DECLS

#define TORI_TYPE_TEXT_ROW (tori_text_row_get_type ())

G_DECLARE_FINAL_TYPE (ToriTextRow, tori_text_row, TORI, TEXT_ROW, AdwEntryRow)

GtkWidget *tori_text_row_new (ToriHistory *history, gpointer record, const char *property, const char *title);
ToriRecord *tori_text_row_get_record (ToriTextRow *self);

G_END_DECLS
