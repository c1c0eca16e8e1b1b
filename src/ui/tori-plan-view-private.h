/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-plan-view.h"
#include "ui/tori-view.h"

G_BEGIN_DECLS

/* An open plan in the window: the sidebar, the search and one of the views of what is found, or what to do
 * when that is nothing. */
struct _ToriPlanView
{
  AdwBin parent_instance;

  ToriListing *listing;
  ToriList *pillars; /* the plan's */

  AdwFlap *flap;
  AdwBin *sidebar_bin;
  AdwBin *filter_bin;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkStack *views; /* named as in the table below; made when they are wanted */
  guint view;      /* the one that is shown, in the table */
  guint reveal_id;
  GtkSelectionModel *selection; /* of all views */
  ToriInitiative *last;         /* selected last, if only for a while it is not shown */
  guint reselect_id;
  GtkWidget *menu; /* NULL until it is wanted */
};

/* tori-plan-view.c */
ToriView *tori_plan_view_get_view (ToriPlanView *self);

/* tori-plan-view-keys.c */
void tori_plan_view_add_keys (ToriPlanView *self);

G_END_DECLS
