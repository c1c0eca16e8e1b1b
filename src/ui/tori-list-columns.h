/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/tori-listing.h"

G_BEGIN_DECLS

#define TORI_TYPE_LIST_COLUMNS (tori_list_columns_get_type ())

G_DECLARE_FINAL_TYPE (ToriListColumns, tori_list_columns, TORI, LIST_COLUMNS, GObject)

ToriListColumns *tori_list_columns_new (ToriListing *listing, GtkColumnView *view);
GActionGroup *tori_list_columns_get_actions (ToriListColumns *self);
GMenuModel *tori_list_columns_create_menu (void);

G_END_DECLS
