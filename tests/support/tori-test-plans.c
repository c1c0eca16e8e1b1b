/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "support/tori-test-plans.h"

#include "model/tori-block.h"
#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-entry.h"
#include "model/tori-indicator.h"
#include "model/tori-initiative.h"
#include "model/tori-item.h"
#include "model/tori-level.h"
#include "model/tori-list.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"
#include "model/tori-topic.h"
#include "model/tori-values.h"

/* Big plans of an invented prefecture, for benchmarks: as rich in text as real ones, some 10 kB to an
 * initiative, and the same for the same number. */

#define FIRST_YEAR 2016
#define N_PILLARS 5
#define N_DEPARTMENTS 8
#define N_DIVISIONS 6 /* in each department */

static const char *const phases[] = { "検討", "実施", "順次実施", "随時実施", "検討・整備" };

static const char *const subjects[] = { "窓口業務",     "職員研修", "公共施設",     "広報紙",
                                        "情報システム", "補助金",   "文書管理",     "税の収納",
                                        "防災訓練",     "統計",     "会議の進め方", "庁用車" };

static const char *const deeds[] = {
  "の見直しに向けて、関係する課及び地域の事務所と調整を重ね、進め方をとりまとめました",
  "について、先に取り組んでいる五つの市町を訪ね、手順と費用を調べました",
  "に関する説明会を開き、参加した職員から寄せられた意見をもとに案を改めました",
  "のあり方を検討する会議を設け、利用する人の声を聴きながら課題を整理しました",
  "の点検を行い、使われていない様式を 23 件廃止するとともに、残る様式を統一しました",
  "の運用を試行し、1件当たりの処理時間が 14 分から 9 分に短くなることを確かめました",
};

static const char *const times[] = {
  "(4月～6月)", "(7月)", "(8月、11月)", "(10月～1月)", "(通年)", "(随時)"
};

static const char *const hopes[] = {
  "今後も、職員一人ひとりが目的を理解し、日々の仕事の中で改善を続けられるよう支援していきます。",
  "引き続き、費用と効果を確かめながら対象を広げるとともに、結果を分かりやすく公表していきます。",
  "来年度は、試行で得られた結果を踏まえて手引きを改め、すべての部局で実施していきます。",
};

static gpointer
take_child (ToriList *list, gpointer record)
{
  ToriRecord *child = record;

  tori_list_splice (list, tori_list_get_length (list), 0, &child, 1);
  g_object_unref (child);
  return child;
}

static void
add_scale (ToriPlan *plan)
{
  ToriScale *scale =
      take_child (tori_plan_get_scales (plan),
                  g_object_new (TORI_TYPE_SCALE, "id", "achievement", "name", "取組達成度", NULL));
  ToriList *levels = tori_scale_get_levels (scale);

  take_child (levels, g_object_new (TORI_TYPE_LEVEL, "id", "achieved", "name", "達成", "done", TRUE, NULL));
  take_child (levels, g_object_new (TORI_TYPE_LEVEL, "id", "continuing", "name", "継続", NULL));
  take_child (levels,
              g_object_new (TORI_TYPE_LEVEL, "id", "earlier", "name", "{year}達成済", "done", TRUE, NULL));
  take_child (levels, g_object_new (TORI_TYPE_LEVEL, "id", "out", "name", "対象外", "counts", FALSE, NULL));
}

static void
add_departments (ToriPlan *plan)
{
  for (guint i = 0; i < N_DEPARTMENTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("department-%u", i);
      g_autofree char *name = g_strdup_printf ("第%u部", i + 1);
      ToriDepartment *department =
          take_child (tori_plan_get_departments (plan),
                      g_object_new (TORI_TYPE_DEPARTMENT, "id", id, "name", name, NULL));

      for (guint j = 0; j < N_DIVISIONS; j++)
        {
          g_autofree char *division = g_strdup_printf ("division-%u", i * N_DIVISIONS + j);
          g_autofree char *division_name =
              g_strdup_printf ("%s課", subjects[(i + j) % G_N_ELEMENTS (subjects)]);

          take_child (tori_department_get_divisions (department),
                      g_object_new (TORI_TYPE_DIVISION, "id", division, "name", division_name, NULL));
        }
    }
}

