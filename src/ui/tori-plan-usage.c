/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-plan-usage.h"

#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-pillar.h"
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

/**
 * tori_plan_usage_count:
 * @plan: a plan
 * @record: a pillar, department or division of it
 *
 * Returns: how many initiatives (of a department: divisions) hang on it, in all years together
 */
guint
tori_plan_usage_count (ToriPlan *plan, ToriRecord *record)
{
  if (TORI_IS_PILLAR (record))
    return tori_list_get_length (tori_pillar_get_initiatives (TORI_PILLAR (record)));
  if (TORI_IS_DEPARTMENT (record))
    return tori_list_get_length (tori_department_get_divisions (TORI_DEPARTMENT (record)));
  g_return_val_if_fail (TORI_IS_DIVISION (record), 0);
  return count_of_division (plan, tori_record_get_id (record));
}
