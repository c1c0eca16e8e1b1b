/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-schedule-grid-lanes.h"

G_BEGIN_DECLS

#define TORI_TYPE_SCHEDULE_GRID_ROW (tori_schedule_grid_row_get_type ())

G_DECLARE_FINAL_TYPE (ToriScheduleGridRow, tori_schedule_grid_row, TORI, SCHEDULE_GRID_ROW, GtkWidget)

GtkWidget *tori_schedule_grid_row_new (ToriHistory *history, ToriItem *item);
ToriItem *tori_schedule_grid_row_get_item (ToriScheduleGridRow *self);
ToriScheduleGridLanes *tori_schedule_grid_row_get_lanes (ToriScheduleGridRow *self);
void tori_schedule_grid_row_set_years (ToriScheduleGridRow *self, int first, int last, int year);
void tori_schedule_grid_row_update_place (ToriScheduleGridRow *self);
void tori_schedule_grid_row_focus_text (ToriScheduleGridRow *self);

G_END_DECLS
