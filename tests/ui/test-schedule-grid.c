/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-schedule-grid.h"

#include <adwaita.h>

#include "model/tori-entry.h"
#include "model/tori-item.h"
#include "model/tori-pillar.h"
#include "model/tori-topic.h"
#include "support/tori-test-build.h"
#include "tori-test-input.h"
#include "tori-test-window.h"
#include "ui/tori-schedule-grid-cell.h"
#include "ui/tori-schedule-grid-popover.h"
#include "ui/tori-schedule-grid-row.h"

/* The plan of each test, from 2016 to 2019:
 *   portal    Consider 2016-2017, nothing, Carry out 2019
 *   training  (no lanes)
 */
typedef struct
{
  ToriPlan *plan;
  ToriHistory *history;
  ToriInitiative *initiative;
  ToriItem *portal;
  ToriItem *training;
  ToriTopic *topic;
  GtkWidget *window;
  GtkWidget *grid;
} Fixture;

static void
settle (Fixture *fixture)
{
  gtk_test_widget_wait_for_draw (fixture->window);
  tori_test_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const ToriSpan consider = { (char *) "Consider", 2016, 2017 },
                 carry_out = { (char *) "Carry out", 2019, 2019 };
  const char *const phases[] = { "Consider", "Carry out", NULL };
  const char *items[] = { "portal", NULL };
  g_autoptr (ToriLanes) lanes = tori_lanes_new ();
  ToriPillar *pillar;
  ToriList *schedule;
  ToriEntry *entry;
  GtkWidget *page;

  tori_lanes_insert_lane (lanes, 0);
  tori_lanes_add_span (lanes, 0, &consider);
  tori_lanes_add_span (lanes, 0, &carry_out);

  fixture->plan = tori_test_plan_new (2016, 2019, 2016);
  g_object_set (fixture->plan, "phases", phases, NULL);
  fixture->history = tori_history_new (fixture->plan);
  pillar = tori_test_add (tori_plan_get_pillars (fixture->plan), "id", "p", NULL);
  fixture->initiative = tori_test_add (tori_pillar_get_initiatives (pillar), "id", "i", "number", "1", NULL);
  schedule = tori_initiative_get_schedule (fixture->initiative);
  fixture->portal = tori_test_add (schedule, "id", "portal", "item", "Portal", "lanes", lanes, NULL);
  fixture->training = tori_test_add (schedule, "id", "training", "item", "Training", NULL);
  entry = tori_test_add (tori_initiative_get_entries (fixture->initiative), "year", 2016, NULL);
  fixture->topic = tori_test_add (tori_entry_get_topics (entry), "id", "t", "items", items, NULL);

  fixture->grid = tori_schedule_grid_new ();
  gtk_widget_set_valign (fixture->grid, GTK_ALIGN_START);
  tori_schedule_grid_set (TORI_SCHEDULE_GRID (fixture->grid), fixture->history, fixture->initiative, 2016);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 500);
  /* It stands on a page that scrolls, as in the editor. */
  page = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (page), fixture->grid);
  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  tori_test_wait (gtk_window_is_active (GTK_WINDOW (fixture->window)));
  settle (fixture);
}

/* Whatever a test did, undoing all of it gives back what was there; and nothing stays behind. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  guint n_spans;

  while (tori_history_get_can_undo (fixture->history))
    tori_history_undo (fixture->history);
  g_assert_cmpuint (tori_list_get_length (tori_initiative_get_schedule (fixture->initiative)), ==, 2);
  g_assert_cmpuint (tori_lanes_get_n_lanes (tori_item_get_lanes (fixture->portal)), ==, 1);
  tori_lanes_get_spans (tori_item_get_lanes (fixture->portal), 0, &n_spans);
  g_assert_cmpuint (n_spans, ==, 2);
  g_assert_null (tori_item_get_lanes (fixture->training));
  g_assert_cmpstr (tori_topic_get_items (fixture->topic)[0], ==, "portal");

  g_object_ref (fixture->grid);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tori_test_settle ();
  g_assert_finalize_object (fixture->grid);
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->plan);
}

/* --- What the tests ask --- */

