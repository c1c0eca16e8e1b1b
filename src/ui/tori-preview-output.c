/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-preview-private.h"

#include <glib/gi18n.h>

#include "model/tori-year-words.h"
#include "report/tori-report.h"
#include "storage/tori-storage-words.h"
#include "ui/tori-export-job.h"
#include "ui/tori-file-chooser.h"
#include "ui/tori-print-job.h"
#include "ui/tori-report-words.h"

/* What leaves the preview: pages to the printer, a PDF, a PDF for each department or division. One of these
 * runs at a time, told and cancelled at the foot of the window; nothing else has to wait for it. */

/* --- What went wrong ------------------------------------------------------------------------------------ */

/**
 * tori_preview_window_describe_error:
 * @error: why a report could not be made
 *
 * Returns: (transfer full): a sentence for people
 */
char *
tori_preview_window_describe_error (const GError *error)
{
  if (g_error_matches (error, TORI_REPORT_ERROR, TORI_REPORT_ERROR_NO_FONT))
    return g_strdup (_ ("No font with Japanese letters is installed. Install one, such as Noto CJK."));
  return g_strdup (error->message);
}

/**
 * tori_preview_window_tell:
 * @self: a preview
 * @heading: what happened
 * @body: more about it
 *
 * Says something that must be seen.
 */
void
tori_preview_window_tell (ToriPreviewWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Says something that can be missed; @file is offered to be opened. */
static void
toast (ToriPreviewWindow *self, const char *text, const char *button, GFile *file)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, "preview.show-file");
      adw_toast_set_action_target (toast, "s", uri);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* --- The job at the foot -------------------------------------------------------------------------------- */

static void
show_progress (ToriPreviewWindow *self)
{
  const double fraction = tori_report_job_get_fraction (self->job);

  gtk_label_set_label (self->job_label, tori_report_job_get_text (self->job));
  if (fraction < 0)
    gtk_progress_bar_pulse (self->job_bar);
  else
    gtk_progress_bar_set_fraction (self->job_bar, fraction);
}

static void
end_job (ToriPreviewWindow *self)
{
  g_signal_handlers_disconnect_by_data (self->job, self);
  g_clear_object (&self->job);
  g_clear_object (&self->lent);
  gtk_widget_set_visible (self->job_box, FALSE);
  tori_preview_window_update_actions (self);
}

/* @done is called with the window and the job when it has ended. */
static void
begin_job (ToriPreviewWindow *self, gpointer job, GCallback done)
{
  self->job = g_object_ref (job);
  g_signal_connect_object (job, "notify::fraction", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "done", done, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "done", G_CALLBACK (end_job), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->job_box, TRUE);
  tori_preview_window_update_actions (self);
}

/* The pages that are shown, if they are complete: the job has nothing to lay out then. */
static ToriPages *
lend_pages (ToriPreviewWindow *self)
{
  ToriPages *pages = tori_page_viewer_get_pages (self->viewer);

  if (pages != NULL && self->layout_id == 0 && tori_pages_is_complete (pages))
    g_set_object (&self->lent, pages);
  return self->lent;
}

/* --- Printer -------------------------------------------------------------------------------------------- */

/* The preview goes on with the paper that was chosen in the desktop's dialog. */
static void
take_paper (ToriPreviewWindow *self, ToriPrintJob *job)
{
  const ToriReportOptions *printed = tori_print_job_get_options (job);
  ToriReportOptions options = *tori_report_settings_get (self->settings);

  if (!tori_print_job_get_fits (job) || options.kind != printed->kind
      || (options.paper == printed->paper && options.portrait == printed->portrait))
    return;
  options.paper = printed->paper;
  options.portrait = printed->portrait;
  tori_report_settings_set (self->settings, &options);
}

static void
printed_cb (ToriPreviewWindow *self, ToriPrintJob *job)
{
  const GError *error = tori_print_job_get_error (job);

  if (error != NULL)
    {
      g_autofree char *body = tori_preview_window_describe_error (error);

      tori_preview_window_tell (self, _ ("It Could Not Be Printed"), body);
    }
  else if (tori_print_job_get_printed (job))
    {
      take_paper (self, job);
      toast (self, _ ("The report is on its way to the printer"), NULL, NULL);
    }
}

/**
 * tori_preview_window_print:
 * @self: a preview
 *
 * Prints what is shown, after the desktop's dialog.
 */
void
tori_preview_window_print (ToriPreviewWindow *self)
{
  g_autoptr (ToriPrintJob) job =
      tori_print_job_new (self->plan, tori_report_settings_get (self->settings), lend_pages (self));

  begin_job (self, job, G_CALLBACK (printed_cb));
  /* Nothing is going on as long as the dialog is there. */
  gtk_widget_set_visible (self->job_box, FALSE);
  g_signal_connect_object (tori_print_job_get_operation (job), "begin-print", G_CALLBACK (gtk_widget_show),
                           self->job_box, G_CONNECT_SWAPPED);
  tori_print_job_run (job, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self));
}

