/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-level.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"
#include "report/tori-report-totals-private.h"
#include "support/tori-test-build.h"

/* The totals on paper. */

typedef struct
{
  double height; /* of the page */
  GString *text; /* of all pages, lines apart */
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
}

static ToriPages *
lay_out (ToriPlan *plan, const ToriReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  ToriPages *pages = tori_report_lay_out (plan, options, &error);

  g_assert_no_error (error);
  tori_pages_get_n_pages (pages);
  return pages;
}

static char *
read_all (ToriPlan *plan, const ToriReportOptions *options)
{
  g_autoptr (ToriPages) pages = lay_out (plan, options);
  Look look = { .text = g_string_new (NULL) };
  double width;

  tori_pages_get_size (pages, &width, &look.height);
  for (guint i = 0; i < tori_pages_get_n_pages (pages); i++)
    tori_pages_foreach_line (pages, i, look_at_line, &look);
  return g_string_free (look.text, FALSE);
}

static void
assert_has (const char *text, const char *word)
{
  if (strstr (text, word) != NULL)
    return;
  g_test_message ("not on paper: %s", word);
  g_test_fail ();
}

static void
rate (ToriInitiative *initiative, int year, const char *level, int since)
{
  g_autoptr (ToriRatings) ratings = level != NULL ? tori_test_rating ("a", level, since) : NULL;

  tori_test_add (tori_initiative_get_entries (initiative), "year", year, "ratings", ratings, NULL);
}

static ToriInitiative *
add_initiative (ToriPillar *pillar, const char *number, const char *division)
{
  const char *const divisions[] = { division, NULL };
  g_autofree char *title = g_strdup_printf ("%s番の取組", number);

  return tori_test_add (tori_pillar_get_initiatives (pillar), "id", number, "number", number, "title", title,
                        "divisions", divisions, NULL);
}

/* Three pillars, the last of them empty; initiative 2 is listed again in the second and has a topic of
 * another division, 5 is rated only in the year before. */
static ToriPlan *
make_plan (void)
{
  static const char *const again[] = { "q", NULL };
  static const char *const both[] = { "x1", "y1", NULL };
  ToriPlan *plan = tori_test_plan_new (2016, 2019, 2018);
  ToriScale *scale = tori_test_add (tori_plan_get_scales (plan), "id", "a", "name", "取組達成度", NULL);
  ToriList *levels = tori_scale_get_levels (scale);
  ToriList *departments = tori_plan_get_departments (plan);
  ToriDepartment *x = tori_test_add (departments, "id", "x", "name", "総務部", NULL);
  ToriDepartment *y = tori_test_add (departments, "id", "y", "name", "市民部", NULL);
  ToriPillar *p = tori_test_add (tori_plan_get_pillars (plan), "id", "p", "title", "仕事を改める", NULL);
  ToriPillar *q = tori_test_add (tori_plan_get_pillars (plan), "id", "q", "title", "人を育てる", NULL);

  tori_test_add (tori_plan_get_pillars (plan), "id", "r", "title", "空の柱", NULL);
  g_object_set (plan, "title", "みほん市改革計画", "organization", "みほん市", NULL);
  tori_test_add (levels, "id", "done", "name", "達成", "meaning", "目標を果たしたもの", "done", TRUE, NULL);
  tori_test_add (levels, "id", "on", "name", "継続", "meaning", "続けるもの", NULL);
  tori_test_add (levels, "id", "earlier", "name", "{year}達成済", "meaning", "前に果たしたもの", "done", TRUE,
                 NULL);
  tori_test_add (levels, "id", "out", "name", "対象外", "counts", FALSE, NULL);
  tori_test_add (tori_department_get_divisions (x), "id", "x1", "name", "人事課", NULL);
  tori_test_add (tori_department_get_divisions (x), "id", "x2", "name", "財政課", NULL);
  tori_test_add (tori_department_get_divisions (y), "id", "y1", "name", "市民課", NULL);
  rate (add_initiative (p, "1", "x1"), 2018, "done", 0);
  rate (add_initiative (p, "2", NULL), 2018, "done", 0);
  g_object_set (tori_list_get (tori_pillar_get_initiatives (p), 1), "relisted", again, "divisions", both,
                NULL);
  rate (add_initiative (p, "3", "x2"), 2018, "on", 0);
  rate (add_initiative (q, "4", "y1"), 2018, "earlier", 2016);
  rate (add_initiative (q, "5", "y1"), 2017, "on", 0);
  rate (add_initiative (q, "6", NULL), 2018, "out", 0);
  rate (tori_list_get (tori_pillar_get_initiatives (p), 0), 2017, "on", 0);
  return plan;
}