static GtkWidget *
find_widget (GtkWidget *inside, GType type, guint *skip)
{
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (g_type_is_a (G_OBJECT_TYPE (child), type) && (*skip)-- == 0)
        return child;
      found = find_widget (child, type, skip);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
nth (gpointer inside, GType type, guint n)
{
  return find_widget (inside, type, &n);
}

static ToriScheduleGridRow *
get_row (Fixture *fixture, guint n)
{
  return nth (fixture->grid, TORI_TYPE_SCHEDULE_GRID_ROW, n);
}

static ToriScheduleGridLanes *
get_lanes (Fixture *fixture, guint n)
{
  return tori_schedule_grid_row_get_lanes (get_row (fixture, n));
}

static GtkWidget *
get_cell (Fixture *fixture, guint n, guint lane, int year)
{
  return tori_schedule_grid_lanes_get_cell (get_lanes (fixture, n), lane, year);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* Whether the cursor is there, once what was pressed has arrived. */
static void
assert_cursor (Fixture *fixture, guint n, guint lane, int year)
{
  tori_test_wait (get_focus (fixture) != NULL && get_focus (fixture) == get_cell (fixture, n, lane, year));
}

#define assert_spoken(widget, words)                                                                         \
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, (words))

static const ToriSpan *
get_span (ToriItem *item, guint lane, int year)
{
  return tori_lanes_find_span (tori_item_get_lanes (item), lane, year, NULL);
}

static void
assert_years (ToriItem *item, guint lane, int year, int from, int to)
{
  const ToriSpan *span = get_span (item, lane, year);

  g_assert_nonnull (span);
  g_assert_cmpint (span->from, ==, from);
  g_assert_cmpint (span->to, ==, to);
}

static void
assert_step (Fixture *fixture, ToriStep step)
{
  g_assert_cmpint (tori_history_get_undo_step (fixture->history), ==, step);
}

/* The sentence below the lanes, NULL when there is none. */
static const char *
get_message (Fixture *fixture, guint n)
{
  for (GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (get_lanes (fixture, n))); child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    if (GTK_IS_LABEL (child))
      return gtk_widget_get_visible (child) ? gtk_label_get_text (GTK_LABEL (child)) : NULL;
  return NULL;
}

static void
put_cursor (Fixture *fixture, guint n, guint lane, int year)
{
  tori_schedule_grid_lanes_focus (get_lanes (fixture, n), lane, year);
  assert_cursor (fixture, n, lane, year);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (get_focus (fixture), action, NULL));
}

static void
act_by (Fixture *fixture, const char *action, int by)
{
  g_assert_true (gtk_widget_activate_action (get_focus (fixture), action, "i", by));
}

/* --- Reading --- */

static void
test_speaks (Fixture *fixture, gconstpointer data)
{
  assert_spoken (get_cell (fixture, 0, 0, 2016), "Consider, FY2016 to FY2017");
  assert_spoken (get_cell (fixture, 0, 0, 2018), "Gap, FY2018");
  assert_spoken (get_cell (fixture, 0, 0, 2019), "Carry out, FY2019");
  assert_spoken (get_cell (fixture, 1, 0, 2018), "Empty, FY2018");
  assert_spoken (get_lanes (fixture, 0), "Phases of Portal");
  g_assert_true (get_cell (fixture, 0, 0, 2016) == get_cell (fixture, 0, 0, 2017));
}

static void
test_follows_model (Fixture *fixture, gconstpointer data)
{
  const ToriSpan early = { (char *) "Prepare", 2015, 2018, TORI_SPAN_REVISED, NULL };
  g_autoptr (ToriLanes) lanes = tori_lanes_new ();
  ToriScheduleGridRow *row = get_row (fixture, 0);
  GtkWidget *text = nth (row, GTK_TYPE_ENTRY, 0);

  tori_lanes_insert_lane (lanes, 0);
  tori_lanes_add_span (lanes, 0, &early);
  tori_history_begin (fixture->history, TORI_STEP_SPAN);
  tori_history_set_boxed (fixture->history, fixture->portal, "lanes", lanes);
  tori_history_set_text (fixture->history, fixture->portal, "item", "Web portal");
  tori_history_end (fixture->history);

  /* A year outside of the plan has a column too: nothing of the schedule is hidden. */
  assert_spoken (get_cell (fixture, 0, 0, 2015), "Prepare, revised, FY2015 to FY2018");
  assert_spoken (get_cell (fixture, 1, 0, 2015), "Empty, FY2015");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "Web portal");
  assert_spoken (get_lanes (fixture, 0), "Phases of Web portal");
  g_assert_true (row == get_row (fixture, 0));

  tori_history_undo (fixture->history);
  assert_spoken (get_cell (fixture, 0, 0, 2016), "Consider, FY2016 to FY2017");
  g_assert_null (get_cell (fixture, 0, 0, 2015));
}

