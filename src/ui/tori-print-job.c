/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-print-job.h"

#include <glib/gi18n.h>

#include "ui/tori-print-setup.h"

/*
 * A report on its way to the printer. The desktop's dialog may come back with another paper than the one that
 * was asked for, and nothing may be clipped then: for A4 and A3 the report is laid out anew; on any other
 * sheet the pages are drawn smaller or larger so that they fill it, in its orientation.
 *
 * The pages are made in slices, and only drawn when all are there. So the plan may change while the printer
 * works: pages that are complete do not look at it, and what has to be laid out is so from a copy.
 */
struct _ToriPrintJob
{
  ToriReportJob parent_instance;

  ToriPlan *plan;
  ToriReportOptions *options; /* as they are printed */
  ToriPaper asked_paper;
  gboolean asked_portrait;
  ToriPages *pages; /* for the paper of the options; NULL when they have to be laid out */
  GtkPrintOperation *operation;
  GtkPageSetup *setup; /* what was printed on; NULL before */
  double scale, x, y;
  gboolean printed;
  GError *error;
};

G_DEFINE_FINAL_TYPE (ToriPrintJob, tori_print_job, TORI_TYPE_REPORT_JOB)

/* --- Fitting the paper --- */

static void
fit (ToriPrintJob *self, double width, double height)
{
  double page_width, page_height;

  tori_pages_get_size (self->pages, &page_width, &page_height);
  self->scale = MIN (width / page_width, height / page_height);
  if (ABS (self->scale - 1) < 0.01) /* the same paper, rounded by the printer */
    self->scale = 1;
  self->x = (width - self->scale * page_width) / 2;
  self->y = (height - self->scale * page_height) / 2;
}

/* Sees to it that there are pages for a sheet of this size. */
static gboolean
lay_out (ToriPrintJob *self, double width, double height)
{
  ToriPaper paper = self->options->paper;
  gboolean portrait = height > width;

  tori_print_setup_find_paper (width, height, &paper, &portrait);
  if (self->pages == NULL || paper != self->options->paper || portrait != self->options->portrait)
    {
      g_autoptr (ToriRecord) copy = tori_record_duplicate (TORI_RECORD (self->plan));

      self->options->paper = paper;
      self->options->portrait = portrait;
      g_clear_object (&self->pages);
      self->pages = tori_report_lay_out (TORI_PLAN (copy), self->options, &self->error);
      if (self->pages == NULL)
        return FALSE;
      /* The pages read the plan until all are made. */
      g_object_set_data_full (G_OBJECT (self->pages), "plan", g_steal_pointer (&copy), g_object_unref);
    }
  fit (self, width, height);
  return TRUE;
}

/* --- The operation --- */

static void
begin_print_cb (ToriPrintJob *self, GtkPrintContext *context)
{
  g_set_object (&self->setup, gtk_print_context_get_page_setup (context));
  if (!lay_out (self, gtk_print_context_get_width (context), gtk_print_context_get_height (context)))
    gtk_print_operation_cancel (self->operation);
}

static gboolean
paginate_cb (ToriPrintJob *self, GtkPrintContext *context)
{
  g_autofree char *text = NULL;
  gboolean complete;

  if (self->pages == NULL)
    return TRUE;
  complete = tori_pages_work (self->pages, g_get_monotonic_time () + TORI_REPORT_JOB_SLICE);
  text = g_strdup_printf (
      ngettext ("Preparing %u page", "Preparing %u pages", tori_pages_get_n_made (self->pages)),
      tori_pages_get_n_made (self->pages));
  tori_report_job_tell (TORI_REPORT_JOB (self), text, -1);
  if (complete)
    gtk_print_operation_set_n_pages (self->operation, (int) tori_pages_get_n_pages (self->pages));
  return complete;
}

static void
draw_page_cb (ToriPrintJob *self, GtkPrintContext *context, int page)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  const guint n = tori_pages_get_n_pages (self->pages);
  /* Translators: while a report is printed. */
  g_autofree char *text = g_strdup_printf (_ ("Printing page %d of %u"), page + 1, n);

  tori_report_job_tell (TORI_REPORT_JOB (self), text, (double) page / n);
  cairo_save (cr);
  cairo_translate (cr, self->x, self->y);
  cairo_scale (cr, self->scale, self->scale);
  tori_pages_draw (self->pages, (guint) page, cr);
  cairo_restore (cr);
}

static void
status_cb (ToriPrintJob *self)
{
  if (gtk_print_operation_get_status (self->operation) == GTK_PRINT_STATUS_SENDING_DATA)
    tori_report_job_tell (TORI_REPORT_JOB (self), _ ("Sending to the printer"), 1);
}

/* Whoever waits for the end may let go of the job: the closure holds it until this is over. */
static void
done_cb (ToriPrintJob *self, GtkPrintOperationResult result)
{
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && self->error == NULL)
    gtk_print_operation_get_error (self->operation, &self->error);
  /* GTK says "apply" also of what was cancelled on its way. */
  self->printed = result == GTK_PRINT_OPERATION_RESULT_APPLY && self->error == NULL
                  && !tori_report_job_get_cancelled (TORI_REPORT_JOB (self));
  if (self->printed && self->setup != NULL)
    {
      ToriReportOptions asked = *self->options;

      asked.paper = self->asked_paper;
      asked.portrait = self->asked_portrait;
      tori_print_setup_store (&asked, gtk_print_operation_get_print_settings (self->operation), self->setup);
    }
  tori_report_job_end (TORI_REPORT_JOB (self));
}

