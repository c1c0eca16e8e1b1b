/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-former.h"

#include <string.h>

#include "model/tori-block.h"
#include "model/tori-edit.h"
#include "model/tori-fiscal-year.h"
#include "model/tori-line.h"
#include "model/tori-topic.h"

/*
 * What was written of an initiative before: to be read beside this year's entry, to be copied where nothing
 * is written yet, and to be found again in sentences that were taken over as they were. More than half of
 * those who fill in such sheets begin with last year's; what they forget to change is what the reader
 * stumbles over.
 */

static const char *const texts[] = { "actions", "outcome", "outlook" };

/* Sentences shorter than this are the same by chance. */
#define LEAST_LENGTH 8

/* The longest word for a year, in characters: 平成 二十九 年度. */
#define LONGEST_YEAR 12

static ToriList *
get_blocks (ToriEntry *entry, const char *property)
{
  ToriList *list;

  g_object_get (entry, property, &list, NULL);
  g_object_unref (list); /* the entry's own */
  return list;
}

static gboolean
is_blank (ToriList *blocks)
{
  for (guint i = 0; i < tori_list_get_length (blocks); i++)
    if (*tori_block_get_text (tori_list_get (blocks, i)) != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
has_text (ToriEntry *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!is_blank (get_blocks (entry, texts[i])))
      return TRUE;
  return FALSE;
}

/**
 * tori_former_find:
 * @initiative: an initiative
 * @year: a fiscal year
 *
 * Returns: (transfer none) (nullable): its last entry before that year in which a text is written
 */
ToriEntry *
tori_former_find (ToriInitiative *initiative, int year)
{
  ToriList *entries;
  ToriEntry *found = NULL;

  g_return_val_if_fail (TORI_IS_INITIATIVE (initiative), NULL);

  entries = tori_initiative_get_entries (initiative);
  for (guint i = 0; i < tori_list_get_length (entries); i++)
    {
      ToriEntry *entry = tori_list_get (entries, i);

      if (tori_entry_get_year (entry) < year
          && (found == NULL || tori_entry_get_year (entry) > tori_entry_get_year (found)) && has_text (entry))
        found = entry;
    }
  return found;
}

/* --- Copying --- */

/* Whether a text of the year is blank that was not blank before. */
static gboolean
is_wanted (ToriEntry *former, ToriEntry *entry, const char *property)
{
  return !is_blank (get_blocks (former, property))
         && (entry == NULL || is_blank (get_blocks (entry, property)));
}

/**
 * tori_former_can_copy:
 * @initiative: an initiative
 * @year: a fiscal year
 *
 * Returns: whether tori_former_copy() would fill anything
 */
gboolean
tori_former_can_copy (ToriInitiative *initiative, int year)
{
  ToriEntry *former = tori_former_find (initiative, year);
  ToriEntry *entry = tori_initiative_find_entry (initiative, year);

  for (guint i = 0; former != NULL && i < G_N_ELEMENTS (texts); i++)
    if (is_wanted (former, entry, texts[i]))
      return TRUE;
  return FALSE;
}

typedef struct
{
  ToriHistory *history;
  ToriEntry *former;
  ToriEntry *entry;
  gboolean copy_topics; /* there were none this year */
} Copy;

static ToriTopic *
find_topic (ToriEntry *entry, const char *title)
{
  ToriList *topics = tori_entry_get_topics (entry);

  for (guint i = 0; i < tori_list_get_length (topics); i++)
    if (g_str_equal (tori_topic_get_title (tori_list_get (topics, i)), title))
      return tori_list_get (topics, i);
  return NULL;
}

/* This year's topic for one of then, which has the same title, or is made when the year has none of its own.
 * A level is not copied: it is to be judged anew. */
static ToriTopic *
carry_topic (Copy *self, ToriTopic *topic)
{
  ToriList *topics = tori_entry_get_topics (self->entry);
  ToriTopic *found = find_topic (self->entry, tori_topic_get_title (topic));

  if (found != NULL || !self->copy_topics)
    return found;
  found = g_object_new (TORI_TYPE_TOPIC, "title", tori_topic_get_title (topic), "items",
                        tori_topic_get_items (topic), "divisions", tori_topic_get_divisions (topic), NULL);
  tori_edit_add (self->history, TORI_STEP_COPY_YEAR, topics, tori_list_get_length (topics), found);
  g_object_unref (found); /* the list has it */
  return found;
}

static GStrv
carry_topics (Copy *self, ToriBlock *block)
{
  const char *const *ids = tori_block_get_topics (block);
  g_autoptr (GStrvBuilder) carried = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      ToriTopic *former = tori_list_find_id (tori_entry_get_topics (self->former), ids[i]);
      ToriTopic *topic = former == NULL ? NULL : carry_topic (self, former);

      if (topic != NULL)
        g_strv_builder_add (carried, tori_record_get_id (TORI_RECORD (topic)));
    }
  return g_strv_builder_end (carried);
}

static void
copy_text (Copy *self, const char *property)
{
  ToriList *from = get_blocks (self->former, property), *to = get_blocks (self->entry, property);

  while (tori_list_get_length (to) > 0) /* empty ones */
    tori_edit_remove (self->history, TORI_STEP_COPY_YEAR, tori_list_get (to, 0));
  for (guint i = 0; i < tori_list_get_length (from); i++)
    {
      ToriBlock *block = tori_list_get (from, i);
      g_auto (GStrv) topics = carry_topics (self, block);
      g_autoptr (ToriBlock) copy =
          g_object_new (TORI_TYPE_BLOCK, "text", tori_block_get_text (block), "topics", topics, "copied-from",
                        tori_entry_get_year (self->former), NULL);

      if (*tori_block_get_text (block) != '\0')
        tori_edit_add (self->history, TORI_STEP_COPY_YEAR, to, tori_list_get_length (to), copy);
    }
}

