/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-lanes.h"
#include "model/tori-plan.h"

G_BEGIN_DECLS

#define TORI_TYPE_SCHEDULE_GRID_CELL (tori_schedule_grid_cell_get_type ())

G_DECLARE_FINAL_TYPE (ToriScheduleGridCell, tori_schedule_grid_cell, TORI, SCHEDULE_GRID_CELL, GtkWidget)

GtkWidget *tori_schedule_grid_cell_new_span (ToriPlan *plan, const ToriSpan *span);
GtkWidget *tori_schedule_grid_cell_new_blank (ToriPlan *plan, int year, gboolean is_gap);
void tori_schedule_grid_cell_set_lane (ToriScheduleGridCell *self, guint lane, guint n_lanes);
guint tori_schedule_grid_cell_get_lane (ToriScheduleGridCell *self);
int tori_schedule_grid_cell_get_from (ToriScheduleGridCell *self);
int tori_schedule_grid_cell_get_to (ToriScheduleGridCell *self);
gboolean tori_schedule_grid_cell_is_blank (ToriScheduleGridCell *self);

G_END_DECLS
