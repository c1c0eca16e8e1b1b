/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-plan-usage.h"

#include "model/tori-attachment.h"
#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-level.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"
#include "model/tori-topic.h"

static gboolean
has_topic_of (ToriEntry *entry, const char *division)
{
  ToriList *topics = tori_entry_get_topics (entry);

  for (guint i = 0; i < tori_list_get_length (topics); i++)
    if (g_strv_contains (tori_topic_get_divisions (tori_list_get (topics, i)), division))
      return TRUE;
  return FALSE;
}

/* In whichever year. */
static gboolean
names_division (ToriInitiative *initiative, const char *division)
{
  ToriList *entries = tori_initiative_get_entries (initiative);

  if (g_strv_contains (tori_initiative_get_divisions (initiative), division))
    return TRUE;
  for (guint i = 0; i < tori_list_get_length (entries); i++)
    if (has_topic_of (tori_list_get (entries, i), division))
      return TRUE;
  return FALSE;
}

static guint
count_of_division (ToriPlan *plan, const char *division)
{
  ToriList *pillars = tori_plan_get_pillars (plan);
  guint n = 0;

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, i));

      for (guint j = 0; j < tori_list_get_length (initiatives); j++)
        n += names_division (tori_list_get (initiatives, j), division) ? 1 : 0;
    }
  return n;
}

/* Whether ratings are by a scale, or have a level. */
static gboolean
has_rating (const ToriRatings *ratings, ToriRecord *record)
{
  const char *id = tori_record_get_id (record);

  for (guint i = 0; i < tori_ratings_get_n (ratings); i++)
    {
      const ToriRating *rating = tori_ratings_get (ratings, i);

      if (g_strcmp0 (TORI_IS_SCALE (record) ? rating->scale : rating->level, id) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_assessed (ToriInitiative *initiative, ToriRecord *record)
{
  ToriList *entries = tori_initiative_get_entries (initiative);

  for (guint i = 0; i < tori_list_get_length (entries); i++)
    {
      ToriEntry *entry = tori_list_get (entries, i);
      ToriList *topics = tori_entry_get_topics (entry);

      if (has_rating (tori_entry_get_ratings (entry), record))
        return TRUE;
      for (guint k = 0; k < tori_list_get_length (topics); k++)
        if (has_rating (tori_topic_get_ratings (tori_list_get (topics, k)), record))
          return TRUE;
    }
  return FALSE;
}

static guint
count_assessed (ToriPlan *plan, ToriRecord *record)
{
  ToriList *pillars = tori_plan_get_pillars (plan);
  guint n = 0;

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, i));

      for (guint k = 0; k < tori_list_get_length (initiatives); k++)
        n += is_assessed (tori_list_get (initiatives, k), record) ? 1 : 0;
    }
  return n;
}

static guint
count_attached (ToriPlan *plan, const char *attachment)
{
  ToriList *pillars = tori_plan_get_pillars (plan);
  guint n = 0;

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, i));

      for (guint j = 0; j < tori_list_get_length (initiatives); j++)
        {
          ToriList *entries = tori_initiative_get_entries (tori_list_get (initiatives, j));

          for (guint k = 0; k < tori_list_get_length (entries); k++)
            n +=
                g_strv_contains (tori_entry_get_attachments (tori_list_get (entries, k)), attachment) ? 1 : 0;
        }
    }
  return n;
}

/**
 * tori_plan_usage_count:
 * @plan: a plan
 * @record: a pillar, department, division, scale, level or attachment of it
 *
 * Returns: how many initiatives (of a department: divisions; of an attachment: entries) hang on it, in all
 * years together
 */
guint
tori_plan_usage_count (ToriPlan *plan, ToriRecord *record)
{
  if (TORI_IS_PILLAR (record))
    return tori_list_get_length (tori_pillar_get_initiatives (TORI_PILLAR (record)));
  if (TORI_IS_DEPARTMENT (record))
    return tori_list_get_length (tori_department_get_divisions (TORI_DEPARTMENT (record)));
  if (TORI_IS_ATTACHMENT (record))
    return count_attached (plan, tori_record_get_id (record));
  if (TORI_IS_SCALE (record) || TORI_IS_LEVEL (record))
    return count_assessed (plan, record);
  g_return_val_if_fail (TORI_IS_DIVISION (record), 0);
  return count_of_division (plan, tori_record_get_id (record));
}
