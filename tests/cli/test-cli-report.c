/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "support/tori-test-data.h"
#include "support/tori-test-program.h"

static GBytes *
read_pdf (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));

  return g_bytes_new_take (contents, length);
}

/* Other options, another PDF; the same call writes the same one, also to standard output. Fonts make each run
 * slow, so there are few. */
static void
test_options (void)
{
  g_autofree char *table = tori_test_run_well ("ja", "report DATA/small.torikumi -o DIR/table.PDF");
  g_autofree char *some = tori_test_run_well (
      "ja", "report DATA/small.torikumi -o DIR/some.pdf --only madoguchi --only 総務部総務課 -y H29");
  g_autofree char *paper = tori_test_run_well (
      "ja", "report -o DIR/paper.pdf --paper a3 --portrait --font-size 6.5 DATA/small.torikumi");
  g_autoptr (GBytes) table_pdf = read_pdf ("table.PDF");
  g_autoptr (GBytes) some_pdf = read_pdf ("some.pdf");
  g_autoptr (GBytes) paper_pdf = read_pdf ("paper.pdf");
  g_auto (ToriTestResult) streamed = { 0 };

  g_assert_cmpstr (table, ==, "");
  g_assert_cmpstr (some, ==, "");
  g_assert_cmpstr (paper, ==, "");
  g_assert_false (g_bytes_equal (table_pdf, some_pdf));
  g_assert_false (g_bytes_equal (table_pdf, paper_pdf));
  g_assert_false (g_bytes_equal (some_pdf, paper_pdf));

  tori_test_run (&streamed, "ja", "report DATA/small.torikumi --kind table -o -", NULL);
  g_assert_cmpint (streamed.status, ==, 0);
  g_assert_cmpmem (streamed.out, streamed.length, g_bytes_get_data (table_pdf, NULL),
                   g_bytes_get_size (table_pdf));
}

