/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "storage/tori-codec.h"
#include "storage/tori-recovery.h"
#include "tori-test-file.h"
#include "ui/tori-notices.h"
#include "ui/tori-recover-dialog.h"

/* What is not saved is kept elsewhere, offered again when the program has died, and never saved by itself. */

static char *
dup_recovery_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "torikumi", "recovery", NULL);
}

static void
set_up (ToriTestFile *f, gconstpointer data)
{
  tori_test_file_open (f, NULL);
}

static guint
count_files (const char *ending)
{
  g_autofree char *folder = dup_recovery_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ending);
  return n;
}

static guint
count_copies (void)
{
  return count_files (".a") + count_files (".b");
}

static void
tear_down (ToriTestFile *f, gconstpointer data)
{
  tori_test_file_close (f);
  tori_test_wait (count_files ("") == 0); /* with the window goes what was kept of it */
}

static void
type_title (ToriWindow *window, const char *title)
{
  ToriHistory *history = tori_document_get_history (tori_window_get_document (window));

  tori_history_end_run (history);
  tori_history_type (history, TORI_STEP_TITLE, tori_plan_view_get_selected (tori_window_get_view (window)),
                     "title", title);
}

/* Presses the button of the dialog that asks. */
static void
answer (const char *label)
{
  tori_test_wait (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  tori_test_settle ();
  tori_test_press (tori_test_find (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG), GTK_TYPE_BUTTON, label));
  tori_test_wait (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
}

/* A copy comes with the first change, and goes when there is nothing to lose any more. */
static void
test_kept (ToriTestFile *f, gconstpointer data)
{
  ToriDocument *document = tori_test_file_get_document (f);

  tori_test_settle ();
  g_assert_cmpuint (count_files (""), ==, 0);
  type_title (f->window, "一つ目");
  tori_test_wait (count_copies () == 1);
  type_title (f->window, "二つ目");
  tori_test_wait (count_copies () == 2);
  tori_test_file_assert_untouched (f);

  tori_test_activate (f->window, "save");
  tori_test_wait (!tori_document_get_modified (document));
  tori_test_wait (count_copies () == 0);
  type_title (f->window, "三つ目");
  g_assert_true (tori_document_keep (document));
  g_assert_cmpuint (count_copies (), ==, 1);
  tori_test_activate (f->window, "undo");
  tori_test_wait (count_copies () == 0);
}

/* At once before something that may end badly. */
static void
test_before_printing (ToriTestFile *f, gconstpointer data)
{
  type_title (f->window, "印刷する題");
  tori_test_activate (f->window, "print");
  g_assert_cmpuint (count_copies (), ==, 1);
  tori_test_activate (f->window, "undo");
  tori_test_wait (count_copies () == 0);
}

/* As when the program has died: what was changed lies there and belongs to nobody. */
static void
make_orphan (ToriTestFile *f, gboolean changed, gboolean named)
{
  g_autoptr (ToriRecovery) recovery = tori_recovery_new ();
  g_autoptr (GFile) file = g_file_new_for_path (f->path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GString) text = g_string_new_len (f->bytes, (gssize) f->length);
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (GBytes) plan = NULL;
  ToriRecoveryAbout about = {
    .plan_id = (char *) "x", .uri = named ? uri : NULL, .has_base = named, .time = 1500000000
  };

  loaded = tori_safe_file_load (f->path, &about.base, NULL);
  g_assert_nonnull (loaded);
  if (changed)
    g_assert_cmpuint (g_string_replace (text, "総合窓口の開設による手続の一本化", "総合窓口の一新", 0), >, 0);
  plan = g_bytes_new (text->str, text->len);
  g_assert_true (tori_recovery_write (recovery, &about, plan, NULL));
  tori_recovery_leave (recovery);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GPtrArray **) data = tori_orphans_list_finish (result);
}

static ToriWindow *restored;

static void
restore_cb (GtkWindow *dialog, ToriRecovery *copies)
{
  restored = tori_application_restore (tori_test_application (), copies);
  g_assert_nonnull (restored);
}

