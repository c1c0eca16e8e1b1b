/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-former.h"

#include <string.h>

#include "model/tori-block.h"
#include "model/tori-edit.h"
#include "model/tori-topic.h"
#include "support/tori-test-build.h"
#include "support/tori-test-records.h"

/* One initiative with an entry of 2018: two topics, actions about one of them, results about both. */
typedef struct
{
  ToriPlan *plan;
  ToriHistory *history;
  ToriInitiative *initiative;
  ToriEntry *former;
  char *before;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  const char *both[] = { "t1", "t2", NULL };
  const char *one[] = { "t2", NULL };
  ToriPillar *pillar;

  f->plan = tori_test_plan_new (2017, 2020, 2019);
  f->history = tori_history_new (f->plan);
  pillar = tori_test_add (tori_plan_get_pillars (f->plan), "id", "p", "title", "柱", NULL);
  f->initiative =
      tori_test_add (tori_pillar_get_initiatives (pillar), "id", "i", "number", "1", "title", "窓口", NULL);
  f->former = tori_test_add (tori_initiative_get_entries (f->initiative), "year", 2018, NULL);
  tori_test_add (tori_entry_get_topics (f->former), "id", "t1", "title", "窓口", NULL);
  tori_test_add (tori_entry_get_topics (f->former), "id", "t2", "title", "電話", NULL);
  tori_test_add (tori_entry_get_actions (f->former), "id", "b1", "text", "・平成30年度の案内(7月)", "topics",
                 one, NULL);
  tori_test_add (tori_entry_get_outcome (f->former), "id", "b2", "text",
                 "待ち時間が短くなりました。平成30年度は10分でした。\n課題。", "topics", both, NULL);
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

static void
test_find (Fixture *f, gconstpointer data)
{
  g_assert_true (tori_former_find (f->initiative, 2019) == f->former);
  g_assert_true (tori_former_find (f->initiative, 2020) == f->former); /* 2019 has nothing to be read */
  g_assert_null (tori_former_find (f->initiative, 2018));
  tori_history_begin (f->history, TORI_STEP_STATE);
  tori_edit_ensure_entry (f->history, f->initiative, 2019);
  tori_history_end (f->history);
  g_assert_true (tori_former_find (f->initiative, 2020) == f->former);
}

static void
test_copy (Fixture *f, gconstpointer data)
{
  ToriEntry *entry;
  ToriBlock *block;
  ToriTopic *topic;

  g_assert_true (tori_former_can_copy (f->initiative, 2019));
  g_assert_true (tori_former_copy (f->history, f->initiative, 2019));
  entry = tori_initiative_find_entry (f->initiative, 2019);
  g_assert_cmpuint (tori_list_get_length (tori_entry_get_actions (entry)), ==, 1);
  g_assert_cmpuint (tori_list_get_length (tori_entry_get_outcome (entry)), ==, 1);
  g_assert_cmpuint (tori_list_get_length (tori_entry_get_outlook (entry)), ==, 0);
  block = tori_list_get (tori_entry_get_actions (entry), 0);
  g_assert_cmpstr (tori_block_get_text (block), ==, "・平成30年度の案内(7月)");
  g_assert_cmpint (tori_block_get_copied_from (block), ==, 2018);

  /* The topics come along as records of their own. */
  g_assert_cmpuint (tori_list_get_length (tori_entry_get_topics (entry)), ==, 2);
  topic = tori_list_get (tori_entry_get_topics (entry), 0);
  g_assert_cmpstr (tori_topic_get_title (topic), ==, "電話");
  g_assert_cmpstr (tori_record_get_id (TORI_RECORD (topic)), !=, "t2");
  g_assert_cmpstr (tori_block_get_topics (block)[0], ==, tori_record_get_id (TORI_RECORD (topic)));
  block = tori_list_get (tori_entry_get_outcome (entry), 0);
  g_assert_cmpuint (g_strv_length ((GStrv) tori_block_get_topics (block)), ==, 2);

  /* One step; and there is nothing left to be copied. */
  g_assert_false (tori_former_can_copy (f->initiative, 2019));
  g_assert_false (tori_former_copy (f->history, f->initiative, 2019));
  tori_history_undo (f->history);
  g_assert_false (tori_history_get_can_undo (f->history));
}

/* What is written stays, and so do the topics that there are. */
static void
test_copy_blank_only (Fixture *f, gconstpointer data)
{
  g_autoptr (ToriBlock) written = g_object_new (TORI_TYPE_BLOCK, "text", "書いた", NULL);
  g_autoptr (ToriBlock) empty = g_object_new (TORI_TYPE_BLOCK, NULL);
  g_autoptr (ToriTopic) topic = g_object_new (TORI_TYPE_TOPIC, "title", "窓口", NULL);
  ToriEntry *entry;
  ToriBlock *block;

  tori_history_begin (f->history, TORI_STEP_ADD_TEXT);
  entry = tori_edit_ensure_entry (f->history, f->initiative, 2019);
  tori_edit_add (f->history, TORI_STEP_ADD_TOPIC, tori_entry_get_topics (entry), 0, topic);
  tori_edit_add (f->history, TORI_STEP_ADD_TEXT, tori_entry_get_actions (entry), 0, written);
  tori_edit_add (f->history, TORI_STEP_ADD_TEXT, tori_entry_get_outcome (entry), 0, empty);
  tori_history_end (f->history);
  g_assert_true (tori_former_copy (f->history, f->initiative, 2019));
  g_assert_cmpuint (tori_list_get_length (tori_entry_get_actions (entry)), ==, 1);
  g_assert_true (tori_list_get (tori_entry_get_actions (entry), 0) == written);
  g_assert_cmpuint (tori_list_get_length (tori_entry_get_outcome (entry)), ==, 1);
  g_assert_cmpuint (tori_list_get_length (tori_entry_get_topics (entry)), ==, 1);
  block = tori_list_get (tori_entry_get_outcome (entry), 0);
  g_assert_cmpuint (g_strv_length ((GStrv) tori_block_get_topics (block)), ==, 1);
  g_assert_cmpstr (tori_block_get_topics (block)[0], ==, tori_record_get_id (TORI_RECORD (topic)));
}

/* The sentences that are the same, between bars. */
static char *
mark (GHashTable *sentences, const char *text)
{
  GString *out = g_string_new (NULL);
  gsize at = 0, done = 0, start, end;

  while (tori_former_next (sentences, text, &at, &start, &end))
    {
      g_string_append_len (out, text + done, (gssize) (start - done));
      g_string_append_printf (out, "[%.*s]", (int) (end - start), text + start);
      done = end;
    }
  g_string_append (out, text + done);
  return g_string_free (out, FALSE);
}

static void
test_sentences (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *text, *marked;
  } cases[] = {
    { "", "" },
    { "待ち時間が短くなりました。", "[待ち時間が短くなりました。]" },
    { "　・待ち時間が短くなりました。新しい文です。", "　・[待ち時間が短くなりました。]新しい文です。" },
    { "前。　待ち時間が短くなりました。\n平成30年度は10分でした。後",
      "前。　[待ち時間が短くなりました。]\n[平成30年度は10分でした。]後" },
    { "待ち時間がやや短くなりました。", "待ち時間がやや短くなりました。" },
    { "課題。", "課題。" }, /* too short to mean anything */
    { "<待ち時間が短くなりました。>", "<待ち時間が短くなりました。>" },
  };
  g_autoptr (GHashTable) sentences = tori_former_collect (tori_entry_get_outcome (f->former));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark (sentences, cases[i].text);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

static void
test_stale (void)
{
  static const struct
  {
    const char *sentence, *words;
  } cases[] = {
    { "平成30年度は10分でした。", "平成30年度" },
    { "平成 29 年度と令和元年度を比べた。", "平成 29 年度" },
    { "2018年度、H29年度、平成三十年に", "2018年度 H29年度 平成三十年" },
    { "令和元年度から令和2年度まで", "" },
    { "30年度の10年間", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = tori_former_list_stale (cases[i].sentence, 2019);
      g_autofree char *joined = g_strjoinv (" ", words);

      g_assert_cmpstr (joined, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/former/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("find", test_find);
  ADD ("copy", test_copy);
  ADD ("copy-blank-only", test_copy_blank_only);
  ADD ("sentences", test_sentences);
#undef ADD
  g_test_add_func ("/former/stale", test_stale);
  return g_test_run ();
}