static void
set_up_operation (ToriPrintJob *self)
{
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;

  self->operation = gtk_print_operation_new ();
  tori_print_setup_load (self->options, &settings, &setup);
  gtk_print_operation_set_print_settings (self->operation, settings);
  gtk_print_operation_set_default_page_setup (self->operation, setup);
  gtk_print_operation_set_use_full_page (self->operation, TRUE);
  gtk_print_operation_set_unit (self->operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (self->operation, TRUE);
  gtk_print_operation_set_allow_async (self->operation, TRUE);
  /* Printer queues are seen by others: not the plan's title. */
  gtk_print_operation_set_job_name (self->operation, g_get_application_name ());
  g_signal_connect_object (self->operation, "begin-print", G_CALLBACK (begin_print_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->operation, "paginate", G_CALLBACK (paginate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->operation, "draw-page", G_CALLBACK (draw_page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->operation, "status-changed", G_CALLBACK (status_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->operation, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
}

/* --- The class --- */

static void
tori_print_job_cancel (ToriReportJob *job)
{
  gtk_print_operation_cancel (TORI_PRINT_JOB (job)->operation);
}

static void
tori_print_job_finalize (GObject *object)
{
  ToriPrintJob *self = TORI_PRINT_JOB (object);

  g_object_unref (self->plan);
  tori_report_options_free (self->options);
  g_clear_object (&self->pages);
  g_object_unref (self->operation);
  g_clear_object (&self->setup);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (tori_print_job_parent_class)->finalize (object);
}

static void
tori_print_job_class_init (ToriPrintJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_print_job_finalize;
  TORI_REPORT_JOB_CLASS (klass)->cancel = tori_print_job_cancel;
}

static void
tori_print_job_init (ToriPrintJob *self)
{
}

/**
 * tori_print_job_new:
 * @plan: a plan
 * @options: what is printed of it
 * @pages: (nullable): the same, laid out, when all its pages are made
 *
 * Returns: (transfer full): a job that can be run
 */
ToriPrintJob *
tori_print_job_new (ToriPlan *plan, const ToriReportOptions *options, ToriPages *pages)
{
  ToriPrintJob *self;

  g_return_val_if_fail (TORI_IS_PLAN (plan), NULL);
  g_return_val_if_fail (pages == NULL || tori_pages_is_complete (pages), NULL);

  self = g_object_new (TORI_TYPE_PRINT_JOB, NULL);
  self->plan = g_object_ref (plan);
  self->options = tori_report_options_copy (options);
  self->asked_paper = options->paper;
  self->asked_portrait = options->portrait;
  g_set_object (&self->pages, pages);
  set_up_operation (self);
  return self;
}

/**
 * tori_print_job_get_operation:
 * @self: a job
 *
 * Returns: (transfer none): the operation, to be told more before it is run
 */
GtkPrintOperation *
tori_print_job_get_operation (ToriPrintJob *self)
{
  g_return_val_if_fail (TORI_IS_PRINT_JOB (self), NULL);

  return self->operation;
}

/**
 * tori_print_job_run:
 * @self: a job
 * @action: whether the user is asked, or where it goes
 * @parent: the window that prints
 *
 * Begins. "done" says when it has ended, which may be at once.
 */
void
tori_print_job_run (ToriPrintJob *self, GtkPrintOperationAction action, GtkWindow *parent)
{
  g_return_if_fail (TORI_IS_PRINT_JOB (self));

  /* Errors come with "done" as well. */
  gtk_print_operation_run (self->operation, action, parent, NULL);
}

/**
 * tori_print_job_get_error:
 * @self: a job that is done
 *
 * Returns: (nullable): why nothing was printed; NULL also when the user did not want it any more
 */
const GError *
tori_print_job_get_error (ToriPrintJob *self)
{
  g_return_val_if_fail (TORI_IS_PRINT_JOB (self), NULL);

  return self->error;
}

gboolean
tori_print_job_get_printed (ToriPrintJob *self)
{
  g_return_val_if_fail (TORI_IS_PRINT_JOB (self), FALSE);

  return self->printed;
}

/**
 * tori_print_job_get_options:
 * @self: a job that is done
 *
 * Returns: (transfer none): how it was printed: with the paper that the user chose in the desktop's dialog
 */
const ToriReportOptions *
tori_print_job_get_options (ToriPrintJob *self)
{
  g_return_val_if_fail (TORI_IS_PRINT_JOB (self), NULL);

  return self->options;
}

/**
 * tori_print_job_get_fits:
 * @self: a job that is done
 *
 * Returns: whether the sheet was of a size that reports are laid out for, so that nothing was made smaller or
 *   larger
 */
gboolean
tori_print_job_get_fits (ToriPrintJob *self)
{
  g_return_val_if_fail (TORI_IS_PRINT_JOB (self), FALSE);

  return self->scale == 1;
}
