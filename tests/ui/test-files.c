/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "storage/tori-storage-error.h"
#include "tori-test-window.h"

/* A window and its file: everything that can be asked and answered on the way. */
typedef struct
{
  char *folder;
  char *path; /* a copy of the sample */
  char *other;
  char *bytes; /* what is in it */
  gsize length;
  ToriWindow *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *sample = tori_test_sample_path ();

  f->folder = g_dir_make_tmp ("torikumi-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "計画.torikumi", NULL);
  f->other = g_build_filename (f->folder, "別の計画.torikumi", NULL);
  g_assert_true (g_file_get_contents (sample, &f->bytes, &f->length, NULL));
  g_assert_true (g_file_set_contents (f->path, f->bytes, (gssize) f->length, NULL));
  f->window = tori_test_open (f->path);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  if (f->window != NULL)
    tori_test_close (f->window);
  g_unlink (f->path);
  g_unlink (f->other);
  tori_test_remove_folder (f->folder); /* nothing else was left behind */
  g_free (f->folder);
  g_free (f->path);
  g_free (f->other);
  g_free (f->bytes);
}

static ToriDocument *
get_document (Fixture *f)
{
  return tori_window_get_document (f->window);
}

static void
assert_holds (const char *path, const char *bytes, gsize length)
{
  g_autofree char *found = NULL;
  gsize n_found;

  g_assert_true (g_file_get_contents (path, &found, &n_found, NULL));
  g_assert_cmpmem (found, n_found, bytes, length);
}

static gboolean
file_has (const char *path, const char *text)
{
  g_autofree char *found = NULL;

  return g_file_get_contents (path, &found, NULL, NULL) && strstr (found, text) != NULL;
}

static void
type_title (Fixture *f, const char *title)
{
  tori_history_type (tori_document_get_history (get_document (f)), TORI_STEP_TITLE,
                     tori_plan_view_get_selected (tori_window_get_view (f->window)), "title", title);
}

static void
wait_until_saved (Fixture *f)
{
  tori_test_wait (!tori_document_get_saving (get_document (f)));
}

static gpointer
wait_for_dialog (void)
{
  tori_test_wait (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  return tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
}

/* Saving what was not changed gives the same bytes; undoing everything as well. */
static void
test_same_bytes (Fixture *f, gconstpointer data)
{
  tori_test_activate (f->window, "save");
  wait_until_saved (f);
  assert_holds (f->path, f->bytes, f->length);

  type_title (f, "変えた題");
  tori_test_activate (f->window, "save");
  wait_until_saved (f);
  g_assert_true (file_has (f->path, "変えた題"));
  g_assert_false (tori_document_get_modified (get_document (f)));

  tori_test_activate (f->window, "undo");
  g_assert_true (tori_document_get_modified (get_document (f)));
  tori_test_activate (f->window, "save");
  wait_until_saved (f);
  assert_holds (f->path, f->bytes, f->length);
}

static void
test_save_as (Fixture *f, gconstpointer data)
{
  g_autofree char *name = NULL;
  g_autofree char *bare = g_strndup (f->other, strlen (f->other) - strlen (".torikumi"));

  type_title (f, "別に保存した題");
  tori_test_activate (f->window, "save-as");
  tori_test_choose_file (bare); /* the ending is added */
  tori_test_wait (!tori_document_get_modified (get_document (f)));
  wait_until_saved (f);
  g_assert_true (file_has (f->other, "別に保存した題"));
  assert_holds (f->path, f->bytes, f->length);
  name = tori_document_get_display_name (get_document (f));
  g_assert_cmpstr (name, ==, "別の計画.torikumi");
}

/* Somebody else has saved meanwhile: nothing is written, and the user decides. */
static void
test_conflict (Fixture *f, gconstpointer data)
{
  const char *response = data;
  g_autofree char *theirs = g_strconcat (f->bytes, "\n", NULL);
  const gsize n_theirs = f->length + 1;

  type_title (f, "わたしの題");
  g_assert_true (g_file_set_contents (f->path, theirs, (gssize) n_theirs, NULL));
  tori_test_activate (f->window, "save");
  tori_test_respond (wait_for_dialog (), response);
  if (g_str_equal (response, "elsewhere"))
    {
      tori_test_choose_file (f->other);
      tori_test_wait (!tori_document_get_modified (get_document (f)));
      wait_until_saved (f);
      g_assert_true (file_has (f->other, "わたしの題"));
    }
  else if (g_str_equal (response, "reload"))
    tori_test_wait (!tori_document_get_modified (get_document (f)));
  else
    g_assert_true (tori_document_get_modified (get_document (f)));
  assert_holds (f->path, theirs, n_theirs);
}

static void
test_not_saved (Fixture *f, gconstpointer data)
{
  type_title (f, "失われない題");
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  tori_test_activate (f->window, "save");
  tori_test_respond (wait_for_dialog (), "cancel");
  tori_test_settle ();
  g_assert_true (tori_document_get_modified (get_document (f)));
}

static void
test_close_unmodified (Fixture *f, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *) &f->window);
  tori_test_activate (f->window, "close");
  tori_test_wait (f->window == NULL);
}

