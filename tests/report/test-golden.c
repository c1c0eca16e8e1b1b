/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "report/tori-report.h"
#include "storage/tori-codec.h"
#include "support/tori-test-data.h"

/* How each kind of report was laid out when somebody last looked at its pages and found them good: every line
 * with its place, and the cell that it stands in, in points. Who changes a layout on purpose looks at the
 * pages, renews the descriptions by
 *
 *   TORIKUMI_GOLDEN=renew meson test -C b golden
 *
 * and reads their difference. */

typedef struct
{
  const char *name;
  ToriReportOptions options;
} Kind;

static const char *const approvals[] = { "部長", "課長", NULL };

static const Kind kinds[] = {
  { "table", { TORI_REPORT_TABLE, .approvals = approvals, .date = "平成31年4月1日" } },
  { "table-a3",
    { TORI_REPORT_TABLE, .paper = TORI_PAPER_A3, .portrait = TRUE, .binding = TORI_BINDING_TOP } },
  { "department", { TORI_REPORT_DEPARTMENT } },
  { "division-blocks", { TORI_REPORT_DIVISION, .form = TORI_REPORT_FORM_BLOCKS, .portrait = TRUE } },
  { "totals", { TORI_REPORT_TOTALS } },
  { "schedule", { TORI_REPORT_SCHEDULE, .font_size = 9 } },
};

/* Fonts of another version may be wider by a little. */
#define TOLERANCE 1.0

#define N_NUMBERS 7

static void
describe_line (const ToriPageLine *line, gpointer user_data)
{
  const double numbers[N_NUMBERS] = { line->x,      line->y,          line->width,      line->cell_x,
                                      line->cell_y, line->cell_width, line->cell_height };

  for (guint i = 0; i < N_NUMBERS; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      /* Never -0.0. */
      g_ascii_formatd (number, sizeof number, "%.1f", round (numbers[i] * 10) / 10 + 0.0);
      g_string_append_printf (user_data, "%s%7s", i == 3 ? " |" : " ", number);
    }
  g_string_append_printf (user_data, " %s %s\n", line->repeated ? "*" : "|", line->text);
}

static char *
describe (const Kind *kind)
{
  g_autofree char *path = g_build_filename (g_getenv ("TORIKUMI_TEST_DATA"), "small.torikumi", NULL);
  gsize length;
  g_autofree char *text = tori_test_read (path, &length);
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPlan) plan = tori_codec_decode (text, length, &error);
  g_autoptr (ToriPages) pages = NULL;
  GString *description = g_string_new (NULL);
  double width, height;

  g_assert_no_error (error);
  pages = tori_report_lay_out (plan, &kind->options, &error);
  g_assert_no_error (error);
  tori_pages_get_size (pages, &width, &height);
  for (guint page = 0; page < tori_pages_get_n_pages (pages); page++)
    {
      g_string_append_printf (description, "page %u, %.0f by %.0f\n", page + 1, width, height);
      tori_pages_foreach_line (pages, page, describe_line, description);
    }
  return g_string_free (description, FALSE);
}

/* Takes the numbers off the start of a line. Returns what follows. */
static const char *
read_numbers (const char *line, double *numbers)
{
  const char *p = line;

  for (guint i = 0; i < N_NUMBERS; i++)
    {
      p += strspn (p, " |");
      numbers[i] = g_ascii_strtod (p, (char **) &p);
    }
  return p;
}

static gboolean
is_alike (const char *line, const char *other)
{
  double numbers[N_NUMBERS], others[N_NUMBERS];

  if (g_str_has_prefix (line, "page"))
    return g_str_equal (line, other);
  if (!g_str_equal (read_numbers (line, numbers), read_numbers (other, others)))
    return FALSE;
  for (guint i = 0; i < N_NUMBERS; i++)
    if (fabs (numbers[i] - others[i]) > TOLERANCE)
      return FALSE;
  return TRUE;
}

static void
test_kind (gconstpointer data)
{
  const Kind *kind = data;
  g_autofree char *file = g_strconcat (kind->name, ".txt", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("TORIKUMI_TEST_DATA"), "golden", file, NULL);
  g_autofree char *description = describe (kind);
  g_autofree char *golden = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) wanted = NULL;
  guint n_different = 0;

  if (g_strcmp0 (g_getenv ("TORIKUMI_GOLDEN"), "renew") == 0)
    g_assert_true (g_file_set_contents (path, description, -1, NULL));
  g_assert_true (g_file_get_contents (path, &golden, NULL, NULL));
  lines = g_strsplit (description, "\n", -1);
  wanted = g_strsplit (golden, "\n", -1);
  for (guint i = 0; lines[i] != NULL && wanted[i] != NULL && n_different < 10; i++)
    {
      if (*lines[i] == '\0' ? *wanted[i] == '\0' : is_alike (lines[i], wanted[i]))
        continue;
      g_test_message ("line %u was: %s", i + 1, wanted[i]);
      g_test_message ("line %u is:  %s", i + 1, lines[i]);
      n_different++;
    }
  g_assert_cmpuint (n_different, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (wanted));
}

/* That a line somewhere else, and another word, would be found. */
static void
test_differences (void)
{
  const char *const line = "   70.9   50.0   10.0 |  70.0   48.0   30.0   20.0 | 文";

  g_assert_true (is_alike (line, "   71.2   50.0   10.6 |  70.0   48.0   30.0   20.0 | 文"));
  g_assert_false (is_alike (line, "   72.2   50.0   10.0 |  70.0   48.0   30.0   20.0 | 文"));
  g_assert_false (is_alike (line, "   70.9   50.0   10.0 |  70.0   48.0   30.0   23.0 | 文"));
  g_assert_false (is_alike (line, "   70.9   50.0   10.0 |  70.0   48.0   30.0   20.0 | 父"));
  g_assert_false (is_alike (line, "   70.9   50.0   10.0 |  70.0   48.0   30.0   20.0 * 文"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/golden/differences", test_differences);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strconcat ("/golden/", kinds[i].name, NULL);

      g_test_add_data_func (path, &kinds[i], test_kind);
    }
  return g_test_run ();
}