static ToriLanes *
make_lanes (GRand *rand)
{
  ToriLanes *lanes = tori_lanes_new ();
  int from = FIRST_YEAR;

  tori_lanes_insert_lane (lanes, 0);
  while (from < FIRST_YEAR + 4)
    {
      const int to = g_rand_int_range (rand, from, FIRST_YEAR + 4);
      const char *phase = phases[g_rand_int_range (rand, 0, G_N_ELEMENTS (phases))];
      const ToriSpan span = { .phase = (char *) phase, .from = from, .to = to };

      tori_lanes_add_span (lanes, 0, &span);
      from = to + 1;
    }
  return lanes;
}

static void
add_items (ToriInitiative *initiative, const char *id, GRand *rand)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *item_id = g_strdup_printf ("%s-s%u", id, i + 1);
      g_autofree char *item =
          g_strdup_printf ("%sの手順の改善", subjects[g_rand_int_range (rand, 0, G_N_ELEMENTS (subjects))]);
      g_autoptr (ToriLanes) lanes = make_lanes (rand);

      take_child (tori_initiative_get_schedule (initiative),
                  g_object_new (TORI_TYPE_ITEM, "id", item_id, "item", item, "lanes", lanes, NULL));
    }
}

static void
add_indicator (ToriInitiative *initiative, const char *id, GRand *rand)
{
  g_autofree char *indicator = g_strdup_printf ("%s-k1", id);
  g_autoptr (ToriValues) values = tori_values_new ();

  for (int year = FIRST_YEAR; year < FIRST_YEAR + 4; year++)
    {
      g_autofree char *actual = g_strdup_printf ("%d.%d0", g_rand_int_range (rand, 40, 100), year % 10);

      tori_values_set (values, year, "80", actual);
    }
  take_child (tori_initiative_get_indicators (initiative),
              g_object_new (TORI_TYPE_INDICATOR, "id", indicator, "name", "処理件数の割合", "unit", "％",
                            "baseline", "61.5", "values", values, NULL));
}

/* A text of bullets with times, or of sentences. */
static void
add_block (ToriList *list, const char *id, const char *topic, gboolean is_action, GRand *rand)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const topics[] = { topic, NULL };

  for (guint i = 0; i < 8; i++)
    {
      /* one after the other: compilers differ in which argument of a call they make first */
      const char *subject = subjects[g_rand_int_range (rand, 0, G_N_ELEMENTS (subjects))];
      const char *deed = deeds[g_rand_int_range (rand, 0, G_N_ELEMENTS (deeds))];

      g_string_append_printf (text, "%s・%s%s", i > 0 ? "\n" : "", subject, deed);
      g_string_append (text, is_action ? times[g_rand_int_range (rand, 0, G_N_ELEMENTS (times))] : "。");
    }
  if (!is_action)
    g_string_append_printf (text, "\n%s", hopes[g_rand_int_range (rand, 0, G_N_ELEMENTS (hopes))]);

  take_child (list, g_object_new (TORI_TYPE_BLOCK, "id", id, "topics", topics, "text", text->str, NULL));
}

static ToriRatings *
make_ratings (int year, GRand *rand)
{
  static const char *const levels[] = { "achieved", "continuing", "earlier", "out" };
  const int level = g_rand_int_range (rand, 0, G_N_ELEMENTS (levels));
  const ToriRating rating = { .scale = (char *) "achievement",
                              .level = (char *) levels[level],
                              .since = level == 2 ? year - 1 : 0 };
  ToriRatings *ratings = tori_ratings_new ();

  tori_ratings_set (ratings, &rating);
  return ratings;
}

