/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-new-plan.h"

#include <glib/gi18n.h>

#include "model/tori-level.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"

static void
add (ToriList *list, gpointer record)
{
  g_autoptr (ToriRecord) addition = record;

  tori_list_splice (list, tori_list_get_length (list), 0, &addition, 1);
}

static ToriLevel *
create_level (const char *id, const char *name, const char *meaning, gboolean done)
{
  return g_object_new (TORI_TYPE_LEVEL, "id", id, "name", name, "meaning", meaning, "done", done, NULL);
}

static ToriScale *
create_scale (void)
{
  /* Translators: how far an initiative got; in Japanese 取組達成度. Stands in the plan. */
  ToriScale *scale = g_object_new (TORI_TYPE_SCALE, "id", "achievement", "name",
                                   C_ ("new plan", "Level of Achievement"), NULL);
  ToriList *levels = tori_scale_get_levels (scale);

  add (levels,
       create_level ("achieved", C_ ("new plan", "Achieved"),
                     C_ ("new plan", "What was planned for the year is done and has had its effect."), TRUE));
  add (levels, create_level ("continuing", C_ ("new plan", "Continuing"),
                             C_ ("new plan", "Work goes on until it has had its effect."), FALSE));
  add (levels,
       /* Translators: {year} is replaced by a fiscal year; in Japanese {year}達成済. */
       create_level ("achieved-earlier", C_ ("new plan", "Achieved in {year}"),
                     C_ ("new plan", "It was achieved in a former year and has stayed so."), TRUE));
  return scale;
}

/**
 * tori_new_plan:
 * @title: its title
 * @organization: whose it is
 * @first: its first fiscal year
 * @last: its last one
 * @year: the one that is reported now
 *
 * Returns: (transfer full): a plan with what one needs to begin: a scale, words for phases and a pillar
 */
ToriPlan *
tori_new_plan (const char *title, const char *organization, int first, int last, int year)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *pillar_id = g_uuid_string_random ();
  const ToriYears years = { first, last, NULL };
  /* Translators: words for the phases of the work on an initiative; they stand on the arrows of its schedule.
   */
  const char *phases[] = { C_ ("phase", "Study"), C_ ("phase", "Implementation"),
                           C_ ("phase", "Gradual implementation"), C_ ("phase", "Implementation as needed"),
                           NULL };
  ToriPlan *plan = g_object_new (TORI_TYPE_PLAN, "id", id, "title", title, "organization", organization,
                                 "years", &years, "year", year, "phases", phases, NULL);

  add (tori_plan_get_scales (plan), create_scale ());
  /* Translators: title of the first pillar of a new plan, to be replaced by the user. */
  add (tori_plan_get_pillars (plan),
       g_object_new (TORI_TYPE_PILLAR, "id", pillar_id, "title", C_ ("new plan", "First pillar"), NULL));
  return plan;
}
