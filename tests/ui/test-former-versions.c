/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "storage/tori-versions.h"
#include "tori-test-file.h"
#include "ui/tori-versions-dialog.h"

/* What a plan's file held before is shown, compared, looked at and restored. */

typedef struct
{
  ToriTestFile file;
  ToriPlan *plan;
} Fixture;

/* Each test has a plan of its own, without versions. */
static char *
make_plan (void)
{
  g_autofree char *sample = tori_test_sample_path ();
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *bytes = NULL;
  GString *text;
  const char *id;
  gssize at;

  g_assert_true (g_file_get_contents (sample, &bytes, NULL, NULL));
  text = g_string_new (bytes);
  id = strstr (bytes, "\"id\": \"") + strlen ("\"id\": \"");
  at = id - bytes;
  g_string_erase (text, at, (gssize) strcspn (id, "\""));
  g_string_insert (text, at, uuid);
  return g_string_free (text, FALSE);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *text = make_plan ();

  tori_test_file_open (&f->file, text);
  f->plan = tori_document_get_plan (tori_test_file_get_document (&f->file));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  tori_test_file_close (&f->file);
}

static void
save_organization (Fixture *f, const char *text)
{
  ToriDocument *document = tori_test_file_get_document (&f->file);

  tori_history_end_run (tori_document_get_history (document));
  tori_history_type (tori_document_get_history (document), TORI_STEP_PLAN, f->plan, "organization", text);
  tori_test_activate (f->file.window, "save");
  tori_test_wait (!tori_document_get_modified (document) && !tori_document_get_saving (document));
}

static GtkWidget *
open_dialog (Fixture *f)
{
  tori_test_activate (f->file.window, "versions");
  tori_test_wait (tori_test_find_window (TORI_TYPE_VERSIONS_DIALOG) != NULL);
  return tori_test_find_window (TORI_TYPE_VERSIONS_DIALOG);
}

static void
wait_until_closed (void)
{
  tori_test_wait (tori_test_find_window (TORI_TYPE_VERSIONS_DIALOG) == NULL);
}

static void
test_none (Fixture *f, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (f);

  g_assert_null (tori_test_find (dialog, ADW_TYPE_EXPANDER_ROW, NULL));
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until_closed ();
}

static void
test_restore (Fixture *f, gconstpointer data)
{
  GtkWidget *dialog, *row;

  save_organization (f, "一つ目の市");
  save_organization (f, "二つ目の市");
  dialog = open_dialog (f);
  row = tori_test_find (dialog, ADW_TYPE_EXPANDER_ROW, NULL); /* the latest */
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_nonnull (tori_test_find (row, GTK_TYPE_LABEL, "団体名：「一つ目の市」→「二つ目の市」"));
  tori_test_press (tori_test_find (row, GTK_TYPE_BUTTON, "restore"));
  wait_until_closed ();
  g_assert_cmpstr (tori_plan_get_organization (f->plan), ==, "一つ目の市");
  /* Nothing is saved by it, and it is one step. */
  g_assert_true (tori_document_get_modified (tori_test_file_get_document (&f->file)));
  g_assert_true (tori_test_file_has (&f->file, "二つ目の市"));
  tori_test_activate (f->file.window, "undo");
  g_assert_cmpstr (tori_plan_get_organization (f->plan), ==, "二つ目の市");
  g_assert_false (tori_document_get_modified (tori_test_file_get_document (&f->file)));
}

static ToriWindow *
find_other_window (ToriWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (TORI_IS_WINDOW (other) && other != GTK_WINDOW (window)
          && tori_window_get_document (TORI_WINDOW (other)))
        return TORI_WINDOW (other);
    }
  return NULL;
}

/* In a window of its own, which belongs to no file. */
static void
test_look (Fixture *f, gconstpointer data)
{
  ToriWindow *other;

  save_organization (f, "一つ目の市");
  tori_test_press (tori_test_find (open_dialog (f), GTK_TYPE_BUTTON, "look"));
  tori_test_wait (find_other_window (f->file.window) != NULL);
  other = find_other_window (f->file.window);
  g_assert_null (tori_document_get_file (tori_window_get_document (other)));
  g_assert_cmpstr (tori_plan_get_organization (tori_document_get_plan (tori_window_get_document (other))), ==,
                   "汐見原市");
  g_assert_cmpstr (tori_plan_get_organization (f->plan), ==, "一つ目の市");
  tori_test_close (other);
}

/* A file that was cut offers what it held before. */
static void
test_broken (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (f->file.path);
  GtkWidget *dialog;

  save_organization (f, "一つ目の市");
  tori_test_close (f->file.window);
  g_assert_true (g_file_set_contents (f->file.path, f->file.bytes, 500, NULL));
  f->file.window = tori_window_new (GTK_APPLICATION (tori_test_application ()));
  tori_window_open (f->file.window, file);
  gtk_window_present (GTK_WINDOW (f->file.window));
  tori_test_wait (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  dialog = tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
  tori_test_settle ();
  tori_test_press (tori_test_find (dialog, GTK_TYPE_BUTTON, "以前の版を開く(_F)"));
  tori_test_wait (tori_test_file_get_document (&f->file) != NULL);
  g_assert_cmpstr (
      tori_plan_get_organization (tori_document_get_plan (tori_test_file_get_document (&f->file))), ==,
      "汐見原市");
  g_assert_true (tori_document_get_modified (tori_test_file_get_document (&f->file)));
}

static void
add_tests (void)
{
#define ADD(name, test) g_test_add ("/former-versions/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("none", test_none);
  ADD ("restore", test_restore);
  ADD ("look", test_look);
  ADD ("broken", test_broken);
#undef ADD
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
