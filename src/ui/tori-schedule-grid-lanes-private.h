/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-schedule-grid-columns.h"
#include "ui/tori-schedule-grid-drag.h"
#include "ui/tori-schedule-grid-lanes.h"

G_BEGIN_DECLS

struct _ToriScheduleGridLanes
{
  GtkWidget parent_instance;

  ToriHistory *history;
  ToriItem *item;
  int first;
  int last;
  int year;

  GPtrArray *cells;   /* children, by lane and year */
  GPtrArray *buttons; /* children, one a lane */
  GArray *tops;       /* int: where each lane begins, and where the last one ends */
  GtkWidget *message;
  GtkWidget *popover;
  GtkWidget *menu;

  guint cursor_lane;
  int cursor_year;

  ToriScheduleGridDrag drag;
  gboolean dragging;
};

ToriPlan *tori_schedule_grid_lanes_get_plan (ToriScheduleGridLanes *self);
ToriScheduleGridColumns tori_schedule_grid_lanes_get_columns (ToriScheduleGridLanes *self);
const ToriSpan *tori_schedule_grid_lanes_find_span (ToriScheduleGridLanes *self, guint *position);
void tori_schedule_grid_lanes_say (ToriScheduleGridLanes *self, const char *message);
void tori_schedule_grid_lanes_point (ToriScheduleGridLanes *self, GtkWidget *popover, guint lane, int year);

void tori_schedule_grid_lanes_install_actions (GtkWidgetClass *widget_class);
gboolean tori_schedule_grid_lanes_add_span (ToriScheduleGridLanes *self, int from, int to);
void tori_schedule_grid_lanes_set_span_years (
    ToriScheduleGridLanes *self, guint lane, guint position, int from, int to);
void tori_schedule_grid_lanes_show_popover (ToriScheduleGridLanes *self);

void tori_schedule_grid_lanes_add_pointer (ToriScheduleGridLanes *self);

G_END_DECLS
