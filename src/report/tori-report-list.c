/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-label.h"
#include "model/tori-scale.h"
#include "report/tori-report-private.h"

/* The list of initiatives on the cover of a department or division: of which it is in charge as a whole, of
 * which in part, and how far each got. Each leads to where it is told. */

enum
{
  COLUMN_NUMBER,
  COLUMN_TITLE,
  COLUMN_PILLAR,
  COLUMN_CHARGE,
  COLUMN_LEVEL,
  N_COLUMNS,
};

/* Of the page's width. */
static const double shares[N_COLUMNS] = { 0.07, 0.34, 0.22, 0.2, 0.17 };

static void
add_cell (ToriCellWriter *writer,
          guint column,
          gpointer record,
          const char *property,
          const ToriParagraph *paragraph)
{
  tori_cell_begin (writer, column, 1, TORI_CELL_PLAIN);
  tori_cell_set_source (writer, record, property);
  tori_cell_add (writer, paragraph);
}

/* The whole, or the names of its own topics. */
static char *
dup_charge (const ToriReportRow *row, ToriEntry *entry)
{
  const ToriReportTable *table = row->table;
  ToriList *topics = entry != NULL ? tori_entry_get_topics (entry) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  if (tori_scope_get_charge (table->scope, row->initiative) == TORI_CHARGE_WHOLE)
    return g_strdup (tori_paper_words_get (table->plan, "whole"));
  for (guint i = 0; topics != NULL && i < tori_list_get_length (topics); i++)
    {
      ToriTopic *topic = tori_list_get (topics, i);

      if (!tori_scope_has_topic (table->topics, row->initiative, topic))
        continue;
      if (names->len > 0)
        g_string_append (names, tori_paper_words_get (table->plan, ", "));
      g_string_append (names, tori_topic_get_title (topic));
    }
  return g_strdup_printf (tori_paper_words_get (table->plan, "in part (%s)"), names->str);
}

/* Its own level on each scale, a line each; those of its topics are told with it. */
static void
add_levels (ToriCellWriter *writer, const ToriReportRow *row, ToriEntry *entry)
{
  ToriPlan *plan = row->table->plan;
  ToriList *scales = tori_plan_get_scales (plan);
  const guint n = tori_list_get_length (scales);

  tori_cell_begin (writer, COLUMN_LEVEL, 1, TORI_CELL_PLAIN);
  if (entry != NULL)
    tori_cell_set_source (writer, entry, "ratings");
  for (guint i = 0; i < n; i++)
    {
      ToriScale *scale = tori_list_get (scales, i);
      const ToriRating *rating = entry != NULL ? tori_ratings_find (tori_entry_get_ratings (entry),
                                                                    tori_record_get_id (TORI_RECORD (scale)))
                                               : NULL;
      ToriLevel *level =
          rating != NULL ? tori_list_find_id (tori_scale_get_levels (scale), rating->level) : NULL;
      g_autofree char *label = level != NULL ? tori_label_level (level, rating->since)
                                             : g_strdup (tori_report_get_not_assessed (plan));
      g_autofree char *text =
          n > 1 ? g_strdup_printf (tori_paper_words_get (plan, "%s: %s"), tori_scale_get_name (scale), label)
                : g_steal_pointer (&label);

      tori_cell_add (writer, &(ToriParagraph){ level != NULL ? TORI_STYLE_NAME : TORI_STYLE_ASIDE,
                                               n > 1 ? TORI_ALIGN_START : TORI_ALIGN_CENTER,
                                               .hang = n > 1 ? 1 : 0, .text = text });
    }
}

static void
fill_initiative (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;
  ToriInitiative *initiative = row->initiative;
  ToriPillar *pillar = tori_record_get_ancestor (TORI_RECORD (initiative), TORI_TYPE_PILLAR);
  ToriEntry *entry = tori_initiative_find_entry (initiative, row->table->year);
  g_autofree char *title = tori_report_row_dup_title (row);
  g_autofree char *link = tori_report_table_dup_row_name (row->table, initiative);
  g_autofree char *pillar_title = tori_report_dup_pillar_title (pillar);
  g_autofree char *charge = dup_charge (row, entry);

  add_cell (writer, COLUMN_NUMBER, initiative, "number",
            &(ToriParagraph){ TORI_STYLE_NAME, TORI_ALIGN_CENTER,
                              .text = tori_initiative_get_number (initiative) });
  add_cell (writer, COLUMN_TITLE, initiative, "title",
            &(ToriParagraph){ TORI_STYLE_NAME, .hang = 1.22, .text = title, .link = link });
  add_cell (writer, COLUMN_PILLAR, pillar, "title",
            &(ToriParagraph){ TORI_STYLE_NAME, .hang = 2, .text = pillar_title });
  add_cell (writer, COLUMN_CHARGE, initiative, "divisions",
            &(ToriParagraph){ TORI_STYLE_NAME, .text = charge });
  add_levels (writer, row, entry);
}

static guint
add_pillar (ToriReportTable *table, ToriSection *section, ToriPillar *pillar)
{
  ToriList *initiatives = tori_pillar_get_initiatives (pillar);
  guint place = 0, n = 0;

  for (guint i = 0; i < tori_list_get_length (initiatives); i++)
    {
      ToriInitiative *initiative = tori_list_get (initiatives, i);

      if (!tori_initiative_covers_year (initiative, table->year))
        continue;
      place++;
      if (tori_scope_get_charge (table->scope, initiative) == TORI_CHARGE_NONE)
        continue;
      tori_section_add_row (section, TORI_ROW_BODY, fill_initiative,
                            tori_report_row_new (table, initiative, place), tori_report_row_free);
      tori_section_set_row_subject (section, initiative);
      n++;
    }
  return n;
}

static void
fill_nothing (ToriCellWriter *writer, gpointer data)
{
  const ToriReportRow *row = data;

  tori_cell_begin (writer, 0, N_COLUMNS, TORI_CELL_PLAIN);
  tori_cell_add (writer,
                 &(ToriParagraph){ TORI_STYLE_BODY,
                                   .text = tori_paper_words_get (
                                       row->table->plan, "There are no initiatives here in this year.") });
}

/**
 * tori_report_add_list:
 * @table: the table that follows
 * @sheet: a sheet
 *
 * Adds the list of the initiatives that are told in what follows.
 */
void
tori_report_add_list (ToriReportTable *table, ToriSheet *sheet)
{
  static const char *const titles[] = { "No.", "Initiative", "Pillar", "In charge of" };
  const ToriSheetSize *size = tori_sheet_get_size (sheet);
  ToriList *pillars = tori_plan_get_pillars (table->plan);
  double columns[N_COLUMNS];
  ToriSection *section;
  guint n = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i] = shares[i] * (size->width - size->left - size->right);
  section = tori_sheet_add_section (sheet, columns, N_COLUMNS, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    tori_section_add_header (section, 0, 1, i, 1, tori_paper_words_get (table->plan, titles[i]));
  tori_section_add_header (section, 0, 1, COLUMN_LEVEL, 1, tori_report_table_get_level_title (table));
  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    n += add_pillar (table, section, tori_list_get (pillars, i));
  if (n == 0)
    tori_section_add_row (section, TORI_ROW_BODY, fill_nothing, tori_report_row_new (table, NULL, 0),
                          tori_report_row_free);
}
