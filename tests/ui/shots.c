/* SPDX-License-Identifier: GPL-3.0-or-later */

/* torikumi-shots [--large] FOLDER [FILE]: pictures of the screens with a plan, in the language and style of
 * the environment, with text of twice the size if it shall be large. They are for looking at, by whoever
 * changes how something looks. */
#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include "shots.h"
#include "tori-test-window.h"
#include "ui/tori-help-window.h"
#include "ui/tori-division-details.h"
#include "ui/tori-divisions-dialog.h"
#include "ui/tori-initiative-menu.h"
#include "ui/tori-new-plan-dialog.h"
#include "ui/tori-new-plan.h"
#include "ui/tori-open-year-row.h"
#include "ui/tori-plan-settings.h"
#include "ui/tori-paste-dialog.h"
#include "ui/tori-preferences.h"
#include "ui/tori-renumber-dialog.h"
#include "ui/tori-replace-dialog.h"
#include "ui/tori-scales-group.h"

static const char *folder;

void
shots_take (gpointer window, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s/%s.png", folder, name);
  g_autoptr (GdkTexture) texture = NULL;

  tori_test_draw (window);
  texture = tori_test_take_picture (window, 1);
  gdk_texture_save_to_png (texture, file);
  g_print ("%s\n", file);
}

ToriWindow *
shots_open (const char *path, int width, int height)
{
  ToriWindow *window = tori_window_new (GTK_APPLICATION (tori_test_application ()));

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  if (path != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      tori_window_open (window, file);
      tori_test_wait (tori_window_get_document (window) != NULL);
    }
  else
    tori_window_set_document (window, NULL);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
take_start (void)
{
  ToriWindow *window = shots_open (NULL, 1024, 768);

  shots_take (window, "start");
  tori_test_close (window);
}

static void
search (ToriWindow *window, const char *words)
{
  ToriPlanView *view = tori_window_get_view (window);

  tori_plan_view_start_search (view);
  gtk_editable_set_text (tori_test_find (view, GTK_TYPE_SEARCH_ENTRY, NULL), words);
  tori_test_wait (g_str_equal (tori_listing_get_search (tori_plan_view_get_listing (view)), words));
}

static void
take_list (const char *path)
{
  ToriWindow *window = shots_open (path, 1280, 800);

  shots_take (window, "window-1280");
  search (window, "ﾃﾞｰﾀ");
  shots_take (window, "search");
  search (window, "no such words");
  shots_take (window, "nothing-found");
  tori_plan_view_stop_search (tori_window_get_view (window));
  tori_test_choose_group (window, 6);
  shots_take (window, "department");
  tori_test_close (window);

  window = shots_open (path, 1024, 768);
  shots_take (window, "window-1024");
  tori_test_close (window);
}

/* The other ways to look at the plan. */
static void
take_views (const char *path)
{
  static const char *const views[] = { "cards", "schedule", "totals" };
  ToriWindow *window = shots_open (path, 1280, 800);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *wide = g_strdup_printf ("%s-1280", views[i]);
      g_autofree char *narrow = g_strdup_printf ("%s-1024", views[i]);

      g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string (views[i]));
      gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
      shots_take (window, wide);
      gtk_window_set_default_size (GTK_WINDOW (window), 1024, 768);
      shots_take (window, narrow);
    }
  search (window, "ﾃﾞｰﾀ");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *found = g_strdup_printf ("%s-search", views[i]);

      g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string (views[i]));
      shots_take (window, found);
    }
  tori_test_close (window);
}

/* A window that an action opens. */
static void
take_opened (gpointer group, const char *action, GType type, const char *name)
{
  GtkWindow *opened;

  tori_test_activate (group, action);
  tori_test_wait (tori_test_find_window (type) != NULL);
  opened = tori_test_find_window (type);
  shots_take (opened, name);
  gtk_window_close (opened);
  tori_test_settle ();
}

