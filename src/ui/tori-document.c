/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-document.h"

#include "storage/tori-codec.h"

/* An open plan with the history of its changes and the file that it came from or was saved to. */
struct _ToriDocument
{
  GObject parent_instance;

  ToriHistory *history;
  GFile *file; /* NULL until the plan is saved for the first time */
  gboolean busy;
};

typedef enum
{
  PROP_FILE = 1,
  PROP_MODIFIED,
  PROP_BUSY
} ToriDocumentProp;

static GParamSpec *props[PROP_BUSY + 1];

G_DEFINE_FINAL_TYPE (ToriDocument, tori_document, G_TYPE_OBJECT)

static void
modified_cb (ToriDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

static void
tori_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ToriDocument *self = TORI_DOCUMENT (object);

  switch ((ToriDocumentProp) id)
    {
    case PROP_FILE: g_value_set_object (value, self->file); return;
    case PROP_MODIFIED: g_value_set_boolean (value, tori_document_get_modified (self)); return;
    case PROP_BUSY: g_value_set_boolean (value, self->busy); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_document_dispose (GObject *object)
{
  ToriDocument *self = TORI_DOCUMENT (object);

  g_clear_object (&self->history);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (tori_document_parent_class)->dispose (object);
}

static void
tori_document_class_init (ToriDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tori_document_get_property;
  object_class->dispose = tori_document_dispose;

  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tori_document_init (ToriDocument *self)
{
}

/**
 * tori_document_new:
 * @plan: a plan
 *
 * Returns: (transfer full): a document that is in no file yet
 */
ToriDocument *
tori_document_new (ToriPlan *plan)
{
  ToriDocument *self = g_object_new (TORI_TYPE_DOCUMENT, NULL);

  self->history = tori_history_new (plan);
  g_signal_connect_object (self->history, "notify::modified", G_CALLBACK (modified_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *bytes = NULL;
  gsize length;
  GError *error = NULL;
  ToriPlan *plan = NULL;

  if (g_file_load_contents (data, cancellable, &bytes, &length, NULL, &error))
    plan = tori_codec_decode (bytes, length, &error);
  if (plan == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, plan, g_object_unref);
}

/**
 * tori_document_load_async:
 * @file: a plan file
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads a plan in a thread.
 */
void
tori_document_load_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, tori_document_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * tori_document_load_finish:
 * @result: what the callback got
 * @error: why it could not be read
 *
 * Returns: (transfer full): the document; NULL on error
 */
ToriDocument *
tori_document_load_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (ToriPlan) plan = g_task_propagate_pointer (G_TASK (result), error);
  ToriDocument *self = plan == NULL ? NULL : tori_document_new (plan);

  if (self != NULL)
    self->file = g_object_ref (g_task_get_task_data (G_TASK (result)));
  return self;
}

ToriPlan *
tori_document_get_plan (ToriDocument *self)
{
  g_return_val_if_fail (TORI_IS_DOCUMENT (self), NULL);

  return tori_history_get_plan (self->history);
}

ToriHistory *
tori_document_get_history (ToriDocument *self)
{
  g_return_val_if_fail (TORI_IS_DOCUMENT (self), NULL);

  return self->history;
}

/**
 * tori_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): where it is saved; NULL until it is
 */
GFile *
tori_document_get_file (ToriDocument *self)
{
  g_return_val_if_fail (TORI_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * tori_document_get_display_name:
 * @self: a document
 *
 * Returns: (transfer full) (nullable): the name of its file, fit to be shown
 */
char *
tori_document_get_display_name (ToriDocument *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (TORI_IS_DOCUMENT (self), NULL);

  if (self->file == NULL)
    return NULL;
  name = g_file_get_basename (self->file);
  return g_filename_display_name (name);
}

/**
 * tori_document_get_modified:
 * @self: a document
 *
 * Returns: whether there is something to lose
 */
gboolean
tori_document_get_modified (ToriDocument *self)
{
  g_return_val_if_fail (TORI_IS_DOCUMENT (self), FALSE);

  return tori_history_get_modified (self->history);
}

/**
 * tori_document_get_busy:
 * @self: a document
 *
 * Returns: whether it is being saved
 */
gboolean
tori_document_get_busy (ToriDocument *self)
{
  g_return_val_if_fail (TORI_IS_DOCUMENT (self), FALSE);

  return self->busy;
}
