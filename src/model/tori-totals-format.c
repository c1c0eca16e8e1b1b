/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-totals.h"

/* Numbers of totals as they are written on paper and on the screen alike. */

/**
 * tori_totals_format_share:
 * @part: how many
 * @whole: of how many
 *
 * Returns: (transfer full): the share in per cent, rounded to one decimal, halves up; of nothing there is
 * none
 */
char *
tori_totals_format_share (guint part, guint whole)
{
  guint64 tenths;

  if (whole == 0)
    return g_strdup ("—");
  tenths = (2000 * (guint64) part + whole) / (2 * (guint64) whole);
  return g_strdup_printf ("%u.%u%%", (guint) (tenths / 10), (guint) (tenths % 10));
}

/**
 * tori_totals_format_change:
 * @now: how many
 * @before: and in the year before
 *
 * Returns: (transfer full): the difference with its sign
 */
char *
tori_totals_format_change (guint now, guint before)
{
  if (now == before)
    return g_strdup ("±0");
  return now > before ? g_strdup_printf ("+%u", now - before) : g_strdup_printf ("−%u", before - now);
}

/**
 * tori_totals_format_rate_change:
 * @now: a row
 * @before: the same in the year before
 *
 * Rates are compared by what is shown of them, or a reader who reckons would find another difference.
 *
 * Returns: (transfer full): the difference of their rates in points
 */
char *
tori_totals_format_rate_change (const ToriTotalsRow *now, const ToriTotalsRow *before)
{
  gint64 tenths, tenths_before;
  guint change;

  if (now->counted == 0 || before->counted == 0)
    return g_strdup ("—");
  tenths = (2000 * (gint64) now->done + now->counted) / (2 * (gint64) now->counted);
  tenths_before = (2000 * (gint64) before->done + before->counted) / (2 * (gint64) before->counted);
  change = (guint) ABS (tenths - tenths_before);
  if (change == 0)
    return g_strdup ("±0.0");
  return g_strdup_printf ("%s%u.%u", tenths > tenths_before ? "+" : "−", change / 10, change % 10);
}
