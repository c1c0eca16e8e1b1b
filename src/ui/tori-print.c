/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-print.h"

#include "storage/tori-remote-file.h"
#include "storage/tori-safe-file.h"

/* Pages to the printer or into a file. Both are drawn by the report's own function. */

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, ToriPages *pages)
{
  tori_pages_draw (pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

/**
 * tori_print_new:
 * @pages: what is printed
 * @paper: the paper for which it was laid out
 * @portrait: whether that stands upright
 *
 * Returns: (transfer full): an operation that prints the pages; run it
 */
GtkPrintOperation *
tori_print_new (ToriPages *pages, ToriPaper paper, gboolean portrait)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size =
      gtk_paper_size_new (paper == TORI_PAPER_A3 ? GTK_PAPER_NAME_A3 : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup,
                                  portrait ? GTK_PAGE_ORIENTATION_PORTRAIT : GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* Printer queues are seen by others: not the plan's title. */
  gtk_print_operation_set_job_name (operation, g_get_application_name ());
  /* Making all pages now is what lets the plan change while the user looks at the dialog. */
  gtk_print_operation_set_n_pages (operation, (int) tori_pages_get_n_pages (pages));
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), pages, 0);
  g_object_set_data_full (G_OBJECT (operation), "pages", g_object_ref (pages), g_object_unref);
  return operation;
}

typedef struct
{
  GBytes *pdf;
  GFile *file;
} PdfJob;

static void
pdf_job_free (gpointer data)
{
  PdfJob *job = data;

  g_bytes_unref (job->pdf);
  g_object_unref (job->file);
  g_free (job);
}

/* The user has agreed that what is there be replaced; so what is there is looked at first. */
static gboolean
replace (const PdfJob *job, GError **error)
{
  const char *path = g_file_peek_path (job->file);
  g_autoptr (GError) problem = NULL;
  ToriSaveReport report = { 0 };
  ToriDigest digest;
  g_autoptr (GBytes) former = path != NULL ? tori_safe_file_load (path, &digest, &problem)
                                           : tori_remote_file_load (job->file, &digest, NULL, &problem);
  const ToriDigest *expected = former != NULL ? &digest : NULL;
  gboolean done;

  if (former == NULL && !g_error_matches (problem, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  done = path != NULL ? tori_safe_file_save (path, job->pdf, expected, &report, error)
                      : tori_remote_file_save (job->file, job->pdf, expected, &report, error);
  tori_save_report_clear (&report);
  return done;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const PdfJob *job = data;
  GError *error = NULL;

  if (replace (job, &error))
    g_task_return_pointer (task, g_object_ref (job->file), g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tori_pdf_save_async:
 * @pdf: a PDF
 * @file: where the user wants it
 * @callback: called when it is there, or not
 * @user_data: for @callback
 *
 * Writes a PDF so that a former file stays whole when it fails.
 */
void
tori_pdf_save_async (GBytes *pdf, GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  PdfJob *job = g_new (PdfJob, 1);

  job->pdf = g_bytes_ref (pdf);
  job->file = g_object_ref (file);
  g_task_set_source_tag (task, tori_pdf_save_async);
  g_task_set_task_data (task, job, pdf_job_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * tori_pdf_save_finish:
 * @result: what the callback got
 * @error: why it was not written; tori_storage_error_describe() has the words for it
 *
 * Returns: (transfer full): the file; NULL on error
 */
GFile *
tori_pdf_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
