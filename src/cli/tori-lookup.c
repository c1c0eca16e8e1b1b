/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/tori-lookup.h"

#include <glib/gi18n.h>

#include "model/tori-department.h"
#include "model/tori-label.h"
#include "model/tori-year-words.h"

/* From what somebody typed to what the plan has. Who is not found is told what there is. */

/**
 * tori_lookup_not_assessed:
 *
 * Returns: what stands in place of a level where there is none
 */
const char *
tori_lookup_not_assessed (void)
{
  /* Translators: stands in place of a level of achievement that nobody has entered yet; in Japanese 未記入.
   */
  return C_ ("level", "not assessed");
}

/**
 * tori_lookup_year:
 * @command: the command that was called
 * @plan: the plan
 * @text: (nullable): what was typed; %NULL for the year that the plan reports
 * @year: (out): the fiscal year
 * @exit: (out): how to end when it is none of the plan's
 *
 * Returns: whether it is a fiscal year of the plan
 */
gboolean
tori_lookup_year (const ToriCommand *command, ToriPlan *plan, const char *text, int *year, ToriExit *exit)
{
  const ToriYears *years = tori_plan_get_years (plan);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  *year = tori_plan_get_year (plan);
  if (text == NULL)
    return TRUE;
  if (!tori_fiscal_year_parse (text, year))
    return tori_command_misuse (
        command, exit, _ ("“%s” is not understood as a fiscal year. Write it like 2017, H29 or 平成29年度."),
        text);
  if (*year >= years->first && *year <= years->last)
    return TRUE;

  first = tori_year_words (plan, years->first);
  last = tori_year_words (plan, years->last);
  /* Translators: the first %s is what the user typed, the others are fiscal years. */
  return tori_command_misuse (command, exit, _ ("“%s” is not a year of this plan, which goes from %s to %s."),
                              text, first, last);
}

/**
 * tori_lookup_scale:
 * @command: the command that was called
 * @plan: the plan
 * @text: (nullable): id or name of a scale; %NULL for the first
 * @scale: (out) (nullable) (transfer none): the scale; %NULL when none was asked for and the plan has none
 * @exit: (out): how to end when it is none of the plan's
 *
 * Returns: whether the plan has it
 */
gboolean
tori_lookup_scale (
    const ToriCommand *command, ToriPlan *plan, const char *text, ToriScale **scale, ToriExit *exit)
{
  ToriList *scales = tori_plan_get_scales (plan);
  g_autoptr (GString) names = g_string_new (NULL);

  *scale = tori_list_get (scales, 0);
  if (text == NULL)
    return TRUE;

  for (guint i = 0; i < tori_list_get_length (scales); i++)
    {
      const char *id, *name;

      *scale = tori_list_get (scales, i);
      id = tori_record_get_id (TORI_RECORD (*scale));
      name = tori_scale_get_name (*scale);
      if (g_str_equal (id, text) || g_str_equal (name, text))
        return TRUE;
      g_string_append_printf (names, "\n  %s (%s)", name, id);
    }
  if (names->len == 0)
    return tori_command_misuse (command, exit, _ ("This plan has no scale “%s”; it has none at all."), text);

  return tori_command_misuse (command, exit, _ ("This plan has no scale “%s”. It has:%s"), text, names->str);
}

/**
 * tori_lookup_division:
 * @command: the command that was called
 * @plan: the plan
 * @text: id, full name or name of a division
 * @division: (out) (transfer none): the division
 * @exit: (out): how to end when there is none, or more than one of that name
 *
 * Returns: whether it is one division of the plan
 */
