/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "storage/tori-file-bytes.h"
#include "storage/tori-file-calls.h"
#include "storage/tori-lock-words.h"
#include "storage/tori-session.h"

/* Whose turn it is at the lock of a plan. Nobody waits for it but threads. */
typedef struct
{
  GMutex mutex;
  guint n_locks;
} Turn;

/*
 * A file `.~lock.NAME#` beside a plan that says who has it open, so that a colleague who opens it too can
 * wait. It is a courtesy: that nothing is lost when two save is seen to by the store, which looks at the plan
 * itself.
 *
 * Who holds a lock writes it anew each minute. How long it has been silent is the difference between the
 * times of two files, the lock and one that is made now, both of which the server's clock has set: the clocks
 * of the staff's computers go as they like. A lock of our own that was left by a crash is known by its
 * session and taken at once.
 *
 * A plan may be opened again while its last window is still at work on its lock, at a slow server. The locks
 * of one plan in this program take turns, so that the new one does not find the old one there.
 */
struct _ToriLock
{
  GObject parent_instance;

  char *path; /* of the plan, as it was given */
  Turn *turn;

  GMutex mutex; /* of the two that follow, held for a moment only */
  gboolean is_at_work;
  gboolean is_released;

  /* Of who is at work. */
  char *folder, *name; /* of the lock; NULL until it is known */
  ToriSession *session;
  gint64 since;
};

G_DEFINE_FINAL_TYPE (ToriLock, tori_lock, G_TYPE_OBJECT)

#define MAX_TRIES 3
#define MAX_AGE (7 * 24 * 60 * 60) /* seconds for which the file of a dead session is kept */

/* --- Turns --- */

static GMutex turns_mutex;
static GHashTable *turns; /* path → Turn; NULL when there is none */

static Turn *
turn_join (const char *path)
{
  Turn *turn;

  g_mutex_lock (&turns_mutex);
  if (turns == NULL)
    turns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  turn = g_hash_table_lookup (turns, path);
  if (turn == NULL)
    {
      turn = g_new0 (Turn, 1);
      g_mutex_init (&turn->mutex);
      g_hash_table_insert (turns, g_strdup (path), turn);
    }
  turn->n_locks++;
  g_mutex_unlock (&turns_mutex);
  return turn;
}

static void
turn_leave (Turn *turn, const char *path)
{
  g_mutex_lock (&turns_mutex);
  if (--turn->n_locks == 0)
    {
      g_hash_table_remove (turns, path);
      g_mutex_clear (&turn->mutex);
      g_free (turn);
    }
  if (g_hash_table_size (turns) == 0)
    g_clear_pointer (&turns, g_hash_table_unref);
  g_mutex_unlock (&turns_mutex);
}

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* --- Where it is --- */

static char *
dup_sessions (void)
{
  return g_build_filename (g_get_user_state_dir (), "torikumi", "sessions", NULL);
}

/* A file that was handed into a sandbox lies alone there: nobody would see a lock beside it. */
static gboolean
is_in_portal (const char *path)
{
  g_autofree char *own = g_build_filename (g_get_user_runtime_dir (), "doc", G_DIR_SEPARATOR_S, NULL);

  return g_str_has_prefix (path, own) || g_str_has_prefix (path, "/run/flatpak/doc/");
}

/* By the plan's own place: two people may know it by different links. */
static int
find_place (ToriLock *self)
{
  char *real;
  g_autofree char *base = NULL;

  if (self->folder != NULL)
    return 0;
  if (is_in_portal (self->path))
    return ENOTSUP;
  real = tori_file_calls.realpath (self->path);
  if (real == NULL)
    return errno;
  base = g_path_get_basename (real);
  self->folder = g_path_get_dirname (real);
  self->name = g_strdup_printf (".~lock.%s#", base);
  free (real);
  return 0;
}

/* Files of sessions that ended with their computer. Not those of late: by them the locks are known that they
 * left. */
