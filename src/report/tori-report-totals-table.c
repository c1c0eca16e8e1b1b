/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/tori-label.h"
#include "report/tori-report-totals-private.h"

/* Tables of totals: a row for each pillar, department or division, with the number of its initiatives at each
 * level, their share of the row and how many more these are than the year before, one under the other. More
 * levels than have room beside each other go on in a further table. */

typedef enum
{
  COLUMN_LEVEL,
  COLUMN_NOT_ASSESSED,
  COLUMN_NOT_COUNTED, /* the levels that do not count as one; only where there are none or several */
  COLUMN_COUNT,
  COLUMN_RELISTED, /* only by pillar */
  COLUMN_RATE,
} ColumnKind;

typedef struct
{
  ColumnKind kind;
  const ToriTotalsLevel *level;
} Column;

/* Columns that stand before those of the numbers. */
#define COLUMN_NAME 0
#define COLUMN_LABEL 1
#define N_COLUMNS_BEFORE 2

/* Lines of a row. */
enum
{
  LINE_COUNT,
  LINE_SHARE,
  LINE_CHANGE,
  N_LINES,
};

/* Widths in ems of the running text. */
#define WIDE_NUMBER 7.0
#define LEAST_NUMBER 3.7
#define WIDE_NAME 14.0
#define LEAST_NAME 8.0
#define LABEL 4.3
#define DIGIT 0.6

/* Rows */

typedef struct
{
  char *texts[N_LINES];
  char *link; /* NULL: none */
} Number;

typedef struct
{
  ToriRecord *record; /* NULL: nobody in charge, or the sum; then there is a name */
  const char *name;
  const char *continued;
  const char *labels[N_LINES];
  gboolean is_sum;
  guint n_numbers;
  Number *numbers;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < row->n_numbers; i++)
    {
      for (guint line = 0; line < N_LINES; line++)
        g_free (row->numbers[i].texts[line]);
      g_free (row->numbers[i].link);
    }
  g_clear_object (&row->record);
  g_free (row->numbers);
  g_free (row);
}

/**
 * tori_report_totals_dup_name:
 * @record: a pillar, department or division
 *
 * Returns: (transfer full): its name on paper
 */
char *
tori_report_totals_dup_name (ToriRecord *record)
{
  return TORI_IS_PILLAR (record) ? tori_report_dup_pillar_title (TORI_PILLAR (record))
                                 : tori_report_dup_part_name (record);
}

static void
fill_row (ToriCellWriter *writer, gpointer data)
{
  const Row *row = data;
  const ToriStyle style = row->is_sum ? TORI_STYLE_STRONG : TORI_STYLE_NAME;
  g_autofree char *own = row->record != NULL ? tori_report_totals_dup_name (row->record) : NULL;
  ToriParagraph name = { style, .hang = 1, .text = own != NULL ? own : row->name };

  tori_cell_begin (writer, COLUMN_NAME, 1, TORI_CELL_HEADER);
  if (row->record != NULL && TORI_IS_PILLAR (row->record))
    tori_cell_set_source (writer, row->record, "title");
  tori_cell_add (writer, &name);
  tori_cell_repeat (writer, &name, row->continued);
  tori_cell_begin (writer, COLUMN_LABEL, 1, TORI_CELL_HEADER);
  for (guint line = 0; line < N_LINES; line++)
    tori_cell_add (writer, &(ToriParagraph){ line == LINE_COUNT ? style : TORI_STYLE_BODY, .keep = TRUE,
                                             .text = row->labels[line] });
  for (guint i = 0; i < row->n_numbers; i++)
    {
      const Number *number = &row->numbers[i];

      tori_cell_begin (writer, N_COLUMNS_BEFORE + i, 1, TORI_CELL_PLAIN);
      for (guint line = 0; line < N_LINES; line++)
        {
          ToriParagraph paragraph = { line == LINE_COUNT ? style : TORI_STYLE_BODY, TORI_ALIGN_END,
                                      .keep = TRUE, .text = number->texts[line] };

          paragraph.link = number->link;
          tori_cell_add (writer, &paragraph);
        }
    }
}

/* Counting */

