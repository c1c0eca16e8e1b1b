/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-search.h"

#include "model/tori-block.h"
#include "model/tori-charge.h"
#include "model/tori-entry.h"
#include "model/tori-item.h"
#include "model/tori-label.h"
#include "model/tori-topic.h"

typedef struct
{
  const ToriQuery *query;
  ToriQueryFound found;
} Search;

static gboolean
feed (Search *search, const char *text)
{
  return tori_query_feed (search->query, &search->found, text);
}

static gboolean
feed_divisions (Search *search, ToriInitiative *initiative, int year)
{
  ToriPlan *plan = tori_record_get_ancestor (TORI_RECORD (initiative), TORI_TYPE_PLAN);
  g_autoptr (GPtrArray) ids = tori_charge_list_divisions (initiative, year);

  for (guint i = 0; plan != NULL && i < ids->len; i++)
    {
      ToriDivision *division = tori_plan_find (plan, TORI_TYPE_DIVISION, ids->pdata[i]);
      g_autofree char *name = division == NULL ? NULL : tori_label_division (division);

      if (name != NULL && feed (search, name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
feed_schedule (Search *search, ToriInitiative *initiative)
{
  ToriList *schedule = tori_initiative_get_schedule (initiative);

  for (guint i = 0; i < tori_list_get_length (schedule); i++)
    if (feed (search, tori_item_get_item (tori_list_get (schedule, i))))
      return TRUE;
  return FALSE;
}

static gboolean
feed_blocks (Search *search, ToriList *blocks)
{
  for (guint i = 0; i < tori_list_get_length (blocks); i++)
    if (feed (search, tori_block_get_text (tori_list_get (blocks, i))))
      return TRUE;
  return FALSE;
}

static gboolean
feed_entry (Search *search, ToriEntry *entry)
{
  ToriList *topics = tori_entry_get_topics (entry);

  for (guint i = 0; i < tori_list_get_length (topics); i++)
    if (feed (search, tori_topic_get_title (tori_list_get (topics, i))))
      return TRUE;
  return feed_blocks (search, tori_entry_get_actions (entry))
         || feed_blocks (search, tori_entry_get_outcome (entry))
         || feed_blocks (search, tori_entry_get_outlook (entry))
         || feed (search, tori_entry_get_note (entry));
}

/**
 * tori_search_matches:
 * @query: what is looked for
 * @initiative: an initiative of a plan
 * @year: a fiscal year
 *
 * Returns: whether every word of the query stands somewhere in its number, title, divisions, items or the
 * texts of that year's entry
 */
gboolean
tori_search_matches (const ToriQuery *query, ToriInitiative *initiative, int year)
{
  Search search = { query, 0 };
  ToriEntry *entry;

  if (tori_query_is_empty (query) || feed (&search, tori_initiative_get_number (initiative))
      || feed (&search, tori_initiative_get_title (initiative)) || feed_divisions (&search, initiative, year)
      || feed_schedule (&search, initiative))
    return TRUE;
  entry = tori_initiative_find_entry (initiative, year);
  return entry != NULL && feed_entry (&search, entry);
}
