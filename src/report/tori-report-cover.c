/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-label.h"
#include "report/tori-report-private.h"

/* What stands above a table: headings, and for a department or division how far its initiatives got. */

typedef struct
{
  ToriStyle style;
  ToriAlign align;
  char *text;
} LineRow;

static void
line_row_free (gpointer data)
{
  LineRow *line = data;

  g_free (line->text);
  g_free (line);
}

static void
fill_line (ToriCellWriter *writer, gpointer data)
{
  const LineRow *line = data;
  ToriParagraph paragraph = { line->style, line->align, .text = line->text };

  tori_cell_begin (writer, 0, 1, line->style == TORI_STYLE_HEADING ? TORI_CELL_HEADER : TORI_CELL_PLAIN);
  tori_cell_add (writer, &paragraph);
}

/**
 * tori_report_add_heading:
 * @sheet: a sheet
 * @turn_page: whether a new page begins
 *
 * Returns: (transfer none): a section as wide as the page, for headings
 */
ToriSection *
tori_report_add_heading (ToriSheet *sheet, gboolean turn_page)
{
  const ToriSheetSize *size = tori_sheet_get_size (sheet);
  double width = size->width - size->left - size->right;

  return tori_sheet_add_section (sheet, &width, 1, turn_page);
}

/**
 * tori_report_add_line:
 * @section: a section for headings
 * @style: how it looks
 * @align: where it stands
 * @text: the words; nothing is added when there are none
 */
void
tori_report_add_line (ToriSection *section, ToriStyle style, ToriAlign align, const char *text)
{
  LineRow *line;

  if (*text == '\0')
    return;
  line = g_new0 (LineRow, 1);
  line->style = style;
  line->align = align;
  line->text = g_strdup (text);
  tori_section_add_row (section, TORI_ROW_PLAIN, fill_line, line, line_row_free);
}

#define MAX_LEVEL_TITLE 30 /* characters */

/* The table of counts: a line for what they are in charge of as a whole, one for what in part, and the sum;
 * a column for each level. */

typedef struct
{
  const char *title; /* translated, not owned */
  guint n;
  guint values[]; /* levels, not assessed, sum */
} CountRow;

static void
fill_counts (ToriCellWriter *writer, gpointer data)
{
  const CountRow *row = data;
  ToriParagraph title = { TORI_STYLE_NAME, .text = row->title };

  tori_cell_begin (writer, 0, 1, TORI_CELL_HEADER);
  tori_cell_add (writer, &title);
  for (guint i = 0; i < row->n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", row->values[i]);
      ToriParagraph value = { TORI_STYLE_NAME, TORI_ALIGN_CENTER, .text = text };

      tori_cell_begin (writer, i + 1, 1, TORI_CELL_PLAIN);
      tori_cell_add (writer, &value);
    }
}

static CountRow *
count_row_new (const char *title, guint n)
{
  CountRow *row = g_malloc0 (sizeof (CountRow) + n * sizeof (guint));

  row->title = title;
  row->n = n;
  return row;
}

/* The column of the level that @initiative reached: behind the last for not assessed. */
static guint
find_level (const ToriTotals *totals, ToriInitiative *initiative)
{
  ToriEntry *entry = tori_initiative_find_entry (initiative, totals->year);
  const ToriRating *rating = NULL;

  if (entry != NULL && totals->scale != NULL)
    rating =
        tori_ratings_find (tori_entry_get_ratings (entry), tori_record_get_id (TORI_RECORD (totals->scale)));
  for (guint i = 0; rating != NULL && i < totals->n_levels; i++)
    {
      const ToriTotalsLevel *level = &totals->levels[i];

      if (g_str_equal (tori_record_get_id (TORI_RECORD (level->level)), rating->level)
          && (!tori_level_has_year (level->level) || level->since == rating->since))
        return i;
    }
  return totals->n_levels;
}

