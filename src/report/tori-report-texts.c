/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-attachment.h"
#include "model/tori-division.h"
#include "model/tori-indicator.h"
#include "model/tori-label.h"
#include "model/tori-line.h"
#include "report/tori-report-private.h"

/* What divisions write about an initiative: their texts line by line, figures, notes and attachments. */

#define LEVEL_INDENT 1.5 /* ems: further than the text behind a bullet */

static void
add_line (ToriCellWriter *writer, const char *text, const ToriLine *line)
{
  ToriParagraph paragraph = { TORI_STYLE_BODY, .indent = LEVEL_INDENT * line->level, .hang = 1 };

  if (line->length == 0 || line->mark_offset >= line->offset + line->length)
    {
      tori_cell_add_space (writer);
      return;
    }
  paragraph.text = text + line->mark_offset;
  paragraph.length = (gssize) (line->offset + line->length - line->mark_offset);
  if (line->time.kind != TORI_TIME_NONE)
    {
      paragraph.whole_from = line->time.offset - line->mark_offset;
      paragraph.whole_to = paragraph.whole_from + line->time.length;
    }
  switch (line->kind)
    {
    case TORI_LINE_HEADING:
      paragraph.style = TORI_STYLE_STRONG;
      paragraph.keep = TRUE;
      break;
    case TORI_LINE_GROUP: paragraph.keep = TRUE; break;
    case TORI_LINE_PARAGRAPH: paragraph.hang = line->level > 0 ? 1 : 0; break;
    case TORI_LINE_BULLET:
    case TORI_LINE_FIGURE:
    case TORI_LINE_NOTE:
    default: break;
    }
  tori_cell_add (writer, &paragraph);
}

static void
add_text (ToriCellWriter *writer, const char *text)
{
  ToriLineIter iter;
  ToriLine line;

  if (*text == '\0')
    return;
  tori_line_iter_init (&iter, text);
  while (tori_line_iter_next (&iter, &line))
    add_line (writer, text, &line);
}

/**
 * tori_report_add_topic_heading:
 * @writer: where the cell is
 * @row: the row of an initiative
 * @topic: a topic of its entry
 *
 * Adds the topic's name as the heading of what is about it.
 */
void
tori_report_add_topic_heading (ToriCellWriter *writer, const ToriReportRow *row, ToriTopic *topic)
{
  const char *title = tori_topic_get_title (topic);
  g_autofree char *text = NULL;

  if (*title == '\0')
    return;
  text = g_strdup_printf (tori_paper_words_get (row->table->plan, "<%s>"), title);
  tori_cell_set_source (writer, topic, "title");
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_STRONG, .hang = 1, .keep = TRUE, .text = text });
}

/**
 * tori_report_add_blocks:
 * @writer: where the cell is
 * @row: the row of an initiative
 * @entry: its entry
 * @blocks: one of the entry's lists of texts
 *
 * Adds the texts that are about the table's own topics, each under the names of its topics.
 */
void
tori_report_add_blocks (ToriCellWriter *writer, const ToriReportRow *row, ToriEntry *entry, ToriList *blocks)
{
  for (guint i = 0; i < tori_list_get_length (blocks); i++)
    {
      ToriBlock *block = tori_list_get (blocks, i);
      const char *const *topics = tori_block_get_topics (block);

      if (!tori_scope_has_block (row->table->topics, row->initiative, entry, block))
        continue;
      if (topics[0] != NULL)
        tori_cell_add_space (writer);
      for (guint t = 0; topics[t] != NULL; t++)
        {
          ToriTopic *topic = tori_list_find_id (tori_entry_get_topics (entry), topics[t]);

          if (topic != NULL)
            tori_report_add_topic_heading (writer, row, topic);
        }
      tori_cell_set_source (writer, block, "text");
      add_text (writer, tori_block_get_text (block));
    }
}

/* Figures */

static char *
format_value (const char *number, const char *unit)
{
  /* Absent is not zero. */
  return number != NULL ? g_strconcat (number, unit, NULL) : g_strdup ("－");
}

static void
add_indicator (ToriCellWriter *writer, const ToriReportRow *row, ToriIndicator *indicator)
{
  const char *unit = tori_indicator_get_unit (indicator);
  const char *baseline = tori_indicator_get_baseline (indicator);
  const ToriValue *value = tori_values_find (tori_indicator_get_values (indicator), row->table->year);
  g_autofree char *start = format_value (baseline, unit);
  g_autofree char *target = format_value (value != NULL ? value->target : NULL, unit);
  g_autofree char *actual = format_value (value != NULL ? value->actual : NULL, unit);
  g_autofree char *text = NULL;

  if (baseline != NULL)
    text = g_strdup_printf (
        tori_paper_words_get (row->table->plan, "[Indicator] %s: baseline %s, target %s, actual %s"),
        tori_indicator_get_name (indicator), start, target, actual);
  else
    text = g_strdup_printf (tori_paper_words_get (row->table->plan, "[Indicator] %s: target %s, actual %s"),
                            tori_indicator_get_name (indicator), target, actual);
  tori_cell_set_source (writer, indicator, value != NULL && value->actual != NULL ? "values" : "name");
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_BODY, .hang = 1, .text = text });
}

