/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/tori-pages.h"

G_BEGIN_DECLS

/* What stands in one place of a page, for whoever points at it, goes there by keys, or listens. It draws no
 * words: they are on the paper under it. */
#define TORI_TYPE_PAGE_CELL (tori_page_cell_get_type ())
G_DECLARE_FINAL_TYPE (ToriPageCell, tori_page_cell, TORI, PAGE_CELL, GtkWidget)

GtkWidget *tori_page_cell_new (const ToriPageArea *area, const char *column);
const graphene_rect_t *tori_page_cell_get_area (ToriPageCell *self);
ToriRecord *tori_page_cell_get_record (ToriPageCell *self);
const char *tori_page_cell_get_property (ToriPageCell *self);
const char *tori_page_cell_get_link (ToriPageCell *self);
gboolean tori_page_cell_leads (ToriPageCell *self);
gboolean tori_page_cell_names_column (ToriPageCell *self);

G_END_DECLS
