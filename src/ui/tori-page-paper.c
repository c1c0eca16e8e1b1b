/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-page-paper.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ui/tori-page-mark.h"

/* A page is drawn once at the scale in use, into tiles, and then only moved while people scroll. Tiles are as
 * large as a page at usual sizes; a page of A3 at 400 % would need a hundred megabytes, so those that cannot
 * be seen are neither made nor kept. */

#define TILE_PIXELS (2048 * 1152)

typedef struct
{
  GdkTexture *texture; /* NULL: not drawn */
} Tile;

struct _ToriPagePaper
{
  GtkWidget parent_instance;

  ToriPages *pages;
  guint page;
  double scale;      /* pixels of the widget to a point */
  GdkRectangle seen; /* of the widget */
  gboolean made;     /* when it was looked at last */
  gboolean complete;
  gboolean has_cells;
  GArray *marks; /* ToriPageMark; NULL: none */

  int scale_factor; /* of the tiles, as the two that follow */
  int n_columns, n_rows;
  int tile_width, tile_height; /* in the widget's pixels */
  GArray *tiles;               /* Tile */
};

G_DEFINE_FINAL_TYPE (ToriPagePaper, tori_page_paper, GTK_TYPE_WIDGET)

static void
clear_tile (gpointer data)
{
  g_clear_object (&((Tile *) data)->texture);
}

/* --- Tiles --- */

static void
forget_tiles (ToriPagePaper *self)
{
  g_array_set_size (self->tiles, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
cut_tiles (ToriPagePaper *self)
{
  const int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width, height;
  double pixels;

  tori_page_paper_measure_page (self->pages, self->scale, &width, &height);
  pixels = (double) width * height * factor * factor;
  self->scale_factor = factor;
  self->n_columns = self->n_rows = (int) ceil (sqrt (pixels / TILE_PIXELS));
  self->tile_width = (width + self->n_columns - 1) / self->n_columns;
  self->tile_height = (height + self->n_rows - 1) / self->n_rows;
  g_array_set_size (self->tiles, 0);
  g_array_set_size (self->tiles, (guint) (self->n_columns * self->n_rows));
}

static GdkRectangle
get_tile_area (ToriPagePaper *self, guint tile)
{
  const int column = (int) tile % self->n_columns;
  const int row = (int) tile / self->n_columns;
  GdkRectangle area = { column * self->tile_width, row * self->tile_height, 0, 0 };
  int width, height;

  tori_page_paper_measure_page (self->pages, self->scale, &width, &height);
  area.width = MIN (self->tile_width, width - area.x);
  area.height = MIN (self->tile_height, height - area.y);
  return area;
}

static gboolean
is_made (ToriPagePaper *self)
{
  return self->page < tori_pages_get_n_made (self->pages);
}

static void
snapshot_tiles (ToriPagePaper *self, GtkSnapshot *snapshot)
{
  if (!is_made (self))
    return;
  if (self->tiles->len == 0 || self->scale_factor != gtk_widget_get_scale_factor (GTK_WIDGET (self)))
    cut_tiles (self);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      Tile *tile = &g_array_index (self->tiles, Tile, i);
      const GdkRectangle area = get_tile_area (self, i);

      if (!gdk_rectangle_intersect (&area, &self->seen, NULL))
        {
          clear_tile (tile);
          continue;
        }
      if (tile->texture == NULL)
        tile->texture =
            tori_page_paper_draw (self->pages, self->page, self->scale, &area, self->scale_factor);
      gtk_snapshot_append_texture (
          snapshot, tile->texture,
          &GRAPHENE_RECT_INIT ((float) area.x, (float) area.y, (float) area.width, (float) area.height));
    }
}

/* Whether other tiles can be seen than those that are drawn. */
static gboolean
needs_tiles (ToriPagePaper *self)
{
  if (self->tiles->len == 0)
    return self->seen.width > 0;
  for (guint i = 0; i < self->tiles->len; i++)
    {
      const GdkRectangle area = get_tile_area (self, i);
      const gboolean drawn = g_array_index (self->tiles, Tile, i).texture != NULL;

      if (drawn != gdk_rectangle_intersect (&area, &self->seen, NULL))
        return TRUE;
    }
  return FALSE;
}

/* --- Marks --- */

static const GdkRGBA found_color = { 1, 0.84f, 0, 0.4f };
static const GdkRGBA current_color = { 1, 0.47f, 0, 0.55f };
static const GdkRGBA current_edge = { 0.78f, 0.27f, 0, 1 };

/* Over the words, as a marker pen does it. The current one has a frame too, for those who see no colours. */
static void
snapshot_marks (ToriPagePaper *self, GtkSnapshot *snapshot)
{
  const float scale = (float) self->scale;

  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const ToriPageMark *mark = &g_array_index (self->marks, ToriPageMark, i);
      GskRoundedRect frame;
      graphene_rect_t area;

      graphene_rect_scale (&mark->area, scale, scale, &area);
      graphene_rect_inset (&area, -1, 0);
      gtk_snapshot_append_color (snapshot, mark->current ? &current_color : &found_color, &area);
      if (!mark->current)
        continue;
      graphene_rect_inset (&area, -2, -2);
      gsk_rounded_rect_init_from_rect (&frame, &area, 3);
      gtk_snapshot_append_border (snapshot, &frame, (float[4]){ 2, 2, 2, 2 },
                                  (GdkRGBA[4]){ current_edge, current_edge, current_edge, current_edge });
    }
}

