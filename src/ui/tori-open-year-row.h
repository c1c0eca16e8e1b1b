/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-history.h"

G_BEGIN_DECLS

#define TORI_TYPE_OPEN_YEAR_ROW (tori_open_year_row_get_type ())

G_DECLARE_FINAL_TYPE (ToriOpenYearRow, tori_open_year_row, TORI, OPEN_YEAR_ROW, AdwEntryRow)

GtkWidget *
tori_open_year_row_new (ToriHistory *history, gpointer record, const char *property, const char *title);

G_END_DECLS
