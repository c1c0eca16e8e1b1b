/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-window-private.h"

#include <glib/gi18n.h>

#include "storage/tori-storage-words.h"
#include "ui/tori-file-chooser.h"
#include "ui/tori-print.h"

/* Printing and exporting what the window's plan says. */

static void
tell_problem (ToriWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_report_problem (ToriWindow *self, const GError *error)
{
  if (g_error_matches (error, TORI_REPORT_ERROR, TORI_REPORT_ERROR_NO_FONT))
    tell_problem (self, _ ("The Report Could Not Be Made"),
                  _ ("No font with Japanese letters is installed. Install one, such as Noto CJK."));
  else
    tell_problem (self, _ ("The Report Could Not Be Made"), error->message);
}

/* --- Printer --- */

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, ToriWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  tell_problem (self, _ ("It Could Not Be Printed"), error->message);
}

static void
print (ToriWindow *self, const ToriReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPages) pages =
      tori_report_lay_out (tori_document_get_plan (self->document), options, &error);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (pages == NULL)
    {
      tell_report_problem (self, error);
      return;
    }
  operation = tori_print_new (pages, options->paper, options->portrait);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, 0);
  /* Errors come with "done" as well. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

/* --- PDF --- */

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ToriWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = tori_pdf_save_finish (result, &error);
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *uri = NULL;
  AdwToast *toast;

  if (file == NULL)
    {
      g_autofree char *body = tori_storage_error_describe (error, NULL);

      tell_problem (self, _ ("The PDF Was Not Written"), body);
      return;
    }
  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  uri = g_file_get_uri (file);
  /* Translators: %s is the name of a file. */
  text = g_strdup_printf (_ ("Exported %s"), name);
  markup = g_markup_escape_text (text, -1);
  toast = adw_toast_new (markup);
  /* Translators: a button that shows the PDF that was just written. */
  adw_toast_set_button_label (toast, C_ ("button", "Open"));
  adw_toast_set_action_name (toast, "win.show-file");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void choose_place (ToriWindow *self, GBytes *pdf, const char *name);

static void
place_response_cb (GtkNativeDialog *chooser, int response, ToriWindow *self)
{
  g_autoptr (GtkNativeDialog) owned = chooser; /* ours until there is a response */
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (owned));
  GBytes *pdf = g_object_get_data (G_OBJECT (owned), "pdf");
  g_autofree char *again = NULL;
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT || chosen == NULL)
    return;
  file = tori_file_chooser_complete (chosen, ".pdf", &again);
  if (file == NULL)
    choose_place (self, pdf, again);
  else
    tori_pdf_save_async (pdf, file, exported_cb, g_object_ref (self));
}

static void
choose_place (ToriWindow *self, GBytes *pdf, const char *name)
{
  GtkFileChooserNative *chooser = tori_file_chooser_new_pdf (GTK_WINDOW (self), name);

  g_object_set_data_full (G_OBJECT (chooser), "pdf", g_bytes_ref (pdf), (GDestroyNotify) g_bytes_unref);
  g_signal_connect_object (chooser, "response", G_CALLBACK (place_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
export_pdf (ToriWindow *self, const ToriReportOptions *options, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tori_report_to_pdf (tori_document_get_plan (self->document), options, &error);
  g_autofree char *file_name = tori_file_chooser_make_name (name, ".pdf");

  if (pdf == NULL)
    tell_report_problem (self, error);
  else
    choose_place (self, pdf, file_name);
}

/* --- The dialog before both --- */

static void
chosen_cb (ToriPrintDialog *dialog, ToriWindow *self)
{
  const ToriReportOptions *options = tori_print_dialog_get_options (dialog);
  g_autofree char *name = tori_print_dialog_suggest_name (dialog);

  if (tori_print_dialog_get_target (dialog) == TORI_PRINT_TO_PDF)
    export_pdf (self, options, name);
  else
    print (self, options);
}

/**
 * tori_window_print:
 * @self: a window with a document
 * @target: where it goes
 *
 * Asks what shall be printed, and prints it.
 */
void
tori_window_print (ToriWindow *self, ToriPrintTarget target)
{
  ToriListing *listing = tori_plan_view_get_listing (self->view);
  GtkWindow *dialog =
      tori_print_dialog_new (tori_document_get_plan (self->document), tori_listing_get_year (listing),
                             tori_listing_get_group (listing), target);

  gtk_window_set_transient_for (dialog, GTK_WINDOW (self));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, 0);
  gtk_window_present (dialog);
}
