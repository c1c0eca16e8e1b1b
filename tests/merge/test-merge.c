/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "merge/tori-merge.h"
#include "model/tori-block.h"
#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-edit.h"
#include "model/tori-entry.h"
#include "model/tori-pillar.h"
#include "storage/tori-codec.h"
#include "support/tori-test-data.h"
#include "support/tori-test-records.h"

/* Two people change copies of the same plan, and their changes are brought together. */

typedef void (*Edit) (ToriHistory *history, ToriPlan *plan);

static ToriPlan *
read_plan (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  ToriPlan *plan = tori_codec_decode (text, length, &error);

  g_assert_no_error (error);
  return plan;
}

static ToriPlan *
load_small (void)
{
  gsize length;
  g_autofree char *text = tori_test_read_data ("small.torikumi", &length);

  return read_plan (text, length);
}

static char *
clock_ours (void)
{
  return g_strdup ("2020-04-01T10:00:00+09:00");
}

static char *
clock_theirs (void)
{
  return g_strdup ("2020-04-01T09:00:00+09:00");
}

/* --- What people do --- */

static void
set_text (ToriHistory *history, gpointer record, const char *property, const char *text)
{
  tori_history_begin (history, TORI_STEP_TITLE);
  tori_history_set_text (history, record, property, text);
  tori_history_end (history);
}

static ToriPillar *
get_pillar (ToriPlan *plan, const char *id)
{
  return tori_list_find_id (tori_plan_get_pillars (plan), id);
}

static void
title_one (ToriHistory *history, ToriPlan *plan)
{
  set_text (history, tori_test_get_initiative (plan, "i1"), "title", "窓口の一新");
}

static void
title_one_otherwise (ToriHistory *history, ToriPlan *plan)
{
  set_text (history, tori_test_get_initiative (plan, "i1"), "title", "窓口の整理");
}

static void
title_four (ToriHistory *history, ToriPlan *plan)
{
  set_text (history, tori_test_get_initiative (plan, "i4"), "title", "補助金の廃止");
}

static void
remove_four (ToriHistory *history, ToriPlan *plan)
{
  tori_edit_remove (history, TORI_STEP_REMOVE_INITIATIVE, tori_test_get_initiative (plan, "i4"));
}

static void
move_four (ToriHistory *history, ToriPlan *plan)
{
  tori_edit_move (history, TORI_STEP_MOVE_INITIATIVE, tori_test_get_initiative (plan, "i4"),
                  tori_pillar_get_initiatives (get_pillar (plan, "p1")), 1);
}

static void
reverse_pillars (ToriHistory *history, ToriPlan *plan)
{
  tori_edit_move (history, TORI_STEP_PLAN, get_pillar (plan, "p2"), tori_plan_get_pillars (plan), 0);
}

static void
reverse_two (ToriHistory *history, ToriPlan *plan)
{
  tori_edit_move (history, TORI_STEP_MOVE_INITIATIVE, tori_test_get_initiative (plan, "i3"),
                  tori_pillar_get_initiatives (get_pillar (plan, "p1")), 0);
}

static void
reverse_two_otherwise (ToriHistory *history, ToriPlan *plan)
{
  tori_edit_move (history, TORI_STEP_MOVE_INITIATIVE, tori_test_get_initiative (plan, "i3"),
                  tori_pillar_get_initiatives (get_pillar (plan, "p1")), 1);
}

static void
set_divisions (ToriHistory *history, gpointer record, const char *id)
{
  const char *ids[] = { id, NULL };

  tori_history_begin (history, TORI_STEP_DIVISIONS);
  tori_history_set_strv (history, record, "divisions", ids);
  tori_history_end (history);
}

/* Nobody but the fifth has 市民部総務課. */
static void
remove_division (ToriHistory *history, ToriPlan *plan)
{
  ToriDepartment *department = tori_list_find_id (tori_plan_get_departments (plan), "shimin");

  set_divisions (history, tori_test_get_initiative (plan, "i5"), NULL);
  tori_edit_remove (history, TORI_STEP_PLAN,
                    tori_list_find_id (tori_department_get_divisions (department), "shimin-soumu"));
}

static void
give_division (ToriHistory *history, ToriPlan *plan)
{
  set_divisions (history, tori_test_get_initiative (plan, "i4"), "shimin-soumu");
}

static void
add_to_entry (ToriHistory *history, ToriPlan *plan, const char *text)
{
  ToriEntry *entry = tori_edit_ensure_entry (history, tori_test_get_initiative (plan, "i5"), 2019);
  g_autoptr (ToriBlock) block = g_object_new (TORI_TYPE_BLOCK, "text", text, NULL);

  tori_edit_add (history, TORI_STEP_ADD_TEXT, tori_entry_get_actions (entry), 0, block);
}

