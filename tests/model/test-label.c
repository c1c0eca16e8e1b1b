/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "model/tori-label.h"
#include "model/tori-department.h"
#include "model/tori-scale.h"
#include "support/tori-test-build.h"

static void
assert_takes (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_circled (void)
{
  assert_takes (tori_label_circled (0), "");
  assert_takes (tori_label_circled (1), "①");
  assert_takes (tori_label_circled (20), "⑳");
  assert_takes (tori_label_circled (21), "㉑");
  assert_takes (tori_label_circled (35), "㉟");
  assert_takes (tori_label_circled (36), "㊱");
  assert_takes (tori_label_circled (50), "㊿");
  assert_takes (tori_label_circled (51), "(51)");
  assert_takes (tori_label_circled (1000), "(1000)");
}

static void
test_pillar (void)
{
  static const struct
  {
    guint place;
    const char *label;
  } cases[] = { { 1, "Ⅰ" },   { 4, "Ⅳ" },   { 10, "Ⅹ" },   { 11, "Ⅺ" },   { 12, "Ⅻ" },
                { 13, "ⅩⅢ" }, { 40, "ⅩⅬ" }, { 99, "ⅩⅭⅨ" }, { 100, "100" } };
  g_autoptr (ToriPlan) plan = tori_test_plan_new (2016, 2019, 2017);
  ToriList *pillars = tori_plan_get_pillars (plan);
  ToriPillar *named;

  for (guint i = 0; i < 100; i++)
    tori_test_add (pillars, "title", "柱", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_takes (tori_label_pillar (tori_list_get (pillars, cases[i].place - 1)), cases[i].label);

  named = tori_test_add (pillars, "label", "戦略A", NULL);
  assert_takes (tori_label_pillar (named), "戦略A");
}

static void
test_year_and_level (void)
{
  g_autoptr (ToriPlan) plan = tori_test_plan_new (2016, 2020, 2019);
  ToriScale *scale = tori_test_add (tori_plan_get_scales (plan), "id", "a", NULL);
  ToriLevel *plain = tori_test_add (tori_scale_get_levels (scale), "id", "l1", "name", "達成", NULL);
  ToriLevel *earlier =
      tori_test_add (tori_scale_get_levels (scale), "id", "l2", "name", "{year}達成済", NULL);

  assert_takes (tori_label_level (plain, 0), "達成");
  assert_takes (tori_label_level (plain, 2016), "達成");
  assert_takes (tori_label_level (earlier, 2016), "平成28年度達成済");
  assert_takes (tori_label_level (earlier, 2019), "令和元年度達成済");
  assert_takes (tori_label_level (earlier, 0), "達成済");
  assert_takes (tori_label_year (NULL, 2019, TORI_YEAR_STYLE_FULL), "令和元年度");
  assert_takes (tori_label_year (plan, 2018, TORI_YEAR_STYLE_SHORT), "30年度");

  g_object_set (plan, "era", TORI_ERA_RULE_KEEP, NULL);
  assert_takes (tori_label_level (earlier, 2019), "平成31年度達成済");
  assert_takes (tori_label_year (plan, 2020, TORI_YEAR_STYLE_FULL), "平成32年度");
}

static void
test_heading (void)
{
  g_autoptr (ToriPlan) plan = tori_test_plan_new (2016, 2020, 2019);

  g_object_set (plan, "title", "改革{year}{title}", NULL);
  assert_takes (tori_label_heading (plan, 2017, "{title}: {year}"), "改革{year}{title}: 平成29年度");
  g_object_set (plan, "heading", "{year}「{title}」{}実績{year}", NULL);
  assert_takes (tori_label_heading (plan, 2017, "?"), "平成29年度「改革{year}{title}」{}実績平成29年度");
}

static void
test_division (void)
{
  g_autoptr (ToriPlan) plan = tori_test_plan_new (2016, 2020, 2019);
  ToriDepartment *department =
      tori_test_add (tori_plan_get_departments (plan), "id", "d", "name", "総務部", NULL);
  ToriDivision *division =
      tori_test_add (tori_department_get_divisions (department), "id", "v", "name", "人事課", NULL);

  assert_takes (tori_label_division (division), "総務部人事課");
}

/* The place of an initiative is counted among those of the year. */
static void
test_place (void)
{
  g_autoptr (ToriPlan) plan = tori_test_plan_new (2016, 2019, 2017);
  ToriPillar *pillar = tori_test_add (tori_plan_get_pillars (plan), "id", "p", NULL);
  ToriList *initiatives = tori_pillar_get_initiatives (pillar);
  ToriInitiative *whole = tori_test_add (initiatives, "id", "1", NULL);
  ToriInitiative *early = tori_test_add (initiatives, "id", "2", "until", 2016, NULL);
  ToriInitiative *late = tori_test_add (initiatives, "id", "3", "from", 2018, NULL);
  ToriInitiative *merged = tori_test_add (initiatives, "id", "4", "merged-into", "1", NULL);
  ToriInitiative *last = tori_test_add (initiatives, "id", "5", NULL);

  tori_test_add (tori_initiative_get_entries (merged), "year", 2017, NULL);

  g_assert_cmpuint (tori_label_find_place (whole, 2016), ==, 1);
  g_assert_cmpuint (tori_label_find_place (early, 2016), ==, 2);
  g_assert_cmpuint (tori_label_find_place (late, 2016), ==, 0);
  g_assert_cmpuint (tori_label_find_place (merged, 2016), ==, 0);
  g_assert_cmpuint (tori_label_find_place (last, 2016), ==, 3);
  g_assert_cmpuint (tori_label_find_place (merged, 2017), ==, 2);
  g_assert_cmpuint (tori_label_find_place (last, 2017), ==, 3);
  g_assert_cmpuint (tori_label_find_place (late, 2018), ==, 2);
  g_assert_cmpuint (tori_label_find_place (last, 2020), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/label/circled", test_circled);
  g_test_add_func ("/label/pillar", test_pillar);
  g_test_add_func ("/label/year-and-level", test_year_and_level);
  g_test_add_func ("/label/heading", test_heading);
  g_test_add_func ("/label/division", test_division);
  g_test_add_func ("/label/place", test_place);

  return g_test_run ();
}
