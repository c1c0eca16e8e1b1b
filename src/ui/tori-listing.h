/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-plan.h"
#include "ui/tori-census.h"
#include "ui/tori-searcher.h"

G_BEGIN_DECLS

#define TORI_TYPE_LISTING (tori_listing_get_type ())

G_DECLARE_FINAL_TYPE (ToriListing, tori_listing, TORI, LISTING, GObject)

ToriListing *tori_listing_new (ToriPlan *plan, int year);
GListModel *tori_listing_get_all (ToriListing *self);
GListModel *tori_listing_get_model (ToriListing *self);
GListModel *tori_listing_get_in_order (ToriListing *self);
void tori_listing_set_sorter (ToriListing *self, GtkSorter *sorter);
gboolean tori_listing_is_sorted (ToriListing *self);

ToriPlan *tori_listing_get_plan (ToriListing *self);
int tori_listing_get_year (ToriListing *self);
void tori_listing_set_year (ToriListing *self, int year);
ToriCensus *tori_listing_get_census (ToriListing *self);
ToriSearcher *tori_listing_get_searcher (ToriListing *self);
const char *tori_listing_get_search (ToriListing *self);
void tori_listing_set_search (ToriListing *self, const char *search);
gboolean tori_listing_get_pending (ToriListing *self);
gboolean tori_listing_is_narrowed (ToriListing *self);
void tori_listing_show_all (ToriListing *self);

gboolean tori_listing_find (GListModel *model, gpointer item, guint *position);

G_END_DECLS
