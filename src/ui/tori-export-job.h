/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "report/tori-report.h"
#include "ui/tori-report-job.h"

G_BEGIN_DECLS

#define TORI_TYPE_EXPORT_JOB (tori_export_job_get_type ())

G_DECLARE_FINAL_TYPE (ToriExportJob, tori_export_job, TORI, EXPORT_JOB, ToriReportJob)

ToriExportJob *tori_export_job_new (ToriPlan *plan);
void
tori_export_job_add (ToriExportJob *self, const ToriReportOptions *options, ToriPages *pages, GFile *file);
void tori_export_job_start (ToriExportJob *self);
guint tori_export_job_get_n_files (ToriExportJob *self);
guint tori_export_job_get_n_written (ToriExportJob *self);
GFile *tori_export_job_get_file (ToriExportJob *self, guint i);
const GError *tori_export_job_get_error (ToriExportJob *self);

G_END_DECLS
