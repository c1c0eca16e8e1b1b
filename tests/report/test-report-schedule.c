/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-item.h"
#include "model/tori-pillar.h"
#include "report/tori-report.h"
#include "storage/tori-codec.h"
#include "support/tori-test-build.h"
#include "support/tori-test-data.h"

/* The schedule of the plan. */

typedef struct
{
  double height; /* of the page */
  GString *text; /* of all pages, lines apart */
  const char *wanted;
  double x, y; /* of the line that is wanted; y is -1 when it was not seen */
} Look;

static void
look_at_line (const ToriPageLine *line, gpointer user_data)
{
  Look *look = user_data;

  g_assert_cmpfloat (line->x, >=, line->cell_x - 0.5);
  g_assert_cmpfloat (line->x + line->width, <=, line->cell_x + line->cell_width + 0.5);
  g_assert_cmpfloat (line->y, >=, line->cell_y - 0.5);
  g_assert_cmpfloat (line->y + line->height, <=, line->cell_y + line->cell_height + 0.5);
  g_assert_cmpfloat (line->y + line->height, <=, look->height);
  g_string_append_printf (look->text, "%s\n", line->text);
  if (look->wanted != NULL && g_str_equal (line->text, look->wanted) && look->y < 0)
    {
      look->x = line->x;
      look->y = line->y;
    }
}

/* Looks at all pages; the text is to be freed. */
static Look
look_at (ToriPlan *plan, const ToriReportOptions *options, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPages) pages = tori_report_lay_out (plan, options, &error);
  Look look = { .text = g_string_new (NULL), .wanted = wanted, .y = -1 };
  double width;

  g_assert_no_error (error);
  tori_pages_get_size (pages, &width, &look.height);
  for (guint i = 0; i < tori_pages_get_n_pages (pages); i++)
    tori_pages_foreach_line (pages, i, look_at_line, &look);
  return look;
}

static char *
read_all (ToriPlan *plan, const ToriReportOptions *options)
{
  return g_string_free (look_at (plan, options, NULL).text, FALSE);
}

static double
find_y (ToriPlan *plan, const char *word)
{
  const ToriReportOptions options = { TORI_REPORT_SCHEDULE };
  Look look = look_at (plan, &options, word);

  g_string_free (look.text, TRUE);
  g_assert_cmpfloat (look.y, >=, 0);
  return look.y;
}

static void
assert_has (const char *text, const char *word)
{
  if (strstr (text, word) != NULL)
    return;
  g_test_message ("not on paper: %s", word);
  g_test_fail ();
}

typedef struct
{
  guint lane;
  const char *phase;
  int from, to;
  ToriSpanKind kind;
} SpanSpec;

static ToriLanes *
make_lanes (const SpanSpec *specs, guint n)
{
  ToriLanes *lanes = tori_lanes_new ();

  for (guint i = 0; i < n; i++)
    {
      const ToriSpan span = { (char *) specs[i].phase, specs[i].from, specs[i].to, specs[i].kind };

      while (tori_lanes_get_n_lanes (lanes) <= specs[i].lane)
        tori_lanes_insert_lane (lanes, tori_lanes_get_n_lanes (lanes));
      g_assert_true (tori_lanes_add_span (lanes, specs[i].lane, &span));
    }
  return lanes;
}

static ToriInitiative *
add_initiative (ToriPlan *plan, const char *id, const char *title)
{
  ToriList *pillars = tori_plan_get_pillars (plan);
  ToriPillar *pillar = tori_list_get_length (pillars) > 0
                           ? tori_list_get (pillars, 0)
                           : tori_test_add (pillars, "id", "p1", "title", "仕事を改める", NULL);

  return tori_test_add (tori_pillar_get_initiatives (pillar), "id", id, "number", id, "title", title, NULL);
}

static void
add_item (ToriInitiative *initiative, const char *id, const char *text, const SpanSpec *specs, guint n)
{
  g_autoptr (ToriLanes) lanes = make_lanes (specs, n);

  tori_test_add (tori_initiative_get_schedule (initiative), "id", id, "item", text, "lanes", lanes, NULL);
}

static ToriPlan *
make_plan (int first, int last, int year)
{
  ToriPlan *plan = tori_test_plan_new (first, last, year);

  g_object_set (plan, "title", "みほん市改革計画", "organization", "みほん市", NULL);
  return plan;
}

/* New above, former below, what was done last: in one lane, in lanes of their own in any order, and beside
 * lanes that were not changed. */
