/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-initiative-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/tori-block.h"
#include "model/tori-charge.h"
#include "model/tori-entry.h"
#include "model/tori-item.h"
#include "model/tori-label.h"
#include "model/tori-scale.h"
#include "model/tori-topic.h"
#include "ui/tori-state-words.h"

/* What an overview says about an initiative in one year. */

static ToriPlan *
get_plan (ToriInitiative *initiative)
{
  return tori_record_get_ancestor (TORI_RECORD (initiative), TORI_TYPE_PLAN);
}

/* Adds a word to a list of them, unless it is there already. */
static void
add_once (GPtrArray *words, char *word)
{
  if (*word == '\0' || g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
    g_free (word);
  else
    g_ptr_array_add (words, word);
}

static char *
join (GPtrArray *words)
{
  g_ptr_array_add (words, NULL);
  /* Translators: stands between the parts of a list, such as the divisions in charge. */
  return g_strjoinv (C_ ("list", ", "), (char **) words->pdata);
}

static void
add_level (GPtrArray *words, ToriPlan *plan, ToriScale *scale, const ToriRatings *ratings)
{
  const ToriRating *rating = tori_ratings_find (ratings, tori_record_get_id (TORI_RECORD (scale)));
  ToriLevel *level = rating == NULL ? NULL : tori_plan_find (plan, TORI_TYPE_LEVEL, rating->level);

  if (level != NULL)
    add_once (words, tori_label_level (level, rating->since));
}

/**
 * tori_initiative_words_title:
 * @initiative: an initiative
 * @year: a fiscal year
 *
 * Returns: (transfer full): its place in its pillar in that year and its title: ③ 窓口の見直し
 */
char *
tori_initiative_words_title (ToriInitiative *initiative, int year)
{
  g_autofree char *place = tori_label_circled (tori_label_find_place (initiative, year));
  const char *title = tori_initiative_get_title (initiative);

  if (*title == '\0')
    /* Translators: stands in the list for an initiative that has no title yet. */
    title = _ ("(no title yet)");
  return *place == '\0' ? g_strdup (title) : g_strdup_printf ("%s %s", place, title);
}

/**
 * tori_initiative_words_level:
 * @initiative: an initiative of a plan
 * @year: a fiscal year
 *
 * Returns: (transfer full): its level on the plan's first scale, or those of its topics when it has none of
 * its own; empty when it was not assessed
 */
char *
tori_initiative_words_level (ToriInitiative *initiative, int year)
{
  ToriPlan *plan = get_plan (initiative);
  ToriEntry *entry = tori_initiative_find_entry (initiative, year);
  ToriList *scales = plan == NULL ? NULL : tori_plan_get_scales (plan);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  ToriList *topics;
  gboolean rated_whole;

  if (entry == NULL || scales == NULL || tori_list_get_length (scales) == 0)
    return g_strdup ("");
  add_level (words, plan, tori_list_get (scales, 0), tori_entry_get_ratings (entry));
  topics = tori_entry_get_topics (entry);
  rated_whole = words->len > 0;
  for (guint i = 0; !rated_whole && i < tori_list_get_length (topics); i++)
    add_level (words, plan, tori_list_get (scales, 0), tori_topic_get_ratings (tori_list_get (topics, i)));
  return join (words);
}

/**
 * tori_initiative_words_divisions:
 * @initiative: an initiative of a plan
 * @year: a fiscal year
 *
 * Returns: (transfer full): the divisions in charge of it or of its topics
 */
char *
tori_initiative_words_divisions (ToriInitiative *initiative, int year)
{
  ToriPlan *plan = get_plan (initiative);
  g_autoptr (GPtrArray) ids = tori_charge_list_divisions (initiative, year);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ids->len; i++)
    {
      ToriDivision *division = plan == NULL ? NULL : tori_plan_find (plan, TORI_TYPE_DIVISION, ids->pdata[i]);

      if (division != NULL)
        add_once (words, tori_label_division (division));
    }
  return join (words);
}

/**
 * tori_initiative_words_state:
 * @initiative: an initiative
 * @year: a fiscal year
 *
 * Returns: (transfer full): how far its entry is
 */
char *
tori_initiative_words_state (ToriInitiative *initiative, int year)
{
  ToriEntry *entry = tori_initiative_find_entry (initiative, year);

  if (entry == NULL)
    /* Translators: in the list, where nothing has been written about this year yet. */
    return g_strdup (C_ ("state of an entry", "No entry"));
  return g_strdup (tori_state_words (tori_entry_get_state (entry)));
}

/**
 * tori_initiative_words_phases:
 * @initiative: an initiative
 * @year: a fiscal year
 *
 * Returns: (transfer full): the phases that its schedule has in that year, each once
 */
