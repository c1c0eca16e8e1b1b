/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-schedule-grid-drag.h"

/**
 * tori_schedule_grid_drag_begin:
 * @self: (out caller-allocates): the drag
 * @lanes: (nullable): the lanes as they are
 * @lane: the lane under the pointer
 * @year: the year under the pointer
 * @handle: where on the span the pointer is, if there is a span
 */
void
tori_schedule_grid_drag_begin (
    ToriScheduleGridDrag *self, const ToriLanes *lanes, guint lane, int year, ToriScheduleGridHandle handle)
{
  const ToriSpan *span = tori_lanes_find_span (lanes, lane, year, &self->position);
  const ToriSpan fresh = { NULL, year, year, TORI_SPAN_PLANNED, NULL };

  self->handle = span == NULL ? TORI_SCHEDULE_GRID_NOWHERE : handle;
  self->lane = lane;
  self->origin = year;
  self->span = span == NULL ? fresh : *span;
  self->span.phase = self->span.unknown = NULL; /* not ours, and they may go while the pointer is down */
  self->from = self->span.from;
  self->to = self->span.to;
}

/**
 * tori_schedule_grid_drag_to:
 * @self: a drag
 * @year: the year under the pointer
 * @first: the first year in which a span may begin
 * @last: the last year in which a span may end
 *
 * The pointer is over another year: reckons where the span would be.
 */
void
tori_schedule_grid_drag_to (ToriScheduleGridDrag *self, int year, int first, int last)
{
  int by = year - self->origin;

  switch (self->handle)
    {
    case TORI_SCHEDULE_GRID_NOWHERE:
      self->from = MIN (self->origin, year);
      self->to = MAX (self->origin, year);
      return;
    case TORI_SCHEDULE_GRID_START: self->from = MIN (year, self->span.to); return;
    case TORI_SCHEDULE_GRID_END: self->to = MAX (year, self->span.from); return;
    case TORI_SCHEDULE_GRID_MIDDLE:
      by = CLAMP (by, first - self->span.from, last - self->span.to);
      self->from = self->span.from + by;
      self->to = self->span.to + by;
      return;
    default: g_assert_not_reached ();
    }
}
