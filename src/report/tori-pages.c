/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-pages.h"

#include "report/tori-pages-private.h"
#include "report/tori-paint.h"
#include "report/tori-pdf.h"

/* A report as pages. They are made one after the other when they are asked for, and can then be drawn as
 * often as wanted, on screen, to a printer or into a PDF.
 */

struct _ToriPages
{
  GObject parent_instance;

  ToriSheet *sheet;
  ToriPagesInfo info;
};

G_DEFINE_FINAL_TYPE (ToriPages, tori_pages, G_TYPE_OBJECT)

static void
tori_pages_finalize (GObject *object)
{
  ToriPages *self = TORI_PAGES (object);

  tori_sheet_free (self->sheet);
  g_free (self->info.title);
  g_free (self->info.author);
  g_free (self->info.date);
  G_OBJECT_CLASS (tori_pages_parent_class)->finalize (object);
}

static void
tori_pages_class_init (ToriPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_pages_finalize;
}

static void
tori_pages_init (ToriPages *self)
{
}

/* @sheet and what @info holds become the pages'. */
ToriPages *
tori_pages_new (ToriSheet *sheet, ToriPagesInfo info)
{
  ToriPages *self = g_object_new (TORI_TYPE_PAGES, NULL);

  self->sheet = sheet;
  self->info = info;
  return self;
}

ToriSheet *
tori_pages_get_sheet (ToriPages *self)
{
  return self->sheet;
}

const ToriPagesInfo *
tori_pages_get_info (ToriPages *self)
{
  return &self->info;
}

/**
 * tori_pages_get_size:
 * @self: pages
 * @width: (out): width of each page in points
 * @height: (out): its height
 */
void
tori_pages_get_size (ToriPages *self, double *width, double *height)
{
  g_return_if_fail (TORI_IS_PAGES (self));

  *width = tori_sheet_get_size (self->sheet)->width;
  *height = tori_sheet_get_size (self->sheet)->height;
}

/**
 * tori_pages_advance:
 * @self: pages
 * @page: number of a page, from 0
 *
 * Makes the pages up to @page, if they are not made yet: this is how a preview shows the first page before
 * the last is known. The plan must not have been changed since the report was laid out.
 *
 * Returns: whether there is such a page
 */
gboolean
tori_pages_advance (ToriPages *self, guint page)
{
  g_return_val_if_fail (TORI_IS_PAGES (self), FALSE);

  return tori_sheet_advance (self->sheet, page);
}

/**
 * tori_pages_get_n_pages:
 * @self: pages
 *
 * Makes all pages.
 *
 * Returns: how many there are
 */
guint
tori_pages_get_n_pages (ToriPages *self)
{
  g_return_val_if_fail (TORI_IS_PAGES (self), 0);

  return tori_sheet_get_n_pages (self->sheet);
}

/**
 * tori_pages_draw:
 * @self: pages
 * @page: number of a page, from 0
 * @cr: where to; a unit is a point, the origin is the page's upper left corner
 *
 * Draws a page; makes it before if it has to. Until all pages are made, its foot has no total.
 */
void
tori_pages_draw (ToriPages *self, guint page, cairo_t *cr)
{
  g_return_if_fail (TORI_IS_PAGES (self));
  g_return_if_fail (tori_pages_advance (self, page));

  tori_sheet_paint (self->sheet, page, cr, FALSE);
}

/**
 * tori_pages_foreach_line:
 * @self: pages
 * @page: number of a page, from 0
 * @func: (scope call): called for each line of text on the page, cell by cell
 * @user_data: for @func
 *
 * Tells what is drawn where: for searching, and for tests.
 */
void
tori_pages_foreach_line (ToriPages *self, guint page, ToriPageLineFunc func, gpointer user_data)
{
  g_return_if_fail (TORI_IS_PAGES (self));
  g_return_if_fail (tori_pages_advance (self, page));

  tori_sheet_foreach_line (self->sheet, page, func, user_data);
}

/**
 * tori_pages_to_pdf:
 * @self: pages
 * @error: return location for an error
 *
 * Makes all pages and draws them into a PDF with outline and structure. The same plan gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
tori_pages_to_pdf (ToriPages *self, GError **error)
{
  g_autoptr (ToriPdf) pdf = NULL;

  g_return_val_if_fail (TORI_IS_PAGES (self), NULL);

  pdf = tori_pdf_new (self);
  return tori_pdf_finish (pdf, error);
}