char *
tori_initiative_words_phases (ToriInitiative *initiative, int year)
{
  ToriList *schedule = tori_initiative_get_schedule (initiative);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tori_list_get_length (schedule); i++)
    {
      const ToriLanes *lanes = tori_item_get_lanes (tori_list_get (schedule, i));

      for (guint lane = 0; lane < tori_lanes_get_n_lanes (lanes); lane++)
        {
          const ToriSpan *span = tori_lanes_find_span (lanes, lane, year, NULL);

          if (span != NULL && span->phase != NULL)
            add_once (words, g_strdup (span->phase));
        }
    }
  return join (words);
}

/**
 * tori_initiative_find_changed:
 * @initiative: an initiative
 * @year: a fiscal year
 *
 * Returns: (transfer full) (nullable): when its entry was changed last, in local time
 */
GDateTime *
tori_initiative_find_changed (ToriInitiative *initiative, int year)
{
  ToriEntry *entry = tori_initiative_find_entry (initiative, year);
  const ToriStamp *stamp = entry == NULL ? NULL : tori_entry_get_modified (entry);
  g_autoptr (GDateTime) time =
      stamp == NULL || stamp->at == NULL ? NULL : g_date_time_new_from_iso8601 (stamp->at, NULL);

  return time == NULL ? NULL : g_date_time_to_local (time);
}

/**
 * tori_initiative_words_changed:
 * @initiative: an initiative
 * @year: a fiscal year
 *
 * Returns: (transfer full): when its entry was changed last, and by whom
 */
char *
tori_initiative_words_changed (ToriInitiative *initiative, int year)
{
  ToriEntry *entry = tori_initiative_find_entry (initiative, year);
  const ToriStamp *stamp = entry == NULL ? NULL : tori_entry_get_modified (entry);
  g_autoptr (GDateTime) time = tori_initiative_find_changed (initiative, year);
  g_autofree char *when = NULL;

  if (time == NULL)
    return g_strdup (stamp == NULL || stamp->by == NULL ? "" : stamp->by);
  /* Translators: the day and time of a change, as strftime has them; short. */
  when = g_date_time_format (time, C_ ("time of a change", "%Y-%m-%d %H:%M"));
  return stamp->by == NULL ? g_steal_pointer (&when) : g_strdup_printf ("%s\n%s", when, stamp->by);
}

/* All but the bytes that go on with a character: several times as fast as going from one to the next. */
static guint
count_characters (const char *text)
{
  const gsize size = strlen (text);
  guint n = 0;

  for (gsize i = 0; i < size; i++)
    n += ((guchar) text[i] & 0xc0) != 0x80;
  return n;
}

static guint
count_texts (ToriList *blocks)
{
  guint n = 0;

  for (guint i = 0; i < tori_list_get_length (blocks); i++)
    n += count_characters (tori_block_get_text (tori_list_get (blocks, i)));
  return n;
}

/**
 * tori_initiative_count_characters:
 * @initiative: an initiative
 * @year: a fiscal year
 *
 * Returns: how many characters its entry's texts and note have, line breaks among them
 */
guint
tori_initiative_count_characters (ToriInitiative *initiative, int year)
{
  ToriEntry *entry = tori_initiative_find_entry (initiative, year);

  if (entry == NULL)
    return 0;
  return count_texts (tori_entry_get_actions (entry)) + count_texts (tori_entry_get_outcome (entry))
         + count_texts (tori_entry_get_outlook (entry)) + count_characters (tori_entry_get_note (entry));
}

/**
 * tori_initiative_words_characters:
 * @initiative: an initiative
 * @year: a fiscal year
 *
 * Returns: (transfer full): how many characters its entry has
 */
char *
tori_initiative_words_characters (ToriInitiative *initiative, int year)
{
  return g_strdup_printf ("%u", tori_initiative_count_characters (initiative, year));
}

/**
 * tori_initiative_words_row_titled:
 * @initiative: an initiative
 * @title: what tori_initiative_words_title() gives for it, for whoever has that already: it is dear
 * @year: a fiscal year
 *
 * Returns: (transfer full): what a screen reader says about its row
 */
char *
tori_initiative_words_row_titled (ToriInitiative *initiative, const char *title, int year)
{
  g_autofree char *level = tori_initiative_words_level (initiative, year);

  /* Translators: what a screen reader says about a row: number, title and level of an initiative. */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), tori_initiative_get_number (initiative), title,
                          /* Translators: no level of achievement has been given. */
                          *level == '\0' ? _ ("Not assessed") : level);
}

/**
 * tori_initiative_words_row:
 * @initiative: an initiative
 * @year: a fiscal year
 *
 * Returns: (transfer full): what a screen reader says about its row
 */
char *
tori_initiative_words_row (ToriInitiative *initiative, int year)
{
  g_autofree char *title = tori_initiative_words_title (initiative, year);

  return tori_initiative_words_row_titled (initiative, title, year);
}
