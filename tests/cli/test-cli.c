/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "support/tori-test-data.h"
#include "support/tori-test-program.h"

/* The program as it is called from a terminal: without a display or a session, in English and in Japanese. */

/* --- What is refused, and how --- */

/* Whether there is a word of Japanese grammar in it, whatever the translators chose. */
static gboolean
is_japanese (const char *text)
{
  return g_regex_match_simple ("[ぁ-ん]", text, 0, 0);
}

static const struct
{
  const char *line;
  int status;
  const char *message; /* part of it in English */
  const char *given;   /* part of it in every language: what was wrong, what there is instead */
} refusals[] = {
  { "frobnicate DATA/small.torikumi", 2, "torikumi: There is no command “frobnicate”. See “torikumi --help”.",
    "frobnicate" },
  { "--frobnicate", 2, "torikumi: There is no command “--frobnicate”.", "--frobnicate" },
  { "list", 2, "torikumi: list: Which plan?", "list" },
  { "list DATA/small.torikumi other.torikumi", 2, "“other.torikumi” is one too many", "other.torikumi" },
  { "list DATA/small.torikumi --jsn", 2, "There is no option “--jsn”. See “torikumi list --help”.", "--jsn" },
  { "list -- -x", 3, "-x", "-x" },
  { "list DATA/small.torikumi --year", 2, "The option “--year” needs a value.", "--year" },
  { "list DATA/small.torikumi --year 29", 2,
    "“29” is not understood as a fiscal year. Write it like 2017, H29 or 平成29年度.", "平成29年度" },
  { "list DATA/small.torikumi --year 2020", 2,
    "“2020” is not a year of this plan, which goes from FY2016 to FY2019.", "2020" },
  { "list DATA/small.torikumi --division 税務課", 2,
    "This plan has no division “税務課”. It has:", "\n  総務部人事課 (jinji)\n" },
  { "list DATA/small.torikumi --division 総務課", 2,
    "More than one division is called “総務課”. Give the full name or the id:",
    "\n  総務部総務課 (soumu-soumu)\n  市民部総務課 (shimin-soumu)\n" },
  { "list DATA/small.torikumi --level 順調", 2,
    "This plan has no level “順調”. It has:", "\n  達成 (done)\n" },
  { "list DATA/small.torikumi --level 継続", 2,
    "More than one level is called “継続”. Give the id:", "\n  継続 (on)\n  継続 (cost-on)\n" },
  { "totals DATA/small.torikumi --scale 効果", 2,
    "This plan has no scale “効果”. It has:", "\n  取組達成度 (achievement)\n  費用 (cost)\n" },
  { "totals DATA/small.torikumi --by year", 2,
    "Totals are counted by pillar, department or division, not by “year”.", "pillar" },
  { "format DIR/none.torikumi", 3, "none.torikumi", "none.torikumi" },
  { "list DIR", 3, "folder", "data" },
  { "format DATA/small.torikumi -o DIR/no/such/folder.torikumi", 3, "folder.torikumi", "folder.torikumi" },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_auto (ToriTestResult) english = { 0 };
      g_auto (ToriTestResult) japanese = { 0 };

      g_test_message ("%s", refusals[i].line);
      tori_test_run (&english, "en", refusals[i].line, NULL);
      g_assert_cmpstr (english.out, ==, "");
      tori_test_assert_contains (english.err, refusals[i].message);
      tori_test_assert_contains (english.err, refusals[i].given);
      g_assert_false (is_japanese (english.err));
      g_assert_cmpint (english.status, ==, refusals[i].status);

      tori_test_run (&japanese, "ja", refusals[i].line, NULL);
      g_assert_cmpstr (japanese.out, ==, "");
      tori_test_assert_contains (japanese.err, refusals[i].given);
      g_assert_true (is_japanese (japanese.err));
      g_assert_cmpint (japanese.status, ==, refusals[i].status);
    }
}

