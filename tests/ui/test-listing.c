/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-listing.h"

#include <string.h>

#include "model/tori-block.h"
#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-edit.h"
#include "model/tori-entry.h"
#include "model/tori-history.h"
#include "model/tori-item.h"
#include "model/tori-level.h"
#include "model/tori-scale.h"
#include "support/tori-test-build.h"
#include "support/tori-test-plans.h"
#include "tori-test-window.h"
#include "ui/tori-number-order.h"
#include "ui/tori-short-selection.h"

/* Two pillars: 1 and 10 in the first, 2 and R1-1 in the second. 10 ends in 2017, R1-1 begins in 2018. 2 has
 * an entry, which was submitted, and was achieved in 2016. */
typedef struct
{
  ToriPlan *plan;
  ToriHistory *history;
  ToriPillar *first;
  ToriPillar *second;
  ToriDepartment *department;
  ToriDivision *division;
  ToriScale *scale;
  ToriLevel *achieved;
  ToriLevel *earlier;
  ToriInitiative *one;
  ToriInitiative *two;
  ToriListing *listing;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  const char *divisions[] = { "d", NULL };
  g_autoptr (ToriRatings) ratings = tori_test_rating ("a", "earlier", 2016);
  g_autoptr (ToriLanes) lanes = tori_lanes_new ();
  const ToriSpan span = { .phase = (char *) "検討", .from = 2016, .to = 2017 };
  ToriInitiative *ten;
  ToriEntry *entry;

  f->plan = tori_test_plan_new (2016, 2019, 2017);
  f->history = tori_history_new (f->plan);
  f->department = tori_test_add (tori_plan_get_departments (f->plan), "id", "dep", "name", "総務部", NULL);
  f->division =
      tori_test_add (tori_department_get_divisions (f->department), "id", "d", "name", "人事課", NULL);
  f->scale = tori_test_add (tori_plan_get_scales (f->plan), "id", "a", "name", "取組達成度", NULL);
  f->achieved = tori_test_add (tori_scale_get_levels (f->scale), "id", "achieved", "name", "達成", NULL);
  f->earlier =
      tori_test_add (tori_scale_get_levels (f->scale), "id", "earlier", "name", "{year}達成済", NULL);
  f->first = tori_test_add (tori_plan_get_pillars (f->plan), "id", "p1", "title", "人を育てる", NULL);
  f->second = tori_test_add (tori_plan_get_pillars (f->plan), "id", "p2", "title", "窓口を変える", NULL);
  f->one = tori_test_add (tori_pillar_get_initiatives (f->first), "id", "i1", "number", "1", "title",
                          "研修の見直し", "divisions", divisions, NULL);
  ten = tori_test_add (tori_pillar_get_initiatives (f->first), "id", "i10", "number", "10", "title",
                       "出前講座", "until", 2017, NULL);
  tori_lanes_insert_lane (lanes, 0);
  tori_lanes_add_span (lanes, 0, &span);
  tori_test_add (tori_initiative_get_schedule (ten), "id", "s", "lanes", lanes, NULL);
  f->two = tori_test_add (tori_pillar_get_initiatives (f->second), "id", "i2", "number", "2", "title",
                          "オンライン申請", NULL);
  tori_test_add (tori_pillar_get_initiatives (f->second), "id", "r11", "number", "R1-1", "title",
                 "書かない窓口", "from", 2018, NULL);
  entry = tori_test_add (tori_initiative_get_entries (f->two), "year", 2017, "state", TORI_STATE_SUBMITTED,
                         "ratings", ratings, NULL);
  tori_test_add (tori_entry_get_actions (entry), "id", "b", "text", "・ｼｽﾃﾑの試行(7月)", NULL);
  f->listing = tori_listing_new (f->plan, 2017);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->listing);
  g_assert_finalize_object (f->history);
  g_assert_finalize_object (f->plan);
}

/* The numbers that are shown, in order. */
static char *
get_numbers (ToriListing *listing)
{
  GListModel *model = tori_listing_get_model (listing);
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ToriInitiative) initiative = g_list_model_get_item (model, i);

      g_string_append_printf (numbers, "%s%s", i == 0 ? "" : " ", tori_initiative_get_number (initiative));
    }
  return g_string_free (numbers, FALSE);
}

/* Changes of the plan are taken up in an idle, many at once. */
#define assert_shown(f, expected)                                                                            \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *numbers_ = NULL;                                                                        \
    while (g_main_context_iteration (NULL, FALSE))                                                           \
      ;                                                                                                      \
    numbers_ = get_numbers ((f)->listing);                                                                   \
    g_assert_cmpstr (numbers_, ==, expected);                                                                \
  }                                                                                                          \
  G_STMT_END

