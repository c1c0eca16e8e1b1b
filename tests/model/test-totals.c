/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "model/tori-charge.h"
#include "model/tori-department.h"
#include "model/tori-entry.h"
#include "model/tori-label.h"
#include "model/tori-pillar.h"
#include "model/tori-topic.h"
#include "model/tori-totals.h"
#include "support/tori-test-build.h"

/* The counts of a row in short: "count not-assessed not-counted relisted done/counted | per level". */
static void
assert_row (const ToriTotals *totals, const ToriTotalsRow *row, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%u %u %u %u %u/%u |", row->count, row->not_assessed, row->not_counted,
                   row->relisted, row->done, row->counted);
  for (guint i = 0; i < totals->n_levels; i++)
    g_string_append_printf (text, " %u", row->levels[i]);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_levels (const ToriTotals *totals, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < totals->n_levels; i++)
    {
      g_autofree char *label = tori_label_level (totals->levels[i].level, totals->levels[i].since);

      g_string_append_printf (text, "%s ", label);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static ToriInitiative *
add_initiative (ToriPillar *pillar, const char *id, const char *division, const char *level, int since)
{
  const char *divisions[] = { division, NULL };
  ToriInitiative *initiative =
      tori_test_add (tori_pillar_get_initiatives (pillar), "id", id, "divisions", divisions, NULL);

  if (level != NULL)
    {
      g_autoptr (ToriRatings) ratings = tori_test_rating ("a", level, since);

      tori_test_add (tori_initiative_get_entries (initiative), "year", 2018, "ratings", ratings, NULL);
    }

  return initiative;
}

/* Two pillars of four initiatives each, two departments with two divisions each; one of them is not there any
 * more. */
static ToriPlan *
make_plan (void)
{
  ToriPlan *plan = tori_test_plan_new (2016, 2019, 2018);
  ToriScale *scale = tori_test_add (tori_plan_get_scales (plan), "id", "a", NULL);
  ToriList *levels = tori_scale_get_levels (scale);
  ToriList *departments = tori_plan_get_departments (plan);
  ToriList *x = tori_department_get_divisions (tori_test_add (departments, "id", "x", "name", "X部", NULL));
  ToriList *y = tori_department_get_divisions (tori_test_add (departments, "id", "y", "name", "Y部", NULL));
  ToriPillar *p = tori_test_add (tori_plan_get_pillars (plan), "id", "p", NULL);
  ToriPillar *q = tori_test_add (tori_plan_get_pillars (plan), "id", "q", NULL);
  const char *again[] = { "q", NULL };
  const char *topical[] = { "x2", "y1", NULL };
  ToriInitiative *initiative;

  tori_test_add (levels, "id", "earlier", "name", "{year}達成済", "done", TRUE, NULL);
  tori_test_add (levels, "id", "done", "name", "達成", "done", TRUE, NULL);
  tori_test_add (levels, "id", "on", "name", "継続", NULL);
  tori_test_add (levels, "id", "out", "name", "対象外", "counts", FALSE, "done", TRUE, NULL);
  tori_test_add (x, "id", "x1", "name", "一課", NULL);
  tori_test_add (x, "id", "x2", "name", "二課", NULL);
  tori_test_add (y, "id", "y1", "name", "一課", NULL);
  tori_test_add (y, "id", "y2", "name", "二課", "until", 2017, NULL);

  initiative = add_initiative (p, "1", "x1", "done", 0);
  g_object_set (initiative, "relisted", again, NULL);
  add_initiative (p, "2", "x1", "earlier", 2017);
  add_initiative (p, "3", "x2", "earlier", 2016);
  add_initiative (p, "4", "x1", NULL, 0);
  add_initiative (q, "5", "y1", "out", 0);
  initiative = add_initiative (q, "6", "x1", "on", 0);
  tori_test_add (tori_entry_get_topics (tori_initiative_find_entry (initiative, 2018)), "id", "t",
                 "divisions", topical, NULL);
  add_initiative (q, "7", NULL, "done", 0);
  initiative = add_initiative (q, "8", "x1", NULL, 0);
  g_object_set (initiative, "until", 2017, NULL);
  tori_test_add (tori_initiative_get_entries (initiative), "year", 2017, NULL);

  return plan;
}

static void
test_by_pillar (void)
{
  g_autoptr (ToriPlan) plan = make_plan ();
  ToriScale *scale = tori_list_get (tori_plan_get_scales (plan), 0);
  g_autoptr (ToriTotals) totals = tori_totals_new (plan, 2018, scale, TORI_TOTALS_BY_PILLAR);

  assert_levels (totals, "平成28年度達成済 平成29年度達成済 達成 継続 対象外 ");
  g_assert_cmpuint (totals->n_rows, ==, 2);
  assert_row (totals, &totals->rows[0], "4 1 0 0 3/3 | 1 1 1 0 0");
  assert_row (totals, &totals->rows[1], "3 0 1 1 1/2 | 0 0 1 1 1");
  assert_row (totals, &totals->total, "7 1 1 1 4/5 | 1 1 2 1 1");
  g_assert_true (totals->rows[1].record == tori_list_get (tori_plan_get_pillars (plan), 1));
  g_assert_null (totals->total.record);
}

static void
test_by_charge (void)
{
  g_autoptr (ToriPlan) plan = make_plan ();
  ToriScale *scale = tori_list_get (tori_plan_get_scales (plan), 0);
  g_autoptr (ToriTotals) divisions = tori_totals_new (plan, 2018, scale, TORI_TOTALS_BY_DIVISION);
  g_autoptr (ToriTotals) departments = tori_totals_new (plan, 2018, scale, TORI_TOTALS_BY_DEPARTMENT);

  /* y2 is gone in 2018; the last row is what nobody is in charge of. */
  g_assert_cmpuint (divisions->n_rows, ==, 4);
  assert_row (divisions, &divisions->rows[0], "4 1 0 0 2/3 | 0 1 1 1 0");
  assert_row (divisions, &divisions->rows[1], "2 0 0 0 1/2 | 1 0 0 1 0");
  assert_row (divisions, &divisions->rows[2], "2 0 1 0 0/1 | 0 0 0 1 1");
  assert_row (divisions, &divisions->rows[3], "1 0 0 0 1/1 | 0 0 1 0 0");
  assert_row (divisions, &divisions->total, "7 1 1 0 4/5 | 1 1 2 1 1");
  g_assert_null (divisions->rows[3].record);

  g_assert_cmpuint (departments->n_rows, ==, 3);
  assert_row (departments, &departments->rows[0], "5 1 0 0 3/4 | 1 1 1 1 0");
  assert_row (departments, &departments->rows[1], "2 0 1 0 0/1 | 0 0 0 1 1");
  assert_row (departments, &departments->rows[2], "1 0 0 0 1/1 | 0 0 1 0 0");
  assert_row (departments, &departments->total, "7 1 1 0 4/5 | 1 1 2 1 1");
}

static void
test_before (void)
{
  g_autoptr (ToriPlan) plan = make_plan ();
  ToriScale *scale = tori_list_get (tori_plan_get_scales (plan), 0);
  g_autoptr (ToriTotals) totals = tori_totals_new (plan, 2018, scale, TORI_TOTALS_BY_DIVISION);
  g_autoptr (ToriTotals) before = tori_totals_new_before (totals, plan);
  g_autoptr (ToriTotals) none = tori_totals_new_before (before, plan);

  g_assert_cmpint (before->year, ==, 2017);
  g_assert_cmpint (before->by, ==, TORI_TOTALS_BY_DIVISION);
  assert_levels (before, "達成 継続 対象外 ");
  assert_row (before, &before->total, "8 8 0 0 0/0 | 0 0 0");
  g_assert_cmpuint (before->n_rows, ==, 5); /* y2 is still there in 2017 */
  g_assert_null (none);
}

static gboolean
is_wanted (gpointer initiative, gpointer wanted)
{
  return strchr (wanted, *tori_record_get_id (initiative)) != NULL;
}

/* Some of the initiatives, and levels that only the other year has. */
static void
test_some (void)
{
  g_autoptr (ToriPlan) plan = make_plan ();
  ToriScale *scale = tori_list_get (tori_plan_get_scales (plan), 0);
  g_autoptr (ToriTotals) all = tori_totals_new (plan, 2018, scale, TORI_TOTALS_BY_PILLAR);
  g_autoptr (ToriTotalsSurvey) survey = tori_totals_survey_new_of (plan, 2018, is_wanted, (gpointer) "17");
  g_autoptr (ToriTotals) totals = tori_totals_new_from_survey (survey, scale, TORI_TOTALS_BY_PILLAR);
  g_autoptr (GArray) levels = tori_totals_list_levels (totals, all);
  const ToriTotalsRow *first = tori_totals_find_row (totals, tori_list_get (tori_plan_get_pillars (plan), 0));

  g_assert_cmpuint (totals->total.count, ==, 2);
  g_assert_cmpuint (first->count, ==, 1);
  g_assert_cmpuint (levels->len, ==, all->n_levels);
  for (guint i = 0; i < levels->len; i++)
    {
      const ToriTotalsLevel *level = &g_array_index (levels, ToriTotalsLevel, i);

      g_assert_true (level->level == all->levels[i].level);
      g_assert_cmpint (level->since, ==, all->levels[i].since);
      g_assert_cmpuint (tori_totals_count_level (all, &all->total, level), ==, all->total.levels[i]);
      g_assert_cmpuint (tori_totals_count_level (totals, &totals->total, level), <=, 2);
    }
  g_assert_null (tori_totals_find_row (all, TORI_RECORD (scale)));
}

static void
test_without_scale (void)
{
  g_autoptr (ToriPlan) plan = make_plan ();
  g_autoptr (ToriTotals) totals = tori_totals_new (plan, 2018, NULL, TORI_TOTALS_BY_PILLAR);
  g_autoptr (ToriPlan) empty = tori_test_plan_new (2016, 2019, 2017);
  g_autoptr (ToriTotals) nothing = tori_totals_new (empty, 2017, NULL, TORI_TOTALS_BY_DIVISION);

  assert_row (totals, &totals->total, "7 7 0 1 0/0 |");
  assert_row (nothing, &nothing->total, "0 0 0 0 0/0 |");
  g_assert_cmpuint (nothing->n_rows, ==, 0);
}

static void
test_charge (void)
{
  g_autoptr (ToriPlan) plan = make_plan ();
  ToriInitiative *six = tori_plan_find (plan, TORI_TYPE_INITIATIVE, "6");
  ToriInitiative *seven = tori_plan_find (plan, TORI_TYPE_INITIATIVE, "7");
  ToriDivision *y2 = tori_plan_find (plan, TORI_TYPE_DIVISION, "y2");
  g_autoptr (GPtrArray) ids = tori_charge_list_divisions (six, 2018);
  g_autoptr (GPtrArray) earlier = tori_charge_list_divisions (six, 2017);
  g_autoptr (GPtrArray) nobody = tori_charge_list_divisions (seven, 2018);

  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpstr (ids->pdata[0], ==, "x1");
  g_assert_cmpstr (ids->pdata[1], ==, "x2");
  g_assert_cmpstr (ids->pdata[2], ==, "y1");
  g_assert_cmpuint (earlier->len, ==, 1);
  g_assert_cmpuint (nobody->len, ==, 0);
  g_assert_true (tori_charge_has_division (six, 2018, "x1"));
  g_assert_true (tori_charge_has_division (six, 2018, "y1"));
  g_assert_false (tori_charge_has_division (six, 2018, "y2"));
  g_assert_false (tori_charge_has_division (six, 2017, "y1"));

  g_assert_true (tori_charge_is_valid (y2, 2017));
  g_assert_false (tori_charge_is_valid (y2, 2018));
  g_object_set (y2, "from", 2016, NULL);
  g_assert_false (tori_charge_is_valid (y2, 2015));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/totals/by-pillar", test_by_pillar);
  g_test_add_func ("/totals/by-charge", test_by_charge);
  g_test_add_func ("/totals/before", test_before);
  g_test_add_func ("/totals/some", test_some);
  g_test_add_func ("/totals/without-scale", test_without_scale);
  g_test_add_func ("/charge/divisions", test_charge);

  return g_test_run ();
}