/* --- Cells --- */

typedef struct
{
  ToriPagePaper *self;
  GtkWidget *before;  /* the first of the former cells */
  GPtrArray *headers; /* ToriPageCell: the table's header */
  GPtrArray *names;   /* what stands in them */
  GdkCursor *cursor;
} Making;

/* What the column is called that an area stands in: the lowest header above it that is as wide. */
static const char *
find_column (const Making *making, const ToriPageArea *area)
{
  const char *name = NULL;
  float lowest = -1;

  for (guint i = 0; i < making->headers->len && !area->header; i++)
    {
      const graphene_rect_t *header = tori_page_cell_get_area (making->headers->pdata[i]);

      if (header->origin.x < area->x + 1 && header->origin.x + header->size.width > area->x + area->width - 1
          && header->origin.y < area->y && header->origin.y > lowest)
        {
          lowest = header->origin.y;
          name = making->names->pdata[i];
        }
    }
  return name;
}

static void
make_cell (const ToriPageArea *area, gpointer data)
{
  Making *making = data;
  GtkWidget *cell = tori_page_cell_new (area, find_column (making, area));

  gtk_widget_insert_before (cell, GTK_WIDGET (making->self), making->before);
  if (tori_page_cell_leads (TORI_PAGE_CELL (cell)))
    gtk_widget_set_cursor (cell, making->cursor);
  if (area->column)
    {
      g_ptr_array_add (making->headers, cell);
      g_ptr_array_add (making->names, g_strdup (area->text));
    }
}

static gboolean
shows_same (ToriPageCell *a, ToriPageCell *b)
{
  return tori_page_cell_get_record (a) == tori_page_cell_get_record (b)
         && tori_page_cell_get_property (a) == tori_page_cell_get_property (b)
         && g_strcmp0 (tori_page_cell_get_link (a), tori_page_cell_get_link (b)) == 0;
}

/* The focus goes on to the new cell for what the old one showed, or else to the page's view. */
static void
hand_on_focus (ToriPagePaper *self, GtkWidget *old)
{
  GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (cell != old && !shows_same (TORI_PAGE_CELL (cell), TORI_PAGE_CELL (old)))
    cell = gtk_widget_get_next_sibling (cell);
  gtk_widget_grab_focus (cell != old ? cell : gtk_widget_get_parent (GTK_WIDGET (self)));
}

static void
drop_cells (ToriPagePaper *self, GtkWidget *first)
{
  while (first != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (first);

      if (gtk_widget_is_focus (first))
        hand_on_focus (self, first);
      gtk_widget_unparent (first);
      first = next;
    }
}

/* --- GtkWidget --- */

