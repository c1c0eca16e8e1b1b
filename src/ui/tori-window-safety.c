/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-window-private.h"

#include <glib/gi18n.h>

#include "storage/tori-storage-words.h"

/* What a window does and says so that nothing is lost: it holds up a logout while there is something to save,
 * and says for as long as it is so that something could not be written. */

static void
let_log_out (ToriWindow *self)
{
  if (self->inhibition != 0)
    gtk_application_uninhibit (self->inhibited, self->inhibition);
  self->inhibition = 0;
  g_clear_object (&self->inhibited);
}

static void
follow_modified (ToriWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (!tori_document_get_modified (self->document))
    let_log_out (self);
  else if (self->inhibited == NULL && g_set_object (&self->inhibited, application))
    self->inhibition =
        gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_LOGOUT,
                                 _ ("There are changes that are not saved"));
}

static void
follow_unguarded (ToriWindow *self)
{
  const GError *problem = tori_document_get_unguarded (self->document);
  g_autofree char *place = NULL;
  g_autofree char *why = NULL;
  g_autofree char *text = NULL;

  if (problem == NULL)
    {
      tori_notices_hide (self->notices, TORI_NOTICE_UNGUARDED);
      return;
    }
  place = g_filename_display_name (g_get_user_state_dir ());
  why = tori_storage_error_describe (problem, place);
  /* Translators: %s says of the folder for such copies what is wrong with it. */
  text = g_strdup_printf (
      _ ("If the program ends unexpectedly now, what you have changed since the last save is "
         "lost: no safety copy can be kept. Save often. (%s)"),
      why);
  tori_notices_show (self->notices, TORI_NOTICE_UNGUARDED, text, _ ("_Save"), "win.save", NULL);
}

/**
 * tori_window_say_not_saved:
 * @self: a window with a document
 * @error: why it could not be saved
 *
 * Says so until it is saved; the changes are still there.
 */
void
tori_window_say_not_saved (ToriWindow *self, const GError *error)
{
  g_autofree char *name = tori_document_get_display_name (self->document);
  g_autofree char *why = tori_storage_error_describe (error, name == NULL ? _ ("Not saved yet") : name);
  g_autofree char *text = NULL;

  /* Translators: %s says of the file why it could not be saved and what can be done. */
  text = g_strdup_printf (_ ("Your changes are not saved yet; they are still here. %s"), why);
  tori_notices_hide (self->notices, TORI_NOTICE_CHANGED);
  tori_notices_hide (self->notices, TORI_NOTICE_UNREACHABLE);
  tori_notices_show (self->notices, TORI_NOTICE_NOT_SAVED, text, _ ("_Try Again"), "win.save",
                     _ ("_Save in Another Place…"), "win.save-as", NULL);
}

void
tori_window_say_saved (ToriWindow *self)
{
  tori_notices_hide (self->notices, TORI_NOTICE_NOT_SAVED);
}

/**
 * tori_window_watch_document:
 * @self: a window that has got a document
 *
 * Begins to see to its safety.
 */
void
tori_window_watch_document (ToriWindow *self)
{
  g_signal_connect_object (self->document, "notify::modified", G_CALLBACK (follow_modified), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::unguarded", G_CALLBACK (follow_unguarded), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (tori_window_watch_lock), self,
                           G_CONNECT_SWAPPED);
  follow_modified (self);
  follow_unguarded (self);
  tori_window_watch_file (self);
  tori_window_watch_lock (self);
}

/**
 * tori_window_unwatch_document:
 * @self: a window that is about to let go of its document
 */
void
tori_window_unwatch_document (ToriWindow *self)
{
  let_log_out (self);
  tori_window_unwatch_file (self);
  tori_window_unwatch_lock (self);
  for (ToriNotice notice = 0; notice < TORI_N_NOTICES; notice++)
    tori_notices_hide (self->notices, notice);
}

/**
 * tori_window_leave:
 * @self: a window with a document
 *
 * Leaves what is not saved for the next start, since the program is about to be ended.
 */
void
tori_window_leave (ToriWindow *self)
{
  g_return_if_fail (TORI_IS_WINDOW (self));
  g_return_if_fail (self->document != NULL);

  if (self->editor != NULL)
    tori_editor_write (self->editor);
  tori_document_keep (self->document);
  tori_document_leave (self->document);
  tori_window_unwatch_lock (self);
}
