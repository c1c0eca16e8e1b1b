/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TORI_TYPE_REPORT_JOB (tori_report_job_get_type ())

G_DECLARE_DERIVABLE_TYPE (ToriReportJob, tori_report_job, TORI, REPORT_JOB, GObject)

struct _ToriReportJobClass
{
  GObjectClass parent_class;

  /* Ends the job as soon as it can; it is called once, and the job says tori_report_job_end() then. */
  void (*cancel) (ToriReportJob *self);
};

/* How long a job may work at a time, in microseconds, so that the window stays alive. */
#define TORI_REPORT_JOB_SLICE 12000

const char *tori_report_job_get_text (ToriReportJob *self);
double tori_report_job_get_fraction (ToriReportJob *self);
gboolean tori_report_job_get_cancelled (ToriReportJob *self);
void tori_report_job_cancel (ToriReportJob *self);

/* For those that are jobs. */
void tori_report_job_tell (ToriReportJob *self, const char *text, double fraction);
void tori_report_job_end (ToriReportJob *self);

G_END_DECLS
