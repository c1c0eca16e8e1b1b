/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-edit.h"
#include "model/tori-entry.h"
#include "support/tori-test-records.h"
#include "tori-test-input.h"
#include "tori-test-window.h"
#include "ui/tori-list-view.h"
#include "ui/tori-sidebar.h"
#include "ui/tori-editor.h"
#include "ui/tori-plan-settings.h"

static ToriWindow *
open_sample (void)
{
  g_autofree char *path = tori_test_sample_path ();

  return tori_test_open (path);
}

static ToriListing *
get_listing (ToriWindow *window)
{
  return tori_plan_view_get_listing (tori_window_get_view (window));
}

static guint
get_count (ToriWindow *window, guint row)
{
  ToriSidebar *sidebar = tori_test_find (window, TORI_TYPE_SIDEBAR, NULL);
  g_autoptr (ToriGroup) group = g_list_model_get_item (tori_sidebar_get_groups (sidebar), row);

  return tori_group_get_count (group);
}

static void
test_start_page (void)
{
  ToriWindow *window = tori_window_new (GTK_APPLICATION (tori_test_application ()));

  tori_window_set_document (window, NULL);
  gtk_window_present (GTK_WINDOW (window));
  tori_test_wait (gtk_window_is_active (GTK_WINDOW (window)));
  g_assert_true (tori_window_is_free (window));
  g_assert_false (tori_test_is_enabled (window, "undo"));
  g_assert_false (tori_test_is_enabled (window, "add-initiative"));
  tori_test_close (window);
}

static void
test_row_follows (void)
{
  ToriWindow *window = open_sample ();
  ToriHistory *history = tori_document_get_history (tori_window_get_document (window));
  ToriInitiative *initiative = tori_plan_view_get_selected (tori_window_get_view (window));

  g_assert_nonnull (initiative);
  tori_history_type (history, TORI_STEP_TITLE, initiative, "title", "まったく新しい題");
  g_assert_true (tori_test_shows (GTK_WIDGET (window), "① まったく新しい題"));
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "• "));
  tori_test_activate (window, "undo");
  g_assert_false (tori_test_shows (GTK_WIDGET (window), "① まったく新しい題"));
  g_assert_false (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "• "));
  tori_test_close (window);
}

/* Who opens a plan can walk its list by the arrows at once: the focus is in the selected row. */
static void
test_focus (void)
{
  ToriWindow *window = open_sample ();
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, TORI_TYPE_LIST_VIEW));
  g_assert_cmpuint (gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_SELECTED, !=, 0);
  tori_test_close (window);
}

/* A visible button that does this, and can. */
static gboolean
offers (GtkWidget *inside, const char *action)
{
  if (GTK_IS_BUTTON (inside) && gtk_widget_get_mapped (inside) && gtk_widget_is_sensitive (inside)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (inside)), action) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (offers (child, action))
      return TRUE;
  return FALSE;
}

/* A dialog begins where something is written, and an editor as well. */
static void
test_first_focus (void)
{
  ToriWindow *window = open_sample ();
  static const struct
  {
    const char *action;
    gboolean is_of_program;
    const char *type;
  } opened[] = { { "replace", FALSE, "ToriReplaceDialog" },
                 { "new", TRUE, "ToriNewPlanDialog" },
                 { "plan-settings", FALSE, "ToriPlanSettings" } };

  for (guint i = 0; i < G_N_ELEMENTS (opened); i++)
    {
      GtkWindow *dialog;

      tori_test_activate (opened[i].is_of_program ? (gpointer) tori_test_application () : window,
                          opened[i].action);
      tori_test_wait ((dialog = tori_test_find_window (g_type_from_name (opened[i].type))) != NULL);
      tori_test_wait (gtk_window_get_focus (dialog) != NULL);
      g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (dialog)));
      gtk_window_close (dialog);
      tori_test_settle ();
    }
  tori_test_close (window);
}

/* F6 goes to the sidebar and back; where there is none it stays. */
static void
test_across (void)
{
  ToriWindow *window = open_sample ();
  GtkWidget *sidebar = tori_test_find (window, TORI_TYPE_SIDEBAR, NULL);

  gtk_widget_grab_focus (tori_test_find (window, TORI_TYPE_LIST_VIEW, NULL));
  tori_test_settle ();
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), sidebar));
  tori_test_key (GDK_KEY_F6, 0);
  tori_test_wait (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), sidebar));
  tori_test_key (GDK_KEY_F6, 0);
  tori_test_wait (!gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), sidebar));
  tori_test_close (window);
}

