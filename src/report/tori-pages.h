/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

#define TORI_TYPE_PAGES (tori_pages_get_type ())

G_DECLARE_FINAL_TYPE (ToriPages, tori_pages, TORI, PAGES, GObject)

/* A line of text as it stands on a page, in points from the page's upper left corner. */
typedef struct
{
  const char *text;
  double x, y, width, height;
  double cell_x, cell_y, cell_width, cell_height; /* the cell that it must not leave */
  gboolean repeated; /* says again what stands elsewhere: headers, feet, titles that go on */
} ToriPageLine;

typedef void (*ToriPageLineFunc) (const ToriPageLine *line, gpointer user_data);

void tori_pages_get_size (ToriPages *self, double *width, double *height);
gboolean tori_pages_advance (ToriPages *self, guint page);
guint tori_pages_get_n_pages (ToriPages *self);
void tori_pages_draw (ToriPages *self, guint page, cairo_t *cr);
void tori_pages_foreach_line (ToriPages *self, guint page, ToriPageLineFunc func, gpointer user_data);
GBytes *tori_pages_to_pdf (ToriPages *self, GError **error);

G_END_DECLS
