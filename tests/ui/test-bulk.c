/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-division.h"
#include "model/tori-entry.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"
#include "support/tori-test-records.h"
#include "tori-test-input.h"
#include "tori-test-window.h"
#include "ui/tori-divisions-dialog.h"
#include "ui/tori-list-view.h"
#include "ui/tori-paste-dialog.h"
#include "ui/tori-renumber-dialog.h"
#include "ui/tori-replace-dialog.h"
#include "ui/tori-view.h"

/* What is done with several initiatives at once in the window: each is one step, and undone it leaves no byte
 * changed. */

typedef struct
{
  ToriWindow *window;
  ToriPlan *plan;
  ToriPlanView *view;
  ToriHistory *history;
  char *before;
} Fixture;

static GPtrArray *
list_selected (Fixture *f)
{
  return tori_plan_view_list_selected (f->view);
}

static guint
count_selected (Fixture *f)
{
  g_autoptr (GPtrArray) selected = list_selected (f);

  return selected->len;
}

/* The second and third initiative are selected, by keys. */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = tori_test_sample_path ();

  f->window = tori_test_open (path);
  f->plan = tori_document_get_plan (tori_window_get_document (f->window));
  f->view = tori_window_get_view (f->window);
  f->history = tori_document_get_history (tori_window_get_document (f->window));
  f->before = tori_test_dump (f->plan);
  tori_test_wait (gtk_window_is_active (GTK_WINDOW (f->window)));
  tori_test_key (GDK_KEY_Down, 0);
  tori_test_wait (g_str_equal (tori_initiative_get_number (tori_plan_view_get_selected (f->view)), "2"));
  tori_test_key (GDK_KEY_Down, GDK_SHIFT_MASK);
  tori_test_wait (count_selected (f) == 2);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *undone = NULL;

  g_assert_true (tori_history_get_can_undo (f->history));
  tori_test_activate (f->window, "undo");
  g_assert_false (tori_history_get_can_undo (f->history));
  undone = tori_test_dump (f->plan);
  g_assert_cmpstr (undone, ==, f->before);
  g_free (f->before);
  tori_test_settle ();
  tori_test_close (f->window);
}

static void
activate (Fixture *f, const char *action, GVariant *parameter)
{
  g_assert_true (tori_test_is_enabled (f->window, action));
  g_action_group_activate_action (G_ACTION_GROUP (f->window), action, parameter);
}

static void
test_level (Fixture *f, gconstpointer data)
{
  ToriScale *scale = tori_list_get (tori_plan_get_scales (f->plan), 0);
  const char *id = tori_record_get_id (TORI_RECORD (scale));
  const char *level = tori_record_get_id (tori_list_get (tori_scale_get_levels (scale), 2));
  g_autoptr (GPtrArray) selected = list_selected (f);

  activate (f, "set-level", g_variant_new ("(ssi)", id, level, 0));
  for (guint i = 0; i < selected->len; i++)
    {
      ToriEntry *entry = tori_initiative_find_entry (selected->pdata[i], tori_plan_get_year (f->plan));

      g_assert_cmpstr (tori_ratings_find (tori_entry_get_ratings (entry), id)->level, ==, level);
    }
  g_assert_nonnull (tori_test_find (f->window, GTK_TYPE_BUTTON, "元に戻す")); /* in the toast */
}

static void
test_state (Fixture *f, gconstpointer data)
{
  activate (f, "set-state", g_variant_new_int32 (TORI_STATE_CONFIRMED));
  g_assert_cmpint (tori_entry_get_state (tori_initiative_find_entry (tori_plan_view_get_selected (f->view),
                                                                     tori_plan_get_year (f->plan))),
                   ==, TORI_STATE_CONFIRMED);
}

