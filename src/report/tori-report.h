/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-plan.h"
#include "report/tori-pages.h"
#include "report/tori-report-options.h"

G_BEGIN_DECLS

#define TORI_REPORT_ERROR (tori_report_error_quark ())

typedef enum
{
  TORI_REPORT_ERROR_NO_FONT, /* no font has Japanese letters */
  TORI_REPORT_ERROR_NO_PART, /* no department or division is called so; the message is the name */
  TORI_REPORT_ERROR_FAILED,  /* cairo could not go on; the message says why */
} ToriReportError;

/* A department or division of which a summary can be printed. */
typedef struct
{
  char *id;
  char *name; /* as on paper: 総務部 or 総務部人事課 */
  char *file; /* a name for its file among those of all parts: 2017_総務部_人事課.pdf */
} ToriReportPart;

GQuark tori_report_error_quark (void);

GPtrArray *tori_report_list_parts (ToriPlan *plan, ToriReportKind kind, int year);
void tori_report_part_free (ToriReportPart *part);
char *tori_report_name_part (const char *text);

ToriPages *tori_report_lay_out (ToriPlan *plan, const ToriReportOptions *options, GError **error);
GBytes *tori_report_to_pdf (ToriPlan *plan, const ToriReportOptions *options, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriReportPart, tori_report_part_free)

G_END_DECLS
