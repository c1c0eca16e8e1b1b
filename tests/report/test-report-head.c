/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/tori-division.h"
#include "model/tori-department.h"
#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-pillar.h"
#include "model/tori-years.h"
#include "report/tori-report.h"
#include "support/tori-test-build.h"

/* What stands at the head of a report: boxes for approval, and the date. */

#define MM (72 / 25.4)

static ToriPlan *
create_plan (void)
{
  ToriPlan *plan = tori_test_plan_new (2016, 2019, 2017);
  ToriList *departments = tori_plan_get_departments (plan);
  ToriPillar *pillar = tori_test_add (tori_plan_get_pillars (plan), "id", "p1", "title", "行政改革", NULL);

  g_object_set (plan, "title", "行政改革", "organization", "汐見原市", NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("d%u", i);
      const char *const divisions[] = { id, NULL };
      ToriDepartment *department =
          tori_test_add (departments, "id", id, "name", i == 0 ? "総務部" : "市民部", NULL);

      tori_test_add (tori_department_get_divisions (department), "id", id, "name", "第一課", NULL);
      tori_test_add (tori_pillar_get_initiatives (pillar), "id", id, "number", i == 0 ? "1" : "2", "title",
                     "職員を育てる", "divisions", divisions, NULL);
    }
  return plan;
}

static void
add_entry (ToriPlan *plan, guint initiative, int year, const char *modified)
{
  ToriPillar *pillar = tori_list_get (tori_plan_get_pillars (plan), 0);
  ToriEntry *entry = tori_test_add (
      tori_initiative_get_entries (tori_list_get (tori_pillar_get_initiatives (pillar), initiative)), "year",
      year, NULL);
  g_autofree char *at = g_strdup (modified);

  g_object_set (entry, "modified", &(ToriStamp){ .at = at }, NULL);
}

static void
take_line (const ToriPageLine *line, gpointer user_data)
{
  g_string_append_printf (user_data, "%s\n", line->text);
}

static char *
read_page (ToriPages *pages, guint page)
{
  GString *text = g_string_new (NULL);

  g_assert_true (tori_pages_advance (pages, page));
  tori_pages_foreach_line (pages, page, take_line, text);
  return g_string_free (text, FALSE);
}

static char *
read_first_page (ToriPlan *plan, const ToriReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPages) pages = tori_report_lay_out (plan, options, &error);

  g_assert_no_error (error);
  return read_page (pages, 0);
}

static void
assert_lead (ToriPlan *plan, const char *date, const char *lead)
{
  const ToriReportOptions options = { .date = date };
  g_autofree char *text = read_first_page (plan, &options);
  g_autofree char *line = g_strconcat ("\n", lead, "\n", NULL);

  if (strstr (text, line) != NULL)
    return;
  g_test_message ("“%s” is not in: %s", lead, text);
  g_test_fail ();
}