static void
count_initiatives (
    ToriReportTable *table, const ToriTotals *totals, CountRow *whole, CountRow *part, CountRow *sum)
{
  ToriList *pillars = tori_plan_get_pillars (table->plan);
  guint last = totals->n_levels + 1;

  for (guint p = 0; p < tori_list_get_length (pillars); p++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, p));

      for (guint i = 0; i < tori_list_get_length (initiatives); i++)
        {
          ToriInitiative *initiative = tori_list_get (initiatives, i);
          ToriCharge charge = tori_scope_get_charge (table->scope, initiative);
          CountRow *row = charge == TORI_CHARGE_WHOLE ? whole : part;
          guint level = find_level (totals, initiative);

          if (charge == TORI_CHARGE_NONE || !tori_initiative_covers_year (initiative, table->year))
            continue;
          row->values[level]++;
          row->values[last]++;
          sum->values[level]++;
          sum->values[last]++;
        }
    }
}

/**
 * tori_report_dup_level_title:
 * @level: a level as it is counted
 *
 * Returns: (transfer full): its name over a column, at a length that leaves room for the table; where the
 * level was reached it stands in full
 */
char *
tori_report_dup_level_title (const ToriTotalsLevel *level)
{
  g_autofree char *label = tori_label_level (level->level, level->since);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (label, -1) <= MAX_LEVEL_TITLE)
    return g_steal_pointer (&label);
  start = g_utf8_substring (label, 0, MAX_LEVEL_TITLE - 1);
  return g_strconcat (start, "…", NULL);
}

static void
add_count_header (const ToriReportTable *table, ToriSection *section, const ToriTotals *totals)
{
  guint n = totals->n_levels;

  tori_section_add_header (section, 0, 1, 0, 1, tori_paper_words_get (table->plan, "In charge of"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = tori_report_dup_level_title (&totals->levels[i]);

      tori_section_add_header (section, 0, 1, i + 1, 1, label);
    }
  tori_section_add_header (section, 0, 1, n + 1, 1, tori_report_get_not_assessed (table->plan));
  tori_section_add_header (section, 0, 1, n + 2, 1, tori_paper_words_get (table->plan, "Total"));
}

/**
 * tori_report_add_counts:
 * @table: the table that follows
 * @sheet: a sheet
 *
 * Adds the table that says of how many initiatives those of the table are in charge, as a whole and in part,
 * and how far these got.
 */
void
tori_report_add_counts (ToriReportTable *table, ToriSheet *sheet)
{
  ToriList *scales = tori_plan_get_scales (table->plan);
  ToriScale *scale = tori_list_get_length (scales) > 0 ? tori_list_get (scales, 0) : NULL;
  g_autoptr (ToriTotals) totals = tori_totals_new (table->plan, table->year, scale, TORI_TOTALS_BY_PILLAR);
  const ToriSheetSize *size = tori_sheet_get_size (sheet);
  guint n = totals->n_levels + 2;
  g_autofree double *columns = g_new0 (double, n + 1);
  double width = MIN (9.2 * size->font_size, (size->width - size->left - size->right) / (n + 1.2));
  CountRow *whole = count_row_new (tori_paper_words_get (table->plan, "Whole initiatives"), n);
  CountRow *part = count_row_new (tori_paper_words_get (table->plan, "Topics of initiatives"), n);
  CountRow *sum = count_row_new (tori_paper_words_get (table->plan, "Total"), n);
  ToriSection *section;

  for (guint i = 0; i <= n; i++)
    columns[i] = i == 0 ? 1.2 * width : width;
  count_initiatives (table, totals, whole, part, sum);
  section = tori_sheet_add_section (sheet, columns, n + 1, FALSE);
  add_count_header (table, section, totals);
  tori_section_add_row (section, TORI_ROW_BODY, fill_counts, whole, g_free);
  tori_section_add_row (section, TORI_ROW_BODY, fill_counts, part, g_free);
  tori_section_add_row (section, TORI_ROW_BODY, fill_counts, sum, g_free);
}