/**
 * tori_report_add_indicators:
 * @writer: where the cell is
 * @row: the row of an initiative
 *
 * Adds a line for each of its indicators.
 */
void
tori_report_add_indicators (ToriCellWriter *writer, const ToriReportRow *row)
{
  ToriList *indicators = tori_initiative_get_indicators (row->initiative);

  for (guint i = 0; i < tori_list_get_length (indicators); i++)
    add_indicator (writer, row, tori_list_get (indicators, i));
}

/* Notes */

static void
add_attachments (ToriCellWriter *writer, const ToriReportRow *row, ToriEntry *entry)
{
  const char *const *ids = tori_entry_get_attachments (entry);

  tori_cell_set_source (writer, entry, "attachments");
  for (guint i = 0; ids[i] != NULL; i++)
    {
      ToriAttachment *attachment = tori_plan_find (row->table->plan, TORI_TYPE_ATTACHMENT, ids[i]);
      g_autofree char *text = NULL;

      if (attachment == NULL)
        continue;
      text =
          g_strdup_printf (tori_paper_words_get (row->table->plan, "Attachment %d: %s"),
                           tori_attachment_get_number (attachment), tori_attachment_get_title (attachment));
      tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_BODY, .hang = 1, .text = text });
    }
}

/* A note that begins with its mark, ※, needs no heading. */
static gboolean
has_mark (const char *text)
{
  ToriLineIter iter;
  ToriLine line;

  tori_line_iter_init (&iter, text);
  return tori_line_iter_next (&iter, &line) && line.kind == TORI_LINE_NOTE;
}

/**
 * tori_report_add_note:
 * @writer: where the cell is
 * @row: the row of an initiative
 * @entry: its entry
 * @heading: whether it must be told apart from what stands above it
 *
 * Adds the entry's note and the attachments that it names.
 */
void
tori_report_add_note (ToriCellWriter *writer, const ToriReportRow *row, ToriEntry *entry, gboolean heading)
{
  const char *note = tori_entry_get_note (entry);

  tori_cell_set_source (writer, entry, "note");
  if (heading && *note != '\0' && !has_mark (note))
    tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_STRONG, .keep = TRUE,
                                             .text = tori_paper_words_get (row->table->plan, "Notes") });
  add_text (writer, note);
  add_attachments (writer, row, entry);
}

/* Others */

/**
 * tori_report_dup_divisions:
 * @plan: a plan
 * @ids: ids of divisions
 *
 * Returns: (transfer full): their names one after the other
 */
char *
tori_report_dup_divisions (ToriPlan *plan, const char *const *ids)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      ToriDivision *division = tori_plan_find (plan, TORI_TYPE_DIVISION, ids[i]);
      g_autofree char *name = division != NULL ? tori_label_division (division) : NULL;

      if (name == NULL)
        continue;
      if (names->len > 0)
        g_string_append (names, tori_paper_words_get (plan, ", "));
      g_string_append (names, name);
    }
  return g_string_free (names, FALSE);
}

/**
 * tori_report_dup_others:
 * @table: a table of a department or division
 * @initiative: an initiative of it
 *
 * Returns: (transfer full) (nullable): the topics that are others', with who these are; NULL if there are
 * none
 */
char *
tori_report_dup_others (const ToriReportTable *table, ToriInitiative *initiative)
{
  ToriEntry *entry = tori_initiative_find_entry (initiative, table->year);
  ToriList *topics = entry != NULL ? tori_entry_get_topics (entry) : NULL;
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; topics != NULL && i < tori_list_get_length (topics); i++)
    {
      ToriTopic *topic = tori_list_get (topics, i);
      const char *const *ids = tori_topic_get_divisions (topic);
      g_autofree char *names = NULL;

      if (tori_scope_has_topic (table->topics, initiative, topic))
        continue;
      names = tori_report_dup_divisions (table->plan,
                                         ids[0] != NULL ? ids : tori_initiative_get_divisions (initiative));
      if (list->len > 0)
        g_string_append (list, tori_paper_words_get (table->plan, ", "));
      if (*names != '\0')
        g_string_append_printf (list, tori_paper_words_get (table->plan, "%s (%s)"),
                                tori_topic_get_title (topic), names);
      else
        g_string_append (list, tori_topic_get_title (topic));
    }
  return list->len > 0 ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}
