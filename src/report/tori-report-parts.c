/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-department.h"
#include "model/tori-label.h"
#include "report/tori-report-private.h"

/* Departments and divisions: of whom summaries can be printed, and who is meant by a word. */

/**
 * tori_report_part_free:
 * @part: (transfer full): a part
 */
void
tori_report_part_free (ToriReportPart *part)
{
  g_free (part->id);
  g_free (part->name);
  g_free (part->file);
  g_free (part);
}

/**
 * tori_report_dup_part_name:
 * @record: a department or division
 *
 * Returns: (transfer full): its name as on paper: 総務部 or 総務部人事課
 */
char *
tori_report_dup_part_name (ToriRecord *record)
{
  if (TORI_IS_DEPARTMENT (record))
    return g_strdup (tori_department_get_name (TORI_DEPARTMENT (record)));
  return tori_label_division (TORI_DIVISION (record));
}

/* All of @kind: departments or divisions. */
static GPtrArray *
list_records (ToriPlan *plan, ToriReportKind kind)
{
  GPtrArray *records = g_ptr_array_new ();
  ToriList *departments = tori_plan_get_departments (plan);

  for (guint i = 0; i < tori_list_get_length (departments); i++)
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

static gboolean
is_in_charge (ToriPlan *plan, int year, ToriRecord *record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (ToriScope) scope = NULL;
  ToriList *pillars = tori_plan_get_pillars (plan);

  g_ptr_array_add (records, record);
  scope = tori_scope_new (year, records);
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

/**
 * tori_report_find_busy:
 * @plan: a plan
 * @kind: what is printed
 * @year: a fiscal year
 *
 * Returns: (transfer container) (element-type ToriRecord): the departments or divisions that are in charge of
 * anything in @year, in the order of the directory; none for other kinds
 */
GPtrArray *
tori_report_find_busy (ToriPlan *plan, ToriReportKind kind, int year)
{
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *busy = g_ptr_array_new ();

  if (kind != TORI_REPORT_DEPARTMENT && kind != TORI_REPORT_DIVISION)
    return busy;
  all = list_records (plan, kind);
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
 * @kind: departments or divisions; other kinds have no parts
 * @year: a fiscal year, or 0 for the plan's
 *
 * Returns: (transfer full) (element-type ToriReportPart): those of whom a summary can be printed, since they
 * are in charge of something in that year
 */
GPtrArray *
tori_report_list_parts (ToriPlan *plan, ToriReportKind kind, int year)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) tori_report_part_free);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (TORI_IS_PLAN (plan), parts);

  if (year == 0)
    year = tori_plan_get_year (plan);
  records = tori_report_find_busy (plan, kind, year);
  for (guint i = 0; i < records->len; i++)
    {
      ToriRecord *record = g_ptr_array_index (records, i);
      ToriReportPart *part = g_new0 (ToriReportPart, 1);

      part->id = g_strdup (tori_record_get_id (record));
      part->name = tori_report_dup_part_name (record);
      part->file = tori_report_name_file (record, year, taken);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static gboolean
is_called (ToriRecord *record, const char *word)
{
  g_autofree char *name = tori_report_dup_part_name (record);

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

/**
 * tori_report_find_called:
 * @plan: a plan
 * @options: whose words "only" there are
 * @error: return location for an error
 *
 * A department's summary is of departments, a division's of divisions; all other kinds take both.
 *
 * Returns: (transfer container) (element-type ToriRecord) (nullable): who is meant, or NULL when nobody is
 * called by one of the words
 */
GPtrArray *
tori_report_find_called (ToriPlan *plan, const ToriReportOptions *options, GError **error)
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
