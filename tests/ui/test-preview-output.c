/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "model/tori-edit.h"
#include "model/tori-item.h"
#include "report/tori-report.h"
#include "support/tori-test-plans.h"
#include "tori-test-preview.h"
#include "ui/tori-export-job.h"
#include "ui/tori-print-job.h"
#include "ui/tori-print-setup.h"

/* What leaves the preview: one PDF, one for each department, pages to a printer. And the whole way of a plan:
 * opened, changed, saved, opened again. */

static char *
make_path (const char *name)
{
  g_autofree char *folder = tori_test_make_folder ();

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

static ToriPlan *
get_plan (ToriWindow *window)
{
  return tori_document_get_plan (tori_window_get_document (window));
}

/* Presses a button of the dialog that is open. */
static void
answer (const char *response)
{
  GtkWindow *dialog;

  tori_test_wait (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  dialog = tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
  tori_test_respond (dialog, response);
  gtk_window_destroy (dialog);
}

static gboolean
is_done (ToriPreviewWindow *preview)
{
  return tori_preview_window_get_job (preview) == NULL;
}

/* --- One PDF -------------------------------------------------------------------------------------------- */

static void
export_pdf (ToriPreviewWindow *preview, const char *pdf)
{
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.export", NULL);
  tori_test_choose_file (pdf);
  tori_test_wait (g_file_test (pdf, G_FILE_TEST_EXISTS));
  tori_test_wait (is_done (preview));
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
  ToriPreviewWindow *preview;
  guint n;

  tori_history_type (history, TORI_STEP_TITLE, initiative, "title", "印刷にも出る新しい題名");
  preview = tori_test_open_preview (window);
  export_pdf (preview, pdf);
  text = tori_test_read_pdf (pdf);
  g_assert_nonnull (strstr (text, "印刷にも出る新しい題名"));
  g_assert_nonnull (strstr (text, "汐見原市第三次行財政改革実施計画"));
  g_assert_cmpuint (tori_test_count_pdf_pages (pdf), ==,
                    tori_page_viewer_get_n_pages (tori_preview_window_get_viewer (preview)));

  tori_test_set_option (preview, "kind", TORI_REPORT_DEPARTMENT);
  n = tori_test_set_option (preview, "part", 1);
  export_pdf (preview, summary);
  summary_text = tori_test_read_pdf (summary);
  g_assert_nonnull (strstr (summary_text, "総合政策部"));
  g_assert_cmpuint (strlen (summary_text), <, strlen (text));
  g_assert_cmpuint (tori_test_count_pdf_pages (summary), ==, n);
  tori_test_close (window);
}

/* --- A PDF for each ------------------------------------------------------------------------------------- */

static void
export_departments (ToriPreviewWindow *preview, const char *folder)
{
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.export-departments", NULL);
  tori_test_choose_file (folder);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_str_has_suffix (name, ".pdf"));
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_cmpuint (length, >, 1000);
      g_assert_cmpmem (bytes, 5, "%PDF-", 5);
      g_assert_nonnull (g_strrstr_len (bytes + length - 32, 32, "%%EOF"));
      n++;
    }
  return n;
}

static void
test_export_all (void)
{
  g_autofree char *path = NULL;
  ToriWindow *window = open_copy (&path);
  ToriPreviewWindow *preview = tori_test_open_preview (window);
  g_autofree char *folder = tori_test_make_folder ();
  g_autoptr (GPtrArray) parts = tori_report_list_parts (get_plan (window), TORI_REPORT_DEPARTMENT,
                                                        tori_plan_get_year (get_plan (window)));
  const ToriReportPart *last = g_ptr_array_index (parts, parts->len - 1);
  g_autofree char *name = g_strdup (last->file);
  g_autofree char *file = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;

  export_departments (preview, folder);
  tori_test_wait (g_file_test (file, G_FILE_TEST_EXISTS));
  tori_test_wait (is_done (preview));
  g_assert_cmpuint (parts->len, >, 3);
  g_assert_true (g_str_has_prefix (last->file, "2019_"));
  g_assert_cmpuint (count_files (folder), ==, parts->len);
  text = tori_test_read_pdf (file);
  g_assert_nonnull (strstr (text, last->name));
  tori_test_close (window);
}