/**
 * tori_former_copy:
 * @history: the history
 * @initiative: an initiative of the plan
 * @year: a fiscal year
 *
 * Copies what was written last into those of the year's three texts in which nothing is written, with the
 * topics that it is about; each copy is marked until somebody edits it. One step.
 *
 * Returns: FALSE, with nothing changed, when there is nothing to be copied
 */
gboolean
tori_former_copy (ToriHistory *history, ToriInitiative *initiative, int year)
{
  Copy copy = { .history = history };

  if (!tori_former_can_copy (initiative, year))
    return FALSE;
  copy.former = tori_former_find (initiative, year);
  tori_history_begin (history, TORI_STEP_COPY_YEAR);
  copy.entry = tori_edit_ensure_entry (history, initiative, year);
  copy.copy_topics = tori_list_get_length (tori_entry_get_topics (copy.entry)) == 0;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (is_wanted (copy.former, copy.entry, texts[i]))
      copy_text (&copy, texts[i]);
  tori_history_end (history);
  return TRUE;
}

/* --- Sentences --- */

/* The next sentence of a line from a place on; it ends with 。 or with the line. */
static gboolean
take_sentence (const char *text, gsize at, gsize line_end, gsize *start, gsize *end)
{
  const char *stop;

  while (at < line_end && (text[at] == ' ' || g_str_has_prefix (text + at, "\u3000")))
    at += text[at] == ' ' ? 1 : strlen ("\u3000");
  if (at >= line_end)
    return FALSE;
  stop = g_strstr_len (text + at, (gssize) (line_end - at), "。");
  *start = at;
  *end = stop == NULL ? line_end : (gsize) (stop - text) + strlen ("。");
  return TRUE;
}

/* The next sentence from a place on, whatever it says; headings are none. */
static gboolean
next_sentence (const char *text, gsize *at, gsize *start, gsize *end)
{
  ToriLineIter iter;
  ToriLine line;

  tori_line_iter_init (&iter, text);
  iter.at = *at;
  while (iter.at > 0 && text[iter.at - 1] != '\n') /* from the beginning of its line */
    iter.at--;
  while (tori_line_iter_next (&iter, &line))
    {
      const gsize line_end = line.offset + line.length, from = MAX (*at, line.body_offset);

      if (line.kind == TORI_LINE_HEADING || !take_sentence (text, from, line_end, start, end))
        continue;
      *at = *end;
      return TRUE;
    }
  return FALSE;
}

/**
 * tori_former_collect:
 * @blocks: the blocks of a text
 *
 * Returns: (transfer full) (element-type utf8): the set of their sentences, without those that are the same
 * by chance
 */
GHashTable *
tori_former_collect (ToriList *blocks)
{
  GHashTable *sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (TORI_IS_LIST (blocks), sentences);

  for (guint i = 0; i < tori_list_get_length (blocks); i++)
    {
      const char *text = tori_block_get_text (tori_list_get (blocks, i));
      gsize at = 0, start, end;

      while (next_sentence (text, &at, &start, &end))
        if (g_utf8_strlen (text + start, (gssize) (end - start)) >= LEAST_LENGTH)
          g_hash_table_add (sentences, g_strndup (text + start, end - start));
    }
  return sentences;
}

/**
 * tori_former_next:
 * @sentences: what tori_former_collect() gave
 * @text: a text of this year
 * @at: (inout): where to begin, in bytes; then where to go on
 * @start: (out): where the sentence begins
 * @end: (out): where it ends
 *
 * Finds the next sentence that was taken over as it was.
 *
 * Returns: whether there is one
 */
gboolean
tori_former_next (GHashTable *sentences, const char *text, gsize *at, gsize *start, gsize *end)
{
  g_return_val_if_fail (sentences != NULL, FALSE);
  g_return_val_if_fail (text != NULL && at != NULL, FALSE);

  while (next_sentence (text, at, start, end))
    {
      g_autofree char *sentence = g_strndup (text + *start, *end - *start);

      if (g_hash_table_contains (sentences, sentence))
        return TRUE;
    }
  return FALSE;
}

/* The longest word for a year that ends there: 平成30年度 rather than 30年度. */
static char *
read_year_before (const char *sentence, const char *end, int *year)
{
  const char *start = end;
  char *found = NULL;

  for (guint i = 0; i < LONGEST_YEAR && start > sentence; i++)
    {
      g_autofree char *word = NULL;
      int one;

      start = g_utf8_prev_char (start);
      word = g_strndup (start, (gsize) (end - start));
      if (!tori_fiscal_year_parse (word, &one))
        continue;
      *year = one;
      g_free (found);
      found = g_steal_pointer (&word);
    }
  return found;
}

/**
 * tori_former_list_stale:
 * @sentence: a sentence of an entry that was taken over
 * @year: the fiscal year of the entry
 *
 * Returns: (transfer full): the words of it that name a year before that, as they are written
 */
GStrv
tori_former_list_stale (const char *sentence, int year)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  g_return_val_if_fail (sentence != NULL, NULL);

  for (const char *at = strstr (sentence, "年"); at != NULL; at = strstr (at + 1, "年"))
    {
      const char *end = at + strlen ("年");
      g_autofree char *word = NULL;
      int named = year;

      if (g_str_has_prefix (end, "度"))
        end += strlen ("度");
      word = read_year_before (sentence, end, &named);
      if (word != NULL && named < year)
        g_strv_builder_add (words, word);
    }
  return g_strv_builder_end (words);
}