/* The scales, further down in the settings of the plan. */
static void
take_scales (ToriWindow *window)
{
  GtkWindow *settings;
  GtkWidget *group, *page, *year;
  double x, y;

  tori_test_activate (window, "plan-settings");
  tori_test_wait ((settings = tori_test_find_window (TORI_TYPE_PLAN_SETTINGS)) != NULL);
  tori_test_draw (GTK_WIDGET (settings));
  group = tori_test_find (settings, TORI_TYPE_SCALES_GROUP, NULL);
  adw_expander_row_set_expanded (tori_test_find (group, ADW_TYPE_EXPANDER_ROW, NULL), TRUE);
  page = gtk_widget_get_ancestor (group, GTK_TYPE_VIEWPORT);
  gtk_widget_translate_coordinates (group, page, 0, 0, &x, &y);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (page)), y - 12);
  shots_take (settings, "plan-settings-scales");
  tori_test_press (tori_test_find (settings, GTK_TYPE_BUTTON, "details"));
  tori_test_wait (tori_test_find_window (TORI_TYPE_DIVISION_DETAILS) != NULL);
  shots_take (tori_test_find_window (TORI_TYPE_DIVISION_DETAILS), "division-details");
  year = tori_test_find (tori_test_find_window (TORI_TYPE_DIVISION_DETAILS), TORI_TYPE_OPEN_YEAR_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (year), "?");
  g_signal_emit_by_name (year, "apply");
  shots_take (tori_test_find_window (TORI_TYPE_DIVISION_DETAILS), "division-details-refused");
  gtk_window_close (tori_test_find_window (TORI_TYPE_DIVISION_DETAILS));
  gtk_window_close (settings);
  tori_test_settle ();
}

/* What is done with several initiatives. */
static void
take_bulk (const char *path)
{
  ToriWindow *window = shots_open (path, 1024, 768);
  ToriPlan *plan = tori_document_get_plan (tori_window_get_document (window));
  GtkColumnView *list = tori_test_find (window, GTK_TYPE_COLUMN_VIEW, NULL);
  g_autoptr (GMenuModel) menu =
      tori_initiative_menu_new (tori_plan_view_get_listing (tori_window_get_view (window)));
  GtkWidget *popover = gtk_popover_menu_new_from_model_full (menu, GTK_POPOVER_MENU_NESTED);

  gtk_selection_model_select_range (gtk_column_view_get_model (list), 0, 3, TRUE);
  gtk_widget_set_parent (popover, GTK_WIDGET (window));
  gtk_popover_popup (GTK_POPOVER (popover));
  shots_take (popover, "menu");
  gtk_widget_unparent (popover);
  tori_test_activate (window, "duplicate");
  tori_test_activate (window, "remove-initiative");
  tori_test_activate (window, "undo");
  gtk_menu_button_popup (tori_test_find (window, GTK_TYPE_MENU_BUTTON, "history"));
  shots_take (gtk_menu_button_get_popover (tori_test_find (window, GTK_TYPE_MENU_BUTTON, "history")),
              "history");
  gtk_menu_button_popdown (tori_test_find (window, GTK_TYPE_MENU_BUTTON, "history"));
  take_opened (gtk_window_get_application (GTK_WINDOW (window)), "preferences", TORI_TYPE_PREFERENCES,
               "preferences");
  tori_test_activate (window, "replace");
  shots_take (tori_test_find_window (TORI_TYPE_REPLACE_DIALOG), "replace-empty");
  gtk_editable_set_text (
      tori_test_find (tori_test_find_window (TORI_TYPE_REPLACE_DIALOG), ADW_TYPE_ENTRY_ROW, "find"),
      "見直し");
  gtk_editable_set_text (
      tori_test_find (tori_test_find_window (TORI_TYPE_REPLACE_DIALOG), ADW_TYPE_ENTRY_ROW, "with"), "改善");
  shots_take (tori_test_find_window (TORI_TYPE_REPLACE_DIALOG), "replace");
  gtk_window_close (tori_test_find_window (TORI_TYPE_REPLACE_DIALOG));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)),
                          "番号\t具体的な取組\t担当課\t達成度\t備考\n1\t題を改める\t\t達成\t\n99\t新しい取組"
                          "\t人事課、宇宙課\t\t\n");
  take_opened (window, "paste", TORI_TYPE_PASTE_DIALOG, "paste");
  take_scales (window);
  take_opened (window, "set-divisions", TORI_TYPE_DIVISIONS_DIALOG, "set-divisions");
  take_opened (window, "renumber", TORI_TYPE_RENUMBER_DIALOG, "renumber");
  take_opened (window, "next-year", ADW_TYPE_MESSAGE_DIALOG, "next-year");
  g_object_set (plan, "year", tori_plan_get_years (plan)->last, NULL);
  take_opened (window, "next-year", ADW_TYPE_MESSAGE_DIALOG, "next-year-none");
  tori_test_close (window);
}

