/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-plan.h"

G_BEGIN_DECLS

#define TORI_TYPE_SCHEDULE_GRID_YEARS (tori_schedule_grid_years_get_type ())

G_DECLARE_FINAL_TYPE (ToriScheduleGridYears, tori_schedule_grid_years, TORI, SCHEDULE_GRID_YEARS, GtkWidget)

GtkWidget *tori_schedule_grid_years_new (void);
void
tori_schedule_grid_years_set (ToriScheduleGridYears *self, ToriPlan *plan, int first, int last, int year);

G_END_DECLS
