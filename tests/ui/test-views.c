/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/tori-block.h"
#include "model/tori-department.h"
#include "model/tori-entry.h"
#include "model/tori-item.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"
#include "model/tori-totals.h"
#include "tori-test-input.h"
#include "tori-test-window.h"
#include "ui/tori-card-view.h"
#include "ui/tori-card.h"
#include "ui/tori-editor.h"
#include "ui/tori-initiative-words.h"
#include "ui/tori-preferences.h"
#include "ui/tori-preview-window.h"
#include "ui/tori-search-marks.h"
#include "ui/tori-timeline.h"
#include "ui/tori-totals-view.h"

/* The ways in which the window shows a plan. */

typedef struct
{
  ToriWindow *window;
  ToriPlan *plan;
  ToriPlanView *view;
  ToriListing *listing;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = tori_test_sample_path ();

  f->window = tori_test_open (path);
  f->plan = tori_document_get_plan (tori_window_get_document (f->window));
  f->view = tori_window_get_view (f->window);
  f->listing = tori_plan_view_get_listing (f->view);
  tori_test_wait (gtk_window_is_active (GTK_WINDOW (f->window)));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  tori_test_close (f->window);
}

static guint
count_shown (Fixture *f)
{
  return g_list_model_get_n_items (tori_listing_get_model (f->listing));
}

static guint
count_selected (Fixture *f)
{
  g_autoptr (GPtrArray) selected = tori_plan_view_list_selected (f->view);

  return selected->len;
}

static const char *
get_view (Fixture *f)
{
  g_autofree char *name = NULL;

  g_object_get (f->view, "view", &name, NULL);
  return g_intern_string (name);
}

static gpointer
find (Fixture *f, GType type)
{
  gpointer found = tori_test_find (f->window, type, NULL);

  return found != NULL && gtk_widget_get_mapped (found) ? found : NULL;
}

/* What was copied last, as text. */
static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

/* Copies by the key. Returns: (transfer full): what that put into the clipboard, as text */
static char *
copy (Fixture *f)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (f->window));
  GdkContentProvider *former = gdk_clipboard_get_content (clipboard);
  char *text = NULL;

  tori_test_key (GDK_KEY_c, GDK_CONTROL_MASK);
  tori_test_wait (gdk_clipboard_get_content (clipboard) != former);
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  tori_test_wait (text != NULL);
  return text;
}

/* --- All views --- */

static void
test_switch (Fixture *f, gconstpointer data)
{
  static const struct
  {
    guint key;
    const char *name;
  } views[] = {
    { GDK_KEY_2, "cards" }, { GDK_KEY_3, "schedule" }, { GDK_KEY_4, "totals" }, { GDK_KEY_1, "list" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      tori_test_key (views[i].key, GDK_CONTROL_MASK);
      tori_test_wait (g_str_equal (get_view (f), views[i].name));
    }
}

/* What is selected is the same in all views, and keys find it where they come. */
static void
test_selection (Fixture *f, gconstpointer data)
{
  ToriInitiative *second;

  tori_test_key (GDK_KEY_Down, 0);
  tori_test_wait (count_selected (f) == 1
                  && g_str_equal (tori_initiative_get_number (tori_plan_view_get_selected (f->view)), "2"));
  second = tori_plan_view_get_selected (f->view);
  tori_test_key (GDK_KEY_2, GDK_CONTROL_MASK);
  tori_test_wait (g_str_equal (get_view (f), "cards"));
  g_assert_true (tori_plan_view_get_selected (f->view) == second);
  tori_test_wait (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)), TORI_TYPE_CARD_VIEW)
                  != NULL);
  tori_test_wait (
      (gtk_widget_get_state_flags (gtk_window_get_focus (GTK_WINDOW (f->window))) & GTK_STATE_FLAG_SELECTED)
      != 0);
  tori_test_key (GDK_KEY_Right, GDK_SHIFT_MASK);
  tori_test_wait (count_selected (f) == 2);
  tori_test_key (GDK_KEY_1, GDK_CONTROL_MASK);
  tori_test_wait (g_str_equal (get_view (f), "list"));
  g_assert_cmpuint (count_selected (f), ==, 2);
}

/* --- Cards --- */

