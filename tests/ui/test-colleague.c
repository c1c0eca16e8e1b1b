/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "storage/tori-lock.h"
#include "tori-test-file.h"
#include "tori-test-input.h"
#include "ui/tori-editor.h"

/* A colleague has the plan open: it can be read, and written when they have closed it, when nothing is heard
 * of them any more, or at once for who wants it so. */

#define TITLE "総合窓口の開設による手続の一本化と待ち時間の短縮"

typedef struct
{
  ToriTestFile file;
  ToriLock *colleague; /* as another program would hold it */
} Fixture;

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_unref (f->colleague);
  tori_test_file_close (&f->file);
}

static void
lock (Fixture *f)
{
  ToriLockHolder holder;

  f->colleague = tori_lock_new (f->file.path);
  g_assert_cmpint (tori_lock_try (f->colleague, TORI_LOCK_TAKE, &holder), ==, TORI_LOCK_MINE);
}

static GtkWidget *
find_bar (Fixture *f)
{
  return tori_test_find (f->file.window, GTK_TYPE_INFO_BAR, NULL);
}

static gboolean
says (Fixture *f, const char *words)
{
  GtkWidget *bar = find_bar (f);

  return bar != NULL
         && strstr (gtk_label_get_label (tori_test_find (bar, GTK_TYPE_LABEL, NULL)), words) != NULL;
}

static gboolean
can (Fixture *f, const char *action)
{
  return tori_test_is_enabled (f->file.window, action);
}

static void
press (Fixture *f, const char *label)
{
  tori_test_press (tori_test_find (find_bar (f), GTK_TYPE_BUTTON, label));
}

/* As when the user comes back from another program. */
static void
come_back (Fixture *f)
{
  g_object_notify (G_OBJECT (f->file.window), "is-active");
}

/* As if nothing had been heard of the colleague for so many seconds. */
static void
make_silent (Fixture *f, int seconds)
{
  const gint64 then = g_get_real_time () / G_USEC_PER_SEC - seconds;
  const struct timespec times[] = { { .tv_sec = then }, { .tv_sec = then } };

  g_assert_cmpint (utimensat (AT_FDCWD, f->file.lock, times, 0), ==, 0);
}

/* The colleague was there first. */
static void
set_up_second (Fixture *f, gconstpointer data)
{
  tori_test_file_prepare (&f->file, NULL);
  lock (f);
  if (data != NULL)
    make_silent (f, GPOINTER_TO_INT (data));
  f->file.window = tori_test_open (f->file.path);
  tori_test_wait (find_bar (f) != NULL);
}

static void
set_up_first (Fixture *f, gconstpointer data)
{
  tori_test_file_open (&f->file, NULL);
  tori_test_wait (g_file_test (f->file.lock, G_FILE_TEST_EXISTS));
  f->colleague = tori_lock_new (f->file.path);
}

/* Who is first holds it until they close the plan, or go to another file. */
static void
test_first (Fixture *f, gconstpointer data)
{
  ToriLockHolder holder;

  g_assert_null (find_bar (f));
  g_assert_true (can (f, "add-initiative"));
  g_assert_cmpint (tori_lock_try (f->colleague, TORI_LOCK_TAKE, &holder), ==, TORI_LOCK_HELD);
  g_assert_cmpstr (holder.host, ==, g_get_host_name ());
  tori_lock_holder_clear (&holder);
  tori_window_set_document (f->file.window, NULL);
  tori_test_wait (!g_file_test (f->file.lock, G_FILE_TEST_EXISTS));
}

static void
assert_reading (Fixture *f, gboolean reading)
{
  static const char *const changes[] = { "add-initiative", "save",      "set-level", "remove-initiative",
                                         "plan-settings",  "next-year", "replace",   "versions" };
  static const char *const readings[] = { "edit-initiative", "copy",    "print",
                                          "export-pdf",      "save-as", "search" };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_assert_true (can (f, changes[i]) == !reading);
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    g_assert_true (can (f, readings[i]));
}

/* Nothing can be changed, in the editor neither. */
static void
test_reading (Fixture *f, gconstpointer data)
{
  ToriInitiative *initiative = tori_plan_view_get_selected (tori_window_get_view (f->file.window));
  ToriDocument *document = tori_test_file_get_document (&f->file);
  GtkWidget *editor, *field;

  assert_reading (f, TRUE);
  tori_test_activate (f->file.window, "edit-initiative");
  tori_test_wait (tori_test_find_window (TORI_TYPE_EDITOR) != NULL);
  editor = tori_test_find_window (TORI_TYPE_EDITOR);
  tori_test_settle ();
  field = tori_test_find (editor, GTK_TYPE_TEXT, NULL);
  g_assert_nonnull (field);
  g_assert_false (gtk_widget_grab_focus (field));
  tori_test_wait_for_keys (GTK_WINDOW (editor));
  tori_test_key (GDK_KEY_x, 0);
  tori_test_key (GDK_KEY_3, GDK_ALT_MASK); /* another level than it has */
  tori_test_key (GDK_KEY_Page_Down, GDK_ALT_MASK);
  /* What comes after them has been done, and so they have been as well. */
  tori_test_wait (tori_editor_get_initiative (TORI_EDITOR (editor)) != initiative);
  g_assert_false (tori_document_get_modified (document));
  g_assert_false (tori_history_get_can_undo (tori_document_get_history (document)));
  g_assert_cmpstr (tori_initiative_get_title (initiative), ==, TITLE);
  /* And again when it is so no more. */
  press (f, "それでも開く(_A)");
  assert_reading (f, FALSE);
  g_assert_true (gtk_widget_grab_focus (field));
}

