/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tori-test-schedule.h"

#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-pillar.h"
#include "support/tori-test-build.h"
#include "tori-test-window.h"

/* A window with the grid of a small plan, and what the tests of it ask. */

void
tori_test_schedule_settle (ToriTestSchedule *fixture)
{
  gtk_test_widget_wait_for_draw (fixture->window);
  tori_test_settle ();
}

void
tori_test_schedule_set_up (ToriTestSchedule *fixture, gconstpointer data)
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
  tori_test_schedule_settle (fixture);
}

/* Whatever a test did, undoing all of it gives back what was there; and nothing stays behind. */
void
tori_test_schedule_tear_down (ToriTestSchedule *fixture, gconstpointer data)
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

static gpointer
find_widget (GtkWidget *inside, GType type, guint *skip)
{
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found;

      if (g_type_is_a (G_OBJECT_TYPE (child), type) && (*skip)-- == 0)
        return child;
      found = find_widget (child, type, skip);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The n-th widget of a type inside of another, seen or not; NULL when there are fewer. */
gpointer
tori_test_seek (gpointer inside, GType type, guint n)
{
  return find_widget (inside, type, &n);
}

ToriScheduleGridRow *
tori_test_get_row (ToriTestSchedule *fixture, guint n)
{
  return tori_test_seek (fixture->grid, TORI_TYPE_SCHEDULE_GRID_ROW, n);
}

ToriScheduleGridLanes *
tori_test_get_lanes (ToriTestSchedule *fixture, guint n)
{
  return tori_schedule_grid_row_get_lanes (tori_test_get_row (fixture, n));
}

GtkWidget *
tori_test_get_cell (ToriTestSchedule *fixture, guint n, guint lane, int year)
{
  return tori_schedule_grid_lanes_get_cell (tori_test_get_lanes (fixture, n), lane, year);
}

GtkWidget *
tori_test_get_focus (ToriTestSchedule *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* Whether the cursor is there, once what was pressed has arrived. */
void
tori_test_assert_cursor (ToriTestSchedule *fixture, guint n, guint lane, int year)
{
  tori_test_wait (tori_test_get_focus (fixture) != NULL
                  && tori_test_get_focus (fixture) == tori_test_get_cell (fixture, n, lane, year));
}

const ToriSpan *
tori_test_get_span (ToriItem *item, guint lane, int year)
{
  return tori_lanes_find_span (tori_item_get_lanes (item), lane, year, NULL);
}

void
tori_test_assert_years (ToriItem *item, guint lane, int year, int from, int to)
{
  const ToriSpan *span = tori_test_get_span (item, lane, year);

  g_assert_nonnull (span);
  g_assert_cmpint (span->from, ==, from);
  g_assert_cmpint (span->to, ==, to);
}

void
tori_test_assert_step (ToriTestSchedule *fixture, ToriStep step)
{
  g_assert_cmpint (tori_history_get_undo_step (fixture->history), ==, step);
}

/* The sentence below the lanes, NULL when there is none. */
const char *
tori_test_get_message (ToriTestSchedule *fixture, guint n)
{
  for (GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (tori_test_get_lanes (fixture, n)));
       child != NULL; child = gtk_widget_get_prev_sibling (child))
    if (GTK_IS_LABEL (child))
      return gtk_widget_get_visible (child) ? gtk_label_get_text (GTK_LABEL (child)) : NULL;
  return NULL;
}

void
tori_test_put_cursor (ToriTestSchedule *fixture, guint n, guint lane, int year)
{
  tori_schedule_grid_lanes_focus (tori_test_get_lanes (fixture, n), lane, year);
  tori_test_assert_cursor (fixture, n, lane, year);
}
