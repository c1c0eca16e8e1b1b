/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/tori-block.h"
#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-pillar.h"
#include "report/tori-report.h"
#include "storage/tori-codec.h"
#include "support/tori-test-data.h"
#include "support/tori-test-pdf.h"

/* Reads the text of PDFs back: all of it, in its order, in its place. The chain goes from the plan's fields
 * to the areas of the pages, from these to their lines, and from these to what another program finds in the
 * PDF. */

static const ToriReportOptions reports[] = {
  { .kind = TORI_REPORT_TABLE },
  { .kind = TORI_REPORT_TABLE, .paper = TORI_PAPER_A3, .portrait = TRUE, .font_size = 6.5 },
  { .kind = TORI_REPORT_DEPARTMENT },
  { .kind = TORI_REPORT_DIVISION, .portrait = TRUE, .font_size = 11 },
  { .kind = TORI_REPORT_DEPARTMENT, .form = TORI_REPORT_FORM_BLOCKS },
  { .kind = TORI_REPORT_TOTALS },
  { .kind = TORI_REPORT_SCHEDULE },
};

/* The sample, and the plans of TORIKUMI_PLANS; the tests' own plans hold letters that no program puts back
 * into the order in which they were typed. */
static GPtrArray *
read_plans (void)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) paths = tori_test_list_plans ();

  for (guint i = 0; paths[i] != NULL; i++)
    {
      gsize length;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      if (strstr (paths[i], "tests/data") != NULL)
        continue;
      text = tori_test_read (paths[i], &length);
      g_ptr_array_add (plans, tori_codec_decode (text, length, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (plans->len, >, 0);
  return plans;
}

static void
append_line (const ToriPageLine *line, gpointer user_data)
{
  g_string_append (user_data, line->text);
}

/* Every character of every page, one cell after the other, each from its first line to its last. */
static void
check_order (ToriPages *pages, GBytes *pdf)
{
  g_autofree char *found = tori_test_pdf_ask (pdf, "pdftotext -raw PDF -");
  g_auto (GStrv) texts = g_strsplit (found, "\f", -1);
  guint n_pages = tori_pages_get_n_pages (pages);

  g_assert_cmpuint (g_strv_length (texts), ==, n_pages + 1);
  for (guint page = 0; page < n_pages; page++)
    {
      g_autoptr (GString) lines = g_string_new (NULL);
      g_autofree char *wanted = NULL;
      g_autofree char *got = tori_test_squeeze (texts[page]);

      tori_pages_foreach_line (pages, page, append_line, lines);
      wanted = tori_test_squeeze (lines->str);
      g_assert_cmpstr (got, ==, wanted);
    }
}

/* Places */

typedef struct
{
  double left, top, right, bottom;
  char *text;
} Word;

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->text);
}

static char *
unescape (const char *start, const char *end)
{
  static const char *const names[][2] = {
    { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&amp;", "&" }
  };
  GString *text = g_string_new_len (start, end - start);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_replace (text, names[i][0], names[i][1], 0);
  return g_string_free (text, FALSE);
}

static double
read_number (const char **p, const char *name)
{
  *p = strstr (*p, name);
  g_assert_nonnull (*p);
  *p += strlen (name);
  return g_ascii_strtod (*p, NULL);
}

/* The words of a page, as `pdftotext -bbox` tells them. */
static GArray *
read_words (const char *page)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *end = strstr (page, "</page>");
  const char *p = page;

  g_array_set_clear_func (words, clear_word);
  while ((p = strstr (p, "<word ")) != NULL && p < end)
    {
      Word word;
      const char *text;

      word.left = read_number (&p, "xMin=\"");
      word.top = read_number (&p, "yMin=\"");
      word.right = read_number (&p, "xMax=\"");
      word.bottom = read_number (&p, "yMax=\"");
      text = strchr (p, '>') + 1;
      word.text = unescape (text, strstr (text, "</word>"));
      g_array_append_val (words, word);
    }
  return words;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  double left = ((const Word *) a)->left;
  double other = ((const Word *) b)->left;

  return (left > other) - (left < other);
}

typedef struct
{
  GArray *words;
  guint n_lines;
} Places;

/* The words that the PDF has where the line is are those of the line, from its first to its last character,
 * and the line is inside its cell. */
static void
check_line (const ToriPageLine *line, gpointer user_data)
{
  Places *places = user_data;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autofree char *wanted = tori_test_squeeze (line->text);
  g_autofree char *got = NULL;

  for (guint i = 0; i < places->words->len; i++)
    {
      const Word *word = &g_array_index (places->words, Word, i);
      double x = (word->left + word->right) / 2;
      double y = (word->top + word->bottom) / 2;

      if (x > line->x && x < line->x + line->width && y > line->y && y < line->y + line->height)
        g_array_append_vals (found, word, 1);
    }
  g_array_sort (found, compare_places);
  for (guint i = 0; i < found->len; i++)
    {
      const Word *word = &g_array_index (found, Word, i);

      g_string_append (joined, word->text);
      g_assert_cmpfloat (word->left, >, line->cell_x - 0.1);
      g_assert_cmpfloat (word->right, <, line->cell_x + line->cell_width + 0.1);
    }
  got = tori_test_squeeze (joined->str);
  g_assert_cmpstr (got, ==, wanted);
  places->n_lines++;
}

