/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-preview-window.h"

#include "model/tori-block.h"
#include "model/tori-edit.h"
#include "report/tori-report.h"
#include "support/tori-test-plans.h"
#include "tori-test-input.h"
#include "tori-test-preview.h"
#include "ui/tori-approval-row.h"
#include "ui/tori-editor-about.h"
#include "ui/tori-editor-head.h"
#include "ui/tori-editor-schedule.h"
#include "ui/tori-editor.h"
#include "ui/tori-length-row.h"
#include "ui/tori-new-plan.h"
#include "ui/tori-plan-settings.h"
#include "ui/tori-text-field.h"

/* The preview: its pages, its options, and that it follows the plan. */

typedef struct
{
  ToriWindow *window;
  ToriPlan *plan;
  ToriHistory *history;
  ToriPreviewWindow *preview;
  ToriPageViewer *viewer;
} Fixture;

static void
open_preview (Fixture *fixture)
{
  fixture->preview = tori_test_open_preview (fixture->window);
  fixture->viewer = tori_preview_window_get_viewer (fixture->preview);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = tori_test_sample_path ();

  fixture->window = tori_test_open (path);
  fixture->plan = tori_document_get_plan (tori_window_get_document (fixture->window));
  fixture->history = tori_document_get_history (tori_window_get_document (fixture->window));
  open_preview (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tori_test_close (fixture->window);
  g_assert_null (tori_test_find_window (TORI_TYPE_PREVIEW_WINDOW));
}

static gboolean
shows (Fixture *fixture, const char *row)
{
  return tori_test_find (fixture->preview, ADW_TYPE_PREFERENCES_ROW, row) != NULL;
}

static guint
count_pages (ToriPlan *plan, const ToriReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPages) pages = tori_report_lay_out (plan, options, &error);

  g_assert_no_error (error);
  return tori_pages_get_n_pages (pages);
}

/* --- Options -------------------------------------------------------------------------------------------- */

static void
test_extent (Fixture *fixture, gconstpointer data)
{
  const ToriReportOptions options = { .paper = TORI_PAPER_A4 };
  const guint n = count_pages (fixture->plan, &options);
  g_autofree char *extent = g_strdup_printf ("%uページ、A4横", n);
  AdwWindowTitle *title = tori_test_find (fixture->preview, ADW_TYPE_WINDOW_TITLE, NULL);

  g_assert_cmpuint (tori_page_viewer_get_n_pages (fixture->viewer), ==, n);
  g_assert_cmpstr (adw_window_title_get_subtitle (title), ==, extent);
}

static void
test_paper (Fixture *fixture, gconstpointer data)
{
  const guint a4 = tori_page_viewer_get_n_pages (fixture->viewer);
  const guint a3 = tori_test_set_option (fixture->preview, "paper", TORI_PAPER_A3);
  const guint portrait = tori_test_set_option (fixture->preview, "orientation", 1);
  const guint large = tori_test_set_option (fixture->preview, "font-size", 8);
  AdwWindowTitle *title = tori_test_find (fixture->preview, ADW_TYPE_WINDOW_TITLE, NULL);
  double width, height;

  g_assert_cmpuint (a3, <, a4);
  g_assert_cmpuint (large, >, portrait);
  g_assert_nonnull (strstr (adw_window_title_get_subtitle (title), "A3縦"));
  tori_pages_get_size (tori_page_viewer_get_pages (fixture->viewer), &width, &height);
  g_assert_cmpfloat (width, <, height);
}

