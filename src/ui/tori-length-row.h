/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TORI_TYPE_LENGTH_ROW (tori_length_row_get_type ())

G_DECLARE_FINAL_TYPE (ToriLengthRow, tori_length_row, TORI, LENGTH_ROW, AdwActionRow)

GtkWidget *tori_length_row_new (const char *title, double min, double max);
double tori_length_row_get_length (ToriLengthRow *self);
void tori_length_row_set_length (ToriLengthRow *self, double length);

G_END_DECLS
