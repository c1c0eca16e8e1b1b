/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/tori-block.h"
#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-item.h"
#include "model/tori-level.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"
#include "report/tori-report.h"
#include "support/tori-test-build.h"

/* How wide the columns of the table are. */

#define MM (72 / 25.4)

static const char *const names[] = { "総務部", "行財政改革推進課", "平成28年度達成済" };

static ToriPlan *
create_plan (int last, const char *actions, const char *outcome)
{
  static const char *const divisions[] = { "gyokaku", NULL };
  ToriPlan *plan = tori_test_plan_new (2016, last, 2017);
  ToriScale *scale =
      tori_test_add (tori_plan_get_scales (plan), "id", "achievement", "name", "取組達成度", NULL);
  ToriDepartment *department =
      tori_test_add (tori_plan_get_departments (plan), "id", "soumu", "name", names[0], NULL);
  ToriPillar *pillar =
      tori_test_add (tori_plan_get_pillars (plan), "id", "p1", "title", "行政改革の推進", NULL);
  ToriInitiative *initiative =
      tori_test_add (tori_pillar_get_initiatives (pillar), "id", "i1", "number", "1", "title",
                     "協創による事業の実施を促進する仕組みの構築", "divisions", divisions, NULL);
  ToriItem *item = tori_test_add (tori_initiative_get_schedule (initiative), "id", "s1", "item",
                                  "庁内の事例を集めたサイトの構築", NULL);
  ToriEntry *entry = tori_test_add (tori_initiative_get_entries (initiative), "year", 2017, NULL);
  g_autoptr (ToriRatings) ratings = tori_test_rating ("achievement", "done", 2016);

  g_assert_nonnull (item);
  g_object_set (plan, "title", "行政改革", NULL);
  tori_test_add (tori_department_get_divisions (department), "id", "gyokaku", "name", names[1], NULL);
  tori_test_add (tori_scale_get_levels (scale), "id", "done", "name", "{year}達成済", NULL);
  g_object_set (entry, "ratings", ratings, NULL);
  tori_test_add (tori_entry_get_actions (entry), "id", "b1", "text", actions, NULL);
  tori_test_add (tori_entry_get_outcome (entry), "id", "b2", "text", outcome, NULL);
  return plan;
}

/* The first line that is called so, and the cell that it stands in. */
typedef struct
{
  const char *text;
  gboolean found;
  double width;
} Wanted;

static void
find_line (const ToriPageLine *line, gpointer user_data)
{
  Wanted *wanted = user_data;

  g_assert_cmpfloat (line->x + line->width, <=, line->cell_x + line->cell_width + 0.5);
  if (wanted->found || !g_str_equal (line->text, wanted->text))
    return;
  wanted->found = TRUE;
  wanted->width = line->cell_width;
}

/* Width of the cell in which @text fills a line; 0: there is no such line. */
static double
find_width (ToriPages *pages, const char *text)
{
  Wanted wanted = { text };

  g_assert_true (tori_pages_advance (pages, 0));
  tori_pages_foreach_line (pages, 0, find_line, &wanted);
  return wanted.width;
}

static ToriPages *
lay_out (ToriPlan *plan, const ToriReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  ToriPages *pages = tori_report_lay_out (plan, options, &error);

  g_assert_no_error (error);
  return pages;
}

/* Names stand in one line, on all papers on which there is room for that. */
static void
test_names (void)
{
  static const ToriReportOptions options[] = {
    { .paper = TORI_PAPER_A4 },
    { .paper = TORI_PAPER_A3 },
    { .paper = TORI_PAPER_A3, .font_size = 12 },
    { .paper = TORI_PAPER_A4, .font_size = 6 },
  };
  g_autoptr (ToriPlan) plan = create_plan (2019, "・サイトの構築(4月)", "仕組みができました。");

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (ToriPages) pages = lay_out (plan, &options[i]);

      g_test_message ("%u", i);
      for (guint k = 0; k < G_N_ELEMENTS (names); k++)
        g_assert_cmpfloat (find_width (pages, names[k]), >, 0);
    }
}

/* The texts have what the others leave, each as much as it needs. */
static void
test_texts_share (void)
{
  g_autofree char *much = g_strnfill (900, 'x');
  g_autoptr (ToriPlan) left_plan = create_plan (2019, much, "・達成");
  g_autoptr (ToriPlan) right_plan = create_plan (2019, "・達成", much);
  g_autoptr (ToriPages) left = lay_out (left_plan, &(ToriReportOptions){ 0 });
  g_autoptr (ToriPages) right = lay_out (right_plan, &(ToriReportOptions){ 0 });
  double wide = find_width (left, "平成29年度 取組実績");
  double narrow = find_width (left, "取組状況");

  g_assert_cmpfloat (narrow, >, 15 * 8);
  g_assert_cmpfloat (wide, >, 1.3 * narrow);
  g_assert_cmpfloat (find_width (right, "取組状況"), >, 1.3 * find_width (right, "平成29年度 取組実績"));
}

static gboolean updated;

static void
changed_cb (ToriRecord *plan, ToriRecord *source, gpointer field, ToriPages *pages)
{
  updated = tori_pages_update (pages, source, field);
}