/* What a kind does not have is not there. */
static void
test_kind (Fixture *fixture, gconstpointer data)
{
  const guint all = tori_page_viewer_get_n_pages (fixture->viewer);
  guint departments, one;

  g_assert_false (shows (fixture, "part"));
  g_assert_false (shows (fixture, "form"));
  g_assert_true (shows (fixture, "widths"));

  departments = tori_test_set_option (fixture->preview, "kind", TORI_REPORT_DEPARTMENT);
  g_assert_true (shows (fixture, "part"));
  g_assert_true (shows (fixture, "form"));
  one = tori_test_set_option (fixture->preview, "part", 1);
  g_assert_cmpuint (one, <, departments);
  tori_test_set_option (fixture->preview, "form", TORI_REPORT_FORM_BLOCKS);
  g_assert_false (shows (fixture, "widths"));

  g_assert_cmpuint (tori_test_set_option (fixture->preview, "kind", TORI_REPORT_TABLE), ==, all);
  g_assert_true (shows (fixture, "widths"));
}

static void
test_year (Fixture *fixture, gconstpointer data)
{
  const ToriYears *years = tori_plan_get_years (fixture->plan);

  tori_test_set_option (fixture->preview, "year", 0);
  g_assert_cmpint (tori_report_settings_get (tori_preview_window_get_settings (fixture->preview))->year, ==,
                   years->first);
}

/* Lengths are typed with a unit or without, in wide figures too. */
static void
test_lengths (Fixture *fixture, gconstpointer data)
{
  ToriReportSettings *settings = tori_preview_window_get_settings (fixture->preview);
  AdwExpanderRow *margins = tori_test_find (fixture->preview, ADW_TYPE_EXPANDER_ROW, "margins");
  ToriLengthRow *row;
  GtkSpinButton *spin;
  static const struct
  {
    const char *typed;
    double length;
  } cases[] = { { "30", 30 }, { "３２．５", 32.5 }, { "28 mm", 28 },   { "3", 10 },
                { "", 0 },    { "1000", 50 },       { "そのまま", 0 }, { "0", 0 } };

  adw_expander_row_set_expanded (margins, TRUE);
  row = tori_test_find (margins, TORI_TYPE_LENGTH_ROW, NULL);
  spin = tori_test_find (row, GTK_TYPE_SPIN_BUTTON, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "自動");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (spin), cases[i].typed);
      gtk_spin_button_update (spin);
      g_assert_cmpfloat (tori_length_row_get_length (row), ==, cases[i].length);
      g_assert_cmpfloat (tori_report_settings_get (settings)->margins.left, ==, cases[i].length);
    }
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "自動");
}

static void
test_approvals (Fixture *fixture, gconstpointer data)
{
  ToriReportSettings *settings = tori_preview_window_get_settings (fixture->preview);
  ToriApprovalRow *row = tori_test_find (fixture->preview, TORI_TYPE_APPROVAL_ROW, NULL);
  GtkWidget *entry;
  guint n;

  g_assert_null (tori_report_settings_get (settings)->approvals);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), TRUE);
  n = g_strv_length ((char **) tori_report_settings_get (settings)->approvals);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpstr (tori_report_settings_get (settings)->approvals[0], ==, "部長");

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  entry = tori_test_find (row, ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "市長");
  g_assert_cmpstr (tori_report_settings_get (settings)->approvals[0], ==, "市長");
  tori_test_press (tori_test_find (row, GTK_TYPE_BUTTON, "add-box"));
  g_assert_cmpuint (g_strv_length ((char **) tori_report_settings_get (settings)->approvals), ==, n + 1);
  tori_test_press (tori_test_find (entry, GTK_TYPE_BUTTON, "remove-box"));
  g_assert_cmpuint (g_strv_length ((char **) tori_report_settings_get (settings)->approvals), ==, n);
  g_assert_cmpstr (tori_report_settings_get (settings)->approvals[0], ==, "課長");

  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), FALSE);
  g_assert_null (tori_report_settings_get (settings)->approvals);
  tori_test_wait_for_pages (fixture->preview);
}