static void
test_divisions (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) selected = list_selected (f);
  GtkWindow *dialog;
  GtkWidget *search;

  activate (f, "set-divisions", NULL);
  tori_test_wait ((dialog = tori_test_find_window (TORI_TYPE_DIVISIONS_DIALOG)) != NULL);
  tori_test_wait (gtk_window_is_active (dialog));
  search = tori_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "人事");
  for (GtkWidget *row = gtk_widget_get_first_child (tori_test_find (dialog, GTK_TYPE_LIST_BOX, NULL));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_check_button_set_active (
        tori_test_find (row, GTK_TYPE_CHECK_BUTTON, NULL),
        g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "人事課"));
  tori_test_press (tori_test_find (dialog, GTK_TYPE_BUTTON, "set"));
  tori_test_wait (tori_test_find_window (TORI_TYPE_DIVISIONS_DIALOG) == NULL);
  for (guint i = 0; i < selected->len; i++)
    {
      const char *const *ids = tori_initiative_get_divisions (selected->pdata[i]);
      ToriRecord *division = tori_plan_find (f->plan, TORI_TYPE_DIVISION, ids[0]);

      g_assert_cmpstr (tori_division_get_name (TORI_DIVISION (division)), ==, "人事課");
      g_assert_null (ids[1]);
    }
}

static void
test_pillar (Fixture *f, gconstpointer data)
{
  ToriPillar *pillar = tori_list_get (tori_plan_get_pillars (f->plan), 2);
  g_autoptr (GPtrArray) selected = list_selected (f);

  activate (f, "set-pillar", g_variant_new_string (tori_record_get_id (TORI_RECORD (pillar))));
  for (guint i = 0; i < selected->len; i++)
    g_assert_true (tori_record_get_parent (selected->pdata[i]) == TORI_RECORD (pillar));
  g_assert_cmpuint (count_selected (f), ==, 2);
}

static void
test_renumber (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) selected = list_selected (f);
  GtkWindow *dialog;
  GtkWidget *prefix;
  GtkWidget *button;

  activate (f, "renumber", NULL);
  tori_test_wait ((dialog = tori_test_find_window (TORI_TYPE_RENUMBER_DIALOG)) != NULL);
  button = tori_test_find (dialog, GTK_TYPE_BUTTON, "renumber");
  g_assert_true (gtk_widget_get_sensitive (button)); /* it begins with the number they have */
  gtk_spin_button_set_value (tori_test_find (dialog, GTK_TYPE_SPIN_BUTTON, NULL), 3);
  g_assert_false (gtk_widget_get_sensitive (button)); /* 4 is another's */
  prefix = tori_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL);
  gtk_spin_button_set_value (tori_test_find (dialog, GTK_TYPE_SPIN_BUTTON, NULL), 1);
  gtk_editable_set_text (GTK_EDITABLE (prefix), "X-");
  g_assert_true (gtk_widget_get_sensitive (button));
  tori_test_press (button);
  g_assert_cmpstr (tori_initiative_get_number (selected->pdata[0]), ==, "X-1");
  g_assert_cmpstr (tori_initiative_get_number (selected->pdata[1]), ==, "X-2");
}

static void
test_duplicate (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) selected = list_selected (f);
  g_autoptr (GPtrArray) copies = NULL;

  tori_test_key (GDK_KEY_d, GDK_CONTROL_MASK);
  tori_test_wait (tori_history_get_can_undo (f->history));
  copies = list_selected (f);
  g_assert_cmpuint (copies->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (copies->pdata[i] != selected->pdata[i]);
      g_assert_cmpstr (tori_initiative_get_title (copies->pdata[i]), ==,
                       tori_initiative_get_title (selected->pdata[i]));
    }
}

static guint
get_place (gpointer record)
{
  guint place;

  g_assert_true (tori_list_find (tori_record_get_list (record), record, &place));
  return place;
}