/* --- Files ---------------------------------------------------------------------------------------------- */

static char *
dup_file_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

/* What was written of several files, and what was not. */
static char *
describe_rest (ToriExportJob *job)
{
  const guint written = tori_export_job_get_n_written (job);
  const guint n = tori_export_job_get_n_files (job);

  if (written == 0)
    return g_strdup (_ ("Nothing was written."));
  /* Translators: %1$u of %2$u files; those that are there are complete. */
  return g_strdup_printf (ngettext ("%1$u of %2$u file was written, the others were not.",
                                    "%1$u of %2$u files were written, the others were not.", written),
                          written, n);
}

static void
tell_failure (ToriPreviewWindow *self, ToriExportJob *job)
{
  const guint n = tori_export_job_get_n_files (job);
  const GError *error = tori_export_job_get_error (job);
  GFile *failed = tori_export_job_get_file (job, tori_export_job_get_n_written (job));
  g_autofree char *name = dup_file_name (failed);
  g_autofree char *reason = error->domain == TORI_REPORT_ERROR ? tori_preview_window_describe_error (error)
                                                               : tori_storage_error_describe (error, name);
  g_autofree char *rest = describe_rest (job);
  g_autofree char *body = n == 1 ? g_strdup (reason) : g_strdup_printf ("%s\n\n%s", reason, rest);

  tori_preview_window_tell (self, n == 1 ? _ ("The PDF Was Not Written") : _ ("Not All Files Were Written"),
                            body);
}

static void
exported_cb (ToriPreviewWindow *self, ToriExportJob *job)
{
  const guint written = tori_export_job_get_n_written (job);
  const guint n = tori_export_job_get_n_files (job);
  GFile *file = tori_export_job_get_file (job, 0);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = dup_file_name (file);
  g_autofree char *text = NULL;

  if (tori_export_job_get_error (job) != NULL)
    tell_failure (self, job);
  else if (written < n)
    {
      text = describe_rest (job);
      toast (self, text, _ ("Open Folder"), written == 0 ? NULL : folder);
    }
  else if (n == 1)
    {
      /* Translators: %s is the name of a file. */
      text = g_strdup_printf (_ ("Exported %s"), name);
      /* Translators: a button that shows the PDF that was just written. */
      toast (self, text, C_ ("button", "Open"), file);
    }
  else
    {
      text = g_strdup_printf (ngettext ("%u file exported", "%u files exported", n), n);
      /* Translators: a button that shows the folder into which files were just written. */
      toast (self, text, _ ("Open Folder"), folder);
    }
}

static void
start_export (ToriPreviewWindow *self, ToriExportJob *job)
{
  begin_job (self, job, G_CALLBACK (exported_cb));
  tori_export_job_start (job);
}

/* --- One PDF -------------------------------------------------------------------------------------------- */

static void choose_file (ToriPreviewWindow *self, const char *name);

static void
file_response_cb (GtkNativeDialog *chooser, int response, ToriPreviewWindow *self)
{
  g_autoptr (GtkNativeDialog) owned = chooser; /* ours until there is a response */
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (owned));
  g_autofree char *again = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (ToriExportJob) job = NULL;

  if (response != GTK_RESPONSE_ACCEPT || chosen == NULL || self->job != NULL)
    return;
  file = tori_file_chooser_complete (chosen, ".pdf", &again);
  if (file == NULL)
    {
      choose_file (self, again);
      return;
    }
  job = tori_export_job_new (self->plan);
  tori_export_job_add (job, tori_report_settings_get (self->settings), lend_pages (self), file);
  start_export (self, job);
}