static void
test_date (Fixture *fixture, gconstpointer data)
{
  ToriReportSettings *settings = tori_preview_window_get_settings (fixture->preview);
  GtkWidget *entry;

  g_assert_null (tori_report_settings_get (settings)->date);
  g_assert_false (shows (fixture, "date-text"));
  tori_test_set_option (fixture->preview, "date", 1);
  g_assert_cmpstr (tori_report_settings_get (settings)->date, ==, "");
  tori_test_set_option (fixture->preview, "date", 2);
  entry = tori_test_find (fixture->preview, ADW_TYPE_ENTRY_ROW, "date-text");
  g_assert_cmpstr (tori_report_settings_get (settings)->date, !=, "");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_true (shows (fixture, "date-text"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "令和2年7月");
  g_assert_cmpstr (tori_report_settings_get (settings)->date, ==, "令和2年7月");
  tori_test_wait_for_pages (fixture->preview);
}

/* Each kind comes back as it was; what belongs to the plan does not. */
static void
test_remembered (Fixture *fixture, gconstpointer data)
{
  const ToriReportOptions *options;

  tori_test_set_option (fixture->preview, "paper", TORI_PAPER_A3);
  tori_test_set_option (fixture->preview, "date", 1);
  tori_test_set_option (fixture->preview, "year", 0);
  tori_test_set_option (fixture->preview, "kind", TORI_REPORT_DIVISION);
  g_assert_cmpuint (tori_report_settings_get (tori_preview_window_get_settings (fixture->preview))->paper, ==,
                    TORI_PAPER_A4);
  tori_test_set_option (fixture->preview, "binding", TORI_BINDING_TOP);
  tori_test_set_option (fixture->preview, "part", 1);
  gtk_window_close (GTK_WINDOW (fixture->preview));
  tori_test_wait (tori_test_find_window (TORI_TYPE_PREVIEW_WINDOW) == NULL);

  open_preview (fixture);
  options = tori_report_settings_get (tori_preview_window_get_settings (fixture->preview));
  g_assert_cmpuint (options->kind, ==, TORI_REPORT_TABLE);
  g_assert_cmpuint (options->paper, ==, TORI_PAPER_A3);
  g_assert_cmpuint (options->binding, ==, TORI_BINDING_LEFT);
  g_assert_cmpstr (options->date, ==, "");
  g_assert_cmpint (options->year, ==, tori_plan_get_year (fixture->plan));
  tori_test_set_option (fixture->preview, "kind", TORI_REPORT_DIVISION);
  options = tori_report_settings_get (tori_preview_window_get_settings (fixture->preview));
  g_assert_cmpuint (options->paper, ==, TORI_PAPER_A4);
  g_assert_cmpuint (options->binding, ==, TORI_BINDING_TOP);
  g_assert_null (options->only);
  g_assert_null (options->date);

  tori_test_set_option (fixture->preview, "binding", TORI_BINDING_LEFT);
  tori_test_set_option (fixture->preview, "kind", TORI_REPORT_TABLE);
  tori_test_set_option (fixture->preview, "paper", TORI_PAPER_A4);
  tori_test_set_option (fixture->preview, "date", 0);
  gtk_window_close (GTK_WINDOW (fixture->preview));
}

/* --- Following the plan --------------------------------------------------------------------------------- */

typedef struct
{
  const char *words;
  gboolean found;
} Looking;

static void
area_cb (const ToriPageArea *area, gpointer data)
{
  Looking *looking = data;

  looking->found = looking->found || (area->text != NULL && strstr (area->text, looking->words) != NULL);
}

static gboolean
says (Fixture *fixture, const char *words)
{
  ToriPages *pages = tori_page_viewer_get_pages (fixture->viewer);
  Looking looking = { words, FALSE };

  for (guint i = 0; i < tori_pages_get_n_pages (pages); i++)
    tori_pages_foreach_area (pages, i, area_cb, &looking);
  return looking.found;
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  ToriPillar *pillar = tori_list_get (tori_plan_get_pillars (fixture->plan), 0);
  ToriInitiative *initiative = tori_list_get (tori_pillar_get_initiatives (pillar), 0);
  ToriEntry *entry = tori_initiative_find_entry (initiative, tori_plan_get_year (fixture->plan));
  ToriBlock *block = tori_list_get (tori_entry_get_actions (entry), 0);
  ToriPages *pages;
  g_autofree char *text = g_strconcat (tori_block_get_text (block), "書き足し", NULL);

  /* The first change of the day gives the report another date. */
  tori_history_type (fixture->history, TORI_STEP_ACTIONS, block, "text", "書き始め");
  tori_test_wait_for_pages (fixture->preview);
  g_assert_true (says (fixture, "書き始め"));

  /* Words: the same pages, of which a row is set anew. */
  pages = tori_page_viewer_get_pages (fixture->viewer);
  tori_history_type (fixture->history, TORI_STEP_ACTIONS, block, "text", text);
  tori_test_wait_for_pages (fixture->preview);
  g_assert_true (tori_page_viewer_get_pages (fixture->viewer) == pages);
  g_assert_true (says (fixture, "書き足し"));

  /* A row more: laid out anew. */
  initiative = tori_edit_add_initiative (fixture->history, pillar, 0);
  tori_history_type (fixture->history, TORI_STEP_TITLE, initiative, "title", "加わった取組");
  tori_test_wait_for_pages (fixture->preview);
  g_assert_true (says (fixture, "加わった取組"));

  tori_history_undo (fixture->history);
  tori_history_undo (fixture->history);
  tori_test_wait_for_pages (fixture->preview);
  g_assert_false (says (fixture, "加わった取組"));
}

/* A department that goes is not asked for any more. */
static void
test_part_goes (Fixture *fixture, gconstpointer data)
{
  ToriReportSettings *settings = tori_preview_window_get_settings (fixture->preview);
  guint all = tori_test_set_option (fixture->preview, "kind", TORI_REPORT_DIVISION);
  g_autofree char *id = NULL;

  tori_test_set_option (fixture->preview, "part", 1);
  id = g_strdup (tori_report_settings_get (settings)->only[0]);
  for (int year = tori_plan_get_years (fixture->plan)->first; year < tori_plan_get_year (fixture->plan);
       year++)
    {
      g_autoptr (GPtrArray) parts = tori_report_list_parts (fixture->plan, TORI_REPORT_DIVISION, year);
      gboolean found = FALSE;

      for (guint i = 0; i < parts->len; i++)
        found = found || g_str_equal (((ToriReportPart *) parts->pdata[i])->id, id);
      tori_test_set_option (fixture->preview, "year",
                            (guint) (year - tori_plan_get_years (fixture->plan)->first));
      if (!found)
        {
          g_assert_null (tori_report_settings_get (settings)->only);
          return;
        }
      g_assert_cmpstr (tori_report_settings_get (settings)->only[0], ==, id);
    }
  g_assert_cmpuint (all, >, 0);
}

/* Whether the focus of the editor is in a field that shows this. */
static gboolean
is_at (ToriEditor *editor, gpointer record, const char *property)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (editor));

  return TORI_IS_TEXT_FIELD (focus) && tori_text_field_get_record (TORI_TEXT_FIELD (focus)) == record
         && g_strcmp0 (tori_text_field_get_property_name (TORI_TEXT_FIELD (focus)), property) == 0;
}

