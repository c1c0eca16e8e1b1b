/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/tori-report.h"
#include "ui/tori-report-job.h"

G_BEGIN_DECLS

#define TORI_TYPE_PRINT_JOB (tori_print_job_get_type ())

G_DECLARE_FINAL_TYPE (ToriPrintJob, tori_print_job, TORI, PRINT_JOB, ToriReportJob)

ToriPrintJob *tori_print_job_new (ToriPlan *plan, const ToriReportOptions *options, ToriPages *pages);
GtkPrintOperation *tori_print_job_get_operation (ToriPrintJob *self);
void tori_print_job_run (ToriPrintJob *self, GtkPrintOperationAction action, GtkWindow *parent);
const GError *tori_print_job_get_error (ToriPrintJob *self);
gboolean tori_print_job_get_printed (ToriPrintJob *self);
gboolean tori_print_job_get_fits (ToriPrintJob *self);
const ToriReportOptions *tori_print_job_get_options (ToriPrintJob *self);

G_END_DECLS
