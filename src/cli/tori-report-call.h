/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/tori-command.h"
#include "report/tori-report-options.h"

G_BEGIN_DECLS

/* A call of `torikumi report`, as it was typed. */
typedef struct
{
  char *year;
  char *kind;
  char **only;
  gboolean each;
  char *form;
  char *paper;
  gboolean portrait;
  char *font_size;
  char *binding;
  char *margins;
  char **approvals;
  char *date;
  char **widths;
  char *out;
} ToriReportCall;

gboolean tori_report_call_parse (ToriReportCall *self,
                                 const ToriCommand *command,
                                 char **args,
                                 char **file,
                                 ToriReportOptions *options,
                                 ToriExit *exit);
void tori_report_call_clear (ToriReportCall *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ToriReportCall, tori_report_call_clear)

G_END_DECLS
