/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-page-thumb.h"

#include <math.h>

#include "ui/tori-page-paper.h"

/* It is white until somebody says that there is time to draw it: a list has many more of them than can be
 * seen. */

#define SIZE 120 /* the longer side, in pixels */

struct _ToriPageThumb
{
  GtkWidget parent_instance;

  ToriPages *pages; /* NULL: none */
  guint page;
  GdkTexture *texture; /* NULL: not drawn */
};

G_DEFINE_FINAL_TYPE (ToriPageThumb, tori_page_thumb, GTK_TYPE_WIDGET)

static double
get_scale (ToriPageThumb *self)
{
  double width, height;

  tori_pages_get_size (self->pages, &width, &height);
  return SIZE / MAX (width, height);
}

static void
tori_page_thumb_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  ToriPageThumb *self = TORI_PAGE_THUMB (widget);
  int width = SIZE, height = SIZE;

  if (self->pages != NULL)
    tori_page_paper_measure_page (self->pages, get_scale (self), &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
tori_page_thumb_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ToriPageThumb *self = TORI_PAGE_THUMB (widget);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                   (float) gtk_widget_get_height (widget));

  gtk_snapshot_append_color (snapshot, &(const GdkRGBA){ 1, 1, 1, 1 }, &area);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &area);
}

static void
tori_page_thumb_dispose (GObject *object)
{
  g_clear_object (&TORI_PAGE_THUMB (object)->texture);
  g_clear_object (&TORI_PAGE_THUMB (object)->pages);

  G_OBJECT_CLASS (tori_page_thumb_parent_class)->dispose (object);
}

static void
tori_page_thumb_class_init (ToriPageThumbClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tori_page_thumb_dispose;
  widget_class->measure = tori_page_thumb_measure;
  widget_class->snapshot = tori_page_thumb_snapshot;

  gtk_widget_class_set_css_name (widget_class, "tori-paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tori_page_thumb_init (ToriPageThumb *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * tori_page_thumb_new:
 *
 * Returns: (transfer floating): a small page that shows nothing
 */
GtkWidget *
tori_page_thumb_new (void)
{
  return g_object_new (TORI_TYPE_PAGE_THUMB, NULL);
}

/**
 * tori_page_thumb_show:
 * @self: a small page
 * @pages: (nullable): pages
 * @page: the number of the one to show, from 0
 *
 * What was drawn is forgotten, even if it was the same page.
 */
void
tori_page_thumb_show (ToriPageThumb *self, ToriPages *pages, guint page)
{
  g_return_if_fail (TORI_IS_PAGE_THUMB (self));

  g_set_object (&self->pages, pages);
  self->page = page;
  g_clear_object (&self->texture);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tori_page_thumb_draw:
 * @self: a small page
 *
 * Draws it, if it was not and the page is made.
 *
 * Returns: whether it was drawn now
 */
gboolean
tori_page_thumb_draw (ToriPageThumb *self)
{
  GdkRectangle area = { 0, 0, 0, 0 };

  g_return_val_if_fail (TORI_IS_PAGE_THUMB (self), FALSE);

  if (self->texture != NULL || self->pages == NULL || self->page >= tori_pages_get_n_made (self->pages))
    return FALSE;
  tori_page_paper_measure_page (self->pages, get_scale (self), &area.width, &area.height);
  self->texture = tori_page_paper_draw (self->pages, self->page, get_scale (self), &area,
                                        gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}
