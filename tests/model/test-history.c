/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-history.h"

#include "model/tori-block.h"
#include "model/tori-edit.h"
#include "model/tori-topic.h"
#include "support/tori-test-records.h"

static guint ticks;

static char *
tick (void)
{
  return g_strdup_printf ("tick %u", ++ticks);
}

typedef struct
{
  ToriPlan *plan;
  ToriHistory *history;
  ToriInitiative *initiative;
  ToriEntry *entry;
  ToriBlock *block;
  gboolean stepping; /* when the block changed last */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ticks = 0;
  fixture->plan = tori_test_small_plan ();
  fixture->history = tori_history_new (fixture->plan);
  tori_history_set_clock (fixture->history, tick);
  fixture->initiative = tori_test_get_initiative (fixture->plan, "i1");
  fixture->entry = tori_initiative_find_entry (fixture->initiative, 2018);
  fixture->block = tori_list_get (tori_entry_get_actions (fixture->entry), 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->plan);
}

/* Takes a step in every field of every record of the plan, one by one. */
static void
change_all (ToriHistory *history, ToriRecord *record, guint seed)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      gpointer place = tori_record_peek (record, &fields[i]);
      g_auto (GValue) value = G_VALUE_INIT;

      if (fields[i].kind == TORI_FIELD_LIST)
        {
          for (guint j = 0; j < tori_list_get_length (*(ToriList **) place); j++)
            change_all (history, tori_list_get (*(ToriList **) place, j), seed);
          continue;
        }
      tori_test_make_value (&fields[i], seed, &value);
      tori_history_begin (history, TORI_STEP_PLAN);
      if (G_VALUE_HOLDS_STRING (&value))
        tori_history_set_text (history, record, fields[i].name, g_value_get_string (&value));
      else if (fields[i].kind == TORI_FIELD_BOXED)
        tori_history_set_boxed (history, record, fields[i].name, g_value_get_boxed (&value));
      else if (G_VALUE_HOLDS_BOXED (&value))
        tori_history_set_strv (history, record, fields[i].name, g_value_get_boxed (&value));
      else
        tori_history_set_int (history, record, fields[i].name, *(int *) &value.data[0]);
      tori_history_end (history);
    }
}

static void
test_every_field (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = tori_test_dump (fixture->plan);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  guint n_steps = 0;

  change_all (fixture->history, TORI_RECORD (fixture->plan), 5);
  after = tori_test_dump (fixture->plan);
  g_assert_cmpstr (after, !=, before);
  for (; tori_history_get_can_undo (fixture->history); n_steps++)
    tori_history_undo (fixture->history);
  g_assert_cmpuint (n_steps, >, 60);
  undone = tori_test_dump (fixture->plan);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (tori_history_get_modified (fixture->history));
  while (tori_history_get_can_redo (fixture->history))
    tori_history_redo (fixture->history);
  redone = tori_test_dump (fixture->plan);
  g_assert_cmpstr (redone, ==, after);
}

