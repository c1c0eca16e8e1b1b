/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "model/tori-totals.h"
#include "storage/tori-codec.h"
#include "support/tori-test-data.h"
#include "support/tori-test-program.h"

/* The table with single blanks; how its columns are set is the matter of another test. */
static char *
run_squeezed (const char *language, const char *line)
{
  g_autofree char *out = tori_test_run_well (language, line);
  g_autoptr (GRegex) blanks = g_regex_new (" +", 0, 0, NULL);

  return g_regex_replace_literal (blanks, out, -1, 0, " ", 0, NULL);
}

static void
test_table (void)
{
  g_autofree char *english = run_squeezed ("en", "totals DATA/small.torikumi");
  g_autofree char *japanese =
      run_squeezed ("ja", "totals DATA/small.torikumi --by division --year 平成30年度");

  g_assert_cmpstr (
      english, ==,
      "FY2018 Initiatives 達成 継続 平成29年度達成済 対象外 Not assessed Not counted Listed again "
      "Done of counted\n"
      "Ⅰ 開かれた市役所 2 1 0 1 0 0 0 0 2/2\n"
      "柱２ 健全な財政 2 0 0 0 1 1 1 1 0/0\n"
      "Total 4 1 0 1 1 1 1 1 2/2\n"
      "FY2017 4 1 1 0 0 2 0 1 1/2\n"
      "Change 0 0 -1 +1 +1 -1 +1 0\n");
  g_assert_true (g_str_has_prefix (japanese, "平成30年度 取組数 達成 継続 平成29年度達成済 対象外 "));
  tori_test_assert_contains (japanese, "\n総務部人事課 1 0 0 1 0 0 0 0 1/1\n"
                                       "総務部総務課 2 0 0 1 0 1 0 0 1/1\n"
                                       "市民部総務課 1 0 0 0 0 1 0 0 0/0\n"
                                       "市民部窓口課 2 1 0 1 0 0 0 0 2/2\n");
  tori_test_assert_contains (
      japanese, " 1 0 0 0 1 0 1 0 0/0\n計 4 1 0 1 1 1 1 0 2/2\n平成29年度 4 1 1 0 0 2 0 0 1/2\n");
}

static void
test_json (void)
{
  g_autofree char *cost =
      tori_test_run_well ("en", "totals DATA/small.torikumi --json --scale 費用 --by department");
  g_autofree char *same =
      tori_test_run_well ("ja", "totals DATA/small.torikumi --json --scale cost --by department");
  g_autofree char *earlier = tori_test_run_well ("en", "totals DATA/small.torikumi --json -y H28");
  g_autoptr (GString) expected = g_string_new ("{\n"
                                               "  \"year\": 2018,\n"
                                               "  \"scale\": \"cost\",\n"
                                               "  \"by\": \"department\",\n"
                                               "  \"rows\": [\n");
  static const struct
  {
    const char *id, *name;
    guint count, not_assessed, a, on;
  } rows[] = { { "\"soumu\"", "\"総務部\"", 2, 2, 0, 0 },
               { "\"shimin\"", "\"市民部\"", 3, 2, 1, 0 },
               { "null", "null", 1, 1, 0, 0 },
               { "null", "null", 4, 3, 1, 0 },
               { "null", "null", 4, 4, 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) row = g_string_new (NULL);

      g_string_printf (row,
                       "{\n"
                       "  \"id\": %s,\n"
                       "  \"name\": %s,\n"
                       "  \"count\": %u,\n"
                       "  \"not_assessed\": %u,\n"
                       "  \"not_counted\": 0,\n"
                       "  \"relisted\": 0,\n"
                       "  \"levels\": [\n"
                       "    {\n"
                       "      \"level\": \"cost-a\",\n"
                       "      \"since\": null,\n"
                       "      \"label\": \"Ａ\",\n"
                       "      \"count\": %u\n"
                       "    },\n"
                       "    {\n"
                       "      \"level\": \"cost-on\",\n"
                       "      \"since\": null,\n"
                       "      \"label\": \"継続\",\n"
                       "      \"count\": %u\n"
                       "    }\n"
                       "  ],\n"
                       "  \"rate\": {\n"
                       "    \"done\": 0,\n"
                       "    \"counted\": %u\n"
                       "  }\n"
                       "}",
                       rows[i].id, rows[i].name, rows[i].count, rows[i].not_assessed, rows[i].a, rows[i].on,
                       rows[i].a + rows[i].on);
      g_string_replace (row, "\n", i < 3 || i == 4 ? "\n    " : "\n  ", 0);
      if (i < 3)
        g_string_append_printf (expected, "    %s%s\n", row->str, i < 2 ? "," : "\n  ],");
      else
        g_string_append_printf (expected,
                                i == 3 ? "  \"total\": %s,\n"
                                       : "  \"before\": {\n    \"year\": 2017,\n    \"total\": %s\n  }\n}\n",
                                row->str);
    }
  g_assert_cmpstr (cost, ==, expected->str);
  g_assert_cmpstr (same, ==, cost);

  /* Nobody reported on 2015. */
  tori_test_assert_contains (earlier, "\n  \"before\": null\n}\n");
  tori_test_assert_contains (earlier, "\"year\": 2016,");
  tori_test_assert_contains (earlier, "\"name\": \"柱２ 健全な財政\",");
}

/* --- Every plan that there is --- */

