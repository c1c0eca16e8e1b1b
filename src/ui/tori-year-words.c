/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-year-words.h"

#include <glib/gi18n.h>

#include "model/tori-label.h"

static char *
format_year (ToriPlan *plan, int year, ToriYearStyle style)
{
  /* Translators: not shown. Write "years:japanese" if fiscal years are to be named by the Japanese eras
   * (平成29年度), and leave it as it is otherwise. */
  if (g_str_equal (_ ("years:western"), "years:japanese"))
    return tori_label_year (plan, year, style);
  /* Translators: a fiscal year, given as the calendar year in which it begins. */
  return g_strdup_printf (_ ("FY%d"), year);
}

/**
 * tori_year_words:
 * @plan: (nullable): whose way of naming years is followed
 * @year: a fiscal year
 *
 * Returns: (transfer full): the year as the interface names it: FY2017, in Japanese 平成29年度
 */
char *
tori_year_words (ToriPlan *plan, int year)
{
  return format_year (plan, year, TORI_YEAR_STYLE_FULL);
}

/**
 * tori_year_words_column:
 * @plan: (nullable): whose way of naming years is followed
 * @year: a fiscal year
 *
 * Returns: (transfer full): the year as it stands above a column: FY2017, in Japanese 29年度
 */
char *
tori_year_words_column (ToriPlan *plan, int year)
{
  return format_year (plan, year, TORI_YEAR_STYLE_SHORT);
}