/* Other rows stay what they are, with the focus in them. */
static void
test_follows_items (Fixture *fixture, gconstpointer data)
{
  ToriScheduleGridRow *training = get_row (fixture, 1);
  GtkWidget *focus;

  tori_schedule_grid_row_focus_text (training);
  focus = get_focus (fixture);
  tori_history_begin (fixture->history, TORI_STEP_REMOVE_ITEM);
  tori_history_splice (fixture->history, tori_initiative_get_schedule (fixture->initiative), 0, 1, NULL, 0);
  tori_history_end (fixture->history);
  g_assert_true (get_row (fixture, 0) == training);
  g_assert_null (get_row (fixture, 1));
  tori_history_undo (fixture->history);
  g_assert_true (get_row (fixture, 1) == training);
  g_assert_true (get_focus (fixture) == focus);
}

static void
test_other_initiative (Fixture *fixture, gconstpointer data)
{
  ToriPillar *pillar = tori_list_get (tori_plan_get_pillars (fixture->plan), 0);
  ToriInitiative *other =
      tori_test_add (tori_pillar_get_initiatives (pillar), "id", "j", "number", "2", NULL);

  tori_schedule_grid_set (TORI_SCHEDULE_GRID (fixture->grid), fixture->history, other, 2017);
  g_assert_null (get_row (fixture, 0));
  g_assert_cmpuint (
      g_signal_handler_find (fixture->initiative, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, fixture->grid), ==,
      0);
  tori_schedule_grid_set (TORI_SCHEDULE_GRID (fixture->grid), NULL, NULL, 0);
  g_assert_null (get_row (fixture, 0));
}

/* --- Keys --- */

static void
test_cursor (Fixture *fixture, gconstpointer data)
{
  put_cursor (fixture, 0, 0, 2016);
  tori_test_key (GDK_KEY_Right, 0);
  assert_cursor (fixture, 0, 0, 2018); /* the span is one step */
  tori_test_key (GDK_KEY_Down, 0);
  assert_cursor (fixture, 1, 0, 2018);
  tori_test_key (GDK_KEY_Down, 0); /* the last lane */
  tori_test_key (GDK_KEY_Left, 0);
  assert_cursor (fixture, 1, 0, 2017);
  tori_test_key (GDK_KEY_Up, 0);
  assert_cursor (fixture, 0, 0, 2017);
  tori_test_key (GDK_KEY_Down, 0); /* the year is kept while the cursor is on a longer span */
  assert_cursor (fixture, 1, 0, 2017);
  tori_test_key (GDK_KEY_End, 0);
  assert_cursor (fixture, 1, 0, 2019);
  tori_test_key (GDK_KEY_Home, 0);
  assert_cursor (fixture, 1, 0, 2016);
  tori_test_key (GDK_KEY_Tab, 0);
  tori_test_wait (!TORI_IS_SCHEDULE_GRID_CELL (get_focus (fixture)));
}