/* Each option about paper makes another PDF. */
static void
test_paper (void)
{
  static const char *const options[] = {
    "",
    "--binding top",
    "--binding none --margins 20",
    "--margins 30,15,22,20",
    "--column-width charge=30 --column-width level=12.5",
    "--approval 部長 --approval 課長",
    "--date 令和元年5月1日現在",
    "--kind division",
  };
  GBytes *pdfs[G_N_ELEMENTS (options)];

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *line = g_strdup_printf ("report DATA/small.torikumi -o DIR/paper.pdf %s", options[i]);
      g_autofree char *silent = tori_test_run_well ("en", line);

      g_test_message ("%s", line);
      g_assert_cmpstr (silent, ==, "");
      pdfs[i] = read_pdf ("paper.pdf");
      for (guint k = 0; k < i; k++)
        g_assert_false (g_bytes_equal (pdfs[i], pdfs[k]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    g_bytes_unref (pdfs[i]);
}

/* The names of the files in a folder of this test, in order. */
static char *
list_folder (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GSequence) names = g_sequence_new (g_free);
  g_autoptr (GString) list = g_string_new (NULL);
  const char *entry;

  g_assert_nonnull (folder);
  while ((entry = g_dir_read_name (folder)) != NULL)
    g_sequence_insert_sorted (names, g_strdup (entry), (GCompareDataFunc) (gpointer) g_strcmp0, NULL);
  for (GSequenceIter *i = g_sequence_get_begin_iter (names); !g_sequence_iter_is_end (i);
       i = g_sequence_iter_next (i))
    g_string_append_printf (list, "%s\n", (const char *) g_sequence_get (i));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
test_each (void)
{
  g_autofree char *each = tori_test_run_well (
      "en", "report DATA/small.torikumi --kind division --each --only 総務課 --only jinji -o DIR/each");
  g_autofree char *one = tori_test_run_well (
      "en", "report DATA/small.torikumi --kind division --only 総務部人事課 -o DIR/each/一つ.pdf");
  g_autofree char *files = list_folder ("each");
  g_autoptr (GBytes) of_each = read_pdf ("each/2018_総務部_人事課.pdf");
  g_autoptr (GBytes) alone = read_pdf ("each/一つ.pdf");

  g_assert_cmpstr (each, ==, "");
  g_assert_cmpstr (one, ==, "");
  g_assert_cmpstr (files, ==,
                   "2018_市民部_総務課.pdf\n2018_総務部_人事課.pdf\n2018_総務部_総務課.pdf\n一つ.pdf\n");
  g_assert_true (g_bytes_equal (alone, of_each));
}

/* Two departments of one name, and names that no file can have. */
static void
test_each_names (void)
{
  g_autofree char *contents = tori_test_read_data ("small.torikumi", NULL);
  g_autoptr (GString) plan = g_string_new (contents);
  g_autofree char *silent = NULL;
  g_autofree char *files = NULL;

  g_assert_cmpuint (g_string_replace (plan, "\"総務部\"", "\"./部\"", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (plan, "\"市民部\"", "\"./部\"", 0), ==, 1);
  tori_test_write_file ("names.torikumi", plan->str);
  silent = tori_test_run_well ("en", "report DIR/names.torikumi --kind department --each -o DIR/names");
  files = list_folder ("names");

  g_assert_cmpstr (silent, ==, "");
  g_assert_cmpstr (files, ==, "2018_-部.pdf\n2018_-部_2.pdf\n");
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *line;
    int status;
    const char *message;
  } cases[] = {
    { "report DATA/small.torikumi", 2, "Where to? Give a file with “-o OUT.pdf”." },
    { "report DATA/small.torikumi -o DIR/out.html", 2, "out.html” does not end in “.pdf”." },
    { "report DATA/small.torikumi -o DIR/out", 2, "out” does not end in “.pdf”." },
    { "report DATA/small.torikumi -o DIR/out.pdf --kind charts", 2,
      "There is no report “charts”. There are: table, department, division, totals, schedule." },
    { "report DATA/small.torikumi -o DIR/out.pdf --paper B5", 2,
      "There is no paper “B5”. There are: A4, A3." },
    { "report DATA/small.torikumi -o DIR/out.pdf --font-size big", 2,
      "“big” is no font size. Give points from" },
    { "report DATA/small.torikumi -o DIR/out.pdf --font-size 100", 2, "“100” is no font size." },
    { "report DATA/small.torikumi -o DIR/out.pdf --font-size nan", 2, "“nan” is no font size." },
    { "report DATA/small.torikumi -o DIR/out --each", 2, "“--each” goes with" },
    { "report DATA/small.torikumi -o DIR/out.pdf --form blocks", 2, "“--form” goes with" },
    { "report DATA/small.torikumi -o DIR/out.pdf --kind division --form cards", 2,
      "There is no form “cards”. There are: table, blocks." },
    { "report DATA/small.torikumi -o DIR/out.pdf --binding right", 2,
      "There is no binding “right”. There are: left, top, none." },
    { "report DATA/small.torikumi -o DIR/out.pdf --margins 5", 2, "“5” are no margins." },
    { "report DATA/small.torikumi -o DIR/out.pdf --margins 25,12", 2, "“25,12” are no margins." },
    { "report DATA/small.torikumi -o DIR/out.pdf --margins 25,12,15,x", 2, "“25,12,15,x” are no margins." },
    { "report DATA/small.torikumi -o DIR/out.pdf --margins 20,12,15,15", 2,
      "The edge that is bound needs 25 mm." },
    { "report DATA/small.torikumi -o DIR/out.pdf --margins 25,12,20,15 --binding top", 2,
      "The edge that is bound needs 25 mm." },
    { "report DATA/small.torikumi -o DIR/out.pdf --column-width number=20", 2,
      "There is no column “number”." },
    { "report DATA/small.torikumi -o DIR/out.pdf --column-width charge", 2,
      "“charge” is no width of a column. Give millimetres from 5 to 200, such as “charge=30”." },
    { "report DATA/small.torikumi -o DIR/out.pdf --column-width level=500", 2,
      "“level=500” is no width of a column." },
    { "report DATA/small.torikumi -o DIR/out.pdf --kind totals --column-width level=20", 2,
      "“--column-width” goes with" },
    { "report DATA/small.torikumi -o DIR/out.pdf --kind division --form blocks --column-width level=20", 2,
      "“--column-width” goes with" },
    { "report DATA/small.torikumi -o DIR/out --each --kind totals", 2, "“--each” goes with" },
    { "report DATA/small.torikumi -o DIR/out.pdf --kind totals --only 人事課", 2,
      "“--only” does not go with them." },
    { "report DATA/small.torikumi -o - --each --kind division", 2, "must be a folder" },
    { "report DATA/small.torikumi -o DIR/out.pdf --year 1999", 2, "“1999” is not a year of this plan" },
    { "report DATA/small.torikumi -o DIR/out.pdf --kind department --only 人事課", 2,
      "is called “人事課”. There are:\n  総務部 (soumu)\n  市民部 (shimin)\n" },
    { "report DATA/small.torikumi -o DIR/out --each --kind division --only 税務課", 2,
      "is called “税務課”." },
    { "report DIR/none.torikumi -o DIR/out.pdf", 3, "none.torikumi" },
    { "report DATA/small.torikumi -o DIR/no/such --each --kind division", 3,
      "no/such: the folder cannot be made" },
  };
  g_autofree char *pdf = g_build_filename (g_get_user_data_dir (), "out.pdf", NULL);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "out", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (ToriTestResult) english = { 0 };
      g_auto (ToriTestResult) japanese = { 0 };

      g_test_message ("%s", cases[i].line);
      tori_test_run (&english, "en", cases[i].line, NULL);
      tori_test_run (&japanese, "ja", cases[i].line, NULL);
      g_assert_cmpstr (english.out, ==, "");
      tori_test_assert_contains (english.err, cases[i].message);
      g_assert_cmpstr (japanese.err, !=, english.err);
      g_assert_cmpint (english.status, ==, cases[i].status);
      g_assert_cmpint (japanese.status, ==, cases[i].status);
      g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
      g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli-report/options", test_options);
  g_test_add_func ("/cli-report/paper", test_paper);
  g_test_add_func ("/cli-report/each", test_each);
  g_test_add_func ("/cli-report/each-names", test_each_names);
  g_test_add_func ("/cli-report/refusals", test_refusals);

  return g_test_run ();
}
