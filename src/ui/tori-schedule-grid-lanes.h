/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-history.h"
#include "model/tori-item.h"

G_BEGIN_DECLS

#define TORI_TYPE_SCHEDULE_GRID_LANES (tori_schedule_grid_lanes_get_type ())

G_DECLARE_FINAL_TYPE (ToriScheduleGridLanes, tori_schedule_grid_lanes, TORI, SCHEDULE_GRID_LANES, GtkWidget)

GtkWidget *tori_schedule_grid_lanes_new (ToriHistory *history, ToriItem *item);
void tori_schedule_grid_lanes_set_years (ToriScheduleGridLanes *self, int first, int last, int year);
guint tori_schedule_grid_lanes_get_n_lanes (ToriScheduleGridLanes *self);
GtkWidget *tori_schedule_grid_lanes_get_cell (ToriScheduleGridLanes *self, guint lane, int year);
void tori_schedule_grid_lanes_focus (ToriScheduleGridLanes *self, guint lane, int year);

G_END_DECLS