static void
test_cards (Fixture *f, gconstpointer data)
{
  ToriHistory *history = tori_document_get_history (tori_window_get_document (f->window));
  ToriInitiative *initiative = tori_plan_view_get_selected (f->view);
  GtkWidget *cards;

  tori_test_key (GDK_KEY_2, GDK_CONTROL_MASK);
  tori_test_wait ((cards = find (f, TORI_TYPE_CARD_VIEW)) != NULL);
  tori_history_type (history, TORI_STEP_TITLE, initiative, "title", "まったく新しい題");
  g_assert_true (tori_test_shows (cards, "① まったく新しい題"));
  tori_test_activate (f->window, "undo");
  g_assert_false (tori_test_shows (cards, "① まったく新しい題"));
  /* The list is not seen and has let go of its rows. */
  g_assert_null (gtk_column_view_get_model (tori_test_find (f->window, GTK_TYPE_COLUMN_VIEW, NULL)));
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (tori_test_find_window (TORI_TYPE_EDITOR) != NULL);
}

/* --- Schedule --- */

static ToriTimeline *
show_schedule (Fixture *f)
{
  ToriTimeline *timeline;

  tori_test_key (GDK_KEY_3, GDK_CONTROL_MASK);
  tori_test_wait ((timeline = find (f, TORI_TYPE_TIMELINE)) != NULL);
  tori_test_wait (gtk_widget_get_height (GTK_WIDGET (timeline)) > 0);
  return timeline;
}

/* What a screen reader says where the keys are. */
static char *
get_spoken (Fixture *f)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->window));

  g_assert_nonnull (focus);
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, "?");
}

static void
press_and_hear (Fixture *f, guint key, GdkModifierType modifiers, const char *expected)
{
  GtkWidget *before = gtk_window_get_focus (GTK_WINDOW (f->window));
  g_autofree char *spoken = NULL;

  tori_test_key (key, modifiers);
  tori_test_wait (gtk_window_get_focus (GTK_WINDOW (f->window)) != before);
  spoken = get_spoken (f);
  g_assert_cmpstr (spoken, ==, expected);
}

/* Keys walk over headings and arrows, and each says what it is. */
static void
test_schedule_keys (Fixture *f, gconstpointer data)
{
  ToriHistory *history = tori_document_get_history (tori_window_get_document (f->window));
  ToriInitiative *first = tori_plan_view_get_selected (f->view);
  const ToriYears *years = tori_plan_get_years (f->plan);
  ToriItem *item = tori_list_get (tori_initiative_get_schedule (first), 0);
  g_autoptr (ToriLanes) lanes = tori_lanes_new ();
  const ToriSpan considered = { .phase = (char *) "検討", .from = years->first, .to = years->first + 1 };
  ToriTimeline *timeline;

  tori_lanes_insert_lane (lanes, 0);
  tori_lanes_add_span (lanes, 0, &considered);
  tori_history_begin (history, TORI_STEP_SPAN);
  tori_history_set_boxed (history, item, "lanes", lanes);
  tori_history_end (history);
  timeline = show_schedule (f);
  tori_test_wait (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)), GTK_WIDGET (timeline)));
  press_and_hear (f, GDK_KEY_Down, 0, "令和元年度の工程はありません");
  press_and_hear (f, GDK_KEY_Home, 0, "検討、平成29年度から平成30年度まで");
  press_and_hear (f, GDK_KEY_Right, 0, "令和元年度の工程はありません");
  press_and_hear (f, GDK_KEY_Left, 0, "検討、平成29年度から平成30年度まで");
  g_assert_true (tori_plan_view_get_selected (f->view) == first);
  press_and_hear (f, GDK_KEY_Home, GDK_CONTROL_MASK, "Ⅰ 市民とともに歩む、開かれた市役所づくり");
  press_and_hear (f, GDK_KEY_End, GDK_CONTROL_MASK, "平成30年度の工程はありません");
  g_assert_true (tori_plan_view_get_selected (f->view) != first);
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (tori_test_find_window (TORI_TYPE_EDITOR) != NULL);
}

