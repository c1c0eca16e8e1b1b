/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-guard.h"

#include "model/tori-pillar.h"
#include "storage/tori-codec.h"

/*
 * Sees to it that what somebody types outlives the program: while a plan has changes that are not saved, a
 * copy of it is kept up to date in the state folder. The first copy is made a second after the first change,
 * later ones every two seconds while changes go on. When a plan is so large that making its bytes would be
 * felt between two keys, copies are fewer and wait for a pause, but not for long.
 */
struct _ToriGuard
{
  GObject parent_instance;

  ToriPlan *plan;
  ToriStore *store;
  ToriRecovery *recovery;
  GError *problem; /* of the last copy; NULL when it is there */

  gboolean needed;  /* there is something to lose */
  gboolean changed; /* since the copy that is there or being written */
  gboolean writing;
  gint64 last, cost;                /* when the last copy was begun, and how long its bytes took, in µs */
  gint64 changed_at, waiting_since; /* the last change, and the first that is in no copy */
  guint timeout_id;
};

typedef enum
{
  PROP_FAILING = 1
} ToriGuardProp;

static GParamSpec *props[PROP_FAILING + 1];

G_DEFINE_FINAL_TYPE (ToriGuard, tori_guard, G_TYPE_OBJECT)

#define FIRST (1000 * G_TIME_SPAN_MILLISECOND)
/* Less than two seconds, so that with the time of writing no more than these are lost. */
#define INTERVAL (1800 * G_TIME_SPAN_MILLISECOND)
#define FELT (33 * G_TIME_SPAN_MILLISECOND)   /* what somebody who types would notice */
#define PAUSE (600 * G_TIME_SPAN_MILLISECOND) /* between two words or thoughts */
#define LONGEST (10 * G_TIME_SPAN_SECOND)     /* that a copy waits for one */
#define ONE_COST 15    /* of an initiative with its entries, in µs, as a first guess */
#define COST_FACTOR 25 /* no more than a twenty-fifth of the time goes into copies */

typedef struct
{
  ToriRecovery *recovery;
  ToriRecoveryAbout about;
  GBytes *bytes;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->recovery);
  tori_recovery_about_clear (&job->about);
  g_bytes_unref (job->bytes);
  g_free (job);
}

static Job *
make_job (ToriGuard *self)
{
  Job *job = g_new0 (Job, 1);
  GFile *file = tori_store_get_file (self->store);

  self->last = g_get_monotonic_time ();
  self->changed = FALSE;
  job->recovery = g_object_ref (self->recovery);
  job->bytes = tori_codec_encode (self->plan);
  job->about.plan_id = g_strdup (tori_record_get_id (TORI_RECORD (self->plan)));
  job->about.uri = file == NULL ? NULL : g_file_get_uri (file);
  job->about.has_base = tori_store_get_base_digest (self->store, &job->about.base);
  job->about.time = g_get_real_time () / G_USEC_PER_SEC;
  self->cost = (self->cost + g_get_monotonic_time () - self->last) / 2; /* one slow moment is not the rule */
  return job;
}

static void
take_problem (ToriGuard *self, GError *problem)
{
  const gboolean was_failing = self->problem != NULL;

  g_clear_error (&self->problem);
  self->problem = problem;
  if (was_failing != (problem != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FAILING]);
}

