/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-schedule-grid-lanes-private.h"

#include <glib/gi18n.h>

#include "model/tori-edit-lanes.h"
#include "model/tori-year-words.h"
#include "ui/tori-schedule-grid-popover.h"
#include "ui/tori-span-words.h"

/* What keys, buttons and menus do to the span or the lane at the cursor. A change that cannot be is refused
 * with a sentence below the lanes. */

/* Whether these years can be had; says why not. */
static gboolean
check_years (ToriScheduleGridLanes *self, int from, int to)
{
  g_autofree char *year = NULL;
  g_autofree char *message = NULL;

  if (from > to)
    message = g_strdup (_ ("A phase lasts at least one year."));
  else if (from < self->first)
    {
      year = tori_year_words (tori_schedule_grid_lanes_get_plan (self), self->first);
      message = g_strdup_printf (_ ("The plan begins with %s."), year);
    }
  else if (to > self->last)
    {
      year = tori_year_words (tori_schedule_grid_lanes_get_plan (self), self->last);
      message = g_strdup_printf (_ ("The plan ends with %s."), year);
    }
  if (message != NULL)
    tori_schedule_grid_lanes_say (self, message);
  return message == NULL;
}

static gboolean
report (ToriScheduleGridLanes *self, const ToriSpan *in_the_way)
{
  g_autofree char *message = NULL;

  if (in_the_way == NULL)
    return TRUE;
  message = tori_span_words_in_the_way (tori_schedule_grid_lanes_get_plan (self), in_the_way);
  tori_schedule_grid_lanes_say (self, message);
  return FALSE;
}

/* Gives a span other years; the cursor goes along. */
void
tori_schedule_grid_lanes_set_span_years (
    ToriScheduleGridLanes *self, guint lane, guint position, int from, int to)
{
  guint n_spans;
  const ToriSpan *spans = tori_lanes_get_spans (tori_item_get_lanes (self->item), lane, &n_spans);
  const int cursor = self->cursor_year;
  ToriSpan span;

  g_return_if_fail (position < n_spans);

  if (!check_years (self, from, to))
    return;
  span = spans[position];
  span.from = from;
  span.to = to;
  self->cursor_lane = lane;
  self->cursor_year = CLAMP (cursor, from, to);
  if (!report (self, tori_edit_set_span (self->history, self->item, lane, position, &span)))
    self->cursor_year = cursor;
}

static void
change_at_cursor (ToriScheduleGridLanes *self, int from_by, int to_by)
{
  guint position;
  const ToriSpan *span = tori_schedule_grid_lanes_find_span (self, &position);

  if (span != NULL)
    tori_schedule_grid_lanes_set_span_years (self, self->cursor_lane, position, span->from + from_by,
                                             span->to + to_by);
}

static void
stretch_end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  change_at_cursor (TORI_SCHEDULE_GRID_LANES (widget), 0, g_variant_get_int32 (parameter));
}

static void
stretch_start_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  change_at_cursor (TORI_SCHEDULE_GRID_LANES (widget), g_variant_get_int32 (parameter), 0);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const int by = g_variant_get_int32 (parameter);

  change_at_cursor (TORI_SCHEDULE_GRID_LANES (widget), by, by);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ToriScheduleGridLanes *self = TORI_SCHEDULE_GRID_LANES (widget);
  guint position;

  if (tori_schedule_grid_lanes_find_span (self, &position) != NULL)
    tori_edit_remove_span (self->history, self->item, self->cursor_lane, position);
}

/* The cell from which it was opened may be gone: the cursor goes to what it was about, unless the user has
 * gone elsewhere. */
static void
popover_closed_cb (ToriScheduleGridLanes *self, ToriScheduleGridPopover *popover)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (popover)))
    tori_schedule_grid_lanes_focus (self, tori_schedule_grid_popover_get_lane (popover),
                                    tori_schedule_grid_popover_get_year (popover));
}