/* Waits until the colleague has saved and closed: it can be changed then, as it was saved. */
static void
test_told (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (f->file.bytes);
  ToriInitiative *initiative = tori_plan_view_get_selected (tori_window_get_view (f->file.window));

  press (f, "空いたら知らせる(_T)");
  tori_test_wait (tori_test_find (find_bar (f), GTK_TYPE_BUTTON, "空いたら知らせる(_T)") == NULL);
  assert_reading (f, TRUE);
  g_string_replace (text, TITLE, "相手の題", 1);
  g_assert_true (g_file_set_contents (f->file.path, text->str, -1, NULL));
  tori_lock_release (f->colleague);
  come_back (f);
  tori_test_wait (find_bar (f) == NULL);
  assert_reading (f, FALSE);
  tori_test_wait (g_str_equal (tori_initiative_get_title (initiative), "相手の題"));
  g_assert_true (g_file_test (f->file.lock, G_FILE_TEST_EXISTS));
}

/* From the notification back to the window that waited, whichever is in front. */
static void
test_notified (Fixture *f, gconstpointer data)
{
  ToriWindow *other = tori_window_new (GTK_APPLICATION (tori_test_application ()));

  tori_window_set_document (other, NULL);
  gtk_window_present (GTK_WINDOW (other));
  tori_test_wait (gtk_window_is_active (GTK_WINDOW (other)));
  g_action_group_activate_action (
      G_ACTION_GROUP (tori_test_application ()), "show-window",
      g_variant_new_uint32 (gtk_application_window_get_id (GTK_APPLICATION_WINDOW (f->file.window))));
  tori_test_wait (gtk_window_is_active (GTK_WINDOW (f->file.window)));
  tori_test_close (other);
}

/* Looking again does not take the button away that somebody is about to press. */
static void
test_button_stays (Fixture *f, gconstpointer data)
{
  GtkWidget *button = tori_test_find (find_bar (f), GTK_TYPE_BUTTON, "引き継ぐ(_T)");

  g_assert_true (says (f, "6分間"));
  g_assert_true (gtk_widget_grab_focus (button));
  make_silent (f, TORI_LOCK_SILENCE + 180);
  come_back (f);
  tori_test_wait (says (f, "8分間"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->file.window)) == button);
  make_silent (f, 3 * 24 * 60 * 60); /* over a weekend */
  come_back (f);
  tori_test_wait (says (f, "以降"));
}

/* Who only reads is told that it is free, and does not take it. */
static void
test_free (Fixture *f, gconstpointer data)
{
  tori_lock_release (f->colleague);
  come_back (f);
  tori_test_wait (tori_test_find (find_bar (f), GTK_TYPE_BUTTON, "編集(_E)") != NULL);
  assert_reading (f, TRUE);
  g_assert_false (g_file_test (f->file.lock, G_FILE_TEST_EXISTS));
  press (f, "編集(_E)");
  tori_test_wait (find_bar (f) == NULL);
  assert_reading (f, FALSE);
  g_assert_true (g_file_test (f->file.lock, G_FILE_TEST_EXISTS));
}

/* Both write, and are told so until one of them has closed the plan. */
static void
test_anyway (Fixture *f, gconstpointer data)
{
  press (f, "それでも開く(_A)");
  assert_reading (f, FALSE);
  tori_test_wait (find_bar (f) != NULL);
  g_assert_null (tori_test_find (find_bar (f), GTK_TYPE_BUTTON, NULL));
  tori_lock_release (f->colleague);
  come_back (f);
  tori_test_wait (find_bar (f) == NULL);
  g_assert_true (g_file_test (f->file.lock, G_FILE_TEST_EXISTS));
}

/* Their computer was switched off. */
static void
test_silent (Fixture *f, gconstpointer data)
{
  ToriLockHolder holder;

  assert_reading (f, TRUE);
  press (f, "引き継ぐ(_T)");
  tori_test_wait (find_bar (f) == NULL);
  assert_reading (f, FALSE);
  g_assert_cmpint (tori_lock_try (f->colleague, TORI_LOCK_TAKE, &holder), ==, TORI_LOCK_HELD);
  tori_lock_holder_clear (&holder);
}

/* A plan that was changed before it was known is not taken away: what a crash left, say. */
static void
test_changed (Fixture *f, gconstpointer data)
{
  ToriDocument *document;

  document = tori_test_file_get_document (&f->file);
  tori_history_type (tori_document_get_history (document), TORI_STEP_PLAN, tori_document_get_plan (document),
                     "organization", "自分の市");
  g_object_ref (document);
  tori_window_set_document (f->file.window, NULL);
  g_assert_null (find_bar (f));
  tori_window_set_document (f->file.window, document);
  g_object_unref (document);
  tori_test_wait (find_bar (f) != NULL);
  assert_reading (f, FALSE);
  tori_history_undo (tori_document_get_history (tori_test_file_get_document (&f->file)));
}

static void
add_tests (void)
{
#define ADD(name, set_up, data, test) g_test_add ("/colleague/" name, Fixture, data, set_up, test, tear_down)
  ADD ("first", set_up_first, NULL, test_first);
  ADD ("reading", set_up_second, NULL, test_reading);
  ADD ("told", set_up_second, NULL, test_told);
  ADD ("free", set_up_second, NULL, test_free);
  ADD ("anyway", set_up_second, NULL, test_anyway);
  ADD ("silent", set_up_second, GINT_TO_POINTER (TORI_LOCK_SILENCE + 60), test_silent);
  ADD ("notified", set_up_second, NULL, test_notified);
  ADD ("button-stays", set_up_second, GINT_TO_POINTER (TORI_LOCK_SILENCE + 60), test_button_stays);
  ADD ("changed", set_up_second, NULL, test_changed);
#undef ADD
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
