/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-label.h"
#include "report/tori-report-private.h"

/* The schedule of the plan: every item's arrows over all its years, in one table. Initiatives that are no
 * part of the plan in the year reported stand in it as well, since their arrows do.
 *
 * The rows are those of the wide table with fewer columns, so the years get the room that texts need there.
 */

/* Widths in ems of the running text: what a column has where there is room, and the least. */
static const struct
{
  double wide, least;
} widths[] = {
  [TORI_COLUMN_NUMBER] = { 2.6, 2.1 },
  [TORI_COLUMN_TITLE] = { 18, 5 },
  [TORI_COLUMN_ITEM] = { 18, 5 },
  [TORI_COLUMN_YEARS] = { 9, 2.9 }, /* each year */
};

#define WIDE_CHARGE 11.0
#define LEAST_CHARGE 4.5

static double
sum (const double *columns, guint n)
{
  double result = 0;

  for (guint i = 0; i < n; i++)
    result += columns[i];
  return result;
}

static void
find_least_and_wide (const ToriReportColumns *self, double *least, double *wide)
{
  double em = self->font_size;
  guint charge = TORI_COLUMN_YEARS + self->n_years + TORI_COLUMN_SCHEDULE_CHARGE;

  for (guint i = 0; i < charge; i++)
    {
      guint kind = MIN (i, TORI_COLUMN_YEARS);

      least[i] = widths[kind].least * em;
      wide[i] = widths[kind].wide * em;
    }
  least[TORI_COLUMN_NUMBER] = wide[TORI_COLUMN_NUMBER] = self->widths[TORI_COLUMN_NUMBER];
  least[charge] = LEAST_CHARGE * em;
  wide[charge] = WIDE_CHARGE * em;
}

/* Makes the least widths smaller where they have no room, but leaves a character in each column as long as
 * that can be had. */
static void
shrink (double *least, guint n, double width, double font_size)
{
  double character = font_size + 2 * TORI_CELL_PAD_X;
  double least_sum = sum (least, n);
  double factor = MAX (0, (width - n * character) / (least_sum - n * character));

  for (guint i = 0; i < n && width < least_sum; i++)
    least[i] = MIN (character, width / n) + factor * (least[i] - character);
}

/* Between their least and their full widths all columns grow alike; what is left then is the years'. */
static void
set_widths (ToriReportColumns *self, double width)
{
  guint n = TORI_COLUMN_YEARS + self->n_years + TORI_N_SCHEDULE_COLUMNS_AFTER_YEARS;
  g_autofree double *least = g_new0 (double, n);
  g_autofree double *wide = g_new0 (double, n);
  double least_sum, wide_sum, factor, rest;

  find_least_and_wide (self, least, wide);
  shrink (least, n, width, self->font_size);
  least_sum = sum (least, n);
  wide_sum = sum (wide, n);
  factor = CLAMP ((width - least_sum) / (wide_sum - least_sum), 0, 1);
  rest = MAX (0, width - wide_sum) / self->n_years;
  self->n = n;
  for (guint i = 0; i < n; i++)
    {
      self->widths[i] = least[i] + factor * (wide[i] - least[i]);
      if (i >= TORI_COLUMN_YEARS && i < TORI_COLUMN_YEARS + self->n_years)
        self->widths[i] += rest;
    }
}

static void
add_header (ToriReportTable *self, ToriSection *section)
{
  ToriPlan *plan = self->plan;

  tori_section_add_header (section, 0, 1, TORI_COLUMN_NUMBER, 1, tori_paper_words_get (plan, "No."));
  tori_section_add_header (section, 0, 1, TORI_COLUMN_TITLE, 1, tori_paper_words_get (plan, "Initiative"));
  tori_section_add_header (section, 0, 1, TORI_COLUMN_ITEM, 1, tori_paper_words_get (plan, "Item"));
  for (guint i = 0; i < self->columns->n_years; i++)
    {
      g_autofree char *label = tori_report_table_dup_year_label (self, i);

      tori_section_add_header (section, 0, 1, TORI_COLUMN_YEARS + i, 1, label);
      if (self->columns->first + (int) i == self->year)
        tori_section_mark_header (section);
    }
  tori_section_add_header (section, 0, 1, tori_report_table_get_column (self, TORI_COLUMN_SCHEDULE_CHARGE), 1,
                           tori_paper_words_get (plan, "In charge"));
}

/* What says why there is no circled number: the years that an initiative is part of the plan. */
static char *
dup_years_note (const ToriReportRow *row)
{
  ToriPlan *plan = row->table->plan;
  int from = tori_initiative_get_from (row->initiative);
  int until = tori_initiative_get_until (row->initiative);
  gboolean later = from > row->table->year;
  g_autofree char *year = NULL;

  if (row->place > 0 || (from == 0 && until == 0))
    return NULL;
  year = tori_label_year (plan, later ? from : until, TORI_YEAR_STYLE_FULL);
  return g_strdup_printf (
      later ? tori_paper_words_get (plan, "(from %s on)") : tori_paper_words_get (plan, "(until %s)"), year);
}

static void
fill_initiative (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;
  const ToriReportColumns *columns = row->table->columns;
  guint charge = tori_report_table_get_column (row->table, TORI_COLUMN_SCHEDULE_CHARGE);
  ToriEntry *entry = tori_initiative_find_entry (row->initiative, row->table->year);
  g_autofree char *years = dup_years_note (row);

  tori_report_write_outline (writer, row);
  tori_report_add_number_cell (writer, row);
  tori_report_add_title_cell (writer, row);
  if (years != NULL)
    tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_BODY, .text = years });
  tori_report_add_schedule_cell (writer, row, entry);
  tori_report_add_divisions_cell (writer, row->initiative, row->table->year, charge, columns->widths[charge],
                                  columns->font_size);
}

/**
 * tori_report_add_schedule:
 * @plan: a plan
 * @year: the fiscal year that is marked
 * @records: (nullable) (element-type ToriRecord): departments or divisions whose initiatives to take, NULL:
 *   all
 * @sheet: a sheet
 *
 * Adds the legend and the schedule of the plan to the end of the sheet.
 */
void
tori_report_add_schedule (ToriPlan *plan, int year, GPtrArray *records, ToriSheet *sheet)
{
  const ToriSheetSize *size = tori_sheet_get_size (sheet);
  double width = size->width - size->left - size->right;
  ToriReportColumns *columns =
      tori_report_columns_new (plan, year, &(ToriReportOptions){ 0 }, width, size->font_size);
  ToriReportTable *table = tori_report_table_new (plan, year, records, FALSE, columns);
  g_autofree char *label = tori_label_year (plan, year, TORI_YEAR_STYLE_FULL);
  g_autofree char *note = NULL;
  ToriSection *section;

  set_widths (columns, width);
  table->fill = fill_initiative;
  table->all_years = TRUE;
  if (year >= columns->first && year < columns->first + (int) columns->n_years)
    note = g_strdup_printf (tori_paper_words_get (plan, "The year shaded is %s, which is reported. "), label);
  tori_report_add_legend (table, sheet, note != NULL ? note : "", TRUE);
  section = tori_sheet_add_section (sheet, columns->widths, columns->n, FALSE);
  add_header (table, section);
  tori_report_table_add_rows (table, section, 0);
  tori_report_table_unref (table);
  tori_report_columns_unref (columns);
}