/* Two at once, by keys, and with them in the selection and under the keys. */
static void
test_move (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) selected = list_selected (f);

  g_assert_cmpuint (get_place (selected->pdata[0]), ==, 1);
  tori_test_key (GDK_KEY_Up, GDK_ALT_MASK);
  tori_test_wait (get_place (selected->pdata[0]) == 0);
  g_assert_cmpuint (get_place (selected->pdata[1]), ==, 1);
  g_assert_cmpuint (count_selected (f), ==, 2);
  tori_test_activate (f->window, "undo");
  tori_plan_view_select (f->view, selected);
  tori_test_key (GDK_KEY_Down, GDK_ALT_MASK);
  tori_test_wait (get_place (selected->pdata[0]) == 2);
  g_assert_cmpuint (get_place (selected->pdata[1]), ==, 3);
}

static GtkWidget *
get_row (Fixture *f, guint place)
{
  GtkWidget *row = gtk_widget_get_first_child (tori_test_find (f->view, GTK_TYPE_LIST_VIEW, NULL));

  for (guint i = 0; i < place; i++)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller); /* the widget has it */
    }
  return NULL;
}

/* What the list does with what is dragged over it and dropped. (A whole drag through the X server has no drop
 * target under Xvfb: GTK 4.8 is never told of its place.) */
static void
test_drop (Fixture *f, gconstpointer data)
{
  ToriList *list = tori_pillar_get_initiatives (tori_list_get (tori_plan_get_pillars (f->plan), 0));
  ToriInitiative *second = tori_plan_view_get_selected (f->view);
  GtkWidget *view = tori_test_find (f->view, TORI_TYPE_LIST_VIEW, NULL);
  GtkWidget *row = get_row (f, 4);
  GtkDropTarget *target = find_drop_target (view);
  g_auto (GValue) value = G_VALUE_INIT;
  GdkDragAction action = 0;
  gboolean taken = FALSE;
  double x, y;

  gtk_widget_translate_coordinates (row, view, 60, gtk_widget_get_height (row) - 4, &x, &y);
  g_signal_emit_by_name (target, "motion", x, y, &action);
  g_assert_cmpint (action, ==, GDK_ACTION_MOVE);
  g_assert_true (gtk_widget_has_css_class (row, "drop-after"));
  g_value_init (&value, TORI_TYPE_LISTING);
  g_value_set_object (&value, tori_plan_view_get_listing (f->view));
  g_signal_emit_by_name (target, "drop", &value, x, y, &taken);
  g_assert_true (taken);
  g_assert_false (gtk_widget_has_css_class (row, "drop-after"));
  g_assert_true (tori_list_get (list, 3) == second);
  g_assert_cmpuint (count_selected (f), ==, 2);
}

/* Behind the last of a pillar comes the beginning of the next one. */
static void
test_move_on (Fixture *f, gconstpointer data)
{
  ToriList *first = tori_pillar_get_initiatives (tori_list_get (tori_plan_get_pillars (f->plan), 0));
  ToriPillar *second = tori_list_get (tori_plan_get_pillars (f->plan), 1);
  ToriInitiative *last = NULL;

  for (guint i = 0; i < tori_list_get_length (first); i++)
    if (tori_initiative_covers_year (tori_list_get (first, i), tori_plan_get_year (f->plan)))
      last = tori_list_get (first, i);
  tori_plan_view_show_initiative (f->view, last);
  tori_test_activate (f->window, "move-down");
  g_assert_true (tori_record_get_parent (TORI_RECORD (last)) == TORI_RECORD (second));
  g_assert_cmpuint (get_place (last), ==, 0);
}

/* Alt and an arrow do the same in the cards and in the schedule. */
static void
test_move_elsewhere (Fixture *f, gconstpointer data)
{
  ToriInitiative *second = NULL;
  GtkWidget *view;

  tori_test_key (GDK_KEY_Up, 0);
  tori_test_wait (count_selected (f) == 1);
  second = tori_plan_view_get_selected (f->view);
  tori_test_key (GPOINTER_TO_UINT (data), GDK_CONTROL_MASK);
  tori_test_wait (
      (view = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)), TORI_TYPE_VIEW)) != NULL
      && !TORI_IS_LIST_VIEW (view));
  tori_test_settle ();
  g_assert_cmpuint (get_place (second), ==, 1);
  tori_test_key (GDK_KEY_Up, GDK_ALT_MASK);
  tori_test_wait (get_place (second) == 0);
}

