/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-schedule-grid.h"

#include <adwaita.h>

#include "model/tori-pillar.h"
#include "support/tori-test-build.h"
#include "tori-test-input.h"
#include "tori-test-schedule.h"
#include "tori-test-window.h"
#include "ui/tori-schedule-grid-cell.h"

static void
act (ToriTestSchedule *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (tori_test_get_focus (fixture), action, NULL));
}

static void
act_by (ToriTestSchedule *fixture, const char *action, int by)
{
  g_assert_true (gtk_widget_activate_action (tori_test_get_focus (fixture), action, "i", by));
}

/* --- Reading --- */

static void
test_speaks (ToriTestSchedule *fixture, gconstpointer data)
{
  tori_test_assert_spoken (tori_test_get_cell (fixture, 0, 0, 2016), "Consider, FY2016 to FY2017");
  tori_test_assert_spoken (tori_test_get_cell (fixture, 0, 0, 2018), "Gap, FY2018");
  tori_test_assert_spoken (tori_test_get_cell (fixture, 0, 0, 2019), "Carry out, FY2019");
  tori_test_assert_spoken (tori_test_get_cell (fixture, 1, 0, 2018), "Empty, FY2018");
  tori_test_assert_spoken (tori_test_get_lanes (fixture, 0), "Phases of Portal");
  g_assert_true (tori_test_get_cell (fixture, 0, 0, 2016) == tori_test_get_cell (fixture, 0, 0, 2017));
}

static void
test_follows_model (ToriTestSchedule *fixture, gconstpointer data)
{
  const ToriSpan early = { (char *) "Prepare", 2015, 2018, TORI_SPAN_REVISED, NULL };
  g_autoptr (ToriLanes) lanes = tori_lanes_new ();
  ToriScheduleGridRow *row = tori_test_get_row (fixture, 0);
  GtkWidget *text = tori_test_seek (row, GTK_TYPE_ENTRY, 0);

  tori_lanes_insert_lane (lanes, 0);
  tori_lanes_add_span (lanes, 0, &early);
  tori_history_begin (fixture->history, TORI_STEP_SPAN);
  tori_history_set_boxed (fixture->history, fixture->portal, "lanes", lanes);
  tori_history_set_text (fixture->history, fixture->portal, "item", "Web portal");
  tori_history_end (fixture->history);

  /* A year outside of the plan has a column too: nothing of the schedule is hidden. */
  tori_test_assert_spoken (tori_test_get_cell (fixture, 0, 0, 2015), "Prepare, revised, FY2015 to FY2018");
  tori_test_assert_spoken (tori_test_get_cell (fixture, 1, 0, 2015), "Empty, FY2015");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "Web portal");
  tori_test_assert_spoken (tori_test_get_lanes (fixture, 0), "Phases of Web portal");
  g_assert_true (row == tori_test_get_row (fixture, 0));

  tori_history_undo (fixture->history);
  tori_test_assert_spoken (tori_test_get_cell (fixture, 0, 0, 2016), "Consider, FY2016 to FY2017");
  g_assert_null (tori_test_get_cell (fixture, 0, 0, 2015));
}

/* Other rows stay what they are, with the focus in them. */
static void
test_follows_items (ToriTestSchedule *fixture, gconstpointer data)
{
  ToriScheduleGridRow *training = tori_test_get_row (fixture, 1);
  GtkWidget *focus;

  tori_schedule_grid_row_focus_text (training);
  focus = tori_test_get_focus (fixture);
  tori_history_begin (fixture->history, TORI_STEP_REMOVE_ITEM);
  tori_history_splice (fixture->history, tori_initiative_get_schedule (fixture->initiative), 0, 1, NULL, 0);
  tori_history_end (fixture->history);
  g_assert_true (tori_test_get_row (fixture, 0) == training);
  g_assert_null (tori_test_get_row (fixture, 1));
  tori_history_undo (fixture->history);
  g_assert_true (tori_test_get_row (fixture, 1) == training);
  g_assert_true (tori_test_get_focus (fixture) == focus);
}

static void
test_other_initiative (ToriTestSchedule *fixture, gconstpointer data)
{
  ToriPillar *pillar = tori_list_get (tori_plan_get_pillars (fixture->plan), 0);
  ToriInitiative *other =
      tori_test_add (tori_pillar_get_initiatives (pillar), "id", "j", "number", "2", NULL);

  tori_schedule_grid_set (TORI_SCHEDULE_GRID (fixture->grid), fixture->history, other, 2017);
  g_assert_null (tori_test_get_row (fixture, 0));
  g_assert_cmpuint (
      g_signal_handler_find (fixture->initiative, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, fixture->grid), ==,
      0);
  tori_schedule_grid_set (TORI_SCHEDULE_GRID (fixture->grid), NULL, NULL, 0);
  g_assert_null (tori_test_get_row (fixture, 0));
}

