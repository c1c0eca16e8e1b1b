/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-crew.h"

/* Rows are set by several threads at once. Pango is no hindrance as long as each has fonts and a layout of
 * its own; cairo's fonts are the same for all of them, so that nobody can tell from the pages who set what.
 *
 * The thread that makes the pages puts down what will be wanted, in that order, and takes part: a row that
 * nobody has begun when it is needed is set there and then, and while another thread is at it the time is
 * used for the next. Who sets a row owns its content until it says that it is set; all else is under the
 * mutex. A row is the same whoever sets it.
 */

/* More would wait for the one thread that makes pages of the rows. */
#define MAX_SIZE 4

typedef struct
{
  ToriContent *content;
  const double *columns;
  guint n_columns;
} Job;

struct _ToriCrew
{
  double font_size;
  guint size;
  ToriSetter *setter;   /* of the thread that makes the pages */
  GAsyncQueue *setters; /* of the others, while they do nothing */
  GThreadPool *pool;    /* NULL until there is work for it */
  GMutex mutex;
  GCond condition; /* a row was set */
  GQueue jobs;     /* Job, that nobody has begun */
  guint n_taken;   /* by the others */
};

static guint default_size; /* 0: as the machine has it */

/**
 * tori_crew_set_default_size:
 * @size: how many threads those have that are made from now on; 0 for what suits the machine
 *
 * For tests and benchmarks.
 */
void
tori_crew_set_default_size (guint size)
{
  default_size = size;
}

/**
 * tori_crew_new:
 * @font_size: size of running text in points
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a crew, or NULL when the system has no Japanese font
 */
ToriCrew *
tori_crew_new (double font_size, GError **error)
{
  ToriSetter *setter = tori_setter_new (font_size, error);
  ToriCrew *self;

  if (setter == NULL)
    return NULL;
  self = g_new0 (ToriCrew, 1);
  self->font_size = font_size;
  self->size = default_size > 0 ? default_size : MIN (g_get_num_processors (), MAX_SIZE);
  self->setter = setter;
  self->setters = g_async_queue_new_full ((GDestroyNotify) tori_setter_free);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->condition);
  g_queue_init (&self->jobs);
  return self;
}

/**
 * tori_crew_free:
 * @self: (transfer full): a crew
 *
 * What it set must not be painted any more.
 */
void
tori_crew_free (ToriCrew *self)
{
  tori_crew_stop (self);
  if (self->pool != NULL)
    g_thread_pool_free (self->pool, TRUE, TRUE);
  g_async_queue_unref (self->setters);
  tori_setter_free (self->setter);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->condition);
  g_free (self);
}

/**
 * tori_crew_get_setter:
 * @self: a crew
 *
 * Returns: (transfer none): the setter of the thread that makes the pages
 */
ToriSetter *
tori_crew_get_setter (ToriCrew *self)
{
  return self->setter;
}

/**
 * tori_crew_get_size:
 * @self: a crew
 *
 * Returns: how many threads set rows; with 1 there is none but the caller's
 */
guint
tori_crew_get_size (ToriCrew *self)
{
  return self->size;
}

/* Sets the row of @job, which is freed. Called and left with the mutex locked. */
static void
do_job (ToriCrew *self, ToriSetter *setter, Job *job)
{
  job->content->state = TORI_CONTENT_TAKEN;
  g_mutex_unlock (&self->mutex);
  tori_setter_set (setter, job->content, job->columns, job->n_columns);
  g_mutex_lock (&self->mutex);
  job->content->state = TORI_CONTENT_SET;
  g_free (job);
}

static gboolean
has_jobs (ToriCrew *self)
{
  gboolean result;

  g_mutex_lock (&self->mutex);
  result = !g_queue_is_empty (&self->jobs);
  g_mutex_unlock (&self->mutex);
  return result;
}

/* For each row that was put down the pool is called once; whoever comes may do any of them. */
static void
help_cb (gpointer data, gpointer user_data)
{
  ToriCrew *self = user_data;
  ToriSetter *setter;
  Job *job;

  if (!has_jobs (self))
    return;
  setter = g_async_queue_try_pop (self->setters);
  if (setter == NULL)
    setter = tori_setter_new (self->font_size, NULL);
  if (setter == NULL)
    return; /* the fonts were removed from the system just now: the caller still has them */
  g_mutex_lock (&self->mutex);
  job = g_queue_pop_head (&self->jobs);
  if (job != NULL)
    {
      self->n_taken++;
      do_job (self, setter, job);
      self->n_taken--;
      g_cond_signal (&self->condition);
    }
  g_mutex_unlock (&self->mutex);
  g_async_queue_push (self->setters, setter);
}

/**
 * tori_crew_add:
 * @self: a crew
 * @content: what was written down; stays where it is until it is set, or until tori_crew_stop()
 * @columns: (array length=n_columns): widths of the table's columns; kept by reference
 * @n_columns: how many
 *
 * Puts down a row that will be wanted.
 */
void
tori_crew_add (ToriCrew *self, ToriContent *content, const double *columns, guint n_columns)
{
  Job *job = g_new0 (Job, 1);

  g_assert (content->state == TORI_CONTENT_WRITTEN);

  *job = (Job){ content, columns, n_columns };
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->jobs, job);
  g_mutex_unlock (&self->mutex);
  if (self->size == 1)
    return;
  if (self->pool == NULL)
    self->pool = g_thread_pool_new (help_cb, self, (int) self->size - 1, FALSE, NULL);
  g_thread_pool_push (self->pool, self, NULL);
}

static Job *
take_job (ToriCrew *self, const ToriContent *content)
{
  for (GList *l = self->jobs.head; l != NULL; l = l->next)
    {
      Job *job = l->data;

      if (job->content != content)
        continue;
      g_queue_delete_link (&self->jobs, l);
      return job;
    }
  return NULL;
}

/**
 * tori_crew_finish:
 * @self: a crew
 * @content: a content that was put down
 *
 * Returns when it is set.
 */
void
tori_crew_finish (ToriCrew *self, ToriContent *content)
{
  g_mutex_lock (&self->mutex);
  while (content->state != TORI_CONTENT_SET)
    {
      Job *job = take_job (self, content);

      if (job == NULL)
        job = g_queue_pop_head (&self->jobs);
      if (job != NULL)
        do_job (self, self->setter, job);
      else
        g_cond_wait (&self->condition, &self->mutex);
    }
  g_mutex_unlock (&self->mutex);
}

/**
 * tori_crew_stop:
 * @self: a crew
 *
 * Takes back what nobody has begun, and waits for the rest. After this each content is set or written, and
 * stays so.
 */
void
tori_crew_stop (ToriCrew *self)
{
  Job *job;

  g_mutex_lock (&self->mutex);
  while ((job = g_queue_pop_head (&self->jobs)) != NULL)
    g_free (job);
  while (self->n_taken > 0)
    g_cond_wait (&self->condition, &self->mutex);
  g_mutex_unlock (&self->mutex);
}
