/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/tori-census.h"

G_BEGIN_DECLS

#define TORI_TYPE_SIDEBAR_SECTION (tori_sidebar_section_get_type ())

G_DECLARE_FINAL_TYPE (ToriSidebarSection, tori_sidebar_section, TORI, SIDEBAR_SECTION, GtkWidget)

GtkWidget *tori_sidebar_section_new (ToriCensus *census, GListModel *groups);
int tori_sidebar_section_get_facet (ToriSidebarSection *self);
ToriGroup *tori_sidebar_section_get_focus_group (ToriSidebarSection *self);
GtkListBoxRow *tori_sidebar_section_find_row (ToriSidebarSection *self, ToriGroup *group);

G_END_DECLS
