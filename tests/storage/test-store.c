/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-store.h"

#include <glib/gstdio.h>
#include <string.h>

#include "storage/tori-codec.h"
#include "support/tori-test-data.h"
#include "support/tori-test-records.h"
#include "tori-test-faults.h"
#include "tori-test-server.h"

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  ToriStore *store;
  ToriPlan *plan;
  GString *log; /* of what happened, in order */
} Fixture;

/* One answer of a store. */
typedef struct
{
  gboolean is_there;
  ToriPlan *plan;
  gboolean is_saved;
  ToriSaveReport report;
  GError *error;
} Answer;

static void
load_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->plan = tori_store_load_finish (TORI_STORE (source), result, &answer->error);
  answer->is_there = TRUE;
}

static void
save_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->is_saved = tori_store_save_finish (TORI_STORE (source), result, &answer->report, &answer->error);
  answer->is_there = TRUE;
}

static void
wait_for (Answer *answer)
{
  while (!answer->is_there)
    g_main_context_iteration (NULL, TRUE);
}

static void
answer_clear (Answer *answer)
{
  g_clear_object (&answer->plan);
  g_clear_error (&answer->error);
  tori_save_report_clear (&answer->report);
  *answer = (Answer){ 0 };
}

static void
load (ToriStore *store, Answer *answer)
{
  answer_clear (answer);
  tori_store_load_async (store, NULL, load_cb, answer);
  wait_for (answer);
}

static void
save (ToriStore *store, ToriPlan *plan, Answer *answer)
{
  answer_clear (answer);
  tori_store_save_async (store, plan, save_cb, answer);
  wait_for (answer);
}

static void
save_as (ToriStore *store, ToriPlan *plan, GFile *file, Answer *answer)
{
  answer_clear (answer);
  tori_store_save_as_async (store, plan, file, save_cb, answer);
  wait_for (answer);
}

static void
assert_title (const char *path, const char *title)
{
  gsize length;
  g_autofree char *text = tori_test_read (path, &length);
  g_autoptr (ToriPlan) plan = tori_codec_decode (text, length, NULL);

  g_assert_nonnull (plan);
  g_assert_cmpstr (tori_plan_get_title (plan), ==, title);
}

static void
saving_cb (GObject *store, GParamSpec *pspec, gpointer data)
{
  Fixture *fixture = data;

  g_string_append (fixture->log, tori_store_get_saving (TORI_STORE (store)) ? "saving;" : "idle;");
}