static GPtrArray *
list_orphans (void)
{
  GPtrArray *orphans = NULL;

  tori_orphans_list_async (listed_cb, &orphans);
  tori_test_wait (orphans != NULL);
  return orphans;
}

static guint
count_orphans (void)
{
  g_autoptr (GPtrArray) orphans = list_orphans ();

  return orphans->len;
}

static GtkWindow *
offer (guint n_expected)
{
  GPtrArray *orphans;
  GtkWindow *dialog;

  /* Who held them before lets go of them in its own time. */
  tori_test_wait (count_orphans () >= n_expected);
  orphans = list_orphans ();
  g_assert_cmpuint (orphans->len, ==, n_expected);
  dialog = n_expected == 0 ? NULL : tori_recover_dialog_new (orphans);
  g_ptr_array_unref (orphans);
  if (dialog == NULL)
    return NULL;
  g_signal_connect (dialog, "restore", G_CALLBACK (restore_cb), NULL);
  gtk_window_present (dialog);
  tori_test_settle ();
  return dialog;
}

static void
test_restored (ToriTestFile *f, gconstpointer data)
{
  const char *subtitle;
  GtkWindow *dialog;
  ToriDocument *document;

  make_orphan (f, TRUE, TRUE);
  dialog = offer (1);
  subtitle = adw_action_row_get_subtitle (tori_test_find (dialog, ADW_TYPE_ACTION_ROW, NULL));
  g_assert_nonnull (strstr (subtitle, "1件の取組に変更"));
  g_assert_nonnull (strstr (subtitle, "計画.torikumi"));
  tori_test_press (tori_test_find (dialog, GTK_TYPE_BUTTON, "復元(_R)"));
  g_assert_true (restored == f->window); /* where the file was open as it was saved */
  document = tori_window_get_document (restored);
  g_assert_true (tori_document_get_modified (document));
  tori_test_file_assert_untouched (f);
  tori_test_wait (tori_test_find_window (TORI_TYPE_RECOVER_DIALOG) == NULL);
  /* Somebody who dies again has lost nothing. */
  g_assert_cmpuint (count_copies (), >, 0);
  tori_test_activate (restored, "save");
  tori_test_wait (!tori_document_get_modified (document));
  tori_test_wait (count_copies () == 0);
  g_assert_true (tori_test_file_has (f, "総合窓口の一新"));
}

/* Where the same file has other changes, it comes beside them. */
static void
test_restored_beside (ToriTestFile *f, gconstpointer data)
{
  make_orphan (f, TRUE, TRUE);
  type_title (f->window, "ほかの変更");
  tori_test_press (tori_test_find (offer (1), GTK_TYPE_BUTTON, "復元(_R)"));
  g_assert_true (restored != f->window);
  tori_test_activate (f->window, "undo");
  tori_test_activate (restored, "save");
  tori_test_wait (count_copies () == 0);
  tori_test_close (restored);
}

/* Discarded with the window, it is not offered any more. */
static void
test_restored_and_discarded (ToriTestFile *f, gconstpointer data)
{
  make_orphan (f, TRUE, FALSE);
  tori_test_press (tori_test_find (offer (1), GTK_TYPE_BUTTON, "復元(_R)"));
  g_assert_null (tori_document_get_file (tori_window_get_document (restored)));
  gtk_window_close (GTK_WINDOW (restored));
  answer ("保存しない(_D)");
  tori_test_wait (count_files ("") == 0);
  offer (0);
}

static void
test_given_up (ToriTestFile *f, gconstpointer data)
{
  GtkWindow *dialog;

  make_orphan (f, TRUE, TRUE);
  make_orphan (f, FALSE, TRUE); /* nothing in it that the file has not: not offered at all */
  dialog = offer (1);
  tori_test_press (tori_test_find (dialog, GTK_TYPE_BUTTON, "破棄(_G)"));
  answer ("破棄(_G)");
  tori_test_wait (tori_test_find_window (TORI_TYPE_RECOVER_DIALOG) == NULL);
  tori_test_wait (count_copies () == 0);
  offer (0);
  tori_test_file_assert_untouched (f);
}

