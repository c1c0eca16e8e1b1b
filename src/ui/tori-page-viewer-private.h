/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-page-finder.h"
#include "ui/tori-page-paper.h"
#include "ui/tori-page-viewer.h"

G_BEGIN_DECLS

/* What the files of the viewer share: the view itself, what people do with keys and pointer, and the cells.
 */

/* Around the pages and between them, in pixels. */
#define TORI_PAGE_GAP 18

/* A point of a page and where in the view it stands or shall stand. */
typedef struct
{
  guint page;
  double x, y;       /* in points from the page's corner */
  double at_x, at_y; /* in pixels from the view's corner */
} ToriPagePlace;

struct _ToriPageViewer
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];

  ToriPages *pages;
  guint n_pages;  /* made, as was told last */
  guint expected; /* how many there were before they had to be made again; 0: nobody knows */
  gboolean complete;
  guint work_id; /* makes pages while nothing else happens */

  double zoom;
  ToriPageFit fit;
  guint page;          /* the current one */
  ToriPagePlace place; /* stays where it is when anything else changes its size */
  gboolean placing;    /* the adjustments are being moved to it */

  GPtrArray *papers; /* ToriPagePaper, in order; children */
  guint papers_id;   /* tick: brings the papers up to date */

  GtkWidget *last_cell; /* weak: the one with the focus, when it was left */
  guint cells_id;       /* idle: makes cells for what is seen */

  ToriPageFinder *finder; /* weak: tells what stands out */

  double pointer_x, pointer_y; /* negative: not over the view */
  double pinch_zoom;           /* when the pinch began */
};

double tori_page_viewer_get_scale (ToriPageViewer *self);
guint tori_page_viewer_get_extent (ToriPageViewer *self);
void tori_page_viewer_measure_page (ToriPageViewer *self, int *width, int *height);
void tori_page_viewer_get_corner (ToriPageViewer *self, guint page, double *x, double *y);
double tori_page_viewer_get_scrolled (ToriPageViewer *self, GtkOrientation orientation);
guint tori_page_viewer_find_page (ToriPageViewer *self, double at_y);
ToriPagePlace tori_page_viewer_get_place (ToriPageViewer *self, double at_x, double at_y);
void tori_page_viewer_put_place (ToriPageViewer *self, const ToriPagePlace *place);
void tori_page_viewer_restore_place (ToriPageViewer *self);
void tori_page_viewer_scroll_to (ToriPageViewer *self, guint page, const graphene_rect_t *area);

void tori_page_viewer_queue_papers (ToriPageViewer *self);
ToriPagePaper *tori_page_viewer_ensure_paper (ToriPageViewer *self, guint page);
void tori_page_viewer_follow_making (ToriPageViewer *self);

void tori_page_viewer_mark (ToriPageViewer *self);
void tori_page_viewer_set_finder (ToriPageViewer *self, ToriPageFinder *finder);

void tori_page_viewer_note_page (ToriPageViewer *self, guint page);
void tori_page_viewer_apply_fit (ToriPageViewer *self);
void tori_page_viewer_zoom_at (ToriPageViewer *self, double zoom, double x, double y);

void tori_page_viewer_queue_cells (ToriPageViewer *self);
ToriPageCell *tori_page_viewer_get_cell (ToriPageViewer *self, ToriPagePaper **paper);
gboolean tori_page_viewer_move (ToriPageViewer *self, GtkDirectionType direction);
gboolean tori_page_viewer_focus (GtkWidget *widget, GtkDirectionType direction);
void tori_page_viewer_open (ToriPageViewer *self, ToriPageCell *cell);

void tori_page_viewer_class_add_input (GtkWidgetClass *klass);
void tori_page_viewer_add_input (ToriPageViewer *self);

G_END_DECLS
