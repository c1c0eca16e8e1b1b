/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-search.h"

#include <string.h>

#include "model/tori-block.h"
#include "model/tori-charge.h"
#include "model/tori-entry.h"
#include "model/tori-indicator.h"
#include "model/tori-item.h"
#include "model/tori-label.h"
#include "model/tori-topic.h"

/* All words of an initiative and its entry of a year, as a search sees them. */

typedef struct
{
  ToriPlan *plan; /* NULL: what needs its directory is left out */
  int year;
  ToriSearchFunc func;
  gpointer data;
} Visit;

static gboolean
visit_text (const Visit *visit, ToriSearchField field, const char *text)
{
  return *text != '\0' && visit->func (field, text, visit->data);
}

static gboolean
visit_divisions (const Visit *visit, ToriInitiative *initiative)
{
  g_autoptr (GPtrArray) ids = tori_charge_list_divisions (initiative, visit->year);

  for (guint i = 0; visit->plan != NULL && i < ids->len; i++)
    {
      ToriDivision *division = tori_plan_find (visit->plan, TORI_TYPE_DIVISION, ids->pdata[i]);
      g_autofree char *name = division == NULL ? NULL : tori_label_division (division);

      if (name != NULL && visit_text (visit, TORI_SEARCH_DIVISION, name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
visit_levels (const Visit *visit, const ToriRatings *ratings)
{
  for (guint i = 0; visit->plan != NULL && i < tori_ratings_get_n (ratings); i++)
    {
      const ToriRating *rating = tori_ratings_get (ratings, i);
      ToriLevel *level = tori_plan_find (visit->plan, TORI_TYPE_LEVEL, rating->level);
      g_autofree char *label = level == NULL ? NULL : tori_label_level (level, rating->since);

      if (label != NULL && visit_text (visit, TORI_SEARCH_LEVEL, label))
        return TRUE;
    }
  return FALSE;
}

static gboolean
visit_lanes (const Visit *visit, const ToriLanes *lanes)
{
  for (guint lane = 0; lane < tori_lanes_get_n_lanes (lanes); lane++)
    {
      guint n;
      const ToriSpan *spans = tori_lanes_get_spans (lanes, lane, &n);

      for (guint i = 0; i < n; i++)
        if (spans[i].phase != NULL && visit_text (visit, TORI_SEARCH_PHASE, spans[i].phase))
          return TRUE;
    }
  return FALSE;
}

static gboolean
visit_schedule (const Visit *visit, ToriInitiative *initiative)
{
  ToriList *schedule = tori_initiative_get_schedule (initiative);
  ToriList *indicators = tori_initiative_get_indicators (initiative);

  for (guint i = 0; i < tori_list_get_length (schedule); i++)
    {
      ToriItem *item = tori_list_get (schedule, i);

      if (visit_text (visit, TORI_SEARCH_ITEM, tori_item_get_item (item))
          || visit_lanes (visit, tori_item_get_lanes (item)))
        return TRUE;
    }
  for (guint i = 0; i < tori_list_get_length (indicators); i++)
    if (visit_text (visit, TORI_SEARCH_INDICATOR, tori_indicator_get_name (tori_list_get (indicators, i))))
      return TRUE;
  return FALSE;
}

static gboolean
visit_blocks (const Visit *visit, ToriSearchField field, ToriList *blocks)
{
  for (guint i = 0; i < tori_list_get_length (blocks); i++)
    if (visit_text (visit, field, tori_block_get_text (tori_list_get (blocks, i))))
      return TRUE;
  return FALSE;
}

static gboolean
visit_entry (const Visit *visit, ToriEntry *entry)
{
  ToriList *topics = tori_entry_get_topics (entry);

  if (visit_levels (visit, tori_entry_get_ratings (entry)))
    return TRUE;
  for (guint i = 0; i < tori_list_get_length (topics); i++)
    {
      ToriTopic *topic = tori_list_get (topics, i);

      if (visit_text (visit, TORI_SEARCH_TOPIC, tori_topic_get_title (topic))
          || visit_levels (visit, tori_topic_get_ratings (topic)))
        return TRUE;
    }
  return visit_blocks (visit, TORI_SEARCH_ACTIONS, tori_entry_get_actions (entry))
         || visit_blocks (visit, TORI_SEARCH_OUTCOME, tori_entry_get_outcome (entry))
         || visit_blocks (visit, TORI_SEARCH_OUTLOOK, tori_entry_get_outlook (entry))
         || visit_text (visit, TORI_SEARCH_NOTE, tori_entry_get_note (entry));
}

/**
 * tori_search_foreach:
 * @initiative: an initiative of a plan
 * @year: a fiscal year
 * @func: (scope call): called for each text that is not empty, until it has enough
 * @data: for @func
 *
 * Goes over the words of an initiative: its number, title, divisions, schedule and indicators, and the
 * levels, topics and texts of that year's entry.
 *
 * Returns: whether @func had enough
 */
gboolean
tori_search_foreach (ToriInitiative *initiative, int year, ToriSearchFunc func, gpointer data)
{
  const Visit visit = { tori_record_get_ancestor (TORI_RECORD (initiative), TORI_TYPE_PLAN), year, func,
                        data };
  ToriEntry *entry = tori_initiative_find_entry (initiative, year);

  return visit_text (&visit, TORI_SEARCH_NUMBER, tori_initiative_get_number (initiative))
         || visit_text (&visit, TORI_SEARCH_TITLE, tori_initiative_get_title (initiative))
         || visit_divisions (&visit, initiative) || visit_schedule (&visit, initiative)
         || (entry != NULL && visit_entry (&visit, entry));
}

typedef struct
{
  const ToriQuery *query;
  ToriQueryFound found;
} Search;

static gboolean
feed (ToriSearchField field, const char *text, gpointer data)
{
  Search *search = data;

  return tori_query_feed (search->query, &search->found, text);
}

/**
 * tori_search_matches:
 * @query: what is looked for
 * @initiative: an initiative of a plan
 * @year: a fiscal year
 *
 * Returns: whether every word of the query stands somewhere in it
 */
gboolean
tori_search_matches (const ToriQuery *query, ToriInitiative *initiative, int year)
{
  Search search = { query, 0 };

  return tori_query_is_empty (query) || tori_search_foreach (initiative, year, feed, &search);
}

static gboolean
add_length (ToriSearchField field, const char *text, gpointer data)
{
  *(gsize *) data += strlen (text);
  return FALSE;
}

static gboolean
sign (ToriSearchField field, const char *text, gpointer data)
{
  tori_signature_add (data, text);
  return FALSE;
}

/**
 * tori_search_sign:
 * @initiative: an initiative of a plan
 * @year: a fiscal year
 *
 * Returns: (transfer full): the signature of all its words
 */
ToriSignature *
tori_search_sign (ToriInitiative *initiative, int year)
{
  ToriSignature *signature;
  gsize length = 0;

  tori_search_foreach (initiative, year, add_length, &length);
  signature = tori_signature_new (length);
  tori_search_foreach (initiative, year, sign, signature);
  return signature;
}