static gboolean
is_text (const char *path, const char *text)
{
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  return g_str_equal (bytes, text);
}

/* What is there is replaced after one question, and not without. */
static void
test_replace (void)
{
  g_autofree char *path = NULL;
  ToriWindow *window = open_copy (&path);
  ToriPreviewWindow *preview = tori_test_open_preview (window);
  g_autofree char *folder = tori_test_make_folder ();
  g_autoptr (GPtrArray) parts = tori_report_list_parts (get_plan (window), TORI_REPORT_DEPARTMENT,
                                                        tori_plan_get_year (get_plan (window)));
  const ToriReportPart *first = g_ptr_array_index (parts, 0);
  g_autofree char *name = g_strdup (first->file);
  g_autofree char *file = g_build_filename (folder, name, NULL);
  ToriExportJob *job;

  g_assert_true (g_file_set_contents (file, "former", -1, NULL));
  export_departments (preview, folder);
  answer ("cancel");
  tori_test_settle ();
  g_assert_true (is_done (preview));
  g_assert_true (is_text (file, "former"));

  export_departments (preview, folder);
  answer ("replace");
  tori_test_wait (!is_done (preview));
  job = TORI_EXPORT_JOB (g_object_ref (tori_preview_window_get_job (preview)));
  tori_test_wait (is_done (preview));
  g_assert_cmpuint (tori_export_job_get_n_written (job), ==, parts->len);
  g_assert_cmpuint (count_files (folder), ==, parts->len);
  g_object_unref (job);
  tori_test_close (window);
}

/* A folder stands where a file should go: it is said, and what is there is whole. */
static void
test_fails (void)
{
  g_autofree char *path = NULL;
  ToriWindow *window = open_copy (&path);
  ToriPreviewWindow *preview = tori_test_open_preview (window);
  g_autofree char *folder = tori_test_make_folder ();
  g_autoptr (GPtrArray) parts = tori_report_list_parts (get_plan (window), TORI_REPORT_DEPARTMENT,
                                                        tori_plan_get_year (get_plan (window)));
  const ToriReportPart *second = g_ptr_array_index (parts, 1);
  g_autofree char *name = g_strdup (second->file);
  g_autofree char *hindrance = g_build_filename (folder, name, NULL);
  AdwMessageDialog *dialog;

  g_assert_cmpint (g_mkdir (hindrance, 0700), ==, 0);
  export_departments (preview, folder);
  answer ("replace");
  tori_test_wait (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  dialog = tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), name));
  g_assert_true (is_done (preview));
  g_assert_cmpint (g_rmdir (hindrance), ==, 0);
  g_assert_cmpuint (count_files (folder), ==, 1);
  answer ("close");
  tori_test_close (window);
}

static void
stop_cb (ToriReportJob *job)
{
  if (tori_export_job_get_n_written (TORI_EXPORT_JOB (job)) == 2)
    tori_report_job_cancel (job);
}

/* In the middle: two files are there, whole. */
static void
test_cancel (void)
{
  g_autofree char *path = NULL;
  ToriWindow *window = open_copy (&path);
  ToriPreviewWindow *preview = tori_test_open_preview (window);
  g_autofree char *folder = tori_test_make_folder ();

  export_departments (preview, folder);
  tori_test_wait (!is_done (preview));
  g_assert_nonnull (tori_test_find (preview, GTK_TYPE_PROGRESS_BAR, NULL));
  g_signal_connect (tori_preview_window_get_job (preview), "notify::fraction", G_CALLBACK (stop_cb), NULL);
  tori_test_wait (is_done (preview));
  tori_test_settle ();
  g_assert_cmpuint (count_files (folder), ==, 2);
  g_assert_null (tori_test_find (preview, GTK_TYPE_PROGRESS_BAR, NULL));
  tori_test_close (window);
}

