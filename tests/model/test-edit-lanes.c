/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-edit-lanes.h"

#include "model/tori-initiative.h"
#include "model/tori-pillar.h"
#include "support/tori-test-build.h"

typedef struct
{
  ToriPlan *plan;
  ToriHistory *history;
  ToriItem *item;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ToriPillar *pillar;
  ToriInitiative *initiative;

  fixture->plan = tori_test_plan_new (2016, 2019, 2016);
  fixture->history = tori_history_new (fixture->plan);
  pillar = tori_test_add (tori_plan_get_pillars (fixture->plan), "id", "p", NULL);
  initiative = tori_test_add (tori_pillar_get_initiatives (pillar), "id", "i", "number", "1", NULL);
  fixture->item = tori_test_add (tori_initiative_get_schedule (initiative), "id", "s", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  while (tori_history_get_can_undo (fixture->history))
    tori_history_undo (fixture->history);
  g_assert_null (tori_item_get_lanes (fixture->item));
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->plan);
}

static void
assert_span (Fixture *fixture, guint lane, guint position, const char *phase, int from, int to)
{
  guint n_spans;
  const ToriSpan *spans = tori_lanes_get_spans (tori_item_get_lanes (fixture->item), lane, &n_spans);

  g_assert_cmpuint (position, <, n_spans);
  g_assert_cmpstr (spans[position].phase, ==, phase);
  g_assert_cmpint (spans[position].from, ==, from);
  g_assert_cmpint (spans[position].to, ==, to);
}

static void
assert_counts (Fixture *fixture, guint n_lanes, guint n_spans)
{
  const ToriLanes *lanes = tori_item_get_lanes (fixture->item);
  guint sum = 0, n;

  g_assert_cmpuint (tori_lanes_get_n_lanes (lanes), ==, n_lanes);
  for (guint i = 0; i < n_lanes; i++)
    {
      tori_lanes_get_spans (lanes, i, &n);
      sum += n;
    }
  g_assert_cmpuint (sum, ==, n_spans);
}

static void
assert_step (Fixture *fixture, ToriStep step)
{
  g_assert_cmpint (tori_history_get_undo_step (fixture->history), ==, step);
}

static void
test_spans (Fixture *fixture, gconstpointer data)
{
  const ToriSpan study = { (char *) "Study", 2018, 2019 }, consider = { (char *) "Consider", 2016, 2016 };
  const ToriSpan longer = { (char *) "Consider", 2016, 2017 };

  g_assert_null (tori_edit_add_span (fixture->history, fixture->item, 0, &study));
  assert_step (fixture, TORI_STEP_ADD_SPAN);
  g_assert_null (tori_edit_add_span (fixture->history, fixture->item, 0, &consider));
  assert_counts (fixture, 1, 2);
  assert_span (fixture, 0, 0, "Consider", 2016, 2016);

  g_assert_null (tori_edit_set_span (fixture->history, fixture->item, 0, 0, &longer));
  assert_step (fixture, TORI_STEP_SPAN);
  assert_span (fixture, 0, 0, "Consider", 2016, 2017);
  assert_span (fixture, 0, 1, "Study", 2018, 2019);

  tori_edit_remove_span (fixture->history, fixture->item, 0, 1);
  assert_step (fixture, TORI_STEP_REMOVE_SPAN);
  assert_counts (fixture, 1, 1);
  tori_history_undo (fixture->history);
  assert_counts (fixture, 1, 2);
}

static void
test_lanes (Fixture *fixture, gconstpointer data)
{
  const ToriSpan study = { (char *) "Study", 2018, 2019 };

  tori_edit_add_lane (fixture->history, fixture->item, 0);
  assert_step (fixture, TORI_STEP_ADD_LANE);
  g_assert_null (tori_edit_add_span (fixture->history, fixture->item, 1, &study));
  assert_counts (fixture, 2, 1);
  tori_edit_remove_lane (fixture->history, fixture->item, 0);
  assert_step (fixture, TORI_STEP_REMOVE_LANE);
  assert_span (fixture, 0, 0, "Study", 2018, 2019);
  tori_edit_remove_lane (fixture->history, fixture->item, 0);
  assert_counts (fixture, 0, 0);
  g_assert_null (tori_item_get_lanes (fixture->item));
}

/* No year of a lane is given twice, and a refusal leaves no step behind. */
static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  const ToriSpan first = { (char *) "Study", 2016, 2017 }, last = { (char *) "Test", 2019, 2019 };
  const ToriSpan bad[] = {
    { NULL, 2016, 2016 }, { NULL, 2017, 2018 }, { NULL, 2018, 2019 }, { NULL, 2010, 2030 }
  };
  const ToriSpan gap = { NULL, 2018, 2018 }, wide = { NULL, 2017, 2019 };

  tori_edit_add_span (fixture->history, fixture->item, 0, &first);
  tori_edit_add_span (fixture->history, fixture->item, 0, &last);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const ToriSpan *other = tori_edit_add_span (fixture->history, fixture->item, 0, &bad[i]);

      g_assert_nonnull (other);
      g_assert_cmpstr (other->phase, ==, i == 2 ? "Test" : "Study");
    }
  g_assert_nonnull (tori_edit_set_span (fixture->history, fixture->item, 0, 0, &wide));
  assert_counts (fixture, 1, 2);
  g_assert_null (tori_edit_add_span (fixture->history, fixture->item, 0, &gap));
  tori_history_undo (fixture->history);

  /* The same span once more is no change. */
  g_assert_null (tori_edit_set_span (fixture->history, fixture->item, 0, 1, &last));
  assert_step (fixture, TORI_STEP_ADD_SPAN);
  assert_counts (fixture, 1, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/edit-lanes/spans", Fixture, NULL, set_up, test_spans, tear_down);
  g_test_add ("/edit-lanes/lanes", Fixture, NULL, set_up, test_lanes, tear_down);
  g_test_add ("/edit-lanes/refusals", Fixture, NULL, set_up, test_refusals, tear_down);

  return g_test_run ();
}
