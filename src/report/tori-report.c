/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-report.h"

#include "model/tori-label.h"
#include "report/tori-pages-private.h"
#include "report/tori-pdf.h"
#include "report/tori-report-private.h"

/* The printed kinds: what goes onto a sheet in which order. */

G_DEFINE_QUARK (tori - report - error - quark, tori_report_error)

#define POINTS_PER_MM (72 / 25.4)

typedef struct
{
  ToriPlan *plan;
  int year;
  char *heading;
  char *lead; /* date and organization */
  ToriSheet *sheet;
  ToriReportColumns *columns;
} Job;

static void
job_clear (Job *job)
{
  g_free (job->heading);
  g_free (job->lead);
  g_clear_pointer (&job->sheet, tori_sheet_free);
  g_clear_pointer (&job->columns, tori_report_columns_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static gboolean
job_init (Job *job, ToriPlan *plan, const ToriReportOptions *options, GError **error)
{
  const ToriReportMargins margins = tori_report_options_find_margins (options);
  ToriSheetSize size = { .left = margins.left * POINTS_PER_MM,
                         .right = margins.right * POINTS_PER_MM,
                         .top = margins.top * POINTS_PER_MM,
                         .bottom = margins.bottom * POINTS_PER_MM,
                         .font_size = tori_report_options_find_font_size (options) };

  tori_paper_get_size (options->paper, options->portrait, &size.width, &size.height);
  job->plan = plan;
  job->year = options->year != 0 ? options->year : tori_plan_get_year (plan);
  job->heading = tori_label_heading (plan, job->year,
                                     tori_paper_words_get (plan, "{title}: results of {year} by initiative"));
  job->columns =
      tori_report_columns_new (plan, job->year, options, size.width - size.left - size.right, size.font_size);
  job->lead = tori_report_dup_lead (plan, job->year, options->date);
  job->sheet = tori_sheet_new (&size, error);
  if (job->sheet == NULL)
    return FALSE;
  tori_sheet_set_foot (job->sheet, job->heading, tori_plan_get_organization (plan));
  return TRUE;
}

static void
lay_out_table (Job *job, GPtrArray *records)
{
  ToriReportTable *table = tori_report_table_new (job->plan, job->year, records, FALSE, job->columns);
  ToriSection *heading = tori_report_add_heading (job->sheet, FALSE);

  tori_report_add_line (heading, TORI_STYLE_HEADING, TORI_ALIGN_CENTER, job->heading);
  tori_report_add_line (heading, TORI_STYLE_LEAD, TORI_ALIGN_END, job->lead);
  tori_report_table_add (table, job->sheet, 0);
  tori_report_table_unref (table);
}

/* The cover: whose summary it is, how far its initiatives got, and which they are. Then they are told, on
 * pages of their own. */
static void
lay_out_part (Job *job, ToriRecord *record, ToriReportForm form, gboolean turn_page)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  ToriReportTable *table;
  g_autofree char *name = tori_report_dup_part_name (record);
  g_autofree char *foot = g_strconcat (job->heading, "　", name, NULL);
  g_autofree char *prefix =
      g_strconcat (G_OBJECT_TYPE_NAME (record), ":", tori_record_get_id (record), "/", NULL);
  ToriSection *heading;

  g_ptr_array_add (records, record);
  table = tori_report_table_new (job->plan, job->year, records, TRUE, job->columns);
  table->prefix = g_strdup (prefix);
  table->turn_page = TRUE;
  tori_sheet_begin_part (job->sheet, name);
  tori_sheet_set_foot (job->sheet, foot, tori_plan_get_organization (job->plan));
  heading = tori_report_add_heading (job->sheet, turn_page);
  tori_report_add_line (heading, TORI_STYLE_LEAD, TORI_ALIGN_CENTER, job->heading);
  tori_report_add_line (heading, TORI_STYLE_HEADING, TORI_ALIGN_CENTER, name);
  tori_section_outline_row (heading, 0, name);
  tori_report_add_line (heading, TORI_STYLE_LEAD, TORI_ALIGN_END, job->lead);
  tori_report_add_counts (table, job->sheet);
  tori_report_add_list (table, job->sheet);
  if (form == TORI_REPORT_FORM_BLOCKS)
    tori_report_add_frames (job->plan, job->year, record, prefix, job->sheet);
  else
    tori_report_table_add (table, job->sheet, 1);
  tori_report_table_unref (table);
}

/* A heading of @title under the plan's own, on all pages. */
static void
lay_out_title (Job *job, const char *title)
{
  ToriSection *heading = tori_report_add_heading (job->sheet, FALSE);
  g_autofree char *whole = g_strconcat (job->heading, "　", title, NULL);

  tori_report_add_line (heading, TORI_STYLE_LEAD, TORI_ALIGN_CENTER, job->heading);
  tori_report_add_line (heading, TORI_STYLE_HEADING, TORI_ALIGN_CENTER, title);
  tori_report_add_line (heading, TORI_STYLE_LEAD, TORI_ALIGN_END, job->lead);
  g_free (job->heading);
  job->heading = g_steal_pointer (&whole);
  tori_sheet_set_foot (job->sheet, job->heading, tori_plan_get_organization (job->plan));
}

static void
lay_out_parts (Job *job, ToriReportForm form, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    lay_out_part (job, g_ptr_array_index (records, i), form, i > 0);
  if (records->len == 0)
    lay_out_table (job, records);
}

static void
lay_out (Job *job, const ToriReportOptions *options, GPtrArray *records)
{
  switch (options->kind)
    {
    case TORI_REPORT_TABLE: lay_out_table (job, records); break;
    case TORI_REPORT_TOTALS:
      lay_out_title (job, tori_paper_words_get (job->plan, "Totals by level"));
      tori_report_add_totals (job->plan, job->year, job->sheet);
      break;
    case TORI_REPORT_SCHEDULE:
      lay_out_title (job, tori_paper_words_get (job->plan, "Schedule of the plan"));
      tori_report_add_schedule (job->plan, job->year, records, job->sheet);
      break;
    case TORI_REPORT_DEPARTMENT:
    case TORI_REPORT_DIVISION: lay_out_parts (job, options->form, records); break;
    default: g_assert_not_reached ();
    }
}

/**
 * tori_report_lay_out:
 * @plan: a plan
 * @options: what is wanted
 * @error: return location for an error
 *
 * Lays a report out. The pages are made when they are asked for, so this is quick; the plan must not be
 * changed until they are, and a change of it needs a new report.
 *
 * Returns: (transfer full) (nullable): the pages, or NULL when there is no Japanese font or nobody is called
 * as @options want it
 */
ToriPages *
tori_report_lay_out (ToriPlan *plan, const ToriReportOptions *options, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_auto (Job) job = { NULL };
  const ToriSheetSize *size;
  ToriPagesInfo info;
  ToriPages *pages;
  double width;

  g_return_val_if_fail (TORI_IS_PLAN (plan), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (!job_init (&job, plan, options, error))
    return NULL;
  if (options->only != NULL && options->only[0] != NULL)
    {
      records = tori_report_find_called (plan, options, error);
      if (records == NULL)
        return NULL;
    }
  else if (options->kind == TORI_REPORT_DEPARTMENT || options->kind == TORI_REPORT_DIVISION)
    records = tori_report_find_busy (plan, options->kind, job.year);
  tori_report_add_approvals (job.sheet, options->approvals);
  lay_out (&job, options, records);
  info.title = g_strdup (job.heading);
  info.author = g_strdup (tori_plan_get_organization (plan));
  info.date = tori_report_dup_stamp (plan, job.year);
  info.language = tori_paper_words_get_language (plan);
  size = tori_sheet_get_size (job.sheet);
  width = size->width - size->left - size->right;
  pages = tori_pages_new (g_steal_pointer (&job.sheet), info);
  tori_report_judge_changes (pages, plan, options, job.columns, width);
  return pages;
}

/**
 * tori_report_to_pdf:
 * @plan: a plan
 * @options: what is wanted
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the report as PDF
 */
GBytes *
tori_report_to_pdf (ToriPlan *plan, const ToriReportOptions *options, GError **error)
{
  g_autoptr (ToriPages) pages = tori_report_lay_out (plan, options, error);
  g_autoptr (ToriPdf) pdf = NULL;

  if (pages == NULL)
    return NULL;
  pdf = tori_pdf_new (pages);
  tori_pdf_forget_drawn (pdf);
  return tori_pdf_finish (pdf, error);
}