/* The window may go while it is written. */
static void
test_close_meanwhile (void)
{
  g_autofree char *path = NULL;
  ToriWindow *window = open_copy (&path);
  ToriPreviewWindow *preview = tori_test_open_preview (window);
  g_autofree char *folder = tori_test_make_folder ();
  g_autoptr (ToriReportJob) job = NULL;

  export_departments (preview, folder);
  tori_test_wait (!is_done (preview));
  job = g_object_ref (tori_preview_window_get_job (preview));
  g_object_add_weak_pointer (G_OBJECT (preview), (gpointer *) &preview);
  tori_test_close (window);
  g_assert_null (preview);
  g_assert_true (tori_report_job_get_cancelled (job));
  tori_test_wait (G_OBJECT (job)->ref_count == 1); /* a thread may be at its last file */
  g_assert_cmpuint (count_files (folder), ==, tori_export_job_get_n_written (TORI_EXPORT_JOB (job)));
}

/* Files written while somebody goes on writing all say the same. */
static void
test_export_is_of_one_moment (void)
{
  g_autofree char *path = NULL;
  ToriWindow *window = open_copy (&path);
  ToriPreviewWindow *preview = tori_test_open_preview (window);
  ToriHistory *history = tori_document_get_history (tori_window_get_document (window));
  g_autofree char *folder = tori_test_make_folder ();
  g_autoptr (ToriExportJob) job = NULL;

  export_departments (preview, folder);
  tori_test_wait (!is_done (preview));
  job = TORI_EXPORT_JOB (g_object_ref (tori_preview_window_get_job (preview)));
  tori_history_type (history, TORI_STEP_PLAN, get_plan (window), "organization", "別の市");
  tori_test_wait (is_done (preview));
  for (guint i = 0; i < tori_export_job_get_n_files (job); i++)
    {
      g_autofree char *text = tori_test_read_pdf (g_file_peek_path (tori_export_job_get_file (job, i)));

      g_assert_null (strstr (text, "別の市"));
      g_assert_nonnull (strstr (text, "汐見原市"));
    }
  tori_test_close (window);
}

/* --- Printer -------------------------------------------------------------------------------------------- */

static gboolean
has_ended (ToriPrintJob *job)
{
  return tori_print_job_get_printed (job) || tori_print_job_get_error (job) != NULL;
}

static ToriPrintJob *
print (
    ToriPlan *plan, const ToriReportOptions *options, ToriPages *pages, GtkPageSetup *setup, const char *file)
{
  ToriPrintJob *job = tori_print_job_new (plan, options, pages);

  if (setup != NULL)
    gtk_print_operation_set_default_page_setup (tori_print_job_get_operation (job), setup);
  gtk_print_operation_set_export_filename (tori_print_job_get_operation (job), file);
  tori_print_job_run (job, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL);
  tori_test_wait (has_ended (job));
  g_assert_no_error (tori_print_job_get_error (job));
  return job;
}

/* What goes to the printer is what goes into the PDF; with pages that are there, and without. */
static void
test_print (void)
{
  g_autofree char *path = NULL;
  ToriWindow *window = open_copy (&path);
  const ToriReportOptions options = { .paper = TORI_PAPER_A3 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPages) pages = tori_report_lay_out (get_plan (window), &options, &error);
  g_autofree char *lent = make_path ("印刷.pdf");
  g_autofree char *own = make_path ("印刷.pdf");
  g_autofree char *exported = make_path ("書き出し.pdf");
  g_autoptr (GBytes) pdf = tori_pages_to_pdf (pages, &error);
  g_autoptr (ToriPrintJob) first = print (get_plan (window), &options, pages, NULL, lent);
  g_autoptr (ToriPrintJob) second = print (get_plan (window), &options, NULL, NULL, own);
  g_autofree char *lent_text = tori_test_read_pdf (lent);
  g_autofree char *own_text = tori_test_read_pdf (own);
  g_autofree char *exported_text = NULL;

  g_assert_no_error (error);
  g_assert_true (
      g_file_set_contents (exported, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  exported_text = tori_test_read_pdf (exported);
  g_assert_cmpuint (strlen (exported_text), >, 1000);
  g_assert_cmpstr (lent_text, ==, exported_text);
  g_assert_cmpstr (own_text, ==, exported_text);
  g_assert_cmpuint (tori_test_count_pdf_pages (lent), ==, tori_pages_get_n_pages (pages));
  g_assert_true (tori_print_job_get_fits (first));
  g_assert_true (tori_print_job_get_fits (second));
  tori_test_close (window);
}

static GtkPageSetup *
create_setup (const char *paper, GtkPageOrientation orientation)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, orientation);
  gtk_paper_size_free (size);
  return setup;
}

