/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-window-private.h"

#include <glib/gi18n.h>

#include "storage/tori-storage-words.h"
#include "ui/tori-conflicts-dialog.h"

/* What others save into the file that is open here. It is looked at when the window gets the focus, every
 * half a minute, and before each save (by the store). Where nothing was changed here, theirs is simply shown;
 * else the window says so, and their changes are brought in when the user wants it. */

#define INTERVAL 30 /* seconds */

/* --- Bringing in what they changed --- */

static void
tell_taken_in (ToriWindow *self, guint n_changes)
{
  g_autofree char *text =
      n_changes == 0 ? g_strdup (_ ("The file was saved by somebody else, without changes"))
                     : g_strdup_printf (ngettext ("Somebody else changed this plan: %u change was taken in",
                                                  "Somebody else changed this plan: %u changes were taken in",
                                                  n_changes),
                                        n_changes);

  tori_window_toast (self, text);
}

/* Returns: whether there was no conflict */
static gboolean
take_in (ToriWindow *self, const ToriTheirs *theirs)
{
  ToriMerge *merge;
  GtkWindow *dialog;

  if (self->editor != NULL)
    tori_editor_write (self->editor);
  merge = tori_document_take_in (self->document, theirs);
  tori_notices_hide (self->notices, TORI_NOTICE_CHANGED);
  tell_taken_in (self, merge->changes->len);
  if (merge->conflicts->len == 0)
    {
      tori_merge_free (merge);
      return TRUE;
    }
  dialog = tori_conflicts_dialog_new (tori_document_get_history (self->document), merge);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (self));
  gtk_window_present (dialog);
  return FALSE;
}

/* --- Looking --- */

static void
say_unreachable (ToriWindow *self, const GError *error)
{
  g_autofree char *name = tori_document_get_display_name (self->document);
  g_autofree char *why = NULL;

  tori_notices_hide (self->notices, TORI_NOTICE_CHANGED);
  if (tori_notices_has (self->notices, TORI_NOTICE_NOT_SAVED))
    return; /* which says so too */
  if (g_error_matches (error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_NOT_FOUND))
    /* Translators: %s is the name of the plan's file. */
    why =
        g_strdup_printf (_ ("%s is no longer where it was: somebody has moved, renamed or deleted it, or the "
                            "shared folder is not connected. What you see here is still whole."),
                         name);
  else
    why = tori_storage_error_describe (error, name);
  tori_notices_show (self->notices, TORI_NOTICE_UNREACHABLE, why, _ ("_Save in Another Place…"),
                     "win.save-as", NULL);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ToriWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriTheirs) theirs = tori_document_check_finish (TORI_DOCUMENT (source), result, &error);

  self->checking = FALSE;
  if (self->document != TORI_DOCUMENT (source))
    return; /* it was closed meanwhile */
  if (self->check_again)
    {
      tori_window_check_file (self);
      return;
    }
  if (error != NULL)
    {
      say_unreachable (self, error);
      return;
    }
  tori_notices_hide (self->notices, TORI_NOTICE_UNREACHABLE);
  if (theirs == NULL)
    {
      tori_notices_hide (self->notices, TORI_NOTICE_CHANGED);
      return;
    }
  if (!tori_document_get_modified (self->document) && !self->composing)
    take_in (self, theirs);
  else
    tori_notices_show (
        self->notices, TORI_NOTICE_CHANGED,
        _ ("Somebody else has saved this file since you opened it. Bring their changes together with "
           "yours before you save."),
        /* Translators: a button: brings what somebody else changed into the plan. */
        _ ("_Take In Their Changes"), "win.take-in", NULL);
}

/**
 * tori_window_check_file:
 * @self: a window
 *
 * Looks whether somebody else has saved its file; where nothing was changed here theirs is shown.
 */
void
tori_window_check_file (ToriWindow *self)
{
  if (self->document == NULL || tori_document_get_saving (self->document))
    return;
  self->check_again = self->checking; /* what is being looked at may have been read before */
  if (self->checking)
    return;
  self->checking = TRUE;
  tori_document_check_async (self->document, checked_cb, g_object_ref (self));
}

static void
active_cb (ToriWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    return;
  tori_window_check_file (self);
  tori_window_check_lock (self);
}

static gboolean
interval_cb (gpointer data)
{
  tori_window_check_file (data);
  return G_SOURCE_CONTINUE;
}

/* --- The command --- */

/* Taking in on its way, and what comes after it. */
typedef struct
{
  ToriWindow *window;
  ToriSavedFunc then; /* NULL for nothing */
} TakeIn;

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TakeIn *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriTheirs) theirs = tori_document_check_finish (TORI_DOCUMENT (source), result, &error);
  gboolean is_done = FALSE;

  if (job->window->document == TORI_DOCUMENT (source))
    {
      if (error != NULL)
        say_unreachable (job->window, error);
      else
        is_done = theirs == NULL || take_in (job->window, theirs);
    }
  if (job->then != NULL)
    job->then (job->window, is_done);
  g_object_unref (job->window);
  g_free (job);
}

/**
 * tori_window_take_in:
 * @self: a window with a document
 * @then: (nullable): what comes after, with whether there was no conflict
 *
 * Brings what somebody else has saved into the plan, and lets the user decide where both changed the same.
 */
void
tori_window_take_in (ToriWindow *self, ToriSavedFunc then)
{
  TakeIn *job = g_new0 (TakeIn, 1);

  job->window = g_object_ref (self);
  job->then = then;
  tori_document_check_async (self->document, found_cb, job);
}

/* --- When --- */

/**
 * tori_window_watch_file:
 * @self: a window that has got a document
 *
 * Begins to look at its file.
 */
void
tori_window_watch_file (ToriWindow *self)
{
  tori_window_unwatch_file (self);
  self->active_id = g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  self->check_id = g_timeout_add_seconds (INTERVAL, interval_cb, self);
}

void
tori_window_unwatch_file (ToriWindow *self)
{
  g_clear_signal_handler (&self->active_id, self);
  g_clear_handle_id (&self->check_id, g_source_remove);
}
