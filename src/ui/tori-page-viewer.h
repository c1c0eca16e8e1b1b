/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-record.h"
#include "report/tori-pages.h"

G_BEGIN_DECLS

/* Pages as they will be printed, one under another. Stands in a GtkScrolledWindow. */
#define TORI_TYPE_PAGE_VIEWER (tori_page_viewer_get_type ())
G_DECLARE_FINAL_TYPE (ToriPageViewer, tori_page_viewer, TORI, PAGE_VIEWER, GtkWidget)

#define TORI_TYPE_PAGE_FIT (tori_page_fit_get_type ())

/* Whether the zoom follows the room that there is. */
typedef enum
{
  TORI_PAGE_FIT_NONE,
  TORI_PAGE_FIT_WIDTH,
  TORI_PAGE_FIT_PAGE,
} ToriPageFit;

/* At 1.0 paper is as large as in the hand. */
#define TORI_PAGE_ZOOM_MIN 0.25
#define TORI_PAGE_ZOOM_MAX 4.0

GType tori_page_fit_get_type (void);

GtkWidget *tori_page_viewer_new (void);
ToriPages *tori_page_viewer_get_pages (ToriPageViewer *self);
void tori_page_viewer_set_pages (ToriPageViewer *self, ToriPages *pages);
gboolean tori_page_viewer_update (ToriPageViewer *self, ToriRecord *changed, const ToriField *field);

guint tori_page_viewer_get_n_pages (ToriPageViewer *self);
gboolean tori_page_viewer_get_complete (ToriPageViewer *self);
guint tori_page_viewer_get_page (ToriPageViewer *self);
void tori_page_viewer_set_page (ToriPageViewer *self, guint page);
gboolean tori_page_viewer_go_to (ToriPageViewer *self, const char *target);

double tori_page_viewer_get_zoom (ToriPageViewer *self);
void tori_page_viewer_set_zoom (ToriPageViewer *self, double zoom);
void tori_page_viewer_zoom_in (ToriPageViewer *self);
void tori_page_viewer_zoom_out (ToriPageViewer *self);
ToriPageFit tori_page_viewer_get_fit (ToriPageViewer *self);
void tori_page_viewer_set_fit (ToriPageViewer *self, ToriPageFit fit);

G_END_DECLS
