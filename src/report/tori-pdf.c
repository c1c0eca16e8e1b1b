/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-pdf.h"

#include <cairo-pdf.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <string.h>

#include "report/tori-pages-private.h"
#include "report/tori-paint.h"
#include "report/tori-report.h"
#include "report/tori-sheet-private.h"

/* Writes pages into a PDF with outline, page labels and structure. First all pages are made, since each says
 * how many there are; then they are drawn one after the other. The same plan gives the same bytes.
 */

/* Of the work, what making the pages is; drawing them is the rest. */
#define MAKING_SHARE 0.75

struct _ToriPdf
{
  ToriPages *pages;
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  ToriTags *tags;
  guint n_made;
  guint n_drawn;
  gboolean made;   /* all pages */
  gboolean forget; /* what is drawn */
};

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* cairo dates a file with the present unless it is told otherwise. */
static void
add_info (ToriPdf *self)
{
  const ToriPagesInfo *info = tori_pages_get_info (self->pages);

  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, info->title);
  if (*info->author != '\0')
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Torikumi " VERSION);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, info->date);
}

/**
 * tori_pdf_new:
 * @pages: pages; the plan must not be changed until all of them are made
 *
 * Returns: (transfer full): a PDF without pages yet
 */
ToriPdf *
tori_pdf_new (ToriPages *pages)
{
  ToriPdf *self;
  double width, height;

  g_return_val_if_fail (TORI_IS_PAGES (pages), NULL);

  tori_pages_get_size (pages, &width, &height);
  self = g_new0 (ToriPdf, 1);
  self->pages = g_object_ref (pages);
  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (append_cb, self->bytes, width, height);
  /* What newer versions add is packed objects, which add_language() could not read. */
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_4);
  self->cr = cairo_create (self->surface);
  add_info (self);
  self->tags = tori_tags_new (self->cr);
  return self;
}

/**
 * tori_pdf_forget_drawn:
 * @self: a PDF of which nothing was drawn yet
 *
 * Lets go of what stands on a page as soon as it is in the PDF, so that a long report needs less memory.
 * Nobody else may draw the pages afterwards.
 */
void
tori_pdf_forget_drawn (ToriPdf *self)
{
  g_return_if_fail (self->n_drawn == 0);

  self->forget = TRUE;
}

/**
 * tori_pdf_free:
 * @self: (transfer full): a PDF
 *
 * Gives it up, finished or not.
 */
void
tori_pdf_free (ToriPdf *self)
{
  tori_tags_free (self->tags);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface); /* may still write into the bytes */
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_object_unref (self->pages);
  g_free (self);
}

/* Pages that are called by their number need no label: cairo would write a list with nothing in it. */
static void
add_label (ToriPdf *self)
{
  g_autofree char *label = tori_sheet_dup_page_label (tori_pages_get_sheet (self->pages), self->n_drawn);
  g_autofree char *number = g_strdup_printf ("%u", self->n_drawn + 1);

  if (!g_str_equal (label, number))
    cairo_pdf_surface_set_page_label (self->surface, label);
}

