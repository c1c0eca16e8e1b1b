/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-pdf-save.h"

#include "storage/tori-remote-file.h"
#include "storage/tori-safe-file.h"

/* A PDF into a file, so that the file is there as a whole or not at all. */

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

static gboolean
replace_remote (const PdfJob *job, ToriSaveReport *report, GError **error)
{
  g_autoptr (GError) problem = NULL;
  ToriDigest digest;
  g_autoptr (GBytes) former = tori_remote_file_load (job->file, &digest, NULL, &problem);

  if (former == NULL && !g_error_matches (problem, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return tori_remote_file_save (job->file, job->pdf, former != NULL ? &digest : NULL, report, error);
}

/* The user has agreed that what is there be replaced; so what is there is looked at first. */
static gboolean
replace (const PdfJob *job, GError **error)
{
  const char *path = g_file_peek_path (job->file);
  ToriSaveReport report = { 0 };
  const gboolean done = path != NULL ? tori_safe_file_replace (path, job->pdf, &report, error)
                                     : replace_remote (job, &report, error);

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
