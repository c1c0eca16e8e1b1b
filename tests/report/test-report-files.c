/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-initiative.h"
#include "model/tori-pillar.h"
#include "report/tori-report.h"
#include "support/tori-test-build.h"

/* Names of the files of departments and divisions. */

static void
test_name_part (void)
{
  static const struct
  {
    const char *text, *name;
  } cases[] = {
    { "総務部", "総務部" },
    { "企画・IT推進（仮称）", "企画・IT推進（仮称）" },
    { "総務 部", "総務 部" },
    { "a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j" },
    { "総務\n部\t", "総務-部-" },
    { "総務\u200b部", "総務-部" },
    { ".hidden", "hidden" },
    { "　総務部. .　", "総務部" },
    { "...", "" },
    { "", "" },
    { "CON", "_CON" },
    { "nul", "_nul" },
    { "Aux.課", "_Aux.課" },
    { "COM1", "_COM1" },
    { "lpt9.txt", "_lpt9.txt" },
    { "COM", "COM" },
    { "COMX", "COMX" },
    { "CONTROL", "CONTROL" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = tori_report_name_part (cases[i].text);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

/* A plan in which each of @names is a department, with one division and something to do. */
static ToriPlan *
create_plan (const char *const *names, const char *division)
{
  ToriPlan *plan = tori_test_plan_new (2016, 2019, 2017);
  ToriPillar *pillar = tori_test_add (tori_plan_get_pillars (plan), "id", "p1", "title", "行政改革", NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("d%u", i);
      const char *const divisions[] = { id, NULL };
      ToriDepartment *department =
          tori_test_add (tori_plan_get_departments (plan), "id", id, "name", names[i], NULL);

      tori_test_add (tori_department_get_divisions (department), "id", id, "name", division, NULL);
      tori_test_add (tori_pillar_get_initiatives (pillar), "id", id, "number", id, "divisions", divisions,
                     NULL);
    }
  return plan;
}

static const char *
get_file (GPtrArray *parts, guint i)
{
  return ((const ToriReportPart *) g_ptr_array_index (parts, i))->file;
}

static void
test_files (void)
{
  static const char *const names[] = { "総務部", "", NULL };
  g_autoptr (ToriPlan) plan = create_plan (names, "人事課");
  g_autoptr (GPtrArray) departments = tori_report_list_parts (plan, TORI_REPORT_DEPARTMENT, 0);
  g_autoptr (GPtrArray) divisions = tori_report_list_parts (plan, TORI_REPORT_DIVISION, 2018);

  g_assert_cmpstr (get_file (departments, 0), ==, "2017_総務部.pdf");
  g_assert_cmpstr (get_file (departments, 1), ==, "2017.pdf");
  g_assert_cmpstr (get_file (divisions, 0), ==, "2018_総務部_人事課.pdf");
  g_assert_cmpstr (get_file (divisions, 1), ==, "2018_人事課.pdf");
}

/* Names that a file system may take for the same are told apart. */
static void
test_same_names (void)
{
  static const char *const names[] = {
    "IT部", "it部", "ＩＴ部", "IT部", "IT部_2", "か\u3099部", "が部", NULL
  };
  static const char *const files[] = { "2017_IT部.pdf",   "2017_it部_2.pdf",   "2017_ＩＴ部_3.pdf",
                                       "2017_IT部_4.pdf", "2017_IT部_2_2.pdf", "2017_か\u3099部.pdf",
                                       "2017_が部_2.pdf" };
  g_autoptr (ToriPlan) plan = create_plan (names, "課");
  g_autoptr (GPtrArray) parts = tori_report_list_parts (plan, TORI_REPORT_DEPARTMENT, 2017);

  g_assert_cmpuint (parts->len, ==, G_N_ELEMENTS (files));
  for (guint i = 0; i < parts->len; i++)
    g_assert_cmpstr (get_file (parts, i), ==, files[i]);
}

/* Long names stay whole characters, and apart. */
static void
test_long_names (void)
{
  g_autoptr (GString) endless = g_string_new (NULL);
  g_autoptr (ToriPlan) plan = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  const char *names[] = { NULL, NULL, NULL };

  for (guint i = 0; i < 300; i++)
    g_string_append (endless, "部");
  names[0] = names[1] = endless->str;
  plan = create_plan (names, endless->str);
  parts = tori_report_list_parts (plan, TORI_REPORT_DIVISION, 2017);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (strlen (get_file (parts, i)), <=, 240);
      g_assert_cmpuint (strlen (get_file (parts, i)), >, 230);
      g_assert_true (g_utf8_validate (get_file (parts, i), -1, NULL));
      g_assert_true (g_str_has_suffix (get_file (parts, i), i == 0 ? "部.pdf" : "部_2.pdf"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/report-files/name-part", test_name_part);
  g_test_add_func ("/report-files/files", test_files);
  g_test_add_func ("/report-files/same-names", test_same_names);
  g_test_add_func ("/report-files/long-names", test_long_names);
  return g_test_run ();
}
