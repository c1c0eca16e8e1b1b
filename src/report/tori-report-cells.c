/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/tori-charge.h"
#include "model/tori-division.h"
#include "model/tori-label.h"
#include "model/tori-scale.h"
#include "report/tori-report-private.h"

/* The cells of one initiative. The document's own words stand as they are; the few fixed words of the form
 * are translated, since a sheet of paper has nobody above it who could do that. */

#define TITLE_HANG 1.22 /* ems: the circled number and a space */

/* Number and title */

/**
 * tori_report_row_dup_title:
 * @row: the row of an initiative
 *
 * Returns: (transfer full): its title after its place in its pillar: ③ 窓口の見直し
 */
char *
tori_report_row_dup_title (const ToriReportRow *row)
{
  g_autofree char *circled = tori_label_circled (row->place);

  if (row->place == 0)
    return g_strdup (tori_initiative_get_title (row->initiative));
  return g_strconcat (circled, " ", tori_initiative_get_title (row->initiative), NULL);
}

/**
 * tori_report_write_outline:
 * @writer: where the cells go
 * @row: the row of an initiative
 *
 * Puts the initiative into the outline by its number and title.
 */
void
tori_report_write_outline (ToriCellWriter *writer, const ToriReportRow *row)
{
  g_autofree char *title = tori_report_row_dup_title (row);
  g_autofree char *outline = g_strconcat (tori_initiative_get_number (row->initiative), " ", title, NULL);

  tori_cell_set_outline (writer, outline);
}

/**
 * tori_report_row_dup_merged_note:
 * @row: the row of an initiative
 *
 * Returns: (transfer full) (nullable): into which one it was merged, if it was
 */
char *
tori_report_row_dup_merged_note (const ToriReportRow *row)
{
  const char *id = tori_initiative_get_merged_into (row->initiative);
  ToriInitiative *into = tori_plan_find (row->table->plan, TORI_TYPE_INITIATIVE, id);

  if (into == NULL)
    return NULL;
  return g_strdup_printf (tori_paper_words_get (row->table->plan, "merged into No. %s, %s"),
                          tori_initiative_get_number (into), tori_initiative_get_title (into));
}

/**
 * tori_report_add_number_cell:
 * @writer: where the cells go
 * @row: the row of an initiative
 *
 * Adds the cell of its number, which stands again after a page was turned.
 */
void
tori_report_add_number_cell (ToriCellWriter *writer, const ToriReportRow *row)
{
  ToriParagraph number = { TORI_STYLE_NAME, TORI_ALIGN_CENTER };

  number.text = tori_initiative_get_number (row->initiative);
  tori_cell_begin (writer, TORI_COLUMN_NUMBER, 1, TORI_CELL_PLAIN);
  tori_cell_set_source (writer, row->initiative, "number");
  tori_cell_add (writer, &number);
  tori_cell_repeat (writer, &number, "");
}

/**
 * tori_report_add_title_cell:
 * @writer: where the cells go
 * @row: the row of an initiative
 *
 * Adds the cell of its title; more can be added to it.
 */
void
tori_report_add_title_cell (ToriCellWriter *writer, const ToriReportRow *row)
{
  g_autofree char *title = tori_report_row_dup_title (row);
  g_autofree char *merged = tori_report_row_dup_merged_note (row);
  ToriParagraph paragraph = { TORI_STYLE_NAME, .hang = TITLE_HANG, .text = title };
  g_autofree char *continued = g_strdup (tori_paper_words_get (row->table->plan, " (continued)"));
  g_autofree char *mark = g_strconcat ("\n", g_strstrip (continued), NULL); /* in one piece */

  tori_cell_begin (writer, TORI_COLUMN_TITLE, 1, TORI_CELL_PLAIN);
  tori_cell_set_source (writer, row->initiative, "title");
  tori_cell_add (writer, &paragraph);
  tori_cell_repeat (writer, &paragraph, mark);
  if (merged != NULL)
    {
      tori_cell_set_source (writer, row->initiative, "merged-into");
      tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_BODY, .text = merged });
    }
}

/* Schedule */

/**
 * tori_report_add_schedule_cell:
 * @writer: where the cells go
 * @row: the row of an initiative
 * @entry: (nullable): the entry of the year
 *
 * Adds the cells of its items and their arrows.
 */