/* Where text runs from right to left, so does time. */
static void
test_mirrored (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t first, last;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  settle (fixture);
  g_assert_true (gtk_widget_compute_bounds (get_cell (fixture, 1, 0, 2016), fixture->grid, &first));
  g_assert_true (gtk_widget_compute_bounds (get_cell (fixture, 1, 0, 2019), fixture->grid, &last));
  g_assert_cmpfloat (first.origin.x, >, last.origin.x);

  put_cursor (fixture, 1, 0, 2016);
  tori_test_key (GDK_KEY_Left, 0);
  assert_cursor (fixture, 1, 0, 2017);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_stretch_and_move (Fixture *fixture, gconstpointer data)
{
  put_cursor (fixture, 0, 0, 2016);
  tori_test_key (GDK_KEY_Right, GDK_SHIFT_MASK);
  tori_test_wait (get_span (fixture->portal, 0, 2018) != NULL);
  assert_years (fixture->portal, 0, 2016, 2016, 2018);
  assert_step (fixture, TORI_STEP_SPAN);
  assert_cursor (fixture, 0, 0, 2016);
  assert_spoken (get_cell (fixture, 0, 0, 2016), "Consider, FY2016 to FY2018");

  tori_test_key (GDK_KEY_Left, GDK_SHIFT_MASK);
  tori_test_wait (get_span (fixture->portal, 0, 2018) == NULL);
  tori_test_key (GDK_KEY_Right, GDK_CONTROL_MASK);
  tori_test_wait (get_span (fixture->portal, 0, 2018) != NULL);
  assert_years (fixture->portal, 0, 2018, 2017, 2018);
  assert_cursor (fixture, 0, 0, 2017);
  tori_test_key (GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  tori_test_wait (get_span (fixture->portal, 0, 2017) == NULL);
  assert_years (fixture->portal, 0, 2018, 2018, 2018);

  tori_history_undo (fixture->history);
  assert_years (fixture->portal, 0, 2018, 2017, 2018);
  g_assert_cmpstr (get_span (fixture->portal, 0, 2018)->phase, ==, "Consider");
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  put_cursor (fixture, 0, 0, 2016);
  act_by (fixture, "span.stretch-end", 2);
  g_assert_cmpstr (get_message (fixture, 0), ==,
                   "In the way: Carry out, FY2019. Phases that run side by side need a lane each.");
  act_by (fixture, "span.move", -1);
  g_assert_cmpstr (get_message (fixture, 0), ==, "The plan begins with FY2016.");
  act_by (fixture, "span.stretch-end", -2);
  g_assert_cmpstr (get_message (fixture, 0), ==, "A phase lasts at least one year.");
  act_by (fixture, "cell.year", 2);
  g_assert_null (get_message (fixture, 0));
  put_cursor (fixture, 0, 0, 2019);
  act_by (fixture, "span.stretch-end", 1);
  g_assert_cmpstr (get_message (fixture, 0), ==, "The plan ends with FY2019.");
  g_assert_false (tori_history_get_can_undo (fixture->history));
  assert_cursor (fixture, 0, 0, 2019);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  put_cursor (fixture, 0, 0, 2017);
  tori_test_key (GDK_KEY_Delete, 0);
  tori_test_wait (get_span (fixture->portal, 0, 2016) == NULL);
  assert_step (fixture, TORI_STEP_REMOVE_SPAN);
  assert_cursor (fixture, 0, 0, 2017);
  assert_spoken (get_focus (fixture), "Empty, FY2017"); /* no gap: nothing is before it any more */
  act (fixture, "span.remove");                         /* nothing to remove */
  assert_step (fixture, TORI_STEP_REMOVE_SPAN);
  tori_history_undo (fixture->history);
  assert_cursor (fixture, 0, 0, 2017);
}

static void
test_lanes (Fixture *fixture, gconstpointer data)
{
  put_cursor (fixture, 0, 0, 2018);
  tori_test_key (GDK_KEY_Insert, 0);
  tori_test_wait (tori_lanes_get_n_lanes (tori_item_get_lanes (fixture->portal)) == 2);
  assert_step (fixture, TORI_STEP_ADD_LANE);
  assert_cursor (fixture, 0, 1, 2018);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_focus (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Lane 2 of 2");
  tori_test_key (GDK_KEY_Up, 0);
  assert_cursor (fixture, 0, 0, 2018);
  tori_test_key (GDK_KEY_Delete, GDK_CONTROL_MASK);
  tori_test_wait (tori_lanes_get_n_lanes (tori_item_get_lanes (fixture->portal)) == 1);
  assert_step (fixture, TORI_STEP_REMOVE_LANE);
  g_assert_null (get_span (fixture->portal, 0, 2016)); /* it was the lower one that stayed */
  tori_history_undo (fixture->history);
  assert_years (fixture->portal, 0, 2016, 2016, 2017);

  /* The one lane that an item without lanes is shown with counts as one. */
  put_cursor (fixture, 1, 0, 2018);
  act (fixture, "schedule.add-lane");
  g_assert_cmpuint (tori_lanes_get_n_lanes (tori_item_get_lanes (fixture->training)), ==, 2);
  tori_history_undo (fixture->history);
  g_assert_null (tori_item_get_lanes (fixture->training));
}

static void
test_lane_buttons (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = GTK_WIDGET (get_row (fixture, 0));

  g_assert_true (gtk_widget_activate_action (row, "item.add-lane", NULL));
  g_assert_cmpuint (tori_lanes_get_n_lanes (tori_item_get_lanes (fixture->portal)), ==, 2);
  assert_cursor (fixture, 0, 1, 2019);
  /* The second lane's button is the third button in the row: add, more's own toggle, one a lane. */
  for (guint i = 0;; i++)
    {
      GtkWidget *button = nth (row, GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), "schedule.remove-lane") != 0)
        continue;
      g_signal_emit_by_name (button, "clicked");
      break;
    }
  g_assert_cmpuint (tori_lanes_get_n_lanes (tori_item_get_lanes (fixture->portal)), ==, 1);
  g_assert_null (get_span (fixture->portal, 0, 2016));
}

/* --- The popover --- */

static GtkWidget *
get_popover (Fixture *fixture, guint n)
{
  GtkWidget *popover = nth (get_lanes (fixture, n), TORI_TYPE_SCHEDULE_GRID_POPOVER, 0);

  return popover != NULL && gtk_widget_get_mapped (popover) ? popover : NULL;
}

static GtkWidget *
open_popover (Fixture *fixture, guint n, guint lane, int year)
{
  put_cursor (fixture, n, lane, year);
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (get_popover (fixture, n) != NULL);
  tori_test_wait (get_focus (fixture) != NULL
                  && gtk_widget_is_ancestor (get_focus (fixture), get_popover (fixture, n)));
  return get_popover (fixture, n);
}

static void
test_return_creates (Fixture *fixture, gconstpointer data)
{
  open_popover (fixture, 1, 0, 2018);
  assert_step (fixture, TORI_STEP_ADD_SPAN);
  assert_years (fixture->training, 0, 2018, 2018, 2018);
  tori_test_type ("test");
  tori_test_key (GDK_KEY_Delete, 0); /* a key of the entry, not of the lanes */
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (get_popover (fixture, 1) == NULL);
  assert_step (fixture, TORI_STEP_SPAN);
  g_assert_cmpstr (get_span (fixture->training, 0, 2018)->phase, ==, "test");
  assert_cursor (fixture, 1, 0, 2018);
}

/* Leaving by Escape keeps what was typed: it is one step, and can be undone. */
static void
test_escape_keeps (Fixture *fixture, gconstpointer data)
{
  open_popover (fixture, 0, 0, 2016);
  tori_test_type ("study");
  tori_test_key (GDK_KEY_Escape, 0);
  tori_test_wait (get_popover (fixture, 0) == NULL);
  g_assert_cmpstr (get_span (fixture->portal, 0, 2016)->phase, ==, "study");
  tori_history_undo (fixture->history);
  g_assert_cmpstr (get_span (fixture->portal, 0, 2016)->phase, ==, "Consider");
  g_assert_false (tori_history_get_can_undo (fixture->history));

  open_popover (fixture, 0, 0, 2016);
  tori_test_key (GDK_KEY_Escape, 0);
  tori_test_wait (get_popover (fixture, 0) == NULL);
  g_assert_false (tori_history_get_can_undo (fixture->history));
}

static void
note_preedit_cb (GtkText *text, const char *preedit, char **noted)
{
  g_free (*noted);
  *noted = g_strdup (preedit);
}

/* While the input method composes (here GTK's own, by Ctrl+Shift+U), its keys are its own: Escape takes back
 * what is composed and does not close, Return takes it over and does not close either. */
static void
test_composing (Fixture *fixture, gconstpointer data)
{
  GtkEditable *phase = nth (open_popover (fixture, 0, 0, 2016), GTK_TYPE_ENTRY, 0);
  g_autofree char *preedit = g_strdup ("");
  const gulong id = g_signal_connect (gtk_editable_get_delegate (phase), "preedit-changed",
                                      G_CALLBACK (note_preedit_cb), &preedit);

  settle (fixture);
  tori_test_key (GDK_KEY_End, 0);
  tori_test_key (GDK_KEY_u, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  tori_test_type ("68");
  tori_test_wait (g_str_equal (preedit, "u68"));
  tori_test_key (GDK_KEY_Escape, 0);
  tori_test_wait (g_str_equal (preedit, ""));
  tori_test_key (GDK_KEY_u, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  tori_test_type ("691c");
  tori_test_wait (g_str_equal (preedit, "u691c"));
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (g_str_equal (gtk_editable_get_text (phase), "Consider検"));
  g_assert_nonnull (get_popover (fixture, 0));
  g_assert_false (tori_history_get_can_undo (fixture->history)); /* nothing half-composed came through */
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (get_popover (fixture, 0) == NULL);
  g_assert_cmpstr (get_span (fixture->portal, 0, 2016)->phase, ==, "Consider検");
  g_signal_handler_disconnect (gtk_editable_get_delegate (phase), id);
}

static void
test_popover_fields (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover = open_popover (fixture, 0, 0, 2016);
  GtkDropDown *kind = nth (popover, GTK_TYPE_DROP_DOWN, 0);
  GtkDropDown *from = nth (popover, GTK_TYPE_DROP_DOWN, 1), *to = nth (popover, GTK_TYPE_DROP_DOWN, 2);

  g_assert_cmpuint (gtk_drop_down_get_selected (from), ==, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (to), ==, 1);
  gtk_drop_down_set_selected (kind, TORI_SPAN_ACTUAL);
  g_assert_cmpint (get_span (fixture->portal, 0, 2016)->kind, ==, TORI_SPAN_ACTUAL);
  gtk_drop_down_set_selected (from, 1);
  assert_years (fixture->portal, 0, 2017, 2017, 2017);
  gtk_drop_down_set_selected (to, 0); /* the beginning comes along */
  assert_years (fixture->portal, 0, 2016, 2016, 2016);
  g_assert_cmpuint (gtk_drop_down_get_selected (from), ==, 0);

  gtk_drop_down_set_selected (to, 3); /* refused, with a reason */
  assert_years (fixture->portal, 0, 2016, 2016, 2016);
  g_assert_cmpuint (gtk_drop_down_get_selected (to), ==, 0);
  for (guint i = 0;; i++)
    {
      GtkWidget *label = nth (popover, GTK_TYPE_LABEL, i);

      g_assert_nonnull (label);
      if (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "In the way: Carry out"))
        break;
    }

  tori_history_undo (fixture->history); /* from elsewhere */
  g_assert_cmpuint (gtk_drop_down_get_selected (from), ==, 1);
  tori_history_undo (fixture->history);
  tori_history_undo (fixture->history);
  g_assert_cmpuint (gtk_drop_down_get_selected (kind), ==, TORI_SPAN_PLANNED);
}

static void
test_popover_closes_with_span (Fixture *fixture, gconstpointer data)
{
  open_popover (fixture, 1, 0, 2018);
  tori_test_type ("x");
  tori_history_undo (fixture->history);
  tori_test_wait (get_popover (fixture, 1) == NULL);
  g_assert_null (get_span (fixture->training, 0, 2018));
}

static void
test_suggestions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *suggestions = nth (open_popover (fixture, 1, 0, 2016), GTK_TYPE_FLOW_BOX, 0);
  GtkWidget *second = nth (suggestions, GTK_TYPE_BUTTON, 1);

  g_signal_emit_by_name (second, "clicked");
  tori_test_wait (get_popover (fixture, 1) == NULL);
  g_assert_cmpstr (get_span (fixture->training, 0, 2016)->phase, ==, "Carry out");
}

/* --- Items --- */

static void
test_items (Fixture *fixture, gconstpointer data)
{
  ToriList *schedule = tori_initiative_get_schedule (fixture->initiative);

  g_assert_true (gtk_widget_activate_action (fixture->grid, "schedule.add-item", NULL));
  assert_step (fixture, TORI_STEP_ADD_ITEM);
  tori_test_type ("new one");
  tori_test_wait (g_str_equal (tori_item_get_item (tori_list_get (schedule, 2)), "new one"));
  assert_step (fixture, TORI_STEP_ITEM);
  tori_test_key (GDK_KEY_Up, GDK_ALT_MASK);
  tori_test_wait (tori_list_get (schedule, 2) == fixture->training);
  assert_step (fixture, TORI_STEP_MOVE_ITEM);
  tori_history_undo (fixture->history);
  tori_history_undo (fixture->history); /* the whole of what was typed */
  assert_step (fixture, TORI_STEP_ADD_ITEM);
  g_assert_cmpstr (tori_item_get_item (tori_list_get (schedule, 2)), ==, "");
}

/* An item goes with what hangs on it. */
static void
test_remove_item (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_row (fixture, 0)), "item.remove", NULL));
  assert_step (fixture, TORI_STEP_REMOVE_ITEM);
  g_assert_null (tori_topic_get_items (fixture->topic)[0]);
  g_assert_true (tori_schedule_grid_row_get_item (get_row (fixture, 0)) == fixture->training);
  tori_history_undo (fixture->history);
  g_assert_cmpstr (tori_topic_get_items (fixture->topic)[0], ==, "portal");
  g_assert_true (tori_schedule_grid_row_get_item (get_row (fixture, 0)) == fixture->portal);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = NULL;

  for (guint i = 0; i < 2; i++)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_row (fixture, 0)), "item.remove", NULL));
  for (guint i = 0;
       label == NULL || !g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "No schedule"); i++)
    {
      label = nth (fixture->grid, GTK_TYPE_LABEL, i);
      g_assert_nonnull (label);
    }
  g_assert_true (gtk_widget_get_mapped (label) || gtk_widget_get_visible (gtk_widget_get_parent (label)));
  g_assert_true (gtk_widget_activate_action (fixture->grid, "schedule.add-item", NULL));
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (label)));
}