/* What is sorted by something else has no place to be moved to. */
static void
test_sorted (Fixture *f, gconstpointer data)
{
  GtkColumnView *list = tori_test_find (f->view, GTK_TYPE_COLUMN_VIEW, NULL);
  g_autoptr (GtkColumnViewColumn) title = g_list_model_get_item (gtk_column_view_get_columns (list), 1);

  gtk_column_view_sort_by_column (list, title, GTK_SORT_DESCENDING);
  tori_test_wait (!tori_test_is_enabled (f->window, "move-up"));
  g_assert_true (tori_test_is_enabled (f->window, "duplicate"));
  gtk_column_view_sort_by_column (list, NULL, GTK_SORT_ASCENDING);
  tori_test_wait (tori_test_is_enabled (f->window, "move-up"));
  activate (f, "set-state", g_variant_new_int32 (TORI_STATE_RETURNED));
}

static void
test_pillars (Fixture *f, gconstpointer data)
{
  ToriList *pillars = tori_plan_get_pillars (f->plan);
  ToriPillar *first = tori_list_get (pillars, 0);

  gtk_widget_grab_focus (GTK_WIDGET (tori_test_get_group_row (f->window, 1)));
  tori_test_key (GDK_KEY_Down, GDK_ALT_MASK);
  tori_test_wait (tori_list_get (pillars, 1) == first);
  /* The focus goes with it. */
  tori_test_wait (gtk_window_get_focus (GTK_WINDOW (f->window))
                  == GTK_WIDGET (tori_test_get_group_row (f->window, 2)));
}

/* How often an action stands in a menu and those inside of it. */
static guint
count_items (GMenuModel *menu, const char *action)
{
  guint n = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
      g_autofree char *name = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &name))
        n += g_str_equal (name, action) ? 1 : 0;
      for (guint k = 0; k < G_N_ELEMENTS (links); k++)
        {
          g_autoptr (GMenuModel) link = g_menu_model_get_item_link (menu, i, links[k]);

          n += link == NULL ? 0 : count_items (link, action);
        }
    }
  return n;
}

/* Everything that can be done stands in the menu, which knows the plan's levels and pillars. */
static void
test_menu (Fixture *f, gconstpointer data)
{
  ToriScale *scale = tori_list_get (tori_plan_get_scales (f->plan), 0);
  GMenuModel *model;
  GtkWidget *menu;

  tori_test_key (GDK_KEY_F10, GDK_SHIFT_MASK);
  tori_test_wait ((menu = tori_test_find (f->view, GTK_TYPE_POPOVER_MENU, NULL)) != NULL);
  tori_test_wait (gtk_widget_get_mapped (menu));
  model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu));
  g_assert_cmpuint (count_items (model, "win.set-pillar"), ==,
                    tori_list_get_length (tori_plan_get_pillars (f->plan)));
  g_assert_cmpuint (count_items (model, "win.set-state"), ==, TORI_STATE_CONFIRMED + 1);
  g_assert_cmpuint (count_items (model, "win.set-level"), >,
                    tori_list_get_length (tori_scale_get_levels (scale)));
  g_assert_cmpuint (count_items (model, "win.paste"), ==, 1);
  gtk_popover_popdown (GTK_POPOVER (menu));
  activate (f, "set-state", g_variant_new_int32 (TORI_STATE_RETURNED));
}

static GtkWidget *
open_history (Fixture *f)
{
  GtkMenuButton *button = tori_test_find (f->window, GTK_TYPE_MENU_BUTTON, "history");
  GtkWidget *popover;

  gtk_menu_button_popup (button);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  tori_test_wait (gtk_widget_get_mapped (popover));
  return tori_test_find (popover, GTK_TYPE_LIST_BOX, NULL);
}

