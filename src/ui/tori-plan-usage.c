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

/* How often something is used in an initiative, in whichever year. */
typedef guint (*Count) (ToriInitiative *initiative, ToriRecord *record);

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
static guint
names_division (ToriInitiative *initiative, ToriRecord *record)
{
  const char *division = tori_record_get_id (record);
  ToriList *entries = tori_initiative_get_entries (initiative);

  if (g_strv_contains (tori_initiative_get_divisions (initiative), division))
    return TRUE;
  for (guint i = 0; i < tori_list_get_length (entries); i++)
    if (has_topic_of (tori_list_get (entries, i), division))
      return TRUE;
  return FALSE;
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

static guint
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
count_attached (ToriInitiative *initiative, ToriRecord *record)
{
  ToriList *entries = tori_initiative_get_entries (initiative);
  guint n = 0;

  for (guint i = 0; i < tori_list_get_length (entries); i++)
    if (g_strv_contains (tori_entry_get_attachments (tori_list_get (entries, i)),
                         tori_record_get_id (record)))
      n++;
  return n;
}

/* The sum over all initiatives. */
static guint
count (ToriPlan *plan, ToriRecord *record, Count count_in)
{
  ToriList *pillars = tori_plan_get_pillars (plan);
  guint n = 0;

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, i));

      for (guint k = 0; k < tori_list_get_length (initiatives); k++)
        n += count_in (tori_list_get (initiatives, k), record);
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
    return count (plan, record, count_attached);
  if (TORI_IS_SCALE (record) || TORI_IS_LEVEL (record))
    return count (plan, record, is_assessed);
  g_return_val_if_fail (TORI_IS_DIVISION (record), 0);
  return count (plan, record, names_division);
}
