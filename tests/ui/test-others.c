/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "tori-test-file.h"
#include "ui/tori-conflicts-dialog.h"

/* Two people have the same file open: what the other one saves is seen, and comes together with what is
 * changed here. */

#define TITLE "総合窓口の開設による手続の一本化と待ち時間の短縮"
#define ORGANIZATION "\"organization\": \"汐見原市\""

typedef struct
{
  ToriTestFile file;
  ToriPlan *plan;
  ToriHistory *history;
  ToriInitiative *initiative;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  tori_test_file_open (&f->file, NULL);
  f->plan = tori_document_get_plan (tori_test_file_get_document (&f->file));
  f->history = tori_document_get_history (tori_test_file_get_document (&f->file));
  f->initiative = tori_plan_view_get_selected (tori_window_get_view (f->file.window));
  g_assert_cmpstr (tori_initiative_get_title (f->initiative), ==, TITLE);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  tori_test_file_close (&f->file);
}

/* The other one saves, with something in the place of something. */
static void
save_theirs (Fixture *f, const char *from, const char *to)
{
  g_autoptr (GString) text = g_string_new (f->file.bytes);

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  g_assert_true (g_file_set_contents (f->file.path, text->str, -1, NULL));
}

/* As when the user comes back from another program. */
static void
come_back (Fixture *f)
{
  g_assert_true (gtk_window_is_active (GTK_WINDOW (f->file.window)));
  g_object_notify (G_OBJECT (f->file.window), "is-active");
}

static void
type_organization (Fixture *f, const char *text)
{
  tori_history_type (f->history, TORI_STEP_PLAN, f->plan, "organization", text);
}

static gpointer
find_button (GType type, const char *label)
{
  gpointer window = tori_test_find_window (type);

  return window == NULL ? NULL : tori_test_find (window, GTK_TYPE_BUTTON, label);
}

static gboolean
is_modified (Fixture *f)
{
  return tori_document_get_modified (tori_test_file_get_document (&f->file));
}

/* Nothing changed here: theirs is shown, and can be undone like anything else. */
static void
test_shown (Fixture *f, gconstpointer data)
{
  save_theirs (f, TITLE, "相手の題");
  come_back (f);
  tori_test_wait (g_str_equal (tori_initiative_get_title (f->initiative), "相手の題"));
  g_assert_false (is_modified (f));
  g_assert_null (tori_test_find (f->file.window, GTK_TYPE_INFO_BAR, NULL));
  type_organization (f, "自分の市");
  tori_test_activate (f->file.window, "save");
  tori_test_wait (!is_modified (f));
  g_assert_true (tori_test_file_has (&f->file, "相手の題"));
  tori_test_activate (f->file.window, "undo");
  tori_test_activate (f->file.window, "undo");
  g_assert_cmpstr (tori_initiative_get_title (f->initiative), ==, TITLE);
  g_assert_true (is_modified (f));
}

/* Something changed here: the window says so, and takes theirs in when it is told to. */
static void
test_taken_in (Fixture *f, gconstpointer data)
{
  type_organization (f, "自分の市");
  save_theirs (f, TITLE, "相手の題");
  come_back (f);
  tori_test_wait (tori_test_find (f->file.window, GTK_TYPE_INFO_BAR, NULL) != NULL);
  g_assert_cmpstr (tori_initiative_get_title (f->initiative), ==, TITLE);
  tori_test_press (tori_test_find (tori_test_find (f->file.window, GTK_TYPE_INFO_BAR, NULL), GTK_TYPE_BUTTON,
                                   "相手の変更を取り込む(_T)"));
  tori_test_wait (g_str_equal (tori_initiative_get_title (f->initiative), "相手の題"));
  g_assert_cmpstr (tori_plan_get_organization (f->plan), ==, "自分の市");
  g_assert_null (tori_test_find (f->file.window, GTK_TYPE_INFO_BAR, NULL));
  g_assert_true (is_modified (f));
  tori_test_activate (f->file.window, "save");
  tori_test_wait (!is_modified (f));
  g_assert_true (tori_test_file_has (&f->file, "相手の題"));
  g_assert_true (tori_test_file_has (&f->file, "自分の市"));
}