/* Three steps are undone by one choice, and two of them done again by another. */
static void
test_history (Fixture *f, gconstpointer data)
{
  GtkWidget *list;

  activate (f, "set-state", g_variant_new_int32 (TORI_STATE_CONFIRMED));
  activate (f, "set-state", g_variant_new_int32 (TORI_STATE_SUBMITTED));
  activate (f, "duplicate", NULL);
  g_assert_cmpuint (tori_history_get_n_done (f->history), ==, 3);
  list = open_history (f);
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 4)); /* three steps and the present */
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 3), "activate");
  tori_test_wait (tori_history_get_n_done (f->history) == 0);
  g_assert_cmpuint (tori_history_get_n_steps (f->history), ==, 3);
  list = open_history (f);
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1), "activate");
  tori_test_wait (tori_history_get_n_done (f->history) == 2);
  tori_history_go_to (f->history, 1); /* the last is undone by all */
}

static void
test_replace (Fixture *f, gconstpointer data)
{
  ToriInitiative *initiative = tori_plan_view_get_selected (f->view);
  g_autofree char *title = g_strdup (tori_initiative_get_title (initiative));
  GtkWindow *dialog;

  tori_test_key (GDK_KEY_h, GDK_CONTROL_MASK);
  tori_test_wait ((dialog = tori_test_find_window (TORI_TYPE_REPLACE_DIALOG)) != NULL);
  g_assert_false (gtk_widget_get_sensitive (tori_test_find (dialog, GTK_TYPE_BUTTON, "replace")));
  gtk_editable_set_text (tori_test_find (dialog, ADW_TYPE_ENTRY_ROW, "find"), title);
  gtk_editable_set_text (tori_test_find (dialog, ADW_TYPE_ENTRY_ROW, "with"), "別の題");
  tori_test_press (tori_test_find (dialog, GTK_TYPE_BUTTON, "replace"));
  tori_test_wait (tori_test_find_window (TORI_TYPE_REPLACE_DIALOG) == NULL);
  g_assert_cmpstr (tori_initiative_get_title (initiative), ==, "別の題");
}

/* --- Pasting --- */

static ToriPasteDialog *
paste (Fixture *f, const char *tsv)
{
  ToriPasteDialog *dialog;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (f->window)), tsv);
  tori_test_key (GDK_KEY_v, GDK_CONTROL_MASK);
  tori_test_wait ((dialog = tori_test_find_window (TORI_TYPE_PASTE_DIALOG)) != NULL);
  return dialog;
}

static void
accept (ToriPasteDialog *dialog)
{
  tori_test_press (tori_test_find (dialog, GTK_TYPE_BUTTON, "paste"));
  tori_test_wait (tori_test_find_window (TORI_TYPE_PASTE_DIALOG) == NULL);
}

/* A row whose number is known changes that initiative, another becomes a new one; what the plan does not have
 * is named before. */
static void
test_paste (Fixture *f, gconstpointer data)
{
  ToriInitiative *second = tori_plan_view_get_selected (f->view);
  ToriPasteDialog *dialog = paste (f, "番号\t具体的な取組\t担当課\t取組達成度\t備考\n"
                                      "2\t新しい題\t\t達成\t\"一行目\n二行目\"\n"
                                      "99\t別の取組\t人事課、宇宙課\t\t\n"
                                      "９９\t\t\t\t後の行\n");
  ToriPaste *job = tori_paste_dialog_get_paste (dialog);
  g_autofree char *words = NULL;
  g_autofree char *problems = NULL;
  g_autoptr (GPtrArray) touched = NULL;
  ToriInitiative *made;

  g_assert_cmpuint (tori_paste_get_n_rows (job), ==, 3);
  g_assert_cmpint (tori_paste_describe (job, 1, &words, &problems), ==, TORI_PASTE_NEW);
  g_assert_cmpstr (problems, ==, "「宇宙課」という課はありません。");
  accept (dialog);
  g_assert_cmpstr (tori_initiative_get_title (second), ==, "新しい題");
  g_assert_cmpstr (tori_entry_get_note (tori_initiative_find_entry (second, tori_plan_get_year (f->plan))),
                   ==, "一行目\n二行目");
  touched = list_selected (f);
  g_assert_cmpuint (touched->len, ==, 2);
  made = touched->pdata[1] == second ? touched->pdata[0] : touched->pdata[1];
  g_assert_cmpstr (tori_initiative_get_number (made), ==, "99");
  g_assert_cmpstr (tori_initiative_get_title (made), ==, "別の取組");
  /* A later row with the number of a new initiative goes on with it. */
  g_assert_cmpstr (tori_entry_get_note (tori_initiative_find_entry (made, tori_plan_get_year (f->plan))), ==,
                   "後の行");
  g_assert_nonnull (tori_initiative_get_divisions (made)[0]);
  g_assert_null (tori_initiative_get_divisions (made)[1]);
}