static void
tori_page_paper_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ToriPagePaper *self = TORI_PAGE_PAPER (widget);

  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      const graphene_rect_t *area = tori_page_cell_get_area (TORI_PAGE_CELL (cell));
      const int x = (int) lround (area->origin.x * self->scale),
                y = (int) lround (area->origin.y * self->scale);
      const int right = (int) lround ((area->origin.x + area->size.width) * self->scale);
      const int bottom = (int) lround ((area->origin.y + area->size.height) * self->scale);

      gtk_widget_size_allocate (cell, &(GtkAllocation){ x, y, MAX (right - x, 1), MAX (bottom - y, 1) }, -1);
    }
}

static void
tori_page_paper_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ToriPagePaper *self = TORI_PAGE_PAPER (widget);

  gtk_snapshot_append_color (snapshot, &(const GdkRGBA){ 1, 1, 1, 1 },
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget)));
  snapshot_tiles (self, snapshot);
  snapshot_marks (self, snapshot);
  GTK_WIDGET_CLASS (tori_page_paper_parent_class)->snapshot (widget, snapshot);
}

static void
tori_page_paper_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  ToriPagePaper *self = TORI_PAGE_PAPER (widget);
  int width, height;

  tori_page_paper_measure_page (self->pages, self->scale, &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
tori_page_paper_dispose (GObject *object)
{
  ToriPagePaper *self = TORI_PAGE_PAPER (object);

  drop_cells (self, gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_pointer (&self->tiles, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_object (&self->pages);

  G_OBJECT_CLASS (tori_page_paper_parent_class)->dispose (object);
}

static void
tori_page_paper_class_init (ToriPagePaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tori_page_paper_dispose;
  widget_class->snapshot = tori_page_paper_snapshot;
  widget_class->measure = tori_page_paper_measure;
  widget_class->size_allocate = tori_page_paper_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "tori-paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tori_page_paper_init (ToriPagePaper *self)
{
  self->scale = 1;
  self->tiles = g_array_new (FALSE, TRUE, sizeof (Tile));
  g_array_set_clear_func (self->tiles, clear_tile);
}

/* --- Names --- */

static void
say_number (ToriPagePaper *self)
{
  const guint n = tori_pages_get_n_made (self->pages);
  g_autofree char *label = NULL;

  if (self->complete)
    /* Translators: what a screen reader says of a page: its number and how many there are. */
    label = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, n);
  else
    /* Translators: what a screen reader says of a page while it is not known yet how many there are. */
    label = g_strdup_printf (_ ("Page %u"), self->page + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* --- Public functions --- */

/**
 * tori_page_paper_new:
 * @pages: pages
 * @page: the number of the one to show, from 0; it need not be made yet
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
tori_page_paper_new (ToriPages *pages, guint page)
{
  ToriPagePaper *self = g_object_new (TORI_TYPE_PAGE_PAPER, NULL);

  self->pages = g_object_ref (pages);
  self->page = page;
  self->made = is_made (self);
  self->complete = tori_pages_is_complete (pages);
  say_number (self);
  return GTK_WIDGET (self);
}

guint
tori_page_paper_get_page (ToriPagePaper *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_PAPER (self), 0);

  return self->page;
}

/**
 * tori_page_paper_set_scale:
 * @self: a page
 * @scale: pixels to a point
 */
void
tori_page_paper_set_scale (ToriPagePaper *self, double scale)
{
  g_return_if_fail (TORI_IS_PAGE_PAPER (self));

  if (self->scale == scale)
    return;
  self->scale = scale;
  forget_tiles (self);
}

/**
 * tori_page_paper_set_seen:
 * @self: a page
 * @seen: what of it can be seen, in its own pixels
 *
 * Nothing else is drawn.
 */
void
tori_page_paper_set_seen (ToriPagePaper *self, const GdkRectangle *seen)
{
  g_return_if_fail (TORI_IS_PAGE_PAPER (self));

  self->seen = *seen;
  if (needs_tiles (self))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_same (GArray *a, GArray *b)
{
  const guint n = a == NULL ? 0 : a->len;

  return n == (b == NULL ? 0 : b->len)
         && (n == 0 || memcmp (a->data, b->data, n * sizeof (ToriPageMark)) == 0);
}

/**
 * tori_page_paper_set_marks:
 * @self: a page
 * @marks: (nullable) (element-type ToriPageMark): what stands out on it
 */
void
tori_page_paper_set_marks (ToriPagePaper *self, GArray *marks)
{
  g_return_if_fail (TORI_IS_PAGE_PAPER (self));

  if (is_same (self->marks, marks))
    return;
  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = marks == NULL ? NULL : g_array_ref (marks);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tori_page_paper_follow:
 * @self: a page
 *
 * Looks whether the page has been made and the number of pages become known since, and shows it.
 *
 * Returns: whether that was so
 */
gboolean
tori_page_paper_follow (ToriPagePaper *self)
{
  const gboolean made = is_made (self);
  const gboolean complete = tori_pages_is_complete (self->pages);

  if (self->made == made && self->complete == complete)
    return FALSE;
  self->made = made;
  self->complete = complete;
  say_number (self);
  forget_tiles (self);
  return TRUE;
}

/**
 * tori_page_paper_redraw:
 * @self: a page
 *
 * Forgets what was drawn: something else stands on the page now.
 */
void
tori_page_paper_redraw (ToriPagePaper *self)
{
  g_return_if_fail (TORI_IS_PAGE_PAPER (self));

  self->made = is_made (self);
  self->has_cells = FALSE;
  forget_tiles (self);
}

/**
 * tori_page_paper_is_drawn:
 *
 * Returns: whether anything of it has been drawn and is kept
 */
gboolean
tori_page_paper_is_drawn (ToriPagePaper *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_PAPER (self), FALSE);

  for (guint i = 0; i < self->tiles->len; i++)
    if (g_array_index (self->tiles, Tile, i).texture != NULL)
      return TRUE;
  return FALSE;
}

gboolean
tori_page_paper_is_seen (ToriPagePaper *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_PAPER (self), FALSE);

  return self->seen.width > 0;
}

/**
 * tori_page_paper_make_cells:
 * @self: a page
 *
 * Makes widgets for what stands on the page, if it is made and they are not there yet or not up to date.
 */
void
tori_page_paper_make_cells (ToriPagePaper *self)
{
  GtkWidget *former = gtk_widget_get_first_child (GTK_WIDGET (self));
  g_autoptr (GPtrArray) headers = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GdkCursor) cursor = NULL;

  g_return_if_fail (TORI_IS_PAGE_PAPER (self));

  if (self->has_cells || !is_made (self))
    return;
  self->has_cells = TRUE;
  cursor = gdk_cursor_new_from_name ("pointer", NULL);
  tori_pages_foreach_area (self->pages, self->page, make_cell,
                           &(Making){ self, former, headers, names, cursor });
  drop_cells (self, former);
}

/**
 * tori_page_paper_measure_page:
 * @pages: pages
 * @scale: pixels to a point
 * @width: (out): how many pixels a page is wide
 * @height: (out): and how high
 */
void
tori_page_paper_measure_page (ToriPages *pages, double scale, int *width, int *height)
{
  double points_wide, points_high;

  tori_pages_get_size (pages, &points_wide, &points_high);
  *width = MAX (1, (int) lround (points_wide * scale));
  *height = MAX (1, (int) lround (points_high * scale));
}

/**
 * tori_page_paper_draw:
 * @pages: pages
 * @page: the number of one that is made, from 0
 * @scale: pixels to a point
 * @area: the part of the page to draw, in pixels
 * @factor: how many pixels of the screen are a pixel in each direction
 *
 * Returns: (transfer full): a picture of it
 */
GdkTexture *
tori_page_paper_draw (ToriPages *pages, guint page, double scale, const GdkRectangle *area, int factor)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, area->width * factor, area->height * factor);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, factor, factor);
  cairo_translate (cr, -area->x, -area->y);
  cairo_scale (cr, scale, scale);
  tori_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      stride * (gsize) (area->height * factor),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (area->width * factor, area->height * factor, GDK_MEMORY_DEFAULT, bytes,
                                 stride);
}