static void
random_edit (Fixture *fixture, GRand *rand)
{
  ToriHistory *history = fixture->history;
  ToriList *initiatives =
      tori_pillar_get_initiatives (tori_list_get (tori_plan_get_pillars (fixture->plan), 0));
  const guint n = tori_list_get_length (initiatives);
  ToriInitiative *some =
      n == 0 ? NULL : tori_list_get (initiatives, (guint) g_rand_int_range (rand, 0, (gint32) n));
  g_autofree char *word = g_strdup_printf ("語%u", g_rand_int (rand) % 1000);

  switch (g_rand_int_range (rand, 0, 7))
    {
    case 0:
      tori_edit_add_initiative (history, tori_list_get (tori_plan_get_pillars (fixture->plan), 0), n);
      break;
    case 1:
      if (some != NULL && n > 2)
        tori_edit_remove (history, TORI_STEP_REMOVE_INITIATIVE, some);
      break;
    case 2:
      if (some != NULL)
        tori_edit_move (history, TORI_STEP_MOVE_INITIATIVE, some, initiatives,
                        (guint) g_rand_int_range (rand, 0, (gint32) n));
      break;
    case 3:
      if (some != NULL)
        {
          tori_history_begin (history, TORI_STEP_NOTE);
          tori_history_set_text (history,
                                 tori_edit_ensure_entry (history, some, g_rand_int_range (rand, 2017, 2022)),
                                 "note", word);
          tori_history_end (history);
        }
      break;
    case 4:
      if (some != NULL)
        tori_history_type (history, TORI_STEP_TITLE, some, "title", word);
      break;
    case 5:
      if (some != NULL)
        {
          g_autoptr (ToriItem) item = g_object_new (TORI_TYPE_ITEM, "item", word, NULL);

          tori_edit_add (history, TORI_STEP_ADD_ITEM, tori_initiative_get_schedule (some), 0, item);
        }
      break;
    default:
      if (tori_history_get_can_undo (history))
        tori_history_undo (history);
      break;
    }
}

/* Whatever was done: undoing all of it gives the beginning, doing it again the end, and each state on the way
 * is the same in both directions. */
static void
test_random_walk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2019);
  g_autofree char *first = tori_test_dump (fixture->plan);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 500; i++)
    random_edit (fixture, rand);
  while (tori_history_get_can_redo (fixture->history))
    tori_history_redo (fixture->history);
  g_assert_true (tori_history_get_can_undo (fixture->history));

  while (tori_history_get_can_undo (fixture->history))
    {
      g_ptr_array_add (states, tori_test_dump (fixture->plan));
      tori_history_undo (fixture->history);
    }
  g_assert_cmpuint (states->len, >, 80);
  for (guint i = states->len; i > 0; i--)
    {
      g_autofree char *state = NULL;

      if (i == states->len)
        {
          state = tori_test_dump (fixture->plan);
          g_assert_cmpstr (state, ==, first);
          g_clear_pointer (&state, g_free);
        }
      tori_history_redo (fixture->history);
      state = tori_test_dump (fixture->plan);
      g_assert_cmpstr (state, ==, states->pdata[i - 1]);
    }
}

static void
type (Fixture *fixture, const char *text)
{
  tori_history_type (fixture->history, TORI_STEP_ACTIONS, fixture->block, "text", text);
}

static guint
count_undo (ToriHistory *history)
{
  guint n = 0;

  for (; tori_history_get_can_undo (history); n++)
    tori_history_undo (history);
  return n;
}

static void
test_run (Fixture *fixture, gconstpointer data)
{
  type (fixture, "・説明会の開催(6月)、");
  type (fixture, "・説明会の開催(6月)、相");
  type (fixture, "・説明会の開催(6月)、相談会");
  g_assert_cmpint (tori_history_get_undo_step (fixture->history), ==, TORI_STEP_ACTIONS);
  tori_history_undo (fixture->history);
  g_assert_cmpstr (tori_block_get_text (fixture->block), ==, "・説明会の開催(6月)");
  g_assert_false (tori_history_get_can_undo (fixture->history));
  tori_history_redo (fixture->history);
  g_assert_cmpstr (tori_block_get_text (fixture->block), ==, "・説明会の開催(6月)、相談会");
}

typedef struct
{
  const char *name;
  const char *texts[5];
  guint n_steps;
} RunCase;

static const RunCase run_cases[] = {
  { "one place", { "a", "ab", "abc" }, 1 },
  { "in the middle", { "ad", "abd", "abcd" }, 2 }, /* a and d at once, then on from a */
  { "elsewhere", { "ab", "abc", "xabc" }, 2 },
  { "back space", { "abcd", "abc", "ab" }, 2 },
  { "delete", { "abcd", "bcd", "cd" }, 2 },
  { "line", { "a", "a\n", "a\nb", "a\nbc" }, 3 },
  { "letters that begin with the same bytes", { "あう", "あいう", "あいxう" }, 2 },
  { "replaced", { "abc", "axc", "axyc" }, 2 },
};

