/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-census-private.h"

/* Which groups are chosen. */

static guint
count_chosen (ToriCensus *self, int facet)
{
  guint n = 0;

  for (guint i = 0; i < self->groups->len; i++)
    if (g_array_index (self->facets, int, i) == facet && tori_group_get_chosen (self->groups->pdata[i]))
      n++;
  return n;
}

static void
unchoose (ToriCensus *self, int facet)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (facet == TORI_FACET_NONE || g_array_index (self->facets, int, i) == facet)
      tori_group_set_chosen (self->groups->pdata[i], FALSE);
}

static void
update_active (ToriCensus *self)
{
  self->active = 0;
  for (guint i = 0; i < self->groups->len; i++)
    if (tori_group_get_chosen (self->groups->pdata[i]))
      self->active |= 1u << g_array_index (self->facets, int, i);
  g_signal_emit_by_name (self, "changed");
  tori_census_queue_refresh (self); /* what was offered only because it was chosen */
}

/**
 * tori_census_choose:
 * @self: a census
 * @group: one of its groups
 * @add: whether the other groups of its facet stay as they are
 *
 * Chooses a group, or lets go of it when it is chosen already. All initiatives are chosen by letting go of
 * everything.
 */
void
tori_census_choose (ToriCensus *self, ToriGroup *group, gboolean add)
{
  const int facet = tori_group_get_facet (group);
  const gboolean was_chosen = tori_group_get_chosen (group);
  gboolean chosen;

  g_return_if_fail (TORI_IS_CENSUS (self));

  if (facet == TORI_FACET_NONE)
    {
      tori_census_clear (self);
      return;
    }
  chosen = !was_chosen || (!add && count_chosen (self, facet) > 1);
  if (!add)
    unchoose (self, facet);
  tori_group_set_chosen (group, chosen);
  update_active (self);
}

/**
 * tori_census_clear:
 * @self: a census
 *
 * Lets go of all groups, so that all initiatives are shown.
 */
void
tori_census_clear (ToriCensus *self)
{
  g_return_if_fail (TORI_IS_CENSUS (self));

  if (self->active == 0)
    return;
  unchoose (self, TORI_FACET_NONE);
  update_active (self);
}

/**
 * tori_census_is_narrowed:
 * @self: a census
 *
 * Returns: whether anything is chosen
 */
gboolean
tori_census_is_narrowed (ToriCensus *self)
{
  g_return_val_if_fail (TORI_IS_CENSUS (self), FALSE);

  return self->active != 0;
}

/**
 * tori_census_get_n_all:
 * @self: a census
 *
 * Returns: how many initiatives are part of the plan in the year
 */
guint
tori_census_get_n_all (ToriCensus *self)
{
  g_return_val_if_fail (TORI_IS_CENSUS (self), 0);

  return self->n_all;
}

/**
 * tori_census_get_only:
 * @self: a census
 * @facet: a #ToriFacet
 *
 * Returns: (transfer none) (nullable): the only group of that facet that is chosen; NULL when there is none
 * or there are several
 */
ToriGroup *
tori_census_get_only (ToriCensus *self, int facet)
{
  ToriGroup *only = NULL;

  g_return_val_if_fail (TORI_IS_CENSUS (self), NULL);

  for (guint i = 0; i < self->groups->len; i++)
    {
      ToriGroup *group = self->groups->pdata[i];

      if (g_array_index (self->facets, int, i) != facet || !tori_group_get_chosen (group))
        continue;
      if (only != NULL)
        return NULL;
      only = group;
    }
  return only;
}
