/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/tori-label.h"
#include "model/tori-scale.h"
#include "report/tori-report-private.h"

/* The wide table: its columns, its header, and a row for each initiative under its pillar's line. */

/**
 * tori_report_table_new:
 * @plan: a plan
 * @year: fiscal year of the entries
 * @records: (nullable) (element-type ToriRecord): departments or divisions whose initiatives to take, NULL:
 * all
 * @part: whether only their own topics are told in full
 * @columns: the columns
 *
 * Returns: (transfer full): what the rows of the table share
 */
ToriReportTable *
tori_report_table_new (
    ToriPlan *plan, int year, GPtrArray *records, gboolean part, ToriReportColumns *columns)
{
  ToriReportTable *self = g_rc_box_new0 (ToriReportTable);

  self->plan = g_object_ref (plan);
  self->year = year;
  self->scope = tori_scope_new (year, records);
  self->topics = tori_scope_new (year, part ? records : NULL);
  self->part = part;
  self->columns = g_rc_box_acquire (columns);
  self->fill = tori_report_fill_initiative;
  return self;
}

static void
clear_table (gpointer data)
{
  ToriReportTable *self = data;

  g_object_unref (self->plan);
  tori_scope_free (self->scope);
  tori_scope_free (self->topics);
  tori_report_columns_unref (self->columns);
  g_free (self->prefix);
}

/**
 * tori_report_table_unref:
 * @self: (transfer full): what the rows of a table share
 */
void
tori_report_table_unref (ToriReportTable *self)
{
  g_rc_box_release_full (self, clear_table);
}

/**
 * tori_report_table_get_column:
 * @self: a table
 * @after_years: one of the columns that follow the years
 *
 * Returns: its place among all columns
 */
guint
tori_report_table_get_column (const ToriReportTable *self, guint after_years)
{
  return TORI_COLUMN_YEARS + self->columns->n_years + after_years;
}

/**
 * tori_report_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns it has
 */
guint
tori_report_table_get_n_columns (const ToriReportTable *self)
{
  return self->columns->n;
}

/* Header */

/* Characters; a header must leave room for rows. */
#define MAX_SCALE_TITLE 12

/* Of a label's letters beside the running text. */
#define LABEL_SIZE 0.95

/**
 * tori_report_table_dup_year_label:
 * @self: a table
 * @i: one of its years
 *
 * Returns: (transfer full): what heads the year's column; where that is narrow it is broken before 年度, not
 * within it
 */
char *
tori_report_table_dup_year_label (const ToriReportTable *self, guint i)
{
  static const char unit[] = "年度";
  const ToriReportColumns *columns = self->columns;
  g_autofree char *label = tori_label_year (self->plan, columns->first + (int) i, TORI_YEAR_STYLE_SHORT);
  double room = columns->widths[TORI_COLUMN_YEARS + i] - 2 * TORI_CELL_PAD_X;
  double width = tori_report_estimate_width (label) * LABEL_SIZE * columns->font_size;

  if (width <= room || !g_str_has_suffix (label, unit))
    return g_steal_pointer (&label);
  label[strlen (label) - strlen (unit)] = '\0';
  return g_strconcat (label, "\n", unit, NULL);
}

/**
 * tori_report_table_get_scale_title:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the name of the plan's only scale, if it is short enough to head a
 * narrow column; else it stands with the ratings
 */
const char *
tori_report_table_get_scale_title (const ToriReportTable *self)
{
  ToriList *scales = tori_plan_get_scales (self->plan);
  const char *name =
      tori_list_get_length (scales) == 1 ? tori_scale_get_name (tori_list_get (scales, 0)) : "";
  glong length = g_utf8_strlen (name, -1);

  return length > 0 && length <= MAX_SCALE_TITLE ? name : NULL;
}

/**
 * tori_report_table_get_level_title:
 * @self: a table
 *
 * Returns: (transfer none): what heads the levels
 */
const char *
tori_report_table_get_level_title (const ToriReportTable *self)
{
  const char *title = tori_report_table_get_scale_title (self);

  return title != NULL ? title : tori_paper_words_get (self->plan, "Rating");
}

