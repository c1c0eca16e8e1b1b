/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-label.h"
#include "report/tori-report-private.h"

/* The initiatives of a department or division one under the other, each in a frame of its own: who is in
 * charge, the level, the schedule, and the texts over the whole width of the page.
 *
 * The columns are those of the wide table up to the years, so that the schedule is set alike; the first two
 * hold the name of each row. */

/* Widths in ems of the running text. */
#define NUMBER_WIDTH 2.6
#define NAME_WIDTH 7.6 /* with the number's */
#define ITEM_WIDTH 18.0
#define ITEM_SHARE 0.36 /* of what is left, at the most */

static void
set_widths (ToriReportColumns *self, double width)
{
  const double em = self->font_size;
  const double room = width - NAME_WIDTH * em;

  self->n = TORI_COLUMN_YEARS + self->n_years;
  self->widths[TORI_COLUMN_NUMBER] = NUMBER_WIDTH * em;
  self->widths[TORI_COLUMN_TITLE] = (NAME_WIDTH - NUMBER_WIDTH) * em;
  self->widths[TORI_COLUMN_ITEM] = MIN (ITEM_WIDTH * em, ITEM_SHARE * room);
  for (guint i = 0; i < self->n_years; i++)
    self->widths[TORI_COLUMN_YEARS + i] = (room - self->widths[TORI_COLUMN_ITEM]) / self->n_years;
}

/* --- Rows --- */

static void
add_name (ToriCellWriter *writer, const ToriReportRow *row, const char *name)
{
  ToriParagraph paragraph = { TORI_STYLE_LABEL, .text = name };

  tori_cell_begin (writer, TORI_COLUMN_NUMBER, 2, TORI_CELL_HEADER);
  tori_cell_add (writer, &paragraph);
  tori_cell_repeat (writer, &paragraph, tori_paper_words_get (row->table->plan, " (continued)"));
}

static ToriEntry *
begin_row (ToriCellWriter *writer, const ToriReportRow *row, const char *name)
{
  add_name (writer, row, name);
  tori_cell_begin (writer, TORI_COLUMN_ITEM, row->table->columns->n - TORI_COLUMN_ITEM, TORI_CELL_PLAIN);
  return tori_initiative_find_entry (row->initiative, row->table->year);
}

/* The pillar, and below it number and title; they stand on the following pages too. */
static void
fill_head (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;
  ToriPillar *pillar = tori_record_get_ancestor (TORI_RECORD (row->initiative), TORI_TYPE_PILLAR);
  g_autofree char *pillar_title = tori_report_dup_pillar_title (pillar);
  g_autofree char *title = tori_report_row_dup_title (row);
  g_autofree char *text =
      g_strconcat (pillar_title, "\n", tori_initiative_get_number (row->initiative), "　", title, NULL);
  ToriParagraph paragraph = { TORI_STYLE_BAND, .hang = 2, .text = text };

  tori_report_write_outline (writer, row);
  tori_cell_begin (writer, 0, row->table->columns->n, TORI_CELL_HEADER);
  tori_cell_set_source (writer, row->initiative, "title");
  tori_cell_add (writer, &paragraph);
  tori_cell_repeat (writer, &paragraph, tori_paper_words_get (row->table->plan, " (continued)"));
}

static double
get_wide (const ToriReportTable *table)
{
  double width = 0;

  for (guint i = TORI_COLUMN_ITEM; i < table->columns->n; i++)
    width += table->columns->widths[i];
  return width;
}

static void
fill_charge (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;
  ToriEntry *entry = begin_row (writer, row, tori_paper_words_get (row->table->plan, "In charge"));

  tori_report_add_charge (writer, row, entry, get_wide (row->table));
}

static void
fill_others (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;
  g_autofree char *others = tori_report_dup_others (row->table, row->initiative);
  ToriEntry *entry = begin_row (writer, row, tori_paper_words_get (row->table->plan, "Others’ topics"));

  tori_cell_set_source (writer, entry, "topics");
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_ASIDE, .text = others });
}

static char *
dup_relisted (const ToriReportRow *row)
{
  const char *const *ids = tori_initiative_get_relisted (row->initiative);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      ToriPillar *pillar = tori_plan_find (row->table->plan, TORI_TYPE_PILLAR, ids[i]);
      g_autofree char *title = pillar != NULL ? tori_report_dup_pillar_title (pillar) : NULL;

      if (title == NULL)
        continue;
      if (titles->len > 0)
        g_string_append_c (titles, '\n');
      g_string_append (titles, title);
    }
  return g_string_free (titles, FALSE);
}

static void
fill_relisted (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;
  g_autofree char *titles = dup_relisted (row);

  begin_row (writer, row, tori_paper_words_get (row->table->plan, "Listed again"));
  tori_cell_set_source (writer, row->initiative, "relisted");
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_NAME, .hang = 2, .text = titles });
}

static void
fill_merged (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;
  g_autofree char *note = tori_report_row_dup_merged_note (row);

  begin_row (writer, row, tori_paper_words_get (row->table->plan, "Notes"));
  tori_cell_set_source (writer, row->initiative, "merged-into");
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_BODY, .text = note });
}

static void
fill_level (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;
  ToriEntry *entry = begin_row (writer, row, tori_report_table_get_level_title (row->table));

  tori_report_add_levels (writer, row, entry, TORI_ALIGN_START);
}

static void
fill_schedule (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;

  add_name (writer, row, tori_paper_words_get (row->table->plan, "Schedule"));
  tori_report_add_schedule_cell (writer, row, tori_initiative_find_entry (row->initiative, row->table->year));
}