static void
test_two_lines (void)
{
  static const struct
  {
    SpanSpec spans[6];
    guint n;
    const char *order[5]; /* from above */
  } cases[] = {
    { { { 0, "旧", 2016, 2017, TORI_SPAN_PLANNED }, { 0, "新", 2018, 2019, TORI_SPAN_REVISED } },
      2,
      { "新", "旧" } },
    { { { 0, "旧", 2016, 2019, TORI_SPAN_PLANNED }, { 1, "新", 2016, 2019, TORI_SPAN_REVISED } },
      2,
      { "新", "旧" } },
    { { { 0, "済", 2016, 2016, TORI_SPAN_ACTUAL },
        { 0, "旧", 2017, 2017, TORI_SPAN_PLANNED },
        { 0, "新", 2018, 2019, TORI_SPAN_REVISED } },
      3,
      { "新", "旧", "済" } },
    { { { 0, "甲旧", 2016, 2017, TORI_SPAN_PLANNED },
        { 0, "甲新", 2018, 2019, TORI_SPAN_REVISED },
        { 1, "乙旧", 2016, 2017, TORI_SPAN_PLANNED },
        { 1, "乙新", 2018, 2019, TORI_SPAN_REVISED } },
      4,
      { "甲新", "甲旧", "乙新", "乙旧" } },
    { { { 0, "一", 2016, 2019, TORI_SPAN_PLANNED }, { 1, "二", 2016, 2019, TORI_SPAN_PLANNED } },
      2,
      { "一", "二" } },
  };
  static const ToriReportKind kinds[] = { TORI_REPORT_SCHEDULE, TORI_REPORT_TABLE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ToriPlan) plan = make_plan (2016, 2019, 2017);

      add_item (add_initiative (plan, "1", "取組"), "s", "項目", cases[i].spans, cases[i].n);
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          double above = 0;

          for (guint w = 0; cases[i].order[w] != NULL; w++)
            {
              const ToriReportOptions options = { kinds[k] };
              Look look = look_at (plan, &options, cases[i].order[w]);

              g_test_message ("%u: %s", i, cases[i].order[w]);
              g_assert_cmpfloat (look.y, >, above + 1);
              above = look.y;
              g_string_free (look.text, TRUE);
            }
        }
    }
}

/* What is planned and then done, in one lane, stays in one line: nothing was changed. */
static void
test_one_line (void)
{
  static const SpanSpec spans[] = { { 0, "済", 2016, 2016, TORI_SPAN_ACTUAL },
                                    { 0, "予", 2017, 2019, TORI_SPAN_PLANNED } };
  g_autoptr (ToriPlan) plan = make_plan (2016, 2019, 2017);

  add_item (add_initiative (plan, "1", "取組"), "s", "項目", spans, 2);
  g_assert_cmpfloat (find_y (plan, "済"), ==, find_y (plan, "予"));
}

static void
test_legend (void)
{
  static const SpanSpec planned = { 0, "検討", 2016, 2017, TORI_SPAN_PLANNED };
  static const SpanSpec revised = { 0, "実施", 2017, 2019, TORI_SPAN_REVISED };
  const ToriReportOptions options = { TORI_REPORT_SCHEDULE };
  g_autoptr (ToriPlan) plan = make_plan (2016, 2019, 2017);
  ToriInitiative *initiative = add_initiative (plan, "1", "取組");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_item (initiative, "s1", "項目", &planned, 1);
  before = read_all (plan, &options);
  assert_has (before, "凡例");
  assert_has (before, "変更後");
  assert_has (before, "報告年度（平成29年度）");
  g_assert_null (strstr (before, "二段書き"));
  add_item (initiative, "s2", "項目", &revised, 1);
  after = read_all (plan, &options);
  assert_has (after, "二段書き");
}

/* Initiatives of other years stand in it too, with their years and without a circled number. */
static void
test_all_years (void)
{
  static const SpanSpec spans[] = { { 0, "検討", 2016, 2016, TORI_SPAN_PLANNED } };
  const ToriReportOptions options = { TORI_REPORT_SCHEDULE };
  g_autoptr (ToriPlan) plan = make_plan (2016, 2019, 2017);
  ToriInitiative *ended = add_initiative (plan, "1", "終わった取組");
  ToriInitiative *later = add_initiative (plan, "2", "始まる取組");
  g_autofree char *text = NULL;

  add_initiative (plan, "3", "続く取組");
  g_object_set (ended, "until", 2016, NULL);
  g_object_set (later, "from", 2018, NULL);
  add_item (ended, "s", "終わった項目", spans, 1);
  text = read_all (plan, &options);
  assert_has (text, "\n終わった取組\n");
  assert_has (text, "終わった項目");
  assert_has (text, "（平成28年度まで）");
  assert_has (text, "\n始まる取組\n");
  assert_has (text, "（平成30年度から）");
  assert_has (text, "① 続く取組");
}

static void
test_only (void)
{
  static const char *const only[] = { "人事課", NULL };
  static const char *const ids[] = { "jinji", NULL };
  const ToriReportOptions options = { TORI_REPORT_SCHEDULE, .only = only };
  g_autoptr (ToriPlan) plan = make_plan (2016, 2019, 2017);
  ToriDepartment *department =
      tori_test_add (tori_plan_get_departments (plan), "id", "soumu", "name", "総務部", NULL);
  g_autofree char *text = NULL;

  tori_test_add (tori_department_get_divisions (department), "id", "jinji", "name", "人事課", NULL);
  g_object_set (add_initiative (plan, "1", "職員を育てる"), "divisions", ids, NULL);
  add_initiative (plan, "2", "税を集める");
  text = read_all (plan, &options);
  assert_has (text, "職員を育てる");
  assert_has (text, "総務部人事課");
  g_assert_null (strstr (text, "税を集める"));
}

