/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-schedule-grid-lanes-private.h"

/* The pointer on the lanes: dragging draws, stretches and moves spans. */

#define HANDLE 12 /* pixels at the ends of an arrow by which it is stretched */
#define DRAG_THRESHOLD 6

static gboolean
find_lane (ToriScheduleGridLanes *self, double y, guint *lane)
{
  for (guint i = 0; i + 1 < self->tops->len; i++)
    if (g_array_index (self->tops, int, i) <= y && y < g_array_index (self->tops, int, i + 1))
      {
        *lane = i;
        return TRUE;
      }
  return FALSE;
}

/* What is under the pointer; FALSE when it is not over the years. */
static gboolean
find_place (
    ToriScheduleGridLanes *self, double x, double y, guint *lane, int *year, ToriScheduleGridHandle *handle)
{
  const ToriScheduleGridColumns columns = tori_schedule_grid_lanes_get_columns (self);
  const ToriSpan *span;
  int left, width, grip;
  double from_start;

  x = columns.mirrored ? x - columns.margin : x;
  if (x < 0 || x >= columns.width || !find_lane (self, y, lane))
    return FALSE;
  x = columns.mirrored ? x + columns.margin : x;
  *year = tori_schedule_grid_columns_find (&columns, x);
  *handle = TORI_SCHEDULE_GRID_NOWHERE;
  span = tori_lanes_find_span (tori_item_get_lanes (self->item), *lane, *year, NULL);
  if (span == NULL)
    return TRUE;
  tori_schedule_grid_columns_place (&columns, span->from, span->to, &left, &width);
  grip = MIN (HANDLE, width / 3);
  from_start = columns.mirrored ? left + width - x : x - left;
  *handle = from_start < grip           ? TORI_SCHEDULE_GRID_START
            : from_start > width - grip ? TORI_SCHEDULE_GRID_END
                                        : TORI_SCHEDULE_GRID_MIDDLE;
  return TRUE;
}

static void
drag_begin_cb (ToriScheduleGridLanes *self, double x, double y, GtkGesture *gesture)
{
  ToriScheduleGridHandle handle;
  guint lane;
  int year;

  self->dragging = FALSE;
  if (!find_place (self, x, y, &lane, &year, &handle))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  tori_schedule_grid_drag_begin (&self->drag, tori_item_get_lanes (self->item), lane, year, handle);
  tori_schedule_grid_lanes_focus (self, lane, year);
}

static void
drag_update_cb (ToriScheduleGridLanes *self, double by_x, double by_y, GtkGesture *gesture)
{
  const ToriScheduleGridColumns columns = tori_schedule_grid_lanes_get_columns (self);
  double x, y;

  if (!self->dragging && ABS (by_x) < DRAG_THRESHOLD)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->dragging = TRUE;
  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  tori_schedule_grid_drag_to (&self->drag, tori_schedule_grid_columns_find (&columns, x + by_x), self->first,
                              self->last);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (ToriScheduleGridLanes *self)
{
  const ToriScheduleGridDrag *drag = &self->drag;

  if (!self->dragging)
    return;
  self->dragging = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (drag->handle != TORI_SCHEDULE_GRID_NOWHERE)
    tori_schedule_grid_lanes_set_span_years (self, drag->lane, drag->position, drag->from, drag->to);
  else if (tori_schedule_grid_lanes_add_span (self, drag->from, drag->to))
    tori_schedule_grid_lanes_show_popover (self);
}

static void
drag_cancel_cb (ToriScheduleGridLanes *self)
{
  self->dragging = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pressed_cb (ToriScheduleGridLanes *self, int n_press, double x, double y, GtkGesture *gesture)
{
  const gboolean is_menu = gdk_event_triggers_context_menu (
      gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture)));
  ToriScheduleGridHandle handle;
  guint lane;
  int year;

  if ((!is_menu && n_press != 2) || !find_place (self, x, y, &lane, &year, &handle))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  tori_schedule_grid_lanes_focus (self, lane, year);
  gtk_widget_activate_action (GTK_WIDGET (self), is_menu ? "span.menu" : "span.edit", NULL);
}

static void
motion_cb (ToriScheduleGridLanes *self, double x, double y)
{
  static const char *const cursors[] = { "cell", "ew-resize", "grab", "ew-resize" };
  ToriScheduleGridHandle handle;
  guint lane;
  int year;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   find_place (self, x, y, &lane, &year, &handle) ? cursors[handle] : NULL);
}

void
tori_schedule_grid_lanes_add_pointer (ToriScheduleGridLanes *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