static gboolean
is_inside (ToriEditor *editor, GType type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (editor));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

/* A cell leads to the field where it is written, in the year that is on paper. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  ToriPillar *pillar = tori_list_get (tori_plan_get_pillars (fixture->plan), 0);
  ToriInitiative *initiative = tori_list_get (tori_pillar_get_initiatives (pillar), 1);
  ToriEntry *former = tori_list_get (tori_initiative_get_entries (initiative), 0);
  ToriEntry *entry = tori_initiative_find_entry (initiative, tori_plan_get_year (fixture->plan));
  ToriBlock *block = tori_list_get (tori_entry_get_outcome (entry), 0);
  ToriBlock *old = tori_list_get (tori_entry_get_actions (former), 0);
  ToriEditor *editor;

  g_signal_emit_by_name (fixture->viewer, "open", initiative, "title");
  tori_test_wait (tori_test_find_window (TORI_TYPE_EDITOR) != NULL);
  editor = tori_test_find_window (TORI_TYPE_EDITOR);
  g_assert_true (tori_editor_get_initiative (editor) == initiative);
  tori_test_wait (is_at (editor, initiative, "title"));

  g_signal_emit_by_name (fixture->viewer, "open", block, "text");
  tori_test_wait (is_at (editor, block, "text"));
  g_signal_emit_by_name (fixture->viewer, "open",
                         tori_list_get (tori_initiative_get_schedule (initiative), 0), "lanes");
  tori_test_wait (is_inside (editor, TORI_TYPE_EDITOR_SCHEDULE));
  g_signal_emit_by_name (fixture->viewer, "open", entry, "ratings");
  tori_test_wait (is_inside (editor, TORI_TYPE_EDITOR_HEAD));
  g_signal_emit_by_name (fixture->viewer, "open", initiative, "divisions");
  tori_test_wait (is_inside (editor, TORI_TYPE_EDITOR_ABOUT));

  g_signal_emit_by_name (fixture->viewer, "open", old, "text");
  tori_test_wait (is_at (editor, old, "text"));
  g_assert_cmpint (tori_editor_get_year (editor), ==, tori_entry_get_year (former));

  g_signal_emit_by_name (fixture->viewer, "open", pillar, "title");
  tori_test_wait (tori_test_find_window (TORI_TYPE_PLAN_SETTINGS) != NULL);
}

/* --- Keys ----------------------------------------------------------------------------------------------- */

