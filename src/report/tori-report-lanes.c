/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-label.h"
#include "report/tori-report-private.h"

/* The arrows of a schedule, in the table as in the schedule of the plan.
 *
 * What was changed is written in two lines (二段書き), as offices do: what holds now above, what held before
 * below it. A lane that has both is taken apart, and lanes that hold nothing but changes stand above the
 * others. */

static gboolean
has_kind (const ToriLanes *lanes, guint lane, ToriSpanKind kind)
{
  guint n;
  const ToriSpan *spans = tori_lanes_get_spans (lanes, lane, &n);

  for (guint i = 0; i < n; i++)
    {
      if (spans[i].kind == kind)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_revised_only (const ToriLanes *lanes, guint lane)
{
  return has_kind (lanes, lane, TORI_SPAN_REVISED) && !has_kind (lanes, lane, TORI_SPAN_PLANNED)
         && !has_kind (lanes, lane, TORI_SPAN_ACTUAL);
}

/* One line: the spans of @lane, or only those that are of the kind that the bit of @kinds says. */
static void
add_line (
    ToriCellWriter *writer, const ToriReportTable *table, const ToriLanes *lanes, guint lane, guint kinds)
{
  int last = table->columns->first + (int) table->columns->n_years - 1;
  guint n;
  const ToriSpan *spans = tori_lanes_get_spans (lanes, lane, &n);

  tori_cell_begin_lane (writer);
  for (guint i = 0; i < n; i++)
    {
      if ((kinds & (1u << spans[i].kind)) == 0 || spans[i].to < table->columns->first || spans[i].from > last)
        continue;
      tori_cell_add_span (writer, (ToriArrowKind) spans[i].kind, spans[i].phase,
                          (guint) (MAX (spans[i].from, table->columns->first) - table->columns->first),
                          (guint) (MIN (spans[i].to, last) - table->columns->first), spans[i].to > last);
    }
}

static void
add_lane (ToriCellWriter *writer, const ToriReportTable *table, const ToriLanes *lanes, guint lane)
{
  static const ToriSpanKind order[] = { TORI_SPAN_REVISED, TORI_SPAN_PLANNED, TORI_SPAN_ACTUAL };

  if (!has_kind (lanes, lane, TORI_SPAN_REVISED))
    {
      add_line (writer, table, lanes, lane, G_MAXUINT);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (has_kind (lanes, lane, order[i]))
        add_line (writer, table, lanes, lane, 1u << order[i]);
    }
}

/**
 * tori_report_add_lanes:
 * @writer: where an item was begun
 * @table: a table
 * @lanes: the item's
 *
 * Adds the lanes as lines of arrows, what was changed above what held before.
 */
void
tori_report_add_lanes (ToriCellWriter *writer, const ToriReportTable *table, const ToriLanes *lanes)
{
  guint n = tori_lanes_get_n_lanes (lanes);

  for (guint lane = 0; lane < n; lane++)
    {
      if (is_revised_only (lanes, lane))
        add_lane (writer, table, lanes, lane);
    }
  for (guint lane = 0; lane < n; lane++)
    {
      if (!is_revised_only (lanes, lane))
        add_lane (writer, table, lanes, lane);
    }
}

/**
 * tori_report_append_spans_outside:
 * @text: an item's text
 * @table: a table
 * @lanes: the item's
 *
 * Says in words what has no column in the table: nothing is left out.
 */
void
tori_report_append_spans_outside (GString *text, const ToriReportTable *table, const ToriLanes *lanes)
{
  int last = table->columns->first + (int) table->columns->n_years - 1;

  for (guint lane = 0; lane < tori_lanes_get_n_lanes (lanes); lane++)
    {
      guint n;
      const ToriSpan *spans = tori_lanes_get_spans (lanes, lane, &n);

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *from = NULL;
          g_autofree char *to = NULL;

          if (spans[i].to >= table->columns->first && spans[i].from <= last)
            continue;
          from = tori_label_year (table->plan, spans[i].from, TORI_YEAR_STYLE_FULL);
          to = tori_label_year (table->plan, spans[i].to, TORI_YEAR_STYLE_FULL);
          g_string_append_printf (text, "\n%s (%s", spans[i].phase != NULL ? spans[i].phase : "", from);
          if (spans[i].to > spans[i].from)
            g_string_append_printf (text, "～%s", to);
          g_string_append_c (text, ')');
        }
    }
}

/* Legend */

static guint
find_kinds (ToriItem *item)
{
  const ToriLanes *lanes = tori_item_get_lanes (item);
  guint kinds = 0;

  for (guint lane = 0; lane < tori_lanes_get_n_lanes (lanes); lane++)
    {
      guint n;
      const ToriSpan *spans = tori_lanes_get_spans (lanes, lane, &n);

      for (guint i = 0; i < n; i++)
        kinds |= 1u << spans[i].kind;
    }
  return kinds;
}

/* The kinds of arrows that occur in the plan, a bit each. */
static guint
find_all_kinds (ToriPlan *plan)
{
  ToriList *pillars = tori_plan_get_pillars (plan);
  guint kinds = 0;

  for (guint p = 0; p < tori_list_get_length (pillars); p++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, p));

      for (guint i = 0; i < tori_list_get_length (initiatives); i++)
        {
          ToriList *items = tori_initiative_get_schedule (tori_list_get (initiatives, i));

          for (guint k = 0; k < tori_list_get_length (items); k++)
            kinds |= find_kinds (tori_list_get (items, k));
        }
    }
  return kinds;
}

