/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-session.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>

#include "storage/tori-file-bytes.h"
#include "storage/tori-file-calls.h"

struct _ToriSession
{
  char *id; /* random, as hexadecimal digits; the name of its file */
  char *path;
  int lock;
};

#define ID_LENGTH 32
#define ENDING ".session"

static char *
make_path (const char *folder, const char *id)
{
  g_autofree char *name = g_strconcat (id, ENDING, NULL);

  return g_build_filename (folder, name, NULL);
}

static ToriSession *
session_new (const char *id, const char *path, int lock)
{
  ToriSession *self = g_new0 (ToriSession, 1);

  self->id = g_strdup (id);
  self->path = g_strdup (path);
  self->lock = lock;
  return self;
}

static char *
make_id (void)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_auto (GStrv) parts = g_strsplit (uuid, "-", -1);

  return g_strjoinv ("", parts);
}

/**
 * tori_session_begin:
 * @folder: a folder that is there
 * @session: (out) (transfer full): the session; end it with tori_session_end () or tori_session_leave ()
 *
 * Its file comes to its name with the lock on it, so that nobody takes it for one that is left.
 *
 * Returns: 0 or an errno
 */
int
tori_session_begin (const char *folder, ToriSession **session)
{
  g_autofree char *id = make_id ();
  g_autofree char *path = make_path (folder, id);
  g_autofree char *temporary = NULL;
  int fd;
  int problem = tori_file_create (folder, id, 0600, &fd, &temporary);

  if (problem != 0)
    return problem;
  if (tori_file_calls.flock (fd, LOCK_EX | LOCK_NB) != 0 || tori_file_calls.rename (temporary, path, 0) != 0)
    {
      problem = errno;
      tori_file_calls.unlink (temporary);
      tori_file_calls.close (fd);
      return problem;
    }
  *session = session_new (id, path, fd);
  return 0;
}

/**
 * tori_session_is_id:
 * @text: any text
 *
 * Returns: whether it can be the id of a session, and so part of a file's name
 */
gboolean
tori_session_is_id (const char *text)
{
  return strlen (text) == ID_LENGTH && strspn (text, "0123456789abcdef") == ID_LENGTH;
}

/**
 * tori_session_adopt:
 * @folder: where the session's file is
 * @id: its id
 *
 * Takes the session of somebody who is gone.
 *
 * Returns: (transfer full) (nullable): the session; NULL when it is still somebody's, or there is none
 */
ToriSession *
tori_session_adopt (const char *folder, const char *id)
{
  g_autofree char *path = make_path (folder, id);
  struct stat opened, named;
  int fd;

  g_return_val_if_fail (tori_session_is_id (id), NULL);

  if (tori_file_open_regular (path, O_RDWR, &fd, &opened) != 0)
    return NULL;
  /* It may have been removed, with the lock, between the two. */
  if (tori_file_calls.flock (fd, LOCK_EX | LOCK_NB) == 0 && tori_file_calls.lstat (path, &named) == 0
      && named.st_ino == opened.st_ino)
    return session_new (id, path, fd);
  tori_file_calls.close (fd);
  return NULL;
}

/**
 * tori_session_list:
 * @folder: a folder of sessions
 *
 * Returns: (transfer full) (element-type utf8): the ids of the sessions whose files are there, be they
 * somebody's or not
 */
GPtrArray *
tori_session_list (const char *folder)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = g_strndup (name, ID_LENGTH);

      if (tori_session_is_id (id) && g_str_equal (name + ID_LENGTH, ENDING))
        g_ptr_array_add (ids, g_steal_pointer (&id));
    }
  return ids;
}

const char *
tori_session_get_id (ToriSession *self)
{
  return self->id;
}

/**
 * tori_session_get_age:
 * @self: a session
 *
 * Returns: how long ago it began, in seconds
 */
gint64
tori_session_get_age (ToriSession *self)
{
  struct stat info;

  if (tori_file_calls.fstat (self->lock, &info) != 0)
    return 0;
  return g_get_real_time () / G_USEC_PER_SEC - info.st_mtime;
}

/**
 * tori_session_end:
 * @self: (transfer full): a session
 *
 * Removes its file.
 */
void
tori_session_end (ToriSession *self)
{
  tori_file_calls.unlink (self->path);
  tori_session_leave (self);
}

/**
 * tori_session_leave:
 * @self: (transfer full): a session
 *
 * Lets go of it, and leaves its file to whoever comes next.
 */
void
tori_session_leave (ToriSession *self)
{
  tori_file_calls.close (self->lock);
  g_free (self->id);
  g_free (self->path);
  g_free (self);
}
