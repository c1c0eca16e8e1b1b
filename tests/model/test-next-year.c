/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-next-year.h"

#include "model/tori-entry.h"
#include "model/tori-level.h"
#include "model/tori-pillar.h"
#include "support/tori-test-build.h"
#include "support/tori-test-records.h"

/* Reported is 2018 of 2016 to 2019. "a" was done in 2017 and 2018, "b" goes on, "c" was done in 2016 as its
 * level says, "d" is over, "e" has an entry of 2019 already, "f" was done in 2016 and not in 2017. */
typedef struct
{
  ToriPlan *plan;
  ToriHistory *history;
  ToriScale *scale;
  ToriList *initiatives;
  char *before;
} Fixture;

static ToriInitiative *
get (Fixture *f, const char *id)
{
  return tori_test_get_initiative (f->plan, id);
}

static void
add (Fixture *f, const char *id)
{
  tori_test_add (f->initiatives, "id", id, "number", id, "title", id, NULL);
}

static void
rate (Fixture *f, const char *id, int year, const char *level, int since)
{
  g_autoptr (ToriRatings) ratings = tori_test_rating ("s", level, since);

  tori_test_add (tori_initiative_get_entries (get (f, id)), "year", year, "ratings", ratings, "note",
                 "書いた", NULL);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  ToriPillar *pillar;

  f->plan = tori_test_plan_new (2016, 2019, 2018);
  f->history = tori_history_new (f->plan);
  f->scale = tori_test_add (tori_plan_get_scales (f->plan), "id", "s", "name", "達成度", NULL);
  tori_test_add (tori_scale_get_levels (f->scale), "id", "done", "name", "達成", "done", TRUE, NULL);
  tori_test_add (tori_scale_get_levels (f->scale), "id", "on", "name", "継続", NULL);
  tori_test_add (tori_scale_get_levels (f->scale), "id", "earlier", "name", "{year}達成済", "done", TRUE,
                 NULL);
  pillar = tori_test_add (tori_plan_get_pillars (f->plan), "id", "p", "title", "柱", NULL);
  f->initiatives = tori_pillar_get_initiatives (pillar);
  for (const char *id = "abcdef"; *id != '\0'; id++)
    {
      const char name[] = { *id, '\0' };

      add (f, name);
    }
  g_object_set (get (f, "d"), "until", 2018, NULL);
  rate (f, "a", 2017, "done", 0);
  rate (f, "a", 2018, "done", 0);
  rate (f, "b", 2018, "on", 0);
  rate (f, "c", 2018, "earlier", 2016);
  rate (f, "d", 2018, "done", 0);
  rate (f, "e", 2018, "done", 0);
  rate (f, "e", 2019, "on", 0);
  rate (f, "f", 2016, "done", 0);
  rate (f, "f", 2017, "on", 0);
  rate (f, "f", 2018, "done", 0);
  f->before = tori_test_dump (f->plan);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  tori_test_assert_undone (f->history, f->before);
  g_free (f->before);
  g_object_unref (f->history);
  g_object_unref (f->plan);
}

static const ToriRating *
get_rating (Fixture *f, const char *id)
{
  ToriEntry *entry = tori_initiative_find_entry (get (f, id), 2019);

  g_assert_nonnull (entry);
  return tori_ratings_find (tori_entry_get_ratings (entry), "s");
}

static void
assert_since (Fixture *f, const char *id, int since)
{
  const ToriRating *rating = get_rating (f, id);

  g_assert_nonnull (rating);
  g_assert_cmpstr (rating->level, ==, "earlier");
  g_assert_cmpint (rating->since, ==, since);
}

static void
test_begin (Fixture *f, gconstpointer data)
{
  ToriNextYear look, done;
  ToriEntry *entry;

  g_assert_true (tori_next_year_look (f->plan, &look));
  g_assert_false (tori_history_get_can_undo (f->history));
  g_assert_true (tori_next_year_begin (f->history, TRUE, &done));
  g_assert_cmpint (tori_plan_get_year (f->plan), ==, 2019);
  g_assert_cmpint (done.year, ==, 2019);
  g_assert_cmpuint (done.entries, ==, 4);
  g_assert_cmpuint (done.levels, ==, 3);
  g_assert_cmpmem (&look, sizeof look, &done, sizeof done);

  assert_since (f, "a", 2017);
  g_assert_null (get_rating (f, "b"));
  assert_since (f, "c", 2016);
  g_assert_null (tori_initiative_find_entry (get (f, "d"), 2019));
  g_assert_cmpstr (get_rating (f, "e")->level, ==, "on"); /* as it was */
  assert_since (f, "f", 2018);

  /* Nobody has written in it yet. */
  entry = tori_initiative_find_entry (get (f, "a"), 2019);
  g_assert_null (tori_entry_get_modified (entry));
  g_assert_cmpint (tori_entry_get_state (entry), ==, TORI_STATE_DRAFT);
  g_assert_cmpstr (tori_entry_get_note (entry), ==, "");

  /* One step, and there is no year after the last. */
  g_assert_false (tori_next_year_begin (f->history, TRUE, &done));
  tori_history_undo (f->history);
  g_assert_false (tori_history_get_can_undo (f->history));
  g_assert_cmpint (tori_plan_get_year (f->plan), ==, 2018);
}

static void
test_without_levels (Fixture *f, gconstpointer data)
{
  ToriNextYear done;

  g_assert_true (tori_next_year_begin (f->history, FALSE, &done));
  g_assert_cmpuint (done.levels, ==, 0);
  g_assert_null (get_rating (f, "a"));
}

static void
test_since (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (tori_next_year_find_since (get (f, "a"), f->scale, 2018), ==, 2017);
  g_assert_cmpint (tori_next_year_find_since (get (f, "a"), f->scale, 2016), ==, 0);
  g_assert_cmpint (tori_next_year_find_since (get (f, "b"), f->scale, 2018), ==, 0);
  g_assert_cmpint (tori_next_year_find_since (get (f, "c"), f->scale, 2018), ==, 2016);
  g_assert_cmpint (tori_next_year_find_since (get (f, "f"), f->scale, 2018), ==, 2018);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/next-year/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("begin", test_begin);
  ADD ("without-levels", test_without_levels);
  ADD ("since", test_since);
#undef ADD
  return g_test_run ();
}
