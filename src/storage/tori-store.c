/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-store.h"

#include "storage/tori-codec.h"
#include "storage/tori-remote-file.h"
#include "storage/tori-versions.h"

/* The file of a plan for as long as the plan is open: it reads and saves in a thread, and remembers what the
 * file held when we saw it last. A plan belongs to the main thread, so what is saved are the bytes that it
 * had when saving was asked for. Saves are done one after the other: else the order on the disk would be
 * luck. */
struct _ToriStore
{
  GObject parent_instance;

  GFile *file;       /* NULL until it is saved for the first time */
  ToriDigest digest; /* what it held; only when has_digest */
  gboolean has_digest;
  GBytes *base; /* the bytes themselves, to find by them who changed what; NULL when they are not at hand */
  gint64 base_time; /* when they were saved, in microseconds since 1970 */
  GQueue saves;     /* of GTask; the first one is under way */
};

typedef struct
{
  GFile *file;
  ToriDigest digest;
  GBytes *bytes;
  gint64 time;
} LoadJob;

typedef struct
{
  GFile *file;
  ToriDigest known;
  GBytes *base; /* what is known, if it is still there */
} CheckJob;

typedef struct
{
  GFile *file;
  GBytes *bytes;
  gboolean is_new_place; /* as the user chose it, and agreed to replace what is there */
  gboolean has_expected;
  ToriDigest expected;
  char *plan_id;
  GBytes *former; /* what is saved over; NULL when there is nothing or it is not at hand */
  gint64 former_time;
  ToriSaveReport report;
} SaveJob;

typedef enum
{
  PROP_FILE = 1,
  PROP_SAVING,
} ToriStoreProp;

static GParamSpec *props[PROP_SAVING + 1];

G_DEFINE_FINAL_TYPE (ToriStore, tori_store, G_TYPE_OBJECT)

static void start_save (ToriStore *self);