static void
take_windows (const char *path)
{
  ToriWindow *window = shots_open (path, 1024, 768);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  ToriInitiative *initiative;

  tori_test_draw (GTK_WIDGET (window));
  take_opened (application, "new", TORI_TYPE_NEW_PLAN_DIALOG, "new-plan");
  take_opened (window, "plan-settings", TORI_TYPE_PLAN_SETTINGS, "plan-settings");
  take_opened (application, "shortcuts", GTK_TYPE_SHORTCUTS_WINDOW, "shortcuts");
  tori_test_activate (application, "shortcuts");
  g_object_set (tori_test_find_window (GTK_TYPE_SHORTCUTS_WINDOW), "section-name", "editor", NULL);
  shots_take (tori_test_find_window (GTK_TYPE_SHORTCUTS_WINDOW), "shortcuts-editor");
  gtk_window_close (tori_test_find_window (GTK_TYPE_SHORTCUTS_WINDOW));
  tori_test_settle ();

  initiative = tori_plan_view_get_selected (tori_window_get_view (window));
  tori_history_type (tori_document_get_history (tori_window_get_document (window)), TORI_STEP_TITLE,
                     initiative, "title", "");
  take_opened (window, "close", ADW_TYPE_MESSAGE_DIALOG, "close");
  tori_test_activate (window, "remove-initiative");
  shots_take (window, "deleted");
  tori_test_close (window);
}

static void
take_new (void)
{
  g_autoptr (ToriPlan) plan = tori_new_plan ("新しい計画", "汐見原市", 2024, 2027, 2024);
  ToriWindow *window = tori_test_show_plan (plan);

  gtk_window_set_default_size (GTK_WINDOW (window), 1024, 768);
  shots_take (window, "empty-plan");
  tori_test_close (window);
}

static void
take_help (void)
{
  static const char *const pages[] = { "index", "start", "entry", "shortcuts", "admin" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strconcat ("help-", pages[i], NULL);

      tori_help_show (GTK_APPLICATION (tori_test_application ()), pages[i]);
      tori_test_settle ();
      shots_take (tori_test_find_window (TORI_TYPE_HELP_WINDOW), name);
    }
  tori_help_hide (GTK_APPLICATION (tori_test_application ()));
}

/* All of them, or those of the part that is being worked on. */
static void
take_all (const char *path)
{
  const char *part = g_getenv ("TORIKUMI_SHOTS");

#define WANTED(name) (part == NULL || g_str_equal (part, name))
  if (WANTED ("start"))
    take_start ();
  if (WANTED ("views"))
    {
      take_list (path);
      take_views (path);
      take_bulk (path);
    }
  if (WANTED ("windows"))
    {
      take_windows (path);
      take_new ();
    }
  if (WANTED ("editor"))
    shots_take_editor (path);
  if (WANTED ("preview"))
    shots_take_preview (path);
  if (WANTED ("safety"))
    shots_take_safety (path);
  if (WANTED ("help"))
    take_help ();
#undef WANTED
}

/* Nobody else has it open there. */
static char *
copy_plan (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  char *copy = g_build_filename (g_get_user_cache_dir (), name, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_cache_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) length, NULL));
  return copy;
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  const gboolean large = argc > 1 && g_str_equal (argv[1], "--large");
  const int first = large ? 2 : 1;

  if (argc < first + 1 || argc > first + 2)
    {
      g_printerr ("torikumi-shots [--large] FOLDER [FILE]\n");
      return EXIT_FAILURE;
    }
  folder = argv[first];
  path = argc == first + 2 ? copy_plan (argv[first + 1]) : tori_test_sample_path ();
  tori_test_ui_start ();
  if (large)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  if (g_getenv ("TORIKUMI_SHOTS_RTL") != NULL)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  take_all (path);
  tori_test_ui_end ();
  return EXIT_SUCCESS;
}
