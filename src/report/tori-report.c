/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-report.h"

#include "model/tori-charge.h"
#include "model/tori-department.h"
#include "model/tori-label.h"
#include "report/tori-pages-private.h"
#include "report/tori-report-private.h"

/* The printed kinds: what goes onto a sheet in which order. This is the one layer below the interfaces that
 * holds translated words: paper has a form whose words nobody above could put in. */

G_DEFINE_QUARK (tori - report - error - quark, tori_report_error)
G_DEFINE_ENUM_TYPE (ToriReportKind,
                    tori_report_kind,
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_TABLE, "table"),
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_DEPARTMENT, "department"),
                    G_DEFINE_ENUM_VALUE (TORI_REPORT_DIVISION, "division"))
G_DEFINE_ENUM_TYPE (ToriPaper,
                    tori_paper,
                    G_DEFINE_ENUM_VALUE (TORI_PAPER_A4, "A4"),
                    G_DEFINE_ENUM_VALUE (TORI_PAPER_A3, "A3"))

/* In points. The left margin is for the binding: 25 mm, as offices ask for. */
#define POINTS_PER_MM (72 / 25.4)
#define MARGIN_LEFT (25 * POINTS_PER_MM)
#define MARGIN_RIGHT (12 * POINTS_PER_MM)
#define MARGIN_TOP (15 * POINTS_PER_MM)
#define MARGIN_BOTTOM (15 * POINTS_PER_MM)

static gboolean
parse_nick (GType type, const char *word, int *value)
{
  GEnumClass *klass = g_type_class_ref (type);
  gboolean found = FALSE;

  for (guint i = 0; i < klass->n_values && !found; i++)
    {
      found = g_ascii_strcasecmp (klass->values[i].value_nick, word) == 0;
      if (found)
        *value = klass->values[i].value;
    }
  g_type_class_unref (klass);
  return found;
}

/**
 * tori_report_kind_parse:
 * @word: a word of the command line
 * @kind: (out): the kind that it names
 *
 * Returns: whether there is such a kind
 */
gboolean
tori_report_kind_parse (const char *word, ToriReportKind *kind)
{
  int value;

  if (!parse_nick (TORI_TYPE_REPORT_KIND, word, &value))
    return FALSE;
  *kind = (ToriReportKind) value;
  return TRUE;
}

/**
 * tori_paper_parse:
 * @word: a word of the command line; small letters are taken too
 * @paper: (out): the paper that it names
 *
 * Returns: whether there is such a paper
 */
gboolean
tori_paper_parse (const char *word, ToriPaper *paper)
{
  int value;

  if (!parse_nick (TORI_TYPE_PAPER, word, &value))
    return FALSE;
  *paper = (ToriPaper) value;
  return TRUE;
}

/**
 * tori_paper_get_size:
 * @paper: a paper
 * @portrait: whether it stands upright
 * @width: (out): its width in points
 * @height: (out): its height
 */
void
tori_paper_get_size (ToriPaper paper, gboolean portrait, double *width, double *height)
{
  double shorter = (paper == TORI_PAPER_A3 ? 297 : 210) * POINTS_PER_MM;
  double longer = (paper == TORI_PAPER_A3 ? 420 : 297) * POINTS_PER_MM;

  *width = portrait ? shorter : longer;
  *height = portrait ? longer : shorter;
}

/* Departments and divisions */

/**
 * tori_report_part_free:
 * @part: (transfer full): a part
 */
void
tori_report_part_free (ToriReportPart *part)
{
  g_free (part->id);
  g_free (part->name);
  g_free (part);
}

static char *
dup_part_name (ToriRecord *record)
{
  if (TORI_IS_DEPARTMENT (record))
    return g_strdup (tori_department_get_name (TORI_DEPARTMENT (record)));
  return tori_label_division (TORI_DIVISION (record));
}

static GPtrArray *
list_records (ToriPlan *plan, ToriReportKind kind)
{
  GPtrArray *records = g_ptr_array_new ();
  ToriList *departments = tori_plan_get_departments (plan);

  for (guint i = 0; kind != TORI_REPORT_TABLE && i < tori_list_get_length (departments); i++)
    {
      ToriDepartment *department = tori_list_get (departments, i);
      ToriList *divisions = tori_department_get_divisions (department);

      if (kind == TORI_REPORT_DEPARTMENT)
        g_ptr_array_add (records, department);
      for (guint k = 0; kind == TORI_REPORT_DIVISION && k < tori_list_get_length (divisions); k++)
        g_ptr_array_add (records, tori_list_get (divisions, k));
    }
  return records;
}

static GPtrArray *
single (ToriRecord *record)
{
  GPtrArray *records = g_ptr_array_new ();

  g_ptr_array_add (records, record);
  return records;
}