/* A click selects the initiative whose arrow it meets; what is at the pointer is what is drawn there. */
static void
test_schedule_pointer (Fixture *f, gconstpointer data)
{
  ToriTimeline *timeline = show_schedule (f);
  const double width = gtk_widget_get_width (GTK_WIDGET (timeline));
  g_autoptr (ToriInitiative) last =
      g_list_model_get_item (tori_listing_get_in_order (f->listing), count_shown (f) - 1);
  GtkAdjustment *scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (timeline));
  GtkAdjustment *sideways = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (timeline));

  tori_plan_view_show_initiative (f->view, last);
  tori_test_wait (gtk_adjustment_get_value (scroll) > 0);
  g_assert_true (tori_plan_view_get_selected (f->view) == last);
  /* The headings of the last pillar and of an initiative stay in sight; the pillar is none. */
  g_assert_null (tori_timeline_pick (timeline, width - 5, 40));
  gtk_adjustment_set_value (scroll, 0);
  tori_test_settle ();
  g_assert_null (tori_timeline_pick (timeline, 20, 5));
  for (double y = 0; y < 400; y += 10)
    if (tori_timeline_pick (timeline, width / 2, y) != NULL)
      {
        tori_test_point (GTK_WIDGET (timeline), width / 2, y);
        tori_test_button (1, TRUE);
        tori_test_button (1, FALSE);
        tori_test_wait (tori_plan_view_get_selected (f->view) == tori_timeline_pick (timeline, width / 2, y));
        break;
      }
  g_assert_true (tori_plan_view_get_selected (f->view) != last);

  g_assert_cmpfloat (gtk_adjustment_get_upper (sideways), ==, gtk_adjustment_get_page_size (sideways));
  tori_timeline_set_zoom (timeline, TORI_TIMELINE_MOST_YEAR);
  tori_test_wait (gtk_adjustment_get_upper (sideways) > gtk_adjustment_get_page_size (sideways));
  tori_test_key (GDK_KEY_0, GDK_CONTROL_MASK);
  tori_test_wait (gtk_adjustment_get_upper (sideways) == gtk_adjustment_get_page_size (sideways));
}

/* Filters, edits and undo while it is shown. */
static void
test_schedule_follows (Fixture *f, gconstpointer data)
{
  ToriTimeline *timeline = show_schedule (f);
  GtkAdjustment *scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (timeline));
  const double all = gtk_adjustment_get_upper (scroll);

  tori_test_choose_group (f->window, 1);
  tori_test_wait (gtk_adjustment_get_upper (scroll) < all);
  tori_test_activate (f->window, "show-all");
  tori_test_wait (gtk_adjustment_get_upper (scroll) == all);
  gtk_widget_grab_focus (GTK_WIDGET (timeline));
  tori_test_key (GDK_KEY_Delete, 0);
  tori_test_wait (gtk_adjustment_get_upper (scroll) < all);
  tori_test_activate (f->window, "undo");
  tori_test_wait (gtk_adjustment_get_upper (scroll) == all);
}

/* --- Totals --- */

static ToriTotalsView *
show_totals (Fixture *f)
{
  ToriTotalsView *totals;

  g_action_group_change_action_state (G_ACTION_GROUP (f->window), "view", g_variant_new_string ("totals"));
  tori_test_wait ((totals = find (f, TORI_TYPE_TOTALS_VIEW)) != NULL);
  return totals;
}

static GtkWidget *
find_number (GtkWidget *inside, guint row, guint column)
{
  if (GTK_IS_BUTTON (inside) && gtk_widget_has_css_class (inside, "number")
      && GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (inside), "tori-row")) == row
      && GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (inside), "tori-column")) == column)
    return inside;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_number (child, row, column);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Each number leads to a list of as many initiatives, whatever the rows stand for. */
