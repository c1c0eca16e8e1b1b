/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-print.h"

#include <glib/gstdio.h>

#include "model/tori-edit.h"
#include "model/tori-item.h"
#include "tori-test-window.h"
#include "ui/tori-print-dialog.h"

/* The way of a real plan: opened, changed, saved, opened again, and on paper. */

static char *
read_pdf (const char *path)
{
  const char *arguments[] = { "pdftotext", "-raw", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int state;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &state,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (state, ==, 0);
  return g_steal_pointer (&text);
}

/* Whether a text is there, wherever its lines are broken. */
static gboolean
says (const char *pdf, const char *words)
{
  g_autofree char *flat = g_strdup (pdf);
  char *to = flat;

  for (const char *from = flat; *from != '\0'; from++)
    if (!g_ascii_isspace (*from) && *from != '\f')
      *to++ = *from;
  *to = '\0';
  return strstr (flat, words) != NULL;
}

static char *
make_path (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("torikumi-XXXXXX", NULL);

  return g_build_filename (folder, name, NULL);
}

static ToriWindow *
open_copy (char **path)
{
  g_autofree char *sample = tori_test_sample_path ();
  g_autofree char *bytes = NULL;
  gsize length;

  *path = make_path ("計画.torikumi");
  g_assert_true (g_file_get_contents (sample, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (*path, bytes, (gssize) length, NULL));
  return tori_test_open (*path);
}

/* The dialog's own answer, then the file's name. */
static void
export_pdf (ToriWindow *window, ToriReportKind kind, guint part, const char *pdf)
{
  ToriPrintDialog *dialog;
  GtkWidget *rows;

  tori_test_activate (window, "export-pdf");
  dialog = tori_test_find_window (TORI_TYPE_PRINT_DIALOG);
  g_assert_nonnull (dialog);
  rows = gtk_widget_get_first_child (GTK_WIDGET (dialog));
  adw_combo_row_set_selected (tori_test_find (rows, ADW_TYPE_COMBO_ROW, "kind"), kind);
  if (kind != TORI_REPORT_TABLE)
    adw_combo_row_set_selected (tori_test_find (rows, ADW_TYPE_COMBO_ROW, "part"), part);
  tori_test_press (tori_test_find (rows, GTK_TYPE_BUTTON, "go"));
  tori_test_choose_file (pdf);
  tori_test_wait (g_file_test (pdf, G_FILE_TEST_EXISTS));
  tori_test_settle ();
}

static void
test_export (void)
{
  g_autofree char *path = NULL;
  ToriWindow *window = open_copy (&path);
  ToriInitiative *initiative = tori_plan_view_get_selected (tori_window_get_view (window));
  ToriHistory *history = tori_document_get_history (tori_window_get_document (window));
  g_autofree char *pdf = make_path ("表.pdf");
  g_autofree char *summary = make_path ("部.pdf");
  g_autofree char *text = NULL;
  g_autofree char *summary_text = NULL;

  tori_history_type (history, TORI_STEP_TITLE, initiative, "title", "印刷にも出る新しい題名");
  export_pdf (window, TORI_REPORT_TABLE, 0, pdf);
  text = read_pdf (pdf);
  g_assert_true (says (text, "印刷にも出る新しい題名"));
  g_assert_true (says (text, "汐見原市第三次行財政改革実施計画"));

  export_pdf (window, TORI_REPORT_DEPARTMENT, 1, summary);
  summary_text = read_pdf (summary);
  g_assert_true (says (summary_text, "総合政策部"));
  g_assert_cmpuint (strlen (summary_text), <, strlen (text));
  tori_test_close (window);
}

/* What goes to the printer is what goes into the PDF. */
static void
test_print (void)
{
  g_autofree char *path = NULL;
  ToriWindow *window = open_copy (&path);
  const ToriReportOptions options = { .paper = TORI_PAPER_A3 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPages) pages =
      tori_report_lay_out (tori_document_get_plan (tori_window_get_document (window)), &options, &error);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *printed = make_path ("印刷.pdf");
  g_autofree char *exported = make_path ("書き出し.pdf");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *printed_text = NULL;
  g_autofree char *exported_text = NULL;
  gsize size;

  g_assert_no_error (error);
  operation = tori_print_new (pages, options.paper, options.portrait);
  gtk_print_operation_set_export_filename (operation, printed);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);

  pdf = tori_pages_to_pdf (pages, &error);
  g_assert_no_error (error);
  g_assert_true (
      g_file_set_contents (exported, g_bytes_get_data (pdf, &size), (gssize) g_bytes_get_size (pdf), NULL));
  printed_text = read_pdf (printed);
  exported_text = read_pdf (exported);
  g_assert_cmpuint (strlen (exported_text), >, 1000);
  g_assert_cmpstr (printed_text, ==, exported_text);
  tori_test_close (window);
}

static ToriLanes *
make_lanes (void)
{
  const ToriSpan span = { (char *) "検討", 2018, 2019, TORI_SPAN_PLANNED, NULL };
  ToriLanes *lanes = tori_lanes_new ();

  tori_lanes_insert_lane (lanes, 0);
  tori_lanes_add_span (lanes, 0, &span);
  return lanes;
}

/* A text and a span are changed, undone, done again, saved; what is read again is what was there. */
static void
test_whole_way (void)
{
  g_autofree char *path = NULL;
  ToriWindow *window = open_copy (&path);
  ToriHistory *history = tori_document_get_history (tori_window_get_document (window));
  ToriInitiative *initiative = tori_plan_view_get_selected (tori_window_get_view (window));
  ToriItem *item = tori_list_get (tori_initiative_get_schedule (initiative), 0);
  g_autoptr (ToriLanes) lanes = make_lanes ();
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *saved = NULL;

  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  tori_history_type (history, TORI_STEP_TITLE, initiative, "title", "通しで確かめる題名");
  tori_history_begin (history, TORI_STEP_SPAN);
  tori_history_set_boxed (history, item, "lanes", lanes);
  tori_history_end (history);

  tori_test_activate (window, "undo");
  tori_test_activate (window, "undo");
  tori_test_activate (window, "save");
  tori_test_wait (!tori_document_get_saving (tori_window_get_document (window)));
  g_assert_true (g_file_get_contents (path, &undone, NULL, NULL));
  g_assert_cmpstr (undone, ==, before);

  tori_test_activate (window, "redo");
  tori_test_activate (window, "redo");
  tori_test_activate (window, "save");
  tori_test_wait (!tori_document_get_modified (tori_window_get_document (window)));
  tori_test_close (window);

  window = tori_test_open (path);
  initiative = tori_plan_view_get_selected (tori_window_get_view (window));
  item = tori_list_get (tori_initiative_get_schedule (initiative), 0);
  g_assert_cmpstr (tori_initiative_get_title (initiative), ==, "通しで確かめる題名");
  g_assert_true (tori_lanes_equal (tori_item_get_lanes (item), lanes));
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_cmpstr (saved, !=, before);
  tori_test_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/print/export", test_export);
  g_test_add_func ("/print/print", test_print);
  g_test_add_func ("/print/whole-way", test_whole_way);
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