static gboolean
is_in_charge (ToriPlan *plan, int year, ToriRecord *record)
{
  g_autoptr (GPtrArray) records = single (record);
  g_autoptr (ToriScope) scope = tori_scope_new (year, records);
  ToriList *pillars = tori_plan_get_pillars (plan);

  for (guint p = 0; p < tori_list_get_length (pillars); p++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, p));

      for (guint i = 0; i < tori_list_get_length (initiatives); i++)
        {
          ToriInitiative *initiative = tori_list_get (initiatives, i);

          if (tori_initiative_covers_year (initiative, year)
              && tori_scope_get_charge (scope, initiative) != TORI_CHARGE_NONE)
            return TRUE;
        }
    }
  return FALSE;
}

/* Those of @kind that are in charge of anything in @year, in the order of the directory. */
static GPtrArray *
list_busy_records (ToriPlan *plan, ToriReportKind kind, int year)
{
  g_autoptr (GPtrArray) all = list_records (plan, kind);
  GPtrArray *busy = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      if (is_in_charge (plan, year, g_ptr_array_index (all, i)))
        g_ptr_array_add (busy, g_ptr_array_index (all, i));
    }
  return busy;
}

/**
 * tori_report_list_parts:
 * @plan: a plan
 * @kind: departments or divisions; the table has no parts
 * @year: a fiscal year, or 0 for the plan's
 *
 * Returns: (transfer full) (element-type ToriReportPart): those of whom a summary can be printed, since they
 * are in charge of something in that year
 */
GPtrArray *
tori_report_list_parts (ToriPlan *plan, ToriReportKind kind, int year)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) tori_report_part_free);
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (TORI_IS_PLAN (plan), parts);

  records = list_busy_records (plan, kind, year != 0 ? year : tori_plan_get_year (plan));
  for (guint i = 0; i < records->len; i++)
    {
      ToriRecord *record = g_ptr_array_index (records, i);
      ToriReportPart *part = g_new0 (ToriReportPart, 1);

      part->id = g_strdup (tori_record_get_id (record));
      part->name = dup_part_name (record);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static gboolean
is_called (ToriRecord *record, const char *word)
{
  g_autofree char *name = dup_part_name (record);

  if (g_str_equal (name, word) || g_str_equal (tori_record_get_id (record), word))
    return TRUE;
  return TORI_IS_DIVISION (record) && g_str_equal (tori_division_get_name (TORI_DIVISION (record)), word);
}

static void
add_called (GPtrArray *found, GPtrArray *among, const char *word)
{
  for (guint i = 0; i < among->len; i++)
    {
      ToriRecord *record = g_ptr_array_index (among, i);

      if (is_called (record, word) && !g_ptr_array_find (found, record, NULL))
        g_ptr_array_add (found, record);
    }
}

/* Who is meant by the words of @only. A department's summary is of departments, a division's of divisions (a
 * department stands for all of its own); the table takes both. */
static GPtrArray *
find_records (ToriPlan *plan, const ToriReportOptions *options, GError **error)
{
  g_autoptr (GPtrArray) departments = list_records (plan, TORI_REPORT_DEPARTMENT);
  g_autoptr (GPtrArray) divisions = list_records (plan, TORI_REPORT_DIVISION);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; options->only[i] != NULL; i++)
    {
      const char *word = options->only[i];
      guint before = found->len;

      if (options->kind != TORI_REPORT_DIVISION)
        add_called (found, departments, word);
      if (options->kind != TORI_REPORT_DEPARTMENT)
        add_called (found, divisions, word);
      if (found->len == before)
        {
          g_set_error_literal (error, TORI_REPORT_ERROR, TORI_REPORT_ERROR_NO_PART, word);
          return NULL;
        }
    }
  return g_steal_pointer (&found);
}

/* Laying out */

typedef struct
{
  ToriPlan *plan;
  int year;
  char *heading;
  ToriSheet *sheet;
  double width; /* of a table */
  double font_size;
} Job;