static guint
get_count (const ToriTotals *totals, const ToriTotalsRow *row, const Column *column)
{
  switch (column->kind)
    {
    case COLUMN_LEVEL: return tori_totals_count_level (totals, row, column->level);
    case COLUMN_NOT_ASSESSED: return row->not_assessed;
    case COLUMN_NOT_COUNTED: return row->not_counted;
    case COLUMN_COUNT: return row->count;
    case COLUMN_RELISTED: return row->relisted;
    case COLUMN_RATE:
    default: g_assert_not_reached ();
    }
}

static void
set_number (Number *number,
            const Column *column,
            const ToriTotals *totals,
            const ToriTotalsRow *row,
            const ToriTotals *before,
            const ToriTotalsRow *before_row)
{
  guint count;

  if (column->kind == COLUMN_RATE)
    {
      number->texts[LINE_COUNT] = g_strdup_printf ("%u/%u", row->done, row->counted);
      number->texts[LINE_SHARE] = tori_totals_format_share (row->done, row->counted);
      number->texts[LINE_CHANGE] =
          before_row != NULL ? tori_totals_format_rate_change (row, before_row) : g_strdup ("—");
      return;
    }
  count = get_count (totals, row, column);
  number->texts[LINE_COUNT] = g_strdup_printf ("%u", count);
  number->texts[LINE_SHARE] =
      column->kind == COLUMN_RELISTED ? g_strdup ("—") : tori_totals_format_share (count, row->count);
  number->texts[LINE_CHANGE] = before_row != NULL
                                   ? tori_totals_format_change (count, get_count (before, before_row, column))
                                   : g_strdup ("—");
}

/* The same row a year earlier; NULL when there was none. */
static const ToriTotalsRow *
find_before (const ToriTotals *before, const ToriTotalsRow *row)
{
  static const ToriTotalsRow nothing = { NULL };
  const ToriTotalsRow *found = before == NULL ? NULL : tori_totals_find_row (before, row->record);

  return found == NULL && before != NULL && row->record == NULL ? &nothing : found;
}

/* Where a number leads to; a pillar's as far as its initiatives in the list. */
static char *
dup_link (const ToriReportTotals *self, const Column *column, guint count, const ToriTotalsRow *row)
{
  static const ToriTotalsLevel none = { NULL };
  ToriPillar *pillar = row->record != NULL && TORI_IS_PILLAR (row->record) ? TORI_PILLAR (row->record) : NULL;

  if (count == 0 || self->groups == NULL)
    return NULL;
  if (column->kind == COLUMN_LEVEL)
    return tori_report_totals_dup_link (self, column->level, pillar);
  if (column->kind == COLUMN_NOT_ASSESSED)
    return tori_report_totals_dup_link (self, &none, pillar);
  if (column->kind == COLUMN_COUNT)
    return tori_report_totals_dup_link (self, NULL, NULL);
  return NULL;
}

static void
add_row (const ToriReportTotals *self,
         ToriTotalsBy by,
         const ToriTotalsRow *counted,
         const Column *columns,
         guint n_columns,
         ToriSection *section)
{
  const ToriTotals *totals = self->totals[by];
  const ToriTotals *before = self->before[by];
  gboolean is_sum = counted == &totals->total;
  const ToriTotalsRow *before_row = NULL;
  Row *row = g_new0 (Row, 1);

  if (before != NULL)
    before_row = is_sum ? &before->total : find_before (before, counted);
  row->record = counted->record != NULL ? g_object_ref (counted->record) : NULL;
  row->name = tori_paper_words_get (self->plan, is_sum ? "Total" : "nobody in charge");
  row->continued = tori_paper_words_get (self->plan, " (continued)");
  row->labels[LINE_COUNT] = tori_paper_words_get (self->plan, "number");
  row->labels[LINE_SHARE] = tori_paper_words_get (self->plan, "share");
  row->labels[LINE_CHANGE] = tori_paper_words_get (self->plan, "change");
  row->is_sum = is_sum;
  row->n_numbers = n_columns;
  row->numbers = g_new0 (Number, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      set_number (&row->numbers[i], &columns[i], totals, counted, before, before_row);
      if (columns[i].kind != COLUMN_RATE)
        row->numbers[i].link =
            dup_link (self, &columns[i], get_count (totals, counted, &columns[i]), counted);
    }
  tori_section_add_row (section, TORI_ROW_BODY, fill_row, row, row_free);
}

/* Columns */

