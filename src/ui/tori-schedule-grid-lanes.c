/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-schedule-grid-lanes.h"

#include <glib/gi18n.h>

#include "ui/tori-arrow.h"
#include "ui/tori-reason.h"
#include "ui/tori-schedule-grid-cell.h"
#include "ui/tori-schedule-grid-lanes-private.h"
#include "ui/tori-schedule-grid-popover.h"

/*
 * The lanes of one schedule item: a line of cells each, over the years. Its cells are made anew whenever the
 * item's lanes change, by whatever; the cursor, which is the focus on a cell, stays at its lane and year. Tab
 * comes to the cursor and leaves from there; the arrow keys move it. An item without lanes is shown with an
 * empty one, which comes into being when something is drawn in it.
 */

G_DEFINE_FINAL_TYPE (ToriScheduleGridLanes, tori_schedule_grid_lanes, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

ToriPlan *
tori_schedule_grid_lanes_get_plan (ToriScheduleGridLanes *self)
{
  return tori_history_get_plan (self->history);
}

const ToriSpan *
tori_schedule_grid_lanes_find_span (ToriScheduleGridLanes *self, guint *position)
{
  return tori_lanes_find_span (tori_item_get_lanes (self->item), self->cursor_lane, self->cursor_year,
                               position);
}

ToriScheduleGridColumns
tori_schedule_grid_lanes_get_columns (ToriScheduleGridLanes *self)
{
  return tori_schedule_grid_columns_new (GTK_WIDGET (self), self->first, self->last,
                                         gtk_widget_get_width (GTK_WIDGET (self)));
}

void
tori_schedule_grid_lanes_say (ToriScheduleGridLanes *self, const char *message)
{
  gtk_label_set_text (GTK_LABEL (self->message), message);
  gtk_widget_set_visible (self->message, *message != '\0');
  if (*message != '\0')
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* --- Cells --- */

static void
add_cell (ToriScheduleGridLanes *self, GtkWidget *cell, guint lane)
{
  tori_schedule_grid_cell_set_lane (TORI_SCHEDULE_GRID_CELL (cell), lane,
                                    tori_schedule_grid_lanes_get_n_lanes (self));
  gtk_widget_insert_before (cell, GTK_WIDGET (self), self->message);
  g_ptr_array_add (self->cells, cell);
}

static void
add_cells (ToriScheduleGridLanes *self, guint lane)
{
  guint n_spans, next = 0;
  const ToriSpan *spans = tori_lanes_get_spans (tori_item_get_lanes (self->item), lane, &n_spans);

  for (int year = self->first; year <= self->last; year++)
    {
      while (next < n_spans && spans[next].to < year)
        next++;
      if (next < n_spans && spans[next].from <= year)
        {
          add_cell (self,
                    tori_schedule_grid_cell_new_span (tori_schedule_grid_lanes_get_plan (self), &spans[next]),
                    lane);
          year = spans[next].to;
        }
      else
        add_cell (self,
                  tori_schedule_grid_cell_new_blank (tori_schedule_grid_lanes_get_plan (self), year,
                                                     next > 0 && next < n_spans),
                  lane);
    }
}

static void
add_button (ToriScheduleGridLanes *self, guint lane)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  guint n_spans;

  tori_lanes_get_spans (tori_item_get_lanes (self->item), lane, &n_spans);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "dim-label");
  /* The keyboard removes a lane from its cells; one more stop for each lane would only be in the way. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, n_spans > 0 || tori_schedule_grid_lanes_get_n_lanes (self) > 1);
  gtk_widget_set_tooltip_text (button, _ ("Remove lane"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
      /* Translators: button; removes one of the parallel lines of a schedule item. */
      _ ("Remove lane"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "schedule.remove-lane");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) lane);
  gtk_widget_insert_before (button, GTK_WIDGET (self), self->message);
  g_ptr_array_add (self->buttons, button);
}

static void
remove_children (ToriScheduleGridLanes *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (self->cells->pdata[i]);
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_unparent (self->buttons->pdata[i]);
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->buttons, 0);
}

static gboolean
has_cursor (ToriScheduleGridLanes *self)
{
  return TORI_IS_SCHEDULE_GRID_CELL (gtk_widget_get_focus_child (GTK_WIDGET (self)));
}