static void
test_date (void)
{
  g_autoptr (ToriPlan) plan = create_plan ();

  g_unsetenv ("SOURCE_DATE_EPOCH");
  assert_lead (plan, NULL, "汐見原市");
  add_entry (plan, 0, 2017, "2018-04-20T23:30:00+09:00");
  add_entry (plan, 1, 2017, "2018-04-20T13:00:00Z");
  /* Another year's does not count. */
  add_entry (plan, 0, 2018, "2019-04-20T12:00:00+09:00");
  assert_lead (plan, NULL, "平成30年4月20日現在　汐見原市");
  assert_lead (plan, "", "汐見原市");
  assert_lead (plan, "令和8年度 第1回", "令和8年度 第1回　汐見原市");
  g_setenv ("SOURCE_DATE_EPOCH", "1556668800", TRUE);
  assert_lead (plan, NULL, "令和元年5月1日現在　汐見原市");
  g_object_set (plan, "title", "Reform", "organization", "", NULL);
  assert_lead (plan, NULL, "as of 2019-05-01");
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

static gboolean updated;

static void
changed_cb (ToriRecord *plan, ToriRecord *source, gpointer field, ToriPages *pages)
{
  updated = tori_pages_update (pages, source, field);
}

/* Pages cannot take up what changes their date. */
static void
test_date_moves (void)
{
  g_autoptr (ToriPlan) plan = create_plan ();
  g_autoptr (ToriPages) pages = NULL;
  char before[] = "2018-04-20T08:00:00+09:00", after[] = "2018-04-20T09:00:00+09:00",
       next_day[] = "2018-04-21T09:00:00+09:00";
  ToriInitiative *initiative =
      tori_list_get (tori_pillar_get_initiatives (tori_list_get (tori_plan_get_pillars (plan), 0)), 0);
  ToriEntry *entry;

  add_entry (plan, 0, 2017, before);
  entry = tori_initiative_find_entry (initiative, 2017);
  pages = tori_report_lay_out (plan, &(ToriReportOptions){ 0 }, NULL);
  g_signal_connect (plan, "changed", G_CALLBACK (changed_cb), pages);
  g_object_set (entry, "modified", &(ToriStamp){ .at = after }, NULL);
  g_assert_true (updated);
  g_object_set (entry, "modified", &(ToriStamp){ .at = next_day }, NULL);
  g_assert_false (updated);
}

/* The boxes that are empty: their number, where they end, and how large they are. */
typedef struct
{
  guint n;
  double right, width, height;
} Boxes;

static void
take_box (const ToriPageArea *area, gpointer user_data)
{
  Boxes *boxes = user_data;

  /* Those of a table are not so high. */
  if (*area->text != '\0' || area->record != NULL)
    return;
  boxes->n++;
  boxes->right = area->x + area->width;
  boxes->width = area->width;
  boxes->height = area->height;
}

static void
test_approvals (void)
{
  static const char *const titles[] = { "部長", "課長", "行財政改革推進担当課長補佐", "係", NULL };
  const ToriReportOptions options[] = {
    { .approvals = titles },
    { TORI_REPORT_DEPARTMENT, .approvals = titles },
    { TORI_REPORT_DEPARTMENT, .approvals = titles, .portrait = TRUE, .font_size = 16 },
  };
  g_autoptr (ToriPlan) plan = create_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (ToriPages) pages = tori_report_lay_out (plan, &options[i], NULL);
      g_autofree char *first = read_page (pages, 0);
      double width, height;
      Boxes boxes = { 0 };

      tori_pages_get_size (pages, &width, &height);
      g_assert_true (g_str_has_prefix (first, "部長\n課長\n行財"));
      tori_pages_foreach_area (pages, 0, take_box, &boxes);
      g_assert_cmpuint (boxes.n, ==, 4);
      g_assert_cmpfloat_with_epsilon (boxes.right, width - 12 * MM, 0.1);
      g_assert_cmpfloat_with_epsilon (boxes.width, 18 * MM, 0.1);
      g_assert_cmpfloat_with_epsilon (boxes.height, 18 * MM, 0.1);
      /* On the first page only, with the first heading. */
      g_assert_nonnull (strstr (first, i == 0 ? "職員を" : "総務部"));
      if (i > 0)
        {
          g_autofree char *second = NULL;

          second = read_page (pages, tori_pages_get_n_pages (pages) - 1);
          g_assert_null (strstr (second, "課長"));
        }
    }
}

/* More boxes than the paper has room for become narrower and stay on it. */
static void
test_many_approvals (void)
{
  const char *titles[31];
  const ToriReportOptions options = { .approvals = titles, .portrait = TRUE };
  g_autoptr (ToriPlan) plan = create_plan ();
  g_autoptr (ToriPages) pages = NULL;
  Boxes boxes = { 0 };

  for (guint i = 0; i < 30; i++)
    titles[i] = "課長補佐";
  titles[30] = NULL;
  pages = tori_report_lay_out (plan, &options, NULL);
  g_assert_true (tori_pages_advance (pages, 0));
  tori_pages_foreach_area (pages, 0, take_box, &boxes);
  g_assert_cmpuint (boxes.n, ==, 30);
  g_assert_cmpfloat_with_epsilon (boxes.width, (210 - 25 - 12) * MM / 30, 0.1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/report-head/date", test_date);
  g_test_add_func ("/report-head/date-moves", test_date_moves);
  g_test_add_func ("/report-head/approvals", test_approvals);
  g_test_add_func ("/report-head/many-approvals", test_many_approvals);
  return g_test_run ();
}