static void
write_entry (ToriHistory *history, ToriPlan *plan)
{
  tori_history_begin (history, TORI_STEP_ADD_TEXT);
  add_to_entry (history, plan, "・売却(7月)");
  tori_history_end (history);
}

static void
write_entry_too (ToriHistory *history, ToriPlan *plan)
{
  tori_history_begin (history, TORI_STEP_ADD_TEXT);
  add_to_entry (history, plan, "・貸付(8月)");
  tori_history_end (history);
}

static void
add_initiative (ToriHistory *history, ToriPlan *plan)
{
  ToriInitiative *added = tori_edit_add_initiative (history, get_pillar (plan, "p1"), 1);

  set_text (history, added, "title", "新しい取組");
}

static void
remove_and_merge_into (ToriHistory *history, ToriPlan *plan)
{
  set_text (history, tori_test_get_initiative (plan, "i5"), "merged-into", "i4");
}

static void
rate (ToriHistory *history, ToriPlan *plan)
{
  tori_edit_rate (history, tori_initiative_find_entry (tori_test_get_initiative (plan, "i1"), 2018),
                  "achievement", "on", 0);
}

static void
change_state (ToriHistory *history, ToriPlan *plan)
{
  tori_history_begin (history, TORI_STEP_STATE);
  tori_history_set_int (history, tori_initiative_find_entry (tori_test_get_initiative (plan, "i1"), 2018),
                        "state", TORI_STATE_CONFIRMED);
  tori_history_end (history);
}

static void
nothing (ToriHistory *history, ToriPlan *plan)
{
}

/* --- The scenes --- */

/**
 * Scene:
 * @ours: what we do
 * @theirs: what they do
 * @has: (nullable): what the file holds then, without blanks and line breaks
 * @lacks: (nullable): what it does not
 * @conflict: (nullable): the path of the one conflict
 * @taken: (nullable): what the file holds when theirs is taken there
 */
typedef struct
{
  const char *name;
  Edit ours, theirs;
  const char *has, *lacks, *conflict, *taken;
} Scene;

static const Scene scenes[] = {
  { "other-fields", title_one, title_four, .has = "補助金の廃止", .lacks = "窓口案内の見直し" },
  { "same-change", title_one, title_one, .has = "窓口の一新" },
  { "same-field", title_one, title_one_otherwise, .has = "窓口の一新",
    .conflict = "pillars[0].initiatives[0].title", .taken = "窓口の整理" },
  { "they-remove", nothing, remove_four, .lacks = "補助金の見直し" },
  { "we-remove", remove_four, nothing, .lacks = "補助金の見直し" },
  { "both-remove", remove_four, remove_four, .lacks = "補助金の見直し" },
  { "they-remove-what-we-change", title_four, remove_four, .has = "補助金の廃止",
    .conflict = "pillars[1].initiatives[0]" },
  { "we-remove-what-they-change", remove_four, title_four, .lacks = "補助金の",
    .conflict = "pillars[1].initiatives[0]", .taken = "補助金の廃止" },
  { "they-move", title_four, move_four, .has = "窓口案内の見直し",
    .lacks = "\"title\":\"健全な財政\",\"initiatives\":[{\"id\":\"i4\"" },
  { "they-move-what-we-remove", remove_four, move_four, .lacks = "\"i4\"",
    .conflict = "pillars[0].initiatives[1]", .taken = "\"i4\"" },
  { "order", nothing, reverse_pillars, .has = "\"pillars\":[{\"id\":\"p2\"" },
  { "order-of-other-lists", reverse_two, reverse_pillars, .has = "\"pillars\":[{\"id\":\"p2\"" },
  { "order-twice", reverse_two, reverse_two_otherwise, .has = "\"initiatives\":[{\"id\":\"i3\"",
    .conflict = "pillars[0].initiatives", .taken = "\"initiatives\":[{\"id\":\"i1\"" },
  { "they-remove-what-we-name", give_division, remove_division, .has = "\"divisions\":[\"shimin-soumu\"]",
    .conflict = "departments[1].divisions[0]" },
  { "we-remove-what-they-name", remove_division, give_division, .lacks = "shimin-soumu",
    .conflict = "pillars[1].initiatives[0].divisions" },
  { "we-remove-what-they-merge-into", remove_four, remove_and_merge_into, .lacks = "\"i4\"",
    .conflict = "pillars[1].initiatives[1].merged_into" },
  { "both-begin-an-entry", write_entry, write_entry_too, .has = "・売却(7月)" },
  { "they-add", title_one, add_initiative, .has = "新しい取組" },
  { "stamps", change_state, rate, .has = "2020-04-01T10:00:00+09:00", .lacks = "T09:00:00" },
  { "stamps-of-theirs", nothing, rate, .has = "2020-04-01T09:00:00+09:00", .lacks = "T10:00:00" },
};

