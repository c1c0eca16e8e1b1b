/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "model/tori-record.h"

G_BEGIN_DECLS

#define TORI_TYPE_PAGES (tori_pages_get_type ())

G_DECLARE_FINAL_TYPE (ToriPages, tori_pages, TORI, PAGES, GObject)

/* A line of text as it stands on a page, in points from the page's upper left corner. */
typedef struct
{
  const struct _ToriSetLine *set; /* for tori_page_line_find_x () */
  const char *text;
  double x, y, width, height;
  double cell_x, cell_y, cell_width, cell_height; /* the cell that it must not leave */
  gboolean repeated; /* says again what stands elsewhere: headers, feet, titles that go on */
} ToriPageLine;

/* A cell as it stands on a page, or the part of it that shows one field of the plan, in points likewise. */
typedef struct
{
  double x, y, width, height;
  const char *text;     /* paragraphs are lines */
  ToriRecord *record;   /* what it shows, or else what its row is about; NULL: nothing of the plan */
  const char *property; /* the property of the record that it shows; NULL: none */
  const char *link;     /* the target that it leads to; NULL: none */
  gboolean header;      /* tells what other cells are about */
  gboolean column;      /* names a column */
  gboolean repeated;
} ToriPageArea;

typedef void (*ToriPageAreaFunc) (const ToriPageArea *area, gpointer user_data);
typedef void (*ToriPageLineFunc) (const ToriPageLine *line, gpointer user_data);

void tori_pages_get_size (ToriPages *self, double *width, double *height);
gboolean tori_pages_advance (ToriPages *self, guint page);
gboolean tori_pages_work (ToriPages *self, gint64 until);
gboolean tori_pages_is_complete (ToriPages *self);
guint tori_pages_get_n_made (ToriPages *self);
guint tori_pages_get_n_pages (ToriPages *self);
gboolean tori_pages_update (ToriPages *self, ToriRecord *changed, const ToriField *field);
void tori_pages_draw (ToriPages *self, guint page, cairo_t *cr);
void tori_pages_foreach_line (ToriPages *self, guint page, ToriPageLineFunc func, gpointer user_data);
void tori_pages_foreach_area (ToriPages *self, guint page, ToriPageAreaFunc func, gpointer user_data);
gboolean tori_pages_find_target (ToriPages *self, const char *name, guint *page, double *y);
double tori_page_line_find_x (const ToriPageLine *line, gsize index);
GBytes *tori_pages_to_pdf (ToriPages *self, GError **error);

G_END_DECLS