/* Every size of paper and letters, with one year and more years than there are columns. */
static void
test_fits (void)
{
  static const double sizes[] = { 5, 0, 16 };

  for (int n_years = 1; n_years <= 30; n_years += n_years < 10 ? 3 : 20)
    {
      g_autoptr (ToriPlan) plan = make_plan (2000, 1999 + n_years, 2000);
      const SpanSpec spans[] = { { 0, "検討及び関係課との調整", 2000, 2000, TORI_SPAN_PLANNED },
                                 { 0, "順次実施", 2001, 2100, TORI_SPAN_REVISED } };

      add_item (add_initiative (plan, "R12-10", "取組の長い名前を三行にわたって書いたもの"), "s",
                "項目の長い名前を三行にわたって書いたもの", spans, 2);
      for (guint i = 0; i < 4 * G_N_ELEMENTS (sizes); i++)
        {
          const ToriReportOptions options = { TORI_REPORT_SCHEDULE,
                                              .paper = i % 2 ? TORI_PAPER_A3 : TORI_PAPER_A4,
                                              .portrait = i % 4 < 2, .font_size = sizes[i / 4] };
          g_autofree char *text = read_all (plan, &options);

          assert_has (text, "凡例");
          g_assert_nonnull (text);
        }
    }
}

static void
test_empty (void)
{
  const ToriReportOptions options = { TORI_REPORT_SCHEDULE };
  g_autoptr (ToriPlan) plan = make_plan (2016, 2019, 2017);
  g_autofree char *none = read_all (plan, &options);
  g_autofree char *pillar = NULL;

  assert_has (none, "工程表");
  assert_has (none, "この年度の取組はありません。");
  tori_test_add (tori_plan_get_pillars (plan), "id", "p1", "title", "空の柱", NULL);
  pillar = read_all (plan, &options);
  assert_has (pillar, "空の柱");
  assert_has (pillar, "この年度の取組はありません。");
}

/* A click leads from an arrow to the lanes of its item. */
typedef struct
{
  gpointer record;
  const char *property;
  gboolean found;
} Source;

static void
look_for_source (const ToriPageArea *area, gpointer user_data)
{
  Source *source = user_data;

  source->found =
      source->found
      || ((gpointer) area->record == source->record && g_strcmp0 (area->property, source->property) == 0);
}

static void
test_sources (void)
{
  static const SpanSpec spans[] = { { 0, "検討", 2016, 2016, TORI_SPAN_PLANNED } };
  const ToriReportOptions options = { TORI_REPORT_SCHEDULE };
  g_autoptr (ToriPlan) plan = make_plan (2016, 2019, 2017);
  ToriInitiative *initiative = add_initiative (plan, "1", "取組");
  g_autoptr (ToriPages) pages = NULL;

  add_item (initiative, "s", "項目", spans, 1);
  pages = tori_report_lay_out (plan, &options, NULL);
  tori_pages_get_n_pages (pages);
  {
    ToriItem *item = tori_list_get (tori_initiative_get_schedule (initiative), 0);
    Source sources[] = { { initiative, "title" }, { item, "item" }, { item, "lanes" } };

    for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
      {
        tori_pages_foreach_area (pages, 0, look_for_source, &sources[i]);
        g_test_message ("%s", sources[i].property);
        g_assert_true (sources[i].found);
      }
  }
}

/* Nothing of any plan is missing. */
static void
test_plans (void)
{
  const ToriReportOptions options = { TORI_REPORT_SCHEDULE, .paper = TORI_PAPER_A3, .font_size = 5 };
  g_auto (GStrv) paths = tori_test_list_plans ();

  for (guint i = 0; paths[i] != NULL; i++)
    {
      gsize length;
      g_autofree char *bytes = tori_test_read (paths[i], &length);
      g_autoptr (ToriPlan) plan = tori_codec_decode (bytes, length, NULL);
      g_autofree char *text = NULL;
      ToriList *pillars;

      g_assert_nonnull (plan);
      text = read_all (plan, &options);
      pillars = tori_plan_get_pillars (plan);
      for (guint p = 0; p < tori_list_get_length (pillars); p++)
        {
          ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, p));

          for (guint k = 0; k < tori_list_get_length (initiatives); k++)
            assert_has (text, tori_initiative_get_number (tori_list_get (initiatives, k)));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/report-schedule/two-lines", test_two_lines);
  g_test_add_func ("/report-schedule/one-line", test_one_line);
  g_test_add_func ("/report-schedule/legend", test_legend);
  g_test_add_func ("/report-schedule/all-years", test_all_years);
  g_test_add_func ("/report-schedule/only", test_only);
  g_test_add_func ("/report-schedule/fits", test_fits);
  g_test_add_func ("/report-schedule/empty", test_empty);
  g_test_add_func ("/report-schedule/sources", test_sources);
  g_test_add_func ("/report-schedule/plans", test_plans);
  return g_test_run ();
}
