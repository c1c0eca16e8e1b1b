/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-listing.h"

#include "model/tori-block.h"
#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-edit.h"
#include "model/tori-entry.h"
#include "model/tori-history.h"
#include "support/tori-test-build.h"
#include "support/tori-test-plans.h"
#include "tori-test-window.h"
#include "ui/tori-number-order.h"

/* Two pillars: 1 and 10 in the first, 2 and R1-1 in the second. 10 ends in 2017, R1-1 begins in 2018. */
typedef struct
{
  ToriPlan *plan;
  ToriHistory *history;
  ToriPillar *first;
  ToriPillar *second;
  ToriDepartment *department;
  ToriDivision *division;
  ToriInitiative *one;
  ToriInitiative *two;
  ToriListing *listing;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  const char *divisions[] = { "d", NULL };
  ToriEntry *entry;

  f->plan = tori_test_plan_new (2016, 2019, 2017);
  f->history = tori_history_new (f->plan);
  f->department = tori_test_add (tori_plan_get_departments (f->plan), "id", "dep", "name", "総務部", NULL);
  f->division =
      tori_test_add (tori_department_get_divisions (f->department), "id", "d", "name", "人事課", NULL);
  f->first = tori_test_add (tori_plan_get_pillars (f->plan), "id", "p1", "title", "人を育てる", NULL);
  f->second = tori_test_add (tori_plan_get_pillars (f->plan), "id", "p2", "title", "窓口を変える", NULL);
  f->one = tori_test_add (tori_pillar_get_initiatives (f->first), "id", "i1", "number", "1", "title",
                          "研修の見直し", "divisions", divisions, NULL);
  tori_test_add (tori_pillar_get_initiatives (f->first), "id", "i10", "number", "10", "title", "出前講座",
                 "until", 2017, NULL);
  f->two = tori_test_add (tori_pillar_get_initiatives (f->second), "id", "i2", "number", "2", "title",
                          "オンライン申請", NULL);
  tori_test_add (tori_pillar_get_initiatives (f->second), "id", "r11", "number", "R1-1", "title",
                 "書かない窓口", "from", 2018, NULL);
  entry = tori_test_add (tori_initiative_get_entries (f->two), "year", 2017, NULL);
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

#define assert_shown(f, expected)                                                                            \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *numbers_ = get_numbers ((f)->listing);                                                  \
    g_assert_cmpstr (numbers_, ==, expected);                                                                \
  }                                                                                                          \
  G_STMT_END

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
    const char *shown;
  } groups[] = {
    { TORI_GROUP_ALL, NULL, "1 10 2" },
    { TORI_GROUP_PILLAR, f->second, "2" },
    { TORI_GROUP_DEPARTMENT, f->department, "1" },
    { TORI_GROUP_DIVISION, f->division, "1" },
    { TORI_GROUP_NOBODY, NULL, "10 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (ToriGroup) group = tori_group_new (groups[i].kind, groups[i].record);

      tori_listing_set_group (f->listing, group);
      assert_shown (f, groups[i].shown);
    }
}

/* What is shown follows the plan. */
static void
test_group_follows (Fixture *f, gconstpointer data)
{
  g_autoptr (ToriGroup) group = tori_group_new (TORI_GROUP_DIVISION, TORI_RECORD (f->division));
  const char *divisions[] = { "d", NULL };

  tori_listing_set_group (f->listing, group);
  tori_history_begin (f->history, TORI_STEP_DIVISIONS);
  tori_history_set_strv (f->history, f->two, "divisions", divisions);
  tori_history_end (f->history);
  assert_shown (f, "1 2");
  tori_edit_remove (f->history, TORI_STEP_REMOVE_INITIATIVE, f->one);
  assert_shown (f, "2");
  tori_history_undo (f->history);
  tori_history_undo (f->history);
  assert_shown (f, "1");
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
    { "おんらいん", "2" }, { "システム ８", "" }, { "システム 7月", "2" }, { "システム 研修", "" },
    { "スシ", "" },        { "シ゛", "" },
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

/* A search through very many goes on in steps, and says so. */
static void
test_pending (void)
{
  g_autoptr (ToriPlan) plan = tori_test_big_plan (3000);
  g_autoptr (ToriListing) listing = tori_listing_new (plan, tori_plan_get_year (plan));
  GListModel *model = tori_listing_get_model (listing);
  const guint all = g_list_model_get_n_items (model);

  g_assert_cmpuint (all, ==, 3000); /* at once */
  tori_listing_set_search (listing, "どこにもない言葉");
  g_assert_true (tori_listing_get_pending (listing));
  tori_test_wait (!tori_listing_get_pending (listing));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  tori_listing_set_search (listing, "");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, all);
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

static void
add_tests (void)
{
  g_test_add ("/listing/year", Fixture, NULL, set_up, test_year, tear_down);
  g_test_add ("/listing/group", Fixture, NULL, set_up, test_group, tear_down);
  g_test_add ("/listing/group-follows", Fixture, NULL, set_up, test_group_follows, tear_down);
  g_test_add ("/listing/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add_func ("/listing/pending", test_pending);
  g_test_add_func ("/listing/numbers", test_numbers);
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