/* An empty plan says what comes next: first a pillar, then an initiative. */
static void
test_no_pillars (void)
{
  const ToriYears years = { 2017, 2021, NULL };
  g_autoptr (ToriPlan) plan = tori_plan_new ();
  g_autoptr (ToriPillar) pillar = g_object_new (TORI_TYPE_PILLAR, "title", "便利な窓口", NULL);
  ToriWindow *window;
  ToriHistory *history;

  g_object_set (plan, "id", "plan", "title", "行政改革", "years", &years, "year", 2018, NULL);
  window = tori_test_show_plan (plan);
  history = tori_document_get_history (tori_window_get_document (window));
  tori_test_wait (offers (GTK_WIDGET (window), "win.plan-settings"));
  g_assert_false (offers (GTK_WIDGET (window), "win.add-initiative"));

  tori_edit_add (history, TORI_STEP_PLAN, tori_plan_get_pillars (plan), 0, pillar);
  tori_test_wait (offers (GTK_WIDGET (window), "win.add-initiative"));
  g_assert_false (offers (GTK_WIDGET (window), "win.plan-settings"));
  tori_history_undo (history);
  tori_test_wait (offers (GTK_WIDGET (window), "win.plan-settings"));
  tori_test_close (window);
}

static void
test_add_and_remove (void)
{
  ToriWindow *window = open_sample ();
  ToriPlanView *view = tori_window_get_view (window);
  const guint n = g_list_model_get_n_items (tori_listing_get_model (get_listing (window)));
  g_autoptr (ToriInitiative) first = g_object_ref (tori_plan_view_get_selected (view));

  g_assert_cmpuint (get_count (window, 0), ==, n);
  tori_test_activate (window, "add-initiative");
  tori_test_wait (get_count (window, 0) == n + 1);
  g_assert_true (tori_plan_view_get_selected (view) != first);
  tori_test_activate (window, "undo");
  tori_test_wait (get_count (window, 0) == n);

  tori_plan_view_show_initiative (view, first);
  tori_test_activate (window, "remove-initiative");
  tori_test_wait (get_count (window, 0) == n - 1);
  tori_test_activate (window, "undo");
  tori_test_wait (get_count (window, 0) == n);
  g_assert_false (tori_test_is_enabled (window, "undo"));
  tori_test_activate (window, "redo");
  tori_test_wait (get_count (window, 0) == n - 1);
  tori_test_close (window);
}

/* Undoing shows where it was, whatever hides the place. */
static void
test_undo_shows_place (void)
{
  ToriWindow *window = open_sample ();
  ToriPlanView *view = tori_window_get_view (window);
  ToriHistory *history = tori_document_get_history (tori_window_get_document (window));
  ToriInitiative *initiative = tori_plan_view_get_selected (view);
  ToriEntry *entry = tori_initiative_find_entry (initiative, 2018);
  const int year = tori_listing_get_year (get_listing (window));

  g_assert_cmpint (year, !=, 2018);
  tori_history_type (history, TORI_STEP_NOTE, entry, "note", "メモ");
  tori_plan_view_start_search (view);
  gtk_editable_set_text (tori_test_find (view, GTK_TYPE_SEARCH_ENTRY, NULL), "どこにもない言葉");
  tori_test_wait (g_list_model_get_n_items (tori_listing_get_model (get_listing (window))) == 0);
  tori_test_activate (window, "undo");
  g_assert_cmpint (tori_listing_get_year (get_listing (window)), ==, 2018);
  g_assert_true (tori_plan_view_get_selected (view) == initiative);
  tori_test_close (window);
}

static gboolean
is_selected (ToriWindow *window, int row)
{
  GtkWidget *widget = GTK_WIDGET (tori_test_get_group_row (window, row));

  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_SELECTED) != 0;
}

static void
test_year_and_sidebar (void)
{
  ToriWindow *window = open_sample ();
  GListModel *shown = tori_listing_get_model (get_listing (window));
  const guint all = g_list_model_get_n_items (shown);
  g_autoptr (GVariant) state = NULL;

  g_assert_true (is_selected (window, 0));
  tori_test_choose_group (window, 1);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, get_count (window, 1));
  g_assert_true (is_selected (window, 1));
  g_assert_false (is_selected (window, 0));
  tori_test_activate (window, "show-all");
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, all);
  g_assert_true (is_selected (window, 0));
  g_assert_false (is_selected (window, 1));

  g_action_group_change_action_state (G_ACTION_GROUP (window), "year", g_variant_new_int32 (2017));
  tori_test_wait (get_count (window, 0) == g_list_model_get_n_items (shown));
  g_assert_cmpuint (g_list_model_get_n_items (shown), !=, all);

  tori_listing_set_year (get_listing (window), 2018); /* as undoing does */
  state = g_action_group_get_action_state (G_ACTION_GROUP (window), "year");
  g_assert_cmpint (g_variant_get_int32 (state), ==, 2018);
  tori_test_close (window);
}