static void
test_close_save (Fixture *f, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *) &f->window);
  type_title (f, "閉じるときの題");
  tori_test_activate (f->window, "close");
  tori_test_respond (wait_for_dialog (), "save");
  tori_test_wait (f->window == NULL);
  g_assert_true (file_has (f->path, "閉じるときの題"));
}

static void
test_close_discard (Fixture *f, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *) &f->window);
  type_title (f, "捨てる題");
  tori_test_activate (f->window, "close");
  tori_test_respond (wait_for_dialog (), "discard");
  tori_test_wait (f->window == NULL);
  assert_holds (f->path, f->bytes, f->length);
}

static void
test_close_cancel (Fixture *f, gconstpointer data)
{
  type_title (f, "まだ書いている題");
  tori_test_activate (f->window, "close");
  tori_test_respond (wait_for_dialog (), "cancel");
  tori_test_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->window)));
  g_assert_true (tori_document_get_modified (get_document (f)));
  assert_holds (f->path, f->bytes, f->length);
}

/* Opened twice, by another name too, a file raises its window. */
static void
test_opened_twice (Fixture *f, gconstpointer data)
{
  GtkApplication *application = GTK_APPLICATION (tori_test_application ());
  GFile *files[] = { g_file_new_for_path (f->path), g_file_new_for_path (f->other) };

  g_assert_cmpint (symlink (f->path, f->other), ==, 0);
  g_application_open (G_APPLICATION (application), files, 2, "");
  tori_test_settle ();
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 1);
  g_object_unref (files[0]);
  g_object_unref (files[1]);
}

/* A window at its start page is taken for the next file. */
static void
test_free_window (Fixture *f, gconstpointer data)
{
  GtkApplication *application = GTK_APPLICATION (tori_test_application ());
  ToriWindow *start = tori_window_new (application);
  g_autoptr (GFile) file = g_file_new_for_path (f->other);

  g_assert_true (g_file_set_contents (f->other, f->bytes, (gssize) f->length, NULL));
  tori_window_set_document (start, NULL);
  gtk_window_present (GTK_WINDOW (start));
  g_application_open (G_APPLICATION (application), &file, 1, "");
  tori_test_wait (tori_window_get_document (start) != NULL);
  g_assert_true (tori_application_find_window (tori_test_application (), file) == start);
  tori_test_close (start);
}

/* A bad file gets a sentence, and the window is free for another one. */
static void
test_bad_file (Fixture *f, gconstpointer data)
{
  ToriWindow *window = tori_window_new (GTK_APPLICATION (tori_test_application ()));
  g_autoptr (GFile) file = g_file_new_for_path (f->other);
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (f->other, "{\"format\": \"torikumi-plan\"", -1, NULL));
  gtk_window_present (GTK_WINDOW (window));
  tori_window_open (window, file);
  dialog = wait_for_dialog ();
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "別の計画.torikumi"));
  tori_test_respond (dialog, "close");
  g_assert_true (tori_window_is_free (window));
  tori_test_close (window);
}

/* Quitting asks each window; one that is to stay ends it. */
static void
test_quit (Fixture *f, gconstpointer data)
{
  GtkApplication *application = GTK_APPLICATION (tori_test_application ());

  g_assert_true (g_file_set_contents (f->other, f->bytes, (gssize) f->length, NULL));
  tori_test_open (f->other); /* has nothing to lose, and is just closed */
  type_title (f, "聞かれる題");
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  tori_test_respond (wait_for_dialog (), "cancel");
  tori_test_settle ();
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 1);
  g_assert_true (
      tori_application_find_window (tori_test_application (), tori_document_get_file (get_document (f)))
      == f->window);

  g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *) &f->window);
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  tori_test_respond (wait_for_dialog (), "discard");
  tori_test_wait (f->window == NULL);
}

#define ADD(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)

static void
add_tests (void)
{
  ADD ("/files/same-bytes", NULL, test_same_bytes);
  ADD ("/files/save-as", NULL, test_save_as);
  ADD ("/files/conflict/cancel", "cancel", test_conflict);
  ADD ("/files/conflict/elsewhere", "elsewhere", test_conflict);
  ADD ("/files/conflict/reload", "reload", test_conflict);
  ADD ("/files/not-saved", NULL, test_not_saved);
  ADD ("/files/close/unmodified", NULL, test_close_unmodified);
  ADD ("/files/close/save", NULL, test_close_save);
  ADD ("/files/close/discard", NULL, test_close_discard);
  ADD ("/files/close/cancel", NULL, test_close_cancel);
  ADD ("/files/opened-twice", NULL, test_opened_twice);
  ADD ("/files/free-window", NULL, test_free_window);
  ADD ("/files/bad-file", NULL, test_bad_file);
  ADD ("/files/quit", NULL, test_quit);
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
