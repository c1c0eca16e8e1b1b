/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/tori-initiative.h"
#include "model/tori-item.h"
#include "model/tori-pillar.h"

G_BEGIN_DECLS

/* A row of the schedule: a pillar, an initiative, or a lane of one of its items. */
typedef struct
{
  ToriInitiative *initiative; /* NULL: the row is the pillar's */
  ToriItem *item;             /* NULL: the row is a heading */
  guint lane;
  guint head; /* place of the pillar's row, and of a lane the initiative's */
} ToriTimelineRow;

/* All rows of a listing, in the order of the plan. The plan owns what they are of. */
typedef struct
{
  GArray *rows; /* ToriTimelineRow */
} ToriTimelineRows;

ToriTimelineRows *tori_timeline_rows_new (GListModel *initiatives);
void tori_timeline_rows_free (ToriTimelineRows *self);

guint tori_timeline_rows_get_n (const ToriTimelineRows *self);
const ToriTimelineRow *tori_timeline_rows_get (const ToriTimelineRows *self, guint row);
ToriPillar *tori_timeline_rows_get_pillar (const ToriTimelineRows *self, guint row);
guint tori_timeline_rows_find (const ToriTimelineRows *self, ToriInitiative *initiative);
const ToriSpan *tori_timeline_row_find_span (const ToriTimelineRow *row, int year);

G_END_DECLS