static GArray *
list_columns (const ToriReportTotals *self, ToriTotalsBy by)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));
  guint n_not_counting = self->levels->len - self->n_counting;

  for (guint i = 0; i < self->n_counting; i++)
    {
      Column column = { COLUMN_LEVEL, &g_array_index (self->levels, ToriTotalsLevel, i) };

      g_array_append_val (columns, column);
    }
  if (self->scale != NULL)
    g_array_append_vals (columns, &(Column){ COLUMN_NOT_ASSESSED }, 1);
  for (guint i = self->n_counting; i < self->levels->len; i++)
    {
      Column column = { COLUMN_LEVEL, &g_array_index (self->levels, ToriTotalsLevel, i) };

      g_array_append_val (columns, column);
    }
  if (self->scale != NULL && n_not_counting != 1)
    g_array_append_vals (columns, &(Column){ COLUMN_NOT_COUNTED }, 1);
  g_array_append_vals (columns, &(Column){ COLUMN_COUNT }, 1);
  if (by == TORI_TOTALS_BY_PILLAR)
    g_array_append_vals (columns, &(Column){ COLUMN_RELISTED }, 1);
  if (self->scale != NULL)
    g_array_append_vals (columns, &(Column){ COLUMN_RATE }, 1);
  return columns;
}

static gboolean
is_counting (const Column *column)
{
  return column->kind == COLUMN_LEVEL && tori_level_get_counts (column->level->level);
}

static gboolean
is_not_counting (const Column *column)
{
  return column->kind == COLUMN_NOT_COUNTED || (column->kind == COLUMN_LEVEL && !is_counting (column));
}

/* A year that a level begins with has a line of its own, so that a narrow column does not break it. */
static char *
dup_level_title (const ToriReportTotals *self, const ToriTotalsLevel *level)
{
  g_autofree char *title = tori_report_dup_level_title (level);
  g_autofree char *year = tori_label_year (self->plan, level->since, TORI_YEAR_STYLE_FULL);

  if (level->since == 0 || !g_str_has_prefix (title, year))
    return g_steal_pointer (&title);
  return g_strconcat (year, "\n", title + strlen (year), NULL);
}

static char *
dup_column_title (const ToriReportTotals *self, const Column *column)
{
  static const char *const titles[] = { [COLUMN_NOT_ASSESSED] = "Not assessed",
                                        [COLUMN_NOT_COUNTED] = "Not counted",
                                        [COLUMN_COUNT] = "Total",
                                        [COLUMN_RELISTED] = "Listed again",
                                        [COLUMN_RATE] = "Rate of achievement" };

  if (column->kind == COLUMN_LEVEL)
    return dup_level_title (self, column->level);
  if (column->kind == COLUMN_NOT_COUNTED && self->levels->len > self->n_counting)
    return g_strdup (tori_paper_words_get (self->plan, "Subtotal"));
  return g_strdup (tori_paper_words_get (self->plan, titles[column->kind]));
}

/* A title over the columns from @first on that @belongs says; over a single one of the same name it stands
 * alone. Returns how many they are. */
static guint
add_group_header (const ToriReportTotals *self,
                  ToriSection *section,
                  const Column *columns,
                  guint n_columns,
                  guint first,
                  const char *title,
                  gboolean (*belongs) (const Column *column))
{
  guint end = first;

  while (end < n_columns && belongs (&columns[end]))
    end++;
  if (end == first)
    return 0;
  if (end == first + 1)
    {
      g_autofree char *single = dup_column_title (self, &columns[first]);

      if (g_str_equal (single, title))
        {
          tori_section_add_header (section, 0, 2, N_COLUMNS_BEFORE + first, 1, title);
          return 1;
        }
    }
  tori_section_add_header (section, 0, 1, N_COLUMNS_BEFORE + first, end - first, title);
  for (guint i = first; i < end; i++)
    {
      g_autofree char *own = dup_column_title (self, &columns[i]);

      tori_section_add_header (section, 1, 1, N_COLUMNS_BEFORE + i, 1, own);
    }
  return end - first;
}

