/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-next-year.h"

#include "model/tori-edit.h"
#include "model/tori-entry.h"
#include "model/tori-level.h"
#include "model/tori-pillar.h"

/*
 * The beginning of a fiscal year: it becomes the one that is reported, and every initiative that is part of
 * it gets an entry. What was achieved stays so: a level with a year (平成28年度達成済) is carried on as it
 * is, and one that counts as done becomes such a level, if its scale has one, with the year in which it was
 * first reached. Nothing that is there already is touched.
 */

static const ToriRating *
get_rating (ToriInitiative *initiative, ToriScale *scale, int year)
{
  ToriEntry *entry = tori_initiative_find_entry (initiative, year);

  return entry == NULL
             ? NULL
             : tori_ratings_find (tori_entry_get_ratings (entry), tori_record_get_id (TORI_RECORD (scale)));
}

static ToriLevel *
get_level (ToriScale *scale, const ToriRating *rating)
{
  return rating == NULL ? NULL : tori_list_find_id (tori_scale_get_levels (scale), rating->level);
}

/**
 * tori_next_year_find_since:
 * @initiative: an initiative
 * @scale: a scale of its plan
 * @year: a fiscal year
 *
 * Returns: the year since which it has been done without a break until @year, as its entries say; 0 when it
 * was not done in @year
 */
int
tori_next_year_find_since (ToriInitiative *initiative, ToriScale *scale, int year)
{
  int since = 0;

  g_return_val_if_fail (TORI_IS_INITIATIVE (initiative), 0);
  g_return_val_if_fail (TORI_IS_SCALE (scale), 0);

  for (int at = year;; at--)
    {
      const ToriRating *rating = get_rating (initiative, scale, at);
      ToriLevel *level = get_level (scale, rating);

      if (level == NULL || !tori_level_get_done (level))
        return since;
      if (rating->since != 0)
        return rating->since;
      since = at;
    }
}

/* The scale's level for what was achieved in a year before. */
static ToriLevel *
find_level_with_year (ToriScale *scale)
{
  ToriList *levels = tori_scale_get_levels (scale);

  for (guint i = 0; i < tori_list_get_length (levels); i++)
    if (tori_level_has_year (tori_list_get (levels, i)) && tori_level_get_done (tori_list_get (levels, i)))
      return tori_list_get (levels, i);
  return NULL;
}

/* The ratings with which an initiative begins the year after. */
static ToriRatings *
carry (ToriPlan *plan, ToriInitiative *initiative, int year)
{
  ToriList *scales = tori_plan_get_scales (plan);
  ToriRatings *ratings = tori_ratings_new ();

  for (guint i = 0; i < tori_list_get_length (scales); i++)
    {
      ToriScale *scale = tori_list_get (scales, i);
      const int since = tori_next_year_find_since (initiative, scale, year);
      ToriLevel *level = get_level (scale, get_rating (initiative, scale, year));

      if (level != NULL && !tori_level_has_year (level))
        level = find_level_with_year (scale);
      if (since != 0 && level != NULL && tori_level_has_year (level))
        {
          const ToriRating rating = { .scale = (char *) tori_record_get_id (TORI_RECORD (scale)),
                                      .level = (char *) tori_record_get_id (TORI_RECORD (level)),
                                      .since = since };

          tori_ratings_set (ratings, &rating);
        }
    }
  return ratings;
}

/* Without a history it only counts. The entry is put into the plan as a whole, so that no time stamp says
 * that somebody has written in it. */
static void
begin (ToriHistory *history,
       ToriPlan *plan,
       ToriInitiative *initiative,
       gboolean carry_levels,
       ToriNextYear *done)
{
  g_autoptr (ToriRatings) ratings = NULL;
  g_autoptr (ToriRecord) entry = NULL;

  if (!tori_initiative_covers_year (initiative, done->year)
      || tori_initiative_find_entry (initiative, done->year) != NULL)
    return;
  ratings = carry_levels ? carry (plan, initiative, done->year - 1) : tori_ratings_new ();
  done->entries++;
  done->levels += tori_ratings_get_n (ratings) > 0 ? 1 : 0;
  if (history == NULL)
    return;
  entry = g_object_new (TORI_TYPE_ENTRY, "year", done->year, "ratings", ratings, NULL);
  tori_history_splice (history, tori_initiative_get_entries (initiative),
                       tori_edit_find_entry_place (initiative, done->year), 0, &entry, 1);
}

static void
begin_all (ToriHistory *history, ToriPlan *plan, gboolean carry_levels, ToriNextYear *done)
{
  ToriList *pillars = tori_plan_get_pillars (plan);

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, i));

      for (guint j = 0; j < tori_list_get_length (initiatives); j++)
        begin (history, plan, tori_list_get (initiatives, j), carry_levels, done);
    }
}

/**
 * tori_next_year_look:
 * @plan: a plan
 * @found: (out caller-allocates): what tori_next_year_begin() would do, with levels carried on
 *
 * Returns: FALSE when the reported year is the plan's last
 */
gboolean
tori_next_year_look (ToriPlan *plan, ToriNextYear *found)
{
  g_return_val_if_fail (TORI_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (found != NULL, FALSE);

  *found = (ToriNextYear){ .year = tori_plan_get_year (plan) + 1 };
  if (found->year > tori_plan_get_years (plan)->last)
    return FALSE;
  begin_all (NULL, plan, TRUE, found);
  return TRUE;
}

/**
 * tori_next_year_begin:
 * @history: the history of a plan
 * @carry_levels: whether what was achieved stays so
 * @done: (out caller-allocates): what was done
 *
 * Begins the year after the one that is reported. One step.
 *
 * Returns: FALSE, with nothing changed, when the reported year is the plan's last
 */
gboolean
tori_next_year_begin (ToriHistory *history, gboolean carry_levels, ToriNextYear *done)
{
  ToriPlan *plan;

  g_return_val_if_fail (TORI_IS_HISTORY (history), FALSE);
  g_return_val_if_fail (done != NULL, FALSE);

  plan = tori_history_get_plan (history);
  *done = (ToriNextYear){ .year = tori_plan_get_year (plan) + 1 };
  if (done->year > tori_plan_get_years (plan)->last)
    return FALSE;
  tori_history_begin (history, TORI_STEP_NEXT_YEAR);
  tori_history_set_int (history, plan, "year", done->year);
  begin_all (history, plan, carry_levels, done);
  tori_history_end (history);
  return TRUE;
}