static ToriGroup *
find (Fixture *f, ToriGroupKind kind, gpointer record, int number)
{
  return tori_census_find (tori_listing_get_census (f->listing), kind, record, number);
}

static void
choose (Fixture *f, ToriGroupKind kind, gpointer record, int number, gboolean add)
{
  tori_census_choose (tori_listing_get_census (f->listing), find (f, kind, record, number), add);
}

static void
show_all (Fixture *f)
{
  tori_listing_show_all (f->listing);
}

static void
test_year (Fixture *f, gconstpointer data)
{
  assert_shown (f, "1 10 2");
  tori_listing_set_year (f->listing, 2018);
  assert_shown (f, "1 2 R1-1");

  tori_history_begin (f->history, TORI_STEP_YEARS);
  tori_history_set_int (f->history, f->one, "until", 2016);
  tori_history_end (f->history);
  assert_shown (f, "2 R1-1");
  tori_history_undo (f->history);
  assert_shown (f, "1 2 R1-1");
}

static void
test_group (Fixture *f, gconstpointer data)
{
  const struct
  {
    ToriGroupKind kind;
    gpointer record;
    int number;
    const char *shown;
  } groups[] = {
    { TORI_GROUP_ALL, NULL, 0, "1 10 2" },
    { TORI_GROUP_PILLAR, f->second, 0, "2" },
    { TORI_GROUP_DEPARTMENT, f->department, 0, "1" },
    { TORI_GROUP_DIVISION, f->division, 0, "1" },
    { TORI_GROUP_NOBODY, NULL, 0, "10 2" },
    { TORI_GROUP_NOT_ASSESSED, f->scale, 0, "1 10" },
    { TORI_GROUP_LEVEL, f->achieved, 0, "" },
    { TORI_GROUP_LEVEL, f->earlier, 2016, "2" },
    { TORI_GROUP_NO_ENTRY, NULL, 0, "1 10" },
    { TORI_GROUP_STATE, NULL, TORI_STATE_DRAFT, "" },
    { TORI_GROUP_STATE, NULL, TORI_STATE_SUBMITTED, "2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      ToriGroup *group = find (f, groups[i].kind, groups[i].record, groups[i].number);

      g_test_message ("%s", tori_group_get_label (group));
      show_all (f);
      tori_census_choose (tori_listing_get_census (f->listing), group, FALSE);
      assert_shown (f, groups[i].shown);
      g_assert_cmpint (tori_listing_is_narrowed (f->listing), ==, groups[i].kind != TORI_GROUP_ALL);
    }
}

/* Groups of one kind widen, groups of several kinds narrow; a click lets go of what it chose. */
static void
test_combined (Fixture *f, gconstpointer data)
{
  choose (f, TORI_GROUP_PILLAR, f->first, 0, FALSE);
  assert_shown (f, "1 10");
  choose (f, TORI_GROUP_NOBODY, NULL, 0, FALSE);
  assert_shown (f, "10");
  choose (f, TORI_GROUP_PILLAR, f->second, 0, TRUE);
  assert_shown (f, "10 2");
  choose (f, TORI_GROUP_STATE, NULL, TORI_STATE_SUBMITTED, FALSE);
  assert_shown (f, "2");
  choose (f, TORI_GROUP_STATE, NULL, TORI_STATE_SUBMITTED, FALSE);
  assert_shown (f, "10 2");
  choose (f, TORI_GROUP_PILLAR, f->first, 0, FALSE); /* only this one of two */
  assert_shown (f, "10");
  g_assert_true (tori_census_get_only (tori_listing_get_census (f->listing), TORI_FACET_PILLAR)
                 == find (f, TORI_GROUP_PILLAR, f->first, 0));
  choose (f, TORI_GROUP_ALL, NULL, 0, FALSE);
  assert_shown (f, "1 10 2");
}

#define assert_count(f, kind, record, number, expected)                                                      \
  g_assert_cmpuint (tori_group_get_count (find (f, kind, record, number)), ==, expected)

/* A count says what choosing that group as well would show. */
static void
test_counts (Fixture *f, gconstpointer data)
{
  assert_shown (f, "1 10 2");
  assert_count (f, TORI_GROUP_ALL, NULL, 0, 3);
  assert_count (f, TORI_GROUP_PILLAR, f->first, 0, 2);
  assert_count (f, TORI_GROUP_NOBODY, NULL, 0, 2);
  assert_count (f, TORI_GROUP_NOT_ASSESSED, f->scale, 0, 2);

  choose (f, TORI_GROUP_PILLAR, f->first, 0, FALSE);
  assert_shown (f, "1 10");
  assert_count (f, TORI_GROUP_ALL, NULL, 0, 3);
  assert_count (f, TORI_GROUP_PILLAR, f->first, 0, 2);
  assert_count (f, TORI_GROUP_PILLAR, f->second, 0, 1);
  assert_count (f, TORI_GROUP_NOBODY, NULL, 0, 1);
  assert_count (f, TORI_GROUP_DIVISION, f->division, 0, 1);
  assert_count (f, TORI_GROUP_LEVEL, f->earlier, 2016, 0);

  tori_listing_set_search (f->listing, "出前");
  assert_shown (f, "10");
  assert_count (f, TORI_GROUP_ALL, NULL, 0, 1);
  assert_count (f, TORI_GROUP_PILLAR, f->second, 0, 0);
  assert_count (f, TORI_GROUP_DIVISION, f->division, 0, 0);
}

/* What is offered, shown and counted follows the plan; what was chosen stays so while it is there. */
static void
test_group_follows (Fixture *f, gconstpointer data)
{
  const char *divisions[] = { "d", NULL };

  choose (f, TORI_GROUP_DIVISION, f->division, 0, FALSE);
  tori_history_begin (f->history, TORI_STEP_DIVISIONS);
  tori_history_set_strv (f->history, f->two, "divisions", divisions);
  tori_history_end (f->history);
  assert_shown (f, "1 2");
  assert_count (f, TORI_GROUP_DIVISION, f->division, 0, 2);
  tori_edit_remove (f->history, TORI_STEP_REMOVE_INITIATIVE, f->one);
  assert_shown (f, "2");
  tori_history_undo (f->history);
  tori_history_undo (f->history);
  assert_shown (f, "1");

  tori_edit_remove (f->history, TORI_STEP_PLAN, f->division);
  g_assert_null (find (f, TORI_GROUP_DIVISION, f->division, 0));
  assert_shown (f, "1 10 2"); /* nothing is left that was chosen */
  g_assert_false (tori_listing_is_narrowed (f->listing));
  tori_history_undo (f->history);
  assert_shown (f, "1 10 2");
}

/* A year of a level is offered as soon as somebody is rated so, and as long. */
static void
test_level_follows (Fixture *f, gconstpointer data)
{
  GListModel *groups = tori_census_get_groups (tori_listing_get_census (f->listing));
  const guint n = g_list_model_get_n_items (groups);
  ToriGroup *group;

  tori_history_begin (f->history, TORI_STEP_LEVEL);
  tori_edit_rate (f->history, tori_edit_ensure_entry (f->history, f->one, 2017), "a", "earlier", 2015);
  tori_history_end (f->history);
  assert_shown (f, "1 10 2");
  g_assert_cmpuint (g_list_model_get_n_items (groups), ==, n + 1);
  group = find (f, TORI_GROUP_LEVEL, f->earlier, 2015);
  g_assert_cmpuint (tori_group_get_count (group), ==, 1);
  choose (f, TORI_GROUP_LEVEL, f->earlier, 2015, FALSE);
  choose (f, TORI_GROUP_LEVEL, f->earlier, 2016, TRUE);
  assert_shown (f, "1 2");
  choose (f, TORI_GROUP_ALL, NULL, 0, FALSE);
  while (tori_history_get_can_undo (f->history))
    tori_history_undo (f->history);
  assert_shown (f, "1 10 2");
  g_assert_cmpuint (g_list_model_get_n_items (groups), ==, n);
}

static void
test_search (Fixture *f, gconstpointer data)
{
  const struct
  {
    const char *words;
    const char *shown;
  } searches[] = {
    { "", "1 10 2" },      { "研修", "1" },       { "１０", "10" },        { "人事", "1" },
    { "おんらいん", "2" }, { "システム ９", "" }, { "システム 7月", "2" }, { "システム 研修", "" },
    { "スシ", "" },        { "シ゛", "" },        { "2016", "2" },         { "達成済", "2" },
    { "検討", "10" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      tori_listing_set_search (f->listing, searches[i].words);
      assert_shown (f, searches[i].shown);
    }
  tori_listing_set_search (f->listing, "システム");
  tori_listing_set_year (f->listing, 2018); /* it stands in the entry of 2017 */
  assert_shown (f, "");
}

/* A search through very many comes to the same in the end as reading each of them. */
static void
test_many (void)
{
  static const char *const words[] = { "どこにもない言葉", "の",           "ｼｽﾃﾑ", "統計課", "2017",
                                       "試行 14 分",       "防災訓練 継続" };
  g_autoptr (ToriPlan) plan = tori_test_big_plan (3000);
  g_autoptr (ToriListing) listing = tori_listing_new (plan, tori_plan_get_year (plan));
  GListModel *model = tori_listing_get_model (listing);
  const guint all = g_list_model_get_n_items (model);

  g_assert_cmpuint (all, ==, 3000); /* at once */
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (ToriQuery) query = tori_query_new (words[i]);
      guint expected = 0;

      for (guint j = 0; j < all; j++)
        {
          g_autoptr (ToriInitiative) initiative = g_list_model_get_item (tori_listing_get_all (listing), j);

          expected += tori_search_matches (query, initiative, tori_plan_get_year (plan));
        }
      tori_listing_set_search (listing, words[i]);
      tori_test_wait (!tori_listing_get_pending (listing));
      g_test_message ("%s: %u", words[i], expected);
      g_assert_cmpuint (g_list_model_get_n_items (model), ==, expected);
      g_assert_cmpint (expected == 0, ==, i == 0);
    }
  tori_listing_set_search (listing, "");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, all);
}

