/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-document.h"

#include "storage/tori-codec.h"
#include "ui/tori-guard.h"

/* An open plan with the history of its changes, the store that reads and saves its file, and the guard that
 * keeps a copy of what is not saved yet. */
struct _ToriDocument
{
  GObject parent_instance;

  ToriHistory *history;
  ToriStore *store;
  ToriGuard *guard;
  gboolean is_unsaved; /* there is something to lose although nothing was changed */
};

typedef enum
{
  PROP_FILE = 1,
  PROP_MODIFIED,
  PROP_SAVING,
  PROP_UNGUARDED
} ToriDocumentProp;

static GParamSpec *props[PROP_UNGUARDED + 1];

G_DEFINE_FINAL_TYPE (ToriDocument, tori_document, G_TYPE_OBJECT)

static void
modified_cb (ToriDocument *self)
{
  tori_guard_set_needed (self->guard, tori_document_get_modified (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

static void
file_cb (ToriDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
}

static void
saving_cb (ToriDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVING]);
}

static void
failing_cb (ToriDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNGUARDED]);
}

static void
tori_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ToriDocument *self = TORI_DOCUMENT (object);

  switch ((ToriDocumentProp) id)
    {
    case PROP_FILE: g_value_set_object (value, tori_document_get_file (self)); return;
    case PROP_MODIFIED: g_value_set_boolean (value, tori_document_get_modified (self)); return;
    case PROP_SAVING: g_value_set_boolean (value, tori_document_get_saving (self)); return;
    case PROP_UNGUARDED: g_value_set_boolean (value, tori_document_get_unguarded (self) != NULL); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_document_dispose (GObject *object)
{
  ToriDocument *self = TORI_DOCUMENT (object);

  g_clear_object (&self->guard);
  g_clear_object (&self->history);
  g_clear_object (&self->store);

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
  props[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  /* Whether no copy of what is not saved could be kept. */
  props[PROP_UNGUARDED] = g_param_spec_boolean ("unguarded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tori_document_init (ToriDocument *self)
{
}

static ToriDocument *
create (ToriPlan *plan, ToriStore *store, ToriRecovery *copies)
{
  ToriDocument *self = g_object_new (TORI_TYPE_DOCUMENT, NULL);

  self->history = tori_history_new (plan);
  self->store = g_object_ref (store);
  self->guard = tori_guard_new (plan, store, copies);
  g_signal_connect_object (self->guard, "notify::failing", G_CALLBACK (failing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify::modified", G_CALLBACK (modified_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::file", G_CALLBACK (file_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::saving", G_CALLBACK (saving_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tori_document_new:
 * @plan: a plan
 *
 * Returns: (transfer full): a document that is in no file yet; nothing is lost with it until it is changed
 */
ToriDocument *
tori_document_new (ToriPlan *plan)
{
  g_autoptr (ToriStore) store = tori_store_new (NULL);

  return create (plan, store, NULL);
}

/**
 * tori_document_new_unsaved:
 * @plan: a plan that somebody has just made
 *
 * Returns: (transfer full): a document that is in no file yet, and should be
 */
ToriDocument *
tori_document_new_unsaved (ToriPlan *plan)
{
  ToriDocument *self = tori_document_new (plan);

  self->is_unsaved = TRUE;
  tori_guard_set_needed (self->guard, TRUE);
  return self;
}

/**
 * tori_document_new_restored:
 * @copies: copies of a plan whose editor has died
 * @error: why there is none that can be read; tori_storage_error_describe() has the words for it
 *
 * Returns: (transfer full) (nullable): a document of the latest copy, which belongs to the file that it was
 * of and is not saved there
 */
ToriDocument *
tori_document_new_restored (ToriRecovery *copies, GError **error)
{
  ToriRecoveryAbout about;
  g_autoptr (GBytes) bytes = tori_recovery_read (copies, &about);
  g_autoptr (ToriPlan) plan = NULL;
  ToriDocument *self = NULL;

  if (bytes == NULL)
    g_propagate_error (error, tori_storage_error_new_for_file (TORI_STORAGE_ERROR_READ_FAILED, NULL));
  else
    plan = tori_codec_decode_bytes (bytes, error);
  if (plan != NULL)
    {
      g_autoptr (GFile) file = about.uri == NULL ? NULL : g_file_new_for_uri (about.uri);
      g_autoptr (ToriStore) store = tori_store_new_known (file, about.has_base ? &about.base : NULL);

      self = create (plan, store, copies);
      tori_recovery_take_over (copies);
      self->is_unsaved = TRUE;
      tori_guard_set_needed (self->guard, TRUE);
    }
  tori_recovery_about_clear (&about);
  return self;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (ToriPlan) plan = tori_store_load_finish (TORI_STORE (source), result, &error);

  if (plan == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, create (plan, TORI_STORE (source), NULL), g_object_unref);
}

/**
 * tori_document_load_async:
 * @file: a plan file
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads a plan without holding anything up.
 */
void
tori_document_load_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (ToriStore) store = tori_store_new (file);
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, tori_document_load_async);
  tori_store_load_async (store, NULL, loaded_cb, task);
}

/**
 * tori_document_load_finish:
 * @result: what the callback got
 * @error: why it could not be read; tori_storage_error_describe() has the words for it
 *
 * Returns: (transfer full): the document; NULL on error
 */
ToriDocument *
tori_document_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  ToriDocument *self = g_task_get_source_object (task);
  g_autofree ToriSaveReport *report = g_new0 (ToriSaveReport, 1);
  const guint64 *mark = g_task_get_task_data (task);
  GError *error = NULL;

  if (!tori_store_save_finish (TORI_STORE (source), result, report, &error))
    {
      tori_guard_write_soon (self->guard);
      g_task_return_error (task, error);
      return;
    }
  self->is_unsaved = FALSE;
  tori_history_mark_saved (self->history, *mark);
  modified_cb (self);
  /* What was typed meanwhile is kept as a change of what is saved now. */
  tori_guard_write_soon (self->guard);
  g_task_return_pointer (task, g_steal_pointer (&report), g_free);
}

/**
 * tori_document_save_async:
 * @self: a document
 * @file: (nullable): another place, which the user chose; NULL for its own file
 * @callback: called when it has been saved, or not
 * @user_data: for @callback
 *
 * Saves the plan as it is now. The user may go on meanwhile.
 */
void
tori_document_save_async (ToriDocument *self, GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  const guint64 mark = tori_history_get_mark (self->history);

  g_return_if_fail (TORI_IS_DOCUMENT (self));
  g_return_if_fail (file != NULL || tori_document_get_file (self) != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, tori_document_save_async);
  g_task_set_task_data (task, g_memdup2 (&mark, sizeof mark), g_free);
  if (file == NULL)
    tori_store_save_async (self->store, tori_document_get_plan (self), saved_cb, task);
  else
    tori_store_save_as_async (self->store, tori_document_get_plan (self), file, saved_cb, task);
}

/**
 * tori_document_save_finish:
 * @self: a document
 * @result: what the callback got
 * @report: (out caller-allocates): what is to be said of a save that was done; clear with
 * tori_save_report_clear()
 * @error: why it was not saved; tori_storage_error_describe() has the words for it
 *
 * Returns: whether it was saved; if not, what is in the file is as the error says
 */
gboolean
tori_document_save_finish (ToriDocument *self, GAsyncResult *result, ToriSaveReport *report, GError **error)
{
  g_autofree ToriSaveReport *done = g_task_propagate_pointer (G_TASK (result), error);

  if (done == NULL)
    return FALSE;
  *report = *done;
  return TRUE;
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  ToriTheirs *theirs = tori_store_check_finish (TORI_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, theirs, (GDestroyNotify) tori_theirs_free);
}

/**
 * tori_document_check_async:
 * @self: a document
 * @callback: called when its file has been looked at
 * @user_data: for @callback
 *
 * Looks whether somebody else has saved the file; there is nothing to look at in one without a file, or while
 * it is being saved.
 */
void
tori_document_check_async (ToriDocument *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  ToriDigest digest;

  g_return_if_fail (TORI_IS_DOCUMENT (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, tori_document_check_async);
  if (tori_document_get_file (self) != NULL && !tori_document_get_saving (self)
      && tori_store_get_base_digest (self->store, &digest))
    {
      tori_store_check_async (self->store, checked_cb, task);
      return;
    }
  g_task_return_pointer (task, NULL, NULL);
  g_object_unref (task);
}

/**
 * tori_document_check_finish:
 * @self: a document
 * @result: what the callback got
 * @error: why what is there now cannot be read; tori_storage_error_describe() has the words for it
 *
 * Returns: (transfer full) (nullable): what somebody else has saved; NULL for nothing
 */
ToriTheirs *
tori_document_check_finish (ToriDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tori_document_take_in:
 * @self: a document
 * @theirs: what somebody else has saved
 *
 * Brings their changes into the plan, as one step. Where both changed the same, ours is kept. If nothing was
 * changed here, the plan is the saved one afterwards.
 *
 * Returns: (transfer full): what was changed, and where both had changed the same
 */
ToriMerge *
tori_document_take_in (ToriDocument *self, const ToriTheirs *theirs)
{
  const gboolean was_modified = tori_document_get_modified (self);
  g_autoptr (ToriPlan) base = NULL;
  ToriMerge *merge;

  g_return_val_if_fail (TORI_IS_DOCUMENT (self), NULL);

  base =
      tori_store_decode_base (self->store, tori_record_get_id (TORI_RECORD (tori_document_get_plan (self))));
  merge = tori_merge (self->history, TORI_STEP_MERGE, base, theirs->plan);
  tori_store_take_in (self->store, theirs);
  if (!was_modified)
    tori_history_mark_saved (self->history, tori_history_get_mark (self->history));
  tori_guard_write_soon (self->guard);
  return merge;
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

  return tori_store_get_file (self->store);
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
  GFile *file = tori_document_get_file (self);
  g_autofree char *name = file == NULL ? NULL : g_file_get_basename (file);

  return name == NULL ? NULL : g_filename_display_name (name);
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

  return self->is_unsaved || tori_history_get_modified (self->history);
}

/**
 * tori_document_get_saving:
 * @self: a document
 *
 * Returns: whether it is being saved at the moment
 */
gboolean
tori_document_get_saving (ToriDocument *self)
{
  g_return_val_if_fail (TORI_IS_DOCUMENT (self), FALSE);

  return tori_store_get_saving (self->store);
}

/**
 * tori_document_keep:
 * @self: a document
 *
 * Keeps a copy of what is not saved, at once: before something that may end badly.
 *
 * Returns: FALSE when there is something to lose and no copy could be kept
 */
gboolean
tori_document_keep (ToriDocument *self)
{
  g_return_val_if_fail (TORI_IS_DOCUMENT (self), FALSE);

  return tori_guard_write_now (self->guard);
}

/**
 * tori_document_leave:
 * @self: a document
 *
 * Leaves the copy of what is not saved for the next start of the program.
 */
void
tori_document_leave (ToriDocument *self)
{
  g_return_if_fail (TORI_IS_DOCUMENT (self));

  tori_guard_leave (self->guard);
}

/**
 * tori_document_get_unguarded:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): why no copy of what is not saved could be kept
 */
const GError *
tori_document_get_unguarded (ToriDocument *self)
{
  g_return_val_if_fail (TORI_IS_DOCUMENT (self), NULL);

  return tori_guard_get_problem (self->guard);
}
