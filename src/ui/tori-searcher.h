/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-plan.h"
#include "ui/tori-search.h"

G_BEGIN_DECLS

#define TORI_TYPE_SEARCHER (tori_searcher_get_type ())

G_DECLARE_FINAL_TYPE (ToriSearcher, tori_searcher, TORI, SEARCHER, GObject)

ToriSearcher *tori_searcher_new (ToriPlan *plan, GListModel *initiatives, int year);
void tori_searcher_set_year (ToriSearcher *self, int year);
const char *tori_searcher_get_text (ToriSearcher *self);
gboolean tori_searcher_set_text (ToriSearcher *self, const char *text);
const ToriQuery *tori_searcher_get_query (ToriSearcher *self);
gboolean tori_searcher_finds (ToriSearcher *self, ToriInitiative *initiative);
gboolean tori_searcher_get_pending (ToriSearcher *self);

G_END_DECLS
