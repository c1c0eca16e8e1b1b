/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "support/tori-test-data.h"
#include "support/tori-test-program.h"

/* torikumi diff and torikumi merge, run as people and git run them. */

static char *
replace (const char *text, const char *from, const char *to)
{
  GString *changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, from, to, 0), >, 0);
  return g_string_free (changed, FALSE);
}

/* base, ours and theirs: both gave the first initiative another title, they the third one too. */
static void
write_three (void)
{
  g_autofree char *base = tori_test_read_data ("small.torikumi", NULL);
  g_autofree char *ours = replace (base, "窓口案内の見直し", "窓口の一新");
  g_autofree char *theirs = replace (base, "窓口案内の見直し", "窓口の整理");
  g_autofree char *more = replace (theirs, "職員研修の充実", "研修");

  tori_test_write_file ("base", base);
  tori_test_write_file ("ours", ours);
  tori_test_write_file ("theirs", more);
}

static void
test_diff (void)
{
  g_autofree char *said = NULL;
  g_autofree char *json = NULL;
  g_autofree char *none = NULL;

  write_three ();
  said = tori_test_run_well ("ja", "diff DIR/base DIR/theirs");
  g_assert_cmpstr (said, ==,
                   "1 窓口の整理：取組名：「窓口案内の見直し」→「窓口の整理」\n"
                   "3 研修：取組名：「職員研修の充実」→「研修」\n");
  json = tori_test_run_well ("en", "diff DIR/base DIR/ours --json");
  g_assert_cmpstr (json, ==,
                   "[\n  {\n    \"initiative\": \"i1\",\n    \"number\": \"1\",\n"
                   "    \"path\": \"pillars[0].initiatives[0].title\",\n"
                   "    \"old\": \"窓口案内の見直し\",\n    \"new\": \"窓口の一新\"\n  }\n]\n");
  none = tori_test_run_well ("en", "diff DIR/base DIR/base --json");
  g_assert_cmpstr (none, ==, "[]\n");
}

/* What has a title besides initiatives does not have an initiative's. */
static void
test_diff_title (void)
{
  g_autofree char *base = tori_test_read_data ("small.torikumi", NULL);
  g_autofree char *theirs = replace (base, "\"title\": \"みなと市行政改革プラン\"", "\"title\": \"新計画\"");
  g_autofree char *said = NULL;

  tori_test_write_file ("base", base);
  tori_test_write_file ("theirs", theirs);
  said = tori_test_run_well ("ja", "diff DIR/base DIR/theirs");
  g_assert_cmpstr (said, ==, "計画全体：名称：「みなと市行政改革プラン」→「新計画」\n");
}

static void
test_merge (void)
{
  g_auto (ToriTestResult) result = { 0 };
  g_autofree char *ours = NULL;
  g_autofree char *before = NULL;
  g_autofree char *kept = NULL;

  write_three ();
  before = tori_test_read_written ("ours");
  tori_test_run (&result, "ja", "merge DIR/base DIR/ours DIR/theirs", NULL);
  g_assert_cmpint (result.status, ==, 1);
  tori_test_assert_contains (result.out, "3 研修：取組名：「職員研修の充実」→「研修」\n");
  tori_test_assert_contains (result.out, "【競合】自分の内容を残しました：1 窓口の整理：取組名");
  ours = tori_test_read_written ("ours");
  kept = tori_test_read_written ("ours~");
  g_assert_cmpstr (kept, ==, before);
  tori_test_assert_contains (ours, "窓口の一新");
  tori_test_assert_contains (ours, "\"研修\"");
}

/* As git calls it: over the file of ours, nothing beside it; 0 when there is no conflict. */
static void
test_driver (void)
{
  g_autofree char *base = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *json = NULL;

  write_three ();
  base = tori_test_read_written ("base");
  ours = replace (base, "手続の電子化", "手続");
  theirs = tori_test_read_written ("theirs");
  tori_test_write_file ("ours", ours);
  json = tori_test_run_well ("en", "merge DIR/base DIR/ours DIR/theirs -o DIR/ours --json");
  tori_test_assert_contains (json, "\"conflicts\": [],\n  \"refused\": []\n}\n");
  merged = tori_test_read_written ("ours");
  tori_test_assert_contains (merged, "\"手続\"");
  tori_test_assert_contains (merged, "窓口の整理");
}

static void
test_conflict_json (void)
{
  g_auto (ToriTestResult) result = { 0 };

  write_three ();
  tori_test_run (&result, "en", "merge DIR/base DIR/ours DIR/theirs -o DIR/out --json", NULL);
  g_assert_cmpint (result.status, ==, 1);
  tori_test_assert_contains (result.out, "    \"path\": \"pillars[0].initiatives[0].title\",\n"
                                         "      \"base\": \"窓口案内の見直し\",\n"
                                         "      \"ours\": \"窓口の一新\",\n"
                                         "      \"theirs\": \"窓口の整理\"\n");
}

static void
test_misuse (void)
{
  g_auto (ToriTestResult) result = { 0 };
  g_autofree char *base = NULL;
  g_autofree char *other = NULL;
  g_autofree char *after = NULL;

  write_three ();
  tori_test_run (&result, "en", "merge DIR/base DIR/ours", NULL);
  g_assert_cmpint (result.status, ==, 2);
  tori_test_assert_contains (result.err, "needs 3 files");
  tori_test_result_clear (&result);
  tori_test_run (&result, "en", "diff DIR/base DIR/ours DIR/theirs", NULL);
  g_assert_cmpint (result.status, ==, 2);
  tori_test_result_clear (&result);
  base = tori_test_read_written ("base");
  other = replace (base, "plan-small", "plan-other");
  tori_test_write_file ("other", other);
  tori_test_run (&result, "ja", "merge DIR/base DIR/base DIR/other", NULL);
  g_assert_cmpint (result.status, ==, 3);
  tori_test_assert_contains (result.err, "同じ計画");
  after = tori_test_read_written ("base");
  g_assert_cmpstr (after, ==, base);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli-merge/diff", test_diff);
  g_test_add_func ("/cli-merge/diff-title", test_diff_title);
  g_test_add_func ("/cli-merge/merge", test_merge);
  g_test_add_func ("/cli-merge/driver", test_driver);
  g_test_add_func ("/cli-merge/conflict-json", test_conflict_json);
  g_test_add_func ("/cli-merge/misuse", test_misuse);
  return g_test_run ();
}