/* What was copied and comes back unchanged changes nothing. */
static void
test_paste_same (Fixture *f, gconstpointer data)
{
  ToriPasteDialog *dialog;

  tori_test_key (GDK_KEY_c, GDK_CONTROL_MASK);
  tori_test_wait (gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (f->window))) != NULL);
  tori_test_key (GDK_KEY_v, GDK_CONTROL_MASK);
  tori_test_wait ((dialog = tori_test_find_window (TORI_TYPE_PASTE_DIALOG)) != NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *words = NULL;
      g_autofree char *problems = NULL;

      g_assert_cmpint (tori_paste_describe (tori_paste_dialog_get_paste (dialog), i, &words, &problems), ==,
                       TORI_PASTE_NOTHING);
      g_assert_cmpstr (problems, ==, "");
    }
  g_assert_false (gtk_widget_get_sensitive (tori_test_find (dialog, GTK_TYPE_BUTTON, "paste")));
  gtk_window_close (GTK_WINDOW (dialog));
  activate (f, "set-state", g_variant_new_int32 (TORI_STATE_RETURNED));
}

/* Titles alone, as somebody has them in a list, become initiatives. */
static void
test_paste_titles (Fixture *f, gconstpointer data)
{
  const guint before =
      g_list_model_get_n_items (tori_listing_get_model (tori_plan_view_get_listing (f->view)));

  ToriPasteDialog *dialog = paste (f, "一つ目の取組\n二つ目の取組\n");
  GtkCheckButton *heads = tori_test_find (dialog, GTK_TYPE_CHECK_BUTTON, NULL);

  g_assert_false (gtk_check_button_get_active (heads));
  gtk_check_button_set_active (heads, TRUE);
  g_assert_cmpuint (tori_paste_get_n_rows (tori_paste_dialog_get_paste (dialog)), ==, 1);
  gtk_check_button_set_active (heads, FALSE);
  accept (dialog);
  g_assert_cmpuint (g_list_model_get_n_items (tori_listing_get_model (tori_plan_view_get_listing (f->view))),
                    ==, before + 2);
}

#define add(name, test) g_test_add ("/bulk/" name, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  add ("level", test_level);
  add ("state", test_state);
  add ("divisions", test_divisions);
  add ("pillar", test_pillar);
  add ("renumber", test_renumber);
  add ("duplicate", test_duplicate);
  add ("move", test_move);
  add ("drop", test_drop);
  add ("move-on", test_move_on);
  g_test_add ("/bulk/move-in-cards", Fixture, GUINT_TO_POINTER (GDK_KEY_2), set_up, test_move_elsewhere,
              tear_down);
  g_test_add ("/bulk/move-in-schedule", Fixture, GUINT_TO_POINTER (GDK_KEY_3), set_up, test_move_elsewhere,
              tear_down);
  add ("sorted", test_sorted);
  add ("pillars", test_pillars);
  add ("menu", test_menu);
  add ("history", test_history);
  add ("replace", test_replace);
  add ("paste", test_paste);
  add ("paste-same", test_paste_same);
  add ("paste-titles", test_paste_titles);
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