/* Another paper than asked for: laid out anew for A3, made smaller for what nothing is laid out for. All
 * text is there either way, and on the sheet. */
static void
test_other_paper (void)
{
  g_autofree char *path = NULL;
  ToriWindow *window = open_copy (&path);
  const ToriReportOptions options = { .paper = TORI_PAPER_A4 };
  ToriReportOptions other = { .paper = TORI_PAPER_A3, .portrait = TRUE };
  g_autoptr (ToriPages) pages = tori_report_lay_out (get_plan (window), &options, NULL);
  g_autoptr (ToriPages) a3_pages = tori_report_lay_out (get_plan (window), &other, NULL);
  g_autoptr (GtkPageSetup) a3 = create_setup (GTK_PAPER_NAME_A3, GTK_PAGE_ORIENTATION_PORTRAIT);
  g_autoptr (GtkPageSetup) letter = create_setup (GTK_PAPER_NAME_LETTER, GTK_PAGE_ORIENTATION_LANDSCAPE);
  const guint n = tori_pages_get_n_pages (pages);
  g_autofree char *a3_pdf = make_path ("A3.pdf");
  g_autofree char *letter_pdf = make_path ("Letter.pdf");
  g_autofree char *plain_pdf = make_path ("A4.pdf");
  g_autoptr (ToriPrintJob) plain = print (get_plan (window), &options, pages, NULL, plain_pdf);
  g_autoptr (ToriPrintJob) on_a3 = print (get_plan (window), &options, pages, a3, a3_pdf);
  g_autoptr (ToriPrintJob) on_letter = print (get_plan (window), &options, pages, letter, letter_pdf);
  g_autofree char *text = tori_test_read_pdf (plain_pdf);
  g_autofree char *letter_text = tori_test_read_pdf (letter_pdf);

  g_assert_true (tori_print_job_get_fits (plain));
  g_assert_true (tori_print_job_get_fits (on_a3));
  g_assert_cmpuint (tori_print_job_get_options (on_a3)->paper, ==, TORI_PAPER_A3);
  g_assert_true (tori_print_job_get_options (on_a3)->portrait);
  g_assert_cmpuint (tori_test_count_pdf_pages (a3_pdf), ==, tori_pages_get_n_pages (a3_pages));
  g_assert_cmpuint (tori_test_count_pdf_pages (a3_pdf), !=, n);

  g_assert_false (tori_print_job_get_fits (on_letter));
  g_assert_cmpuint (tori_test_count_pdf_pages (letter_pdf), ==, n);
  g_assert_cmpstr (letter_text, ==, text); /* pdftotext leaves out what lies outside the sheet */
  tori_test_close (window);
}

/* The printer is remembered for each kind, and what was asked for once is not. */
static void
test_remembered (void)
{
  const ToriReportOptions table = { .paper = TORI_PAPER_A4 };
  const ToriReportOptions division = { .kind = TORI_REPORT_DIVISION };
  const ToriReportOptions large = { .paper = TORI_PAPER_A3 };
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) letter = create_setup (GTK_PAPER_NAME_LETTER, GTK_PAGE_ORIENTATION_LANDSCAPE);
  g_autoptr (GtkPrintSettings) same = NULL;
  g_autoptr (GtkPageSetup) same_setup = NULL;
  g_autoptr (GtkPrintSettings) of_division = NULL;
  g_autoptr (GtkPageSetup) setup_of_division = NULL;
  g_autoptr (GtkPrintSettings) of_large = NULL;
  g_autoptr (GtkPageSetup) setup_of_large = NULL;

  gtk_print_settings_set_printer (settings, "総務部カラー");
  gtk_print_settings_set_duplex (settings, GTK_PRINT_DUPLEX_VERTICAL);
  gtk_print_settings_set_n_copies (settings, 40);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  tori_print_setup_store (&table, settings, letter);

  tori_print_setup_load (&table, &same, &same_setup);
  g_assert_cmpstr (gtk_print_settings_get_printer (same), ==, "総務部カラー");
  g_assert_cmpint (gtk_print_settings_get_duplex (same), ==, GTK_PRINT_DUPLEX_VERTICAL);
  g_assert_cmpint (gtk_print_settings_get_n_copies (same), ==, 1);
  g_assert_cmpint (gtk_print_settings_get_print_pages (same), ==, GTK_PRINT_PAGES_ALL);
  g_assert_cmpstr (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (same_setup)), ==,
                   GTK_PAPER_NAME_LETTER);

  tori_print_setup_load (&division, &of_division, &setup_of_division);
  g_assert_null (gtk_print_settings_get_printer (of_division));
  g_assert_cmpstr (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (setup_of_division)), ==,
                   GTK_PAPER_NAME_A4);

  /* Laid out for another paper, it is printed on that. */
  tori_print_setup_load (&large, &of_large, &setup_of_large);
  g_assert_cmpstr (gtk_print_settings_get_printer (of_large), ==, "総務部カラー");
  g_assert_cmpstr (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (setup_of_large)), ==,
                   GTK_PAPER_NAME_A3);
}

