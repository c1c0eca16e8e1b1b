/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "support/tori-test-data.h"
#include "support/tori-test-program.h"

/* torikumi next-year, run as people run it. */

/* The file itself is written; what it was stays beside it. */
static void
test_in_place (void)
{
  g_autofree char *before = tori_test_read_data ("small.torikumi", NULL);
  g_autofree char *said = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *again = NULL;

  tori_test_write_file ("plan.torikumi", before);
  said = tori_test_run_well ("ja", "next-year DIR/plan.torikumi");
  tori_test_assert_contains (said, "plan.torikumi：平成31年度");
  after = tori_test_read_written ("plan.torikumi");
  kept = tori_test_read_written ("plan.torikumi~");
  g_assert_cmpstr (kept, ==, before);
  g_assert_cmpstr (after, !=, before);
  tori_test_assert_contains (after, "\"year\": 2019,");

  /* The same plan gives the same bytes. */
  tori_test_write_file ("other.torikumi", before);
  g_free (tori_test_run_well ("en", "next-year DIR/other.torikumi -o DIR/out.torikumi"));
  again = tori_test_read_written ("out.torikumi");
  g_assert_cmpstr (again, ==, after);
}

/* With another place to write to, the file stays as it is and nothing is put beside it. */
static void
test_output (void)
{
  g_autofree char *before = tori_test_read_data ("small.torikumi", NULL);
  g_autofree char *plan = NULL;
  g_autofree char *file = NULL;
  g_autofree char *kept = NULL;

  tori_test_write_file ("input.torikumi", before);
  plan = tori_test_run_well ("en", "next-year DIR/input.torikumi -o -");
  file = tori_test_read_written ("input.torikumi");
  kept = tori_test_read_written ("input.torikumi~");
  g_assert_cmpstr (file, ==, before);
  g_assert_null (kept);
  g_assert_true (g_str_has_prefix (plan, "{\n  \"format\""));
}

static void
test_last (void)
{
  g_autofree char *before = tori_test_read_data ("small.torikumi", NULL);
  g_autofree char *file = NULL;
  g_auto (ToriTestResult) result = { 0 };

  tori_test_write_file ("last.torikumi", before);
  g_free (tori_test_run_well ("en", "next-year DIR/last.torikumi"));
  file = tori_test_read_written ("last.torikumi");
  tori_test_run (&result, "en", "next-year DIR/last.torikumi", NULL);
  g_assert_cmpint (result.status, ==, 2);
  tori_test_assert_contains (result.err, "The plan ends with FY2019.");
  g_free (before);
  before = tori_test_read_written ("last.torikumi");
  g_assert_cmpstr (before, ==, file);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli-next-year/in-place", test_in_place);
  g_test_add_func ("/cli-next-year/output", test_output);
  g_test_add_func ("/cli-next-year/last", test_last);

  return g_test_run ();
}