static void
test_run_cases (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (run_cases); i++)
    {
      g_test_message ("%s", run_cases[i].name);
      type (fixture, "");
      tori_history_end_run (fixture->history);
      for (guint j = 0; j < G_N_ELEMENTS (run_cases[i].texts) && run_cases[i].texts[j] != NULL; j++)
        type (fixture, run_cases[i].texts[j]);
      g_assert_cmpuint (count_undo (fixture->history), ==, run_cases[i].n_steps + 1);
    }
}

/* The key that makes a record is typed into it in one step, and the run goes on in that step. */
static void
test_run_in_step (Fixture *fixture, gconstpointer data)
{
  ToriList *topics = tori_entry_get_topics (fixture->entry);
  const guint n = tori_list_get_length (topics);
  g_autoptr (ToriRecord) topic = g_object_new (TORI_TYPE_TOPIC, "id", "fresh", NULL);

  tori_history_begin (fixture->history, TORI_STEP_ADD_TOPIC);
  tori_history_splice (fixture->history, topics, n, 0, &topic, 1);
  tori_history_type (fixture->history, TORI_STEP_TOPIC, topic, "title", "窓");
  tori_history_end (fixture->history);
  tori_history_type (fixture->history, TORI_STEP_TOPIC, topic, "title", "窓口");
  g_assert_cmpstr (tori_topic_get_title (TORI_TOPIC (topic)), ==, "窓口");
  g_assert_cmpint (tori_history_get_undo_step (fixture->history), ==, TORI_STEP_ADD_TOPIC);
  tori_history_undo (fixture->history);
  g_assert_cmpuint (tori_list_get_length (topics), ==, n);
  g_assert_false (tori_history_get_can_undo (fixture->history));
  tori_history_redo (fixture->history);
  g_assert_cmpstr (tori_topic_get_title (TORI_TOPIC (topic)), ==, "窓口");
}

static void
test_run_ends (Fixture *fixture, gconstpointer data)
{
  ToriHistory *history = fixture->history;
  ToriTopic *topic = tori_list_get (tori_entry_get_topics (fixture->entry), 0);

  type (fixture, "a");
  tori_history_end_run (history);
  type (fixture, "ab");
  tori_history_get_mark (history); /* it is being saved */
  type (fixture, "abc");
  tori_history_type (history, TORI_STEP_TOPIC, topic, "title", "窓口 ");
  type (fixture, "abcd");
  tori_history_undo (history);
  type (fixture, "abcd");
  type (fixture, "abcd"); /* nothing */
  g_assert_cmpuint (count_undo (history), ==, 5);
}

