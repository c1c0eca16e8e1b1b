/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-level.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"
#include "support/tori-test-records.h"
#include "tori-test-window.h"
#include "ui/tori-division-details.h"
#include "ui/tori-open-year-row.h"
#include "ui/tori-plan-settings.h"
#include "ui/tori-scales-group.h"
#include "ui/tori-words-row.h"

typedef struct
{
  ToriWindow *window;
  ToriPlan *plan;
  ToriHistory *history;
  GtkWindow *settings;
  char *before;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = tori_test_sample_path ();

  f->window = tori_test_open (path);
  f->plan = tori_document_get_plan (tori_window_get_document (f->window));
  f->history = tori_document_get_history (tori_window_get_document (f->window));
  f->before = tori_test_dump (f->plan);
  tori_test_activate (f->window, "plan-settings");
  tori_test_wait ((f->settings = tori_test_find_window (TORI_TYPE_PLAN_SETTINGS)) != NULL);
}

/* Whatever a test did, undoing all of it leaves no byte changed, and the settings show that. */
static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *after = NULL;

  tori_history_go_to (f->history, 0);
  tori_test_settle ();
  after = tori_test_dump (f->plan);
  g_assert_cmpstr (after, ==, f->before);
  g_free (f->before);
  tori_test_close (f->window);
}

static ToriScalesGroup *
get_group (Fixture *f)
{
  return tori_test_find (f->settings, TORI_TYPE_SCALES_GROUP, NULL);
}

static ToriList *
get_levels (Fixture *f)
{
  return tori_scale_get_levels (tori_list_get (tori_plan_get_scales (f->plan), 0));
}

/* The row of a level, by its place. */
static GtkWidget *
find_row (GtkWidget *inside, gpointer record)
{
  if (ADW_IS_EXPANDER_ROW (inside) && g_object_get_data (G_OBJECT (inside), "record") == record)
    return inside;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, record);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_add_level (Fixture *f, gconstpointer data)
{
  const guint n = tori_list_get_length (get_levels (f));
  ToriLevel *level;
  GtkWidget *row;

  tori_test_press (tori_test_find (get_group (f), GTK_TYPE_BUTTON, "add-level"));
  g_assert_cmpuint (tori_list_get_length (get_levels (f)), ==, n + 1);
  level = tori_list_get (get_levels (f), n);
  tori_test_wait ((row = find_row (GTK_WIDGET (get_group (f)), level)) != NULL);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  tori_history_type (f->history, TORI_STEP_PLAN, level, "name", "中止");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "中止");
  g_assert_true (tori_level_get_counts (level));
  gtk_switch_set_active (tori_test_find (row, GTK_TYPE_SWITCH, "counts"), FALSE);
  g_assert_false (tori_level_get_counts (level));
  /* Nothing has it yet, so it can go again. */
  tori_test_press (tori_test_find (row, GTK_TYPE_BUTTON, "remove"));
  g_assert_cmpuint (tori_list_get_length (get_levels (f)), ==, n);
}

/* What entries have stays, and the reason is said. */
static void
test_used (Fixture *f, gconstpointer data)
{
  ToriLevel *level = tori_list_get (get_levels (f), 0);
  const guint n = tori_list_get_length (get_levels (f));

  tori_test_press (tori_test_find (find_row (GTK_WIDGET (get_group (f)), level), GTK_TYPE_BUTTON, "remove"));
  tori_test_press (tori_test_find (get_group (f), GTK_TYPE_BUTTON, "remove")); /* the scale's own */
  g_assert_cmpuint (tori_list_get_length (get_levels (f)), ==, n);
  g_assert_false (tori_history_get_can_undo (f->history));
}

static void
test_order (Fixture *f, gconstpointer data)
{
  ToriLevel *second = tori_list_get (get_levels (f), 1);
  ToriPillar *pillar = tori_list_get (tori_plan_get_pillars (f->plan), 0);

  tori_test_press (
      tori_test_find (find_row (GTK_WIDGET (get_group (f)), second), GTK_TYPE_BUTTON, "move-up"));
  g_assert_true (tori_list_get (get_levels (f), 0) == second);
  tori_test_press (tori_test_find (f->settings, GTK_TYPE_BUTTON, "move-up")); /* the first pillar stays */
  g_assert_true (tori_list_get (tori_plan_get_pillars (f->plan), 0) == pillar);
}