static gboolean
is_finding (Fixture *fixture)
{
  return gtk_search_bar_get_search_mode (tori_test_find (fixture->preview, GTK_TYPE_SEARCH_BAR, NULL));
}

/* Ctrl+F looks on the pages and not in the list; Escape ends that first, then the window. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  AdwFlap *flap = tori_test_find (fixture->preview, ADW_TYPE_FLAP, NULL);
  gboolean shown = adw_flap_get_reveal_flap (flap);

  tori_test_wait (gtk_window_is_active (GTK_WINDOW (fixture->preview)));
  tori_test_key (GDK_KEY_F9, 0);
  tori_test_wait (adw_flap_get_reveal_flap (flap) != shown);
  tori_test_key (GDK_KEY_F9, 0);
  tori_test_wait (adw_flap_get_reveal_flap (flap) == shown);
  tori_test_key (GDK_KEY_f, GDK_CONTROL_MASK);
  tori_test_wait (is_finding (fixture));
  tori_test_key (GDK_KEY_Escape, 0);
  tori_test_wait (!is_finding (fixture));
  tori_test_key (GDK_KEY_Escape, 0);
  tori_test_wait (tori_test_find_window (TORI_TYPE_PREVIEW_WINDOW) == NULL);
}

static const char *
get_place (Fixture *fixture)
{
  GtkWidget *bar = tori_test_find (fixture->preview, GTK_TYPE_SEARCH_BAR, NULL);

  for (GtkWidget *label = gtk_widget_get_next_sibling (tori_test_find (bar, GTK_TYPE_SEARCH_ENTRY, NULL));
       label != NULL; label = gtk_widget_get_next_sibling (label))
    if (GTK_IS_LABEL (label))
      return gtk_label_get_label (GTK_LABEL (label));
  return NULL;
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry;

  gtk_widget_activate_action (GTK_WIDGET (fixture->preview), "preview.find", NULL);
  entry = tori_test_find (fixture->preview, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (entry, "アンケート");
  tori_test_wait (g_str_has_prefix (get_place (fixture), "1 / ")
                  && !g_str_has_suffix (get_place (fixture), "以上"));
  g_signal_emit_by_name (entry, "activate");
  tori_test_wait (g_str_has_prefix (get_place (fixture), "2 / "));
  gtk_widget_activate_action (GTK_WIDGET (fixture->preview), "preview.find-previous", NULL);
  tori_test_wait (g_str_has_prefix (get_place (fixture), "1 / "));
  gtk_editable_set_text (entry, "どこにもない語");
  tori_test_wait (g_str_equal (get_place (fixture), "見つかりません"));
}

static void
test_page_entry (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = tori_test_find (fixture->preview, GTK_TYPE_ENTRY, "page");

  gtk_editable_set_text (GTK_EDITABLE (entry), "３");
  g_signal_emit_by_name (entry, "activate");
  tori_test_wait (tori_page_viewer_get_page (fixture->viewer) == 2);
  gtk_editable_set_text (GTK_EDITABLE (entry), "x");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "3");
}

/* --- Special plans -------------------------------------------------------------------------------------- */

