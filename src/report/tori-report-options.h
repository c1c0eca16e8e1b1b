/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TORI_TYPE_REPORT_KIND (tori_report_kind_get_type ())
#define TORI_TYPE_REPORT_FORM (tori_report_form_get_type ())
#define TORI_TYPE_REPORT_COLUMN (tori_report_column_get_type ())
#define TORI_TYPE_PAPER (tori_paper_get_type ())
#define TORI_TYPE_BINDING (tori_binding_get_type ())

/* What is printed. The nicks of this and of the following are the words of the command line. */
typedef enum
{
  TORI_REPORT_TABLE,      /* the wide table of all initiatives */
  TORI_REPORT_DEPARTMENT, /* each department's initiatives, with its own topics only */
  TORI_REPORT_DIVISION,   /* the same for divisions */
  TORI_REPORT_TOTALS,     /* how many initiatives have reached which level; takes all of them */
  TORI_REPORT_SCHEDULE,   /* the arrows of the whole plan */
} ToriReportKind;

/* How the initiatives of a department or division are told. */
typedef enum
{
  TORI_REPORT_FORM_TABLE,  /* in the columns of the wide table */
  TORI_REPORT_FORM_BLOCKS, /* one under the other, each in a frame of its own */
} ToriReportForm;

typedef enum
{
  TORI_PAPER_A4,
  TORI_PAPER_A3,
} ToriPaper;

/* The edge at which the sheets are held together. */
typedef enum
{
  TORI_BINDING_LEFT,
  TORI_BINDING_TOP,
  TORI_BINDING_NONE,
} ToriBinding;

/* The columns of the table whose widths can be set. */
typedef enum
{
  TORI_REPORT_COLUMN_TITLE,
  TORI_REPORT_COLUMN_ITEM,
  TORI_REPORT_COLUMN_YEAR, /* each of the years */
  TORI_REPORT_COLUMN_ACTIONS,
  TORI_REPORT_COLUMN_LEVEL,
  TORI_REPORT_COLUMN_STATUS,
  TORI_REPORT_COLUMN_CHARGE,
} ToriReportColumn;
#define TORI_N_REPORT_COLUMNS (TORI_REPORT_COLUMN_CHARGE + 1)

/* Limits of what is taken; what lies outside is moved to the nearest. Sizes of letters are in points, the
 * rest in millimetres. A foot stands in the lower margin, which therefore cannot be less than this. */
#define TORI_REPORT_FONT_SIZE_MIN 5.0
#define TORI_REPORT_FONT_SIZE_MAX 16.0
#define TORI_REPORT_MARGIN_MIN 10.0
#define TORI_REPORT_MARGIN_MAX 50.0
#define TORI_REPORT_MARGIN_BOUND_MIN 25.0 /* at the edge that is bound, as offices ask for */
#define TORI_REPORT_WIDTH_MIN 5.0
#define TORI_REPORT_WIDTH_MAX 200.0

/* In millimetres; 0 is what suits the binding. */
typedef struct
{
  double left, right, top, bottom;
} ToriReportMargins;

/**
 * ToriReportOptions:
 * @kind: what is printed
 * @year: fiscal year of the entries, or 0 for the year that the plan reports
 * @only: (nullable): names or ids of the departments or divisions to print, NULL for all
 * @form: how departments and divisions tell their initiatives
 * @paper: size of the paper
 * @portrait: whether the paper stands upright
 * @font_size: of running text, in points, or 0 for what suits the paper
 * @binding: the edge at which the sheets are held together
 * @margins: of the paper
 * @approvals: (nullable): titles of the boxes for approval (決裁欄) on the first page, NULL for none
 * @date: (nullable): what stands under the heading as the date of the report; "" is none, NULL is when the
 *   entries of the year were changed last, or none when that is not known
 * @widths: of the table's columns in millimetres, 0 for what suits the contents
 *
 * All zero is the table of the plan's year on A4 landscape.
 */
typedef struct
{
  ToriReportKind kind;
  int year;
  const char *const *only;
  ToriReportForm form;
  ToriPaper paper;
  gboolean portrait;
  double font_size;
  ToriBinding binding;
  ToriReportMargins margins;
  const char *const *approvals;
  const char *date;
  double widths[TORI_N_REPORT_COLUMNS];
} ToriReportOptions;

GType tori_report_kind_get_type (void);
GType tori_report_form_get_type (void);
GType tori_report_column_get_type (void);
GType tori_paper_get_type (void);
GType tori_binding_get_type (void);

gboolean tori_report_kind_parse (const char *word, ToriReportKind *kind);
gboolean tori_report_form_parse (const char *word, ToriReportForm *form);
gboolean tori_report_column_parse (const char *word, ToriReportColumn *column);
gboolean tori_paper_parse (const char *word, ToriPaper *paper);
gboolean tori_binding_parse (const char *word, ToriBinding *binding);

void tori_paper_get_size (ToriPaper paper, gboolean portrait, double *width, double *height);
ToriReportMargins tori_report_options_find_margins (const ToriReportOptions *self);
double tori_report_options_find_font_size (const ToriReportOptions *self);

ToriReportOptions *tori_report_options_copy (const ToriReportOptions *self);
void tori_report_options_free (ToriReportOptions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriReportOptions, tori_report_options_free)

G_END_DECLS