/* Searching while nothing has been signed yet, and after a text has changed. */
static void
test_unsigned (void)
{
  g_autoptr (ToriPlan) plan = tori_test_big_plan (200);
  g_autoptr (ToriHistory) history = tori_history_new (plan);
  g_autoptr (ToriListing) listing = tori_listing_new (plan, tori_plan_get_year (plan));
  GListModel *model = tori_listing_get_model (listing);
  g_autoptr (ToriInitiative) initiative = g_list_model_get_item (model, 100);

  tori_listing_set_search (listing, "鳥組");
  tori_test_wait (!tori_listing_get_pending (listing));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ; /* everything is signed */
  tori_history_type (history, TORI_STEP_TITLE, initiative, "title", "鳥組の試行");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0); /* nothing moves while somebody types */
  tori_listing_set_search (listing, "鳥組の");
  tori_test_wait (!tori_listing_get_pending (listing));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
}

static void
test_numbers (void)
{
  const char *const sorted[] = { "1", "2", "02a", "10", "１１", "R1-1", "R1-2", "R1-10", "R2-1", "" };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        const int order = tori_number_compare (sorted[i], sorted[j]);

        g_test_message ("%s, %s", sorted[i], sorted[j]);
        g_assert_cmpint (CLAMP (order, -1, 1), ==, (i > j) - (i < j));
      }
}

