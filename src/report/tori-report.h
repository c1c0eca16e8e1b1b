/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-plan.h"
#include "report/tori-pages.h"

G_BEGIN_DECLS

#define TORI_TYPE_REPORT_KIND (tori_report_kind_get_type ())
#define TORI_TYPE_PAPER (tori_paper_get_type ())
#define TORI_REPORT_ERROR (tori_report_error_quark ())

/* The kinds of paper; the nicks are the words of the command line. */
typedef enum
{
  TORI_REPORT_TABLE,      /* the wide table of all initiatives */
  TORI_REPORT_DEPARTMENT, /* each department's initiatives, with its own topics only */
  TORI_REPORT_DIVISION,   /* the same for divisions */
} ToriReportKind;

typedef enum
{
  TORI_PAPER_A4,
  TORI_PAPER_A3,
} ToriPaper;

typedef enum
{
  TORI_REPORT_ERROR_NO_FONT, /* no font has Japanese letters */
  TORI_REPORT_ERROR_NO_PART, /* no department or division is called so; the message is the name */
  TORI_REPORT_ERROR_FAILED,  /* cairo could not go on; the message says why */
} ToriReportError;

/* Font sizes that are taken, in points; others are moved to the nearest of them. */
#define TORI_REPORT_FONT_SIZE_MIN 5.0
#define TORI_REPORT_FONT_SIZE_MAX 16.0

/**
 * ToriReportOptions:
 * @kind: what is printed
 * @year: fiscal year of the entries, or 0 for the year that the plan reports
 * @only: (nullable): names or ids of the departments or divisions to print, NULL for all
 * @paper: size of the paper
 * @portrait: whether the paper stands upright
 * @font_size: of running text, in points, or 0 for what suits the paper
 *
 * All zero is the table of the plan's year on A4 landscape.
 */
typedef struct
{
  ToriReportKind kind;
  int year;
  const char *const *only;
  ToriPaper paper;
  gboolean portrait;
  double font_size;
} ToriReportOptions;

/* A department or division of which a summary can be printed. */
typedef struct
{
  char *id;
  char *name; /* as on paper: 総務部 or 総務部人事課 */
} ToriReportPart;

GType tori_report_kind_get_type (void);
GType tori_paper_get_type (void);
GQuark tori_report_error_quark (void);

gboolean tori_report_kind_parse (const char *word, ToriReportKind *kind);
gboolean tori_paper_parse (const char *word, ToriPaper *paper);
void tori_paper_get_size (ToriPaper paper, gboolean portrait, double *width, double *height);

GPtrArray *tori_report_list_parts (ToriPlan *plan, ToriReportKind kind, int year);
void tori_report_part_free (ToriReportPart *part);

ToriPages *tori_report_lay_out (ToriPlan *plan, const ToriReportOptions *options, GError **error);
GBytes *tori_report_to_pdf (ToriPlan *plan, const ToriReportOptions *options, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriReportPart, tori_report_part_free)

G_END_DECLS