static void
test_empty (void)
{
  g_autoptr (ToriPlan) plan = tori_new_plan ("新しい計画", "汐見原市", 2024, 2027, 2024);
  ToriWindow *window = tori_test_show_plan (plan);
  ToriPreviewWindow *preview = tori_test_open_preview (window);

  g_assert_cmpuint (tori_page_viewer_get_n_pages (tori_preview_window_get_viewer (preview)), ==, 1);
  tori_test_set_option (preview, "kind", TORI_REPORT_DEPARTMENT);
  g_assert_cmpuint (tori_page_viewer_get_n_pages (tori_preview_window_get_viewer (preview)), ==, 1);
  tori_test_close (window);
}

static void
test_closes (Fixture *fixture, gconstpointer data)
{
  ToriPreviewWindow *preview = fixture->preview;

  g_object_add_weak_pointer (G_OBJECT (preview), (gpointer *) &preview);
  tori_window_set_document (fixture->window, NULL);
  tori_test_settle ();
  g_assert_null (preview);
}

/* A program that is tried out of a folder has no settings. */
static void
test_without_settings (void)
{
  g_autofree char *folder = g_strdup (g_getenv ("GSETTINGS_SCHEMA_DIR"));
  g_autofree char *bus = g_strdup (g_getenv ("DBUS_SESSION_BUS_ADDRESS"));

  if (g_test_subprocess ())
    {
      g_autofree char *path = tori_test_sample_path ();
      ToriWindow *window = tori_test_open (path);
      ToriPreviewWindow *preview = tori_test_open_preview (window);

      tori_test_set_option (preview, "paper", TORI_PAPER_A3);
      tori_test_activate (window, "edit-initiative");
      gtk_window_close (GTK_WINDOW (preview));
      tori_test_close (window);
      return;
    }
  g_unsetenv ("GSETTINGS_SCHEMA_DIR");
  g_setenv ("DBUS_SESSION_BUS_ADDRESS",
            "disabled:", TRUE); /* where this program has the application's name */
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_setenv ("GSETTINGS_SCHEMA_DIR", folder, TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", bus, TRUE);
  g_test_trap_assert_passed ();
}

#define ADD(name, function) g_test_add ("/preview/" name, Fixture, NULL, set_up, function, tear_down)

static void
add_tests (void)
{
  ADD ("extent", test_extent);
  ADD ("paper", test_paper);
  ADD ("kind", test_kind);
  ADD ("year", test_year);
  ADD ("lengths", test_lengths);
  ADD ("approvals", test_approvals);
  ADD ("date", test_date);
  ADD ("remembered", test_remembered);
  ADD ("follows", test_follows);
  ADD ("part-goes", test_part_goes);
  ADD ("open", test_open);
  ADD ("keys", test_keys);
  ADD ("find", test_find);
  ADD ("page-entry", test_page_entry);
  ADD ("closes", test_closes);
  g_test_add_func ("/preview/empty", test_empty);
  g_test_add_func ("/preview/without-settings", test_without_settings);
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
