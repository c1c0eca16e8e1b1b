/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-window-private.h"

#include <glib/gi18n.h>

#include "storage/tori-storage-words.h"
#include "ui/tori-file-chooser.h"
#include "ui/tori-recent.h"
#include "ui/tori-window-state.h"

/* Saving, and closing a window that has something to save. Nothing here waits: each step begins when the
 * answer to the last one is there, and what comes after saving is told at the beginning. */

#define SUFFIX ".torikumi"

/* A save on its way from the command to its end. */
typedef struct
{
  ToriWindow *window;
  GFile *file;        /* where to; NULL until it is known */
  ToriSavedFunc then; /* NULL for nothing */
} Save;

static void choose_place (Save *save, const char *name);

static Save *
save_new (ToriWindow *window, ToriSavedFunc then)
{
  Save *save = g_new0 (Save, 1);

  save->window = g_object_ref (window);
  save->then = then;
  return save;
}

static void
save_end (Save *save, gboolean saved)
{
  if (save->then != NULL)
    save->then (save->window, saved);
  g_object_unref (save->window);
  g_clear_object (&save->file);
  g_free (save);
}

/* --- What is said afterwards --- */

static void
tell_saved (ToriWindow *self, const ToriSaveReport *report)
{
  g_autofree char *name = tori_document_get_display_name (self->document);
  g_autofree char *text = NULL;

  if (report->kept_path != NULL)
    {
      g_autofree char *kept = g_filename_display_name (report->kept_path);
      /* Translators: %s is the path of a file. */
      g_autofree char *body = g_strdup_printf (_ ("Your plan is saved. In the same moment somebody else "
                                                  "saved this file too; theirs was kept as %s. "
                                                  "Open both and bring them together."),
                                               kept);
      GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Two People Saved at Once"), body);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
    }
  /* Translators: %s is the name of a file. */
  text = g_strdup_printf (
      report->is_confirmed ? _ ("Saved %s") : _ ("Saved %s, but the server has not confirmed it"), name);
  tori_window_toast (self, text);
}

/* --- What is asked when it could not be saved --- */

/* What they changed is in the plan now, and nothing had to be decided: so it can be saved. */
static void
taken_in (ToriWindow *self, gboolean done)
{
  if (done)
    tori_window_save (self, FALSE, NULL);
}

static void
problem_response_cb (AdwMessageDialog *dialog, const char *response, Save *save)
{
  g_autofree char *name = NULL;

  if (g_str_equal (response, "elsewhere"))
    {
      name = tori_document_get_display_name (save->window->document);
      choose_place (save, name);
      return;
    }
  if (g_str_equal (response, "take-in"))
    tori_window_take_in (save->window, taken_in);
  else if (g_str_equal (response, "reload"))
    tori_window_reload (save->window);
  save_end (save, FALSE);
}

static void
ask_about_problem (Save *save, const GError *error)
{
  const gboolean conflict = g_error_matches (error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_CONFLICT);
  g_autofree char *shown = tori_document_get_display_name (save->window->document);
  g_autofree char *name = g_file_get_parse_name (save->file);
  g_autofree char *body =
      /* Translators: %s is the name of a file. */
      conflict
          ? g_strdup_printf (_ ("%s was saved by somebody else since you opened it. Their changes can be "
                                "brought together with yours; where both changed the same, you decide."),
                             shown)
          : tori_storage_error_describe (error, name);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (save->window),
      conflict ? _ ("Somebody Else Has Changed This File") : _ ("The Plan Was Not Saved"), body);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  const char *suggested;

  adw_message_dialog_add_response (message, "cancel", _ ("_Cancel"));
  if (conflict)
    {
      /* Translators: throws my changes away and shows the file as the other person saved it. */
      adw_message_dialog_add_response (message, "reload", _ ("_Discard Mine, Open Theirs"));
      adw_message_dialog_set_response_appearance (message, "reload", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_add_response (message, "elsewhere", _ ("_Save in Another Place…"));
  if (conflict)
    adw_message_dialog_add_response (message, "take-in", _ ("_Take In Their Changes"));
  suggested = conflict ? "take-in" : "elsewhere";
  adw_message_dialog_set_response_appearance (message, suggested, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, suggested);
  adw_message_dialog_set_close_response (message, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (problem_response_cb), save);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- Saving --- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Save *save = data;
  ToriWindow *self = save->window;
  g_autoptr (GError) error = NULL;
  ToriSaveReport report = { 0 };

  if (!tori_document_save_finish (TORI_DOCUMENT (source), result, &report, &error))
    {
      if (self->document == TORI_DOCUMENT (source)
          && !g_error_matches (error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_CONFLICT))
        tori_window_say_not_saved (self, error);
      ask_about_problem (save, error);
      return;
    }
  tori_window_say_saved (self);
  tori_recent_add (save->file);
  if (self->document == TORI_DOCUMENT (source))
    tell_saved (self, &report);
  tori_save_report_clear (&report);
  save_end (save, TRUE);
}

static void
place_response_cb (GtkNativeDialog *chooser, int response, Save *save)
{
  g_autoptr (GtkNativeDialog) owned = chooser; /* ours until there is a response */
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (owned));
  g_autoptr (GFile) folder = chosen == NULL ? NULL : g_file_get_parent (chosen);
  g_autofree char *again = NULL;

  if (response != GTK_RESPONSE_ACCEPT || chosen == NULL)
    {
      save_end (save, FALSE);
      return;
    }
  g_clear_object (&save->file);
  save->file = tori_file_chooser_complete (chosen, SUFFIX, &again);
  if (save->file == NULL)
    {
      choose_place (save, again);
      return;
    }
  tori_last_folder_set (folder);
  tori_document_save_async (save->window->document, save->file, saved_cb, save);
}

