/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-report-options.h"

/* What can be chosen about paper: the words for it, its limits, and copies that live on their own. */

static void
test_words (void)
{
  ToriReportKind kind;
  ToriReportForm form;
  ToriReportColumn column;
  ToriPaper paper;
  ToriBinding binding;

  g_assert_true (tori_report_kind_parse ("division", &kind));
  g_assert_cmpint (kind, ==, TORI_REPORT_DIVISION);
  g_assert_false (tori_report_kind_parse ("errata", &kind));
  g_assert_true (tori_report_form_parse ("Blocks", &form));
  g_assert_cmpint (form, ==, TORI_REPORT_FORM_BLOCKS);
  g_assert_false (tori_report_form_parse ("cards", &form));
  g_assert_true (tori_report_column_parse ("charge", &column));
  g_assert_cmpint (column, ==, TORI_REPORT_COLUMN_CHARGE);
  g_assert_false (tori_report_column_parse ("number", &column));
  g_assert_true (tori_paper_parse ("a3", &paper));
  g_assert_cmpint (paper, ==, TORI_PAPER_A3);
  g_assert_false (tori_paper_parse ("B5", &paper));
  g_assert_true (tori_binding_parse ("top", &binding));
  g_assert_cmpint (binding, ==, TORI_BINDING_TOP);
  g_assert_false (tori_binding_parse ("right", &binding));
  /* What was not understood leaves things as they were. */
  g_assert_cmpint (binding, ==, TORI_BINDING_TOP);
}

static void
test_margins (void)
{
  static const struct
  {
    ToriBinding binding;
    ToriReportMargins wanted, found;
  } cases[] = {
    { TORI_BINDING_LEFT, { 0 }, { 25, 12, 15, 15 } },
    { TORI_BINDING_TOP, { 0 }, { 12, 12, 25, 15 } },
    { TORI_BINDING_NONE, { 0 }, { 12, 12, 15, 15 } },
    { TORI_BINDING_LEFT, { 20, 20, 20, 20 }, { 25, 20, 20, 20 } },
    { TORI_BINDING_TOP, { 20, 20, 20, 20 }, { 20, 20, 25, 20 } },
    { TORI_BINDING_NONE, { 20, 20, 20, 20 }, { 20, 20, 20, 20 } },
    { TORI_BINDING_LEFT, { 30, 0, 22, 0 }, { 30, 12, 22, 15 } },
    { TORI_BINDING_NONE, { 1, 2, 3, 4 }, { 10, 10, 10, 10 } },
    { TORI_BINDING_LEFT, { 90, 91, 92, 93 }, { 50, 50, 50, 50 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ToriReportOptions options = { .binding = cases[i].binding, .margins = cases[i].wanted };
      const ToriReportMargins found = tori_report_options_find_margins (&options);

      g_test_message ("%u", i);
      g_assert_cmpfloat (found.left, ==, cases[i].found.left);
      g_assert_cmpfloat (found.right, ==, cases[i].found.right);
      g_assert_cmpfloat (found.top, ==, cases[i].found.top);
      g_assert_cmpfloat (found.bottom, ==, cases[i].found.bottom);
    }
}

static void
test_font_size (void)
{
  const ToriReportOptions small = { .font_size = 1 }, large = { .font_size = 99 }, some = { .font_size = 7 };

  g_assert_cmpfloat (tori_report_options_find_font_size (&small), ==, TORI_REPORT_FONT_SIZE_MIN);
  g_assert_cmpfloat (tori_report_options_find_font_size (&large), ==, TORI_REPORT_FONT_SIZE_MAX);
  g_assert_cmpfloat (tori_report_options_find_font_size (&some), ==, 7);
  for (guint i = 0; i < 4; i++)
    {
      const ToriReportOptions none = { .paper = i % 2 ? TORI_PAPER_A3 : TORI_PAPER_A4, .portrait = i < 2 };

      g_assert_cmpfloat (tori_report_options_find_font_size (&none), >, TORI_REPORT_FONT_SIZE_MIN);
      g_assert_cmpfloat (tori_report_options_find_font_size (&none), <, TORI_REPORT_FONT_SIZE_MAX);
    }
}

static void
test_copy (void)
{
  char name[] = "人事課", title[] = "課長", date[] = "平成30年4月20日";
  const char *const only[] = { name, NULL };
  const char *const approvals[] = { title, title, NULL };
  const ToriReportOptions options = { TORI_REPORT_DIVISION, .year = 2017,
                                      .only = only,         .approvals = approvals,
                                      .date = date,         .widths = { [TORI_REPORT_COLUMN_CHARGE] = 30 } };
  g_autoptr (ToriReportOptions) copy = tori_report_options_copy (&options);
  const ToriReportOptions none = { 0 };
  g_autoptr (ToriReportOptions) copy_of_none = tori_report_options_copy (&none);

  name[0] = title[0] = date[0] = '?';
  g_assert_cmpint (copy->kind, ==, TORI_REPORT_DIVISION);
  g_assert_cmpint (copy->year, ==, 2017);
  g_assert_cmpstr (copy->only[0], ==, "人事課");
  g_assert_null (copy->only[1]);
  g_assert_cmpstr (copy->approvals[1], ==, "課長");
  g_assert_null (copy->approvals[2]);
  g_assert_cmpstr (copy->date, ==, "平成30年4月20日");
  g_assert_cmpfloat (copy->widths[TORI_REPORT_COLUMN_CHARGE], ==, 30);
  g_assert_cmpmem (copy_of_none, sizeof none, &none, sizeof none);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/report-options/words", test_words);
  g_test_add_func ("/report-options/margins", test_margins);
  g_test_add_func ("/report-options/font-size", test_font_size);
  g_test_add_func ("/report-options/copy", test_copy);
  return g_test_run ();
}