static void
add_outline (ToriPdf *self)
{
  guint n;
  const ToriOutlineEntry *entries = tori_sheet_get_outline (tori_pages_get_sheet (self->pages), &n);
  int parents[4] = { CAIRO_PDF_OUTLINE_ROOT }; /* of each level */

  for (guint i = 0; i < n; i++)
    {
      guint level = MIN (entries[i].level, G_N_ELEMENTS (parents) - 2);
      /* Whole points: cairo 1.16 reads decimals as the user's locale writes them. */
      g_autofree char *place =
          g_strdup_printf ("page=%u pos=[0 %d]", entries[i].page + 1, (int) entries[i].y);

      parents[level + 1] =
          cairo_pdf_surface_add_outline (self->surface, parents[level], entries[i].title, place,
                                         level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
    }
}

/* How many pages are drawn before what they held is given back to the system: what other threads allocated
 * would lie idle, since the C library keeps it for them. */
#define GIVE_BACK 256

static void
forget_page (ToriPdf *self)
{
  tori_sheet_forget_page (tori_pages_get_sheet (self->pages), self->n_drawn);
#ifdef __GLIBC__
  if (self->n_drawn % GIVE_BACK == GIVE_BACK - 1)
    malloc_trim (0);
#endif
}

static void
draw_page (ToriPdf *self)
{
  add_label (self);
  tori_sheet_paint (tori_pages_get_sheet (self->pages), self->n_drawn, self->cr, self->tags);
  if (self->forget)
    forget_page (self);
  self->n_drawn++;
  if (self->n_drawn == self->n_made)
    tori_tags_finish (self->tags);
  cairo_show_page (self->cr);
}

/**
 * tori_pdf_work:
 * @self: a PDF
 * @until: monotonic time at which to stop, see g_get_monotonic_time()
 *
 * Makes and draws pages, at least one.
 *
 * Returns: whether all are in the PDF
 */
gboolean
tori_pdf_work (ToriPdf *self, gint64 until)
{
  do
    {
      if (!self->made)
        {
          self->made = !tori_pages_advance (self->pages, self->n_made);
          self->n_made += !self->made;
          if (self->made)
            add_outline (self);
        }
      else if (self->n_drawn < self->n_made)
        draw_page (self);
      else
        return TRUE;
    }
  while (g_get_monotonic_time () < until);
  return self->made && self->n_drawn == self->n_made;
}

/* Of the rows, how many are on pages. */
static double
get_made_fraction (const ToriSheet *sheet)
{
  guint done = sheet->row_at;
  guint all = 0;

  for (guint i = 0; i < sheet->sections->len; i++)
    {
      const ToriSection *section = g_ptr_array_index (sheet->sections, i);

      all += section->rows->len;
      if (i < sheet->section_at)
        done += section->rows->len;
    }
  return all > 0 ? (double) done / all : 1;
}

/**
 * tori_pdf_get_fraction:
 * @self: a PDF
 *
 * Returns: how much of the work is done, from 0 to 1
 */
double
tori_pdf_get_fraction (ToriPdf *self)
{
  if (!self->made)
    return MAKING_SHARE * get_made_fraction (tori_pages_get_sheet (self->pages));
  return MAKING_SHARE + (1 - MAKING_SHARE) * self->n_drawn / MAX (1, self->n_made);
}

static const guint8 *
find_last (const GByteArray *bytes, const char *words)
{
  const gsize length = strlen (words);

  for (gsize i = bytes->len; i >= length; i--)
    {
      if (memcmp (bytes->data + i - length, words, length) == 0)
        return bytes->data + i;
    }
  return NULL;
}

/* cairo has no way to say in which language a text is, and a reader that speaks Japanese wants to know. The
 * catalog is the last object before the table of places, so nothing moves but the table itself when the
 * catalog grows. A file that looks otherwise stays as it is. */
static void
add_language (GByteArray *bytes, const char *language)
{
  const guint8 *catalog = find_last (bytes, "obj\n<< /Type /Catalog\n");
  const guint8 *place = find_last (bytes, "\nstartxref\n");
  g_autofree char *entry = g_strdup_printf ("   /Lang (%s)\n", language);
  g_autoptr (GString) tail = NULL;
  guint64 table;

  if (catalog == NULL || place == NULL)
    return;
  table = g_ascii_strtoull ((const char *) place, NULL, 10);
  if (table < (gsize) (catalog - bytes->data) || table > bytes->len - 4
      || memcmp (bytes->data + table, "xref", 4) != 0)
    return;
  tail = g_string_new (entry);
  g_string_append_len (tail, (const char *) catalog, place - catalog);
  g_string_append_printf (tail, "%" G_GUINT64_FORMAT "\n%%%%EOF\n", table + strlen (entry));
  g_byte_array_set_size (bytes, (guint) (catalog - bytes->data));
  g_byte_array_append (bytes, (const guint8 *) tail->str, (guint) tail->len);
}

/**
 * tori_pdf_finish:
 * @self: a PDF
 * @error: return location for an error
 *
 * Does what is left of the work and closes the file. Called once.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
tori_pdf_finish (ToriPdf *self, GError **error)
{
  cairo_status_t status;

  tori_pdf_work (self, G_MAXINT64);
  status = cairo_status (self->cr);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, TORI_REPORT_ERROR, TORI_REPORT_ERROR_FAILED,
                           cairo_status_to_string (status));
      return NULL;
    }
  add_language (self->bytes, tori_pages_get_info (self->pages)->language);
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}
