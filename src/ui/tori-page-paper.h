/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/tori-pages.h"
#include "ui/tori-page-cell.h"

G_BEGIN_DECLS

/* One page on screen: white paper with what stands on it, whatever the colours of the desktop. */
#define TORI_TYPE_PAGE_PAPER (tori_page_paper_get_type ())
G_DECLARE_FINAL_TYPE (ToriPagePaper, tori_page_paper, TORI, PAGE_PAPER, GtkWidget)

GtkWidget *tori_page_paper_new (ToriPages *pages, guint page);
guint tori_page_paper_get_page (ToriPagePaper *self);
void tori_page_paper_set_scale (ToriPagePaper *self, double scale);
void tori_page_paper_set_seen (ToriPagePaper *self, const GdkRectangle *seen);
void tori_page_paper_redraw (ToriPagePaper *self);
void tori_page_paper_set_marks (ToriPagePaper *self, GArray *marks);
gboolean tori_page_paper_follow (ToriPagePaper *self);
gboolean tori_page_paper_is_drawn (ToriPagePaper *self);
gboolean tori_page_paper_is_seen (ToriPagePaper *self);
void tori_page_paper_make_cells (ToriPagePaper *self);

void tori_page_paper_measure_page (ToriPages *pages, double scale, int *width, int *height);
GdkTexture *
tori_page_paper_draw (ToriPages *pages, guint page, double scale, const GdkRectangle *area, int factor);

G_END_DECLS
