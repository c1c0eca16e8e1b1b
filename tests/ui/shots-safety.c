/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <utime.h>
#include <unistd.h>

#include "model/tori-block.h"
#include "model/tori-entry.h"
#include "model/tori-pillar.h"
#include "shots.h"
#include "storage/tori-codec.h"
#include "storage/tori-lock.h"
#include "support/tori-test-data.h"
#include "tori-test-window.h"
#include "ui/tori-conflicts-dialog.h"
#include "ui/tori-editor.h"
#include "ui/tori-recover-dialog.h"
#include "ui/tori-versions-dialog.h"

/* What a window says when something cannot be saved, or somebody else has saved. */

static void
take_recover (void)
{
  g_autoptr (GPtrArray) orphans = g_ptr_array_new ();
  ToriOrphan saved = { .copies = tori_recovery_new (),
                       .title = (char *) "第3次汐見原市行政改革実施計画",
                       .place = (char *) "/home/shiomi/共有/企画課/行政改革/令和元年度/実績報告.torikumi",
                       .differs = (char *) "3件の取組に変更",
                       .time = (char *) "2020年04月10日 16:42" };
  ToriOrphan unsaved = { .copies = tori_recovery_new (),
                         .title = (char *) "",
                         .differs = (char *) "一度も保存されていません",
                         .time = (char *) "2020年04月10日 16:40" };
  GtkWindow *dialog;

  g_ptr_array_add (orphans, &saved);
  g_ptr_array_add (orphans, &unsaved);
  dialog = tori_recover_dialog_new (orphans);
  gtk_window_present (dialog);
  shots_take (dialog, "recover");
  tori_test_press (tori_test_find (dialog, GTK_TYPE_BUTTON, "give-up"));
  tori_test_wait (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  shots_take (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG), "give-up");
  gtk_window_close (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  tori_test_settle ();
  gtk_window_destroy (dialog);
  g_object_unref (saved.copies);
  g_object_unref (unsaved.copies);
}

static ToriHistory *
read_copy (const char *path)
{
  gsize length;
  g_autofree char *text = tori_test_read (path, &length);
  g_autoptr (ToriPlan) plan = tori_codec_decode (text, length, NULL);

  return tori_history_new (plan);
}

static void
change (ToriHistory *history, const char *title, const char *text)
{
  ToriList *initiatives = tori_pillar_get_initiatives (
      tori_list_get (tori_plan_get_pillars (tori_history_get_plan (history)), 0));
  ToriInitiative *initiative = tori_list_get (initiatives, 0);
  ToriList *entries = tori_initiative_get_entries (initiative);
  ToriEntry *entry = tori_list_get (entries, tori_list_get_length (entries) - 1);

  tori_history_begin (history, TORI_STEP_TITLE);
  tori_history_set_text (history, initiative, "title", title);
  tori_history_set_text (history, tori_list_get (tori_entry_get_outlook (entry), 0), "text", text);
  tori_history_end (history);
}

static void
take_conflicts (const char *path)
{
  g_autoptr (ToriHistory) base = read_copy (path);
  g_autoptr (ToriHistory) ours = read_copy (path);
  g_autoptr (ToriHistory) theirs = read_copy (path);
  GtkWindow *dialog;

  change (ours, "総合窓口の開設",
          "今後は、月曜日の混雑を解消するため、受付支援システムの端末を4台増設するとともに、関係課と業務手順"
          "の整理を進め"
          "ていきます。");
  change (theirs, "", "来年度は端末を増設します。");
  dialog = tori_conflicts_dialog_new (
      ours, tori_merge (ours, TORI_STEP_MERGE, tori_history_get_plan (base), tori_history_get_plan (theirs)));
  gtk_window_present (dialog);
  shots_take (dialog, "conflicts");
  gtk_window_destroy (dialog);
}

static void
save_title (ToriWindow *window, const char *title)
{
  ToriDocument *document = tori_window_get_document (window);

  tori_history_end_run (tori_document_get_history (document));
  tori_history_type (tori_document_get_history (document), TORI_STEP_TITLE,
                     tori_plan_view_get_selected (tori_window_get_view (window)), "title", title);
  tori_test_activate (window, "save");
  tori_test_wait (!tori_document_get_modified (document) && !tori_document_get_saving (document));
}

static void
take_versions (ToriWindow *window)
{
  GtkWidget *dialog;

  tori_test_activate (window, "versions");
  dialog = tori_test_find_window (TORI_TYPE_VERSIONS_DIALOG);
  shots_take (dialog, "versions-none");
  gtk_window_close (GTK_WINDOW (dialog));
  tori_test_settle ();
  save_title (window, "総合窓口");
  save_title (window, "総合窓口の開設");
  tori_test_activate (window, "versions");
  dialog = tori_test_find_window (TORI_TYPE_VERSIONS_DIALOG);
  adw_expander_row_set_expanded (tori_test_find (dialog, ADW_TYPE_EXPANDER_ROW, NULL), TRUE);
  tori_test_settle ();
  shots_take (dialog, "versions");
  gtk_window_close (GTK_WINDOW (dialog));
  tori_test_settle ();
}

/* No copy can be kept: a file stands where the folder should be. */
static void
take_unguarded (const char *path)
{
  g_autofree char *above = g_build_filename (g_get_user_state_dir (), "torikumi", NULL);
  g_autofree char *folder = g_build_filename (above, "recovery", NULL);
  ToriWindow *window = shots_open (path, 1024, 768);

  g_mkdir_with_parents (above, 0700);
  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  tori_history_type (tori_document_get_history (tori_window_get_document (window)), TORI_STEP_TITLE,
                     tori_plan_view_get_selected (tori_window_get_view (window)), "title", "総务部の窓口");
  tori_test_wait (tori_test_find (window, GTK_TYPE_INFO_BAR, NULL) != NULL);
  shots_take (window, "notice-unguarded");
  tori_test_activate (window, "edit-initiative");
  shots_take (tori_test_find_window (TORI_TYPE_EDITOR), "editor-foreign");
  tori_test_close (window);
  g_unlink (folder);
}

static void
take_notices (const char *path)
{
  g_autofree char *folder = g_dir_make_tmp ("torikumi-XXXXXX", NULL);
  g_autofree char *copy = g_build_filename (folder, "計画.torikumi", NULL);
  g_autoptr (GString) text = NULL;
  g_autofree char *bytes = NULL;
  ToriWindow *window;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, -1, NULL));
  g_clear_pointer (&bytes, g_free);
  window = shots_open (copy, 1024, 768);
  take_versions (window);
  g_assert_true (g_file_get_contents (copy, &bytes, NULL, NULL));
  tori_history_type (tori_document_get_history (tori_window_get_document (window)), TORI_STEP_TITLE,
                     tori_plan_view_get_selected (tori_window_get_view (window)), "title", "総合窓口");
  text = g_string_new (bytes);
  g_string_replace (text, "汐見原市", "汐見市", 1);
  g_assert_true (g_file_set_contents (copy, text->str, -1, NULL));
  g_object_notify (G_OBJECT (window), "is-active");
  tori_test_wait (tori_test_find (window, GTK_TYPE_INFO_BAR, NULL) != NULL);
  shots_take (window, "notice-changed");
  tori_test_activate (window, "save");
  tori_test_wait (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  shots_take (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG), "changed-before-saving");
  gtk_window_close (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  tori_test_settle ();
  g_assert_cmpint (g_unlink (copy), ==, 0);
  tori_test_activate (window, "save");
  tori_test_wait (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  gtk_window_close (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  tori_test_settle ();
  shots_take (window, "notice-not-saved");
  tori_test_close (window);
  g_rmdir (folder);
}

/* Nothing was heard of the colleague any more, who then closes it. */
static void
take_left (const char *path, ToriLock *colleague)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *lock = g_strdup_printf ("%s/.~lock.%s#", folder, name);
  const time_t then = time (NULL) - 3 * 24 * 60 * 60; /* over a weekend */
  const struct utimbuf times = { then, then };
  ToriWindow *window;

  g_assert_cmpint (g_utime (lock, (struct utimbuf *) &times), ==, 0);
  window = shots_open (path, 1024, 768);
  tori_test_wait (tori_test_find (window, GTK_TYPE_INFO_BAR, NULL) != NULL);
  shots_take (window, "locked-silent");
  tori_lock_release (colleague);
  g_object_notify (G_OBJECT (window), "is-active");
  tori_test_wait (!g_file_test (lock, G_FILE_TEST_EXISTS));
  for (int i = 0; i < 10; i++)
    tori_test_turn ();
  shots_take (window, "locked-free");
  tori_test_close (window);
}

/* A colleague has it open: who reads, who waits, and who writes all the same. */
static void
take_locked (const char *path)
{
  ToriLock *colleague = tori_lock_new (path);
  ToriLockHolder holder;
  ToriWindow *window;

  g_assert_cmpint (tori_lock_try (colleague, TORI_LOCK_TAKE, &holder), ==, TORI_LOCK_MINE);
  window = shots_open (path, 1024, 768);
  tori_test_wait (tori_test_find (window, GTK_TYPE_INFO_BAR, NULL) != NULL);
  shots_take (window, "locked");
  tori_test_activate (window, "edit-initiative");
  shots_take (tori_test_find_window (TORI_TYPE_EDITOR), "locked-editor");
  gtk_window_close (tori_test_find_window (TORI_TYPE_EDITOR));
  tori_test_activate (window, "tell-free");
  tori_test_wait (tori_test_find (window, GTK_TYPE_BUTTON, "空いたら知らせる(_T)") == NULL);
  tori_test_settle ();
  shots_take (window, "locked-waiting");
  tori_test_activate (window, "open-anyway");
  tori_test_wait (tori_test_find (window, GTK_TYPE_INFO_BAR, NULL) != NULL);
  shots_take (window, "locked-anyway");
  tori_test_close (window);
  take_left (path, colleague);
  g_object_unref (colleague);
}

void
shots_take_safety (const char *path)
{
  take_locked (path);
  take_notices (path);
  take_recover ();
  take_conflicts (path);
  take_unguarded (path);
}