static void
add_header (ToriReportTable *self, ToriSection *section)
{
  g_autofree char *year = tori_label_year (self->plan, self->year, TORI_YEAR_STYLE_FULL);
  g_autofree char *actions = NULL;

  tori_section_add_header (section, 0, 2, TORI_COLUMN_NUMBER, 1, tori_paper_words_get (self->plan, "No."));
  tori_section_add_header (section, 0, 2, TORI_COLUMN_TITLE, 1,
                           tori_paper_words_get (self->plan, "Initiative"));
  tori_section_add_header (section, 0, 1, TORI_COLUMN_ITEM, self->columns->n_years + 1,
                           tori_paper_words_get (self->plan, "Schedule"));
  tori_section_add_header (section, 1, 1, TORI_COLUMN_ITEM, 1, tori_paper_words_get (self->plan, "Item"));
  for (guint i = 0; i < self->columns->n_years; i++)
    {
      g_autofree char *label = tori_report_table_dup_year_label (self, i);

      tori_section_add_header (section, 1, 1, TORI_COLUMN_YEARS + i, 1, label);
      if (self->columns->first + (int) i == self->year)
        tori_section_mark_header (section);
    }
  actions = g_strdup_printf (tori_paper_words_get (self->plan, "Actions taken in %s"), year);
  tori_section_add_header (section, 0, 2, tori_report_table_get_column (self, TORI_COLUMN_ACTIONS), 1,
                           actions);
  tori_section_add_header (section, 0, 2, tori_report_table_get_column (self, TORI_COLUMN_LEVEL), 1,
                           tori_report_table_get_level_title (self));
  tori_section_add_header (section, 0, 1, tori_report_table_get_column (self, TORI_COLUMN_STATUS), 1,
                           tori_paper_words_get (self->plan, "Status"));
  tori_section_add_header (section, 1, 1, tori_report_table_get_column (self, TORI_COLUMN_STATUS), 1,
                           tori_paper_words_get (self->plan, "Results and issues, next steps"));
  tori_section_add_header (section, 0, 2, tori_report_table_get_column (self, TORI_COLUMN_CHARGE), 1,
                           tori_paper_words_get (self->plan, "In charge"));
}

/* Rows */

/**
 * tori_report_row_free:
 * @data: (transfer full): a #ToriReportRow
 */
void
tori_report_row_free (gpointer data)
{
  ToriReportRow *row = data;

  tori_report_table_unref (row->table);
  g_clear_object (&row->initiative);
  g_free (row);
}

/**
 * tori_report_row_new:
 * @table: a table
 * @initiative: (nullable): what the row is about
 * @place: its place in its pillar, from 1; 0 for none
 *
 * Returns: (transfer full): for a function that fills a row; free with tori_report_row_free()
 */
ToriReportRow *
tori_report_row_new (ToriReportTable *table, ToriInitiative *initiative, guint place)
{
  ToriReportRow *row = g_new0 (ToriReportRow, 1);

  row->table = g_rc_box_acquire (table);
  row->initiative = initiative != NULL ? g_object_ref (initiative) : NULL;
  row->place = place;
  return row;
}

/**
 * tori_report_dup_pillar_title:
 * @pillar: a pillar
 *
 * Returns: (transfer full): its label and its title
 */
char *
tori_report_dup_pillar_title (ToriPillar *pillar)
{
  g_autofree char *label = tori_label_pillar (pillar);

  return g_strconcat (label, "　", tori_pillar_get_title (pillar), NULL);
}

typedef struct
{
  char *text;
  const char *continued;
  guint n_columns;
} BandRow;

static void
band_row_free (gpointer data)
{
  BandRow *band = data;

  g_free (band->text);
  g_free (band);
}

static void
fill_band (ToriCellWriter *writer, gpointer data)
{
  const BandRow *band = data;
  ToriParagraph paragraph = { TORI_STYLE_BAND, .hang = 2, .text = band->text };

  tori_cell_begin (writer, 0, band->n_columns, TORI_CELL_HEADER);
  tori_cell_add (writer, &paragraph);
  tori_cell_repeat (writer, &paragraph, band->continued);
}

static void
fill_nothing (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;
  ToriParagraph paragraph = { TORI_STYLE_BODY };

  paragraph.text = tori_paper_words_get (row->table->plan, "There are no initiatives here in this year.");
  tori_cell_begin (writer, 0, tori_report_table_get_n_columns (row->table), TORI_CELL_PLAIN);
  tori_cell_add (writer, &paragraph);
}

static void
add_nothing (ToriReportTable *self, ToriSection *section)
{
  tori_section_add_row (section, TORI_ROW_BODY, fill_nothing, tori_report_row_new (self, NULL, 0),
                        tori_report_row_free);
}

/**
 * tori_report_add_band:
 * @plan: the plan that is printed
 * @section: a section
 * @n_columns: how many columns it has
 * @text: what the rows below have in common
 *
 * Adds a line across the table, which stands above its rows on the following pages too.
 */
void
tori_report_add_band (ToriPlan *plan, ToriSection *section, guint n_columns, const char *text)
{
  BandRow *band = g_new0 (BandRow, 1);

  band->text = g_strdup (text);
  band->continued = tori_paper_words_get (plan, " (continued)");
  band->n_columns = n_columns;
  tori_section_add_row (section, TORI_ROW_BAND, fill_band, band, band_row_free);
}

static void
add_band (ToriReportTable *self, ToriSection *section, ToriPillar *pillar, guint outline_level)
{
  g_autofree char *title = tori_report_dup_pillar_title (pillar);

  tori_report_add_band (self->plan, section, self->columns->n, title);
  tori_section_outline_row (section, outline_level, title);
}

/**
 * tori_report_table_dup_row_name:
 * @self: a table
 * @initiative: one of its initiatives
 *
 * Returns: (transfer full): the name of its row, to which links lead
 */
char *
tori_report_table_dup_row_name (const ToriReportTable *self, ToriInitiative *initiative)
{
  return g_strconcat (self->prefix != NULL ? self->prefix : "",
                      "initiative:", tori_record_get_id (TORI_RECORD (initiative)), NULL);
}