static void
file_cb (GObject *store, GParamSpec *pspec, gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *name = g_file_get_basename (tori_store_get_file (TORI_STORE (store)));

  g_string_append_printf (fixture->log, "%s;", name);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *text = tori_test_read_data ("every-member.torikumi", &length);
  Answer answer = { 0 };

  fixture->folder = g_dir_make_tmp ("tori-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.torikumi", NULL);
  g_assert_true (g_file_set_contents (fixture->path, text, (gssize) length, NULL));
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->store = tori_store_new (fixture->file);
  fixture->log = g_string_new (NULL);
  load (fixture->store, &answer);
  g_assert_no_error (answer.error);
  fixture->plan = g_steal_pointer (&answer.plan);
  g_signal_connect (fixture->store, "notify::saving", G_CALLBACK (saving_cb), fixture);
  g_signal_connect (fixture->store, "notify::file", G_CALLBACK (file_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
  g_object_unref (fixture->plan);
  /* The thread that saved may hold the store a moment longer than the save lasts. */
  g_object_add_weak_pointer (G_OBJECT (fixture->store), (gpointer *) &fixture->store);
  g_object_unref (fixture->store);
  while (g_atomic_pointer_get (&fixture->store) != NULL)
    g_thread_yield ();
  g_string_free (fixture->log, TRUE);
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", NULL);
  g_autoptr (GFile) missing = g_file_new_for_path (path);
  g_autoptr (ToriStore) store = tori_store_new (missing);
  Answer answer = { 0 };

  g_assert_cmpstr (tori_plan_get_title (fixture->plan), ==, "第一次みほん市行革計画");
  g_assert_true (g_file_equal (tori_store_get_file (fixture->store), fixture->file));

  load (store, &answer);
  g_assert_null (answer.plan);
  g_assert_error (answer.error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_NOT_FOUND);

  g_assert_true (g_file_set_contents (fixture->path, "{", -1, NULL));
  load (fixture->store, &answer);
  g_assert_error (answer.error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_TRUNCATED);
  g_assert_cmpuint (tori_storage_error_get_column (answer.error), ==, 2);
  answer_clear (&answer);
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  Answer answer = { 0 };

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *title = g_strdup_printf ("計画 %u", i);

      g_object_set (fixture->plan, "title", title, NULL);
      save (fixture->store, fixture->plan, &answer);
      g_assert_no_error (answer.error);
      g_assert_true (answer.is_saved);
      g_assert_true (answer.report.is_confirmed);
      g_assert_null (answer.report.kept_path);
      assert_title (fixture->path, title);
    }
  g_assert_cmpstr (fixture->log->str, ==, "saving;idle;saving;idle;saving;idle;");
  answer_clear (&answer);
}

/* What is saved is the plan as it was when saving was asked for; saves come one after the other. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  Answer answers[5] = { 0 };
  g_autofree char *other = g_build_filename (fixture->folder, "other.torikumi", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (other);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *title = g_strdup_printf ("計画 %u", i);

      g_object_set (fixture->plan, "title", title, NULL);
      if (i == 2)
        tori_store_save_as_async (fixture->store, fixture->plan, place, save_cb, &answers[i]);
      else
        tori_store_save_async (fixture->store, fixture->plan, save_cb, &answers[i]);
    }
  g_object_set (fixture->plan, "title", "later", NULL);
  g_assert_true (tori_store_get_saving (fixture->store));

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      wait_for (&answers[i]);
      g_assert_no_error (answers[i].error);
      g_assert_true (answers[i].is_saved);
      /* those that come later wait */
      for (guint j = i + 2; j < G_N_ELEMENTS (answers); j++)
        g_assert_false (answers[j].is_there);
      answer_clear (&answers[i]);
    }
  g_assert_false (tori_store_get_saving (fixture->store));
  assert_title (fixture->path, "計画 1");
  assert_title (other, "計画 4");
  g_assert_cmpstr (fixture->log->str, ==, "saving;other.torikumi;idle;");
}

static void
test_save_as (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ToriStore) store = tori_store_new (NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "new.torikumi", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  Answer answer = { 0 };

  g_assert_null (tori_store_get_file (store));
  save_as (store, fixture->plan, place, &answer);
  g_assert_true (answer.is_saved);
  g_assert_true (g_file_equal (tori_store_get_file (store), place));
  g_object_set (fixture->plan, "title", "次", NULL);
  save (store, fixture->plan, &answer);
  g_assert_true (answer.is_saved);
  assert_title (path, "次");

  /* onto a file that is there, as the user has agreed */
  save_as (fixture->store, fixture->plan, place, &answer);
  g_assert_true (answer.is_saved);

  /* where it cannot be, the plan's file remains */
  save_as (fixture->store, fixture->plan, folder, &answer);
  g_assert_false (answer.is_saved);
  g_assert_error (answer.error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_IS_FOLDER);
  g_assert_true (g_file_equal (tori_store_get_file (fixture->store), place));
  answer_clear (&answer);
}

static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mine.torikumi", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  Answer answer = { 0 };

  g_assert_true (g_file_set_contents (fixture->path, "other", -1, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *found = NULL;

      save (fixture->store, fixture->plan, &answer);
      g_assert_false (answer.is_saved);
      g_assert_error (answer.error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_CONFLICT);
      found = tori_test_read (fixture->path, NULL);
      g_assert_cmpstr (found, ==, "other");
    }

  save_as (fixture->store, fixture->plan, place, &answer);
  g_assert_true (answer.is_saved);
  save (fixture->store, fixture->plan, &answer);
  g_assert_true (answer.is_saved);
  answer_clear (&answer);
}

static char *race_path;

static void
save_other (void)
{
  g_assert_true (g_file_set_contents (race_path, "other", -1, NULL));
}