static void
test_find_paper (void)
{
  const double mm = 72 / 25.4;
  ToriPaper paper = TORI_PAPER_A4;
  gboolean portrait = FALSE;

  g_assert_true (tori_print_setup_find_paper (420 * mm, 297 * mm, &paper, &portrait));
  g_assert_cmpuint (paper, ==, TORI_PAPER_A3);
  g_assert_false (portrait);
  g_assert_true (tori_print_setup_find_paper (595, 842, &paper, &portrait)); /* whole points */
  g_assert_cmpuint (paper, ==, TORI_PAPER_A4);
  g_assert_true (portrait);
  g_assert_false (tori_print_setup_find_paper (257 * mm, 364 * mm, &paper, &portrait)); /* B4 */
}

static void
slice_cb (ToriReportJob *job, GParamSpec *pspec, guint *n)
{
  (*n)++;
  if (*n == 2)
    tori_report_job_cancel (job);
}

static void
done_cb (ToriReportJob *job, gboolean *done)
{
  *done = TRUE;
}

/* A long report is laid out in slices, and can be cancelled between them. */
static void
test_cancel_print (void)
{
  g_autoptr (ToriPlan) plan = tori_test_big_plan (100);
  const ToriReportOptions options = { .paper = TORI_PAPER_A4 };
  g_autofree char *path = make_path ("印刷.pdf");
  g_autoptr (ToriPrintJob) job = tori_print_job_new (plan, &options, NULL);
  guint slices = 0;
  gboolean done = FALSE;

  g_signal_connect (job, "notify::fraction", G_CALLBACK (slice_cb), &slices);
  g_signal_connect (job, "done", G_CALLBACK (done_cb), &done);
  gtk_print_operation_set_export_filename (tori_print_job_get_operation (job), path);
  tori_print_job_run (job, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL);
  tori_test_wait (done);
  g_assert_cmpuint (slices, ==, 2);
  g_assert_false (tori_print_job_get_printed (job));
  g_assert_no_error (tori_print_job_get_error (job));
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
  g_test_add_func ("/preview-output/export", test_export);
  g_test_add_func ("/preview-output/export-all", test_export_all);
  g_test_add_func ("/preview-output/replace", test_replace);
  g_test_add_func ("/preview-output/fails", test_fails);
  g_test_add_func ("/preview-output/cancel", test_cancel);
  g_test_add_func ("/preview-output/close-meanwhile", test_close_meanwhile);
  g_test_add_func ("/preview-output/export-is-of-one-moment", test_export_is_of_one_moment);
  g_test_add_func ("/preview-output/print", test_print);
  g_test_add_func ("/preview-output/other-paper", test_other_paper);
  g_test_add_func ("/preview-output/remembered", test_remembered);
  g_test_add_func ("/preview-output/find-paper", test_find_paper);
  g_test_add_func ("/preview-output/cancel-print", test_cancel_print);
  g_test_add_func ("/preview-output/whole-way", test_whole_way);
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
