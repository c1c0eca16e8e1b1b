/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-file-state.h"

#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-level.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"
#include "ui/tori-settings.h"

/* What was looked at in a plan when it was closed: the fiscal year and what was chosen in the sidebar. Ids
 * are kept, not words. */

#define KEY "file-states"

static GType
get_record_type (ToriGroupKind kind)
{
  switch (kind)
    {
    case TORI_GROUP_PILLAR: return TORI_TYPE_PILLAR;
    case TORI_GROUP_DEPARTMENT: return TORI_TYPE_DEPARTMENT;
    case TORI_GROUP_DIVISION: return TORI_TYPE_DIVISION;
    case TORI_GROUP_NOT_ASSESSED: return TORI_TYPE_SCALE;
    case TORI_GROUP_LEVEL: return TORI_TYPE_LEVEL;
    case TORI_GROUP_ALL:
    case TORI_GROUP_NOBODY:
    case TORI_GROUP_NO_ENTRY:
    case TORI_GROUP_STATE:
    default: return G_TYPE_INVALID;
    }
}

/* What is no longer in the plan is passed over. */
static void
choose (ToriListing *listing, ToriGroupKind kind, const char *id, int number)
{
  ToriCensus *census = tori_listing_get_census (listing);
  const GType type = get_record_type (kind);
  ToriRecord *record =
      type == G_TYPE_INVALID ? NULL : tori_plan_find (tori_listing_get_plan (listing), type, id);
  ToriGroup *group;

  if (type != G_TYPE_INVALID && record == NULL)
    return;
  group = tori_census_find (census, kind, record, number);
  if (group != NULL && !tori_group_get_chosen (group))
    tori_census_choose (census, group, TRUE);
}

/**
 * tori_file_state_restore:
 * @file: (nullable): where a plan is
 * @listing: the listing of the plan
 *
 * Shows what was shown when the plan was closed last.
 */
void
tori_file_state_restore (GFile *file, ToriListing *listing)
{
  g_autofree char *uri = file == NULL ? NULL : g_file_get_uri (file);
  g_autoptr (GVariant) state = uri == NULL ? NULL : tori_settings_get_entry (KEY, uri);
  const ToriYears *years = tori_plan_get_years (tori_listing_get_plan (listing));
  g_autoptr (GVariantIter) groups = NULL;
  const char *id;
  int year, kind, number;

  if (state == NULL)
    return;
  g_variant_get (state, "(ia(isi))", &year, &groups);
  if (years->first <= year && year <= years->last)
    tori_listing_set_year (listing, year);
  tori_census_refresh (tori_listing_get_census (listing));
  while (g_variant_iter_next (groups, "(i&si)", &kind, &id, &number))
    choose (listing, (ToriGroupKind) kind, id, number);
}

/**
 * tori_file_state_store:
 * @file: (nullable): where a plan is
 * @listing: the listing of the plan
 *
 * Remembers what is shown.
 */
void
tori_file_state_store (GFile *file, ToriListing *listing)
{
  g_autofree char *uri = file == NULL ? NULL : g_file_get_uri (file);
  GListModel *groups = tori_census_get_groups (tori_listing_get_census (listing));
  g_auto (GVariantBuilder) chosen = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(isi)"));

  if (uri == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (ToriGroup) group = g_list_model_get_item (groups, i);
      ToriRecord *record = tori_group_get_record (group);

      if (tori_group_get_chosen (group))
        g_variant_builder_add (&chosen, "(isi)", (int) tori_group_get_kind (group),
                               record == NULL ? "" : tori_record_get_id (record),
                               tori_group_get_number (group));
    }
  tori_settings_set_entry (KEY, uri, g_variant_new ("(ia(isi))", tori_listing_get_year (listing), &chosen));
}