static void
fill_actions (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;
  ToriEntry *entry = begin_row (writer, row, tori_paper_words_get (row->table->plan, "Actions taken"));

  tori_report_add_actions (writer, row, entry);
}

static void
fill_outcome (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;
  ToriEntry *entry = begin_row (writer, row, tori_paper_words_get (row->table->plan, "Results and issues"));

  if (entry != NULL)
    tori_report_add_blocks (writer, row, entry, tori_entry_get_outcome (entry));
}

static void
fill_outlook (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;
  ToriEntry *entry = begin_row (writer, row, tori_paper_words_get (row->table->plan, "Next steps"));

  if (entry != NULL)
    tori_report_add_blocks (writer, row, entry, tori_entry_get_outlook (entry));
}

/* --- Frames --- */

static void
add_row (ToriReportTable *table,
         ToriSection *section,
         ToriRowKind kind,
         ToriRowFunc fill,
         ToriInitiative *initiative,
         guint place)
{
  tori_section_add_row (section, kind, fill, tori_report_row_new (table, initiative, place),
                        tori_report_row_free);
  tori_section_set_row_subject (section, initiative);
}

static void
add_header (ToriReportTable *table, ToriSection *section)
{
  tori_section_add_header (section, 0, 1, TORI_COLUMN_NUMBER, 2, tori_paper_words_get (table->plan, "Field"));
  tori_section_add_header (section, 0, 1, TORI_COLUMN_ITEM, 1, tori_paper_words_get (table->plan, "Item"));
  for (guint i = 0; i < table->columns->n_years; i++)
    {
      g_autofree char *label = tori_report_table_dup_year_label (table, i);

      tori_section_add_header (section, 0, 1, TORI_COLUMN_YEARS + i, 1, label);
      if (table->columns->first + (int) i == table->year)
        tori_section_mark_header (section);
    }
}

static void
add_frame (
    ToriReportTable *table, ToriSheet *sheet, ToriInitiative *initiative, guint place, gboolean turn_page)
{
  static const ToriRowFunc told[] = { fill_level, fill_schedule, fill_actions, fill_outcome, fill_outlook };
  g_autofree char *name = tori_report_table_dup_row_name (table, initiative);
  g_autofree char *others = tori_report_dup_others (table, initiative);
  const gboolean merged = tori_initiative_get_merged_into (initiative) != NULL;
  const gboolean gone = merged && tori_initiative_find_entry (initiative, table->year) == NULL;
  ToriSection *section = tori_sheet_add_section (sheet, table->columns->widths, table->columns->n, turn_page);

  tori_section_keep_together (section);
  add_header (table, section);
  add_row (table, section, TORI_ROW_BAND, fill_head, initiative, place);
  tori_section_name_row (section, name);
  tori_section_outline_row (section, 1, ""); /* the row writes its title itself */
  if (merged)
    add_row (table, section, TORI_ROW_BODY, fill_merged, initiative, place);
  if (tori_initiative_get_relisted (initiative)[0] != NULL)
    add_row (table, section, TORI_ROW_BODY, fill_relisted, initiative, place);
  if (gone)
    return;
  add_row (table, section, TORI_ROW_BODY, fill_charge, initiative, place);
  if (others != NULL)
    add_row (table, section, TORI_ROW_BODY, fill_others, initiative, place);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    add_row (table, section, TORI_ROW_BODY, told[i], initiative, place);
}

/* Adds the frames of a pillar's initiatives; @turn_page: whether the first one begins a page. Returns whether
 * there was none. */
static gboolean
add_pillar (ToriReportTable *table, ToriSheet *sheet, ToriPillar *pillar, gboolean turn_page)
{
  ToriList *initiatives = tori_pillar_get_initiatives (pillar);
  guint place = 0;

  for (guint i = 0; i < tori_list_get_length (initiatives); i++)
    {
      ToriInitiative *initiative = tori_list_get (initiatives, i);

      if (!tori_initiative_covers_year (initiative, table->year))
        continue;
      place++;
      if (tori_scope_get_charge (table->scope, initiative) == TORI_CHARGE_NONE)
        continue;
      add_frame (table, sheet, initiative, place, turn_page);
      turn_page = FALSE;
    }
  return turn_page;
}

/**
 * tori_report_add_frames:
 * @plan: a plan
 * @year: fiscal year of the entries
 * @record: a department or division
 * @prefix: of the names of the rows
 * @sheet: a sheet
 *
 * Adds its initiatives to the end of the sheet, on pages of their own.
 */
void
tori_report_add_frames (ToriPlan *plan, int year, ToriRecord *record, const char *prefix, ToriSheet *sheet)
{
  const ToriSheetSize *size = tori_sheet_get_size (sheet);
  const double width = size->width - size->left - size->right;
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  ToriReportColumns *columns =
      tori_report_columns_new (plan, year, &(ToriReportOptions){ 0 }, width, size->font_size);
  ToriReportTable *table;
  ToriList *pillars = tori_plan_get_pillars (plan);
  gboolean turn_page;

  g_ptr_array_add (records, record);
  set_widths (columns, width);
  table = tori_report_table_new (plan, year, records, TRUE, columns);
  table->prefix = g_strdup (prefix);
  table->turn_page = TRUE;
  turn_page = !tori_report_add_legend (table, sheet, "", FALSE);
  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    turn_page = add_pillar (table, sheet, tori_list_get (pillars, i), turn_page);
  tori_report_table_unref (table);
  tori_report_columns_unref (columns);
}
