/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-time-words.h"

#include <glib/gi18n.h>

/* A month of the fiscal year, as g_date_time_format() would call it. */
static char *
format_month (guint month)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2001, (int) (month + 3) % 12 + 1, 1, 0, 0, 0);

  /* Translators: a month, as g_date_time_format() takes it. */
  return g_date_time_format (time, _ ("%B"));
}

static char *
join_months (guint months)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint month = 0; month < 12; month++)
    if ((months & 1u << month) != 0)
      {
        g_autofree char *name = format_month (month);

        g_strv_builder_add (words, name);
      }
  list = g_strv_builder_end (words);
  return g_strjoinv (C_ ("list", ", "), list);
}

/**
 * tori_time_words:
 * @time: when something was done
 *
 * Returns: (transfer full): how that was understood, in the user's language; "" for no time
 */
char *
tori_time_words (const ToriTime *time)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  switch (time->kind)
    {
    case TORI_TIME_MONTH:
    case TORI_TIME_LIST: return join_months (time->months);
    case TORI_TIME_RANGE:
      first = format_month (time->first);
      last = format_month (time->last);
      /* Translators: two months of a fiscal year. */
      return g_strdup_printf (C_ ("time", "From %1$s to %2$s"), first, last);
    case TORI_TIME_ALL_YEAR:
      /* Translators: something was done in every month. */
      return g_strdup (C_ ("time", "All year round"));
    case TORI_TIME_ANY:
      /* Translators: something was done whenever it was needed. */
      return g_strdup (C_ ("time", "At any time"));
    case TORI_TIME_NONE:
    default: return g_strdup ("");
    }
}
