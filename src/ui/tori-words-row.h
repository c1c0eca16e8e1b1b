/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-history.h"

G_BEGIN_DECLS

#define TORI_TYPE_WORDS_ROW (tori_words_row_get_type ())

G_DECLARE_FINAL_TYPE (ToriWordsRow, tori_words_row, TORI, WORDS_ROW, AdwEntryRow)

GtkWidget *
tori_words_row_new (ToriHistory *history, gpointer record, const char *property, const char *title);

G_END_DECLS
