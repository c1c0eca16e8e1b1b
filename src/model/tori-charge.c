/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "model/tori-charge.h"

#include "model/tori-entry.h"
#include "model/tori-topic.h"

/* Who is in charge of an initiative in a year: whoever stands on it or on one of the topics of that year's
 * entry (format.md, "Topic"). It lacks a division only when neither names one. */

static void
add_new (GPtrArray *array, const char *const *ids)
{
  for (; *ids != NULL; ids++)
    if (!g_ptr_array_find_with_equal_func (array, *ids, g_str_equal, NULL))
      g_ptr_array_add (array, (gpointer) *ids);
}

/**
 * tori_charge_list_divisions:
 * @initiative: an initiative
 * @year: a fiscal year
 *
 * Returns: (transfer container) (element-type utf8): the ids of the divisions in charge, each once: those of
 * the initiative, then those of its topics; they are the initiative's own, as long as it does not change
 */
GPtrArray *
tori_charge_list_divisions (ToriInitiative *initiative, int year)
{
  GPtrArray *ids = g_ptr_array_new ();
  ToriEntry *entry;

  g_return_val_if_fail (TORI_IS_INITIATIVE (initiative), ids);

  add_new (ids, tori_initiative_get_divisions (initiative));
  entry = tori_initiative_find_entry (initiative, year);
  if (entry != NULL)
    {
      ToriList *topics = tori_entry_get_topics (entry);

      for (guint i = 0; i < tori_list_get_length (topics); i++)
        add_new (ids, tori_topic_get_divisions (tori_list_get (topics, i)));
    }

  return ids;
}

/**
 * tori_charge_has_division:
 * @initiative: an initiative
 * @year: a fiscal year
 * @division: the id of a division
 *
 * Returns: whether that division is in charge of it, or of one of its topics, in that year
 */
gboolean
tori_charge_has_division (ToriInitiative *initiative, int year, const char *division)
{
  ToriEntry *entry;

  g_return_val_if_fail (TORI_IS_INITIATIVE (initiative), FALSE);
  g_return_val_if_fail (division != NULL, FALSE);

  if (g_strv_contains (tori_initiative_get_divisions (initiative), division))
    return TRUE;

  entry = tori_initiative_find_entry (initiative, year);
  if (entry != NULL)
    {
      ToriList *topics = tori_entry_get_topics (entry);

      for (guint i = 0; i < tori_list_get_length (topics); i++)
        if (g_strv_contains (tori_topic_get_divisions (tori_list_get (topics, i)), division))
          return TRUE;
    }

  return FALSE;
}

/**
 * tori_charge_is_valid:
 * @division: a division
 * @year: a fiscal year
 *
 * Returns: whether the division exists under its name in that year
 */
gboolean
tori_charge_is_valid (ToriDivision *division, int year)
{
  int from, until;

  g_return_val_if_fail (TORI_IS_DIVISION (division), FALSE);

  from = tori_division_get_from (division);
  until = tori_division_get_until (division);

  return (from == 0 || from <= year) && (until == 0 || year <= until);
}