static void
load_job_free (gpointer data)
{
  LoadJob *job = data;

  g_object_unref (job->file);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

static void
check_job_free (gpointer data)
{
  CheckJob *job = data;

  g_clear_pointer (&job->base, g_bytes_unref);
  g_object_unref (job->file);
  g_free (job);
}

static void
save_job_free (gpointer data)
{
  SaveJob *job = data;

  g_object_unref (job->file);
  g_bytes_unref (job->bytes);
  g_clear_pointer (&job->former, g_bytes_unref);
  g_free (job->plan_id);
  tori_save_report_clear (&job->report);
  g_free (job);
}

static GBytes *
load_bytes (GFile *file, ToriDigest *digest, GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (file);

  return path ? tori_safe_file_load (path, digest, error)
              : tori_remote_file_load (file, digest, cancellable, error);
}

static gint64
find_time (GFile *file)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC,
                         G_FILE_QUERY_INFO_NONE, NULL, NULL);
  const guint64 seconds =
      info == NULL ? 0 : g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED);

  if (seconds == 0)
    return g_get_real_time ();
  return (gint64) seconds * G_USEC_PER_SEC
         + g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LoadJob *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = load_bytes (job->file, &job->digest, cancellable, &error);
  ToriPlan *plan = NULL;

  if (bytes)
    {
      plan = tori_codec_decode_bytes (bytes, &error);
      job->bytes = g_bytes_ref (bytes);
      job->time = find_time (job->file);
    }
  if (plan)
    g_task_return_pointer (task, plan, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Reads our own bytes back before they replace anything: they must give a plan that gives the same bytes. */
static gboolean
check_sound (GBytes *bytes, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (ToriPlan) plan = tori_codec_decode_bytes (bytes, &problem);

  if (plan)
    again = tori_codec_encode (plan);
  if (again && g_bytes_equal (again, bytes))
    return TRUE;

  g_propagate_error (error,
                     tori_storage_error_new_for_file (TORI_STORAGE_ERROR_UNSOUND,
                                                      problem ? problem->message : "not the same bytes"));
  return FALSE;
}

/* What is in the place that the user chose, who agreed that it be replaced. */
static gboolean
look_at_new_place (SaveJob *job, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) bytes = load_bytes (job->file, &job->expected, NULL, &problem);

  job->has_expected = bytes != NULL;
  if (bytes || g_error_matches (problem, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* What was saved over stays among the former versions; the save is done, whatever comes of that. */
static void
keep_former (SaveJob *job)
{
  g_autofree char *uri = NULL;

  if (!job->former || tori_digest_equal (&job->expected, &job->report.digest))
    return;
  uri = g_file_get_uri (job->file);
  tori_versions_keep (job->plan_id, uri, job->former_time, job->former, &job->expected, NULL);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SaveJob *job = data;
  const char *path = g_file_peek_path (job->file);
  GError *error = NULL;
  gboolean is_done =
      check_sound (job->bytes, &error) && (!job->is_new_place || look_at_new_place (job, &error));

  if (is_done)
    {
      const ToriDigest *expected = job->has_expected ? &job->expected : NULL;

      is_done = path ? tori_safe_file_save (path, job->bytes, expected, &job->report, &error)
                     : tori_remote_file_save (job->file, job->bytes, expected, &job->report, &error);
    }
  if (is_done)
    keep_former (job);
  if (is_done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_base (ToriStore *self, GBytes *bytes, const ToriDigest *digest, gint64 time)
{
  GBytes *base = g_bytes_ref (bytes);

  g_clear_pointer (&self->base, g_bytes_unref);
  self->base = base;
  self->digest = *digest;
  self->has_digest = TRUE;
  self->base_time = time;
}

static void
save_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ToriStore *self = TORI_STORE (source);
  g_autoptr (GTask) task = g_queue_pop_head (&self->saves);
  SaveJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  const gboolean is_done = g_task_propagate_boolean (G_TASK (result), &error);

  if (is_done)
    {
      set_base (self, job->bytes, &job->report.digest, g_get_real_time ());
      if (g_set_object (&self->file, job->file))
        g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
    }
  if (g_queue_is_empty (&self->saves))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVING]);
  else
    start_save (self);

  if (is_done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Starts the first save of the queue. The thread has a task of its own, whose end is dealt with here first.
 */
static void
start_save (ToriStore *self)
{
  SaveJob *job = g_task_get_task_data (g_queue_peek_head (&self->saves));
  g_autoptr (GTask) work = g_task_new (self, NULL, save_done_cb, NULL);

  /* Where the plan is and what is there is known only now: the save before may have changed both. */
  if (!job->is_new_place)
    {
      g_set_object (&job->file, self->file);
      job->expected = self->digest;
      job->has_expected = self->has_digest;
      if (self->base)
        job->former = g_bytes_ref (self->base);
      job->former_time = self->base_time;
    }
  g_task_set_source_tag (work, start_save);
  g_task_set_task_data (work, job, NULL);
  g_task_run_in_thread (work, save_in_thread);
}

static void
queue_save (ToriStore *self,
            ToriPlan *plan,
            GFile *file,
            gboolean is_new_place,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  SaveJob *job = g_new0 (SaveJob, 1);

  job->file = g_object_ref (file);
  job->bytes = tori_codec_encode (plan);
  job->is_new_place = is_new_place;
  job->plan_id = g_strdup (tori_record_get_id (TORI_RECORD (plan)));
  g_task_set_source_tag (task, queue_save);
  g_task_set_task_data (task, job, save_job_free);

  g_queue_push_tail (&self->saves, task);
  if (g_queue_get_length (&self->saves) > 1)
    return;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVING]);
  start_save (self);
}

static void
tori_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ToriStore *self = TORI_STORE (object);

  switch ((ToriStoreProp) id)
    {
    case PROP_FILE: g_value_set_object (value, self->file); return;
    case PROP_SAVING: g_value_set_boolean (value, tori_store_get_saving (self)); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_store_dispose (GObject *object)
{
  g_clear_object (&TORI_STORE (object)->file);
  g_clear_pointer (&TORI_STORE (object)->base, g_bytes_unref);

  G_OBJECT_CLASS (tori_store_parent_class)->dispose (object);
}

static void
tori_store_class_init (ToriStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tori_store_get_property;
  object_class->dispose = tori_store_dispose;

  /**
   * ToriStore:file:
   *
   * Where the plan is saved; NULL until it is. It changes when the plan has been saved in another place.
   */
  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  /**
   * ToriStore:saving:
   *
   * Whether a save is under way or waits.
   */
  props[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tori_store_init (ToriStore *self)
{
  g_queue_init (&self->saves);
}

/**
 * tori_store_new:
 * @file: (nullable): the plan's file; NULL for a plan that is in none yet
 *
 * Returns: (transfer full): a store that has not read anything yet
 */
ToriStore *
tori_store_new (GFile *file)
{
  ToriStore *self = g_object_new (TORI_TYPE_STORE, NULL);

  g_set_object (&self->file, file);
  return self;
}

/**
 * tori_store_new_known:
 * @file: (nullable): the plan's file
 * @digest: (nullable): of what it held when somebody saw it last
 *
 * Returns: (transfer full): a store of a plan that is not read from the file but belongs there
 */
ToriStore *
tori_store_new_known (GFile *file, const ToriDigest *digest)
{
  ToriStore *self = tori_store_new (file);

  self->has_digest = digest != NULL;
  if (digest != NULL)
    self->digest = *digest;
  return self;
}

/**
 * tori_store_get_file:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): where the plan is saved
 */
GFile *
tori_store_get_file (ToriStore *self)
{
  g_return_val_if_fail (TORI_IS_STORE (self), NULL);

  return self->file;
}

/**
 * tori_store_get_base_digest:
 * @self: a store
 * @digest: (out): of what the file held when we saw it last
 *
 * Returns: whether we have seen it
 */
gboolean
tori_store_get_base_digest (ToriStore *self, ToriDigest *digest)
{
  g_return_val_if_fail (TORI_IS_STORE (self), FALSE);

  if (self->has_digest)
    *digest = self->digest;
  return self->has_digest;
}

/**
 * tori_store_get_saving:
 * @self: a store
 *
 * Returns: whether a save is under way or waits
 */
gboolean
tori_store_get_saving (ToriStore *self)
{
  g_return_val_if_fail (TORI_IS_STORE (self), FALSE);

  return !g_queue_is_empty (&self->saves);
}

/**
 * tori_store_load_async:
 * @self: a store with a file
 * @cancellable: (nullable): to stop it
 * @callback: called when the plan is read
 * @user_data: for @callback
 *
 * Reads the plan. Nothing is changed on the disk, whatever comes of it.
 */
void
tori_store_load_async (ToriStore *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  LoadJob *job;

  g_return_if_fail (TORI_IS_STORE (self));
  g_return_if_fail (self->file != NULL);

  job = g_new0 (LoadJob, 1);
  job->file = g_object_ref (self->file);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tori_store_load_async);
  g_task_set_task_data (task, job, load_job_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * tori_store_load_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location of an error; tori_storage_error_describe () has the words for it
 *
 * Returns: (transfer full) (nullable): the plan
 */
ToriPlan *
tori_store_load_finish (ToriStore *self, GAsyncResult *result, GError **error)
{
  LoadJob *job;
  ToriPlan *plan;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  job = g_task_get_task_data (G_TASK (result));
  plan = g_task_propagate_pointer (G_TASK (result), error);
  if (plan)
    {
      set_base (self, job->bytes, &job->digest, job->time);
    }
  return plan;
}

void
tori_theirs_free (ToriTheirs *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->plan);
  g_free (self);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CheckJob *job = data;
  g_autoptr (ToriTheirs) theirs = g_new0 (ToriTheirs, 1);
  GError *error = NULL;

  theirs->bytes = load_bytes (job->file, &theirs->digest, cancellable, &error);
  if (theirs->bytes && tori_digest_equal (&theirs->digest, &job->known))
    job->base = g_bytes_ref (theirs->bytes);
  else if (theirs->bytes)
    theirs->plan = tori_codec_decode_bytes (theirs->bytes, &error);
  if (error)
    g_task_return_error (task, error);
  else if (theirs->plan)
    g_task_return_pointer (task, g_steal_pointer (&theirs), (GDestroyNotify) tori_theirs_free);
  else
    g_task_return_pointer (task, NULL, NULL);
}

/**
 * tori_store_check_async:
 * @self: a store with a file that was read or saved
 * @callback: called when it has been looked at
 * @user_data: for @callback
 *
 * Looks whether somebody else has saved the file since we saw it last.
 */
void
tori_store_check_async (ToriStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  CheckJob *job;

  g_return_if_fail (TORI_IS_STORE (self));
  g_return_if_fail (self->file != NULL && self->has_digest);

  job = g_new0 (CheckJob, 1);
  job->file = g_object_ref (self->file);
  job->known = self->digest;
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, tori_store_check_async);
  g_task_set_task_data (task, job, check_job_free);
  g_task_run_in_thread (task, check_in_thread);
}

/**
 * tori_store_check_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location of an error; what is there now cannot be read
 *
 * Returns: (transfer full) (nullable): what is there now; NULL when it is what we know, or was saved by us
 *   meanwhile
 */
ToriTheirs *
tori_store_check_finish (ToriStore *self, GAsyncResult *result, GError **error)
{
  g_autoptr (ToriTheirs) theirs = NULL;
  CheckJob *job;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  job = g_task_get_task_data (G_TASK (result));
  theirs = g_task_propagate_pointer (G_TASK (result), error);
  if (!tori_digest_equal (&job->known, &self->digest) || !g_file_equal (job->file, self->file))
    {
      g_clear_error (error);
      return NULL;
    }
  /* A plan that outlived a crash knew only the digest. */
  if (!self->base && job->base)
    set_base (self, job->base, &job->known, g_get_real_time ());
  return g_steal_pointer (&theirs);
}

/**
 * tori_store_take_in:
 * @self: a store
 * @theirs: what is in the file now
 *
 * To be called when our plan has all that is in theirs: the next save is compared with that.
 */
void
tori_store_take_in (ToriStore *self, const ToriTheirs *theirs)
{
  g_return_if_fail (TORI_IS_STORE (self));

  set_base (self, theirs->bytes, &theirs->digest, g_get_real_time ());
}

/**
 * tori_store_decode_base:
 * @self: a store
 * @plan_id: the plan's id
 *
 * Returns: (transfer full): the plan as it was when we saw the file last; one without content when that is
 * not known, so that nothing in ours or theirs seems to be as it was
 */
ToriPlan *
tori_store_decode_base (ToriStore *self, const char *plan_id)
{
  ToriPlan *plan = NULL;

  g_return_val_if_fail (TORI_IS_STORE (self), NULL);

  /* After a crash it may be among the former versions. */
  if (!self->base && self->has_digest)
    self->base = tori_versions_find (plan_id, &self->digest);
  if (self->base)
    plan = tori_codec_decode_bytes (self->base, NULL);
  return plan ? plan : g_object_new (TORI_TYPE_PLAN, NULL);
}

/**
 * tori_store_save_async:
 * @self: a store with a file
 * @plan: the plan, which may be changed as soon as this returns
 * @callback: called when it is saved or is not
 * @user_data: for @callback
 *
 * Saves the plan as it is now, by the protocol of tori-safe-file.c: not if somebody else has changed the file
 * since it was loaded or saved last.
 */
void
tori_store_save_async (ToriStore *self, ToriPlan *plan, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (TORI_IS_STORE (self));
  g_return_if_fail (TORI_IS_PLAN (plan));
  g_return_if_fail (self->file != NULL);

  queue_save (self, plan, self->file, FALSE, callback, user_data);
}

/**
 * tori_store_save_as_async:
 * @self: a store
 * @plan: the plan, which may be changed as soon as this returns
 * @file: where the user wants it to be; if something is there, the user has agreed that it be replaced
 * @callback: called when it is saved or is not
 * @user_data: for @callback
 *
 * Saves the plan as it is now in another place, which is the plan's file from then on.
 */
void
tori_store_save_as_async (
    ToriStore *self, ToriPlan *plan, GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (TORI_IS_STORE (self));
  g_return_if_fail (TORI_IS_PLAN (plan));
  g_return_if_fail (G_IS_FILE (file));

  queue_save (self, plan, file, TRUE, callback, user_data);
}

/**
 * tori_store_save_finish:
 * @self: a store
 * @result: what the callback got
 * @report: (out caller-allocates) (optional): what is to be said of a save that was done; clear with
 *   tori_save_report_clear ()
 * @error: return location of an error; tori_storage_error_describe () has the words for it
 *
 * Returns: whether the plan, as it was when saving was asked for, is in the file
 */
gboolean
tori_store_save_finish (ToriStore *self, GAsyncResult *result, ToriSaveReport *report, GError **error)
{
  SaveJob *job;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  job = g_task_get_task_data (G_TASK (result));
  if (report)
    {
      *report = job->report;
      report->kept_path = g_strdup (job->report.kept_path);
    }
  return TRUE;
}
