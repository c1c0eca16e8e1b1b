/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-file-bytes.h"

#include <errno.h>
#include <fcntl.h>

#include "storage/tori-file-calls.h"

/* Saving a file that we may write in a folder that we may not: there is no way but over the old content. So a
 * whole copy of that goes into the state folder first; the file is cut last, not first; and on any error the
 * old bytes are put back. */

static gboolean
fail (int problem, const char *copy, GError **error)
{
  const ToriStorageError code = copy ? TORI_STORAGE_ERROR_DAMAGED
                                     : tori_file_error_from_errno (problem, TORI_STORAGE_ERROR_WRITE_FAILED);

  g_propagate_error (error, tori_storage_error_new_for_file (code, copy));
  return FALSE;
}

/* Brings a whole copy of a file's old content to the disk, into the state folder. */
int
tori_file_write_copy (const char *name, GBytes *old, char **copy)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "torikumi", "overwritten", NULL);
  int fd = -1;
  int problem;

  if (tori_file_calls.mkdir (folder, 0700) != 0)
    return errno;
  problem = tori_file_create (folder, name, 0600, &fd, copy);
  if (problem != 0)
    return problem;

  problem = tori_file_write_all (fd, old);
  if (problem == 0)
    problem = tori_file_close_written (fd);
  else
    tori_file_calls.close (fd);
  if (problem == 0)
    problem = tori_file_compare (*copy, old);
  return problem;
}

/* Writes over what is there and reads it back. */
static int
write_over (const char *path, GBytes *bytes)
{
  struct stat info;
  int fd;
  int problem = tori_file_open_regular (path, O_WRONLY, &fd, &info);

  if (problem != 0)
    return problem;
  problem = tori_file_write_all (fd, bytes);
  if (problem == 0 && tori_file_calls.ftruncate (fd, (off_t) g_bytes_get_size (bytes)) != 0)
    problem = errno;
  if (problem == 0)
    problem = tori_file_close_written (fd);
  else
    tori_file_calls.close (fd);
  return problem == 0 ? tori_file_compare (path, bytes) : problem;
}

static int
read_old (const char *path, GBytes **old)
{
  struct stat info;
  int fd;
  int problem =
      tori_file_open_regular (path, O_RDWR, &fd, &info); /* fails when it cannot be written either */

  if (problem != 0)
    return problem;
  problem = tori_file_read_all (fd, info.st_size, old);
  tori_file_calls.close (fd);
  return problem;
}

/*
 * tori_safe_overwrite:
 * @path: a file, not a link
 * @bytes: its new content
 * @expected: what it is known to hold
 * @error: return location of an error in #TORI_STORAGE_ERROR
 *
 * Returns: TRUE when the file holds the new content; FALSE when it holds the old one, or, for
 *   %TORI_STORAGE_ERROR_DAMAGED alone, perhaps neither: then the error's value is the path of the copy
 */
gboolean
tori_safe_overwrite (const char *path, GBytes *bytes, const ToriDigest *expected, GError **error)
{
  g_autoptr (GBytes) old = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *name = g_path_get_basename (path);
  ToriDigest found;
  int problem = read_old (path, &old);

  if (problem != 0)
    return fail (problem, NULL, error);
  tori_digest_of_bytes (old, &found);
  if (!tori_digest_equal (&found, expected))
    {
      g_propagate_error (error, tori_storage_error_new_for_file (TORI_STORAGE_ERROR_CONFLICT, NULL));
      return FALSE;
    }

  problem = tori_file_write_copy (name, old, &copy);
  if (problem == 0)
    {
      problem = write_over (path, bytes);
      if (problem != 0 && tori_file_compare (path, old) != 0 && write_over (path, old) != 0)
        return fail (problem, copy, error);
    }
  if (copy)
    tori_file_calls.unlink (copy);
  return problem == 0 || fail (problem, NULL, error);
}
