/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-export-job.h"

#include <glib/gi18n.h>

#include "report/tori-pdf.h"
#include "ui/tori-pdf-save.h"

/*
 * Reports on their way into files, one after the other. Everything that takes long is done in slices of an
 * idle, or in a thread; a file is there as a whole or not at all. What is laid out is a copy of the plan, so
 * that all files say the same although somebody goes on writing.
 */
struct _ToriExportJob
{
  ToriReportJob parent_instance;

  ToriPlan *plan; /* a copy once it has started, if anything has to be laid out */
  GPtrArray *entries;
  guint n_written;
  ToriPages *pages; /* of the entry that is being made */
  ToriPdf *pdf;     /* NULL until its pages are made */
  guint idle;       /* 0 while a thread writes */
  GError *error;
};

typedef struct
{
  ToriReportOptions *options;
  ToriPages *pages; /* complete; NULL when they have to be laid out */
  GFile *file;
} Entry;

G_DEFINE_FINAL_TYPE (ToriExportJob, tori_export_job, TORI_TYPE_REPORT_JOB)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  tori_report_options_free (entry->options);
  g_clear_object (&entry->pages);
  g_object_unref (entry->file);
  g_free (entry);
}

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

/* How far all files are; making pages takes about as long as writing them. */
static void
tell (ToriExportJob *self)
{
  const Entry *entry = g_ptr_array_index (self->entries, self->n_written);
  g_autofree char *name = dup_name (entry->file);
  g_autofree char *text = NULL;
  double fraction = -1;

  if (self->entries->len == 1)
    text = g_strdup_printf (_ ("Writing %s"), name);
  else
    /* Translators: while several files are written: which of how many, and its name. */
    text = g_strdup_printf (_ ("Writing %1$u of %2$u: %3$s"), self->n_written + 1, self->entries->len, name);
  if (self->entries->len > 1 || self->pdf != NULL)
    fraction =
        (self->n_written + (self->pdf == NULL ? 0 : tori_pdf_get_fraction (self->pdf))) / self->entries->len;
  tori_report_job_tell (TORI_REPORT_JOB (self), text, fraction);
}

static void
end (ToriExportJob *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->pdf, tori_pdf_free);
  g_clear_object (&self->pages);
  tori_report_job_end (TORI_REPORT_JOB (self));
}

/* --- One file ------------------------------------------------------------------------------------------ */

static void work_later (ToriExportJob *self);

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ToriExportJob) self = data;
  g_autoptr (GFile) file = tori_pdf_save_finish (result, &self->error);

  if (file != NULL)
    self->n_written++;
  if (file == NULL || self->n_written == self->entries->len
      || tori_report_job_get_cancelled (TORI_REPORT_JOB (self)))
    end (self);
  else
    work_later (self);
}

static void
save (ToriExportJob *self, const Entry *entry)
{
  g_autoptr (GBytes) bytes = tori_pdf_finish (self->pdf, &self->error);

  g_clear_pointer (&self->pdf, tori_pdf_free);
  g_clear_object (&self->pages);
  if (bytes == NULL)
    end (self);
  else
    tori_pdf_save_async (bytes, entry->file, saved_cb, g_object_ref (self));
}

static gboolean
work_cb (gpointer data)
{
  ToriExportJob *self = data;
  Entry *entry = g_ptr_array_index (self->entries, self->n_written);
  const gint64 until = g_get_monotonic_time () + TORI_REPORT_JOB_SLICE;

  if (self->pages == NULL)
    self->pages = entry->pages != NULL ? g_steal_pointer (&entry->pages)
                                       : tori_report_lay_out (self->plan, entry->options, &self->error);
  if (self->pages == NULL)
    {
      self->idle = 0;
      end (self);
      return G_SOURCE_REMOVE;
    }
  if (self->pdf == NULL && tori_pages_work (self->pages, until))
    self->pdf = tori_pdf_new (self->pages);
  tell (self);
  if (self->pdf == NULL || !tori_pdf_work (self->pdf, until))
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  save (self, entry);
  return G_SOURCE_REMOVE;
}