static void
test_stamp (Fixture *fixture, gconstpointer data)
{
  g_assert_null (tori_entry_get_modified (fixture->entry));
  type (fixture, "a");
  g_assert_cmpstr (tori_entry_get_modified (fixture->entry)->at, ==, "tick 1");
  type (fixture, "ab");
  g_assert_cmpstr (tori_entry_get_modified (fixture->entry)->at, ==, "tick 2");
  tori_history_undo (fixture->history);
  g_assert_null (tori_entry_get_modified (fixture->entry));
  tori_history_redo (fixture->history);
  g_assert_cmpstr (tori_entry_get_modified (fixture->entry)->at, ==, "tick 2");

  /* What belongs to no entry stamps none. */
  tori_history_type (fixture->history, TORI_STEP_TITLE, fixture->initiative, "title", "別の題");
  g_assert_cmpstr (tori_entry_get_modified (fixture->entry)->at, ==, "tick 2");
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_modified (Fixture *fixture, gconstpointer data)
{
  ToriHistory *history = fixture->history;
  guint notified = 0;
  guint64 mark;

  g_signal_connect_swapped (history, "notify::modified", G_CALLBACK (count_cb), &notified);
  g_assert_false (tori_history_get_modified (history));
  type (fixture, "a");
  g_assert_true (tori_history_get_modified (history));
  g_assert_cmpuint (notified, >, 0);

  mark = tori_history_get_mark (history);
  type (fixture, "ab"); /* while it is being saved */
  tori_history_mark_saved (history, mark);
  g_assert_true (tori_history_get_modified (history));
  tori_history_undo (history);
  g_assert_false (tori_history_get_modified (history));
  tori_history_undo (history);
  g_assert_true (tori_history_get_modified (history));
  type (fixture, "x"); /* the saved state is gone for good */
  tori_history_undo (history);
  g_assert_true (tori_history_get_modified (history));
}

static void
test_nesting (Fixture *fixture, gconstpointer data)
{
  ToriHistory *history = fixture->history;

  tori_history_begin (history, TORI_STEP_PLAN);
  tori_history_begin (history, TORI_STEP_TITLE);
  tori_history_set_text (history, fixture->initiative, "title", "甲");
  tori_history_end (history);
  tori_history_set_text (history, fixture->plan, "title", "乙");
  tori_history_end (history);
  g_assert_cmpint (tori_history_get_undo_step (history), ==, TORI_STEP_PLAN);
  g_assert_cmpuint (count_undo (history), ==, 1);
  g_assert_cmpstr (tori_plan_get_title (fixture->plan), ==, "行政改革計画");

  tori_history_begin (history, TORI_STEP_PLAN); /* a step without a change is none */
  tori_history_set_text (history, fixture->plan, "title", "行政改革計画");
  tori_history_end (history);
  g_assert_true (tori_history_get_can_redo (history));
  g_assert_false (tori_history_get_can_undo (history));
}

static void
note_place_cb (ToriHistory *history, ToriRecord *record, ToriRecord **place)
{
  *place = record;
}

static void
note_stepping_cb (ToriRecord *record, ToriRecord *source, gpointer field, Fixture *fixture)
{
  fixture->stepping = tori_history_get_stepping (fixture->history);
}

/* Views tell what is undone from what is being done. */
static void
test_stepping (Fixture *fixture, gconstpointer data)
{
  g_signal_connect (fixture->block, "changed", G_CALLBACK (note_stepping_cb), fixture);
  type (fixture, "a");
  g_assert_false (fixture->stepping);
  tori_history_undo (fixture->history);
  g_assert_true (fixture->stepping);
  g_assert_false (tori_history_get_stepping (fixture->history));
  type (fixture, "b");
  g_assert_false (fixture->stepping);
  g_signal_handlers_disconnect_by_data (fixture->block, fixture);
}

static void
test_stepped (Fixture *fixture, gconstpointer data)
{
  ToriRecord *place = NULL;

  g_signal_connect (fixture->history, "stepped", G_CALLBACK (note_place_cb), &place);
  type (fixture, "a");
  g_assert_null (place);
  tori_history_undo (fixture->history);
  g_assert_true (place == TORI_RECORD (fixture->block));
  place = NULL;
  tori_history_redo (fixture->history);
  g_assert_true (place == TORI_RECORD (fixture->block));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/history/every-field", test_every_field);
  ADD ("/history/random-walk", test_random_walk);
  ADD ("/history/run", test_run);
  ADD ("/history/run-cases", test_run_cases);
  ADD ("/history/run-in-step", test_run_in_step);
  ADD ("/history/run-ends", test_run_ends);
  ADD ("/history/stamp", test_stamp);
  ADD ("/history/modified", test_modified);
  ADD ("/history/nesting", test_nesting);
  ADD ("/history/stepping", test_stepping);
  ADD ("/history/stepped", test_stepped);

  return g_test_run ();
}
