/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-edit.h"

#include "model/tori-block.h"
#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-level.h"
#include "model/tori-scale.h"
#include "model/tori-topic.h"
#include "support/tori-test-records.h"

typedef struct
{
  ToriPlan *plan;
  ToriHistory *history;
  ToriInitiative *initiative;
  ToriEntry *entry;
  char *before;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = tori_test_small_plan ();
  fixture->history = tori_history_new (fixture->plan);
  fixture->initiative = tori_test_get_initiative (fixture->plan, "i1");
  fixture->entry = tori_initiative_find_entry (fixture->initiative, 2018);
  fixture->before = tori_test_dump (fixture->plan);
}

/* Each test takes one step, which one undo takes back. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *after = NULL;

  tori_history_undo (fixture->history);
  g_assert_false (tori_history_get_can_undo (fixture->history));
  after = tori_test_dump (fixture->plan);
  g_assert_cmpstr (after, ==, fixture->before);
  g_free (fixture->before);
  g_object_unref (fixture->history);
  g_assert_finalize_object (fixture->plan);
}

static void
assert_ids (const char *const *ids, const char *wanted)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) ids);

  g_assert_cmpstr (joined, ==, wanted);
}

static void
test_remove_item (Fixture *fixture, gconstpointer data)
{
  tori_edit_remove (fixture->history, TORI_STEP_REMOVE_ITEM,
                    tori_list_get (tori_initiative_get_schedule (fixture->initiative), 0));
  assert_ids (tori_topic_get_items (tori_list_get (tori_entry_get_topics (fixture->entry), 0)), "");
  assert_ids (tori_topic_get_items (tori_list_get (tori_entry_get_topics (fixture->entry), 1)), "i1-s2");
}

static void
test_remove_topic (Fixture *fixture, gconstpointer data)
{
  tori_edit_remove (fixture->history, TORI_STEP_REMOVE_TOPIC,
                    tori_list_get (tori_entry_get_topics (fixture->entry), 0));
  assert_ids (tori_block_get_topics (tori_list_get (tori_entry_get_actions (fixture->entry), 0)), "");
  assert_ids (tori_block_get_topics (tori_list_get (tori_entry_get_outcome (fixture->entry), 0)), "i1-t2");
}

static void
test_remove_initiative (Fixture *fixture, gconstpointer data)
{
  tori_edit_remove (fixture->history, TORI_STEP_REMOVE_INITIATIVE, fixture->initiative);
  g_assert_null (tori_initiative_get_merged_into (tori_test_get_initiative (fixture->plan, "i2")));
}

static void
test_remove_pillar (Fixture *fixture, gconstpointer data)
{
  tori_edit_remove (fixture->history, TORI_STEP_PLAN,
                    tori_list_get (tori_plan_get_pillars (fixture->plan), 1));
  assert_ids (tori_initiative_get_relisted (fixture->initiative), "");
}

/* The divisions of a department go with it, and with them what refers to them. */
static void
test_remove_department (Fixture *fixture, gconstpointer data)
{
  tori_edit_remove (fixture->history, TORI_STEP_PLAN,
                    tori_list_get (tori_plan_get_departments (fixture->plan), 0));
  assert_ids (tori_initiative_get_divisions (fixture->initiative), "");
  assert_ids (tori_topic_get_divisions (tori_list_get (tori_entry_get_topics (fixture->entry), 1)), "");
}

static void
test_remove_division (Fixture *fixture, gconstpointer data)
{
  ToriDepartment *department = tori_list_get (tori_plan_get_departments (fixture->plan), 0);

  tori_edit_remove (fixture->history, TORI_STEP_PLAN,
                    tori_list_get (tori_department_get_divisions (department), 0));
  assert_ids (tori_initiative_get_divisions (fixture->initiative), "");
  assert_ids (tori_division_get_successors (tori_list_get (tori_department_get_divisions (department), 0)),
              "");
}

static void
test_remove_level (Fixture *fixture, gconstpointer data)
{
  ToriScale *scale = tori_list_get (tori_plan_get_scales (fixture->plan), 0);

  tori_edit_remove (fixture->history, TORI_STEP_PLAN,
                    tori_list_find_id (tori_scale_get_levels (scale), "earlier"));
  g_assert_null (tori_entry_get_ratings (fixture->entry));
  g_assert_null (tori_topic_get_ratings (tori_list_get (tori_entry_get_topics (fixture->entry), 1)));
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  ToriPillar *other = tori_list_get (tori_plan_get_pillars (fixture->plan), 1);

  tori_edit_move (fixture->history, TORI_STEP_MOVE_INITIATIVE, fixture->initiative,
                  tori_pillar_get_initiatives (other), 1);
  g_assert_true (tori_list_get (tori_pillar_get_initiatives (other), 1) == fixture->initiative);
  g_assert_true (tori_record_get_parent (TORI_RECORD (fixture->initiative)) == TORI_RECORD (other));
}

static void
count_changes_cb (guint *n)
{
  (*n)++;
}

/* Within its list a record moves in one change: no view sees the list without it. */
static void
test_move_within (Fixture *fixture, gconstpointer data)
{
  ToriList *items = tori_initiative_get_schedule (fixture->initiative);
  ToriRecord *first = tori_list_get (items, 0);
  guint n_changes = 0;

  g_signal_connect_swapped (items, "items-changed", G_CALLBACK (count_changes_cb), &n_changes);
  tori_edit_move (fixture->history, TORI_STEP_MOVE_ITEM, first, items, 1);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (tori_list_get (items, 1) == first);
}