/* Closed without an answer, it is offered again. */
static void
test_later (ToriTestFile *f, gconstpointer data)
{
  make_orphan (f, TRUE, TRUE);
  gtk_window_close (offer (1));
  tori_test_settle ();
  gtk_window_close (offer (1));
  tori_test_settle ();
  tori_test_press (tori_test_find (offer (1), GTK_TYPE_BUTTON, "復元(_R)"));
  tori_test_activate (restored, "save");
  tori_test_wait (count_copies () == 0);
}

/* When no copy can be kept, the window says so until one can. */
static void
test_unguarded (ToriTestFile *f, gconstpointer data)
{
  g_autofree char *folder = dup_recovery_folder ();
  g_autofree char *above = g_path_get_dirname (folder);

  g_mkdir_with_parents (above, 0700);
  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  type_title (f->window, "控えのない題");
  tori_test_wait (tori_test_find (f->window, GTK_TYPE_INFO_BAR, NULL) != NULL);
  g_assert_cmpint (g_unlink (folder), ==, 0);
  type_title (f->window, "控えのある題");
  tori_test_wait (tori_test_find (f->window, GTK_TYPE_INFO_BAR, NULL) == NULL);
  g_assert_cmpuint (count_copies (), >, 0);
  tori_test_activate (f->window, "undo");
  tori_test_activate (f->window, "undo");
}

/* A save that failed is told until one comes to its end; the changes stay. */
static void
test_not_saved (ToriTestFile *f, gconstpointer data)
{
  g_autofree char *elsewhere = g_strconcat (f->path, "~", NULL);

  type_title (f->window, "保存できない題");
  g_assert_cmpint (g_rename (f->path, elsewhere), ==, 0);
  tori_test_activate (f->window, "save");
  answer ("キャンセル(_C)");
  g_assert_true (tori_document_get_modified (tori_test_file_get_document (f)));
  tori_test_wait (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
  g_assert_nonnull (tori_test_find (f->window, GTK_TYPE_INFO_BAR, NULL));
  tori_test_wait (count_copies () > 0);
  g_assert_cmpint (g_rename (elsewhere, f->path), ==, 0);
  tori_test_press (tori_test_find (tori_test_find (f->window, GTK_TYPE_INFO_BAR, NULL), GTK_TYPE_BUTTON,
                                   "もう一度保存(_T)"));
  tori_test_wait (tori_test_find (f->window, GTK_TYPE_INFO_BAR, NULL) == NULL);
  g_assert_false (tori_document_get_modified (tori_test_file_get_document (f)));
}

/* As the system ends a program: the copies stay for the next start. */
static void
test_left (ToriTestFile *f, gconstpointer data)
{
  ToriDocument *document = g_object_ref (tori_test_file_get_document (f));

  type_title (f->window, "終わりの題");
  tori_window_leave (f->window);
  g_assert_cmpuint (count_copies (), ==, 1);
  gtk_window_close (GTK_WINDOW (f->window));
  answer ("保存しない(_D)");
  tori_test_wait (tori_test_find_window (TORI_TYPE_WINDOW) == NULL);
  g_object_unref (document);
  tori_test_press (tori_test_find (offer (1), GTK_TYPE_BUTTON, "復元(_R)"));
  tori_test_activate (restored, "save");
  tori_test_wait (count_copies () == 0);
  f->window = restored;
}

static void
add_tests (void)
{
#define ADD(name, test) g_test_add ("/safety/" name, ToriTestFile, NULL, set_up, test, tear_down)
  ADD ("kept", test_kept);
  ADD ("before-printing", test_before_printing);
  ADD ("restored", test_restored);
  ADD ("restored-beside", test_restored_beside);
  ADD ("restored-and-discarded", test_restored_and_discarded);
  ADD ("given-up", test_given_up);
  ADD ("later", test_later);
  ADD ("unguarded", test_unguarded);
  ADD ("not-saved", test_not_saved);
  ADD ("left", test_left);
#undef ADD
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