static void
add_entry (ToriInitiative *initiative, const char *id, int year, GRand *rand)
{
  const gboolean has_topic = g_rand_int_range (rand, 0, 3) == 0;
  const gboolean is_rated = g_rand_int_range (rand, 0, 10) > 0;
  g_autoptr (ToriRatings) ratings = is_rated ? make_ratings (year, rand) : NULL;
  g_autofree char *topic = has_topic ? g_strdup_printf ("%s-%d-t1", id, year) : NULL;
  g_autofree char *action = g_strdup_printf ("%s-%d-a1", id, year);
  g_autofree char *outcome = g_strdup_printf ("%s-%d-o1", id, year);
  g_autofree char *outlook = g_strdup_printf ("%s-%d-f1", id, year);
  ToriEntry *entry = take_child (tori_initiative_get_entries (initiative),
                                 g_object_new (TORI_TYPE_ENTRY, "year", year, "ratings", ratings, NULL));

  if (topic)
    {
      g_autofree char *item = g_strdup_printf ("%s-s1", id);
      const char *const items[] = { item, NULL };

      take_child (tori_entry_get_topics (entry),
                  g_object_new (TORI_TYPE_TOPIC, "id", topic, "title", "手順の改善", "items", items, NULL));
    }
  add_block (tori_entry_get_actions (entry), action, topic, TRUE, rand);
  add_block (tori_entry_get_outcome (entry), outcome, topic, FALSE, rand);
  add_block (tori_entry_get_outlook (entry), outlook, NULL, FALSE, rand);
}

static ToriRecord *
make_initiative (guint index, GRand *rand)
{
  g_autofree char *id = g_strdup_printf ("initiative-%05u", index + 1);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *title = g_strdup_printf ("%sの%sによる見直し", subjects[index % G_N_ELEMENTS (subjects)],
                                            phases[index % G_N_ELEMENTS (phases)]);
  g_autofree char *division = g_strdup_printf ("division-%u", index % (N_DEPARTMENTS * N_DIVISIONS));
  const char *const divisions[] = { division, NULL };
  ToriInitiative *initiative = g_object_new (TORI_TYPE_INITIATIVE, "id", id, "number", number, "title", title,
                                             "divisions", divisions, NULL);

  add_items (initiative, id, rand);
  if (index % 5 == 0)
    add_indicator (initiative, id, rand);
  add_entry (initiative, id, FIRST_YEAR, rand);
  add_entry (initiative, id, FIRST_YEAR + 1, rand);
  return TORI_RECORD (initiative);
}

/**
 * tori_test_big_plan:
 * @n_initiatives: how many
 *
 * Returns: (transfer full): a plan of four years from 2016 on, with entries of 2016 and 2017, which is
 * reported
 */
ToriPlan *
tori_test_big_plan (guint n_initiatives)
{
  const ToriYears years = { .first = FIRST_YEAR, .last = FIRST_YEAR + 3 };
  ToriPlan *plan = g_object_new (TORI_TYPE_PLAN, "id", "big-plan", "title", "第一次みほん県行財政改革取組",
                                 "organization", "みほん県", "years", &years, "year", FIRST_YEAR + 1, NULL);
  GRand *rand = g_rand_new_with_seed (29);

  add_scale (plan);
  add_departments (plan);
  for (guint i = 0; i < N_PILLARS; i++)
    {
      g_autoptr (GPtrArray) initiatives = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *id = g_strdup_printf ("pillar-%u", i + 1);
      g_autofree char *title = g_strdup_printf ("%sを改める", subjects[i]);
      ToriPillar *pillar = take_child (tori_plan_get_pillars (plan),
                                       g_object_new (TORI_TYPE_PILLAR, "id", id, "title", title, NULL));

      for (guint j = n_initiatives * i / N_PILLARS; j < n_initiatives * (i + 1) / N_PILLARS; j++)
        g_ptr_array_add (initiatives, make_initiative (j, rand));
      tori_list_splice (tori_pillar_get_initiatives (pillar), 0, 0, (ToriRecord *const *) initiatives->pdata,
                        initiatives->len);
    }
  g_rand_free (rand);

  return plan;
}