static void
remove_old_sessions (const char *folder)
{
  g_autoptr (GPtrArray) ids = tori_session_list (folder);

  for (guint i = 0; i < ids->len; i++)
    {
      ToriSession *left = tori_session_adopt (folder, ids->pdata[i]);

      if (left == NULL)
        continue;
      if (tori_session_get_age (left) > MAX_AGE)
        tori_session_end (left);
      else
        tori_session_leave (left);
    }
}

static int
begin_session (ToriLock *self)
{
  g_autofree char *folder = dup_sessions ();

  if (self->session != NULL)
    return 0;
  if (tori_file_calls.mkdir (folder, 0700) != 0)
    return errno;
  remove_old_sessions (folder);
  self->since = now ();
  return tori_session_begin (folder, &self->session);
}

/* --- Who has it --- */

typedef struct
{
  ToriLockHolder holder;
  char *session;
  gint64 time; /* of the file, by the server's clock */
} Found;

static void
found_clear (Found *found)
{
  tori_lock_holder_clear (&found->holder);
  g_free (found->session);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

/* Returns: ENOENT when there is no lock; one that cannot be read is somebody's */
static int
read_lock (const char *path, Found *found)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat info;
  int fd, problem;

  *found = (Found){ 0 };
  if (tori_file_calls.lstat (path, &info) != 0)
    return errno;
  found->time = info.st_mtime;
  problem = tori_file_open_regular (path, O_RDONLY | O_NOFOLLOW, &fd, &info);
  if (problem == ENOENT)
    return problem;
  if (problem == 0)
    {
      found->time = info.st_mtime;
      if (info.st_size > TORI_LOCK_MAX_SIZE || tori_file_read_all (fd, (gsize) info.st_size, &bytes) != 0)
        bytes = NULL;
      tori_file_calls.close (fd);
    }
  if (bytes == NULL)
    bytes = g_bytes_new (NULL, 0);
  tori_lock_parse (bytes, &found->holder, &found->session);
  return 0;
}

static gboolean
is_mine (ToriLock *self, const Found *found)
{
  return self->session != NULL && g_strcmp0 (found->session, tori_session_get_id (self->session)) == 0;
}

/* Whether it was left by a program of this user that is gone. */
static gboolean
is_left (const Found *found)
{
  g_autofree char *folder = dup_sessions ();
  ToriSession *session = found->session == NULL ? NULL : tori_session_adopt (folder, found->session);

  if (session != NULL)
    tori_session_end (session);
  return session != NULL;
}

/* --- Taking it --- */

static int
write_words (ToriLock *self, char **temporary, gint64 *time)
{
  g_autoptr (GBytes) words = tori_lock_make (tori_session_get_id (self->session), self->since);
  struct stat info;
  int fd;
  /* Colleagues have to read it. */
  int problem = tori_file_create (self->folder, self->name, 0644, &fd, temporary);

  if (problem != 0)
    return problem;
  problem = tori_file_write_all (fd, words);
  if (problem == 0 && tori_file_calls.fstat (fd, &info) != 0)
    problem = errno;
  if (tori_file_calls.close (fd) != 0 && problem == 0)
    problem = errno;
  if (problem == 0)
    *time = info.st_mtime;
  else
    tori_file_calls.unlink (*temporary);
  return problem;
}

