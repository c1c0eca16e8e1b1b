/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/tori-cells.h"

#include <string.h>

/* The cells with / between those of a row and | between rows; line breaks as ~. */
static char *
describe (const ToriCells *cells)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tori_cells_get_n_rows (cells); i++)
    {
      g_string_append (text, i > 0 ? "|" : "");
      for (guint k = 0; k < tori_cells_get_n_columns (cells); k++)
        g_string_append_printf (text, "%s%s", k > 0 ? "/" : "", tori_cells_get (cells, i, k));
    }
  g_string_replace (text, "\n", "~", 0);
  return g_string_free (text, FALSE);
}

#define assert_cells(cells, expected)                                                                        \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *text_ = describe (cells);                                                               \
    g_assert_cmpstr (text_, ==, expected);                                                                   \
  }                                                                                                          \
  G_STMT_END

static void
test_tsv (void)
{
  const struct
  {
    const char *tsv;
    const char *expected;
  } cases[] = {
    { "", "" },
    { "a\tb\nc\td\n", "a/b|c/d" },
    { "a\tb\r\nc\td", "a/b|c/d" },
    { "a\n\nb", "a||b" },
    { "a\t\tb", "a//b" },
    { "a\t", "a/" },
    { "\"x\ty\"\t\"1\n2\"\n", "x\ty/1~2" },
    { "\"1\r\n2\"", "1~2" },
    { "\"say \"\"yes\"\"\"", "say \"yes\"" },
    { "5\" pipe\tb", "5\" pipe/b" },
    { "\"not closed\tb\nc", "\"not closed/b|c/" },
    { "\"\"\tb", "/b" },
    { "・研修\t平成29年", "・研修/平成29年" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ToriCells) cells = tori_cells_new_from_tsv (cases[i].tsv);

      assert_cells (cells, cases[i].expected);
    }
}

static void
test_html (void)
{
  const struct
  {
    const char *html;
    const char *expected;
  } cases[] = {
    { "", "" },
    { "<p>no table</p>", "" },
    { "<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>", "a/b|c/" },
    { "<TABLE><TR><TD>a<BR>b</TD></TR></TABLE>", "a~b" },
    { "<table><tr><td>\n  a\n  b  <br>\n c </td></tr></table>", "a b~c" },
    { "<table><tr><td><br></td><td>x</td></tr></table>", "/x" }, /* as LibreOffice writes an empty cell */
    { "<table><tr><td><p>a</p><p>b</p></td></tr></table>", "a~b" },
    { "<table><tr><td colspan=2>a</td><td>b</td></tr></table>", "a//b" },
    { "<table><tr><td>&lt;1 &amp; 2&gt;</td></tr></table>", "<1 & 2>" },
    { "<table><tr><td>a<td>b<tr><td>c", "a/b|c/" },
    { "<html><!--StartFragment--><table><tr><td>達成</td></tr></table><!--EndFragment--></html>", "達成" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ToriCells) cells = tori_cells_new_from_html (cases[i].html, strlen (cases[i].html));

      assert_cells (cells, cases[i].expected);
    }
}

/* What is written is read again, whatever stands in the cells. */
static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "", "a", "・一行目\n  ・二行目", "\"", "say \"x\"\n", "tab\there", "<b>&amp;</b>", "=1+1", "1-2", "\n"
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261127);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (ToriCells) cells = tori_cells_new ();
      g_autoptr (ToriCells) again = NULL;
      g_autofree char *before = NULL;
      g_autofree char *tsv = NULL;
      g_autofree char *html = NULL;

      for (int i = g_rand_int_range (rand, 1, 5); i > 0; i--)
        {
          tori_cells_begin_row (cells);
          for (guint k = 0; k < 3; k++)
            tori_cells_add (cells, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
        }
      before = describe (cells);
      tsv = tori_cells_to_tsv (cells);
      again = tori_cells_new_from_tsv (tsv);
      assert_cells (again, before);
      html = tori_cells_to_html (cells);
      g_clear_pointer (&again, tori_cells_free);
      again = tori_cells_new_from_html (html, strlen (html));
      g_assert_cmpuint (tori_cells_get_n_rows (again), ==, tori_cells_get_n_rows (cells));
      g_assert_cmpuint (tori_cells_get_n_columns (again), ==, 3);
    }
}

/* Line breaks stay in their cell in a spreadsheet, and a number stays as it was written. */
static void
test_spreadsheet (void)
{
  g_autoptr (ToriCells) cells = tori_cells_new ();
  g_autofree char *html = NULL;

  tori_cells_begin_row (cells);
  tori_cells_add (cells, "R1-1");
  tori_cells_add (cells, "<a>\nb");
  html = tori_cells_to_html (cells);
  g_assert_nonnull (strstr (html, "mso-data-placement: same-cell"));
  g_assert_nonnull (strstr (html, "mso-number-format: '\\@'"));
  g_assert_nonnull (strstr (html, "<tr><td>R1-1</td><td>&lt;a&gt;<br>b</td></tr>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cells/tsv", test_tsv);
  g_test_add_func ("/cells/html", test_html);
  g_test_add_func ("/cells/round-trip", test_round_trip);
  g_test_add_func ("/cells/spreadsheet", test_spreadsheet);
  return g_test_run ();
}
