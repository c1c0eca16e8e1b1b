/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-plan.h"
#include "ui/tori-group.h"

G_BEGIN_DECLS

#define TORI_TYPE_CENSUS (tori_census_get_type ())

G_DECLARE_FINAL_TYPE (ToriCensus, tori_census, TORI, CENSUS, GObject)

typedef gboolean (*ToriCensusFound) (gpointer initiative, gpointer data);

ToriCensus *tori_census_new (ToriPlan *plan, GListModel *initiatives, int year);
void tori_census_set_year (ToriCensus *self, int year);
GListModel *tori_census_get_groups (ToriCensus *self);
gboolean tori_census_shows (ToriCensus *self, ToriInitiative *initiative);

ToriGroup *tori_census_find (ToriCensus *self, ToriGroupKind kind, gpointer record, int number);
void tori_census_choose (ToriCensus *self, ToriGroup *group, gboolean add);
void tori_census_clear (ToriCensus *self);
gboolean tori_census_is_narrowed (ToriCensus *self);
guint tori_census_get_n_all (ToriCensus *self);
ToriGroup *tori_census_get_only (ToriCensus *self, int facet);

void tori_census_refresh (ToriCensus *self);
void tori_census_count (ToriCensus *self, ToriCensusFound found, gpointer data);

G_END_DECLS