/* Keys of a text stay in the text. */
static void
test_text_keys (Fixture *fixture, gconstpointer data)
{
  tori_schedule_grid_row_focus_text (get_row (fixture, 0));
  tori_test_key (GDK_KEY_Insert, 0);
  tori_test_key (GDK_KEY_Right, GDK_SHIFT_MASK);
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_key (GDK_KEY_Home, 0);
  tori_test_key (GDK_KEY_Delete, 0);
  tori_test_wait (g_str_equal (tori_item_get_item (fixture->portal), "ortal"));
  g_assert_cmpuint (tori_lanes_get_n_lanes (tori_item_get_lanes (fixture->portal)), ==, 1);
  assert_years (fixture->portal, 0, 2016, 2016, 2017);
  assert_step (fixture, TORI_STEP_ITEM);
}

/* --- The pointer --- */

/* Drags the cell of a year over some years, from so many pixels after its beginning, or before its end. */
static void
drag (Fixture *fixture, guint n, int year, double from, double years)
{
  GtkWidget *cell = get_cell (fixture, n, 0, year);
  const double column = gtk_widget_get_width (get_cell (fixture, 1, 0, 2018));

  tori_test_drag (cell, from < 0 ? gtk_widget_get_width (cell) + from : from,
                  gtk_widget_get_height (cell) / 2.0, column * years);
}

