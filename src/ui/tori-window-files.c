/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-window-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "ui/tori-recent.h"

/* A window and its file: opening, saving, closing. */

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
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ToriWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriDocument) document = tori_document_load_finish (result, &error);
  g_autoptr (GFile) file = g_steal_pointer (&self->loading);

  if (document == NULL)
    tori_window_show_page (self);
  else
    {
      tori_window_set_document (self, document);
      tori_recent_add (file);
    }
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

  self->loading = g_object_ref (file);
  tori_window_show_page (self);
  tori_document_load_async (file, loaded_cb, g_object_ref (self));
}

void
tori_window_open_copy (ToriWindow *self, GFile *file)
{
  tori_window_open (self, file);
}