static void
work_later (ToriExportJob *self)
{
  self->idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, work_cb, g_object_ref (self), g_object_unref);
}

/* --- The class ----------------------------------------------------------------------------------------- */

/* A file that a thread is writing is written to its end. */
static void
tori_export_job_cancel (ToriReportJob *job)
{
  ToriExportJob *self = TORI_EXPORT_JOB (job);

  if (self->idle != 0)
    end (self);
}

static void
tori_export_job_finalize (GObject *object)
{
  ToriExportJob *self = TORI_EXPORT_JOB (object);

  g_object_unref (self->plan);
  g_ptr_array_unref (self->entries);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (tori_export_job_parent_class)->finalize (object);
}

static void
tori_export_job_class_init (ToriExportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_export_job_finalize;
  TORI_REPORT_JOB_CLASS (klass)->cancel = tori_export_job_cancel;
}

static void
tori_export_job_init (ToriExportJob *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
}

/**
 * tori_export_job_new:
 * @plan: a plan
 *
 * Returns: (transfer full): a job that has nothing to write yet
 */
ToriExportJob *
tori_export_job_new (ToriPlan *plan)
{
  ToriExportJob *self;

  g_return_val_if_fail (TORI_IS_PLAN (plan), NULL);

  self = g_object_new (TORI_TYPE_EXPORT_JOB, NULL);
  self->plan = g_object_ref (plan);
  return self;
}

/**
 * tori_export_job_add:
 * @self: a job that has not started
 * @options: what goes into the file
 * @pages: (nullable): the same, laid out, when all its pages are made
 * @file: where it goes; what is there is replaced, so the user has agreed to that
 */
void
tori_export_job_add (ToriExportJob *self, const ToriReportOptions *options, ToriPages *pages, GFile *file)
{
  Entry *entry;

  g_return_if_fail (TORI_IS_EXPORT_JOB (self));
  g_return_if_fail (pages == NULL || tori_pages_is_complete (pages));

  entry = g_new0 (Entry, 1);
  entry->options = tori_report_options_copy (options);
  g_set_object (&entry->pages, pages);
  entry->file = g_object_ref (file);
  g_ptr_array_add (self->entries, entry);
}

static gboolean
needs_plan (ToriExportJob *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (((Entry *) g_ptr_array_index (self->entries, i))->pages == NULL)
      return TRUE;
  return FALSE;
}

/**
 * tori_export_job_start:
 * @self: a job with files to write
 *
 * "done" says when it has ended.
 */
void
tori_export_job_start (ToriExportJob *self)
{
  g_return_if_fail (TORI_IS_EXPORT_JOB (self));
  g_return_if_fail (self->entries->len > 0);

  if (needs_plan (self))
    {
      g_autoptr (ToriPlan) plan = self->plan;

      self->plan = TORI_PLAN (tori_record_duplicate (TORI_RECORD (plan)));
    }
  tell (self);
  work_later (self);
}

guint
tori_export_job_get_n_files (ToriExportJob *self)
{
  g_return_val_if_fail (TORI_IS_EXPORT_JOB (self), 0);

  return self->entries->len;
}

/**
 * tori_export_job_get_n_written:
 * @self: a job
 *
 * Returns: how many files are written; they are the first ones. Where there is an error, it is about the
 * next.
 */
guint
tori_export_job_get_n_written (ToriExportJob *self)
{
  g_return_val_if_fail (TORI_IS_EXPORT_JOB (self), 0);

  return self->n_written;
}

GFile *
tori_export_job_get_file (ToriExportJob *self, guint i)
{
  g_return_val_if_fail (TORI_IS_EXPORT_JOB (self), NULL);
  g_return_val_if_fail (i < self->entries->len, NULL);

  return ((Entry *) g_ptr_array_index (self->entries, i))->file;
}

const GError *
tori_export_job_get_error (ToriExportJob *self)
{
  g_return_val_if_fail (TORI_IS_EXPORT_JOB (self), NULL);

  return self->error;
}