static void
test_race (Fixture *fixture, gconstpointer data)
{
  Fault fault = { .before_rename = save_other };
  g_autofree char *kept = NULL;
  Answer answer = { 0 };

  race_path = fixture->path;
  tori_test_faults_begin (&fault);
  save (fixture->store, fixture->plan, &answer);
  tori_test_faults_end ();
  g_assert_true (answer.is_saved);
  g_assert_nonnull (answer.report.kept_path);
  kept = tori_test_read (answer.report.kept_path, NULL);
  g_assert_cmpstr (kept, ==, "other");
  answer_clear (&answer);
}

/* A file of a server, which has no path. */
static void
test_server (Fixture *fixture, gconstpointer data)
{
  TestServer server = { .room = -1 };
  g_autoptr (GFile) place = tori_test_server_new (&server);
  Answer answer = { 0 };

  save_as (fixture->store, fixture->plan, place, &answer);
  g_assert_no_error (answer.error);
  g_assert_true (answer.is_saved);
  g_assert_true (answer.report.is_confirmed);
  load (fixture->store, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpstr (tori_plan_get_title (answer.plan), ==, tori_plan_get_title (fixture->plan));

  g_string_append (server.content, "other");
  save (fixture->store, fixture->plan, &answer);
  g_assert_error (answer.error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_CONFLICT);
  g_string_free (server.content, TRUE);
  answer_clear (&answer);
}

/* What could not be read again is not written. */
static void
test_unsound (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = tori_test_read (fixture->path, NULL);
  g_autofree char *after = NULL;
  Answer answer = { 0 };

  g_object_set (fixture->plan, "year", 5, NULL);
  save (fixture->store, fixture->plan, &answer);
  g_assert_false (answer.is_saved);
  g_assert_error (answer.error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_UNSOUND);
  after = tori_test_read (fixture->path, NULL);
  g_assert_cmpstr (after, ==, before);
  answer_clear (&answer);
}

static void
check_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;
  g_autoptr (ToriTheirs) theirs = tori_store_check_finish (TORI_STORE (source), result, &answer->error);

  answer->plan = theirs == NULL ? NULL : g_object_ref (theirs->plan);
  answer->is_there = TRUE;
}

static void
check (ToriStore *store, Answer *answer)
{
  answer_clear (answer);
  tori_store_check_async (store, check_cb, answer);
  wait_for (answer);
  g_assert_no_error (answer->error);
}

static void
assert_base (Fixture *fixture, ToriStore *store, const char *title)
{
  g_autoptr (ToriPlan) base =
      tori_store_decode_base (store, tori_record_get_id (TORI_RECORD (fixture->plan)));

  g_assert_cmpstr (tori_plan_get_title (base), ==, title);
}

/* A plan that outlived a crash knows what its file held: from the file, or from the former versions when
 * somebody has saved since. */
static void
test_base_after_crash (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = g_strdup (tori_plan_get_title (fixture->plan));
  g_autoptr (ToriStore) same = NULL;
  g_autoptr (ToriStore) other = NULL;
  Answer answer = { 0 };
  ToriDigest digest;

  g_assert_true (tori_store_get_base_digest (fixture->store, &digest));
  same = tori_store_new_known (fixture->file, &digest);
  assert_base (fixture, same, "");
  check (same, &answer);
  g_assert_null (answer.plan);
  assert_base (fixture, same, title);

  g_object_set (fixture->plan, "title", "後の計画", NULL);
  save (fixture->store, fixture->plan, &answer);
  g_assert_true (answer.is_saved);
  other = tori_store_new_known (fixture->file, &digest);
  check (other, &answer);
  g_assert_cmpstr (tori_plan_get_title (answer.plan), ==, "後の計画");
  assert_base (fixture, other, title);
  answer_clear (&answer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/store/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("load", test_load);
  ADD ("save", test_save);
  ADD ("order", test_order);
  ADD ("save-as", test_save_as);
  ADD ("conflict", test_conflict);
  ADD ("race", test_race);
  ADD ("server", test_server);
  ADD ("unsound", test_unsound);
  ADD ("base-after-crash", test_base_after_crash);
  return g_test_run ();
}