static void
refresh (ToriScheduleGridLanes *self)
{
  const gboolean had_cursor = has_cursor (self);

  self->dragging = FALSE;
  remove_children (self);
  if (self->first == 0)
    return;
  for (guint i = 0; i < tori_schedule_grid_lanes_get_n_lanes (self); i++)
    {
      add_cells (self, i);
      add_button (self, i);
    }
  if (had_cursor)
    tori_schedule_grid_lanes_focus (self, self->cursor_lane, self->cursor_year);
  if (self->popover != NULL && gtk_widget_get_visible (self->popover))
    tori_schedule_grid_popover_refresh (TORI_SCHEDULE_GRID_POPOVER (self->popover));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- Place and picture --- */

static GtkSizeRequestMode
tori_schedule_grid_lanes_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_lane (ToriScheduleGridLanes *self, guint lane, const ToriScheduleGridColumns *columns)
{
  int height, x, width;

  gtk_widget_measure (self->buttons->pdata[lane], GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  for (guint i = 0; i < self->cells->len; i++)
    {
      ToriScheduleGridCell *cell = self->cells->pdata[i];
      int minimum;

      if (tori_schedule_grid_cell_get_lane (cell) != lane)
        continue;
      tori_schedule_grid_columns_place (columns, tori_schedule_grid_cell_get_from (cell),
                                        tori_schedule_grid_cell_get_to (cell), &x, &width);
      gtk_widget_measure (GTK_WIDGET (cell), GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
      height = MAX (height, minimum);
    }
  return height;
}

static void
tori_schedule_grid_lanes_measure (GtkWidget *widget,
                                  GtkOrientation orientation,
                                  int for_size,
                                  int *minimum,
                                  int *natural,
                                  int *minimum_baseline,
                                  int *natural_baseline)
{
  ToriScheduleGridLanes *self = TORI_SCHEDULE_GRID_LANES (widget);
  ToriScheduleGridColumns columns;
  const int least = tori_schedule_grid_columns_get_minimum (widget, self->first, self->last);
  const int enough = tori_schedule_grid_columns_get_natural (widget, self->first, self->last);
  const int width = for_size < 0 ? enough : MAX (least, for_size);
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = enough;
      return;
    }
  columns = tori_schedule_grid_columns_new (widget, self->first, self->last, width);
  if (gtk_widget_get_visible (self->message))
    gtk_widget_measure (self->message, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  for (guint i = 0; i < self->buttons->len; i++)
    height += measure_lane (self, i, &columns);
  *minimum = *natural = height;
}

void
tori_schedule_grid_lanes_point (ToriScheduleGridLanes *self, GtkWidget *popover, guint lane, int year)
{
  GtkWidget *cell = tori_schedule_grid_lanes_get_cell (self, lane, year);
  const ToriScheduleGridColumns columns = tori_schedule_grid_lanes_get_columns (self);
  GdkRectangle place = { 0 };

  if (cell == NULL || lane + 1 >= self->tops->len)
    return;
  tori_schedule_grid_columns_place (
      &columns, tori_schedule_grid_cell_get_from (TORI_SCHEDULE_GRID_CELL (cell)),
      tori_schedule_grid_cell_get_to (TORI_SCHEDULE_GRID_CELL (cell)), &place.x, &place.width);
  place.y = g_array_index (self->tops, int, lane);
  place.height = g_array_index (self->tops, int, lane + 1) - place.y;
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
}

static void
tori_schedule_grid_lanes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ToriScheduleGridLanes *self = TORI_SCHEDULE_GRID_LANES (widget);
  const ToriScheduleGridColumns columns = tori_schedule_grid_lanes_get_columns (self);
  int top = 0;

  g_array_set_size (self->tops, 0);
  g_array_append_val (self->tops, top);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      top += measure_lane (self, i, &columns);
      g_array_append_val (self->tops, top);
      top = g_array_index (self->tops, int, i);
      gtk_widget_size_allocate (self->buttons->pdata[i],
                                &(GtkAllocation){ columns.mirrored ? 0 : columns.width, top, columns.margin,
                                                  g_array_index (self->tops, int, i + 1) - top },
                                -1);
      top = g_array_index (self->tops, int, i + 1);
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      ToriScheduleGridCell *cell = self->cells->pdata[i];
      const guint lane = tori_schedule_grid_cell_get_lane (cell);
      GtkAllocation place = { .y = g_array_index (self->tops, int, lane) };

      place.height = g_array_index (self->tops, int, lane + 1) - place.y;
      tori_schedule_grid_columns_place (&columns, tori_schedule_grid_cell_get_from (cell),
                                        tori_schedule_grid_cell_get_to (cell), &place.x, &place.width);
      gtk_widget_size_allocate (GTK_WIDGET (cell), &place, -1);
    }
  if (gtk_widget_get_visible (self->message))
    gtk_widget_size_allocate (self->message, &(GtkAllocation){ 0, top, width, MAX (height - top, 0) }, -1);
  if (self->popover != NULL && gtk_widget_get_visible (self->popover))
    {
      ToriScheduleGridPopover *popover = TORI_SCHEDULE_GRID_POPOVER (self->popover);

      tori_schedule_grid_lanes_point (self, self->popover, tori_schedule_grid_popover_get_lane (popover),
                                      tori_schedule_grid_popover_get_year (popover));
      gtk_popover_present (GTK_POPOVER (self->popover));
    }
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
draw_rectangle (GtkSnapshot *snapshot, const GdkRGBA *color, int x, int y, int width, int height)
{
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/* The shown year, and the edges of the cells: none runs through an arrow. */
static void
draw_columns (ToriScheduleGridLanes *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  const ToriScheduleGridColumns columns = tori_schedule_grid_lanes_get_columns (self);
  const int bottom = g_array_index (self->tops, int, self->tops->len - 1);
  const int left = columns.mirrored ? columns.margin : 0;
  GdkRGBA line = *color, mark = *color;
  int x, width;

  line.alpha *= 0.15f;
  mark.alpha *= 0.07f;
  tori_schedule_grid_columns_place (&columns, self->year, self->year, &x, &width);
  draw_rectangle (snapshot, &mark, x, 0, width, bottom);
  for (guint i = 0; i < self->cells->len; i++)
    {
      ToriScheduleGridCell *cell = self->cells->pdata[i];
      const int top = g_array_index (self->tops, int, tori_schedule_grid_cell_get_lane (cell));
      const int end = g_array_index (self->tops, int, tori_schedule_grid_cell_get_lane (cell) + 1);

      tori_schedule_grid_columns_place (&columns, tori_schedule_grid_cell_get_from (cell),
                                        tori_schedule_grid_cell_get_to (cell), &x, &width);
      draw_rectangle (snapshot, &line, x, top, 1, end - top);
    }
  draw_rectangle (snapshot, &line, left + columns.width, 0, 1, bottom);
  for (guint i = 0; i < self->tops->len; i++)
    draw_rectangle (snapshot, &line, left, g_array_index (self->tops, int, i), columns.width, 1);
}

/* The span on its way under the pointer, over what is there now. */
static void
draw_drag (ToriScheduleGridLanes *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  const ToriScheduleGridColumns columns = tori_schedule_grid_lanes_get_columns (self);
  const int top = g_array_index (self->tops, int, self->drag.lane);
  const int bottom = g_array_index (self->tops, int, self->drag.lane + 1);
  GdkRGBA ring = *color;
  int x, width;

  tori_schedule_grid_columns_place (&columns, self->drag.from, self->drag.to, &x, &width);
  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color", &ring);
  tori_arrow_snapshot (snapshot,
                       &GRAPHENE_RECT_INIT ((float) x, (float) top, (float) width, (float) (bottom - top)),
                       TORI_SPAN_PLANNED, &ring, gtk_widget_get_direction (GTK_WIDGET (self)));
}

static void
tori_schedule_grid_lanes_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ToriScheduleGridLanes *self = TORI_SCHEDULE_GRID_LANES (widget);
  GdkRGBA color;

  if (self->tops->len == 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  draw_columns (self, snapshot, &color);
  GTK_WIDGET_CLASS (tori_schedule_grid_lanes_parent_class)->snapshot (widget, snapshot);
  if (self->dragging)
    draw_drag (self, snapshot, &color);
}

/* --- The cursor --- */

static void
tori_schedule_grid_lanes_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  ToriScheduleGridLanes *self = TORI_SCHEDULE_GRID_LANES (widget);

  GTK_WIDGET_CLASS (tori_schedule_grid_lanes_parent_class)->set_focus_child (widget, child);
  if (TORI_IS_SCHEDULE_GRID_CELL (child))
    {
      ToriScheduleGridCell *cell = TORI_SCHEDULE_GRID_CELL (child);

      self->cursor_lane = tori_schedule_grid_cell_get_lane (cell);
      self->cursor_year = CLAMP (self->cursor_year, tori_schedule_grid_cell_get_from (cell),
                                 tori_schedule_grid_cell_get_to (cell));
    }
}

static gboolean
tori_schedule_grid_lanes_focus_vfunc (GtkWidget *widget, GtkDirectionType direction)
{
  ToriScheduleGridLanes *self = TORI_SCHEDULE_GRID_LANES (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->cells->len == 0)
    return FALSE;
  tori_schedule_grid_lanes_focus (self, self->cursor_lane, self->cursor_year);
  return TRUE;
}

static gboolean
tori_schedule_grid_lanes_grab_focus (GtkWidget *widget)
{
  ToriScheduleGridLanes *self = TORI_SCHEDULE_GRID_LANES (widget);

  tori_schedule_grid_lanes_focus (self, self->cursor_lane, self->cursor_year);
  return self->cells->len > 0;
}

static void
year_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ToriScheduleGridLanes *self = TORI_SCHEDULE_GRID_LANES (widget);
  GtkWidget *cell = tori_schedule_grid_lanes_get_cell (self, self->cursor_lane, self->cursor_year);
  const int by = g_variant_get_int32 (parameter);
  int edge;

  if (cell == NULL)
    return;
  edge = by < 0 ? tori_schedule_grid_cell_get_from (TORI_SCHEDULE_GRID_CELL (cell))
                : tori_schedule_grid_cell_get_to (TORI_SCHEDULE_GRID_CELL (cell));
  tori_schedule_grid_lanes_focus (self, self->cursor_lane, edge + by);
}

static void
lane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ToriScheduleGridLanes *self = TORI_SCHEDULE_GRID_LANES (widget);
  const int by = g_variant_get_int32 (parameter);
  const int lane = (int) self->cursor_lane + by;

  if (lane < 0 || lane >= (int) tori_schedule_grid_lanes_get_n_lanes (self))
    g_signal_emit (self, signals[SIGNAL_LEAVE], 0, by, self->cursor_year);
  else
    tori_schedule_grid_lanes_focus (self, (guint) lane, self->cursor_year);
}