/* --- Keys --- */

static void
test_cursor (ToriTestSchedule *fixture, gconstpointer data)
{
  tori_test_put_cursor (fixture, 0, 0, 2016);
  tori_test_key (GDK_KEY_Right, 0);
  tori_test_assert_cursor (fixture, 0, 0, 2018); /* the span is one step */
  tori_test_key (GDK_KEY_Down, 0);
  tori_test_assert_cursor (fixture, 1, 0, 2018);
  tori_test_key (GDK_KEY_Down, 0); /* the last lane */
  tori_test_key (GDK_KEY_Left, 0);
  tori_test_assert_cursor (fixture, 1, 0, 2017);
  tori_test_key (GDK_KEY_Up, 0);
  tori_test_assert_cursor (fixture, 0, 0, 2017);
  tori_test_key (GDK_KEY_Down, 0); /* the year is kept while the cursor is on a longer span */
  tori_test_assert_cursor (fixture, 1, 0, 2017);
  tori_test_key (GDK_KEY_End, 0);
  tori_test_assert_cursor (fixture, 1, 0, 2019);
  tori_test_key (GDK_KEY_Home, 0);
  tori_test_assert_cursor (fixture, 1, 0, 2016);
  tori_test_key (GDK_KEY_Tab, 0);
  tori_test_wait (!TORI_IS_SCHEDULE_GRID_CELL (tori_test_get_focus (fixture)));
}