void
tori_schedule_grid_lanes_show_popover (ToriScheduleGridLanes *self)
{
  if (self->popover == NULL)
    {
      self->popover = tori_schedule_grid_popover_new (self->history, self->item);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }
  tori_schedule_grid_lanes_point (self, self->popover, self->cursor_lane, self->cursor_year);
  tori_schedule_grid_popover_edit (TORI_SCHEDULE_GRID_POPOVER (self->popover), self->cursor_lane,
                                   self->cursor_year, self->first, self->last);
}

gboolean
tori_schedule_grid_lanes_add_span (ToriScheduleGridLanes *self, int from, int to)
{
  const ToriSpan span = { NULL, from, to, TORI_SPAN_PLANNED, NULL };

  return report (self, tori_edit_add_span (self->history, self->item, self->cursor_lane, &span));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ToriScheduleGridLanes *self = TORI_SCHEDULE_GRID_LANES (widget);

  if (tori_schedule_grid_lanes_find_span (self, NULL) != NULL
      || tori_schedule_grid_lanes_add_span (self, self->cursor_year, self->cursor_year))
    tori_schedule_grid_lanes_show_popover (self);
}

static void
add_lane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ToriScheduleGridLanes *self = TORI_SCHEDULE_GRID_LANES (widget);
  const guint lane = self->cursor_lane + 1;

  tori_history_begin (self->history, TORI_STEP_ADD_LANE);
  if (tori_lanes_get_n_lanes (tori_item_get_lanes (self->item)) == 0)
    tori_edit_add_lane (self->history, self->item, 0); /* the one that was only shown */
  self->cursor_lane = lane;
  tori_edit_add_lane (self->history, self->item, lane);
  tori_history_end (self->history);
}

/* The parameter is the lane, or -1 for that of the cursor. */
static void
remove_lane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ToriScheduleGridLanes *self = TORI_SCHEDULE_GRID_LANES (widget);
  const int given = g_variant_get_int32 (parameter);
  const guint lane = given < 0 ? self->cursor_lane : (guint) given;

  if (lane < tori_lanes_get_n_lanes (tori_item_get_lanes (self->item)))
    tori_edit_remove_lane (self->history, self->item, lane);
}

static GMenu *
make_menu (gboolean is_blank)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) spans = g_menu_new ();
  g_autoptr (GMenu) lanes = g_menu_new ();

  /* Translators: menu; a phase is an arrow of the schedule. */
  g_menu_append (spans, is_blank ? _ ("_Add Phase…") : _ ("_Edit Phase…"), "span.edit");
  if (!is_blank)
    g_menu_append (spans, _ ("_Remove Phase"), "span.remove");
  /* Translators: menu; a lane is one of the parallel lines of arrows of a schedule item. */
  g_menu_append (lanes, _ ("Add _Lane Below"), "schedule.add-lane");
  g_menu_append (lanes, _ ("Re_move Lane"), "schedule.remove-lane(-1)");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (spans));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (lanes));
  return menu;
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ToriScheduleGridLanes *self = TORI_SCHEDULE_GRID_LANES (widget);
  g_autoptr (GMenu) menu = make_menu (tori_schedule_grid_lanes_find_span (self, NULL) == NULL);

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (self->menu, widget);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  tori_schedule_grid_lanes_point (self, self->menu, self->cursor_lane, self->cursor_year);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* What can be done to the span or the lane at the cursor. */
void
tori_schedule_grid_lanes_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "span.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "span.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "span.stretch-end", "i", stretch_end_action);
  gtk_widget_class_install_action (widget_class, "span.stretch-start", "i", stretch_start_action);
  gtk_widget_class_install_action (widget_class, "span.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "span.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "schedule.add-lane", NULL, add_lane_action);
  gtk_widget_class_install_action (widget_class, "schedule.remove-lane", "i", remove_lane_action);
}
