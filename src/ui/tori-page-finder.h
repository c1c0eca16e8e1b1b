/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-page-viewer.h"

G_BEGIN_DECLS

/* Finds words on the pages of a viewer and shows them there. */
#define TORI_TYPE_PAGE_FINDER (tori_page_finder_get_type ())
G_DECLARE_FINAL_TYPE (ToriPageFinder, tori_page_finder, TORI, PAGE_FINDER, GObject)

ToriPageFinder *tori_page_finder_new (ToriPageViewer *viewer);
const char *tori_page_finder_get_text (ToriPageFinder *self);
void tori_page_finder_set_text (ToriPageFinder *self, const char *text);
guint tori_page_finder_get_n_hits (ToriPageFinder *self);
guint tori_page_finder_get_hit (ToriPageFinder *self);
gboolean tori_page_finder_get_complete (ToriPageFinder *self);
void tori_page_finder_next (ToriPageFinder *self);
void tori_page_finder_previous (ToriPageFinder *self);
GArray *tori_page_finder_list_marks (ToriPageFinder *self, guint page);

G_END_DECLS