static void
test_sign (Fixture *f, gconstpointer data)
{
  ToriPillar *pillar = tori_list_get (tori_plan_get_pillars (f->plan), 0);
  GtkEditable *entry = tori_test_find (f->settings, GTK_TYPE_ENTRY, "sign");
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (entry), ADW_TYPE_ENTRY_ROW);
  g_autofree char *sign = NULL;

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "柱Ⅰ");
  gtk_editable_set_text (entry, "A");
  g_object_get (pillar, "label", &sign, NULL);
  g_assert_cmpstr (sign, ==, "A");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "柱A");
  tori_history_undo (f->history);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "柱Ⅰ");
}

static void
test_phases (Fixture *f, gconstpointer data)
{
  GtkWidget *row = tori_test_find (f->settings, TORI_TYPE_WORDS_ROW, NULL);
  const char *const *phases;

  gtk_editable_set_text (GTK_EDITABLE (row), "検討、 実施 ,,点検、");
  g_signal_emit_by_name (row, "apply");
  phases = tori_plan_get_phases (f->plan);
  g_assert_cmpuint (g_strv_length ((char **) phases), ==, 3);
  g_assert_cmpstr (phases[1], ==, "実施");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "検討、実施、点検");
}

/* A division's years are typed as people write them; what is no year changes nothing. */
static void
test_division (Fixture *f, gconstpointer data)
{
  ToriDepartment *department = tori_list_get (tori_plan_get_departments (f->plan), 0);
  ToriDivision *division = tori_list_get (tori_department_get_divisions (department), 0);
  GtkWindow *details;
  GtkWidget *year, *check;

  tori_test_press (tori_test_find (f->settings, GTK_TYPE_BUTTON, "details"));
  tori_test_wait ((details = tori_test_find_window (TORI_TYPE_DIVISION_DETAILS)) != NULL);
  year = tori_test_find (details, TORI_TYPE_OPEN_YEAR_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (year), "H30");
  g_signal_emit_by_name (year, "apply");
  g_assert_cmpint (tori_division_get_from (division), ==, 2018);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (year)), ==, "平成30年度");
  gtk_editable_set_text (GTK_EDITABLE (year), "きのう");
  g_signal_emit_by_name (year, "apply");
  g_assert_cmpint (tori_division_get_from (division), ==, 2018);
  g_assert_true (tori_test_is_refused (year));
  g_assert_nonnull (tori_test_find (year, GTK_TYPE_LABEL, "年度として読めません"));
  gtk_editable_set_text (GTK_EDITABLE (year), "");
  g_signal_emit_by_name (year, "apply");
  g_assert_cmpint (tori_division_get_from (division), ==, 0);
  g_assert_false (tori_test_is_refused (year));
  g_assert_null (tori_test_find (year, GTK_TYPE_LABEL, "年度として読めません"));
  adw_expander_row_set_expanded (tori_test_find (details, ADW_TYPE_EXPANDER_ROW, NULL), TRUE);
  check = tori_test_find (details, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpuint (g_strv_length ((char **) tori_division_get_successors (division)), ==, 1);
  gtk_window_close (details);
}

/* How long a text may be: typed here, and shown as it is when that is undone. */
static void
test_limit (Fixture *f, gconstpointer data)
{
  GtkSpinButton *spin = tori_test_find (f->settings, GTK_TYPE_SPIN_BUTTON, "text-limit");

  g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, 0);
  gtk_spin_button_set_value (spin, 400);
  g_assert_cmpuint (tori_plan_get_text_limit (f->plan), ==, 400);
  tori_history_undo (f->history);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, 0);
  g_assert_false (tori_history_get_can_undo (f->history)); /* what follows the plan is no change */
  tori_history_redo (f->history);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, 400);
}

#define add(name, test) g_test_add ("/plan-settings/" name, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  add ("add-level", test_add_level);
  add ("used", test_used);
  add ("order", test_order);
  add ("sign", test_sign);
  add ("phases", test_phases);
  add ("division", test_division);
  add ("limit", test_limit);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  return tori_test_ui_run (argc, argv, add_tests);
}