static void
test_numbers (Fixture *f, gconstpointer data)
{
  const int year = tori_listing_get_year (f->listing);
  ToriScale *scale = tori_list_get (tori_plan_get_scales (f->plan), 0);
  guint n_tried = 0;

  for (guint by = 0; by <= TORI_TOTALS_BY_DIVISION; by++)
    {
      g_autoptr (ToriTotals) totals = tori_totals_new (f->plan, year, scale, (ToriTotalsBy) by);
      g_autoptr (ToriTotals) before = tori_totals_new_before (totals, f->plan);
      g_autoptr (GArray) levels = tori_totals_list_levels (totals, before);

      /* Of the many departments and divisions some: each number takes a while. */
      for (guint i = 0; i < totals->n_rows; i += by == TORI_TOTALS_BY_PILLAR ? 1 : 5)
        for (guint k = 0; k < levels->len + 2; k++)
          {
            const ToriTotalsRow *row = &totals->rows[i];
            const guint expected =
                k < levels->len
                    ? tori_totals_count_level (totals, row, &g_array_index (levels, ToriTotalsLevel, k))
                    : (k == levels->len ? row->not_assessed : row->count);
            ToriTotalsView *view = show_totals (f);
            GtkWidget *number;

            tori_totals_view_set_by (view, (ToriTotalsBy) by);
            tori_test_settle ();
            number = find_number (GTK_WIDGET (view), i, k);
            if (expected == 0)
              {
                g_assert_null (number);
                continue;
              }
            tori_test_press (number);
            tori_test_settle ();
            g_assert_cmpstr (get_view (f), ==, "list");
            g_assert_cmpuint (count_shown (f), ==, expected);
            tori_test_activate (f->window, "show-all");
            tori_test_settle ();
            n_tried++;
          }
    }
  g_assert_cmpuint (n_tried, >, 20);
}

/* What is searched for and the year count in the totals as everywhere. */
static void
test_totals_follow (Fixture *f, gconstpointer data)
{
  ToriTotalsView *view = show_totals (f);
  ToriCensus *census = tori_listing_get_census (f->listing);
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;
  g_autofree char *total = NULL;

  all = copy (f);
  g_assert_true (g_str_has_prefix (all, "柱\t"));
  tori_census_choose (
      census,
      tori_census_find (census, TORI_GROUP_PILLAR, tori_list_get (tori_plan_get_pillars (f->plan), 1), 0),
      FALSE);
  tori_test_settle ();
  g_assert_true (find (f, TORI_TYPE_TOTALS_VIEW) == view);
  one = copy (f);
  g_assert_cmpstr (one, !=, all);
  total = g_strdup_printf ("\t%u\t", count_shown (f));
  g_assert_nonnull (strstr (strstr (one, "\n計\t"), total));
  g_assert_false (tori_test_is_enabled (f->window, "remove-initiative"));
  g_assert_false (tori_test_is_enabled (f->window, "edit-initiative"));
}

/* A level that is given changes the number that counts it. */
static void
test_totals_edit (Fixture *f, gconstpointer data)
{
  ToriTotalsView *view = show_totals (f);
  ToriHistory *history = tori_document_get_history (tori_window_get_document (f->window));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  ToriInitiative *initiative =
      tori_list_get (tori_pillar_get_initiatives (tori_list_get (tori_plan_get_pillars (f->plan), 0)), 0);

  gtk_widget_grab_focus (GTK_WIDGET (view));
  before = copy (f);
  tori_history_begin (history, TORI_STEP_REMOVE_INITIATIVE);
  tori_history_set_int (history, initiative, "until", tori_listing_get_year (f->listing) - 1);
  tori_history_end (history);
  tori_test_settle ();
  after = copy (f);
  g_assert_cmpstr (after, !=, before);
  tori_test_activate (f->window, "undo");
  tori_test_settle ();
  again = copy (f);
  g_assert_cmpstr (again, ==, before);
}

/* What is looked at is what is offered on paper. */
static void
test_print (Fixture *f, gconstpointer data)
{
  const ToriReportKind kind = (ToriReportKind) GPOINTER_TO_INT (data);
  ToriPreviewWindow *preview;

  if (kind == TORI_REPORT_TOTALS)
    show_totals (f);
  else
    show_schedule (f);
  tori_test_key (GDK_KEY_p, GDK_CONTROL_MASK);
  tori_test_wait ((preview = tori_test_find_window (TORI_TYPE_PREVIEW_WINDOW)) != NULL);
  g_assert_cmpint (tori_report_settings_get (tori_preview_window_get_settings (preview))->kind, ==, kind);
}

/* --- Search --- */

static void
search (Fixture *f, const char *words)
{
  tori_plan_view_start_search (f->view);
  gtk_editable_set_text (tori_test_find (f->view, GTK_TYPE_SEARCH_ENTRY, NULL), words);
  tori_test_wait (g_str_equal (tori_listing_get_search (f->listing), words));
  tori_test_settle ();
}