static void
add_initiative (
    ToriReportTable *self, ToriSection *section, ToriInitiative *initiative, guint place, guint outline_level)
{
  g_autofree char *name = tori_report_table_dup_row_name (self, initiative);
  gboolean gone = !self->all_years && tori_initiative_get_merged_into (initiative) != NULL
                  && tori_initiative_find_entry (initiative, self->year) == NULL;
  g_autofree char *others = NULL;

  tori_section_add_row (section, TORI_ROW_BODY, gone ? tori_report_fill_merged : self->fill,
                        tori_report_row_new (self, initiative, place), tori_report_row_free);
  tori_section_set_row_subject (section, initiative);
  tori_section_name_row (section, name);
  tori_section_outline_row (section, outline_level, ""); /* the row writes its title itself */
  others = self->part ? tori_report_dup_others (self, initiative) : NULL;
  if (others == NULL)
    return;
  tori_section_add_row (section, TORI_ROW_BODY, tori_report_fill_others,
                        tori_report_row_new (self, initiative, place), tori_report_row_free);
  tori_section_set_row_subject (section, initiative);
}

/* Which initiatives other pillars list again: id of the pillar → rows of them. */
static GHashTable *
find_relisted (ToriReportTable *self)
{
  GHashTable *relisted =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  ToriList *pillars = tori_plan_get_pillars (self->plan);

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, i));
      guint place = 0;

      for (guint k = 0; k < tori_list_get_length (initiatives); k++)
        {
          ToriInitiative *initiative = tori_list_get (initiatives, k);
          const char *const *ids = tori_initiative_get_relisted (initiative);

          if (!tori_initiative_covers_year (initiative, self->year))
            continue;
          place++;
          if (tori_scope_get_charge (self->scope, initiative) == TORI_CHARGE_NONE)
            continue;
          for (guint r = 0; ids[r] != NULL; r++)
            {
              GPtrArray *rows = g_hash_table_lookup (relisted, ids[r]);

              if (rows == NULL)
                {
                  rows = g_ptr_array_new ();
                  g_hash_table_insert (relisted, (gpointer) ids[r], rows);
                }
              g_ptr_array_add (rows, tori_report_row_new (self, initiative, place));
            }
        }
    }
  return relisted;
}

static guint
add_pillar (
    ToriReportTable *self, ToriSection *section, ToriPillar *pillar, GPtrArray *relisted, guint outline_level)
{
  ToriList *initiatives = tori_pillar_get_initiatives (pillar);
  gboolean everything = !self->part;
  guint place = 0, n = 0;

  for (guint i = 0; i < tori_list_get_length (initiatives); i++)
    {
      ToriInitiative *initiative = tori_list_get (initiatives, i);

      gboolean covered = tori_initiative_covers_year (initiative, self->year);

      place += covered ? 1 : 0;
      if ((!covered && !self->all_years)
          || tori_scope_get_charge (self->scope, initiative) == TORI_CHARGE_NONE)
        continue;
      if (n++ == 0)
        add_band (self, section, pillar, outline_level);
      add_initiative (self, section, initiative, covered ? place : 0, outline_level + 1);
    }
  if (n == 0 && (everything || relisted != NULL))
    add_band (self, section, pillar, outline_level);
  for (guint i = 0; relisted != NULL && i < relisted->len; i++, n++)
    {
      ToriReportRow *row = g_ptr_array_index (relisted, i);

      tori_section_add_row (section, TORI_ROW_BODY, tori_report_fill_relisted, row, tori_report_row_free);
      tori_section_set_row_subject (section, row->initiative);
    }
  if (n == 0 && everything)
    add_nothing (self, section);
  return n;
}

/**
 * tori_report_table_add_rows:
 * @self: a table
 * @section: the section that has its columns and its header
 * @outline_level: where its pillars stand in the outline
 *
 * Adds the pillars' lines and under each the rows of its initiatives.
 */
void
tori_report_table_add_rows (ToriReportTable *self, ToriSection *section, guint outline_level)
{
  g_autoptr (GHashTable) relisted = find_relisted (self);
  ToriList *pillars = tori_plan_get_pillars (self->plan);
  guint n = 0;

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriPillar *pillar = tori_list_get (pillars, i);
      GPtrArray *again = g_hash_table_lookup (relisted, tori_record_get_id (TORI_RECORD (pillar)));

      n += add_pillar (self, section, pillar, again, outline_level);
    }
  if (n == 0 && (self->part || tori_list_get_length (pillars) == 0))
    add_nothing (self, section);
}

/**
 * tori_report_table_add:
 * @self: a table
 * @sheet: a sheet
 * @outline_level: where its pillars stand in the outline
 *
 * Adds the table to the end of the sheet.
 */
void
tori_report_table_add (ToriReportTable *self, ToriSheet *sheet, guint outline_level)
{
  const gboolean explained = tori_report_add_legend (self, sheet, "", FALSE);
  ToriSection *section =
      tori_sheet_add_section (sheet, self->columns->widths, self->columns->n, self->turn_page && !explained);

  add_header (self, section);
  tori_report_table_add_rows (self, section, outline_level);
}
