/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/tori-census.h"

G_BEGIN_DECLS

#define TORI_TYPE_SIDEBAR (tori_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (ToriSidebar, tori_sidebar, TORI, SIDEBAR, GtkWidget)

GtkWidget *tori_sidebar_new (ToriCensus *census);
GListModel *tori_sidebar_get_groups (ToriSidebar *self);
GtkListBoxRow *tori_sidebar_find_row (ToriSidebar *self, ToriGroup *group);

G_END_DECLS