static void
check_row (const ToriTotals *totals, const ToriTotalsRow *row)
{
  guint rated = 0;

  for (guint i = 0; i < totals->n_levels; i++)
    rated += row->levels[i];
  g_assert_cmpuint (row->not_assessed + rated, ==, row->count);
  g_assert_cmpuint (row->not_counted + row->counted, ==, rated);
  g_assert_cmpuint (row->done, <=, row->counted);
}

/* The rows say nothing else than the total, and none of the initiatives is missing from them. */
static void
check_totals (const ToriTotals *totals)
{
  guint count = 0, relisted = 0;

  check_row (totals, &totals->total);
  for (guint i = 0; i < totals->n_rows; i++)
    {
      check_row (totals, &totals->rows[i]);
      g_assert_cmpuint (totals->rows[i].count, <=, totals->total.count);
      count += totals->rows[i].count;
      relisted += totals->rows[i].relisted;
    }
  g_assert_cmpuint (count, >=, totals->total.count);
  g_assert_cmpuint (relisted, ==, totals->total.relisted);
  if (totals->by == TORI_TOTALS_BY_PILLAR)
    g_assert_cmpuint (count, ==, totals->total.count);
}

static void
check_plan (const char *path)
{
  gsize length;
  g_autofree char *data = tori_test_read (path, &length);
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPlan) plan = tori_codec_decode (data, length, &error);
  const ToriYears *years;
  ToriList *scales;

  g_assert_no_error (error);
  years = tori_plan_get_years (plan);
  scales = tori_plan_get_scales (plan);
  for (int year = years->first; year <= years->last; year++)
    for (guint i = 0; i < MAX (tori_list_get_length (scales), 1); i++)
      for (int by = TORI_TOTALS_BY_PILLAR; by <= TORI_TOTALS_BY_DIVISION; by++)
        {
          ToriScale *scale = i < tori_list_get_length (scales) ? tori_list_get (scales, i) : NULL;
          g_autoptr (ToriTotals) totals = tori_totals_new (plan, year, scale, (ToriTotalsBy) by);
          g_autofree char *quoted = g_shell_quote (path);
          g_autofree char *line = g_strdup_printf ("list %s --year %d", quoted, year);
          g_autofree char *list = i == 0 && by == 0 ? tori_test_run_well ("en", line) : NULL;

          check_totals (totals);
          if (list != NULL)
            {
              g_auto (GStrv) lines = g_strsplit (list, "\n", -1);

              g_assert_cmpuint (g_strv_length (lines) - 1, ==, totals->total.count);
            }
        }
}

static void
test_all_plans (void)
{
  g_auto (GStrv) paths = tori_test_list_plans ();

  g_assert_cmpuint (g_strv_length (paths), >=, 2);
  for (guint i = 0; paths[i] != NULL; i++)
    check_plan (paths[i]);
}

/* The rows of the real report, as people counted them. */
static void
test_real_plan (void)
{
  g_auto (GStrv) paths = g_strsplit (g_getenv ("TORIKUMI_PLANS") ? g_getenv ("TORIKUMI_PLANS") : "", ":", -1);
  gboolean found = FALSE;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *contents = NULL;
      g_autofree char *quoted = g_shell_quote (paths[i]);
      g_autofree char *pillars_line = g_strdup_printf ("totals %s", quoted);
      g_autofree char *divisions_line = g_strdup_printf ("totals %s --by division", quoted);
      g_autofree char *list_line = g_strdup_printf ("list %s --division soumu-jinji", quoted);
      g_autofree char *pillars = NULL;
      g_autofree char *divisions = NULL;
      g_autofree char *list = NULL;
      g_auto (GStrv) lines = NULL;

      if (!g_file_get_contents (paths[i], &contents, NULL, NULL)
          || strstr (contents, "\"id\": \"mie-gyouzaisei-2\"") == NULL)
        continue;
      found = TRUE;
      pillars = run_squeezed ("en", pillars_line);
      divisions = run_squeezed ("en", divisions_line);
      list = tori_test_run_well ("en", list_line);
      tori_test_assert_contains (pillars, "達成 継続 平成28年度達成済 Not assessed");
      tori_test_assert_contains (pillars, " 3 1 0 2 0 0 0 3/3\n");
      tori_test_assert_contains (pillars, " 2 0 1 0 1 0 0 0/1\n");
      tori_test_assert_contains (pillars, " 6 2 2 2 0 0 0 4/6\n");
      tori_test_assert_contains (pillars, "\nTotal 11 3 3 4 1 0 0 7/10\n");
      tori_test_assert_contains (divisions, "\n総務部人事課 4 0 0 3 1 0 0 3/3\n");
      tori_test_assert_contains (divisions,
                                 "\n(nobody in charge) 1 1 0 0 0 0 0 1/1\nTotal 11 3 3 4 1 0 0 7/10\n");
      lines = g_strsplit (list, "\n", -1);
      g_assert_cmpuint (g_strv_length (lines), ==, 5);
      g_assert_true (g_str_has_prefix (lines[0], "1\t①\t"));
      g_assert_true (g_str_has_prefix (lines[1], "3\t③\t"));
      g_assert_true (g_str_has_prefix (lines[2], "4\t①\t"));
      g_assert_true (g_str_has_prefix (lines[3], "6\t①\t"));
    }

  if (!found)
    g_test_skip ("TORIKUMI_PLANS does not name the real plan");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli-totals/table", test_table);
  g_test_add_func ("/cli-totals/json", test_json);
  g_test_add_func ("/cli-totals/all-plans", test_all_plans);
  g_test_add_func ("/cli-totals/real-plan", test_real_plan);

  return g_test_run ();
}