static void
press_take_in (void)
{
  tori_test_wait (find_button (ADW_TYPE_MESSAGE_DIALOG, "相手の変更を取り込む(_T)") != NULL);
  tori_test_settle ();
  tori_test_press (find_button (ADW_TYPE_MESSAGE_DIALOG, "相手の変更を取り込む(_T)"));
}

/* Noticed by the save: both come together, and are saved. */
static void
test_before_saving (Fixture *f, gconstpointer data)
{
  type_organization (f, "自分の市");
  save_theirs (f, TITLE, "相手の題");
  tori_test_activate (f->file.window, "save");
  press_take_in ();
  tori_test_wait (!is_modified (f));
  g_assert_true (tori_test_file_has (&f->file, "相手の題"));
  g_assert_true (tori_test_file_has (&f->file, "自分の市"));
}

/* Both changed the same: chosen field by field, one step, and saved when the user wants it. */
static void
test_conflict (Fixture *f, gconstpointer data)
{
  GtkWidget *dialog, *theirs;

  type_organization (f, "自分の市");
  tori_history_end_run (f->history);
  save_theirs (f, ORGANIZATION, "\"organization\": \"相手の市\"");
  tori_test_activate (f->file.window, "save");
  press_take_in ();
  tori_test_wait (tori_test_find_window (TORI_TYPE_CONFLICTS_DIALOG) != NULL);
  g_assert_cmpstr (tori_plan_get_organization (f->plan), ==, "自分の市");
  dialog = tori_test_find_window (TORI_TYPE_CONFLICTS_DIALOG);
  g_assert_nonnull (tori_test_find (dialog, GTK_TYPE_LABEL, "自分の市"));
  theirs =
      gtk_widget_get_ancestor (tori_test_find (dialog, GTK_TYPE_LABEL, "相手の市"), GTK_TYPE_CHECK_BUTTON);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (theirs)));
  gtk_widget_activate (theirs);
  tori_test_press (tori_test_find (dialog, GTK_TYPE_BUTTON, "take"));
  tori_test_wait (tori_test_find_window (TORI_TYPE_CONFLICTS_DIALOG) == NULL);
  g_assert_cmpstr (tori_plan_get_organization (f->plan), ==, "相手の市");
  tori_test_activate (f->file.window, "undo");
  g_assert_cmpstr (tori_plan_get_organization (f->plan), ==, "自分の市");
  tori_test_activate (f->file.window, "save");
  tori_test_wait (!is_modified (f));
  g_assert_true (tori_test_file_has (&f->file, "自分の市"));
}

/* A file that is gone or broken is told for as long as it is so; nothing here changes. */
static void
test_unreachable (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (g_unlink (f->file.path), ==, 0);
  come_back (f);
  tori_test_wait (tori_test_find (f->file.window, GTK_TYPE_INFO_BAR, NULL) != NULL);
  g_assert_true (g_file_set_contents (f->file.path, f->file.bytes, -1, NULL));
  come_back (f);
  tori_test_wait (tori_test_find (f->file.window, GTK_TYPE_INFO_BAR, NULL) == NULL);
  g_assert_true (g_file_set_contents (f->file.path, f->file.bytes, 1000, NULL));
  come_back (f);
  tori_test_wait (tori_test_find (f->file.window, GTK_TYPE_INFO_BAR, NULL) != NULL);
  g_assert_cmpstr (tori_initiative_get_title (f->initiative), ==, TITLE);
  g_assert_false (is_modified (f));
}

static void
add_tests (void)
{
#define ADD(name, test) g_test_add ("/others/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("shown", test_shown);
  ADD ("taken-in", test_taken_in);
  ADD ("before-saving", test_before_saving);
  ADD ("conflict", test_conflict);
  ADD ("unreachable", test_unreachable);
#undef ADD
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
