/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-lanes.h"

G_BEGIN_DECLS

/* Where a span was taken hold of. */
typedef enum
{
  TORI_SCHEDULE_GRID_NOWHERE, /* not at a span: a new one is drawn */
  TORI_SCHEDULE_GRID_START,
  TORI_SCHEDULE_GRID_MIDDLE,
  TORI_SCHEDULE_GRID_END,
} ToriScheduleGridHandle;

/**
 * ToriScheduleGridDrag:
 * @handle: where the span was taken hold of
 * @lane: its lane
 * @position: its place in the lane
 * @origin: the year under the pointer at the beginning
 * @span: the years before the drag, and what the span is otherwise
 * @from: first year if it were dropped now
 * @to: last year if it were dropped now
 *
 * A span on its way under the pointer. Nothing of the plan changes before it is dropped.
 */
typedef struct
{
  ToriScheduleGridHandle handle;
  guint lane;
  guint position;
  int origin;
  ToriSpan span;
  int from;
  int to;
} ToriScheduleGridDrag;

void tori_schedule_grid_drag_begin (
    ToriScheduleGridDrag *self, const ToriLanes *lanes, guint lane, int year, ToriScheduleGridHandle handle);
void tori_schedule_grid_drag_to (ToriScheduleGridDrag *self, int year, int first, int last);

G_END_DECLS