static void
test_drag_draws (Fixture *fixture, gconstpointer data)
{
  drag (fixture, 1, 2017, 30, 1);
  tori_test_wait (get_popover (fixture, 1) != NULL);
  assert_years (fixture->training, 0, 2017, 2017, 2018);
  assert_step (fixture, TORI_STEP_ADD_SPAN);
  tori_test_wait (gtk_widget_is_ancestor (get_focus (fixture), get_popover (fixture, 1)));
  tori_test_key (GDK_KEY_Escape, 0);
  tori_test_wait (get_popover (fixture, 1) == NULL);
  tori_history_undo (fixture->history);
  g_assert_null (tori_item_get_lanes (fixture->training));
}

static void
test_drag_stretches (Fixture *fixture, gconstpointer data)
{
  drag (fixture, 0, 2016, -5, 1);
  tori_test_wait (get_span (fixture->portal, 0, 2018) != NULL);
  assert_years (fixture->portal, 0, 2016, 2016, 2018);
  assert_step (fixture, TORI_STEP_SPAN);
  settle (fixture);
  drag (fixture, 0, 2016, 5, 1);
  tori_test_wait (get_span (fixture->portal, 0, 2016) == NULL);
  assert_years (fixture->portal, 0, 2018, 2017, 2018);
  tori_history_undo (fixture->history);
  tori_history_undo (fixture->history);
  assert_years (fixture->portal, 0, 2016, 2016, 2017);
}