/* Where text runs from right to left, so does time. */
static void
test_mirrored (ToriTestSchedule *fixture, gconstpointer data)
{
  graphene_rect_t first, last;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  tori_test_schedule_settle (fixture);
  g_assert_true (gtk_widget_compute_bounds (tori_test_get_cell (fixture, 1, 0, 2016), fixture->grid, &first));
  g_assert_true (gtk_widget_compute_bounds (tori_test_get_cell (fixture, 1, 0, 2019), fixture->grid, &last));
  g_assert_cmpfloat (first.origin.x, >, last.origin.x);

  tori_test_put_cursor (fixture, 1, 0, 2016);
  tori_test_key (GDK_KEY_Left, 0);
  tori_test_assert_cursor (fixture, 1, 0, 2017);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_stretch_and_move (ToriTestSchedule *fixture, gconstpointer data)
{
  tori_test_put_cursor (fixture, 0, 0, 2016);
  tori_test_key (GDK_KEY_Right, GDK_SHIFT_MASK);
  tori_test_wait (tori_test_get_span (fixture->portal, 0, 2018) != NULL);
  tori_test_assert_years (fixture->portal, 0, 2016, 2016, 2018);
  tori_test_assert_step (fixture, TORI_STEP_SPAN);
  tori_test_assert_cursor (fixture, 0, 0, 2016);
  tori_test_assert_spoken (tori_test_get_cell (fixture, 0, 0, 2016), "Consider, FY2016 to FY2018");

  tori_test_key (GDK_KEY_Left, GDK_SHIFT_MASK);
  tori_test_wait (tori_test_get_span (fixture->portal, 0, 2018) == NULL);
  tori_test_key (GDK_KEY_Right, GDK_CONTROL_MASK);
  tori_test_wait (tori_test_get_span (fixture->portal, 0, 2018) != NULL);
  tori_test_assert_years (fixture->portal, 0, 2018, 2017, 2018);
  tori_test_assert_cursor (fixture, 0, 0, 2017);
  tori_test_key (GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  tori_test_wait (tori_test_get_span (fixture->portal, 0, 2017) == NULL);
  tori_test_assert_years (fixture->portal, 0, 2018, 2018, 2018);

  tori_history_undo (fixture->history);
  tori_test_assert_years (fixture->portal, 0, 2018, 2017, 2018);
  g_assert_cmpstr (tori_test_get_span (fixture->portal, 0, 2018)->phase, ==, "Consider");
}

static void
test_refusals (ToriTestSchedule *fixture, gconstpointer data)
{
  tori_test_put_cursor (fixture, 0, 0, 2016);
  act_by (fixture, "span.stretch-end", 2);
  g_assert_cmpstr (tori_test_get_message (fixture, 0), ==,
                   "In the way: Carry out, FY2019. Phases that run side by side need a lane each.");
  act_by (fixture, "span.move", -1);
  g_assert_cmpstr (tori_test_get_message (fixture, 0), ==, "The plan begins with FY2016.");
  act_by (fixture, "span.stretch-end", -2);
  g_assert_cmpstr (tori_test_get_message (fixture, 0), ==, "A phase lasts at least one year.");
  act_by (fixture, "cell.year", 2);
  g_assert_null (tori_test_get_message (fixture, 0));
  tori_test_put_cursor (fixture, 0, 0, 2019);
  act_by (fixture, "span.stretch-end", 1);
  g_assert_cmpstr (tori_test_get_message (fixture, 0), ==, "The plan ends with FY2019.");
  g_assert_false (tori_history_get_can_undo (fixture->history));
  tori_test_assert_cursor (fixture, 0, 0, 2019);
}

static void
test_remove (ToriTestSchedule *fixture, gconstpointer data)
{
  tori_test_put_cursor (fixture, 0, 0, 2017);
  tori_test_key (GDK_KEY_Delete, 0);
  tori_test_wait (tori_test_get_span (fixture->portal, 0, 2016) == NULL);
  tori_test_assert_step (fixture, TORI_STEP_REMOVE_SPAN);
  tori_test_assert_cursor (fixture, 0, 0, 2017);
  tori_test_assert_spoken (tori_test_get_focus (fixture),
                           "Empty, FY2017"); /* no gap: nothing is before it any more */
  act (fixture, "span.remove");              /* nothing to remove */
  tori_test_assert_step (fixture, TORI_STEP_REMOVE_SPAN);
  tori_history_undo (fixture->history);
  tori_test_assert_cursor (fixture, 0, 0, 2017);
}

static void
test_lanes (ToriTestSchedule *fixture, gconstpointer data)
{
  tori_test_put_cursor (fixture, 0, 0, 2018);
  tori_test_key (GDK_KEY_Insert, 0);
  tori_test_wait (tori_lanes_get_n_lanes (tori_item_get_lanes (fixture->portal)) == 2);
  tori_test_assert_step (fixture, TORI_STEP_ADD_LANE);
  tori_test_assert_cursor (fixture, 0, 1, 2018);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (tori_test_get_focus (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Lane 2 of 2");
  tori_test_key (GDK_KEY_Up, 0);
  tori_test_assert_cursor (fixture, 0, 0, 2018);
  tori_test_key (GDK_KEY_Delete, GDK_CONTROL_MASK);
  tori_test_wait (tori_lanes_get_n_lanes (tori_item_get_lanes (fixture->portal)) == 1);
  tori_test_assert_step (fixture, TORI_STEP_REMOVE_LANE);
  g_assert_null (tori_test_get_span (fixture->portal, 0, 2016)); /* it was the lower one that stayed */
  tori_history_undo (fixture->history);
  tori_test_assert_years (fixture->portal, 0, 2016, 2016, 2017);

  /* The one lane that an item without lanes is shown with counts as one. */
  tori_test_put_cursor (fixture, 1, 0, 2018);
  act (fixture, "schedule.add-lane");
  g_assert_cmpuint (tori_lanes_get_n_lanes (tori_item_get_lanes (fixture->training)), ==, 2);
  tori_history_undo (fixture->history);
  g_assert_null (tori_item_get_lanes (fixture->training));
}

static void
test_lane_buttons (ToriTestSchedule *fixture, gconstpointer data)
{
  GtkWidget *row = GTK_WIDGET (tori_test_get_row (fixture, 0));

  g_assert_true (gtk_widget_activate_action (row, "item.add-lane", NULL));
  g_assert_cmpuint (tori_lanes_get_n_lanes (tori_item_get_lanes (fixture->portal)), ==, 2);
  tori_test_assert_cursor (fixture, 0, 1, 2019);
  /* The second lane's button is the third button in the row: add, more's own toggle, one a lane. */
  for (guint i = 0;; i++)
    {
      GtkWidget *button = tori_test_seek (row, GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), "schedule.remove-lane") != 0)
        continue;
      g_signal_emit_by_name (button, "clicked");
      break;
    }
  g_assert_cmpuint (tori_lanes_get_n_lanes (tori_item_get_lanes (fixture->portal)), ==, 1);
  g_assert_null (tori_test_get_span (fixture->portal, 0, 2016));
}

/* --- Items --- */

static void
test_items (ToriTestSchedule *fixture, gconstpointer data)
{
  ToriList *schedule = tori_initiative_get_schedule (fixture->initiative);

  g_assert_true (gtk_widget_activate_action (fixture->grid, "schedule.add-item", NULL));
  tori_test_assert_step (fixture, TORI_STEP_ADD_ITEM);
  tori_test_type ("new one");
  tori_test_wait (g_str_equal (tori_item_get_item (tori_list_get (schedule, 2)), "new one"));
  tori_test_assert_step (fixture, TORI_STEP_ITEM);
  tori_test_key (GDK_KEY_Up, GDK_ALT_MASK);
  tori_test_wait (tori_list_get (schedule, 2) == fixture->training);
  tori_test_assert_step (fixture, TORI_STEP_MOVE_ITEM);
  tori_history_undo (fixture->history);
  tori_history_undo (fixture->history); /* the whole of what was typed */
  tori_test_assert_step (fixture, TORI_STEP_ADD_ITEM);
  g_assert_cmpstr (tori_item_get_item (tori_list_get (schedule, 2)), ==, "");
}

/* An item goes with what hangs on it. */
static void
test_remove_item (ToriTestSchedule *fixture, gconstpointer data)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (tori_test_get_row (fixture, 0)), "item.remove", NULL));
  tori_test_assert_step (fixture, TORI_STEP_REMOVE_ITEM);
  g_assert_null (tori_topic_get_items (fixture->topic)[0]);
  g_assert_true (tori_schedule_grid_row_get_item (tori_test_get_row (fixture, 0)) == fixture->training);
  tori_history_undo (fixture->history);
  g_assert_cmpstr (tori_topic_get_items (fixture->topic)[0], ==, "portal");
  g_assert_true (tori_schedule_grid_row_get_item (tori_test_get_row (fixture, 0)) == fixture->portal);
}

