/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-timeline-rows.h"

static void
add_row (ToriTimelineRows *self, ToriInitiative *initiative, ToriItem *item, guint lane, guint head)
{
  const ToriTimelineRow row = { initiative, item, lane, head };

  g_array_append_val (self->rows, row);
}

/* An item without a lane has a row nevertheless, where its name stands. */
static void
add_initiative (ToriTimelineRows *self, ToriInitiative *initiative, guint pillar)
{
  ToriList *items = tori_initiative_get_schedule (initiative);
  const guint head = self->rows->len;

  add_row (self, initiative, NULL, 0, pillar);
  for (guint i = 0; i < tori_list_get_length (items); i++)
    {
      ToriItem *item = tori_list_get (items, i);
      const guint n = tori_lanes_get_n_lanes (tori_item_get_lanes (item));

      for (guint lane = 0; lane < MAX (n, 1); lane++)
        add_row (self, initiative, item, lane, head);
    }
}

/**
 * tori_timeline_rows_new:
 * @initiatives: #ToriInitiative, in the order of the plan
 *
 * Returns: (transfer full): their rows, valid until the plan changes; free with tori_timeline_rows_free()
 */
ToriTimelineRows *
tori_timeline_rows_new (GListModel *initiatives)
{
  ToriTimelineRows *self = g_new0 (ToriTimelineRows, 1);
  const guint n = g_list_model_get_n_items (initiatives);
  ToriRecord *last = NULL;
  guint pillar = 0;

  self->rows = g_array_new (FALSE, FALSE, sizeof (ToriTimelineRow));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ToriInitiative) initiative = g_list_model_get_item (initiatives, i);

      if (tori_record_get_parent (TORI_RECORD (initiative)) != last)
        {
          last = tori_record_get_parent (TORI_RECORD (initiative));
          pillar = self->rows->len;
          add_row (self, NULL, NULL, 0, pillar);
        }
      add_initiative (self, initiative, pillar);
    }
  return self;
}

/**
 * tori_timeline_rows_free:
 * @self: (nullable): rows
 */
void
tori_timeline_rows_free (ToriTimelineRows *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_free (self);
}

guint
tori_timeline_rows_get_n (const ToriTimelineRows *self)
{
  return self == NULL ? 0 : self->rows->len;
}

const ToriTimelineRow *
tori_timeline_rows_get (const ToriTimelineRows *self, guint row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);

  return &g_array_index (self->rows, ToriTimelineRow, row);
}

/**
 * tori_timeline_rows_get_pillar:
 * @self: rows
 * @row: the row of a pillar
 *
 * Returns: (transfer none): the pillar, to which the next row belongs
 */
ToriPillar *
tori_timeline_rows_get_pillar (const ToriTimelineRows *self, guint row)
{
  return TORI_PILLAR (
      tori_record_get_parent (TORI_RECORD (tori_timeline_rows_get (self, row + 1)->initiative)));
}

/**
 * tori_timeline_rows_find:
 * @self: (nullable): rows
 * @initiative: (nullable): an initiative
 *
 * Returns: the place of its heading; the number of rows when it has none
 */
guint
tori_timeline_rows_find (const ToriTimelineRows *self, ToriInitiative *initiative)
{
  const guint n = tori_timeline_rows_get_n (self);

  for (guint i = 0; i < n && initiative != NULL; i++)
    if (g_array_index (self->rows, ToriTimelineRow, i).initiative == initiative)
      return i;
  return n;
}

/**
 * tori_timeline_row_find_span:
 * @row: a row
 * @year: a fiscal year
 *
 * Returns: (nullable): the span of the row's lane in that year
 */
const ToriSpan *
tori_timeline_row_find_span (const ToriTimelineRow *row, int year)
{
  const ToriLanes *lanes = row->item == NULL ? NULL : tori_item_get_lanes (row->item);

  if (lanes == NULL || row->lane >= tori_lanes_get_n_lanes (lanes))
    return NULL;
  return tori_lanes_find_span (lanes, row->lane, year, NULL);
}
