/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-pillar.h"
#include "model/tori-totals.h"
#include "report/tori-paper-words.h"
#include "report/tori-report.h"
#include "report/tori-scope.h"
#include "report/tori-sheet.h"

G_BEGIN_DECLS

/* The columns of a table; widths in points. */
typedef struct
{
  /* the years of the schedule */
  int first;
  guint n_years;
  guint n; /* of columns */
  double *widths;
  double font_size;
} ToriReportColumns;

/* What the rows of one table have in common: whose table it is and how its columns stand. */
typedef struct
{
  ToriPlan *plan;
  int year;
  ToriScope *scope;           /* whose initiatives */
  ToriScope *topics;          /* whose topics are told in full */
  gboolean part;              /* of a department or division: what is others' is only named */
  ToriReportColumns *columns; /* counted reference */
  ToriRowFunc fill;           /* the row of an initiative */
  gboolean all_years;         /* initiatives that are no part of the plan in this year too */
  gboolean turn_page;         /* begins on a page of its own */
  char *prefix;               /* of the names of its rows, which are those of one part among several */
} ToriReportTable;

/* The columns of the tables. Those of the years follow TORI_COLUMN_ITEM; then come the rest, which are those
 * of the table of results or of the schedule. */
enum
{
  TORI_COLUMN_NUMBER,
  TORI_COLUMN_TITLE,
  TORI_COLUMN_ITEM,
  TORI_COLUMN_YEARS,
};

enum
{
  TORI_COLUMN_ACTIONS,
  TORI_COLUMN_LEVEL,
  TORI_COLUMN_STATUS,
  TORI_COLUMN_CHARGE,
  TORI_N_COLUMNS_AFTER_YEARS,
};

enum
{
  TORI_COLUMN_SCHEDULE_CHARGE,
  TORI_N_SCHEDULE_COLUMNS_AFTER_YEARS,
};

/* What a row is about. */
typedef struct
{
  ToriReportTable *table; /* counted reference */
  ToriInitiative *initiative;
  guint place; /* in its pillar, from 1 */
} ToriReportRow;

ToriReportColumns *tori_report_columns_new (
    ToriPlan *plan, int year, const ToriReportOptions *options, double width, double font_size);
void tori_report_columns_unref (ToriReportColumns *self);
gboolean tori_report_columns_equal (const ToriReportColumns *self, const ToriReportColumns *other);
double tori_report_estimate_width (const char *text);

void tori_report_judge_changes (ToriPages *pages,
                                ToriPlan *plan,
                                const ToriReportOptions *options,
                                ToriReportColumns *columns,
                                double width);

ToriReportTable *tori_report_table_new (
    ToriPlan *plan, int year, GPtrArray *records, gboolean part, ToriReportColumns *columns);
void tori_report_table_unref (ToriReportTable *self);
guint tori_report_table_get_column (const ToriReportTable *self, guint after_years);
guint tori_report_table_get_n_columns (const ToriReportTable *self);
const char *tori_report_table_get_scale_title (const ToriReportTable *self);
const char *tori_report_table_get_level_title (const ToriReportTable *self);
char *tori_report_table_dup_row_name (const ToriReportTable *self, ToriInitiative *initiative);
char *tori_report_table_dup_year_label (const ToriReportTable *self, guint i);
void tori_report_table_add_rows (ToriReportTable *self, ToriSection *section, guint outline_level);
void tori_report_table_add (ToriReportTable *self, ToriSheet *sheet, guint outline_level);

ToriReportRow *tori_report_row_new (ToriReportTable *table, ToriInitiative *initiative, guint place);
void tori_report_row_free (gpointer data);
char *tori_report_row_dup_title (const ToriReportRow *row);
char *tori_report_row_dup_merged_note (const ToriReportRow *row);

void tori_report_write_outline (ToriCellWriter *writer, const ToriReportRow *row);
void tori_report_add_number_cell (ToriCellWriter *writer, const ToriReportRow *row);
void tori_report_add_title_cell (ToriCellWriter *writer, const ToriReportRow *row);
void tori_report_add_schedule_cell (ToriCellWriter *writer, const ToriReportRow *row, ToriEntry *entry);
void tori_report_add_actions (ToriCellWriter *writer, const ToriReportRow *row, ToriEntry *entry);
void
tori_report_add_levels (ToriCellWriter *writer, const ToriReportRow *row, ToriEntry *entry, ToriAlign align);
void
tori_report_add_charge (ToriCellWriter *writer, const ToriReportRow *row, ToriEntry *entry, double width);
void tori_report_add_divisions_cell (ToriCellWriter *writer,
                                     ToriInitiative *initiative,
                                     int year,
                                     guint column,
                                     double width,
                                     double font_size);
void tori_report_add_topic_heading (ToriCellWriter *writer, const ToriReportRow *row, ToriTopic *topic);
void
tori_report_add_blocks (ToriCellWriter *writer, const ToriReportRow *row, ToriEntry *entry, ToriList *blocks);
void tori_report_add_indicators (ToriCellWriter *writer, const ToriReportRow *row);
void
tori_report_add_note (ToriCellWriter *writer, const ToriReportRow *row, ToriEntry *entry, gboolean heading);
char *tori_report_dup_divisions (ToriPlan *plan, const char *const *ids);
char *tori_report_dup_others (const ToriReportTable *table, ToriInitiative *initiative);

void tori_report_fill_initiative (ToriCellWriter *writer, gpointer data);
void tori_report_fill_merged (ToriCellWriter *writer, gpointer data);
void tori_report_fill_relisted (ToriCellWriter *writer, gpointer data);
void tori_report_fill_others (ToriCellWriter *writer, gpointer data);

char *tori_report_dup_stamp (ToriPlan *plan, int year);
char *tori_report_dup_lead (ToriPlan *plan, int year, const char *date);
void tori_report_add_approvals (ToriSheet *sheet, const char *const *titles);
ToriSection *tori_report_add_heading (ToriSheet *sheet, gboolean turn_page);
void tori_report_add_line (ToriSection *section, ToriStyle style, ToriAlign align, const char *text);
void tori_report_add_counts (ToriReportTable *table, ToriSheet *sheet);
void tori_report_add_list (ToriReportTable *table, ToriSheet *sheet);
char *tori_report_dup_pillar_title (ToriPillar *pillar);
void tori_report_add_band (ToriPlan *plan, ToriSection *section, guint n_columns, const char *text);
char *tori_report_dup_level_title (const ToriTotalsLevel *level);

void tori_report_add_lanes (ToriCellWriter *writer, const ToriReportTable *table, const ToriLanes *lanes);
void tori_report_append_spans_outside (GString *text, const ToriReportTable *table, const ToriLanes *lanes);
gboolean
tori_report_add_legend (const ToriReportTable *table, ToriSheet *sheet, const char *year, gboolean always);

void
tori_report_add_frames (ToriPlan *plan, int year, ToriRecord *record, const char *prefix, ToriSheet *sheet);
void tori_report_add_schedule (ToriPlan *plan, int year, GPtrArray *records, ToriSheet *sheet);
void tori_report_add_totals (ToriPlan *plan, int year, ToriSheet *sheet);

char *tori_report_dup_part_name (ToriRecord *record);
char *tori_report_name_file (ToriRecord *record, int year, GHashTable *taken);
GPtrArray *tori_report_find_busy (ToriPlan *plan, ToriReportKind kind, int year);
GPtrArray *tori_report_find_called (ToriPlan *plan, const ToriReportOptions *options, GError **error);

const char *tori_report_get_not_assessed (ToriPlan *plan);

G_END_DECLS