/* In the place of the lock that was found, or of none, where EEXIST tells of somebody who came first. */
static int
put (const char *temporary, const char *path, gboolean is_new)
{
  if (!is_new)
    return tori_file_calls.rename (temporary, path, 0) == 0 ? 0 : errno;
  if (tori_file_calls.rename (temporary, path, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  if (tori_file_calls.link (temporary, path) != 0)
    return errno;
  tori_file_calls.unlink (temporary);
  return 0;
}

/* Locks that were being written when their program was killed, or the share went away: `.NAME.XXXXXX`, as
 * tori_file_create () makes them. Whoever may still write one does so in moments. */
static void
remove_leftovers (ToriLock *self, gint64 time)
{
  g_autofree char *start = g_strdup_printf (".%s.", self->name);
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = NULL;
      struct stat info;

      if (!g_str_has_prefix (name, start) || strlen (name) != strlen (start) + TORI_FILE_N_RANDOM)
        continue;
      path = g_build_filename (self->folder, name, NULL);
      if (tori_file_calls.lstat (path, &info) == 0 && S_ISREG (info.st_mode)
          && time - info.st_mtime > TORI_LOCK_SILENCE)
        tori_file_calls.unlink (path);
    }
}

static ToriLockState
judge (ToriLock *self, ToriLockWish wish, Found *found, gint64 time)
{
  found->holder.silence = MAX (0, time - found->time);
  if (is_mine (self, found) || wish == TORI_LOCK_TAKE_OVER || is_left (found))
    return TORI_LOCK_FREE;
  return found->holder.silence > TORI_LOCK_SILENCE ? TORI_LOCK_SILENT : TORI_LOCK_HELD;
}

/* Returns: 0 or an errno; EEXIST when somebody was quicker */
static int
try_once (ToriLock *self, const char *path, ToriLockWish wish, ToriLockState *state, ToriLockHolder *holder)
{
  g_auto (Found) found = { 0 };
  g_autofree char *temporary = NULL;
  gint64 time;
  int problem = read_lock (path, &found);
  const gboolean is_new = problem == ENOENT;

  if (problem != 0 && !is_new)
    return problem;
  *state = TORI_LOCK_FREE;
  if (is_new && wish == TORI_LOCK_LOOK)
    return 0;
  problem = write_words (self, &temporary, &time);
  if (problem != 0 && is_new)
    return problem;
  if (problem != 0)
    time = now (); /* we can't hold it, but they do */
  if (!is_new)
    *state = judge (self, wish, &found, time);
  if (*state != TORI_LOCK_FREE || wish == TORI_LOCK_LOOK)
    {
      if (problem == 0)
        tori_file_calls.unlink (temporary);
      *holder = found.holder;
      found.holder = (ToriLockHolder){ 0 };
      return 0;
    }
  if (problem != 0)
    return problem;
  problem = put (temporary, path, is_new);
  if (problem != 0)
    {
      tori_file_calls.unlink (temporary);
      return problem;
    }
  *state = TORI_LOCK_MINE;
  if (is_new)
    remove_leftovers (self, time);
  return 0;
}

static void
remove_mine (ToriLock *self)
{
  g_autofree char *path = NULL;
  g_auto (Found) found = { 0 };

  if (self->session == NULL)
    return;
  path = g_build_filename (self->folder, self->name, NULL);
  if (read_lock (path, &found) == 0 && is_mine (self, &found))
    tori_file_calls.unlink (path);
  tori_session_end (g_steal_pointer (&self->session));
}

static ToriLockState
try_in_turn (ToriLock *self, ToriLockWish wish, ToriLockHolder *holder)
{
  g_autofree char *path = NULL;
  ToriLockState state = TORI_LOCK_NONE;
  int problem = find_place (self);

  if (problem == 0)
    problem = begin_session (self);
  if (problem != 0)
    return TORI_LOCK_NONE;
  path = g_build_filename (self->folder, self->name, NULL);
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      problem = try_once (self, path, wish, &state, holder);
      if (problem != EEXIST)
        break;
    }
  return problem == 0 ? state : TORI_LOCK_NONE;
}

/* Returns: whether there is something to do */
static gboolean
begin_work (ToriLock *self)
{
  gboolean begins;

  g_mutex_lock (&self->mutex);
  begins = self->is_at_work = !self->is_released;
  g_mutex_unlock (&self->mutex);
  return begins;
}

/* Returns: whether it was released meanwhile */
static gboolean
end_work (ToriLock *self)
{
  gboolean is_released;

  g_mutex_lock (&self->mutex);
  self->is_at_work = FALSE;
  is_released = self->is_released;
  g_mutex_unlock (&self->mutex);
  return is_released;
}