void
tori_report_add_schedule_cell (ToriCellWriter *writer, const ToriReportRow *row, ToriEntry *entry)
{
  const ToriReportTable *table = row->table;
  ToriList *items = tori_initiative_get_schedule (row->initiative);
  int n = (int) table->columns->n_years;
  int current = table->year >= table->columns->first ? MIN (table->year - table->columns->first, n) : n;

  tori_cell_begin_grid (writer, TORI_COLUMN_ITEM, table->columns->n_years, current);
  for (guint i = 0; i < tori_list_get_length (items); i++)
    {
      ToriItem *item = tori_list_get (items, i);
      g_autoptr (GString) text = g_string_new (tori_item_get_item (item));

      if (!tori_scope_has_item (table->topics, row->initiative, entry, item))
        continue;
      if (text->len > 0)
        g_string_prepend (text, "□");
      tori_report_append_spans_outside (text, table, tori_item_get_lanes (item));
      tori_cell_set_source (writer, item, "item");
      tori_cell_begin_item (writer, text->str);
      tori_cell_set_source (writer, item, "lanes");
      tori_report_add_lanes (writer, table, tori_item_get_lanes (item));
    }
}

/* Actions, with what belongs to them */

/**
 * tori_report_add_actions:
 * @writer: where the cell is
 * @row: the row of an initiative
 * @entry: (nullable): the entry of the year
 *
 * Adds what was done, the indicators and the note.
 */
void
tori_report_add_actions (ToriCellWriter *writer, const ToriReportRow *row, ToriEntry *entry)
{
  if (entry != NULL)
    tori_report_add_blocks (writer, row, entry, tori_entry_get_actions (entry));
  tori_cell_add_rule (writer);
  tori_report_add_indicators (writer, row);
  tori_cell_add_space (writer);
  if (entry != NULL)
    tori_report_add_note (writer, row, entry, TRUE);
}

/* Level */

/**
 * tori_report_get_not_assessed:
 * @plan: the plan that is printed
 *
 * Returns: (transfer none): what stands where nobody has rated
 */
const char *
tori_report_get_not_assessed (ToriPlan *plan)
{
  return tori_paper_words_get (plan, "Not assessed");
}

static gboolean
add_rating (ToriCellWriter *writer, ToriScale *scale, const ToriRatings *ratings, ToriAlign align)
{
  const ToriRating *rating = tori_ratings_find (ratings, tori_record_get_id (TORI_RECORD (scale)));
  ToriLevel *level = rating != NULL ? tori_list_find_id (tori_scale_get_levels (scale), rating->level) : NULL;
  g_autofree char *label = level != NULL ? tori_label_level (level, rating->since) : NULL;

  if (label == NULL)
    return FALSE;
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_NAME, align, .text = label });
  return TRUE;
}

static gboolean
add_topic_ratings (
    ToriCellWriter *writer, const ToriReportRow *row, ToriEntry *entry, ToriScale *scale, ToriAlign align)
{
  ToriList *topics = tori_entry_get_topics (entry);
  gboolean any = FALSE;

  for (guint i = 0; i < tori_list_get_length (topics); i++)
    {
      ToriTopic *topic = tori_list_get (topics, i);
      const ToriRatings *ratings = tori_topic_get_ratings (topic);

      if (tori_ratings_find (ratings, tori_record_get_id (TORI_RECORD (scale))) == NULL
          || !tori_scope_has_topic (row->table->topics, row->initiative, topic))
        continue;
      tori_report_add_topic_heading (writer, row, topic);
      tori_cell_set_source (writer, topic, "ratings");
      any = add_rating (writer, scale, ratings, align) || any;
    }
  return any;
}

/**
 * tori_report_add_levels:
 * @writer: where the cell is
 * @row: the row of an initiative
 * @entry: (nullable): the entry of the year
 * @align: where they stand
 *
 * Adds the level on each scale, with those of the table's own topics.
 */
void
tori_report_add_levels (ToriCellWriter *writer, const ToriReportRow *row, ToriEntry *entry, ToriAlign align)
{
  ToriList *scales = tori_plan_get_scales (row->table->plan);
  guint n_scales = tori_list_get_length (scales);

  for (guint i = 0; i < n_scales; i++)
    {
      ToriScale *scale = tori_list_get (scales, i);
      gboolean rated;

      if (tori_report_table_get_scale_title (row->table) == NULL)
        {
          ToriParagraph name = { TORI_STYLE_STRONG, align, .keep = TRUE };

          name.text = tori_scale_get_name (scale);
          tori_cell_add_space (writer);
          tori_cell_add (writer, &name);
        }
      if (entry != NULL)
        tori_cell_set_source (writer, entry, "ratings");
      rated = entry != NULL && add_rating (writer, scale, tori_entry_get_ratings (entry), align);
      if (entry != NULL)
        rated = add_topic_ratings (writer, row, entry, scale, align) || rated;
      if (!rated)
        tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_ASIDE, align,
                                                 .text = tori_report_get_not_assessed (row->table->plan) });
    }
}

