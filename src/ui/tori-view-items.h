/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/tori-listing.h"
#include "ui/tori-view.h"

G_BEGIN_DECLS

#define TORI_TYPE_VIEW_ITEMS (tori_view_items_get_type ())

G_DECLARE_FINAL_TYPE (ToriViewItems, tori_view_items, TORI, VIEW_ITEMS, GObject)

typedef void (*ToriViewItemFunc) (GtkListItem *item, gpointer data);

ToriViewItems *tori_view_items_new (ToriListing *listing, ToriViewItemFunc update, gpointer data);
void tori_view_items_refresh (ToriViewItems *self);
GtkListItemFactory *tori_view_items_create_factory (ToriViewItems *self);
void tori_view_items_set_child (GtkListItem *item, GtkWidget *child);
ToriInitiative *tori_view_items_pick (ToriView *view, double x, double y);

G_END_DECLS
