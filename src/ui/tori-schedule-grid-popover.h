/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-history.h"
#include "model/tori-item.h"

G_BEGIN_DECLS

#define TORI_TYPE_SCHEDULE_GRID_POPOVER (tori_schedule_grid_popover_get_type ())

G_DECLARE_FINAL_TYPE (
    ToriScheduleGridPopover, tori_schedule_grid_popover, TORI, SCHEDULE_GRID_POPOVER, GtkPopover)

GtkWidget *tori_schedule_grid_popover_new (ToriHistory *history, ToriItem *item);
void
tori_schedule_grid_popover_edit (ToriScheduleGridPopover *self, guint lane, int year, int first, int last);
int tori_schedule_grid_popover_get_year (ToriScheduleGridPopover *self);
guint tori_schedule_grid_popover_get_lane (ToriScheduleGridPopover *self);
void tori_schedule_grid_popover_refresh (ToriScheduleGridPopover *self);

G_END_DECLS