static void schedule (ToriGuard *self);

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (tori_recovery_write (job->recovery, &job->about, job->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ToriGuard *self = TORI_GUARD (source);
  GError *problem = NULL;

  self->writing = FALSE;
  g_task_propagate_boolean (G_TASK (result), &problem);
  take_problem (self, problem);
  if (!self->needed)
    tori_recovery_drop (self->recovery); /* it was saved meanwhile */
  else if (self->changed || problem != NULL)
    schedule (self);
}

/* Whether a copy would be felt now. */
static gboolean
is_typing (ToriGuard *self)
{
  const gint64 now = g_get_monotonic_time ();

  return self->cost > FELT && now - self->changed_at < PAUSE && now - self->waiting_since < LONGEST;
}

static gboolean
timeout_cb (gpointer data)
{
  ToriGuard *self = data;
  g_autoptr (GTask) task = NULL;

  self->timeout_id = 0;
  if (!self->needed || self->writing)
    return G_SOURCE_REMOVE;
  if (is_typing (self))
    {
      self->timeout_id = g_timeout_add (PAUSE / G_TIME_SPAN_MILLISECOND, timeout_cb, self);
      return G_SOURCE_REMOVE;
    }
  self->writing = TRUE;
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_source_tag (task, timeout_cb);
  g_task_set_task_data (task, make_job (self), job_free);
  g_task_run_in_thread (task, write_in_thread);
  return G_SOURCE_REMOVE;
}

static void
schedule (ToriGuard *self)
{
  const gint64 now = g_get_monotonic_time ();
  const gint64 due = MAX (now + FIRST, self->last + MAX (INTERVAL, self->cost * COST_FACTOR));

  if (self->timeout_id == 0 && !self->writing)
    self->timeout_id = g_timeout_add ((guint) ((due - now) / G_TIME_SPAN_MILLISECOND), timeout_cb, self);
}

static void
changed_cb (ToriGuard *self)
{
  self->changed_at = g_get_monotonic_time ();
  if (!self->changed)
    self->waiting_since = self->changed_at;
  self->changed = TRUE;
  schedule (self);
}

static void
tori_guard_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((ToriGuardProp) id)
    {
    case PROP_FAILING: g_value_set_boolean (value, TORI_GUARD (object)->problem != NULL); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_guard_dispose (GObject *object)
{
  ToriGuard *self = TORI_GUARD (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->recovery);
  g_clear_object (&self->store);
  g_clear_object (&self->plan);
  g_clear_error (&self->problem);

  G_OBJECT_CLASS (tori_guard_parent_class)->dispose (object);
}

static void
tori_guard_class_init (ToriGuardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tori_guard_get_property;
  object_class->dispose = tori_guard_dispose;

  /**
   * ToriGuard:failing:
   *
   * Whether the last copy could not be written.
   */
  props[PROP_FAILING] = g_param_spec_boolean (
      "failing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tori_guard_init (ToriGuard *self)
{
}

static gint64
guess_cost (ToriPlan *plan)
{
  ToriList *pillars = tori_plan_get_pillars (plan);
  gint64 n = 0;

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    n += tori_list_get_length (tori_pillar_get_initiatives (tori_list_get (pillars, i)));
  return n * ONE_COST;
}

/**
 * tori_guard_new:
 * @plan: a plan that is being edited
 * @store: where it is saved
 * @recovery: (nullable): copies of it that are there already; NULL for none
 *
 * Returns: (transfer full): who keeps copies of it while they are needed; with it go the copies
 */
ToriGuard *
tori_guard_new (ToriPlan *plan, ToriStore *store, ToriRecovery *recovery)
{
  ToriGuard *self = g_object_new (TORI_TYPE_GUARD, NULL);

  self->plan = g_object_ref (plan);
  self->store = g_object_ref (store);
  self->cost = guess_cost (plan);
  self->recovery = recovery == NULL ? tori_recovery_new () : g_object_ref (recovery);
  g_signal_connect_object (plan, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tori_guard_set_needed:
 * @self: a guard
 * @needed: whether there is something to lose; when there is not, the copies go
 */
void
tori_guard_set_needed (ToriGuard *self, gboolean needed)
{
  g_return_if_fail (TORI_IS_GUARD (self));

  if (self->needed == needed)
    return;
  self->needed = needed;
  if (needed)
    schedule (self);
  else if (!self->writing)
    tori_recovery_drop (self->recovery);
}

/**
 * tori_guard_write_soon:
 * @self: a guard
 *
 * To be called when what a copy says of the plan's file has changed: makes one without waiting for a change.
 */
void
tori_guard_write_soon (ToriGuard *self)
{
  g_return_if_fail (TORI_IS_GUARD (self));

  self->changed = TRUE;
  self->last = 0;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->needed && !self->writing)
    timeout_cb (self);
}

/**
 * tori_guard_write_now:
 * @self: a guard
 *
 * Makes a copy at once, and waits until it is on the disk: for the moment before something that may end
 * badly.
 *
 * Returns: FALSE when there is something to lose and it could not be written
 */
gboolean
tori_guard_write_now (ToriGuard *self)
{
  GError *problem = NULL;
  Job *job;

  g_return_val_if_fail (TORI_IS_GUARD (self), FALSE);

  if (!self->needed)
    return TRUE;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  job = make_job (self);
  tori_recovery_write (job->recovery, &job->about, job->bytes, &problem);
  job_free (job);
  take_problem (self, problem);
  if (problem != NULL)
    schedule (self);
  return problem == NULL;
}

/**
 * tori_guard_leave:
 * @self: a guard
 *
 * Leaves the copies for the next start of the program.
 */
void
tori_guard_leave (ToriGuard *self)
{
  g_return_if_fail (TORI_IS_GUARD (self));

  if (self->needed)
    tori_recovery_leave (self->recovery);
}

/**
 * tori_guard_get_problem:
 * @self: a guard
 *
 * Returns: (transfer none) (nullable): why the last copy could not be written
 */
const GError *
tori_guard_get_problem (ToriGuard *self)
{
  g_return_val_if_fail (TORI_IS_GUARD (self), NULL);

  return self->problem;
}
