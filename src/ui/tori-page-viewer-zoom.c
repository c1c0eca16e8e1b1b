/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-page-viewer-private.h"

/* How large pages are shown, by choice or by the room that there is. */

static double
find_fitting_zoom (ToriPageViewer *self, int width, int height)
{
  double page_width, page_height, zoom;

  tori_pages_get_size (self->pages, &page_width, &page_height);
  zoom = (width - 2 * TORI_PAGE_GAP) * 72 / (page_width * 96);
  if (self->fit == TORI_PAGE_FIT_PAGE)
    zoom = MIN (zoom, (height - 2 * TORI_PAGE_GAP) * 72 / (page_height * 96));
  return CLAMP (zoom, TORI_PAGE_ZOOM_MIN, TORI_PAGE_ZOOM_MAX);
}

/* Takes a zoom up, keeping place. */
static void
apply_zoom (ToriPageViewer *self, double zoom)
{
  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  for (guint i = 0; i < self->papers->len; i++)
    tori_page_paper_set_scale (self->papers->pdata[i], tori_page_viewer_get_scale (self));
  g_object_notify (G_OBJECT (self), "zoom");
}

/* Where the zoom follows the room that there is. */
void
tori_page_viewer_apply_fit (ToriPageViewer *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->fit != TORI_PAGE_FIT_NONE && self->pages != NULL && width > 0)
    apply_zoom (self, find_fitting_zoom (self, width, gtk_widget_get_height (GTK_WIDGET (self))));
}

static void
set_fit (ToriPageViewer *self, ToriPageFit fit)
{
  if (self->fit == fit)
    return;
  self->fit = fit;
  g_object_notify (G_OBJECT (self), "fit");
}

/**
 * tori_page_viewer_zoom_at:
 * @self: a viewer
 * @zoom: a zoom
 * @x: a point of the view, which stays over the same point of the page
 * @y: likewise
 */
void
tori_page_viewer_zoom_at (ToriPageViewer *self, double zoom, double x, double y)
{
  zoom = CLAMP (zoom, TORI_PAGE_ZOOM_MIN, TORI_PAGE_ZOOM_MAX);
  if (self->pages != NULL)
    self->place = tori_page_viewer_get_place (self, x, y);
  set_fit (self, TORI_PAGE_FIT_NONE);
  apply_zoom (self, zoom);
  tori_page_viewer_restore_place (self);
  tori_page_viewer_queue_papers (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * tori_page_viewer_get_zoom:
 * @self: a viewer
 *
 * Returns: the zoom; at 1.0 paper is as large as in the hand
 */
double
tori_page_viewer_get_zoom (ToriPageViewer *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_VIEWER (self), 1);

  return self->zoom;
}

/* Without a pointer the middle of the view stays where it is. */
static void
zoom_at_middle (ToriPageViewer *self, double zoom)
{
  tori_page_viewer_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                            gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/**
 * tori_page_viewer_set_zoom:
 * @self: a viewer
 * @zoom: from #TORI_PAGE_ZOOM_MIN to #TORI_PAGE_ZOOM_MAX; others are moved to the nearest of these
 *
 * Shows the pages in this size, whatever room there is.
 */
void
tori_page_viewer_set_zoom (ToriPageViewer *self, double zoom)
{
  g_return_if_fail (TORI_IS_PAGE_VIEWER (self));

  zoom_at_middle (self, zoom);
}

static const double zooms[] = { 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4 };

/**
 * tori_page_viewer_zoom_in:
 * @self: a viewer
 *
 * Goes to the next larger of the usual sizes.
 */
void
tori_page_viewer_zoom_in (ToriPageViewer *self)
{
  g_return_if_fail (TORI_IS_PAGE_VIEWER (self));

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    if (zooms[i] > self->zoom * 1.01)
      {
        zoom_at_middle (self, zooms[i]);
        return;
      }
}

/**
 * tori_page_viewer_zoom_out:
 * @self: a viewer
 *
 * Goes to the next smaller of the usual sizes.
 */
void
tori_page_viewer_zoom_out (ToriPageViewer *self)
{
  g_return_if_fail (TORI_IS_PAGE_VIEWER (self));

  for (guint i = G_N_ELEMENTS (zooms); i-- > 0;)
    if (zooms[i] < self->zoom * 0.99)
      {
        zoom_at_middle (self, zooms[i]);
        return;
      }
}

ToriPageFit
tori_page_viewer_get_fit (ToriPageViewer *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_VIEWER (self), TORI_PAGE_FIT_NONE);

  return self->fit;
}

/**
 * tori_page_viewer_set_fit:
 * @self: a viewer
 * @fit: what the zoom shall follow from now on; a zoom that is set ends it
 */
void
tori_page_viewer_set_fit (ToriPageViewer *self, ToriPageFit fit)
{
  g_return_if_fail (TORI_IS_PAGE_VIEWER (self));

  set_fit (self, fit);
  tori_page_viewer_apply_fit (self);
  tori_page_viewer_restore_place (self);
  tori_page_viewer_queue_papers (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