/* A bad file is refused with its place, and nothing is written. */
static void
test_bad_files (void)
{
  static const struct
  {
    const char *contents;
    const char *english;
  } cases[] = {
    { "", "bad.torikumi, line 1, character 1: The file is empty." },
    { "{\"format\": \"torikumi-plan\",\n \"version\": 1,,}",
      "bad.torikumi, line 2, character 15: There is a comma too many here." },
    { "{\"format\": \"other\"}", "bad.torikumi: This is not a plan file" },
    { "{\"format\": \"torikumi-plan\", \"version\": 2}",
      "bad.torikumi, at version: The plan was saved by a newer version" },
  };
  static const char *const languages[] = { "en", "ja" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_auto (ToriTestResult) result = { 0 };
        g_auto (ToriTestResult) piped = { 0 };
        g_autofree char *out = g_build_filename (g_get_user_data_dir (), "out.torikumi", NULL);

        tori_test_write_file ("bad.torikumi", cases[i].contents);
        tori_test_run (&result, languages[j], "format DIR/bad.torikumi -o DIR/out.torikumi", NULL);
        tori_test_assert_contains (result.err, "bad.torikumi");
        if (j == 0)
          tori_test_assert_contains (result.err, cases[i].english);
        g_assert_cmpint (is_japanese (result.err), ==, j == 1);
        g_assert_cmpint (result.status, ==, 3);
        g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));

        tori_test_run (&piped, languages[j], "format -", cases[i].contents);
        tori_test_assert_contains (piped.err, j == 0 ? "standard input" : "標準入力");
        g_assert_cmpint (piped.status, ==, 3);
      }
}

/* --- What works --- */

static void
test_help (void)
{
  static const char *const commands[] = { "format", "list", "totals", "report", "next-year" };
  g_autofree char *english = tori_test_run_well ("en", "--help");
  g_autofree char *japanese = tori_test_run_well ("ja", "--help");
  g_autofree char *version = tori_test_run_well ("en", "--version");

  tori_test_assert_contains (japanese, "使い方");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s --help", commands[i]);
      g_autofree char *usage = g_strdup_printf ("Usage:\n  torikumi %s FILE", commands[i]);
      g_autofree char *own = tori_test_run_well ("en", line);
      g_autofree char *translated = tori_test_run_well ("ja", line);
      g_autofree char *listed = g_strdup_printf ("\n  %s ", commands[i]);

      tori_test_assert_contains (own, usage);
      tori_test_assert_contains (own, "-h, --help");
      tori_test_assert_contains (translated, "使い方");
      tori_test_assert_contains (english, listed);
      tori_test_assert_contains (japanese, listed);
    }
  g_assert_cmpstr (version, ==, "torikumi " VERSION "\n");
}

static void
test_format (void)
{
  g_autofree char *expected = tori_test_read_data ("small.torikumi", NULL);
  g_autofree char *printed = tori_test_run_well ("en", "format DATA/small.torikumi");
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "out.torikumi", NULL);
  g_autofree char *silent = NULL;
  g_autofree char *written = NULL;
  g_auto (ToriTestResult) piped = { 0 };

  g_assert_cmpstr (printed, ==, expected);

  g_free (tori_test_run_well ("en", "format DATA/small.torikumi -o DIR/out.torikumi"));
  silent = tori_test_run_well (
      "en", "format DATA/small.torikumi --output=DIR/out.torikumi"); /* over the one just written */
  written = tori_test_read (path, NULL);
  g_assert_cmpstr (silent, ==, "");
  g_assert_cmpstr (written, ==, expected);

  tori_test_run (&piped, "en", "format - -o -", expected);
  g_assert_cmpstr (piped.out, ==, expected);
  g_assert_cmpint (piped.status, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli/refusals", test_refusals);
  g_test_add_func ("/cli/bad-files", test_bad_files);
  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/format", test_format);

  return g_test_run ();
}