static char *
write_plan (ToriPlan *plan)
{
  g_autoptr (GBytes) bytes = tori_codec_encode (plan);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (ToriPlan) again = read_plan (text, length); /* it is sound */
  GString *squeezed = g_string_new (NULL);

  g_assert_nonnull (again);
  for (gsize i = 0; i < length; i++)
    if (text[i] != ' ' && text[i] != '\n')
      g_string_append_c (squeezed, text[i]);
  return g_string_free (squeezed, FALSE);
}

static void
assert_has (const char *text, const char *part)
{
  if (part != NULL && strstr (text, part) == NULL)
    g_error ("not found: %s", part);
}

static void
test_scene (gconstpointer data)
{
  const Scene *scene = data;
  g_autoptr (ToriPlan) base = load_small ();
  g_autoptr (ToriPlan) ours = load_small ();
  g_autoptr (ToriPlan) theirs = load_small ();
  g_autoptr (ToriHistory) history = tori_history_new (ours);
  g_autoptr (ToriHistory) their_history = tori_history_new (theirs);
  g_autoptr (ToriMerge) merge = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *taken = NULL;
  g_autofree char *undone = NULL;

  tori_history_set_clock (history, clock_ours);
  tori_history_set_clock (their_history, clock_theirs);
  scene->ours (history, ours);
  scene->theirs (their_history, theirs);
  before = tori_test_dump (ours);
  merge = tori_merge (history, TORI_STEP_MERGE, base, theirs);
  after = write_plan (ours);
  assert_has (after, scene->has);
  if (scene->lacks != NULL && strstr (after, scene->lacks) != NULL)
    g_error ("found: %s", scene->lacks);
  g_assert_cmpuint (merge->conflicts->len, ==, scene->conflict == NULL ? 0 : 1);
  if (scene->conflict != NULL)
    {
      g_autofree char *path = tori_change_dup_path (merge->conflicts->pdata[0]);
      const guint n = tori_history_get_n_steps (history);

      g_assert_cmpstr (path, ==, scene->conflict);
      tori_merge_take_theirs (merge, history, merge->conflicts->pdata[0]);
      taken = write_plan (ours);
      assert_has (taken, scene->taken);
      if (tori_history_get_n_steps (history) > n)
        tori_history_undo (history);
    }
  if (merge->changes->len > 0)
    tori_history_undo (history);
  undone = tori_test_dump (ours);
  g_assert_cmpstr (undone, ==, before);
}

/* Both texts of an entry that two people began are there. */
static void
test_both_texts (void)
{
  g_autoptr (ToriPlan) base = load_small ();
  g_autoptr (ToriPlan) ours = load_small ();
  g_autoptr (ToriPlan) theirs = load_small ();
  g_autoptr (ToriHistory) history = tori_history_new (ours);
  g_autoptr (ToriHistory) their_history = tori_history_new (theirs);
  g_autoptr (ToriMerge) merge = NULL;
  g_autofree char *text = NULL;

  write_entry (history, ours);
  write_entry_too (their_history, theirs);
  merge = tori_merge (history, TORI_STEP_MERGE, base, theirs);
  text = write_plan (ours);
  assert_has (text, "・売却(7月)");
  assert_has (text, "・貸付(8月)");
}

/* What a newer program wrote beside what we know comes through, wherever it stands. */
static void
test_unknown (void)
{
  gsize length;
  g_autofree char *text = tori_test_read_data ("small.torikumi", &length);
  g_autoptr (GString) newer = g_string_new (text);
  g_autoptr (ToriPlan) base = load_small ();
  g_autoptr (ToriPlan) ours = load_small ();
  g_autoptr (ToriPlan) theirs = NULL;
  g_autoptr (ToriHistory) history = tori_history_new (ours);
  g_autoptr (ToriMerge) merge = NULL;
  g_autofree char *merged = NULL;

  g_string_replace (newer, "\"title\": \"健全な財政\",", "\"title\": \"健全な財政\", \"colour\": \"blue\",",
                    1);
  theirs = read_plan (newer->str, newer->len);
  title_one (history, ours);
  merge = tori_merge (history, TORI_STEP_MERGE, base, theirs);
  merged = write_plan (ours);
  assert_has (merged, "\"colour\":\"blue\"");
  assert_has (merged, "窓口の一新");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      g_autofree char *path = g_strconcat ("/merge/", scenes[i].name, NULL);

      g_test_add_data_func (path, &scenes[i], test_scene);
    }
  g_test_add_func ("/merge/both-texts", test_both_texts);
  g_test_add_func ("/merge/unknown", test_unknown);
  return g_test_run ();
}
