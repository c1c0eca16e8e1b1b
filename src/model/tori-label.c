/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "model/tori-label.h"

#include <string.h>

#include "model/tori-department.h"

/* The document's own words and signs, which are Japanese whatever the user's language is: ①, Ⅳ,
 * 平成28年度達成済, 総務部人事課. Nothing here is stored in the plan. */

/**
 * tori_label_year:
 * @plan: (nullable): whose years and rule of eras are followed
 * @year: a fiscal year, or 0
 * @style: for a sentence, a column or data
 *
 * Returns: (transfer full): the year as this plan writes it
 */
char *
tori_label_year (ToriPlan *plan, int year, ToriYearStyle style)
{
  const ToriYears *years = plan != NULL ? tori_plan_get_years (plan) : NULL;
  ToriEraRule rule = plan != NULL ? tori_plan_get_era (plan) : TORI_ERA_RULE_BY_DATE;

  return tori_fiscal_year_format (year, rule, years != NULL ? years->first : 0,
                                  years != NULL ? years->last : 0, style);
}

/**
 * tori_label_date:
 * @plan: whose years and rule of eras are followed
 * @time: a time; the day is that of its own time zone
 *
 * Returns: (transfer full): the day as this plan writes years: 平成30年4月20日
 */
char *
tori_label_date (ToriPlan *plan, GDateTime *time)
{
  const ToriYears *years;

  g_return_val_if_fail (TORI_IS_PLAN (plan), NULL);
  g_return_val_if_fail (time != NULL, NULL);

  years = tori_plan_get_years (plan);

  return tori_fiscal_year_format_date (g_date_time_get_year (time), g_date_time_get_month (time),
                                       g_date_time_get_day_of_month (time), tori_plan_get_era (plan),
                                       years != NULL ? years->first : 0, years != NULL ? years->last : 0);
}

/* Fills {year} and {title} in one pass, so that a title may hold such a word itself. */
static char *
fill (const char *template, const char *year, const char *title)
{
  GString *out = g_string_new (NULL);

  while (*template != '\0')
    {
      if (g_str_has_prefix (template, "{year}"))
        {
          g_string_append (out, year);
          template += strlen ("{year}");
        }
      else if (title != NULL && g_str_has_prefix (template, "{title}"))
        {
          g_string_append (out, title);
          template += strlen ("{title}");
        }
      else
        g_string_append_c (out, *template ++);
    }

  return g_string_free (out, FALSE);
}

/**
 * tori_label_heading:
 * @plan: a plan
 * @year: the fiscal year of the report
 * @fallback: what stands over the report when the plan does not say, in the user's language
 *
 * Returns: (transfer full): the report's heading with {year} and {title} filled in
 */
char *
tori_label_heading (ToriPlan *plan, int year, const char *fallback)
{
  g_autofree char *label = NULL;
  const char *heading;

  g_return_val_if_fail (TORI_IS_PLAN (plan), NULL);
  g_return_val_if_fail (fallback != NULL, NULL);

  label = tori_label_year (plan, year, TORI_YEAR_STYLE_FULL);
  heading = tori_plan_get_heading (plan);

  return fill (*heading != '\0' ? heading : fallback, label, tori_plan_get_title (plan));
}

/* Ⅰ to Ⅻ have signs of their own; a longer list is put together (ⅩⅢ), a hopeless one numbered. */
static char *
format_roman (guint number)
{
  static const char *const tens[] = { "", "Ⅹ", "ⅩⅩ", "ⅩⅩⅩ", "ⅩⅬ", "Ⅼ", "ⅬⅩ", "ⅬⅩⅩ", "ⅬⅩⅩⅩ", "ⅩⅭ" };
  GString *out;

  if (number >= 100)
    return g_strdup_printf ("%u", number);
  if (number == 11 || number == 12)
    return g_strdup (number == 11 ? "Ⅺ" : "Ⅻ");

  out = g_string_new (tens[number / 10]);
  if (number % 10 > 0)
    g_string_append_unichar (out, 0x2160 + number % 10 - 1);

  return g_string_free (out, FALSE);
}

/**
 * tori_label_pillar:
 * @pillar: a pillar of a plan
 *
 * Returns: (transfer full): its label, by default its place as Ⅰ, Ⅱ, …
 */
char *
tori_label_pillar (ToriPillar *pillar)
{
  const char *label;
  ToriList *list;
  guint position = 0;

  g_return_val_if_fail (TORI_IS_PILLAR (pillar), NULL);

  label = tori_pillar_get_label (pillar);
  if (*label != '\0')
    return g_strdup (label);

  list = tori_record_get_list (TORI_RECORD (pillar));
  if (list != NULL)
    tori_list_find (list, pillar, &position);

  return format_roman (position + 1);
}

/**
 * tori_label_level:
 * @level: a level of a plan's scale
 * @since: the fiscal year that belongs to the rating, 0 for none
 *
 * Returns: (transfer full): its name with {year} filled in (平成28年度達成済), or left out while no year is
 * chosen
 */
char *
tori_label_level (ToriLevel *level, int since)
{
  g_autofree char *year = NULL;

  g_return_val_if_fail (TORI_IS_LEVEL (level), NULL);

  year = tori_label_year (tori_record_get_ancestor (TORI_RECORD (level), TORI_TYPE_PLAN), since,
                          TORI_YEAR_STYLE_FULL);

  return fill (tori_level_get_name (level), year, NULL);
}

/**
 * tori_label_division:
 * @division: a division
 *
 * Returns: (transfer full): its name after its department's: 総務部人事課
 */
char *
tori_label_division (ToriDivision *division)
{
  ToriDepartment *department;

  g_return_val_if_fail (TORI_IS_DIVISION (division), NULL);

  department = tori_record_get_ancestor (TORI_RECORD (division), TORI_TYPE_DEPARTMENT);

  return g_strconcat (department != NULL ? tori_department_get_name (department) : "",
                      tori_division_get_name (division), NULL);
}

/**
 * tori_label_circled:
 * @place: a place, counted from 1; 0 for none
 *
 * Returns: (transfer full): ① to ㊿, then (51)
 */
char *
tori_label_circled (guint place)
{
  char buffer[7] = { 0 };

  if (place == 0)
    return g_strdup ("");
  if (place > 50)
    return g_strdup_printf ("(%u)", place);
  g_unichar_to_utf8 (place <= 20   ? 0x2460 + place - 1
                     : place <= 35 ? 0x3251 + place - 21
                                   : 0x32b1 + place - 36,
                     buffer);

  return g_strdup (buffer);
}

/**
 * tori_label_find_place:
 * @initiative: an initiative of a pillar
 * @year: a fiscal year
 *
 * Walks over the pillar; who goes over all initiatives counts along instead.
 *
 * Returns: its place among the pillar's initiatives of that year, counted from 1; 0 when it is not part of it
 */
guint
tori_label_find_place (ToriInitiative *initiative, int year)
{
  ToriList *list;
  guint place = 1;

  g_return_val_if_fail (TORI_IS_INITIATIVE (initiative), 0);

  list = tori_record_get_list (TORI_RECORD (initiative));
  if (list == NULL || !tori_initiative_covers_year (initiative, year))
    return 0;
  for (guint i = 0; tori_list_get (list, i) != initiative; i++)
    place += tori_initiative_covers_year (tori_list_get (list, i), year) ? 1 : 0;

  return place;
}