/* While others are about to be shown, a list has its first items only; the rest follows by itself. */
static void
test_short (void)
{
  GListStore *strings = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_autoptr (GtkSelectionModel) all = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (strings)));
  g_autoptr (ToriShortSelection) first = tori_short_selection_new (all);
  GListModel *model = G_LIST_MODEL (first);

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (GtkStringObject) string = gtk_string_object_new ("");

      g_list_store_append (strings, string);
    }
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1000);
  tori_short_selection_set_screenful (first, 10);
  tori_short_selection_renew (first);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 10);
  tori_test_wait (g_list_model_get_n_items (model) > 10);
  g_assert_cmpuint (g_list_model_get_n_items (model), <, 1000);
  tori_test_wait (g_list_model_get_n_items (model) == 1000);

  /* What must be there is there at once. */
  tori_short_selection_renew (first);
  tori_short_selection_include (first, 500);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1000);
}

static void
add_tests (void)
{
  g_test_add_func ("/listing/short", test_short);
  g_test_add ("/listing/year", Fixture, NULL, set_up, test_year, tear_down);
  g_test_add ("/listing/group", Fixture, NULL, set_up, test_group, tear_down);
  g_test_add ("/listing/combined", Fixture, NULL, set_up, test_combined, tear_down);
  g_test_add ("/listing/counts", Fixture, NULL, set_up, test_counts, tear_down);
  g_test_add ("/listing/level-follows", Fixture, NULL, set_up, test_level_follows, tear_down);
  g_test_add_func ("/listing/unsigned", test_unsigned);
  g_test_add ("/listing/group-follows", Fixture, NULL, set_up, test_group_follows, tear_down);
  g_test_add ("/listing/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add_func ("/listing/many", test_many);
  g_test_add_func ("/listing/numbers", test_numbers);
}

/* The keys of numbers are in the order in which the numbers are. */
static void
test_number_keys (void)
{
  static const char *const numbers[] = { "1",     "2",     "10", "010", "R1-1", "R1-2",
                                         "R1-10", "R10-1", "２", "a",   "1a",   "1-2" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint k = 0; k < G_N_ELEMENTS (numbers); k++)
      {
        g_autofree char *one = tori_number_make_key (numbers[i]);
        g_autofree char *other = tori_number_make_key (numbers[k]);
        const int expected = tori_number_compare (numbers[i], numbers[k]), order = strcmp (one, other);

        g_test_message ("%s %s", numbers[i], numbers[k]);
        g_assert_cmpint ((order > 0) - (order < 0), ==, (expected > 0) - (expected < 0));
      }
}

int
main (int argc, char **argv)
{
  g_test_add_func ("/listing/number-keys", test_number_keys);
  return tori_test_ui_run (argc, argv, add_tests);
}
