/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-page-viewer-private.h"

#include <math.h>

/* Where pages stand on the whole ground, and scrolling. All pages are of one size, so that the place of each
 * is known before it is made.
 *
 * What is looked at stays where it is: the view remembers a point of a page and where that stands, and all
 * scrolling after a change of size, zoom or number of pages is to put it back. */

/* --- Where pages stand --- */

/* Pixels to a point; at 100 % an inch is 96 of them. */
double
tori_page_viewer_get_scale (ToriPageViewer *self)
{
  return self->zoom * 96 / 72;
}

/* How many pages there is room for: those that are made, and those that are expected or looked at. */
guint
tori_page_viewer_get_extent (ToriPageViewer *self)
{
  if (self->pages == NULL)
    return 0;
  if (self->complete)
    return self->n_pages;
  return MAX (MAX (self->n_pages, self->expected), self->place.page + 1);
}

void
tori_page_viewer_measure_page (ToriPageViewer *self, int *width, int *height)
{
  tori_page_paper_measure_page (self->pages, tori_page_viewer_get_scale (self), width, height);
}

/* Where a page stands on the whole ground. */
void
tori_page_viewer_get_corner (ToriPageViewer *self, guint page, double *x, double *y)
{
  const int view = gtk_widget_get_width (GTK_WIDGET (self));
  int width, height;

  tori_page_viewer_measure_page (self, &width, &height);
  *x = MAX (TORI_PAGE_GAP, floor ((view - width) / 2.0));
  *y = TORI_PAGE_GAP + page * ((double) height + TORI_PAGE_GAP);
}

double
tori_page_viewer_get_scrolled (ToriPageViewer *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment == NULL ? 0 : round (gtk_adjustment_get_value (adjustment));
}

/* The page that stands at a height of the view, or the one above the gap there. */
guint
tori_page_viewer_find_page (ToriPageViewer *self, double at_y)
{
  const guint extent = tori_page_viewer_get_extent (self);
  const double y = tori_page_viewer_get_scrolled (self, GTK_ORIENTATION_VERTICAL) + at_y - TORI_PAGE_GAP;
  int width, height;

  if (extent == 0)
    return 0;
  tori_page_viewer_measure_page (self, &width, &height);
  return (guint) CLAMP (floor (y / (height + TORI_PAGE_GAP)), 0, extent - 1);
}

/**
 * tori_page_viewer_get_place:
 * @self: a viewer with pages
 * @at_x: a point of the view
 * @at_y: likewise
 *
 * Returns: which point of which page stands there now
 */
ToriPagePlace
tori_page_viewer_get_place (ToriPageViewer *self, double at_x, double at_y)
{
  const double scale = tori_page_viewer_get_scale (self);
  ToriPagePlace place = { .page = tori_page_viewer_find_page (self, at_y), .at_x = at_x, .at_y = at_y };
  double x, y, above;

  tori_page_viewer_get_corner (self, place.page, &x, &y);
  place.x = (tori_page_viewer_get_scrolled (self, GTK_ORIENTATION_HORIZONTAL) + at_x - x) / scale;
  y = tori_page_viewer_get_scrolled (self, GTK_ORIENTATION_VERTICAL) + at_y - y;
  above = MIN (y, 0); /* what is above a page has the same size at every zoom */
  place.y = (y - above) / scale;
  place.at_y -= above;
  return place;
}

/* --- Scrolling --- */

static void
configure (ToriPageViewer *self, GtkOrientation orientation, double value, double size, double whole)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return;
  whole = MAX (whole, size);
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, whole - size), 0, whole, size * 0.1, size * 0.9,
                            size);
}

/* Brings the adjustments to where @self->place stands at its point of the view. */
void
tori_page_viewer_restore_place (ToriPageViewer *self)
{
  const int view_width = gtk_widget_get_width (GTK_WIDGET (self));
  const int view_height = gtk_widget_get_height (GTK_WIDGET (self));
  const double scale = tori_page_viewer_get_scale (self);
  double x, y, end, left;
  int width, height;

  self->placing = TRUE;
  if (self->pages == NULL)
    {
      configure (self, GTK_ORIENTATION_HORIZONTAL, 0, view_width, 0);
      configure (self, GTK_ORIENTATION_VERTICAL, 0, view_height, 0);
    }
  else
    {
      tori_page_viewer_measure_page (self, &width, &height);
      tori_page_viewer_get_corner (self, self->place.page, &x, &y);
      tori_page_viewer_get_corner (self, tori_page_viewer_get_extent (self), &left, &end);
      configure (self, GTK_ORIENTATION_HORIZONTAL, x + self->place.x * scale - self->place.at_x, view_width,
                 width + 2 * TORI_PAGE_GAP);
      configure (self, GTK_ORIENTATION_VERTICAL, y + self->place.y * scale - self->place.at_y, view_height,
                 end);
    }
  self->placing = FALSE;
}

/**
 * tori_page_viewer_put_place:
 * @self: a viewer with pages
 * @place: where what shall stand
 *
 * Scrolls there, or as far as there are pages.
 */
void
tori_page_viewer_put_place (ToriPageViewer *self, const ToriPagePlace *place)
{
  self->place = *place;
  tori_page_viewer_restore_place (self);
  tori_page_viewer_queue_papers (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * tori_page_viewer_scroll_to:
 * @self: a viewer with pages
 * @page: number of a page
 * @area: a part of it, in points
 *
 * Scrolls no further than it has to until the part can be seen.
 */
void
tori_page_viewer_scroll_to (ToriPageViewer *self, guint page, const graphene_rect_t *area)
{
  const double scale = tori_page_viewer_get_scale (self);
  const double starts[2] = { area->origin.x, area->origin.y };
  const double sizes[2] = { area->size.width, area->size.height };
  const double view[2] = { gtk_widget_get_width (GTK_WIDGET (self)),
                           gtk_widget_get_height (GTK_WIDGET (self)) };
  double corner[2], to[2];

  self->place.page = page; /* there is room for it now */
  tori_page_viewer_get_corner (self, page, &corner[0], &corner[1]);
  for (int i = 0; i < 2; i++)
    {
      const double now = tori_page_viewer_get_scrolled (self, (GtkOrientation) i);
      const double start = corner[i] + starts[i] * scale - TORI_PAGE_GAP;
      const double end = corner[i] + (starts[i] + sizes[i]) * scale + TORI_PAGE_GAP;
      const gboolean far = start > now + view[i] || end < now;

      if (start >= now && end <= now + view[i])
        to[i] = now;
      else if (far && end - start < view[i] / 2)
        to[i] = (start + end - view[i]) / 2;
      else
        to[i] = start < now || end - start > view[i] ? start : end - view[i];
    }
  tori_page_viewer_put_place (
      self, &(const ToriPagePlace){ .page = page, .at_x = corner[0] - to[0], .at_y = corner[1] - to[1] });
  tori_page_viewer_note_page (self, page);
}
