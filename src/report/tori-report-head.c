/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-label.h"
#include "report/tori-report-private.h"

/* What stands at the head of a report besides its heading: boxes for approval, the date, the organization. */

#define POINTS_PER_MM (72 / 25.4)

/* Of a box for approval: a stamp of 15 mm and some room around it. */
#define APPROVAL_SIZE (18 * POINTS_PER_MM)

/* When the year's entries were changed last, or what SOURCE_DATE_EPOCH says; never the present: the same plan
 * gives the same bytes. NULL: nobody knows. */
static GDateTime *
find_time (ToriPlan *plan, int year)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  ToriList *pillars = tori_plan_get_pillars (plan);
  GDateTime *latest = NULL;

  if (epoch != NULL && *epoch != '\0')
    latest = g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10));
  if (latest != NULL)
    return latest;
  for (guint p = 0; p < tori_list_get_length (pillars); p++)
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
  return latest;
}

/**
 * tori_report_dup_stamp:
 * @plan: a plan
 * @year: fiscal year of the entries
 *
 * Returns: (transfer full): what the file is dated with, as RFC 3339: when an entry was changed last, or the
 * end of the fiscal year
 */
char *
tori_report_dup_stamp (ToriPlan *plan, int year)
{
  g_autoptr (GDateTime) time = find_time (plan, year);

  if (time == NULL)
    time = g_date_time_new_utc (year + 1, 3, 31, 0, 0, 0);
  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");
}

static char *
dup_date (ToriPlan *plan, int year)
{
  g_autoptr (GDateTime) time = find_time (plan, year);
  g_autofree char *day = NULL;

  if (time == NULL)
    return g_strdup ("");
  day = g_str_equal (tori_paper_words_get_language (plan), "ja") ? tori_label_date (plan, time)
                                                                 : g_date_time_format (time, "%Y-%m-%d");
  return g_strdup_printf (tori_paper_words_get (plan, "as of %s"), day);
}

/**
 * tori_report_dup_lead:
 * @plan: a plan
 * @year: fiscal year of the entries
 * @date: (nullable): the date, as in #ToriReportOptions
 *
 * Returns: (transfer full): the line under the heading: the date and the organization, or ""
 */
char *
tori_report_dup_lead (ToriPlan *plan, int year, const char *date)
{
  const char *organization = tori_plan_get_organization (plan);
  g_autofree char *day = date != NULL ? g_strdup (date) : dup_date (plan, year);

  return g_strconcat (day, *day != '\0' && *organization != '\0' ? "　" : "", organization, NULL);
}

static void
fill_approvals (ToriCellWriter *writer, gpointer data)
{
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    tori_cell_begin (writer, i, 1, TORI_CELL_PLAIN);
}

/**
 * tori_report_add_approvals:
 * @sheet: a sheet without any rows
 * @titles: (nullable): who approves
 *
 * Adds a row of boxes for stamps (決裁欄) at the upper right, if there are titles.
 */
void
tori_report_add_approvals (ToriSheet *sheet, const char *const *titles)
{
  const ToriSheetSize *size = tori_sheet_get_size (sheet);
  guint n = titles != NULL ? g_strv_length ((char **) titles) : 0;
  double width = MIN (APPROVAL_SIZE, (size->width - size->left - size->right) / MAX (1, n));
  g_autofree double *columns = g_new (double, MAX (1, n));
  ToriSection *section;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    columns[i] = width;
  section = tori_sheet_add_section (sheet, columns, n, FALSE);
  tori_section_set_align (section, TORI_ALIGN_END);
  for (guint i = 0; i < n; i++)
    tori_section_add_header (section, 0, 1, i, 1, titles[i]);
  tori_section_add_row (section, TORI_ROW_BODY, fill_approvals, GUINT_TO_POINTER (n), NULL);
  tori_section_set_row_height (section, APPROVAL_SIZE);
}
