/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-span-words.h"

#include <glib/gi18n.h>

#include "model/tori-year-words.h"

/* How a span of the schedule is put in words, for those who hear it and for tooltips. */

const char *
tori_span_words_kind (ToriSpanKind kind)
{
  switch (kind)
    {
    case TORI_SPAN_PLANNED:
      /* Translators: a phase of the schedule as it was planned at first. */
      return C_ ("kind of phase", "Planned");
    case TORI_SPAN_REVISED:
      /* Translators: a phase of the schedule as it was planned anew later. */
      return C_ ("kind of phase", "Revised");
    case TORI_SPAN_ACTUAL:
      /* Translators: a phase of the schedule as it really went. */
      return C_ ("kind of phase", "Actual");
    default: g_assert_not_reached ();
    }
}

static char *
speak_one_year (ToriSpanKind kind, const char *phase, const char *year)
{
  switch (kind)
    {
    case TORI_SPAN_PLANNED:
      /* Translators: spoken; a phase of work (検討) and its only year: "Consider, FY2016". */
      return g_strdup_printf (_ ("%s, %s"), phase, year);
    case TORI_SPAN_REVISED:
      /* Translators: spoken; a phase that was planned anew, and its only year. */
      return g_strdup_printf (_ ("%s, revised, %s"), phase, year);
    case TORI_SPAN_ACTUAL:
      /* Translators: spoken; a phase as it really went, and its only year. */
      return g_strdup_printf (_ ("%s, actual, %s"), phase, year);
    default: g_assert_not_reached ();
    }
}

static char *
speak_years (ToriSpanKind kind, const char *phase, const char *from, const char *to)
{
  switch (kind)
    {
    case TORI_SPAN_PLANNED:
      /* Translators: spoken; a phase of work, its first and last year: "Consider, FY2016 to FY2017". */
      return g_strdup_printf (_ ("%s, %s to %s"), phase, from, to);
    case TORI_SPAN_REVISED:
      /* Translators: spoken; a phase that was planned anew, its first and last year. */
      return g_strdup_printf (_ ("%s, revised, %s to %s"), phase, from, to);
    case TORI_SPAN_ACTUAL:
      /* Translators: spoken; a phase as it really went, its first and last year. */
      return g_strdup_printf (_ ("%s, actual, %s to %s"), phase, from, to);
    default: g_assert_not_reached ();
    }
}

/**
 * tori_span_words_speak:
 * @plan: the plan
 * @span: one of its spans
 *
 * Returns: (transfer full): the whole span in words: 検討、平成28年度から平成29年度まで
 */
char *
tori_span_words_speak (ToriPlan *plan, const ToriSpan *span)
{
  g_autofree char *from = tori_year_words (plan, span->from);
  g_autofree char *to = tori_year_words (plan, span->to);
  /* Translators: spoken instead of the phase word, where there is none. */
  const char *phase = span->phase == NULL || *span->phase == '\0' ? _ ("Phase without a name") : span->phase;

  return span->from == span->to ? speak_one_year (span->kind, phase, from)
                                : speak_years (span->kind, phase, from, to);
}

/**
 * tori_span_words_in_the_way:
 * @plan: the plan
 * @span: a span that has a year that another one of the same lane should have had
 *
 * Returns: (transfer full): why that cannot be, and what to do
 */
char *
tori_span_words_in_the_way (ToriPlan *plan, const ToriSpan *span)
{
  g_autofree char *spoken = tori_span_words_speak (plan, span);

  /* Translators: why a phase cannot be put there; %s is another one: "Consider, FY2016 to FY2017". A lane is
   * one of the parallel lines of arrows of a schedule item. */
  return g_strdup_printf (_ ("In the way: %s. Phases that run side by side need a lane each."), spoken);
}