/* Numbers */

static void
test_shares (void)
{
  static const struct
  {
    guint part, whole;
    const char *text;
  } cases[] = { { 0, 0, "—" },       { 0, 3, "0.0%" },        { 1, 3, "33.3%" }, { 2, 3, "66.7%" },
                { 3, 3, "100.0%" },  { 1, 8, "12.5%" },       { 1, 16, "6.3%" }, { 1, 2000, "0.1%" },
                { 1, 2001, "0.0%" }, { 1999, 2000, "100.0%" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tori_totals_format_share (cases[i].part, cases[i].whole);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_changes (void)
{
  static const struct
  {
    guint now, before;
    const char *text;
  } cases[] = { { 3, 1, "+2" }, { 1, 2, "−1" }, { 4, 4, "±0" }, { 0, 12, "−12" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tori_totals_format_change (cases[i].now, cases[i].before);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Tables, read as areas: the cells that follow the first one that begins with a name. */

typedef struct
{
  const char *name;
  guint wanted; /* which of them, from 0 */
  int left;     /* cells to take; -1: the row was not met */
  GString *cells;
} RowLook;

static void
look_at_area (const ToriPageArea *area, gpointer user_data)
{
  RowLook *look = user_data;

  if (look->left > 0)
    {
      g_autofree char *text = g_strdelimit (g_strdup (area->text), "\n", ' ');

      g_string_append_printf (look->cells, "%s|", text);
      look->left--;
    }
  if (look->left < 0 && !area->repeated && g_str_equal (area->text, look->name) && look->wanted-- == 0)
    look->left = 10;
}

static void
assert_row (ToriPages *pages, const char *name, guint wanted, const char *expected)
{
  RowLook look = { name, wanted, -1, g_string_new (NULL) };

  for (guint i = 0; i < tori_pages_get_n_pages (pages); i++)
    tori_pages_foreach_area (pages, i, look_at_area, &look);
  g_string_truncate (look.cells, MIN (look.cells->len, strlen (expected)));
  g_assert_cmpstr (look.cells->str, ==, expected);
  g_string_free (look.cells, TRUE);
}

static void
test_tables (void)
{
  const ToriReportOptions options = { TORI_REPORT_TOTALS };
  g_autoptr (ToriPlan) plan = make_plan ();
  g_autoptr (ToriPages) pages = lay_out (plan, &options);

  /* Achieved, continuing, achieved earlier, not assessed, not counted, total, listed again, rate. */
  assert_row (pages, "Ⅰ　仕事を改める", 0,
              "件数 構成比 前年度比|2 66.7% +2|1 33.3% ±0|0 0.0% ±0|0 0.0% −2|0 0.0% ±0|3 100.0% ±0|0 — ±0|"
              "2/3 66.7% +66.7|");
  assert_row (pages, "Ⅱ　人を育てる", 0,
              "件数 構成比 前年度比|0 0.0% ±0|0 0.0% −1|1 33.3% +1|1 33.3% −1|1 33.3% +1|3 100.0% ±0|1 — ±0|"
              "1/1 100.0% +100.0|");
  assert_row (pages, "Ⅲ　空の柱", 0,
              "件数 構成比 前年度比|0 — ±0|0 — ±0|0 — ±0|0 — ±0|0 — ±0|0 — ±0|0 — ±0|0/0 — —|");
  assert_row (
      pages, "計", 0,
      "件数 構成比 前年度比|2 33.3% +2|1 16.7% −1|1 16.7% +1|1 16.7% −3|1 16.7% +1|6 100.0% ±0|1 — ±0|"
      "3/4 75.0% +75.0|");
  assert_row (pages, "総務部", 0, "件数 構成比 前年度比|2 66.7% +2|1 33.3% ±0|0 0.0% ±0|");
  assert_row (pages, "市民部市民課", 0, "件数 構成比 前年度比|1 33.3% +1|0 0.0% −1|1 33.3% +1|1 33.3% −1|");
  assert_row (pages, "担当課の記載なし", 0, "件数 構成比 前年度比|0 0.0% ±0|");
}

static void
test_notes (void)
{
  const ToriReportOptions options = { TORI_REPORT_TOTALS };
  g_autoptr (ToriPlan) plan = make_plan ();
  g_autofree char *text = read_all (plan, &options);

  assert_has (text, "評価別集計表");
  assert_has (text, "達成：目標を果たしたもの");
  assert_has (text, "○年度達成済：前に果たしたもの");
  assert_has (text, "端数処理のため合計は100にならないことがあります");
  assert_has (text, "平成29年度との差");
  assert_has (text, "「達成、○年度達成済」の件数の割合");
  assert_has (text, "再掲は、他の柱の取組を再び掲げた件数で、計に含みません");
  assert_has (text, "延べ7件、計は6件");
  assert_has (text, "検算：明細の件数 6 ＝ 計 6、柱別の合計 6 ＝ 計 6、達成 2 ＝ 2、継続 1 ＝ 1、"
                    "平成28年度達成済 1 ＝ 1、対象外 1 ＝ 1、未記入 1 ＝ 1（すべて一致）");
}

/* The year before nobody reported. */
static void
test_no_year_before (void)
{
  const ToriReportOptions options = { TORI_REPORT_TOTALS, .year = 2017 };
  g_autoptr (ToriPlan) plan = make_plan ();
  g_autofree char *text = read_all (plan, &options);
  g_autoptr (ToriPages) pages = lay_out (plan, &options);

  assert_has (text, "平成28年度の実績がないため");
  assert_row (pages, "Ⅰ　仕事を改める", 0, "件数 構成比 前年度比|0 0.0% —|1 33.3% —|");
}

/* The check */

static void
test_check_finds_differences (void)
{
  g_autoptr (ToriPlan) plan = make_plan ();
  ToriScale *scale = tori_list_get (tori_plan_get_scales (plan), 0);

  for (guint planted = 0; planted < 5; planted++)
    {
      g_autoptr (ToriTotals) totals = tori_totals_new (plan, 2018, scale, TORI_TOTALS_BY_PILLAR);
      g_autoptr (GPtrArray) groups = tori_totals_groups_new (plan, 2018, scale);
      ToriTotalsGroup *group = g_ptr_array_index (groups, 0);
      g_autofree char *text = NULL;

      switch (planted)
        {
        case 1: g_ptr_array_remove_index (group->initiatives, 0); break;
        case 2: totals->total.not_assessed++; break;
        case 3: totals->total.count++; break;
        case 4: totals->rows[0].count--; break;
        default: break;
        }
      text = tori_totals_groups_check (plan, groups, totals);
      g_test_message ("%u: %s", planted, text);
      g_assert_cmpint (strstr (text, "（すべて一致）") != NULL, ==, planted == 0);
      g_assert_cmpint (strstr (text, "（一致しません）") != NULL, ==, planted != 0);
      g_assert_cmpint (strstr (text, "≠") != NULL, ==, planted != 0);
    }
}

/* Links: numbers lead to the part of the list that they count. */

typedef struct
{
  ToriPages *pages;
  GString *text; /* of the rows that begin at targets */
  guint n_links;
  /* the row that is looked for */
  double y;
  char *found;
} LinkLook;

static void
find_area (const ToriPageArea *area, gpointer user_data)
{
  LinkLook *look = user_data;

  if (look->found == NULL && area->y >= look->y - 0.5 && area->y <= look->y + 0.5)
    look->found = g_strdup (area->text);
}

static void
follow_link (const ToriPageArea *area, gpointer user_data)
{
  LinkLook *look = user_data;
  guint page;

  if (area->link == NULL)
    return;
  look->n_links++;
  g_assert_true (tori_pages_find_target (look->pages, area->link, &page, &look->y));
  g_clear_pointer (&look->found, g_free);
  tori_pages_foreach_area (look->pages, page, find_area, look);
  g_assert_nonnull (look->found);
  g_string_append_printf (look->text, "%c→%s ", area->text[0], look->found);
}

static void
test_links (void)
{
  const ToriReportOptions options = { TORI_REPORT_TOTALS };
  g_autoptr (ToriPlan) plan = make_plan ();
  g_autoptr (ToriPages) pages = lay_out (plan, &options);
  LinkLook look = { pages, g_string_new (NULL) };

  tori_pages_foreach_area (pages, 0, follow_link, &look);
  /* The first pillar: two achieved, one goes on, three in all; a pillar's lead to its own initiatives, the
   * first of which is known by its number. */
  assert_has (look.text->str, "2→1 1→3 3→達成　2件 1→4 1→5 1→6 3→達成　2件 "
                              "2→達成　2件 1→継続　1件 1→平成28年度達成済　1件 1→未記入　1件 1→対象外　1件 "
                              "6→達成　2件 ");
  g_string_free (look.text, TRUE);
  g_free (look.found);
}

/* Bars are told in words too. */
static void
test_bars (void)
{
  const ToriReportOptions options = { TORI_REPORT_TOTALS };
  g_autoptr (ToriPlan) plan = make_plan ();
  g_autoptr (ToriPages) pages = lay_out (plan, &options);

  assert_row (pages, "凡例", 0, "達成、継続、平成28年度達成済、対象外、未記入|");
  assert_row (pages, "Ⅰ　仕事を改める", 1, "達成 2、継続 1|");
  assert_row (pages, "Ⅱ　人を育てる", 1, "平成28年度達成済 1、対象外 1、未記入 1|");
  assert_row (pages, "総務部", 1, "達成 2、継続 1|");
}

/* What is typed shows at once, or the report has to be laid out anew; nothing of it stays as it was. */

static gboolean updated;

static void
changed_cb (ToriRecord *plan, ToriRecord *source, gpointer field, ToriPages *pages)
{
  updated = tori_pages_update (pages, source, field);
}

static void
test_update (void)
{
  const ToriReportOptions options = { TORI_REPORT_TOTALS };
  g_autoptr (ToriPlan) plan = make_plan ();
  ToriPillar *pillar = tori_list_get (tori_plan_get_pillars (plan), 0);
  ToriInitiative *initiative = tori_list_get (tori_pillar_get_initiatives (pillar), 0);
  ToriEntry *entry = tori_initiative_find_entry (initiative, 2018);
  ToriScale *scale = tori_list_get (tori_plan_get_scales (plan), 0);
  ToriDepartment *department = tori_list_get (tori_plan_get_departments (plan), 0);
  ToriDivision *division = tori_list_get (tori_department_get_divisions (department), 0);
  ToriLevel *level = tori_list_get (tori_scale_get_levels (scale), 0);
  g_autoptr (ToriRatings) ratings = tori_test_rating ("a", "on", 0);
  struct
  {
    gpointer record;
    const char *property;
    gpointer value;
    gboolean updates;
  } changes[] = {
    { initiative, "title", (gpointer) "題名を改めた取組", TRUE },
    { pillar, "title", (gpointer) "題名を改めた柱", TRUE },
    { entry, "ratings", ratings, FALSE },
    { level, "name", (gpointer) "できた", FALSE },
    { level, "meaning", (gpointer) "できたもの", FALSE },
    { scale, "name", (gpointer) "できばえ", FALSE },
    { division, "name", (gpointer) "職員課", FALSE },
    { department, "name", (gpointer) "人財部", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (ToriPages) pages = lay_out (plan, &options);
      g_autoptr (ToriPages) anew = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (GBytes) expected = NULL;
      gulong handler = g_signal_connect (plan, "changed", G_CALLBACK (changed_cb), pages);

      g_object_set (changes[i].record, changes[i].property, changes[i].value, NULL);
      g_signal_handler_disconnect (plan, handler);
      g_test_message ("%s", changes[i].property);
      g_assert_cmpint (updated, ==, changes[i].updates);
      if (!updated)
        continue;
      anew = lay_out (plan, &options);
      pdf = tori_pages_to_pdf (pages, NULL);
      expected = tori_pages_to_pdf (anew, NULL);
      g_assert_true (g_bytes_equal (pdf, expected));
    }
}

/* Hard plans */

static void
test_without_scale (void)
{
  const ToriReportOptions options = { TORI_REPORT_TOTALS };
  g_autoptr (ToriPlan) plan = tori_test_plan_new (2016, 2019, 2018);
  ToriPillar *pillar = tori_test_add (tori_plan_get_pillars (plan), "id", "p", "title", "柱", NULL);
  g_autoptr (ToriPages) pages = NULL;
  g_autofree char *text = NULL;

  g_object_set (plan, "title", "みほん市改革計画", NULL);
  add_initiative (pillar, "1", NULL);
  text = read_all (plan, &options);
  pages = lay_out (plan, &options);
  assert_has (text, "評価の段階が定められていません");
  assert_row (pages, "Ⅰ　柱", 0, "件数 構成比 前年度比|1 100.0% —|0 — —|計|");
}

static void
test_empty (void)
{
  const ToriReportOptions options = { TORI_REPORT_TOTALS };
  g_autoptr (ToriPlan) plan = tori_test_plan_new (2016, 2019, 2018);
  g_autofree char *text = read_all (plan, &options);

  assert_has (text, "There are no initiatives here in this year.");
}

static void
add_many (ToriPlan *plan, guint n_levels, guint n_divisions)
{
  ToriScale *scale = tori_test_add (tori_plan_get_scales (plan), "id", "b", "name", "細かな評価", NULL);
  ToriDepartment *department =
      tori_test_add (tori_plan_get_departments (plan), "id", "z", "name", "なんでも部", NULL);

  for (guint i = 0; i < n_levels; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);
      g_autofree char *name = g_strdup_printf ("第%u段階まで進んだもの", i + 1);

      tori_test_add (tori_scale_get_levels (scale), "id", id, "name", name, "meaning", name, "counts",
                     i + 2 < n_levels, NULL);
    }
  for (guint i = 0; i < n_divisions; i++)
    {
      g_autofree char *id = g_strdup_printf ("z%u", i);
      g_autofree char *name = g_strdup_printf ("第%u課", i + 1);

      tori_test_add (tori_department_get_divisions (department), "id", id, "name", name, NULL);
    }
}

/* Twelve levels, two of which do not count, and forty divisions, on every paper with every size of letters.
 */
static void
test_fits (void)
{
  static const double sizes[] = { 5, 0, 16 };
  g_autoptr (ToriPlan) plan = make_plan ();

  add_many (plan, 12, 40);
  for (guint i = 0; i < 4 * G_N_ELEMENTS (sizes); i++)
    {
      const ToriReportOptions options = { TORI_REPORT_TOTALS, .paper = i % 2 ? TORI_PAPER_A3 : TORI_PAPER_A4,
                                          .portrait = i % 4 < 2, .font_size = sizes[i / 4] };
      g_autofree char *text = read_all (plan, &options);

      assert_has (text, "なんでも部第40課");
      assert_has (text, "第12段階まで進んだもの：");
      assert_has (text, "小計");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/report-totals/shares", test_shares);
  g_test_add_func ("/report-totals/changes", test_changes);
  g_test_add_func ("/report-totals/tables", test_tables);
  g_test_add_func ("/report-totals/notes", test_notes);
  g_test_add_func ("/report-totals/no-year-before", test_no_year_before);
  g_test_add_func ("/report-totals/check-finds-differences", test_check_finds_differences);
  g_test_add_func ("/report-totals/links", test_links);
  g_test_add_func ("/report-totals/bars", test_bars);
  g_test_add_func ("/report-totals/update", test_update);
  g_test_add_func ("/report-totals/without-scale", test_without_scale);
  g_test_add_func ("/report-totals/empty", test_empty);
  g_test_add_func ("/report-totals/fits", test_fits);
  return g_test_run ();
}
