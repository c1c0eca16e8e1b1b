/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-edit-lanes.h"

/* The changes of an item's lanes, each one step of the history. Inside a lane no two spans ever share a year:
 * what would break that is refused, and the caller gets the span that is in the way. */

static void
apply (ToriHistory *history, ToriStep step, ToriItem *item, const ToriLanes *lanes)
{
  tori_history_begin (history, step);
  tori_history_set_boxed (history, item, "lanes", tori_lanes_get_n_lanes (lanes) == 0 ? NULL : lanes);
  tori_history_end (history);
}

/* The span of the lane that has one of the years of @span; the one at @except does not count. */
static const ToriSpan *
find_in_the_way (const ToriLanes *lanes, guint lane, const ToriSpan *span, guint except)
{
  guint n_spans;
  const ToriSpan *spans = tori_lanes_get_spans (lanes, lane, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    if (i != except && spans[i].from <= span->to && span->from <= spans[i].to)
      return &spans[i];
  return NULL;
}

/**
 * tori_edit_add_lane:
 * @history: the history
 * @item: a schedule item
 * @lane: where the new, empty lane goes
 */
void
tori_edit_add_lane (ToriHistory *history, ToriItem *item, guint lane)
{
  g_autoptr (ToriLanes) lanes = tori_lanes_copy (tori_item_get_lanes (item));

  g_return_if_fail (lane <= tori_lanes_get_n_lanes (lanes));

  tori_lanes_insert_lane (lanes, lane);
  apply (history, TORI_STEP_ADD_LANE, item, lanes);
}

/**
 * tori_edit_remove_lane:
 * @history: the history
 * @item: a schedule item
 * @lane: one of its lanes, which goes with its spans
 */
void
tori_edit_remove_lane (ToriHistory *history, ToriItem *item, guint lane)
{
  g_autoptr (ToriLanes) lanes = tori_lanes_copy (tori_item_get_lanes (item));

  g_return_if_fail (lane < tori_lanes_get_n_lanes (lanes));

  tori_lanes_remove_lane (lanes, lane);
  apply (history, TORI_STEP_REMOVE_LANE, item, lanes);
}

/**
 * tori_edit_add_span:
 * @history: the history
 * @item: a schedule item
 * @lane: one of its lanes, or the number of its lanes for a new one at the end
 * @span: the span, which ends no sooner than it begins; it is copied
 *
 * Returns: (transfer none) (nullable): NULL when it was done; else the span that has one of these years
 * already, and nothing was changed
 */
const ToriSpan *
tori_edit_add_span (ToriHistory *history, ToriItem *item, guint lane, const ToriSpan *span)
{
  const ToriLanes *former = tori_item_get_lanes (item);
  const ToriSpan *in_the_way = find_in_the_way (former, lane, span, G_MAXUINT);
  g_autoptr (ToriLanes) lanes = NULL;

  g_return_val_if_fail (lane <= tori_lanes_get_n_lanes (former), NULL);
  g_return_val_if_fail (span->from <= span->to, NULL);

  if (in_the_way != NULL)
    return in_the_way;
  lanes = tori_lanes_copy (former);
  if (lane == tori_lanes_get_n_lanes (lanes))
    tori_lanes_insert_lane (lanes, lane);
  tori_lanes_add_span (lanes, lane, span);
  apply (history, TORI_STEP_ADD_SPAN, item, lanes);
  return NULL;
}

/**
 * tori_edit_set_span:
 * @history: the history
 * @item: a schedule item
 * @lane: one of its lanes
 * @position: the place of a span in that lane
 * @span: what the span becomes, which ends no sooner than it begins; it is copied
 *
 * Changes a span's word, kind or years; it is the caller's to keep its unknown members.
 *
 * Returns: (transfer none) (nullable): NULL when it was done; else the span that has one of these years
 * already, and nothing was changed
 */
const ToriSpan *
tori_edit_set_span (ToriHistory *history, ToriItem *item, guint lane, guint position, const ToriSpan *span)
{
  const ToriLanes *former = tori_item_get_lanes (item);
  const ToriSpan *in_the_way = find_in_the_way (former, lane, span, position);
  g_autoptr (ToriLanes) lanes = NULL;

  g_return_val_if_fail (span->from <= span->to, NULL);

  if (in_the_way != NULL)
    return in_the_way;
  lanes = tori_lanes_copy (former);
  tori_lanes_remove_span (lanes, lane, position);
  tori_lanes_add_span (lanes, lane, span);
  if (!tori_lanes_equal (lanes, former))
    apply (history, TORI_STEP_SPAN, item, lanes);
  return NULL;
}

/**
 * tori_edit_remove_span:
 * @history: the history
 * @item: a schedule item
 * @lane: one of its lanes; it stays, also when it is empty then
 * @position: the place of a span in that lane
 */
void
tori_edit_remove_span (ToriHistory *history, ToriItem *item, guint lane, guint position)
{
  g_autoptr (ToriLanes) lanes = tori_lanes_copy (tori_item_get_lanes (item));

  tori_lanes_remove_span (lanes, lane, position);
  apply (history, TORI_STEP_REMOVE_SPAN, item, lanes);
}