static void
add_header (const ToriReportTotals *self,
            ToriTotalsBy by,
            const Column *columns,
            guint n_columns,
            ToriSection *section)
{
  static const char *const titles[] = { [TORI_TOTALS_BY_PILLAR] = "Pillar",
                                        [TORI_TOTALS_BY_DEPARTMENT] = "Department",
                                        [TORI_TOTALS_BY_DIVISION] = "Division" };
  g_autofree char *scale = tori_report_totals_dup_scale_title (self);
  const char *not_counted = tori_paper_words_get (self->plan, "Not counted");
  guint i = 0;

  tori_section_add_header (section, 0, 2, COLUMN_NAME, N_COLUMNS_BEFORE,
                           tori_paper_words_get (self->plan, titles[by]));
  while (i < n_columns)
    {
      g_autofree char *title = NULL;
      guint n = add_group_header (self, section, columns, n_columns, i, scale, is_counting);

      if (n == 0)
        n = add_group_header (self, section, columns, n_columns, i, not_counted, is_not_counting);
      i += n;
      if (n > 0)
        continue;
      title = dup_column_title (self, &columns[i]);
      tori_section_add_header (section, 0, 2, N_COLUMNS_BEFORE + i, 1, title);
      i++;
    }
}

/* Tables */

/* How wide a number's column must be at least: the widest is done of counted. */
static double
find_least_number (const ToriTotals *totals, double em)
{
  g_autofree char *rate = g_strdup_printf ("%u/%u", totals->total.done, totals->total.counted);

  return MAX (LEAST_NUMBER, DIGIT * (double) strlen (rate)) * em + 2 * TORI_CELL_PAD_X;
}

/* The widths of a table of @n columns of numbers where @least is what each needs. */
static void
find_widths (const ToriSheetSize *size, double least, guint n, double *widths)
{
  double em = size->font_size;
  double room = size->width - size->left - size->right;
  double label = LABEL * em + 2 * TORI_CELL_PAD_X;
  double number = CLAMP ((room - label - WIDE_NAME * em) / n, least, MAX (least, WIDE_NUMBER * em));

  widths[COLUMN_NAME] = room - label - n * number;
  widths[COLUMN_LABEL] = label;
  for (guint i = 0; i < n; i++)
    widths[N_COLUMNS_BEFORE + i] = number;
}

static void
add_part (const ToriReportTotals *self,
          ToriTotalsBy by,
          const Column *columns,
          guint n_columns,
          gboolean first,
          const double *widths,
          ToriSheet *sheet)
{
  static const char *const titles[] = { [TORI_TOTALS_BY_PILLAR] = "By pillar",
                                        [TORI_TOTALS_BY_DEPARTMENT] = "By department",
                                        [TORI_TOTALS_BY_DIVISION] = "By division" };
  const ToriTotals *totals = self->totals[by];
  ToriSection *section = tori_sheet_add_section (sheet, widths, N_COLUMNS_BEFORE + n_columns, FALSE);

  tori_section_keep_together (section);
  add_header (self, by, columns, n_columns, section);
  for (guint i = 0; i < totals->n_rows; i++)
    {
      add_row (self, by, &totals->rows[i], columns, n_columns, section);
      if (i == 0 && first)
        tori_section_outline_row (section, 1, tori_paper_words_get (self->plan, titles[by]));
    }
  add_row (self, by, &totals->total, columns, n_columns, section);
}

/**
 * tori_report_totals_add_table:
 * @self: totals
 * @by: what a row stands for
 * @sheet: a sheet
 *
 * Adds a table, or several where the columns do not all have room beside each other.
 */
void
tori_report_totals_add_table (const ToriReportTotals *self, ToriTotalsBy by, ToriSheet *sheet)
{
  const ToriSheetSize *size = tori_sheet_get_size (sheet);
  double em = size->font_size;
  double least = find_least_number (self->totals[by], em);
  double room = size->width - size->left - size->right - (LEAST_NAME + LABEL) * em - 2 * TORI_CELL_PAD_X;
  g_autoptr (GArray) columns = list_columns (self, by);
  guint capacity = (guint) MAX (1, room / least);
  guint n_parts = (columns->len + capacity - 1) / capacity;
  guint n_each = (columns->len + n_parts - 1) / n_parts;
  g_autofree double *widths = g_new0 (double, N_COLUMNS_BEFORE + n_each);

  find_widths (size, least, n_each, widths);
  for (guint first = 0; first < columns->len; first += n_each)
    add_part (self, by, &g_array_index (columns, Column, first), MIN (n_each, columns->len - first),
              first == 0, widths, sheet);
}