/* Words in which something is marked. */
static GtkWidget *
find_marked (GtkWidget *inside)
{
  if (GTK_IS_INSCRIPTION (inside) && gtk_inscription_get_attributes (GTK_INSCRIPTION (inside)) != NULL)
    return inside;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_marked (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Where a word stands in a text, the list shows the line; where it stands in the title, it is marked there.
 */
static void
test_marks (Fixture *f, gconstpointer data)
{
  ToriInitiative *first = tori_plan_view_get_selected (f->view);
  const char *text = tori_block_get_text (tori_list_get (
      tori_entry_get_actions (tori_initiative_find_entry (first, tori_listing_get_year (f->listing))), 0));
  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));
  g_autofree char *expected = g_strdup_printf ("取組実績：%s", line);
  g_autofree char *title = tori_initiative_words_title (first, tori_listing_get_year (f->listing));
  PangoAttrList *marks =
      tori_search_marks_new (tori_searcher_get_query (tori_listing_get_searcher (f->listing)), title);

  g_assert_null (marks);
  g_assert_false (tori_test_shows (GTK_WIDGET (f->window), expected));
  search (f, line);
  tori_test_wait (tori_test_shows (GTK_WIDGET (f->window), expected));
  search (f, tori_initiative_get_title (first));
  g_assert_false (tori_test_shows (GTK_WIDGET (f->window), expected));
  marks = tori_search_marks_new (tori_searcher_get_query (tori_listing_get_searcher (f->listing)), title);
  g_assert_nonnull (marks);
  pango_attr_list_unref (marks);
}

/* The same on a card. */
static void
test_marks_on_cards (Fixture *f, gconstpointer data)
{
  ToriInitiative *first = tori_plan_view_get_selected (f->view);
  GtkWidget *card = tori_card_new ();
  ToriSearcher *searcher = tori_listing_get_searcher (f->listing);
  const int year = tori_listing_get_year (f->listing);

  g_object_ref_sink (card);
  search (f, tori_initiative_get_title (first));
  g_assert_null (find_marked (card));
  tori_card_show (TORI_CARD (card), first, year, tori_searcher_get_query (searcher));
  g_assert_nonnull (find_marked (card));
  tori_card_show (TORI_CARD (card), first, year, NULL);
  g_assert_null (find_marked (card));
  tori_card_show (TORI_CARD (card), NULL, 0, NULL);
  g_object_unref (card);

  tori_test_key (GDK_KEY_2, GDK_CONTROL_MASK);
  tori_test_wait ((card = find (f, TORI_TYPE_CARD)) != NULL && find_marked (card) != NULL);
  search (f, "");
  tori_test_wait ((card = find (f, TORI_TYPE_CARD)) != NULL && find_marked (card) == NULL);
}

/* --- Columns --- */

static GtkColumnViewColumn *
get_column (Fixture *f, guint place)
{
  GtkColumnView *list = tori_test_find (f->window, GTK_TYPE_COLUMN_VIEW, NULL);
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (list), place);

  return column;
}

static void
reopen (Fixture *f)
{
  tear_down (f, NULL);
  set_up (f, NULL);
}

/* What is chosen, moved, sized and sorted is so again when the program is started the next time. */
static void
test_columns (Fixture *f, gconstpointer data)
{
  GtkColumnView *list = tori_test_find (f->window, GTK_TYPE_COLUMN_VIEW, NULL);
  GtkColumnViewColumn *title = get_column (f, 1);
  g_autoptr (ToriInitiative) first = NULL;
  g_autofree char *number = NULL;

  g_assert_cmpstr (gtk_column_view_column_get_title (title), ==, "具体的な取組");
  g_assert_false (gtk_column_view_column_get_visible (get_column (f, 7)));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "columns.characters", NULL);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "columns.phases", NULL);
  gtk_column_view_insert_column (list, 0, title);
  gtk_column_view_column_set_fixed_width (title, 333);
  gtk_column_view_sort_by_column (list, get_column (f, 7), GTK_SORT_DESCENDING);
  tori_test_settle ();
  first = g_list_model_get_item (tori_listing_get_model (f->listing), 0);
  number = g_strdup (tori_initiative_get_number (first));
  g_assert_cmpstr (number, !=, "1");

  reopen (f);
  g_assert_cmpstr (gtk_column_view_column_get_title (get_column (f, 0)), ==, "具体的な取組");
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (get_column (f, 0)), ==, 333);
  g_assert_true (gtk_column_view_column_get_visible (get_column (f, 7)));
  g_assert_false (gtk_column_view_column_get_visible (get_column (f, 2)));
  g_clear_object (&first);
  first = g_list_model_get_item (tori_listing_get_model (f->listing), 0);
  g_assert_cmpstr (tori_initiative_get_number (first), ==, number);

  list = tori_test_find (f->window, GTK_TYPE_COLUMN_VIEW, NULL);
  gtk_column_view_sort_by_column (list, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_insert_column (list, 1, get_column (f, 0));
  gtk_column_view_column_set_fixed_width (get_column (f, 1), -1);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "columns.characters", NULL);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "columns.phases", NULL);
  reopen (f);
  g_clear_object (&first);
  first = g_list_model_get_item (tori_listing_get_model (f->listing), 0);
  g_assert_cmpstr (tori_initiative_get_number (first), ==, "1");
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (get_column (f, 1)), ==, -1);
}

