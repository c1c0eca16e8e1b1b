/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-plan.h"

G_BEGIN_DECLS

#define TORI_TYPE_YEAR_ROW (tori_year_row_get_type ())

G_DECLARE_FINAL_TYPE (ToriYearRow, tori_year_row, TORI, YEAR_ROW, AdwActionRow)

int tori_year_row_get_year (ToriYearRow *self);
void tori_year_row_set_year (ToriYearRow *self, int year);

G_END_DECLS
