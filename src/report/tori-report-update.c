/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/tori-indicator.h"
#include "report/tori-pages-private.h"
#include "report/tori-report-private.h"

/* Which changes of the plan a report takes up while it is shown. The user's words come and go in their rows;
 * whatever may move a column, a row or a count, or the date on paper, wants the report to be laid out anew.
 */

typedef struct
{
  ToriPlan *plan;
  ToriReportOptions *options;
  int year;
  double width;
  ToriReportColumns *columns;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->plan);
  tori_report_options_free (form->options);
  tori_report_columns_unref (form->columns);
  g_free (form);
}

/* Takes up the time of the last change; only another day would be another word on paper. */
static gboolean
take_stamp (const Form *form, ToriPagesInfo *info)
{
  g_autofree char *former = g_steal_pointer (&info->date);

  info->date = tori_report_dup_stamp (form->plan, form->year);
  return strncmp (former, info->date, strlen ("2017-03-31")) == 0;
}

static gboolean
keeps_columns (const Form *form)
{
  ToriReportColumns *columns = tori_report_columns_new (form->plan, form->year, form->options, form->width,
                                                        tori_report_options_find_font_size (form->options));
  gboolean equal = tori_report_columns_equal (columns, form->columns);

  tori_report_columns_unref (columns);
  return equal;
}

/* Whether an initiative was merged into this one: its row names this one. */
static gboolean
is_named_elsewhere (const Form *form, ToriRecord *initiative)
{
  ToriList *pillars = tori_plan_get_pillars (form->plan);

  for (guint p = 0; p < tori_list_get_length (pillars); p++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, p));

      for (guint i = 0; i < tori_list_get_length (initiatives); i++)
        {
          if (g_strcmp0 (tori_initiative_get_merged_into (tori_list_get (initiatives, i)),
                         tori_record_get_id (initiative))
              == 0)
            return TRUE;
        }
    }
  return FALSE;
}

static ToriPagesChange
judge_change (ToriPagesInfo *info, ToriRecord *changed, const ToriField *field, gpointer data)
{
  const Form *form = data;
  gboolean words = field->kind == TORI_FIELD_TEXT || field->kind == TORI_FIELD_DECIMAL;

  if (TORI_IS_ENTRY (changed) && g_str_equal (field->name, "modified"))
    return take_stamp (form, info) ? TORI_PAGES_CHANGE_NOTHING : TORI_PAGES_CHANGE_ALL;
  if (TORI_IS_INITIATIVE (changed))
    words = g_str_equal (field->name, "title") && !is_named_elsewhere (form, changed);
  if (TORI_IS_INDICATOR (changed))
    words = words || g_str_equal (field->name, "values");
  return words && keeps_columns (form) ? TORI_PAGES_CHANGE_ROWS : TORI_PAGES_CHANGE_ALL;
}

/**
 * tori_report_judge_changes:
 * @pages: pages of a report
 * @plan: its plan
 * @options: how it was laid out
 * @columns: columns of its tables
 * @width: of these tables, in points
 *
 * Lets the pages take up what can be taken up while they are shown.
 */
void
tori_report_judge_changes (ToriPages *pages,
                           ToriPlan *plan,
                           const ToriReportOptions *options,
                           ToriReportColumns *columns,
                           double width)
{
  Form *form = g_new0 (Form, 1);

  form->plan = g_object_ref (plan);
  form->options = tori_report_options_copy (options);
  form->year = options->year != 0 ? options->year : tori_plan_get_year (plan);
  form->width = width;
  form->columns = g_rc_box_acquire (columns);
  tori_pages_set_judge (pages, judge_change, form, form_free);
}