static void
check_places (ToriPages *pages, GBytes *pdf)
{
  g_autofree char *boxes = tori_test_pdf_ask (pdf, "pdftotext -bbox PDF -");
  const char *p = boxes;

  for (guint page = 0; page < tori_pages_get_n_pages (pages); page++)
    {
      Places places = { 0 };

      p = strstr (p + 1, "<page ");
      g_assert_nonnull (p);
      places.words = read_words (p);
      tori_pages_foreach_line (pages, page, check_line, &places);
      g_assert_cmpuint (places.n_lines, >, 0);
      g_array_unref (places.words);
    }
}

static void
test_read_back (gconstpointer data)
{
  const ToriReportOptions *options = data;
  g_autoptr (GPtrArray) plans = read_plans ();

  for (guint i = 0; i < plans->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ToriPages) pages = tori_report_lay_out (g_ptr_array_index (plans, i), options, &error);
      g_autoptr (GBytes) pdf = tori_pages_to_pdf (pages, &error);

      g_assert_no_error (error);
      check_order (pages, pdf);
      check_places (pages, pdf);
    }
}

/* Fields */

/* What the pages show of each field: its record and its name → GString. */
typedef struct
{
  GHashTable *texts;
} Fields;

static char *
name_field (gpointer record, const char *property)
{
  return g_strdup_printf ("%p %s", record, property);
}

static void
take_area (const ToriPageArea *area, gpointer user_data)
{
  Fields *fields = user_data;
  g_autofree char *name = NULL;
  GString *text;

  if (area->repeated || area->record == NULL || area->property == NULL)
    return;
  name = name_field (area->record, area->property);
  text = g_hash_table_lookup (fields->texts, name);
  if (text == NULL)
    {
      text = g_string_new (NULL);
      g_hash_table_insert (fields->texts, g_steal_pointer (&name), text);
    }
  g_string_append (text, area->text);
}

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

/* @label: stands before it in the same area. */
static guint
check_field (Fields *fields, gpointer record, const char *property, const char *label, const char *value)
{
  g_autofree char *name = name_field (record, property);
  GString *text = g_hash_table_lookup (fields->texts, name);
  g_autofree char *wanted = tori_test_squeeze (value);
  g_autofree char *got = NULL;

  if (*value == '\0')
    return 0;
  g_assert_nonnull (text);
  got = tori_test_squeeze (text->str);
  g_assert_cmpstr (got + (g_str_has_prefix (got, label) ? strlen (label) : 0), ==, wanted);
  return 1;
}

static guint
check_blocks (Fields *fields, ToriList *blocks)
{
  guint n = 0;

  for (guint i = 0; i < tori_list_get_length (blocks); i++)
    {
      ToriBlock *block = tori_list_get (blocks, i);

      n += check_field (fields, block, "text", "", tori_block_get_text (block));
    }
  return n;
}

/* The wide table says each text of each entry of the year, whole and in its order, over however many pages.
 */
static void
test_fields (void)
{
  g_autoptr (GPtrArray) plans = read_plans ();
  guint n = 0;

  for (guint i = 0; i < plans->len; i++)
    {
      ToriPlan *plan = g_ptr_array_index (plans, i);
      const ToriReportOptions options = { .font_size = 12 };
      g_autoptr (ToriPages) pages = tori_report_lay_out (plan, &options, NULL);
      Fields fields = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_text) };
      ToriList *pillars = tori_plan_get_pillars (plan);

      for (guint page = 0; page < tori_pages_get_n_pages (pages); page++)
        tori_pages_foreach_area (pages, page, take_area, &fields);
      for (guint p = 0; p < tori_list_get_length (pillars); p++)
        {
          ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, p));

          for (guint k = 0; k < tori_list_get_length (initiatives); k++)
            {
              ToriEntry *entry =
                  tori_initiative_find_entry (tori_list_get (initiatives, k), tori_plan_get_year (plan));

              if (entry == NULL)
                continue;
              n += check_blocks (&fields, tori_entry_get_actions (entry));
              n += check_blocks (&fields, tori_entry_get_outcome (entry));
              n += check_blocks (&fields, tori_entry_get_outlook (entry));
              n += check_field (&fields, entry, "note", "備考", tori_entry_get_note (entry));
            }
        }
      g_hash_table_unref (fields.texts);
    }
  g_assert_cmpuint (n, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pdf-text/read-back/%u", i);

      g_test_add_data_func (path, &reports[i], test_read_back);
    }
  g_test_add_func ("/pdf-text/fields", test_fields);
  return g_test_run ();
}