/* A heading folds its groups, by mouse or keys; the next window has them folded, too. The arrows walk through
 * all sections. */
static void
test_fold (void)
{
  ToriWindow *window = open_sample ();
  GtkWidget *row = GTK_WIDGET (tori_test_get_group_row (window, 1));
  GtkWidget *expander =
      tori_test_find (tori_test_find (window, TORI_TYPE_SIDEBAR, NULL), GTK_TYPE_EXPANDER, NULL);

  tori_test_wait (gtk_window_is_active (GTK_WINDOW (window)));
  gtk_widget_grab_focus (row);
  tori_test_key (GDK_KEY_Up, 0);
  tori_test_wait (gtk_widget_has_focus (expander));
  tori_test_key (GDK_KEY_Up, 0);
  tori_test_wait (gtk_widget_has_focus (GTK_WIDGET (tori_test_get_group_row (window, 0))));
  tori_test_key (GDK_KEY_Down, 0);
  tori_test_wait (gtk_widget_has_focus (expander));
  tori_test_key (GDK_KEY_space, 0);
  tori_test_wait (!gtk_widget_get_mapped (row));
  tori_test_close (window);

  window = open_sample ();
  row = GTK_WIDGET (tori_test_get_group_row (window, 1));
  expander = tori_test_find (tori_test_find (window, TORI_TYPE_SIDEBAR, NULL), GTK_TYPE_EXPANDER, NULL);
  g_assert_false (gtk_expander_get_expanded (GTK_EXPANDER (expander)));
  g_assert_false (gtk_widget_get_mapped (row));
  gtk_widget_activate (expander);
  tori_test_wait (gtk_widget_get_mapped (row));
  tori_test_close (window);
}

static void
answer_next_year (ToriWindow *window, const char *answer)
{
  GtkWidget *button;

  tori_test_activate (window, "next-year");
  tori_test_wait (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  button = tori_test_find (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG), GTK_TYPE_BUTTON, answer);
  g_assert_nonnull (button);
  tori_test_press (button);
  tori_test_wait (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
}

/* The next year is asked about, begun in one step, and shown; undoing gives the same bytes. */
static void
test_next_year (void)
{
  ToriWindow *window = open_sample ();
  ToriDocument *document = tori_window_get_document (window);
  ToriPlan *plan = tori_document_get_plan (document);
  g_autofree char *before = tori_test_dump (plan);
  g_autofree char *after = NULL;
  const int year = tori_plan_get_year (plan);

  answer_next_year (window, "キャンセル(_C)");
  g_assert_false (tori_history_get_can_undo (tori_document_get_history (document)));

  answer_next_year (window, "始める(_B)");
  tori_test_wait (tori_plan_get_year (plan) == year + 1);
  g_assert_cmpint (tori_listing_get_year (get_listing (window)), ==, year + 1);

  /* After the last year there is none, which is said. */
  g_object_set (plan, "year", tori_plan_get_years (plan)->last, NULL);
  answer_next_year (window, "閉じる(_C)");
  tori_test_activate (window, "undo");
  after = tori_test_dump (plan);
  g_assert_cmpstr (after, ==, before);
  tori_test_close (window);
}

/* Escape ends the search and goes back to the list. */
static void
test_search (void)
{
  ToriWindow *window = open_sample ();
  ToriPlanView *view = tori_window_get_view (window);
  GListModel *shown = tori_listing_get_model (get_listing (window));
  const guint all = g_list_model_get_n_items (shown);
  GtkWidget *entry;

  tori_test_activate (window, "search");
  entry = tori_test_find (view, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "オープンデータ");
  tori_test_wait (g_list_model_get_n_items (shown) < all);
  g_assert_cmpuint (g_list_model_get_n_items (shown), >, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "どこにもない言葉");
  tori_test_wait (g_list_model_get_n_items (shown) == 0);
  g_assert_false (tori_test_is_enabled (window, "edit-initiative"));
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, all);
  tori_test_wait (tori_test_is_enabled (window, "edit-initiative"));
  tori_test_close (window);
}