static void
choose_place (Save *save, const char *name)
{
  GtkFileChooserNative *chooser = tori_file_chooser_new_save (
      GTK_WINDOW (save->window), tori_document_get_file (save->window->document), name);

  g_signal_connect (chooser, "response", G_CALLBACK (place_response_cb), save);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * tori_window_save:
 * @self: a window with a document
 * @in_new_place: whether to ask for a place although it has one
 * @then: (nullable): what comes after, be it saved or not
 *
 * Saves the document, asking for what has to be known.
 */
void
tori_window_save (ToriWindow *self, gboolean in_new_place, ToriSavedFunc then)
{
  Save *save = save_new (self, then);
  g_autofree char *name = NULL;

  if (tori_document_get_file (self->document) != NULL && !in_new_place)
    {
      save->file = g_object_ref (tori_document_get_file (self->document));
      tori_document_save_async (self->document, NULL, saved_cb, save);
      return;
    }
  name = tori_document_get_display_name (self->document);
  if (name == NULL)
    name =
        tori_file_chooser_make_name (tori_plan_get_title (tori_document_get_plan (self->document)), SUFFIX);
  choose_place (save, name);
}

/* --- Closing --- */

static gboolean
close_cb (gpointer data)
{
  ToriWindow *self = data;

  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

/* After the dialog that asked has gone: GTK 4.8 does not notice when the window that a dying dialog belongs
 * to goes first. */
static void
close_soon (ToriWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self), g_object_unref);
}

static void
saved_before_close (ToriWindow *self, gboolean saved)
{
  /* Typing may have gone on while it was being saved. */
  if (saved && !tori_document_get_modified (self->document))
    close_soon (self);
  else
    g_signal_emit_by_name (self, "stayed");
}

static void
close_response_cb (AdwMessageDialog *dialog, const char *response, ToriWindow *self)
{
  if (g_str_equal (response, "save"))
    tori_window_save (self, FALSE, saved_before_close);
  else if (g_str_equal (response, "discard"))
    close_soon (self);
  else
    g_signal_emit_by_name (self, "stayed");
}

static void
ask_before_close (ToriWindow *self)
{
  const char *title = tori_plan_get_title (tori_document_get_plan (self->document));
  /* Translators: %s is the title of a plan. */
  g_autofree char *body =
      g_strdup_printf (_ ("“%s” has changes that are not saved. They are lost unless you save them."), title);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Save the Changes?"), body);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_responses (message, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"), "save",
                                    _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (message, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (message, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "save");
  adw_message_dialog_set_close_response (message, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
idle_cb (ToriDocument *document, GParamSpec *pspec, ToriWindow *self)
{
  g_signal_handlers_disconnect_by_func (document, idle_cb, self);
  gtk_window_close (GTK_WINDOW (self));
}

/**
 * tori_window_may_close:
 * @self: a window that somebody wants to close
 *
 * Returns: whether it can go now; else the user is being asked, or a save is still on its way, and it goes
 * later
 */
gboolean
tori_window_may_close (ToriWindow *self)
{
  if (self->document == NULL || self->closing)
    return TRUE;
  if (self->editor != NULL)
    tori_editor_write (self->editor);
  if (tori_document_get_saving (self->document))
    {
      g_signal_handlers_disconnect_by_func (self->document, idle_cb, self);
      g_signal_connect_object (self->document, "notify::saving", G_CALLBACK (idle_cb), self, G_CONNECT_AFTER);
      return FALSE;
    }
  if (!tori_document_get_modified (self->document))
    return TRUE;
  tori_document_keep (self->document);
  ask_before_close (self);
  return FALSE;
}