/* Results, issues, what comes next */

static void
add_status (ToriCellWriter *writer, const ToriReportRow *row, ToriEntry *entry)
{
  if (entry == NULL)
    return;
  tori_report_add_blocks (writer, row, entry, tori_entry_get_outcome (entry));
  tori_cell_add_rule (writer);
  tori_report_add_blocks (writer, row, entry, tori_entry_get_outlook (entry));
}

/* In charge */

/* Where both do not have room in one line of a column, the division's name follows its department's in the
 * next. */
static char *
dup_division_lines (ToriDivision *division, double width, double font_size)
{
  const char *name = tori_division_get_name (division);
  g_autofree char *label = tori_label_division (division);
  g_autofree char *department = g_strndup (label, strlen (label) - strlen (name));
  double room = (width - 2 * TORI_CELL_PAD_X) / font_size;

  if (*department == '\0' || tori_report_estimate_width (label) <= room
      || tori_report_estimate_width (name) > room)
    return g_steal_pointer (&label);
  return g_strconcat (department, "\n", name, NULL);
}

static void
add_division_names (ToriCellWriter *writer, const ToriReportRow *row, const char *const *ids, double width)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      ToriDivision *division = tori_plan_find (row->table->plan, TORI_TYPE_DIVISION, ids[i]);
      g_autofree char *name =
          division != NULL ? dup_division_lines (division, width, row->table->columns->font_size) : NULL;

      if (name != NULL)
        tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_NAME, .text = name });
    }
}

/**
 * tori_report_add_divisions_cell:
 * @writer: where the cell goes
 * @initiative: an initiative
 * @year: a fiscal year
 * @column: its column
 * @width: how wide that is, in points
 * @font_size: of running text
 *
 * Adds the cell that names who is in charge of the initiative or of one of its topics, each once.
 */
void
tori_report_add_divisions_cell (ToriCellWriter *writer,
                                ToriInitiative *initiative,
                                int year,
                                guint column,
                                double width,
                                double font_size)
{
  ToriPlan *plan = tori_record_get_ancestor (TORI_RECORD (initiative), TORI_TYPE_PLAN);
  g_autoptr (GPtrArray) ids = tori_charge_list_divisions (initiative, year);

  tori_cell_begin (writer, column, 1, TORI_CELL_PLAIN);
  tori_cell_set_source (writer, initiative, "divisions");
  for (guint i = 0; i < ids->len; i++)
    {
      ToriDivision *division = tori_plan_find (plan, TORI_TYPE_DIVISION, g_ptr_array_index (ids, i));
      g_autofree char *name = division != NULL ? dup_division_lines (division, width, font_size) : NULL;

      if (name != NULL)
        tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_NAME, .text = name });
    }
}

/**
 * tori_report_add_charge:
 * @writer: where the cell is
 * @row: the row of an initiative
 * @entry: (nullable): the entry of the year
 * @width: how wide the cell is, in points
 *
 * Adds who is in charge, as a whole and of the table's own topics.
 */
void
tori_report_add_charge (ToriCellWriter *writer, const ToriReportRow *row, ToriEntry *entry, double width)
{
  ToriList *topics = entry != NULL ? tori_entry_get_topics (entry) : NULL;

  tori_cell_set_source (writer, row->initiative, "divisions");
  add_division_names (writer, row, tori_initiative_get_divisions (row->initiative), width);
  for (guint i = 0; topics != NULL && i < tori_list_get_length (topics); i++)
    {
      ToriTopic *topic = tori_list_get (topics, i);
      const char *const *ids = tori_topic_get_divisions (topic);

      if (ids[0] == NULL || !tori_scope_has_topic (row->table->topics, row->initiative, topic))
        continue;
      tori_cell_add_space (writer);
      tori_cell_set_source (writer, topic, "title");
      tori_cell_add (writer,
                     &(ToriParagraph){ TORI_STYLE_BODY, .keep = TRUE, .text = tori_topic_get_title (topic) });
      tori_cell_set_source (writer, topic, "divisions");
      add_division_names (writer, row, ids, width);
    }
}

