/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "tori-test-file.h"
#include "tori-test-input.h"
#include "ui/tori-editor.h"
#include "ui/tori-help-page.h"
#include "ui/tori-help-window.h"
#include "ui/tori-new-plan-dialog.h"
#include "ui/tori-plan-settings.h"
#include "ui/tori-preview-window.h"
#include "ui/tori-versions-dialog.h"

/* F1 opens the page for where one is, and the manual can be read there. */

static ToriHelpWindow *
find_help (void)
{
  return tori_test_find_window (TORI_TYPE_HELP_WINDOW);
}

static void
close_window (gpointer window)
{
  gtk_window_close (GTK_WINDOW (window));
  tori_test_settle ();
}

/* Presses F1 in the window that has the focus. */
static void
assert_f1 (gpointer window, const char *page)
{
  gtk_window_present (GTK_WINDOW (window));
  tori_test_wait_for_keys (window);
  tori_test_key (GDK_KEY_F1, 0);
  tori_test_wait (find_help () != NULL);
  g_assert_cmpstr (tori_help_window_get_page (find_help ()), ==, page);
  close_window (find_help ());
  g_assert_null (find_help ());
}

static void
test_window (void)
{
  ToriTestFile file;
  ToriWindow *start;

  tori_test_file_open (&file, NULL);
  assert_f1 (file.window, "find");
  g_action_group_change_action_state (G_ACTION_GROUP (file.window), "view", g_variant_new_string ("totals"));
  assert_f1 (file.window, "totals");
  g_action_group_change_action_state (G_ACTION_GROUP (file.window), "view",
                                      g_variant_new_string ("schedule"));
  assert_f1 (file.window, "schedule");
  g_action_group_change_action_state (G_ACTION_GROUP (file.window), "view", g_variant_new_string ("list"));
  start = tori_window_new (GTK_APPLICATION (tori_test_application ()));
  tori_window_set_document (start, NULL);
  assert_f1 (start, "start");
  tori_test_close (start);
  tori_test_file_close (&file);
}

static void
assert_f1_in (ToriTestFile *file, const char *action, GType type, const char *page)
{
  tori_test_activate (file->window, action);
  tori_test_wait (tori_test_find_window (type) != NULL);
  assert_f1 (tori_test_find_window (type), page);
  close_window (tori_test_find_window (type));
}

static void
test_others (void)
{
  ToriTestFile file;

  tori_test_file_open (&file, NULL);
  assert_f1_in (&file, "edit-initiative", TORI_TYPE_EDITOR, "entry");
  assert_f1_in (&file, "print", TORI_TYPE_PREVIEW_WINDOW, "printing");
  assert_f1_in (&file, "plan-settings", TORI_TYPE_PLAN_SETTINGS, "settings");
  assert_f1_in (&file, "versions", TORI_TYPE_VERSIONS_DIALOG, "safety");
  tori_test_file_close (&file);
}

/* It goes with the last window; it would hold up the end of the program. */
static void
test_goes (void)
{
  ToriTestFile file;

  tori_test_file_open (&file, NULL);
  tori_help_show (GTK_APPLICATION (tori_test_application ()), "index");
  tori_test_wait (find_help () != NULL);
  tori_test_file_close (&file);
  g_assert_null (find_help ());
}

/* Links lead to pages; a search leaves the pages with the word in them. */
static void
test_reading (void)
{
  ToriTestFile file;
  GtkWidget *link = NULL;
  GtkListBox *list;
  gboolean handled = FALSE;
  guint n = 0;

  tori_test_file_open (&file, NULL);
  tori_help_show (GTK_APPLICATION (tori_test_application ()), "index");
  tori_test_settle ();
  link = tori_test_find (find_help (), GTK_TYPE_LABEL, "計画の設定");
  g_assert_nonnull (link);
  link = tori_test_find (
      gtk_widget_get_ancestor (tori_test_find (find_help (), ADW_TYPE_CLAMP, NULL), ADW_TYPE_CLAMP),
      GTK_TYPE_LABEL, "集計");
  g_assert_nonnull (link);
  g_signal_emit_by_name (link, "activate-link", "totals", &handled);
  g_assert_true (handled);
  tori_test_wait (g_strcmp0 (tori_help_window_get_page (find_help ()), "totals") == 0);
  gtk_editable_set_text (tori_test_find (find_help (), GTK_TYPE_SEARCH_ENTRY, NULL), "決裁");
  list = tori_test_find (find_help (), GTK_TYPE_LIST_BOX, NULL);
  tori_test_wait (!gtk_widget_get_child_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))));
  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    n += gtk_widget_get_child_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (list, i))) ? 1 : 0;
  g_assert_cmpuint (n, ==, 1);
  g_signal_emit_by_name (tori_test_find (find_help (), GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  g_assert_cmpstr (tori_help_window_get_page (find_help ()), ==, "printing");
  close_window (find_help ());
  tori_test_file_close (&file);
}

/* Every page can be built, and its pictures are there. */
static void
count_pictures (GtkWidget *widget, guint *n)
{
  if (GTK_IS_PICTURE (widget))
    {
      g_assert_nonnull (gtk_picture_get_paintable (GTK_PICTURE (widget)));
      g_assert_cmpuint (strlen (gtk_picture_get_alternative_text (GTK_PICTURE (widget))), >, 10);
      *n += 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_pictures (child, n);
}

static void
test_pages (void)
{
  g_autoptr (GPtrArray) pages = tori_help_page_list ();
  guint n_pictures = 0;

  g_assert_cmpuint (pages->len, ==, 14);
  g_assert_cmpstr (tori_help_page_get_title (pages->pdata[0]), ==, "取組");
  for (guint i = 0; i < pages->len; i++)
    {
      GtkWidget *content = g_object_ref_sink (tori_help_page_build (pages->pdata[i], pages));

      g_assert_cmpuint (g_utf8_strlen (tori_help_page_get_text (pages->pdata[i]), -1), >, 100);
      count_pictures (content, &n_pictures);
      g_object_unref (content);
    }
  g_assert_cmpuint (n_pictures, ==, 3);
}

static void
add_tests (void)
{
  g_test_add_func ("/help/window", test_window);
  g_test_add_func ("/help/others", test_others);
  g_test_add_func ("/help/goes", test_goes);
  g_test_add_func ("/help/reading", test_reading);
  g_test_add_func ("/help/pages", test_pages);
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