/* Typing a little leaves the columns where they are; pages cannot take up what moves them. */
static void
test_typing (void)
{
  g_autofree char *much = g_strnfill (900, 'x');
  g_autofree char *more = g_strnfill (905, 'x');
  g_autofree char *half = g_strnfill (400, 'x');
  g_autoptr (ToriPlan) plan = create_plan (2019, much, much);
  g_autoptr (ToriPages) pages = lay_out (plan, &(ToriReportOptions){ 0 });
  ToriInitiative *initiative =
      tori_list_get (tori_pillar_get_initiatives (tori_list_get (tori_plan_get_pillars (plan), 0)), 0);
  ToriEntry *entry = tori_initiative_find_entry (initiative, 2017);
  ToriBlock *block = tori_list_get (tori_entry_get_outcome (entry), 0);

  g_signal_connect (plan, "changed", G_CALLBACK (changed_cb), pages);
  g_object_set (block, "text", more, NULL);
  g_assert_true (updated);
  g_object_set (block, "text", half, NULL);
  g_assert_false (updated);
}

/* Ten years: 検討 still stands on an arrow of one year, and the texts have room. */
static void
test_many_years (void)
{
  g_autoptr (ToriPlan) plan = create_plan (2025, "・サイトの構築(4月)", "仕組みができました。");
  g_autoptr (ToriPages) pages = NULL;
  ToriPillar *pillar = tori_list_get (tori_plan_get_pillars (plan), 0);
  ToriInitiative *initiative = tori_list_get (tori_pillar_get_initiatives (pillar), 0);
  ToriLanes *lanes = tori_lanes_new ();
  char first[] = "検討", second[] = "実施";

  tori_lanes_insert_lane (lanes, 0);
  tori_lanes_add_span (lanes, 0, &(ToriSpan){ first, 2016, 2016 });
  tori_lanes_add_span (lanes, 0, &(ToriSpan){ second, 2017, 2025 });
  g_object_set (tori_list_get (tori_initiative_get_schedule (initiative), 0), "lanes", lanes, NULL);
  tori_lanes_unref (lanes);
  pages = lay_out (plan, &(ToriReportOptions){ 0 });
  g_assert_cmpfloat (find_width (pages, "検討"), >, 0);
  g_assert_cmpfloat (find_width (pages, "実施"), >, 8 * find_width (pages, "検討"));
  g_assert_cmpfloat (find_width (pages, "平成29年度 取組実績"), >, 10 * 8);
  g_assert_cmpfloat (find_width (pages, "取組状況"), >, 10 * 8);
}

static void
test_set_widths (void)
{
  const ToriReportOptions options = { .widths = { [TORI_REPORT_COLUMN_TITLE] = 31,
                                                  [TORI_REPORT_COLUMN_ITEM] = 28,
                                                  [TORI_REPORT_COLUMN_YEAR] = 9,
                                                  [TORI_REPORT_COLUMN_ACTIONS] = 70,
                                                  [TORI_REPORT_COLUMN_LEVEL] = 12,
                                                  [TORI_REPORT_COLUMN_CHARGE] = 33 } };
  g_autoptr (ToriPlan) plan = create_plan (2019, "・サイトの構築(4月)", "仕組みができました。");
  g_autoptr (ToriPages) pages = lay_out (plan, &options);
  const double whole = 297 - 25 - 12;
  double number = find_width (pages, "番号") / MM;

  g_assert_cmpfloat_with_epsilon (find_width (pages, "具体的な取組"), 31 * MM, 0.1);
  g_assert_cmpfloat_with_epsilon (find_width (pages, "取組項目"), 28 * MM, 0.1);
  g_assert_cmpfloat_with_epsilon (find_width (pages, "平成29年度 取組実績"), 70 * MM, 0.1);
  g_assert_cmpfloat_with_epsilon (find_width (pages, "担当課"), 33 * MM, 0.1);
  /* What is left, since the table is as wide as the page. */
  g_assert_cmpfloat_with_epsilon (find_width (pages, "取組状況"),
                                  (whole - number - 31 - 28 - 4 * 9 - 70 - 12 - 33) * MM, 0.1);
}

/* Wishes that cannot all be met: the table stays on the page, and the texts have room. */
static void
test_limits (void)
{
  static const double wishes[] = { 1, 200, 9999 };
  g_autoptr (ToriPlan) plan = create_plan (2025, "・サイトの構築(4月)", "仕組みができました。");

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      for (ToriReportColumn last = 0; last < TORI_N_REPORT_COLUMNS; last++)
        {
          ToriReportOptions options = { .portrait = TRUE };
          g_autoptr (ToriPages) pages = NULL;
          double width, height;

          for (ToriReportColumn c = 0; c <= last; c++)
            options.widths[c] = wishes[i];
          pages = lay_out (plan, &options);
          tori_pages_get_size (pages, &width, &height);
          g_assert_cmpfloat_with_epsilon (find_width (pages, "Ⅰ　行政改革の推進"), width - 37 * MM, 0.1);
          g_assert_cmpfloat (find_width (pages, "取組状況"), >, 40);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/report-columns/names", test_names);
  g_test_add_func ("/report-columns/texts-share", test_texts_share);
  g_test_add_func ("/report-columns/typing", test_typing);
  g_test_add_func ("/report-columns/many-years", test_many_years);
  g_test_add_func ("/report-columns/set-widths", test_set_widths);
  g_test_add_func ("/report-columns/limits", test_limits);
  return g_test_run ();
}