#define N_KINDS 3

typedef struct
{
  const char *title;
  const char *kinds[N_KINDS];
  char *note;
} LegendRow;

static void
legend_row_free (gpointer data)
{
  LegendRow *legend = data;

  g_free (legend->note);
  g_free (legend);
}

static void
fill_legend (ToriCellWriter *writer, gpointer data)
{
  const LegendRow *legend = data;

  tori_cell_begin_grid (writer, 0, N_KINDS, -1);
  tori_cell_begin_item (writer, legend->title);
  tori_cell_begin_lane (writer);
  for (guint i = 0; i < N_KINDS; i++)
    tori_cell_add_span (writer, (ToriArrowKind) i, legend->kinds[i], i, i, FALSE);
  tori_cell_begin (writer, N_KINDS + 1, 1, TORI_CELL_MIDDLE);
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_BODY, .text = legend->note });
}

/**
 * tori_report_add_legend:
 * @table: the table that follows
 * @sheet: a sheet
 * @year: what says which year is the one reported, or ""
 * @always: whether it is wanted even where all arrows are planned ones
 *
 * Adds what explains the arrows.
 *
 * Returns: whether there is something to explain
 */
gboolean
tori_report_add_legend (const ToriReportTable *table, ToriSheet *sheet, const char *year, gboolean always)
{
  const ToriSheetSize *size = tori_sheet_get_size (sheet);
  double em = size->font_size;
  double columns[] = { 5 * em, 5 * em, 5 * em, 5 * em, size->width - size->left - size->right - 20 * em };
  guint kinds = find_all_kinds (table->plan);
  ToriSection *section;
  LegendRow *legend;

  if (!always && (kinds & ~(1u << TORI_SPAN_PLANNED)) == 0)
    return FALSE;
  legend = g_new0 (LegendRow, 1);
  legend->title = tori_paper_words_get (table->plan, "Legend");
  legend->kinds[TORI_ARROW_PLANNED] = tori_paper_words_get (table->plan, "planned");
  legend->kinds[TORI_ARROW_REVISED] = tori_paper_words_get (table->plan, "revised");
  legend->kinds[TORI_ARROW_ACTUAL] = tori_paper_words_get (table->plan, "actual");
  legend->note =
      g_strconcat (year,
                   kinds & (1u << TORI_SPAN_REVISED) ? tori_paper_words_get (
                       table->plan, "Of what was revised, the new stands above and the former below.")
                                                     : "",
                   NULL);
  section = tori_sheet_add_section (sheet, columns, G_N_ELEMENTS (columns), table->turn_page);
  tori_section_add_row (section, TORI_ROW_PLAIN, fill_legend, legend, legend_row_free);
  return TRUE;
}
