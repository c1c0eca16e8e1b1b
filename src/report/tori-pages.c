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
  ToriPagesJudgeFunc judge; /* NULL: nothing can be taken up */
  gpointer judge_data;
  GDestroyNotify judge_destroy;
};

G_DEFINE_FINAL_TYPE (ToriPages, tori_pages, G_TYPE_OBJECT)

static void
tori_pages_finalize (GObject *object)
{
  ToriPages *self = TORI_PAGES (object);

  tori_sheet_free (self->sheet);
  if (self->judge_destroy != NULL)
    self->judge_destroy (self->judge_data);
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

/* @judge says what a change of the plan is; it also keeps the info up to date. */
void
tori_pages_set_judge (ToriPages *self, ToriPagesJudgeFunc judge, gpointer data, GDestroyNotify destroy)
{
  g_assert (self->judge == NULL);

  self->judge = judge;
  self->judge_data = data;
  self->judge_destroy = destroy;
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
 * tori_pages_work:
 * @self: pages
 * @until: a monotonic time in microseconds
 *
 * Goes on making pages up to that time; for idle callbacks. A call makes at least a row.
 *
 * Returns: whether all pages are made
 */
gboolean
tori_pages_work (ToriPages *self, gint64 until)
{
  g_return_val_if_fail (TORI_IS_PAGES (self), TRUE);

  return tori_sheet_work (self->sheet, until);
}

/**
 * tori_pages_is_complete:
 * @self: pages
 *
 * Returns: whether all pages are made
 */
gboolean
tori_pages_is_complete (ToriPages *self)
{
  g_return_val_if_fail (TORI_IS_PAGES (self), TRUE);

  return tori_sheet_is_complete (self->sheet);
}

/**
 * tori_pages_get_n_made:
 * @self: pages
 *
 * Returns: how many pages are made so far
 */
guint
tori_pages_get_n_made (ToriPages *self)
{
  g_return_val_if_fail (TORI_IS_PAGES (self), 0);

  return tori_sheet_get_n_made (self->sheet);
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
 * tori_pages_update:
 * @self: pages
 * @changed: the record of the plan that changed
 * @field: its field that did, as ::changed of the plan tells
 *
 * Takes up a change of the user's words: only the rows that show them are set anew. The pages are then to be
 * made again, from the first on, which is quick for the rows that stay.
 *
 * Returns: whether that was possible; if not, the report has to be laid out anew
 */
gboolean
tori_pages_update (ToriPages *self, ToriRecord *changed, const ToriField *field)
{
  ToriPagesChange change;

  g_return_val_if_fail (TORI_IS_PAGES (self), FALSE);
  g_return_val_if_fail (TORI_IS_RECORD (changed), FALSE);

  change = self->judge != NULL ? self->judge (&self->info, changed, field, self->judge_data)
                               : TORI_PAGES_CHANGE_ALL;
  switch (change)
    {
    case TORI_PAGES_CHANGE_ROWS: return tori_sheet_update (self->sheet, changed, field->name);
    case TORI_PAGES_CHANGE_NOTHING: return TRUE;
    case TORI_PAGES_CHANGE_ALL:
    default: return FALSE;
    }
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

  tori_sheet_paint (self->sheet, page, cr, NULL);
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
 * tori_page_line_find_x:
 * @line: a line, while it is being told
 * @index: the place of a character in its text, in bytes; beyond the text, its end
 *
 * Returns: where on the page that character begins, in points
 */
double
tori_page_line_find_x (const ToriPageLine *line, gsize index)
{
  g_return_val_if_fail (line != NULL, 0);

  return line->x + tori_set_line_find_x (line->set, index);
}

/**
 * tori_pages_foreach_area:
 * @self: pages
 * @page: number of a page, from 0
 * @func: (scope call): called for each cell on the page, in the order of reading; for one that shows several
 * fields of the plan, called for each of these
 * @user_data: for @func
 *
 * Tells what of the plan stands where. The foot of the page is not told.
 */
void
tori_pages_foreach_area (ToriPages *self, guint page, ToriPageAreaFunc func, gpointer user_data)
{
  g_return_if_fail (TORI_IS_PAGES (self));
  g_return_if_fail (tori_pages_advance (self, page));

  tori_sheet_foreach_area (self->sheet, page, func, user_data);
}

/**
 * tori_pages_find_target:
 * @self: pages
 * @name: where a link leads to
 * @page: (out): the page, from 0
 * @y: (out): how far down it, in points
 *
 * Returns: whether the target stands on one of the pages made so far
 */
gboolean
tori_pages_find_target (ToriPages *self, const char *name, guint *page, double *y)
{
  g_return_val_if_fail (TORI_IS_PAGES (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return tori_sheet_find_target (self->sheet, name, page, y);
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