static void
choose_file (ToriPreviewWindow *self, const char *name)
{
  GtkFileChooserNative *chooser = tori_file_chooser_new_pdf (GTK_WINDOW (self), name);

  g_signal_connect_object (chooser, "response", G_CALLBACK (file_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* That of a department or division is called as if all were written. */
static char *
suggest_name (ToriPreviewWindow *self)
{
  const ToriReportOptions *options = tori_report_settings_get (self->settings);
  g_autoptr (GPtrArray) parts = tori_report_list_parts (self->plan, options->kind, options->year);
  g_autofree char *title = NULL;

  for (guint i = 0; options->only != NULL && i < parts->len; i++)
    {
      const ToriReportPart *part = g_ptr_array_index (parts, i);

      if (g_str_equal (part->id, options->only[0]))
        return g_strdup (part->file);
    }
  title = g_strdup_printf ("%d_%s_%s", options->year, tori_plan_get_title (self->plan),
                           tori_report_words_kind (options->kind));
  return tori_file_chooser_make_name (title, ".pdf");
}

/**
 * tori_preview_window_export:
 * @self: a preview
 *
 * Asks for a file, and writes what is shown into it.
 */
void
tori_preview_window_export (ToriPreviewWindow *self)
{
  g_autofree char *name = suggest_name (self);

  choose_file (self, name);
}

/* --- A PDF for each ------------------------------------------------------------------------------------- */

static ToriExportJob *
create_job (ToriPreviewWindow *self, ToriReportKind kind, GFile *folder)
{
  ToriReportOptions options = *tori_report_settings_peek (self->settings, kind);
  g_autoptr (GPtrArray) parts = tori_report_list_parts (self->plan, kind, options.year);
  ToriExportJob *job = tori_export_job_new (self->plan);

  for (guint i = 0; i < parts->len; i++)
    {
      const ToriReportPart *part = g_ptr_array_index (parts, i);
      const char *const only[] = { part->id, NULL };
      g_autoptr (GFile) file = g_file_get_child (folder, part->file);

      options.only = only;
      tori_export_job_add (job, &options, NULL, file);
    }
  return job;
}

static void
replace_response_cb (GtkWidget *dialog, const char *response, ToriPreviewWindow *self)
{
  ToriExportJob *job = g_object_get_data (G_OBJECT (dialog), "job");

  if (g_str_equal (response, "replace") && self->job == NULL)
    start_export (self, job);
}

/* The names of those that are there, a line each; not more than can be read. */
static char *
describe_former (GPtrArray *former)
{
  const guint shown = former->len > 6 ? 5 : former->len;
  GString *text = g_string_new (_ ("They are in the folder already and would be overwritten:"));

  g_string_append_c (text, '\n');
  for (guint i = 0; i < shown; i++)
    g_string_append_printf (text, "\n%s", (const char *) former->pdata[i]);
  if (shown < former->len)
    {
      g_string_append_c (text, '\n');
      /* Translators: at the end of a list of files. */
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", former->len - shown),
                              former->len - shown);
    }
  return g_string_free (text, FALSE);
}

static void
ask_to_replace (ToriPreviewWindow *self, ToriExportJob *job, GPtrArray *former)
{
  g_autofree char *heading =
      g_strdup_printf (ngettext ("Replace %u File?", "Replace %u Files?", former->len), former->len);
  g_autofree char *body = describe_former (former);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_object_set_data_full (G_OBJECT (dialog), "job", g_object_ref (job), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (replace_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
former_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ToriPreviewWindow *self = TORI_PREVIEW_WINDOW (source);
  ToriExportJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) former = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->plan == NULL || self->job != NULL) /* closed meanwhile, or busy */
    return;
  if (former->len > 0)
    ask_to_replace (self, job, former);
  else
    start_export (self, job);
}

/* In a thread, for the folder may be on a slow network. */
static void
find_former (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ToriExportJob *job = data;
  GPtrArray *former = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tori_export_job_get_n_files (job); i++)
    if (g_file_query_exists (tori_export_job_get_file (job, i), NULL))
      g_ptr_array_add (former, dup_file_name (tori_export_job_get_file (job, i)));
  g_task_return_pointer (task, former, (GDestroyNotify) g_ptr_array_unref);
}

static void
folder_response_cb (GtkNativeDialog *chooser, int response, ToriPreviewWindow *self)
{
  g_autoptr (GtkNativeDialog) owned = chooser; /* ours until there is a response */
  const ToriReportKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (owned), "kind"));
  g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (owned));
  g_autoptr (GTask) task = NULL;

  if (response != GTK_RESPONSE_ACCEPT || folder == NULL || self->job != NULL)
    return;
  task = g_task_new (self, NULL, former_found_cb, NULL);
  g_task_set_task_data (task, create_job (self, kind, folder), g_object_unref);
  g_task_run_in_thread (task, find_former);
}

/**
 * tori_preview_window_export_all:
 * @self: a preview
 * @kind: departments or divisions
 *
 * Asks for a folder, and writes the summary of each of them into a file there.
 */
void
tori_preview_window_export_all (ToriPreviewWindow *self, ToriReportKind kind)
{
  const int year = tori_report_settings_get (self->settings)->year;
  g_autoptr (GPtrArray) parts = tori_report_list_parts (self->plan, kind, year);
  g_autofree char *words = tori_year_words (self->plan, year);
  g_autofree char *body = NULL;
  GtkFileChooserNative *chooser;

  if (parts->len == 0)
    {
      /* Translators: %s is a fiscal year. */
      body = g_strdup_printf (_ ("No department or division is in charge of anything in %s."), words);
      tori_preview_window_tell (self, _ ("There Is Nothing to Export"), body);
      return;
    }
  chooser = tori_file_chooser_new_folder (GTK_WINDOW (self));
  g_object_set_data (G_OBJECT (chooser), "kind", GUINT_TO_POINTER (kind));
  g_signal_connect_object (chooser, "response", G_CALLBACK (folder_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