/* --- The class --- */

/* GTK 4.8 keeps a popover for good that is open when it loses its parent. */
static void
remove_popover (GtkWidget **popover)
{
  if (*popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (*popover));
  g_clear_pointer (popover, gtk_widget_unparent);
}

static void
tori_schedule_grid_lanes_dispose (GObject *object)
{
  ToriScheduleGridLanes *self = TORI_SCHEDULE_GRID_LANES (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  remove_children (self);
  remove_popover (&self->popover);
  remove_popover (&self->menu);
  g_clear_pointer (&self->message, gtk_widget_unparent);
  g_clear_object (&self->history);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (tori_schedule_grid_lanes_parent_class)->dispose (object);
}

static void
tori_schedule_grid_lanes_finalize (GObject *object)
{
  ToriScheduleGridLanes *self = TORI_SCHEDULE_GRID_LANES (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->buttons);
  g_array_unref (self->tops);

  G_OBJECT_CLASS (tori_schedule_grid_lanes_parent_class)->finalize (object);
}

static void
tori_schedule_grid_lanes_class_init (ToriScheduleGridLanesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tori_schedule_grid_lanes_dispose;
  G_OBJECT_CLASS (klass)->finalize = tori_schedule_grid_lanes_finalize;
  widget_class->get_request_mode = tori_schedule_grid_lanes_get_request_mode;
  widget_class->measure = tori_schedule_grid_lanes_measure;
  widget_class->size_allocate = tori_schedule_grid_lanes_size_allocate;
  widget_class->snapshot = tori_schedule_grid_lanes_snapshot;
  widget_class->set_focus_child = tori_schedule_grid_lanes_set_focus_child;
  widget_class->focus = tori_schedule_grid_lanes_focus_vfunc;
  widget_class->grab_focus = tori_schedule_grid_lanes_grab_focus;

  /* ToriScheduleGridLanes::leave: the cursor would go beyond the first (-1) or last lane (1); the year. */
  signals[SIGNAL_LEAVE] = g_signal_new ("leave", TORI_TYPE_SCHEDULE_GRID_LANES, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_install_action (widget_class, "cell.year", "i", year_action);
  gtk_widget_class_install_action (widget_class, "cell.lane", "i", lane_action);
  tori_schedule_grid_lanes_install_actions (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tori_schedule_grid_lanes_init (ToriScheduleGridLanes *self)
{
  self->cells = g_ptr_array_new ();
  self->buttons = g_ptr_array_new ();
  self->tops = g_array_new (FALSE, FALSE, sizeof (int));
  self->message = tori_reason_new ();
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));
  tori_schedule_grid_lanes_add_pointer (self);
}

/**
 * tori_schedule_grid_lanes_new:
 * @history: the history of the plan
 * @item: one of the plan's schedule items
 *
 * Returns: (transfer floating): the lanes of the item, to be given years
 */
GtkWidget *
tori_schedule_grid_lanes_new (ToriHistory *history, ToriItem *item)
{
  ToriScheduleGridLanes *self = g_object_new (TORI_TYPE_SCHEDULE_GRID_LANES, NULL);

  self->history = g_object_ref (history);
  self->item = g_object_ref (item);
  g_signal_connect_swapped (item, "notify::lanes", G_CALLBACK (refresh), self);
  return GTK_WIDGET (self);
}

/**
 * tori_schedule_grid_lanes_set_years:
 * @self: the lanes
 * @first: the first year to show
 * @last: the last year to show
 * @year: the year to mark
 */
void
tori_schedule_grid_lanes_set_years (ToriScheduleGridLanes *self, int first, int last, int year)
{
  g_return_if_fail (TORI_IS_SCHEDULE_GRID_LANES (self));
  g_return_if_fail (first <= last);

  if (self->year != year)
    self->cursor_year = year;
  self->first = first;
  self->last = last;
  self->year = year;
  refresh (self);
}

/**
 * tori_schedule_grid_lanes_get_n_lanes:
 * @self: the lanes
 *
 * Returns: how many lanes are shown, at least one
 */
guint
tori_schedule_grid_lanes_get_n_lanes (ToriScheduleGridLanes *self)
{
  g_return_val_if_fail (TORI_IS_SCHEDULE_GRID_LANES (self), 0);

  return MAX (tori_lanes_get_n_lanes (tori_item_get_lanes (self->item)), 1);
}

/**
 * tori_schedule_grid_lanes_get_cell:
 * @self: the lanes
 * @lane: a lane
 * @year: a year
 *
 * Returns: (transfer none) (nullable): the #ToriScheduleGridCell of that year
 */
GtkWidget *
tori_schedule_grid_lanes_get_cell (ToriScheduleGridLanes *self, guint lane, int year)
{
  g_return_val_if_fail (TORI_IS_SCHEDULE_GRID_LANES (self), NULL);

  for (guint i = 0; i < self->cells->len; i++)
    {
      ToriScheduleGridCell *cell = self->cells->pdata[i];

      if (tori_schedule_grid_cell_get_lane (cell) == lane && tori_schedule_grid_cell_get_from (cell) <= year
          && year <= tori_schedule_grid_cell_get_to (cell))
        return GTK_WIDGET (cell);
    }
  return NULL;
}

/**
 * tori_schedule_grid_lanes_focus:
 * @self: the lanes
 * @lane: a lane, or the nearest one is taken
 * @year: a year, or the nearest one is taken
 *
 * Puts the cursor there.
 */
void
tori_schedule_grid_lanes_focus (ToriScheduleGridLanes *self, guint lane, int year)
{
  GtkWidget *cell;

  g_return_if_fail (TORI_IS_SCHEDULE_GRID_LANES (self));

  self->cursor_lane = MIN (lane, tori_schedule_grid_lanes_get_n_lanes (self) - 1);
  self->cursor_year = CLAMP (year, self->first, self->last);
  tori_schedule_grid_lanes_say (self, "");
  cell = tori_schedule_grid_lanes_get_cell (self, self->cursor_lane, self->cursor_year);
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}