static void
job_clear (Job *job)
{
  g_free (job->heading);
  g_clear_pointer (&job->sheet, tori_sheet_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static double
get_font_size (const ToriReportOptions *options)
{
  if (options->font_size > 0)
    return CLAMP (options->font_size, TORI_REPORT_FONT_SIZE_MIN, TORI_REPORT_FONT_SIZE_MAX);
  if (options->paper == TORI_PAPER_A3)
    return options->portrait ? 8.5 : 9.5;
  return options->portrait ? 7.5 : 8;
}

static gboolean
job_init (Job *job, ToriPlan *plan, const ToriReportOptions *options, GError **error)
{
  ToriSheetSize size = {
    .left = MARGIN_LEFT, .right = MARGIN_RIGHT, .top = MARGIN_TOP, .bottom = MARGIN_BOTTOM
  };

  tori_paper_get_size (options->paper, options->portrait, &size.width, &size.height);
  size.font_size = get_font_size (options);
  job->plan = plan;
  job->year = options->year != 0 ? options->year : tori_plan_get_year (plan);
  job->heading = tori_label_heading (plan, job->year,
                                     tori_paper_words_get (plan, "{title}: results of {year} by initiative"));
  job->width = size.width - size.left - size.right;
  job->font_size = size.font_size;
  job->sheet = tori_sheet_new (&size, error);
  if (job->sheet == NULL)
    return FALSE;
  tori_sheet_set_foot (job->sheet, job->heading, tori_plan_get_organization (plan));
  return TRUE;
}

static void
lay_out_table (Job *job, GPtrArray *records)
{
  ToriReportTable *table =
      tori_report_table_new (job->plan, job->year, records, FALSE, job->width, job->font_size);
  ToriSection *heading = tori_report_add_heading (job->sheet, FALSE);

  tori_report_add_line (heading, TORI_STYLE_HEADING, TORI_ALIGN_CENTER, job->heading);
  tori_report_add_line (heading, TORI_STYLE_LEAD, TORI_ALIGN_END, tori_plan_get_organization (job->plan));
  tori_report_table_add (table, job->sheet, 0);
  tori_report_table_unref (table);
}

static void
lay_out_part (Job *job, ToriRecord *record)
{
  g_autoptr (GPtrArray) records = single (record);
  ToriReportTable *table =
      tori_report_table_new (job->plan, job->year, records, TRUE, job->width, job->font_size);
  g_autofree char *name = dup_part_name (record);
  g_autofree char *foot = g_strconcat (job->heading, "　", name, NULL);
  ToriSection *heading;

  tori_sheet_set_foot (job->sheet, foot, tori_plan_get_organization (job->plan));
  heading = tori_report_add_heading (job->sheet, TRUE);
  tori_report_add_line (heading, TORI_STYLE_LEAD, TORI_ALIGN_CENTER, job->heading);
  tori_report_add_line (heading, TORI_STYLE_HEADING, TORI_ALIGN_CENTER, name);
  tori_section_outline_row (heading, 0, name);
  tori_report_add_line (heading, TORI_STYLE_LEAD, TORI_ALIGN_END, tori_plan_get_organization (job->plan));
  tori_report_add_counts (table, job->sheet);
  tori_report_table_add (table, job->sheet, 1);
  tori_report_table_unref (table);
}

/* What the file is dated with: SOURCE_DATE_EPOCH, or when an entry of the year was changed last, or the end
 * of the fiscal year. Never the present: the same plan gives the same bytes. */
static char *
dup_date (ToriPlan *plan, int year)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) latest = NULL;
  ToriList *pillars = tori_plan_get_pillars (plan);

  if (epoch != NULL && *epoch != '\0')
    latest = g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10));
  for (guint p = 0; (epoch == NULL || latest == NULL) && p < tori_list_get_length (pillars); p++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, p));

      for (guint i = 0; i < tori_list_get_length (initiatives); i++)
        {
          ToriEntry *entry = tori_initiative_find_entry (tori_list_get (initiatives, i), year);
          const ToriStamp *stamp = entry != NULL ? tori_entry_get_modified (entry) : NULL;
          g_autoptr (GDateTime) time =
              stamp != NULL && stamp->at != NULL ? g_date_time_new_from_iso8601 (stamp->at, NULL) : NULL;

          if (time != NULL && (latest == NULL || g_date_time_compare (time, latest) > 0))
            {
              g_clear_pointer (&latest, g_date_time_unref);
              latest = g_steal_pointer (&time);
            }
        }
    }
  if (latest == NULL)
    latest = g_date_time_new_utc (year + 1, 3, 31, 0, 0, 0);
  return g_date_time_format (latest, "%Y-%m-%dT%H:%M:%S%:z");
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
  ToriPagesInfo info;

  g_return_val_if_fail (TORI_IS_PLAN (plan), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (!job_init (&job, plan, options, error))
    return NULL;
  if (options->only != NULL && options->only[0] != NULL)
    {
      records = find_records (plan, options, error);
      if (records == NULL)
        return NULL;
    }
  else if (options->kind != TORI_REPORT_TABLE)
    records = list_busy_records (plan, options->kind, job.year);
  if (options->kind == TORI_REPORT_TABLE)
    lay_out_table (&job, records);
  else
    {
      for (guint i = 0; i < records->len; i++)
        lay_out_part (&job, g_ptr_array_index (records, i));
      if (records->len == 0)
        lay_out_table (&job, records);
    }
  info.title = g_strdup (job.heading);
  info.author = g_strdup (tori_plan_get_organization (plan));
  info.date = dup_date (plan, job.year);
  return tori_pages_new (g_steal_pointer (&job.sheet), info);
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

  return pages != NULL ? tori_pages_to_pdf (pages, error) : NULL;
}
