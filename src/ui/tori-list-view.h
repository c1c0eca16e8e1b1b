/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-initiative.h"
#include "ui/tori-listing.h"

G_BEGIN_DECLS

#define TORI_TYPE_LIST_VIEW (tori_list_view_get_type ())

G_DECLARE_FINAL_TYPE (ToriListView, tori_list_view, TORI, LIST_VIEW, GtkWidget)

GtkWidget *tori_list_view_new (ToriListing *listing, GtkSelectionModel *selection);
GActionGroup *tori_list_view_get_columns (ToriListView *self);

G_END_DECLS
