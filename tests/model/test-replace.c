/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-replace.h"

#include "model/tori-block.h"
#include "model/tori-entry.h"
#include "model/tori-pillar.h"
#include "support/tori-test-build.h"
#include "support/tori-test-records.h"

/* One initiative with an entry of 2017 and one of 2018. */
typedef struct
{
  ToriPlan *plan;
  ToriHistory *history;
  ToriInitiative *initiative;
  ToriBlock *block;
  char *before;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  ToriPillar *pillar;

  f->plan = tori_test_plan_new (2016, 2019, 2018);
  pillar = tori_test_add (tori_plan_get_pillars (f->plan), "id", "p", "title", "研修", NULL);
  f->initiative = tori_test_add (tori_pillar_get_initiatives (pillar), "id", "i", "number", "研修1", "title",
                                 "研修の見直し", NULL);
  for (int year = 2017; year <= 2018; year++)
    {
      ToriEntry *entry =
          tori_test_add (tori_initiative_get_entries (f->initiative), "year", year, "note", "ｹﾝｼｭｳ", NULL);

      f->block = tori_test_add (tori_entry_get_actions (entry), "id", year == 2017 ? "b1" : "b2", "text",
                                "・研修(7月)\n・研修と研修", "copied-from", year == 2018 ? 2017 : 0, NULL);
    }
  f->history = tori_history_new (f->plan);
  f->before = tori_test_dump (f->plan);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *after = NULL;

  tori_history_undo (f->history);
  g_assert_false (tori_history_get_can_undo (f->history));
  after = tori_test_dump (f->plan);
  g_assert_cmpstr (after, ==, f->before);
  g_free (f->before);
  g_object_unref (f->history);
  g_assert_finalize_object (f->plan);
}

static GListStore *
find (Fixture *f, const char *words, gboolean exactly)
{
  GListModel *initiatives =
      G_LIST_MODEL (tori_pillar_get_initiatives (tori_list_get (tori_plan_get_pillars (f->plan), 0)));

  return tori_replace_find (initiatives, 2018, words, exactly, 100);
}

/* Title and the text of the year; neither the number nor the other year. */
static void
test_replace (Fixture *f, gconstpointer data)
{
  g_autoptr (GListStore) places = find (f, "研修", TRUE);
  g_autoptr (ToriPlace) second = g_list_model_get_item (G_LIST_MODEL (places), 1);
  g_autofree char *before = tori_place_dup_before (second, 10);
  g_autofree char *after = tori_place_dup_after (second, 3);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (places)), ==, 4);
  g_assert_cmpstr (before, ==, "・");
  g_assert_cmpstr (after, ==, "(7月");
  g_assert_cmpuint (tori_replace_apply (f->history, G_LIST_MODEL (places), "研修・研修"), ==, 4);
  g_assert_cmpstr (tori_initiative_get_title (f->initiative), ==, "研修・研修の見直し");
  g_assert_cmpstr (tori_block_get_text (f->block), ==, "・研修・研修(7月)\n・研修・研修と研修・研修");
  g_assert_cmpint (tori_block_get_copied_from (f->block), ==, 0);
}

static void
test_some (Fixture *f, gconstpointer data)
{
  g_autoptr (GListStore) places = find (f, "研修", TRUE);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (ToriPlace) place = g_list_model_get_item (G_LIST_MODEL (places), i);

      tori_place_set_chosen (place, i == 2);
    }
  g_assert_cmpuint (tori_replace_apply (f->history, G_LIST_MODEL (places), ""), ==, 1);
  g_assert_cmpstr (tori_initiative_get_title (f->initiative), ==, "研修の見直し");
  g_assert_cmpstr (tori_block_get_text (f->block), ==, "・研修(7月)\n・と研修");
}

/* Blind to width, a half-width word is found, and put in its place. */
static void
test_folded (Fixture *f, gconstpointer data)
{
  g_autoptr (GListStore) none = find (f, "ケンシュウ", TRUE);
  g_autoptr (GListStore) places = find (f, "ケンシュウ", FALSE);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (none)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (places)), ==, 1);
  g_assert_cmpuint (tori_replace_apply (f->history, G_LIST_MODEL (places), "研修"), ==, 1);
  g_assert_cmpstr (tori_entry_get_note (tori_initiative_find_entry (f->initiative, 2018)), ==, "研修");
  g_assert_cmpstr (tori_entry_get_note (tori_initiative_find_entry (f->initiative, 2017)), ==, "ｹﾝｼｭｳ");
}

/* What was written meanwhile stays. */
static void
test_stale (Fixture *f, gconstpointer data)
{
  g_autoptr (GListStore) places = find (f, "見直し", TRUE);

  tori_history_begin (f->history, TORI_STEP_TITLE);
  tori_history_set_text (f->history, f->initiative, "title", "別の題");
  tori_history_end (f->history);
  g_assert_cmpuint (tori_replace_apply (f->history, G_LIST_MODEL (places), "改善"), ==, 0);
  g_assert_cmpstr (tori_initiative_get_title (f->initiative), ==, "別の題");
}

#define add(name, test) g_test_add ("/replace/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("replace", test_replace);
  add ("some", test_some);
  add ("folded", test_folded);
  add ("stale", test_stale);
  return g_test_run ();
}