static void
test_empty (ToriTestSchedule *fixture, gconstpointer data)
{
  GtkWidget *label = NULL;

  for (guint i = 0; i < 2; i++)
    g_assert_true (
        gtk_widget_activate_action (GTK_WIDGET (tori_test_get_row (fixture, 0)), "item.remove", NULL));
  for (guint i = 0;
       label == NULL || !g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "No schedule"); i++)
    {
      label = tori_test_seek (fixture->grid, GTK_TYPE_LABEL, i);
      g_assert_nonnull (label);
    }
  g_assert_true (gtk_widget_get_mapped (label) || gtk_widget_get_visible (gtk_widget_get_parent (label)));
  g_assert_true (gtk_widget_activate_action (fixture->grid, "schedule.add-item", NULL));
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (label)));
}

/* Keys of a text stay in the text. */
static void
test_text_keys (ToriTestSchedule *fixture, gconstpointer data)
{
  tori_schedule_grid_row_focus_text (tori_test_get_row (fixture, 0));
  tori_test_key (GDK_KEY_Insert, 0);
  tori_test_key (GDK_KEY_Right, GDK_SHIFT_MASK);
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_key (GDK_KEY_Home, 0);
  tori_test_key (GDK_KEY_Delete, 0);
  tori_test_wait (g_str_equal (tori_item_get_item (fixture->portal), "ortal"));
  g_assert_cmpuint (tori_lanes_get_n_lanes (tori_item_get_lanes (fixture->portal)), ==, 1);
  tori_test_assert_years (fixture->portal, 0, 2016, 2016, 2017);
  tori_test_assert_step (fixture, TORI_STEP_ITEM);
}

/* --- Place --- */

/* The text stands beside its lanes where there is room, above them where there is not; nothing asks for more
 * width than a small screen has, at twice the size of text either. */
static void
test_narrow (ToriTestSchedule *fixture, gconstpointer data)
{
  GtkWidget *row = GTK_WIDGET (tori_test_get_row (fixture, 0));
  int minimum, wide, narrow;

  gtk_widget_measure (fixture->grid, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 400);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 1400, &wide, NULL, NULL, NULL);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 400, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >, wide * 3 / 2);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GTK_IM_MODULE", "gtk-im-context-simple", TRUE);
  g_test_init (&argc, &argv, NULL); /* the session has folders of its own */
  gtk_init ();
  adw_init ();

#define ADD(name, function)                                                                                  \
  g_test_add ("/schedule-grid/" name, ToriTestSchedule, NULL, tori_test_schedule_set_up, function,           \
              tori_test_schedule_tear_down)
  ADD ("speaks", test_speaks);
  ADD ("follows-model", test_follows_model);
  ADD ("follows-items", test_follows_items);
  ADD ("other-initiative", test_other_initiative);
  ADD ("cursor", test_cursor);
  ADD ("mirrored", test_mirrored);
  ADD ("stretch-and-move", test_stretch_and_move);
  ADD ("refusals", test_refusals);
  ADD ("remove", test_remove);
  ADD ("lanes", test_lanes);
  ADD ("lane-buttons", test_lane_buttons);
  ADD ("items", test_items);
  ADD ("remove-item", test_remove_item);
  ADD ("empty", test_empty);
  ADD ("text-keys", test_text_keys);
  ADD ("narrow", test_narrow);
#undef ADD

  return g_test_run ();
}
