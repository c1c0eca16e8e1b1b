/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-initiative.h"

#include "model/tori-record-private.h"
#include "model/tori-division.h"
#include "model/tori-entry.h"
#include "model/tori-indicator.h"
#include "model/tori-item.h"
#include "model/tori-pillar.h"
#include "model/tori-plan.h"

/* An initiative (具体的な取組): its schedule, indicators and one entry a year. */
struct _ToriInitiative
{
  ToriRecord parent_instance;

  char *id;
  char *number;
  char *title;
  int from;
  int until;
  char *merged_into;
  char **relisted;
  char **divisions;
  ToriList *schedule;
  ToriList *indicators;
  ToriList *entries;
};

G_DEFINE_FINAL_TYPE (ToriInitiative, tori_initiative, TORI_TYPE_RECORD)

static const ToriField fields[] = {
  { "id", TORI_FIELD_ID, G_STRUCT_OFFSET (ToriInitiative, id), TORI_FIELD_ALWAYS | TORI_FIELD_REQUIRED },
  { "number", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriInitiative, number) },
  { "title", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriInitiative, title) },
  { "from", TORI_FIELD_YEAR, G_STRUCT_OFFSET (ToriInitiative, from) },
  { "until", TORI_FIELD_YEAR, G_STRUCT_OFFSET (ToriInitiative, until) },
  { "merged-into", TORI_FIELD_REF, G_STRUCT_OFFSET (ToriInitiative, merged_into), TORI_FIELD_PLAIN,
    tori_initiative_get_type },
  { "relisted", TORI_FIELD_REFS, G_STRUCT_OFFSET (ToriInitiative, relisted), TORI_FIELD_PLAIN,
    tori_pillar_get_type },
  { "divisions", TORI_FIELD_REFS, G_STRUCT_OFFSET (ToriInitiative, divisions), TORI_FIELD_PLAIN,
    tori_division_get_type },
  { "schedule", TORI_FIELD_LIST, G_STRUCT_OFFSET (ToriInitiative, schedule), TORI_FIELD_PLAIN,
    tori_item_get_type },
  { "indicators", TORI_FIELD_LIST, G_STRUCT_OFFSET (ToriInitiative, indicators), TORI_FIELD_PLAIN,
    tori_indicator_get_type },
  { "entries", TORI_FIELD_LIST, G_STRUCT_OFFSET (ToriInitiative, entries), TORI_FIELD_PLAIN,
    tori_entry_get_type },
};

static void
tori_initiative_class_init (ToriInitiativeClass *klass)
{
  tori_record_class_install_fields (TORI_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
tori_initiative_init (ToriInitiative *self)
{
}

/**
 * tori_initiative_get_number:
 * @self: an initiative
 *
 * Returns: the number that people gave it, such as "7" or "R1-1"
 */
const char *
tori_initiative_get_number (ToriInitiative *self)
{
  g_return_val_if_fail (TORI_IS_INITIATIVE (self), "");

  return tori_text (self->number);
}

const char *
tori_initiative_get_title (ToriInitiative *self)
{
  g_return_val_if_fail (TORI_IS_INITIATIVE (self), "");

  return tori_text (self->title);
}

/**
 * tori_initiative_get_from:
 * @self: an initiative
 *
 * Returns: the first fiscal year in which it is part of the plan, 0 for the plan's first
 */
int
tori_initiative_get_from (ToriInitiative *self)
{
  g_return_val_if_fail (TORI_IS_INITIATIVE (self), 0);

  return self->from;
}

/**
 * tori_initiative_get_until:
 * @self: an initiative
 *
 * Returns: the last fiscal year in which it is part of the plan, 0 for the plan's last
 */
int
tori_initiative_get_until (ToriInitiative *self)
{
  g_return_val_if_fail (TORI_IS_INITIATIVE (self), 0);

  return self->until;
}

/**
 * tori_initiative_get_merged_into:
 * @self: an initiative
 *
 * Returns: the id of the initiative that went on with this one, NULL when there is none
 */
const char *
tori_initiative_get_merged_into (ToriInitiative *self)
{
  g_return_val_if_fail (TORI_IS_INITIATIVE (self), NULL);

  return self->merged_into;
}

/**
 * tori_initiative_get_relisted:
 * @self: an initiative
 *
 * Returns: ids of the other pillars that list it again (再掲)
 */
const char *const *
tori_initiative_get_relisted (ToriInitiative *self)
{
  g_return_val_if_fail (TORI_IS_INITIATIVE (self), tori_strv (NULL));

  return tori_strv (self->relisted);
}

const char *const *
tori_initiative_get_divisions (ToriInitiative *self)
{
  g_return_val_if_fail (TORI_IS_INITIATIVE (self), tori_strv (NULL));

  return tori_strv (self->divisions);
}

ToriList *
tori_initiative_get_schedule (ToriInitiative *self)
{
  g_return_val_if_fail (TORI_IS_INITIATIVE (self), NULL);

  return self->schedule;
}

ToriList *
tori_initiative_get_indicators (ToriInitiative *self)
{
  g_return_val_if_fail (TORI_IS_INITIATIVE (self), NULL);

  return self->indicators;
}

ToriList *
tori_initiative_get_entries (ToriInitiative *self)
{
  g_return_val_if_fail (TORI_IS_INITIATIVE (self), NULL);

  return self->entries;
}

/**
 * tori_initiative_find_entry:
 * @self: an initiative
 * @year: a fiscal year
 *
 * Returns: (transfer none) (nullable): the entry of that year, NULL while there is none
 */
ToriEntry *
tori_initiative_find_entry (ToriInitiative *self, int year)
{
  g_return_val_if_fail (TORI_IS_INITIATIVE (self), NULL);

  for (guint i = 0; i < tori_list_get_length (self->entries); i++)
    {
      ToriEntry *entry = tori_list_get (self->entries, i);

      if (tori_entry_get_year (entry) == year)
        return entry;
    }
  return NULL;
}

/**
 * tori_initiative_covers_year:
 * @self: an initiative of a plan
 * @year: a fiscal year
 *
 * From its first year to its last, by default the plan's. An initiative that was merged into another without
 * a last year is part of those years alone of which it has an entry: its past stays counted, and a year that
 * nobody reported any more belongs to the other.
 *
 * Returns: whether it is part of the plan in that year
 */
gboolean
tori_initiative_covers_year (ToriInitiative *self, int year)
{
  ToriPlan *plan;
  const ToriYears *years;
  int from, until;

  g_return_val_if_fail (TORI_IS_INITIATIVE (self), FALSE);

  if (self->merged_into != NULL && self->until == 0 && tori_initiative_find_entry (self, year) == NULL)
    return FALSE;
  plan = tori_record_get_ancestor (TORI_RECORD (self), TORI_TYPE_PLAN);
  years = plan == NULL ? NULL : tori_plan_get_years (plan);
  from = self->from != 0 || years == NULL ? self->from : years->first;
  until = self->until != 0 || years == NULL ? self->until : years->last;
  return from <= year && (until == 0 || year <= until);
}
