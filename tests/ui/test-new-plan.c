/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-edit.h"
#include "model/tori-scale.h"
#include "storage/tori-codec.h"
#include "tori-test-window.h"
#include "ui/tori-new-plan-dialog.h"
#include "ui/tori-new-plan.h"
#include "ui/tori-plan-settings.h"
#include "ui/tori-text-row.h"
#include "ui/tori-year-row.h"

/* A new plan is one that can be saved, and to which one can add. */
static void
test_is_sound (void)
{
  g_autoptr (ToriPlan) plan = tori_new_plan ("計画", "市", 2024, 2027, 2025);
  g_autoptr (GBytes) bytes = tori_codec_encode (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPlan) again = tori_codec_decode_bytes (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpint (tori_plan_get_year (again), ==, 2025);
  g_assert_cmpuint (tori_list_get_length (tori_plan_get_pillars (again)), ==, 1);
  g_assert_cmpuint (tori_list_get_length (tori_plan_get_scales (again)), ==, 1);
  g_assert_cmpuint (
      tori_list_get_length (tori_scale_get_levels (tori_list_get (tori_plan_get_scales (again), 0))), ==, 3);
}

static void
test_dialog (void)
{
  GtkApplication *application = GTK_APPLICATION (tori_test_application ());
  ToriWindow *window = tori_window_new (application);
  ToriNewPlanDialog *dialog;
  ToriYearRow *last;
  ToriPlan *plan;

  tori_window_set_document (window, NULL);
  gtk_window_present (GTK_WINDOW (window));
  g_action_group_activate_action (G_ACTION_GROUP (application), "new", NULL);
  dialog = tori_test_find_window (TORI_TYPE_NEW_PLAN_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_false (gtk_widget_is_sensitive (tori_test_find (dialog, GTK_TYPE_BUTTON, "create")));
  gtk_editable_set_text (tori_test_find (dialog, ADW_TYPE_ENTRY_ROW, "title"), "新しい計画");
  last = tori_test_find (dialog, TORI_TYPE_YEAR_ROW, "last");
  tori_year_row_set_year (last, 2010); /* the others follow */
  tori_test_press (tori_test_find (dialog, GTK_TYPE_BUTTON, "create"));
  tori_test_wait (tori_window_get_document (window) != NULL);

  plan = tori_document_get_plan (tori_window_get_document (window));
  g_assert_cmpstr (tori_plan_get_title (plan), ==, "新しい計画");
  g_assert_cmpint (tori_plan_get_years (plan)->first, ==, 2010);
  g_assert_cmpint (tori_plan_get_years (plan)->last, ==, 2010);
  g_assert_cmpint (tori_plan_get_year (plan), ==, 2010);
  g_assert_true (tori_document_get_modified (tori_window_get_document (window))); /* it would be lost */
  tori_test_activate (window, "add-initiative");
  tori_test_close (window);
}

/* However a year is typed. */
static void
test_year_row (void)
{
  const char *typed[] = { "H29", "平成29年度", "2017", "ＦＹ２０１７" };
  GtkWidget *row = g_object_ref_sink (g_object_new (TORI_TYPE_YEAR_ROW, "year", 2000, NULL));
  GtkWidget *spin = tori_test_find (row, GTK_TYPE_SPIN_BUTTON, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      tori_year_row_set_year (TORI_YEAR_ROW (row), 2000);
      gtk_editable_set_text (GTK_EDITABLE (spin), typed[i]);
      gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
      g_assert_cmpint (tori_year_row_get_year (TORI_YEAR_ROW (row)), ==, 2017);
    }
  g_assert_finalize_object (row);
}

static GtkWidget *
find_row (gpointer inside, gpointer record)
{
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (TORI_IS_TEXT_ROW (child) && tori_text_row_get_record (TORI_TEXT_ROW (child)) == record)
        return child;
      found = find_row (child, record);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_settings (void)
{
  g_autofree char *path = tori_test_sample_path ();
  ToriWindow *window = tori_test_open (path);
  ToriPlan *plan = tori_document_get_plan (tori_window_get_document (window));
  ToriList *pillars = tori_plan_get_pillars (plan);
  const guint n = tori_list_get_length (pillars);
  ToriPillar *used = tori_list_get (pillars, 0), *added;
  ToriPlanSettings *settings;

  tori_test_activate (window, "plan-settings");
  settings = tori_test_find_window (TORI_TYPE_PLAN_SETTINGS);
  g_assert_nonnull (settings);

  /* removing what is used is refused */
  tori_test_press (tori_test_find (find_row (settings, used), GTK_TYPE_BUTTON, "remove"));
  g_assert_cmpuint (tori_list_get_length (pillars), ==, n);

  tori_test_press (tori_test_find (settings, GTK_TYPE_BUTTON, "add-pillar"));
  g_assert_cmpuint (tori_list_get_length (pillars), ==, n + 1);
  added = tori_list_get (pillars, n);
  tori_test_wait (find_row (settings, added) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (find_row (settings, added)), "新しい柱");
  g_assert_cmpstr (tori_pillar_get_title (added), ==, "新しい柱");
  tori_test_activate (window, "undo");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (settings, added))), ==, "");
  tori_test_activate (window, "redo");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (settings, added))), ==, "新しい柱");

  tori_test_press (tori_test_find (find_row (settings, added), GTK_TYPE_BUTTON, "remove"));
  g_assert_cmpuint (tori_list_get_length (pillars), ==, n);
  tori_test_wait (find_row (settings, added) == NULL);
  tori_test_close (window);
  g_assert_null (tori_test_find_window (TORI_TYPE_PLAN_SETTINGS));
}

static void
add_tests (void)
{
  g_test_add_func ("/new-plan/is-sound", test_is_sound);
  g_test_add_func ("/new-plan/dialog", test_dialog);
  g_test_add_func ("/new-plan/year-row", test_year_row);
  g_test_add_func ("/new-plan/settings", test_settings);
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