static void
begin_cell (ToriCellWriter *writer, const ToriReportRow *row, guint column)
{
  tori_cell_begin (writer, tori_report_table_get_column (row->table, column), 1, TORI_CELL_PLAIN);
}

/**
 * tori_report_fill_initiative:
 * @writer: where the cells go
 * @data: a #ToriReportRow
 *
 * Fills the row of an initiative.
 */
void
tori_report_fill_initiative (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;
  ToriEntry *entry = tori_initiative_find_entry (row->initiative, row->table->year);

  tori_report_write_outline (writer, row);
  tori_report_add_number_cell (writer, row);
  tori_report_add_title_cell (writer, row);
  tori_report_add_schedule_cell (writer, row, entry);
  begin_cell (writer, row, TORI_COLUMN_ACTIONS);
  tori_report_add_actions (writer, row, entry);
  begin_cell (writer, row, TORI_COLUMN_LEVEL);
  tori_report_add_levels (writer, row, entry, TORI_ALIGN_CENTER);
  begin_cell (writer, row, TORI_COLUMN_STATUS);
  add_status (writer, row, entry);
  begin_cell (writer, row, TORI_COLUMN_CHARGE);
  tori_report_add_charge (
      writer, row, entry,
      row->table->columns->widths[tori_report_table_get_column (row->table, TORI_COLUMN_CHARGE)]);
}

static void
add_wide_cell (ToriCellWriter *writer, const ToriReportRow *row, const char *text)
{
  guint n = tori_report_table_get_n_columns (row->table);
  ToriParagraph paragraph = { TORI_STYLE_NAME, .hang = TITLE_HANG, .text = text };

  tori_cell_begin (writer, TORI_COLUMN_TITLE, n - TORI_COLUMN_TITLE, TORI_CELL_PLAIN);
  tori_cell_set_source (writer, row->initiative, "title");
  tori_cell_add (writer, &paragraph);
}

/**
 * tori_report_fill_merged:
 * @writer: where the cells go
 * @data: a #ToriReportRow
 *
 * Fills the line of an initiative that became part of another and has nothing to report itself.
 */
void
tori_report_fill_merged (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;
  g_autofree char *title = tori_report_row_dup_title (row);
  g_autofree char *note = tori_report_row_dup_merged_note (row);
  g_autofree char *text = g_strconcat (title, "　", note, NULL);

  tori_report_write_outline (writer, row);
  tori_report_add_number_cell (writer, row);
  add_wide_cell (writer, row, text);
}

/**
 * tori_report_fill_relisted:
 * @writer: where the cells go
 * @data: a #ToriReportRow
 *
 * Fills the line of an initiative that is listed again (再掲) in a pillar that is not its own.
 */
void
tori_report_fill_relisted (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;
  ToriPillar *pillar = tori_record_get_ancestor (TORI_RECORD (row->initiative), TORI_TYPE_PILLAR);
  g_autofree char *circled = tori_label_circled (row->place);
  g_autofree char *label = tori_label_pillar (pillar);
  g_autofree char *text = NULL;

  text = g_strdup_printf (tori_paper_words_get (row->table->plan, "%s (listed again; see %s %s)"),
                          tori_initiative_get_title (row->initiative), label, circled);
  tori_report_add_number_cell (writer, row);
  add_wide_cell (writer, row, text);
}

/**
 * tori_report_fill_others:
 * @writer: where the cells go
 * @data: a #ToriReportRow
 *
 * Fills the line that follows an initiative in the table of a department or division, some of whose topics
 * are others'.
 */
void
tori_report_fill_others (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;
  ToriEntry *entry = tori_initiative_find_entry (row->initiative, row->table->year);
  g_autofree char *others = tori_report_dup_others (row->table, row->initiative);
  g_autofree char *text = g_strdup_printf (tori_paper_words_get (row->table->plan, "Others in No. %s: %s"),
                                           tori_initiative_get_number (row->initiative), others);

  tori_cell_begin (writer, 0, tori_report_table_get_n_columns (row->table), TORI_CELL_PLAIN);
  tori_cell_set_source (writer, entry, "topics");
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_ASIDE, .indent = 0.5, .hang = 1, .text = text });
}