/* A text that somebody edits is no copy any more; the two are one step. */
static void
test_type (Fixture *fixture, gconstpointer data)
{
  ToriBlock *block = tori_list_get (tori_entry_get_outcome (fixture->entry), 0);

  g_object_set (block, "copied-from", 2017, NULL);
  g_free (fixture->before);
  fixture->before = tori_test_dump (fixture->plan);
  tori_edit_type (fixture->history, TORI_STEP_OUTCOME, block, "text", tori_block_get_text (block));
  g_assert_cmpint (tori_block_get_copied_from (block), ==, 2017);
  tori_edit_type (fixture->history, TORI_STEP_OUTCOME, block, "text", "短縮");
  tori_edit_type (fixture->history, TORI_STEP_OUTCOME, block, "text", "短縮し");
  g_assert_cmpint (tori_block_get_copied_from (block), ==, 0);
  tori_history_undo (fixture->history);
  g_assert_cmpint (tori_block_get_copied_from (block), ==, 2017);
  tori_history_redo (fixture->history);
  g_assert_cmpstr (tori_block_get_text (block), ==, "短縮し");
}

static void
test_add_topics (Fixture *fixture, gconstpointer data)
{
  ToriEntry *entry;
  ToriTopic *topic;

  tori_edit_add_topics (fixture->history, fixture->initiative, 2020);
  entry = tori_initiative_find_entry (fixture->initiative, 2020);
  g_assert_cmpuint (tori_list_get_length (tori_entry_get_topics (entry)), ==, 2);
  topic = tori_list_get (tori_entry_get_topics (entry), 1);
  g_assert_cmpstr (tori_topic_get_title (topic), ==, "電話");
  assert_ids (tori_topic_get_items (topic), "i1-s2");
  tori_edit_add_topics (fixture->history, fixture->initiative, 2020); /* each has one now */
  g_assert_cmpuint (tori_list_get_length (tori_entry_get_topics (entry)), ==, 2);
}

static void
test_add_initiative (Fixture *fixture, gconstpointer data)
{
  ToriInitiative *added = tori_edit_add_initiative (
      fixture->history, tori_list_get (tori_plan_get_pillars (fixture->plan), 0), 0);

  g_assert_cmpstr (tori_initiative_get_number (added), ==, "3");
  g_assert_true (g_uuid_string_is_valid (tori_record_get_id (TORI_RECORD (added))));
  g_assert_true (
      tori_plan_find (fixture->plan, TORI_TYPE_INITIATIVE, tori_record_get_id (TORI_RECORD (added)))
      == added);
}

static void
test_number (Fixture *fixture, gconstpointer data)
{
  g_assert_false (tori_edit_set_number (fixture->history, fixture->initiative, "2"));
  g_assert_cmpstr (tori_initiative_get_number (fixture->initiative), ==, "1");
  g_assert_false (tori_history_get_can_undo (fixture->history));
  g_assert_true (tori_edit_set_number (fixture->history, fixture->initiative, "R1-1"));
  g_assert_cmpstr (tori_initiative_get_number (fixture->initiative), ==, "R1-1");
}

/* Entries stand in the order of their years, and one that is there is not made again. */
static void
test_ensure_entry (Fixture *fixture, gconstpointer data)
{
  ToriList *entries = tori_initiative_get_entries (fixture->initiative);

  tori_history_begin (fixture->history, TORI_STEP_NOTE);
  g_assert_true (tori_edit_ensure_entry (fixture->history, fixture->initiative, 2018) == fixture->entry);
  tori_edit_ensure_entry (fixture->history, fixture->initiative, 2020);
  tori_edit_ensure_entry (fixture->history, fixture->initiative, 2017);
  tori_edit_ensure_entry (fixture->history, fixture->initiative, 2019);
  tori_history_end (fixture->history);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (tori_entry_get_year (tori_list_get (entries, i)), ==, 2017 + (int) i);
}

static void
test_rate (Fixture *fixture, gconstpointer data)
{
  tori_history_begin (fixture->history, TORI_STEP_LEVEL);
  tori_edit_rate (fixture->history, fixture->entry, "s", NULL, 0);
  g_assert_null (tori_entry_get_ratings (fixture->entry)); /* not assessed leaves nothing behind */
  tori_edit_rate (fixture->history, fixture->entry, "s", "done", 0);
  tori_history_end (fixture->history);
  g_assert_cmpstr (tori_ratings_find (tori_entry_get_ratings (fixture->entry), "s")->level, ==, "done");
}

static void
test_author (Fixture *fixture, gconstpointer data)
{
  tori_edit_set_author (fixture->history, fixture->entry, "");
  g_assert_false (tori_history_get_can_undo (fixture->history));
  tori_edit_set_author (fixture->history, fixture->entry, "窓口係");
  g_assert_cmpstr (tori_entry_get_modified (fixture->entry)->by, ==, "窓口係");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/edit/remove-item", test_remove_item);
  ADD ("/edit/remove-topic", test_remove_topic);
  ADD ("/edit/remove-initiative", test_remove_initiative);
  ADD ("/edit/remove-pillar", test_remove_pillar);
  ADD ("/edit/remove-department", test_remove_department);
  ADD ("/edit/remove-division", test_remove_division);
  ADD ("/edit/remove-level", test_remove_level);
  ADD ("/edit/move", test_move);
  ADD ("/edit/move-within", test_move_within);
  ADD ("/edit/type", test_type);
  ADD ("/edit/add-topics", test_add_topics);
  ADD ("/edit/add-initiative", test_add_initiative);
  ADD ("/edit/number", test_number);
  ADD ("/edit/ensure-entry", test_ensure_entry);
  ADD ("/edit/rate", test_rate);
  ADD ("/edit/author", test_author);

  return g_test_run ();
}