/* Each column can be sorted by both ways, and what is equal stays in the order of the plan. */
static void
test_sort (Fixture *f, gconstpointer data)
{
  GtkColumnView *list = tori_test_find (f->window, GTK_TYPE_COLUMN_VIEW, NULL);
  GListModel *model = tori_listing_get_model (f->listing);
  const int year = tori_listing_get_year (f->listing);

  gtk_column_view_sort_by_column (list, get_column (f, 7), GTK_SORT_ASCENDING);
  tori_test_settle ();
  for (guint i = 1; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ToriInitiative) before = g_list_model_get_item (model, i - 1);
      g_autoptr (ToriInitiative) after = g_list_model_get_item (model, i);

      g_assert_cmpuint (tori_initiative_count_characters (before, year), <=,
                        tori_initiative_count_characters (after, year));
    }
  gtk_column_view_sort_by_column (list, get_column (f, 4), GTK_SORT_DESCENDING);
  tori_test_settle ();
  gtk_column_view_sort_by_column (list, get_column (f, 6), GTK_SORT_DESCENDING);
  tori_test_settle ();
  for (guint i = 1; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ToriInitiative) before = g_list_model_get_item (model, i - 1);
      g_autoptr (ToriInitiative) after = g_list_model_get_item (model, i);
      g_autoptr (GDateTime) late = tori_initiative_find_changed (before, year);
      g_autoptr (GDateTime) early = tori_initiative_find_changed (after, year);

      g_assert_true (early == NULL || (late != NULL && g_date_time_compare (late, early) >= 0));
    }
  gtk_column_view_sort_by_column (list, NULL, GTK_SORT_ASCENDING);
}

/* --- What is kept --- */

/* The view, the year and what was chosen in the sidebar are there again. */
static void
test_kept (Fixture *f, gconstpointer data)
{
  ToriCensus *census = tori_listing_get_census (f->listing);
  ToriPillar *pillar = tori_list_get (tori_plan_get_pillars (f->plan), 1);
  ToriScale *scale = tori_list_get (tori_plan_get_scales (f->plan), 0);
  const int year = tori_listing_get_year (f->listing) - 1;
  guint n;

  tori_listing_set_year (f->listing, year);
  tori_census_choose (census, tori_census_find (census, TORI_GROUP_PILLAR, pillar, 0), FALSE);
  tori_census_choose (
      census,
      tori_census_find (census, TORI_GROUP_LEVEL, tori_list_get (tori_scale_get_levels (scale), 0), 0),
      FALSE);
  tori_test_key (GDK_KEY_3, GDK_CONTROL_MASK);
  tori_test_wait (g_str_equal (get_view (f), "schedule"));
  n = count_shown (f);
  g_assert_cmpuint (n, >, 0);
  gtk_window_close (GTK_WINDOW (f->window));
  tori_test_settle ();
  set_up (f, NULL);
  g_assert_cmpstr (get_view (f), ==, "schedule");
  g_assert_cmpint (tori_listing_get_year (f->listing), ==, year);
  g_assert_cmpuint (count_shown (f), ==, n);
  g_assert_cmpuint (n, <, tori_census_get_n_all (tori_listing_get_census (f->listing)));
  tori_test_activate (f->window, "show-all");
  tori_listing_set_year (f->listing, year + 1);
  tori_test_key (GDK_KEY_1, GDK_CONTROL_MASK);
  tori_test_wait (g_str_equal (get_view (f), "list"));
  gtk_window_close (GTK_WINDOW (f->window));
  tori_test_settle ();
  set_up (f, NULL);
  g_assert_cmpstr (get_view (f), ==, "list");
}

