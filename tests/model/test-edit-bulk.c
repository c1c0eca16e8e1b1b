/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-edit.h"
#include "model/tori-topic.h"
#include "support/tori-test-records.h"

typedef struct
{
  ToriPlan *plan;
  ToriHistory *history;
  GPtrArray *initiatives; /* all */
  char *before;
} Fixture;

static ToriPillar *
get_pillar (Fixture *f, guint position)
{
  return tori_list_get (tori_plan_get_pillars (f->plan), position);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (ToriRecord) third = NULL;
  ToriList *pillars;

  f->plan = tori_test_small_plan ();
  third = g_object_new (TORI_TYPE_INITIATIVE, "id", "i3", "number", "3", "title", "申請の電子化", NULL);
  tori_list_splice (tori_pillar_get_initiatives (get_pillar (f, 0)), 1, 0, &third, 1);
  f->history = tori_history_new (f->plan);
  f->before = tori_test_dump (f->plan);
  f->initiatives = g_ptr_array_new ();
  pillars = tori_plan_get_pillars (f->plan);
  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriList *list = tori_pillar_get_initiatives (tori_list_get (pillars, i));

      for (guint k = 0; k < tori_list_get_length (list); k++)
        g_ptr_array_add (f->initiatives, tori_list_get (list, k));
    }
  g_assert_cmpuint (f->initiatives->len, >=, 2);
}

/* Each test takes one step, which one undo takes back and one redo makes again. */
static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *after = tori_test_dump (f->plan);
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;

  tori_history_undo (f->history);
  g_assert_false (tori_history_get_can_undo (f->history));
  undone = tori_test_dump (f->plan);
  g_assert_cmpstr (undone, ==, f->before);
  tori_history_redo (f->history);
  again = tori_test_dump (f->plan);
  g_assert_cmpstr (again, ==, after);
  g_free (f->before);
  g_ptr_array_unref (f->initiatives);
  g_object_unref (f->history);
  g_assert_finalize_object (f->plan);
}

/* The ids of a pillar's initiatives, with blanks between them. */
static char *
list_ids (ToriPillar *pillar)
{
  ToriList *list = tori_pillar_get_initiatives (pillar);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < tori_list_get_length (list); i++)
    g_string_append_printf (ids, "%s%s", i == 0 ? "" : " ", tori_record_get_id (tori_list_get (list, i)));
  return g_string_free (ids, FALSE);
}

static void
test_rate (Fixture *f, gconstpointer data)
{
  tori_edit_rate_all (f->history, f->initiatives, 2019, "a", "earlier", 2017);
  for (guint i = 0; i < f->initiatives->len; i++)
    {
      ToriEntry *entry = tori_initiative_find_entry (f->initiatives->pdata[i], 2019);
      const ToriRating *rating = tori_ratings_find (tori_entry_get_ratings (entry), "a");

      g_assert_cmpstr (rating->level, ==, "earlier");
      g_assert_cmpint (rating->since, ==, 2017);
      g_assert_nonnull (tori_entry_get_modified (entry));
    }
}

/* Nobody writes an entry only to say that nothing was assessed. */
static void
test_unrate (Fixture *f, gconstpointer data)
{
  tori_edit_rate_all (f->history, f->initiatives, 2019, "a", NULL, 0);
  g_assert_false (tori_history_get_can_undo (f->history));
  tori_edit_rate_all (f->history, f->initiatives, 2018, "a", NULL, 0);
  for (guint i = 0; i < f->initiatives->len; i++)
    {
      ToriEntry *entry = tori_initiative_find_entry (f->initiatives->pdata[i], 2018);

      g_assert_true (entry == NULL || tori_ratings_find (tori_entry_get_ratings (entry), "a") == NULL);
    }
}

static void
test_state (Fixture *f, gconstpointer data)
{
  tori_edit_set_state_all (f->history, f->initiatives, 2018, TORI_STATE_CONFIRMED);
  for (guint i = 0; i < f->initiatives->len; i++)
    g_assert_cmpint (tori_entry_get_state (tori_initiative_find_entry (f->initiatives->pdata[i], 2018)), ==,
                     TORI_STATE_CONFIRMED);
}

static void
test_divisions (Fixture *f, gconstpointer data)
{
  const char *ids[] = { "d-zaisei", NULL };

  tori_edit_set_divisions_all (f->history, f->initiatives, ids);
  for (guint i = 0; i < f->initiatives->len; i++)
    g_assert_cmpstr (tori_initiative_get_divisions (f->initiatives->pdata[i])[0], ==, "d-zaisei");
}