gboolean
tori_lookup_division (
    const ToriCommand *command, ToriPlan *plan, const char *text, ToriDivision **division, ToriExit *exit)
{
  ToriList *departments = tori_plan_get_departments (plan);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) same = g_string_new (NULL);
  guint n_found = 0;

  *division = tori_plan_find (plan, TORI_TYPE_DIVISION, text);
  if (*division != NULL)
    return TRUE;

  for (guint i = 0; i < tori_list_get_length (departments); i++)
    {
      ToriList *divisions = tori_department_get_divisions (tori_list_get (departments, i));

      for (guint j = 0; j < tori_list_get_length (divisions); j++)
        {
          ToriDivision *candidate = tori_list_get (divisions, j);
          g_autofree char *full = tori_label_division (candidate);
          g_autofree char *line =
              g_strdup_printf ("\n  %s (%s)", full, tori_record_get_id (TORI_RECORD (candidate)));

          g_string_append (all, line);
          if (!g_str_equal (full, text) && !g_str_equal (tori_division_get_name (candidate), text))
            continue;
          g_string_append (same, line);
          *division = candidate;
          n_found++;
        }
    }
  if (n_found == 1)
    return TRUE;
  if (n_found > 1)
    return tori_command_misuse (command, exit,
                                _ ("More than one division is called “%s”. Give the full name or the id:%s"),
                                text, same->str);
  if (all->len == 0)
    return tori_command_misuse (command, exit, _ ("This plan has no division “%s”; it has none at all."),
                                text);

  return tori_command_misuse (command, exit, _ ("This plan has no division “%s”. It has:%s"), text, all->str);
}

/* Whether the level is called so, with or without its year; a year is then part of what is asked for. */
static gboolean
is_called (ToriLevel *level, const char *text, int *since)
{
  *since = 0;
  if (g_str_equal (tori_level_get_name (level), text))
    return TRUE;

  for (int year = TORI_FISCAL_YEAR_MIN - 1; year <= TORI_FISCAL_YEAR_MAX; year++)
    {
      g_autofree char *label = NULL;

      *since = tori_fiscal_year_is_valid (year) ? year : 0;
      label = tori_label_level (level, *since);
      if (g_str_equal (label, text))
        return TRUE;
      if (!tori_level_has_year (level))
        return FALSE;
    }

  return FALSE;
}

/**
 * tori_lookup_level:
 * @command: the command that was called
 * @plan: the plan
 * @text: id, name or label of a level (achieved-earlier, {year}達成済, 平成28年度達成済), or the word for
 * “not assessed”
 * @filter: (out caller-allocates): what is asked for
 * @exit: (out): how to end when there is none, or more than one of that name
 *
 * Returns: whether it is one level of the plan
 */
gboolean
tori_lookup_level (
    const ToriCommand *command, ToriPlan *plan, const char *text, ToriLevelFilter *filter, ToriExit *exit)
{
  ToriList *scales = tori_plan_get_scales (plan);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) same = g_string_new (NULL);
  guint n_found = 0;

  *filter = (ToriLevelFilter){ .level = tori_plan_find (plan, TORI_TYPE_LEVEL, text) };
  if (filter->level != NULL)
    return TRUE;

  for (guint i = 0; i < tori_list_get_length (scales); i++)
    {
      ToriScale *scale = tori_list_get (scales, i);
      ToriList *levels = tori_scale_get_levels (scale);

      for (guint j = 0; j < tori_list_get_length (levels); j++)
        {
          ToriLevel *level = tori_list_get (levels, j);
          g_autofree char *line = g_strdup_printf ("\n  %s (%s)", tori_level_get_name (level),
                                                   tori_record_get_id (TORI_RECORD (level)));
          int since;

          g_string_append (all, line);
          if (!is_called (level, text, &since))
            continue;
          g_string_append (same, line);
          *filter = (ToriLevelFilter){ .level = level, .since = since };
          n_found++;
        }
    }
  if (n_found == 1)
    return TRUE;
  if (n_found > 1)
    return tori_command_misuse (command, exit, _ ("More than one level is called “%s”. Give the id:%s"), text,
                                same->str);
  if (g_str_equal (text, tori_lookup_not_assessed ()))
    {
      *filter = (ToriLevelFilter){ .not_assessed = TRUE };
      return TRUE;
    }

  return tori_command_misuse (command, exit, _ ("This plan has no level “%s”. It has:%s\n  %s"), text,
                              all->str, tori_lookup_not_assessed ());
}
