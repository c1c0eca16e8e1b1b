/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-entry.h"
#include "report/tori-report.h"
#include "storage/tori-codec.h"
#include "support/tori-test-data.h"
#include "support/tori-test-pdf.h"
#include "support/tori-test-program.h"

/* Reads PDFs back with the programs of poppler. */

static ToriPlan *
read_plan (const char *path)
{
  gsize length;
  g_autofree char *text = tori_test_read (path, &length);
  g_autoptr (GError) error = NULL;
  ToriPlan *plan = tori_codec_decode (text, length, &error);

  g_assert_no_error (error);
  return plan;
}

static ToriPlan *
read_sample (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("TORIKUMI_SOURCE_ROOT"), "data/samples/shiomihara.torikumi", NULL);

  return read_plan (path);
}

static GBytes *
create_pdf (ToriPlan *plan, ToriReportKind kind)
{
  const ToriReportOptions options = { kind };
  g_autoptr (GError) error = NULL;
  GBytes *pdf = tori_report_to_pdf (plan, &options, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
count_chars (GHashTable *counts, const char *text, int sign)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gpointer key = GUINT_TO_POINTER (g_utf8_get_char (p));
      int n = GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) + sign;

      if (g_unichar_isspace (g_utf8_get_char (p)))
        continue;
      if (n == 0)
        g_hash_table_remove (counts, key);
      else
        g_hash_table_insert (counts, key, GINT_TO_POINTER (n));
    }
}

static void
count_line (const ToriPageLine *line, gpointer user_data)
{
  count_chars (user_data, line->text, 1);
}

/* The text of the PDF is what was painted, character for character; test-report.c shows that this is the
 * whole plan. */
static void
assert_same_text (ToriPlan *plan, ToriReportKind kind)
{
  const ToriReportOptions options = { kind };
  g_autoptr (ToriPages) pages = tori_report_lay_out (plan, &options, NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GBytes) pdf = tori_pages_to_pdf (pages, NULL);
  g_autofree char *text = tori_test_pdf_ask (pdf, "pdftotext -raw PDF -");

  for (guint page = 0; page < tori_pages_get_n_pages (pages); page++)
    tori_pages_foreach_line (pages, page, count_line, counts);
  g_assert_cmpuint (g_hash_table_size (counts), >, 20);
  count_chars (counts, text, -1);
  g_assert_cmpuint (g_hash_table_size (counts), ==, 0);
}

static void
test_text (void)
{
  g_auto (GStrv) paths = tori_test_list_plans ();
  g_autoptr (ToriPlan) sample = read_sample ();

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (ToriPlan) plan = read_plan (paths[i]);

      assert_same_text (plan, TORI_REPORT_TABLE);
    }
  assert_same_text (sample, TORI_REPORT_DEPARTMENT);
}

static void
test_same_bytes (void)
{
  g_autoptr (ToriPlan) plan = read_sample ();
  g_autoptr (ToriPlan) again = read_sample ();
  g_autoptr (GBytes) first = create_pdf (plan, TORI_REPORT_TABLE);
  g_autoptr (GBytes) second = create_pdf (again, TORI_REPORT_TABLE);

  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first), g_bytes_get_data (second, NULL),
                   g_bytes_get_size (second));
}

/* What the file says about itself; every font is embedded, as a subset, with the characters that its glyphs
 * stand for. */
static void
test_info (void)
{
  g_autoptr (ToriPlan) plan = read_sample ();
  g_autoptr (GBytes) pdf = create_pdf (plan, TORI_REPORT_TABLE);
  g_autofree char *info = tori_test_pdf_ask (pdf, "pdfinfo -isodates PDF");
  g_autofree char *structure = tori_test_pdf_ask (pdf, "pdfinfo -struct PDF");
  g_autofree char *fonts = tori_test_pdf_ask (pdf, "pdffonts PDF");
  g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);
  g_autofree char *author = g_strdup_printf ("Author:          %s\n", tori_plan_get_organization (plan));

  tori_test_assert_contains (info, tori_plan_get_title (plan));
  tori_test_assert_contains (info, author);
  tori_test_assert_contains (info, "Tagged:          yes");
  tori_test_assert_contains (structure, "Document\n");
  tori_test_assert_contains (structure, "  H1 (block)\n");
  tori_test_assert_contains (structure, "  Table (block)\n    TR\n      TH\n");
  tori_test_assert_contains (structure, "      TD\n");
  g_assert_cmpuint (g_strv_length (lines), >=, 4);
  for (guint i = 2; *lines[i] != '\0'; i++)
    tori_test_assert_contains (lines[i], "yes yes yes");
}

/* The date is the environment's, or the latest change of an entry of the year, or the year's end. */
static void
test_date (void)
{
  g_autoptr (ToriPlan) plan = tori_plan_new ();
  const ToriYears years = { 2016, 2019 };
  g_autoptr (GBytes) undated = NULL;
  g_autoptr (GBytes) dated = NULL;
  g_autofree char *undated_info = NULL;
  g_autofree char *dated_info = NULL;

  g_object_set (plan, "years", &years, "year", 2017, NULL);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  undated = create_pdf (plan, TORI_REPORT_TABLE);
  undated_info = tori_test_pdf_ask (undated, "pdfinfo -rawdates PDF");
  tori_test_assert_contains (undated_info, "20180331000000");
  g_setenv ("SOURCE_DATE_EPOCH", "1234567890", TRUE);
  dated = create_pdf (plan, TORI_REPORT_TABLE);
  dated_info = tori_test_pdf_ask (dated, "pdfinfo -rawdates PDF");
  tori_test_assert_contains (dated_info, "20090213233130");
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/report-pdf/text", test_text);
  g_test_add_func ("/report-pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/report-pdf/info", test_info);
  g_test_add_func ("/report-pdf/date", test_date);
  return g_test_run ();
}
