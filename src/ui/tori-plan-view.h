/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/tori-cells.h"
#include "ui/tori-listing.h"

G_BEGIN_DECLS

#define TORI_TYPE_PLAN_VIEW (tori_plan_view_get_type ())

G_DECLARE_FINAL_TYPE (ToriPlanView, tori_plan_view, TORI, PLAN_VIEW, AdwBin)

GtkWidget *tori_plan_view_new (ToriPlan *plan, int year);
ToriListing *tori_plan_view_get_listing (ToriPlanView *self);
void tori_plan_view_set_view (ToriPlanView *self, const char *name);
GActionGroup *tori_plan_view_get_columns (ToriPlanView *self);
gboolean tori_plan_view_has_single (ToriPlanView *self);
ToriCells *tori_plan_view_copy (ToriPlanView *self);
ToriInitiative *tori_plan_view_get_selected (ToriPlanView *self);
GPtrArray *tori_plan_view_list_selected (ToriPlanView *self);
void tori_plan_view_select (ToriPlanView *self, GPtrArray *initiatives);
void tori_plan_view_show_initiative (ToriPlanView *self, ToriInitiative *initiative);
void tori_plan_view_go_across (ToriPlanView *self);
void tori_plan_view_start_search (ToriPlanView *self);
void tori_plan_view_stop_search (ToriPlanView *self);

G_END_DECLS