/* While an input method is composing, its keys find nothing that would take them. */
static void
test_composing (void)
{
  ToriWindow *window = open_sample ();
  GActionGroup *application = G_ACTION_GROUP (tori_test_application ());
  GtkWidget *entry;
  GtkEditable *text;

  tori_test_activate (window, "search");
  entry = tori_test_find (tori_window_get_view (window), GTK_TYPE_SEARCH_ENTRY, NULL);
  text = gtk_editable_get_delegate (GTK_EDITABLE (entry));
  g_signal_emit_by_name (text, "preedit-changed", "か");
  g_assert_false (tori_test_is_enabled (window, "save"));
  g_assert_false (tori_test_is_enabled (window, "close"));
  g_assert_false (g_action_group_get_action_enabled (application, "open"));
  g_signal_emit_by_name (text, "preedit-changed", "");
  g_assert_true (tori_test_is_enabled (window, "save"));
  g_assert_true (g_action_group_get_action_enabled (application, "open"));
  tori_test_close (window);
}

/* Nothing holds a window, its document or its plan when it is gone. */
static void
test_life (void)
{
  ToriWindow *window = open_sample ();
  GtkWidget *settings, *editor;
  gpointer held[] = { window, tori_window_get_document (window), tori_window_get_view (window),
                      get_listing (window), tori_document_get_plan (tori_window_get_document (window)) };
  const char *names[] = { "window", "document", "view", "listing", "plan" };

  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    g_object_add_weak_pointer (held[i], &held[i]);
  tori_test_activate (window, "edit-initiative");
  tori_test_settle ();
  tori_test_activate (window, "plan-settings");
  editor = tori_test_find_window (TORI_TYPE_EDITOR);
  settings = tori_test_find_window (TORI_TYPE_PLAN_SETTINGS);
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  g_object_add_weak_pointer (G_OBJECT (settings), (gpointer *) &settings);
  tori_test_close (window);
  g_assert_null (editor);
  g_assert_null (settings);
  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_null (held[i]);
    }
}

/* What is done with several is one step. */
static void
test_several (void)
{
  ToriWindow *window = open_sample ();
  ToriPlanView *view = tori_window_get_view (window);
  GListModel *shown = tori_listing_get_model (get_listing (window));
  const guint all = g_list_model_get_n_items (shown);
  GtkColumnView *list = tori_test_find (view, GTK_TYPE_COLUMN_VIEW, NULL);
  g_autoptr (GPtrArray) selected = NULL;

  gtk_selection_model_select_range (gtk_column_view_get_model (list), 2, 3, TRUE);
  selected = tori_plan_view_list_selected (view);
  g_assert_cmpuint (selected->len, ==, 3);
  tori_test_activate (window, "remove-initiative");
  tori_test_wait (g_list_model_get_n_items (shown) == all - 3);
  tori_test_activate (window, "undo");
  tori_test_wait (g_list_model_get_n_items (shown) == all);
  g_assert_false (tori_test_is_enabled (window, "undo"));
  tori_test_close (window);
}

/* GTK has nothing to complain about. */
static void
test_shortcuts (void)
{
  ToriWindow *window = open_sample ();
  GtkWindow *shortcuts;

  g_action_group_activate_action (G_ACTION_GROUP (tori_test_application ()), "shortcuts", NULL);
  tori_test_wait ((shortcuts = tori_test_find_window (GTK_TYPE_SHORTCUTS_WINDOW)) != NULL);
  tori_test_wait (gtk_widget_get_height (GTK_WIDGET (shortcuts)) > 0);
  tori_test_wait (gtk_window_is_active (shortcuts));
  gtk_window_close (shortcuts);
  tori_test_wait (tori_test_find_window (GTK_TYPE_SHORTCUTS_WINDOW) == NULL);
  tori_test_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/window/start-page", test_start_page);
  g_test_add_func ("/window/row-follows", test_row_follows);
  g_test_add_func ("/window/focus", test_focus);
  g_test_add_func ("/window/across", test_across);
  g_test_add_func ("/window/first-focus", test_first_focus);
  g_test_add_func ("/window/no-pillars", test_no_pillars);
  g_test_add_func ("/window/add-and-remove", test_add_and_remove);
  g_test_add_func ("/window/undo-shows-place", test_undo_shows_place);
  g_test_add_func ("/window/year-and-sidebar", test_year_and_sidebar);
  g_test_add_func ("/window/fold", test_fold);
  g_test_add_func ("/window/next-year", test_next_year);
  g_test_add_func ("/window/search", test_search);
  g_test_add_func ("/window/composing", test_composing);
  g_test_add_func ("/window/several", test_several);
  g_test_add_func ("/window/shortcuts", test_shortcuts);
  g_test_add_func ("/window/life", test_life);
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
