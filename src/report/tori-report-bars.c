/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-label.h"
#include "report/tori-report-totals-private.h"

/* The totals as bars: one for each pillar or department, as long as it has initiatives, with a part for each
 * level. */

#define COLUMN_NAME 0
#define COLUMN_BAR 1
#define NAME_SHARE 0.28

typedef struct
{
  char *label;
  guint pattern;
  guint count;
} Part;

typedef struct
{
  ToriRecord *record; /* NULL: nobody in charge, or the legend; then there is a name */
  const char *name;
  const char *comma;
  guint whole; /* what the longest bar counts; 0: this is the legend */
  guint count;
  guint n_parts;
  Part *parts;
} BarRow;

static void
bar_row_free (gpointer data)
{
  BarRow *row = data;

  for (guint i = 0; i < row->n_parts; i++)
    g_free (row->parts[i].label);
  g_clear_object (&row->record);
  g_free (row->parts);
  g_free (row);
}

/* What a bar shows in words: 達成 3、継続 1. */
static char *
dup_text (const BarRow *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->n_parts; i++)
    {
      if (row->whole > 0 && row->parts[i].count == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, row->comma);
      g_string_append (text, row->parts[i].label);
      if (row->whole > 0)
        g_string_append_printf (text, " %u", row->parts[i].count);
    }
  return g_string_free (text, FALSE);
}

static void
fill_bar (ToriCellWriter *writer, gpointer data)
{
  const BarRow *row = data;
  g_autofree char *own = row->record != NULL ? tori_report_totals_dup_name (row->record) : NULL;
  g_autofree char *end = g_strdup_printf ("%u", row->count);
  g_autofree char *text = dup_text (row);

  tori_cell_begin (writer, COLUMN_NAME, 1, TORI_CELL_HEADER | TORI_CELL_MIDDLE);
  if (row->record != NULL && TORI_IS_PILLAR (row->record))
    tori_cell_set_source (writer, row->record, "title");
  tori_cell_add (writer,
                 &(ToriParagraph){ TORI_STYLE_NAME, .hang = 1, .text = own != NULL ? own : row->name });
  tori_cell_begin (writer, COLUMN_BAR, 1, TORI_CELL_PLAIN);
  if (row->whole > 0)
    tori_cell_add_bar (writer, row->whole, end, text);
  else
    tori_cell_add_legend (writer, text);
  for (guint i = 0; i < row->n_parts; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", row->parts[i].count);

      tori_cell_add_part (writer, row->parts[i].pattern, row->parts[i].count,
                          row->whole > 0 ? count : row->parts[i].label);
    }
}

static guint
find_longest (const ToriTotals *totals)
{
  guint longest = 0;

  for (guint i = 0; i < totals->n_rows; i++)
    longest = MAX (longest, totals->rows[i].count);
  return longest;
}

/* @counted: NULL for the legend. */
static BarRow *
bar_row_new (const ToriReportTotals *self, const ToriTotals *totals, const ToriTotalsRow *counted)
{
  BarRow *row = g_new0 (BarRow, 1);

  row->record = counted != NULL && counted->record != NULL ? g_object_ref (counted->record) : NULL;
  row->name = tori_paper_words_get (self->plan, counted != NULL ? "nobody in charge" : "Legend");
  row->comma = tori_paper_words_get (self->plan, ", ");
  row->whole = counted != NULL ? find_longest (totals) : 0;
  row->count = counted != NULL ? counted->count : 0;
  row->n_parts = totals->n_levels + 1;
  row->parts = g_new0 (Part, row->n_parts);
  for (guint i = 0; i < totals->n_levels; i++)
    {
      row->parts[i].label = tori_report_dup_level_title (&totals->levels[i]);
      row->parts[i].pattern = i % TORI_PATTERN_EMPTY;
      row->parts[i].count = counted != NULL ? counted->levels[i] : 0;
    }
  row->parts[totals->n_levels].label = g_strdup (tori_report_get_not_assessed (self->plan));
  row->parts[totals->n_levels].pattern = TORI_PATTERN_EMPTY;
  row->parts[totals->n_levels].count = counted != NULL ? counted->not_assessed : 0;
  return row;
}

/**
 * tori_report_totals_add_bars:
 * @self: totals by a scale
 * @by: what a bar stands for
 * @sheet: a sheet
 *
 * Adds a chart of the counts, if there is anything to count.
 */
void
tori_report_totals_add_bars (const ToriReportTotals *self, ToriTotalsBy by, ToriSheet *sheet)
{
  static const char *const titles[] = { [TORI_TOTALS_BY_PILLAR] = "Initiatives of each pillar by level",
                                        [TORI_TOTALS_BY_DEPARTMENT] =
                                            "Initiatives of each department by level",
                                        [TORI_TOTALS_BY_DIVISION] = "Initiatives of each division by level" };
  const ToriTotals *totals = self->totals[by];
  const ToriSheetSize *size = tori_sheet_get_size (sheet);
  double width = size->width - size->left - size->right;
  const double columns[] = { NAME_SHARE * width, (1 - NAME_SHARE) * width };
  ToriSection *section;

  if (find_longest (totals) == 0)
    return;
  section = tori_sheet_add_section (sheet, columns, G_N_ELEMENTS (columns), FALSE);
  tori_section_keep_together (section);
  tori_section_add_header (section, 0, 1, COLUMN_NAME, G_N_ELEMENTS (columns),
                           tori_paper_words_get (self->plan, titles[by]));
  tori_section_add_row (section, TORI_ROW_BODY, fill_bar, bar_row_new (self, totals, NULL), bar_row_free);
  for (guint i = 0; i < totals->n_rows; i++)
    tori_section_add_row (section, TORI_ROW_BODY, fill_bar, bar_row_new (self, totals, &totals->rows[i]),
                          bar_row_free);
}