/**
 * tori_lock_try:
 * @self: a lock
 * @wish: what is to be done
 * @holder: (out caller-allocates): who holds it when the answer is %TORI_LOCK_HELD or %TORI_LOCK_SILENT;
 * clear with tori_lock_holder_clear ()
 *
 * It blocks: call it in a thread, or tori_lock_try_async().
 *
 * Returns: who holds the lock now
 */
ToriLockState
tori_lock_try (ToriLock *self, ToriLockWish wish, ToriLockHolder *holder)
{
  ToriLockState state = TORI_LOCK_NONE;

  g_return_val_if_fail (TORI_IS_LOCK (self), TORI_LOCK_NONE);

  *holder = (ToriLockHolder){ 0 };
  g_mutex_lock (&self->turn->mutex);
  if (begin_work (self))
    {
      state = try_in_turn (self, wish, holder);
      if (end_work (self))
        remove_mine (self);
    }
  g_mutex_unlock (&self->turn->mutex);
  return state;
}

/* A try on its way through a thread. */
typedef struct
{
  ToriLockWish wish;
  ToriLockState state;
  ToriLockHolder holder;
} Try;

static void
try_free (gpointer data)
{
  Try *try = data;

  tori_lock_holder_clear (&try->holder);
  g_free (try);
}

static void
try_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Try *try = data;

  try->state = tori_lock_try (source, try->wish, &try->holder);
  g_task_return_boolean (task, TRUE);
}

/**
 * tori_lock_try_async:
 * @self: a lock
 * @wish: what is to be done
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * tori_lock_try() without holding anything up: the folder may be on a server that is gone.
 */
void
tori_lock_try_async (ToriLock *self, ToriLockWish wish, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Try *try = g_new0 (Try, 1);

  try->wish = wish;
  g_task_set_source_tag (task, tori_lock_try_async);
  g_task_set_task_data (task, try, try_free);
  g_task_run_in_thread (task, try_thread);
}

/**
 * tori_lock_try_finish:
 * @self: a lock
 * @result: what the callback got
 * @holder: (out caller-allocates): as of tori_lock_try()
 *
 * Returns: who held the lock when it was done
 */
ToriLockState
tori_lock_try_finish (ToriLock *self, GAsyncResult *result, ToriLockHolder *holder)
{
  Try *try = g_task_get_task_data (G_TASK (result));

  *holder = try->holder;
  try->holder = (ToriLockHolder){ 0 };
  return try->state;
}

/**
 * tori_lock_release:
 * @self: a lock
 *
 * Removes it if we hold it, for good. It does not wait for a try that is under way, which sees to it then.
 */
void
tori_lock_release (ToriLock *self)
{
  gboolean is_at_work;

  g_return_if_fail (TORI_IS_LOCK (self));

  g_mutex_lock (&self->mutex);
  self->is_released = TRUE;
  is_at_work = self->is_at_work;
  g_mutex_unlock (&self->mutex);
  if (!is_at_work)
    remove_mine (self);
}

static void
tori_lock_finalize (GObject *object)
{
  ToriLock *self = TORI_LOCK (object);

  tori_lock_release (self);
  g_mutex_clear (&self->mutex);
  turn_leave (self->turn, self->path);
  g_free (self->path);
  g_free (self->folder);
  g_free (self->name);

  G_OBJECT_CLASS (tori_lock_parent_class)->finalize (object);
}

static void
tori_lock_class_init (ToriLockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_lock_finalize;
}

static void
tori_lock_init (ToriLock *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * tori_lock_new:
 * @path: where a plan is
 *
 * Returns: (transfer full): its lock, which nobody has looked at yet; it is released with it
 */
ToriLock *
tori_lock_new (const char *path)
{
  ToriLock *self = g_object_new (TORI_TYPE_LOCK, NULL);

  self->path = g_strdup (path);
  self->turn = turn_join (path);
  return self;
}