/* The font of the list. */
static const char *
get_family (Fixture *f)
{
  GtkWidget *text = tori_test_find (f->window, GTK_TYPE_INSCRIPTION, NULL);

  return pango_font_description_get_family (
      pango_context_get_font_description (gtk_widget_get_pango_context (text)));
}

static void
test_preferences (Fixture *f, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkWindow *preferences;
  GtkFontChooser *font;
  GtkWidget *reset;

  tori_test_key (GDK_KEY_comma, GDK_CONTROL_MASK);
  tori_test_wait ((preferences = tori_test_find_window (TORI_TYPE_PREFERENCES)) != NULL);
  tori_test_wait (gtk_window_is_active (preferences));
  adw_combo_row_set_selected (tori_test_find (preferences, ADW_TYPE_COMBO_ROW, NULL), 2);
  g_assert_true (adw_style_manager_get_dark (style));
  adw_combo_row_set_selected (tori_test_find (preferences, ADW_TYPE_COMBO_ROW, NULL), 0);
  g_assert_false (adw_style_manager_get_dark (style));
  font = tori_test_find (preferences, GTK_TYPE_FONT_BUTTON, NULL);
  g_assert_null (tori_test_find (preferences, GTK_TYPE_BUTTON, "reset-font"));
  gtk_font_chooser_set_font (font, "Noto Serif CJK JP 20");
  tori_test_settle ();
  reset = tori_test_find (preferences, GTK_TYPE_BUTTON, "reset-font");
  g_assert_nonnull (reset);
  tori_test_wait (g_str_equal (get_family (f), "Noto Serif CJK JP")); /* with the next frame */
  tori_test_press (reset);
  g_assert_false (gtk_widget_get_visible (reset));
  tori_test_key (GDK_KEY_Escape, 0);
  tori_test_wait (tori_test_find_window (TORI_TYPE_PREFERENCES) == NULL);
}

/* --- Copying --- */

static void
test_copy_rows (Fixture *f, gconstpointer data)
{
  g_autoptr (ToriInitiative) second = g_list_model_get_item (tori_listing_get_model (f->listing), 1);
  g_autofree char *text = NULL;
  g_autoptr (ToriCells) cells = NULL;

  tori_test_key (GDK_KEY_Down, GDK_SHIFT_MASK);
  tori_test_wait (count_selected (f) == 2);
  text = copy (f);
  cells = tori_cells_new_from_tsv (text);
  g_assert_cmpuint (tori_cells_get_n_rows (cells), ==, 3);
  g_assert_cmpstr (tori_cells_get (cells, 0, 1), ==, "具体的な取組");
  g_assert_cmpstr (tori_cells_get (cells, 2, 0), ==, tori_initiative_get_number (second));
  g_assert_cmpstr (tori_cells_get (cells, 2, 1), ==, tori_initiative_get_title (second));
  g_assert_nonnull (strchr (tori_cells_get (cells, 1, 5), '\n')); /* the lines of a text stay */
}

#define add(name, test) g_test_add ("/views/" name, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  add ("switch", test_switch);
  add ("selection", test_selection);
  add ("cards", test_cards);
  add ("schedule-keys", test_schedule_keys);
  add ("schedule-pointer", test_schedule_pointer);
  add ("schedule-follows", test_schedule_follows);
  add ("numbers", test_numbers);
  add ("totals-follow", test_totals_follow);
  add ("totals-edit", test_totals_edit);
  g_test_add ("/views/totals-print", Fixture, GINT_TO_POINTER (TORI_REPORT_TOTALS), set_up, test_print,
              tear_down);
  g_test_add ("/views/schedule-print", Fixture, GINT_TO_POINTER (TORI_REPORT_SCHEDULE), set_up, test_print,
              tear_down);
  add ("marks", test_marks);
  add ("marks-on-cards", test_marks_on_cards);
  add ("columns", test_columns);
  add ("sort", test_sort);
  add ("kept", test_kept);
  add ("preferences", test_preferences);
  add ("copy-rows", test_copy_rows);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  return tori_test_ui_run (argc, argv, add_tests);
}
