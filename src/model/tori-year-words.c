/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-year-words.h"

#include <glib/gi18n.h>

#include "model/tori-label.h"

/* Years as the user's language names them; tori-label.h has those of the Japanese document. */

static char *
format_year (ToriPlan *plan, int year, ToriYearStyle style)
{
  g_autofree char *label = tori_label_year (plan, year, style);
  g_autofree char *number = tori_label_year (plan, year, TORI_YEAR_STYLE_WESTERN);
  /* Translators: a fiscal year. {year} is the year in which it begins (2017), {label} how a Japanese document
   * writes it (平成29年度); use either. */
  g_autoptr (GString) text = g_string_new (C_ ("fiscal year", "FY{year}"));

  g_string_replace (text, "{year}", number, 0);
  g_string_replace (text, "{label}", label, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tori_year_words:
 * @plan: (nullable): whose way of naming years is followed
 * @year: a fiscal year
 *
 * Returns: (transfer full): the year as a sentence names it: FY2017, in Japanese 平成29年度
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
