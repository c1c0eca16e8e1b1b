/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-window-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "storage/tori-storage-words.h"
#include "ui/tori-recent.h"
#include "ui/tori-window-state.h"

/* How a window gets its document: from a file, dropped, chosen or named on the command line. */

/**
 * tori_window_is_free:
 * @self: a window
 *
 * Returns: whether a document can be opened in it: it has none, and none is on its way
 */
gboolean
tori_window_is_free (ToriWindow *self)
{
  g_return_val_if_fail (TORI_IS_WINDOW (self), FALSE);

  return self->document == NULL && self->loading == NULL;
}

static gboolean
is_same_file (GFile *a, GFile *b)
{
  const char *path_a = g_file_peek_path (a), *path_b = g_file_peek_path (b);
  g_autofree char *real_a = NULL, *real_b = NULL;

  if (g_file_equal (a, b))
    return TRUE;
  if (path_a == NULL || path_b == NULL)
    return FALSE;
  real_a = realpath (path_a, NULL);
  real_b = realpath (path_b, NULL);
  return real_a != NULL && g_strcmp0 (real_a, real_b) == 0;
}

/**
 * tori_window_has_file:
 * @self: a window
 * @file: a file
 *
 * Returns: whether that file is open here or on its way, be it by another name
 */
gboolean
tori_window_has_file (ToriWindow *self, GFile *file)
{
  GFile *own;

  g_return_val_if_fail (TORI_IS_WINDOW (self), FALSE);

  own = self->document == NULL ? self->loading : tori_document_get_file (self->document);
  return own != NULL && is_same_file (own, file);
}

static void
response_cb (GtkWidget *dialog, const char *response, ToriWindow *self)
{
  GFile *file = g_object_get_data (G_OBJECT (dialog), "file");

  if (g_str_equal (response, "forget"))
    tori_recent_remove (file);
  if (g_str_equal (response, "former") && tori_window_is_free (self))
    tori_window_open_former (self, file);
}

static void
report_problem (ToriWindow *self, GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *body = tori_storage_error_describe (error, name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("The Plan Could Not Be Opened"), body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  if (g_error_matches (error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_NOT_FOUND))
    /* Translators: a plan that is not there any more will not be offered under "Opened Lately" again. */
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "forget", _ ("_Remove from List"));
  if (tori_window_is_free (self) && tori_window_has_former (file))
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "former", _ ("Open a _Former Version"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "former",
                                                  ADW_RESPONSE_SUGGESTED);
    }
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_loaded (ToriWindow *self, ToriDocument *document, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (ToriDocument) copy = NULL;

  if (self->loads_copy)
    {
      copy = tori_document_new (tori_document_get_plan (document));
      tori_window_set_document (self, copy);
      return;
    }
  tori_window_set_document (self, document);
  tori_recent_add (file);
  tori_last_folder_set (folder);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ToriWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriDocument) document = tori_document_load_finish (result, &error);
  g_autoptr (GFile) file = g_steal_pointer (&self->loading);

  if (file == NULL)
    return; /* the window was closed meanwhile */
  if (document != NULL)
    {
      show_loaded (self, document, file);
      return;
    }
  tori_window_show_page (self);
  report_problem (self, file, error);
}

static void
load (ToriWindow *self, GFile *file, gboolean as_copy)
{
  g_set_object (&self->loading, file);
  self->loads_copy = as_copy;
  tori_window_show_page (self);
  tori_document_load_async (file, loaded_cb, g_object_ref (self));
}

/**
 * tori_window_open:
 * @self: a window that is free
 * @file: a plan file
 *
 * Opens a plan here. When that fails the window says why.
 */
void
tori_window_open (ToriWindow *self, GFile *file)
{
  g_return_if_fail (TORI_IS_WINDOW (self));
  g_return_if_fail (tori_window_is_free (self));

  load (self, file, FALSE);
}

/**
 * tori_window_open_copy:
 * @self: a window that is free
 * @file: a plan file
 *
 * Opens a plan as one that is in no file yet: what is done to it is kept nowhere unless it is saved.
 */
void
tori_window_open_copy (ToriWindow *self, GFile *file)
{
  g_return_if_fail (TORI_IS_WINDOW (self));
  g_return_if_fail (tori_window_is_free (self));

  load (self, file, TRUE);
}

/* Reads the file again, and puts what is there in the place of what is shown. */
void
tori_window_reload (ToriWindow *self)
{
  load (self, tori_document_get_file (self->document), FALSE);
}

static gboolean
drop_cb (ToriWindow *self, const GValue *value)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  if (application != NULL && files->len > 0)
    g_application_open (application, (GFile **) files->pdata, (int) files->len, "");
  return files->len > 0;
}

/* Files that are dropped on the window are opened. */
void
tori_window_accept_drops (ToriWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
