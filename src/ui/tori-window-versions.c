/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-window-private.h"

#include <glib/gi18n.h>

#include "storage/tori-codec.h"
#include "storage/tori-versions.h"
#include "ui/tori-versions-dialog.h"

/* Former versions of the plan of a window, and of a file that cannot be opened any more. */

static void
look_cb (GtkWindow *dialog, GFile *file, ToriWindow *self)
{
  ToriWindow *window = tori_window_new (gtk_window_get_application (GTK_WINDOW (self)));

  tori_window_open_copy (window, file);
  gtk_window_present (GTK_WINDOW (window));
}

static void
restored_cb (GtkWindow *dialog, ToriWindow *self)
{
  tori_window_offer_undo (self, _ ("The plan is as it was in that version"));
}

static void
versions_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  GtkWindow *dialog;

  if (self->editor != NULL)
    tori_editor_write (self->editor);
  dialog = tori_versions_dialog_new (tori_document_get_history (self->document));
  gtk_window_set_transient_for (dialog, GTK_WINDOW (self));
  g_signal_connect_object (dialog, "look", G_CALLBACK (look_cb), self, 0);
  g_signal_connect_object (dialog, "restored", G_CALLBACK (restored_cb), self, 0);
  gtk_window_present (dialog);
}

void
tori_window_add_versions_action (ToriWindow *self)
{
  static const GActionEntry entries[] = { { .name = "versions", .activate = versions_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * tori_window_open_former:
 * @self: a window that is free
 * @file: a plan file that cannot be read
 *
 * Shows the latest of what the file once held that can be read, as changes that are not saved.
 *
 * Returns: FALSE when there is none
 */
gboolean
tori_window_open_former (ToriWindow *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GPtrArray) versions = tori_versions_list_of_file (uri);

  for (guint i = 0; i < versions->len; i++)
    {
      const ToriVersion *version = versions->pdata[i];
      ToriDigest digest;
      g_autoptr (GBytes) bytes = tori_safe_file_load (version->path, &digest, NULL);
      g_autoptr (ToriPlan) plan = bytes == NULL ? NULL : tori_codec_decode_bytes (bytes, NULL);

      if (plan != NULL)
        {
          g_autoptr (ToriDocument) document = tori_document_new_unsaved (plan);

          tori_window_set_document (self, document);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * tori_window_has_former:
 * @file: a plan file
 *
 * Returns: whether tori_window_open_former() may have something to show
 */
gboolean
tori_window_has_former (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GPtrArray) versions = tori_versions_list_of_file (uri);

  return versions->len > 0;
}