static void
test_remove (Fixture *f, gconstpointer data)
{
  tori_edit_remove_all (f->history, TORI_STEP_REMOVE_INITIATIVE, f->initiatives);
  for (guint i = 0; i < tori_list_get_length (tori_plan_get_pillars (f->plan)); i++)
    g_assert_cmpuint (tori_list_get_length (tori_pillar_get_initiatives (get_pillar (f, i))), ==, 0);
}

static void
test_move (Fixture *f, gconstpointer data)
{
  g_autofree char *before = list_ids (get_pillar (f, 1));
  g_autofree char *first = list_ids (get_pillar (f, 0));
  g_autofree char *wanted = g_strdup_printf ("%s%s%s", before, *before == '\0' ? "" : " ", first);
  g_autofree char *after = NULL;

  tori_edit_move_all (f->history, f->initiatives, get_pillar (f, 1));
  after = list_ids (get_pillar (f, 1));
  g_assert_cmpstr (after, ==, wanted);
  for (guint i = 0; i < f->initiatives->len; i++)
    g_assert_false (g_strv_contains (tori_initiative_get_relisted (f->initiatives->pdata[i]),
                                     tori_record_get_id (TORI_RECORD (get_pillar (f, 1)))));
}

/* The last to the beginning, then nothing, because it stands there already. */
static void
test_order (Fixture *f, gconstpointer data)
{
  ToriList *list = tori_pillar_get_initiatives (get_pillar (f, 0));
  const guint n = tori_list_get_length (list);
  ToriInitiative *first = tori_list_get (list, 0);
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();

  g_assert_cmpuint (n, >=, 2);
  g_ptr_array_add (moved, tori_list_get (list, n - 1));
  tori_edit_move_before (f->history, moved, get_pillar (f, 0), first);
  g_assert_true (tori_list_get (list, 0) == moved->pdata[0]);
  g_assert_true (tori_list_get (list, 1) == first);
  tori_edit_move_before (f->history, moved, get_pillar (f, 0), first);
  tori_history_undo (f->history);
  g_assert_false (tori_history_get_can_undo (f->history));
  g_ptr_array_set_size (moved, 0);
  g_ptr_array_add (moved, first);
  tori_edit_move_before (f->history, moved, get_pillar (f, 0), NULL);
  g_assert_true (tori_list_get (list, n - 1) == first);
}

static void
test_renumber (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  const char *taken = tori_initiative_get_number (f->initiatives->pdata[1]);
  guint64 number = g_ascii_strtoull (taken, NULL, 10);

  g_ptr_array_add (first, f->initiatives->pdata[0]);
  g_assert_true (tori_edit_find_number_taken (f->plan, first, "", (guint) number)
                 == f->initiatives->pdata[1]);
  g_assert_false (tori_edit_renumber_all (f->history, first, "", (guint) number));
  g_assert_false (tori_history_get_can_undo (f->history));
  g_assert_true (tori_edit_renumber_all (f->history, f->initiatives, "R1-", 8));
  g_assert_cmpstr (tori_initiative_get_number (f->initiatives->pdata[0]), ==, "R1-8");
  g_assert_cmpstr (tori_initiative_get_number (f->initiatives->pdata[1]), ==, "R1-9");
}

/* A copy refers to its own items and topics, and has no id of the original's. */
static void
test_duplicate (Fixture *f, gconstpointer data)
{
  ToriInitiative *original = tori_test_get_initiative (f->plan, "i1");
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GPtrArray) copies = NULL;
  ToriInitiative *copy;
  ToriItem *item;
  ToriTopic *topic;

  g_ptr_array_add (wanted, original);
  copies = tori_edit_duplicate_all (f->history, wanted);
  copy = copies->pdata[0];
  g_assert_cmpstr (tori_initiative_get_title (copy), ==, tori_initiative_get_title (original));
  g_assert_cmpstr (tori_initiative_get_number (copy), !=, tori_initiative_get_number (original));
  g_assert_cmpstr (tori_record_get_id (TORI_RECORD (copy)), !=, "i1");
  item = tori_list_get (tori_initiative_get_schedule (copy), 0);
  topic = tori_list_get (tori_entry_get_topics (tori_initiative_find_entry (copy, 2018)), 0);
  g_assert_cmpstr (tori_record_get_id (TORI_RECORD (item)), !=, "i1-s1");
  g_assert_true (g_strv_contains (tori_topic_get_items (topic), tori_record_get_id (TORI_RECORD (item))));
}

#define add(name, test) g_test_add ("/edit-bulk/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("rate", test_rate);
  add ("unrate", test_unrate);
  add ("state", test_state);
  add ("divisions", test_divisions);
  add ("remove", test_remove);
  add ("move", test_move);
  add ("order", test_order);
  add ("renumber", test_renumber);
  add ("duplicate", test_duplicate);
  return g_test_run ();
}