static void
test_drag_moves (Fixture *fixture, gconstpointer data)
{
  drag (fixture, 0, 2016, 30, 1);
  tori_test_wait (get_span (fixture->portal, 0, 2018) != NULL);
  assert_years (fixture->portal, 0, 2018, 2017, 2018);
  assert_step (fixture, TORI_STEP_SPAN);
}

static void
test_drag_refused (Fixture *fixture, gconstpointer data)
{
  drag (fixture, 0, 2016, 30, 2);
  tori_test_wait (get_message (fixture, 0) != NULL);
  g_assert_cmpstr (get_message (fixture, 0), ==,
                   "In the way: Carry out, FY2019. Phases that run side by side need a lane each.");
  assert_years (fixture->portal, 0, 2016, 2016, 2017);
  g_assert_false (tori_history_get_can_undo (fixture->history));
}

static void
test_double_click (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell = get_cell (fixture, 0, 0, 2016);

  tori_test_point (cell, 30, gtk_widget_get_height (cell) / 2.0);
  for (guint i = 0; i < 2; i++)
    {
      tori_test_button (1, TRUE);
      tori_test_button (1, FALSE);
    }
  tori_test_wait (get_popover (fixture, 0) != NULL);
  g_assert_cmpstr (gtk_editable_get_text (nth (get_popover (fixture, 0), GTK_TYPE_ENTRY, 0)), ==, "Consider");
  g_assert_false (tori_history_get_can_undo (fixture->history));
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell = get_cell (fixture, 0, 0, 2016), *menu;

  tori_test_point (cell, 30, gtk_widget_get_height (cell) / 2.0);
  tori_test_button (3, TRUE);
  tori_test_button (3, FALSE);
  tori_test_wait ((menu = nth (get_lanes (fixture, 0), GTK_TYPE_POPOVER_MENU, 0)) != NULL
                  && gtk_widget_get_mapped (menu));
  g_assert_true (gtk_widget_activate_action (menu, "span.remove", NULL));
  g_assert_null (get_span (fixture->portal, 0, 2016));
}

/* --- Place --- */

/* The text stands beside its lanes where there is room, above them where there is not; nothing asks for more
 * width than a small screen has, at twice the size of text either. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = GTK_WIDGET (get_row (fixture, 0));
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

#define ADD(name, function) g_test_add ("/schedule-grid/" name, Fixture, NULL, set_up, function, tear_down)
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
  ADD ("return-creates", test_return_creates);
  ADD ("escape-keeps", test_escape_keeps);
  ADD ("composing", test_composing);
  ADD ("popover-fields", test_popover_fields);
  ADD ("popover-closes-with-span", test_popover_closes_with_span);
  ADD ("suggestions", test_suggestions);
  ADD ("items", test_items);
  ADD ("remove-item", test_remove_item);
  ADD ("empty", test_empty);
  ADD ("text-keys", test_text_keys);
  ADD ("drag-draws", test_drag_draws);
  ADD ("drag-stretches", test_drag_stretches);
  ADD ("drag-moves", test_drag_moves);
  ADD ("drag-refused", test_drag_refused);
  ADD ("double-click", test_double_click);
  ADD ("menu", test_menu);
  ADD ("narrow", test_narrow);
#undef ADD

  return g_test_run ();
}
