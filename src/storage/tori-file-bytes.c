/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-file-bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include "storage/tori-file-calls.h"
#include "storage/tori-json-reader.h"

#define CHUNK (256 * 1024)
#define MAX_NAME 255 /* bytes of a file's name */

ToriStorageError
tori_file_error_from_errno (int problem, ToriStorageError otherwise)
{
  switch (problem)
    {
    case ENOENT:
    case ENOTDIR: return TORI_STORAGE_ERROR_NOT_FOUND;
    case EISDIR: return TORI_STORAGE_ERROR_IS_FOLDER;
    case EACCES:
    case EPERM: return TORI_STORAGE_ERROR_NO_PERMISSION;
    case ENOSPC:
    case EDQUOT: return TORI_STORAGE_ERROR_NO_SPACE;
    case EROFS: return TORI_STORAGE_ERROR_READ_ONLY;
    case ENXIO: return TORI_STORAGE_ERROR_NOT_REGULAR;
    case EFBIG: return TORI_STORAGE_ERROR_TOO_LARGE;
    default: return otherwise;
    }
}

static void
finish_digest (GChecksum *checksum, ToriDigest *digest)
{
  gsize size = sizeof digest->bytes;

  g_checksum_get_digest (checksum, digest->bytes, &size);
  g_checksum_free (checksum);
}

void
tori_digest_of_bytes (GBytes *bytes, ToriDigest *digest)
{
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  g_checksum_update (checksum, data, size);
  finish_digest (checksum, digest);
}

char *
tori_digest_to_string (const ToriDigest *digest)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sizeof digest->bytes; i++)
    g_string_append_printf (text, "%02x", digest->bytes[i]);
  return g_string_free (text, FALSE);
}

/* O_NONBLOCK: a pipe that lies there under a plan's name must not hold us up; on a regular file it does
 * nothing. */
int
tori_file_open_regular (const char *path, int flags, int *fd, struct stat *info)
{
  int problem = 0;

  *fd = tori_file_calls.open (path, flags | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0);
  if (*fd < 0)
    return errno;

  if (tori_file_calls.fstat (*fd, info) != 0)
    problem = errno;
  else if (S_ISDIR (info->st_mode))
    problem = EISDIR;
  else if (!S_ISREG (info->st_mode))
    problem = ENXIO;
  else if (info->st_size > TORI_JSON_MAX_SIZE)
    problem = EFBIG;
  if (problem != 0)
    {
      tori_file_calls.close (*fd);
      *fd = -1;
    }
  return problem;
}

/* Reads up to @size bytes; fewer only at the end of the file. */
static int
read_some (int fd, guint8 *buffer, gsize size, gsize *n_read)
{
  *n_read = 0;
  while (*n_read < size)
    {
      const ssize_t n = tori_file_calls.read (fd, buffer + *n_read, size - *n_read);

      if (n == 0)
        return 0;
      if (n > 0)
        *n_read += n;
      else if (errno != EINTR)
        return errno;
    }
  return 0;
}

int
tori_file_hash (const char *path, ToriDigest *digest)
{
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  GChecksum *checksum;
  struct stat info;
  gsize n_read;
  int fd;
  int problem = tori_file_open_regular (path, O_RDONLY, &fd, &info);

  if (problem != 0)
    return problem;

  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  while ((problem = read_some (fd, buffer, CHUNK, &n_read)) == 0 && n_read > 0)
    g_checksum_update (checksum, buffer, n_read);
  tori_file_calls.close (fd);
  finish_digest (checksum, digest);
  return problem;
}

int
tori_file_read_all (int fd, gsize expected_size, GBytes **bytes)
{
  gsize room = expected_size + 1; /* one more shows the end at once */
  guint8 *data = g_try_malloc (room);
  gsize size = 0, n_read;
  int problem = 0;

  if (!data)
    return ENOMEM;

  while ((problem = read_some (fd, data + size, room - size, &n_read)) == 0)
    {
      size += n_read;
      if (size < room)
        break;
      if (size > TORI_JSON_MAX_SIZE)
        problem = EFBIG;
      if (problem != 0)
        break;
      room *= 2; /* it has grown meanwhile */
      data = g_realloc (data, room);
    }

  if (problem == 0)
    *bytes = g_bytes_new_take (data, size);
  else
    g_free (data);
  return problem;
}

int
tori_file_write_all (int fd, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      const ssize_t n = tori_file_calls.write (fd, data, size);

      if (n > 0)
        {
          data += n;
          size -= n;
        }
      else if (n == 0)
        return EIO; /* it would be asked forever */
      else if (errno != EINTR)
        return errno;
    }
  return 0;
}

/* Brings what was written to the disk. Network file systems tell of a full disk only when the file is closed.
 * A failed fsync is never asked for again: the second one would succeed with the pages thrown away. */
int
tori_file_close_written (int fd)
{
  int problem = tori_file_calls.fsync (fd) == 0 ? 0 : errno;

  if (tori_file_calls.close (fd) != 0 && problem == 0)
    problem = errno;
  return problem;
}

/* Writes a whole file of ours that nobody else reads, in the place of a former one of that name. */
int
tori_file_put (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *temporary = NULL;
  int fd;
  int problem = tori_file_create (folder, name, 0600, &fd, &temporary);

  if (problem != 0)
    return problem;
  problem = tori_file_write_all (fd, bytes);
  if (problem == 0)
    problem = tori_file_close_written (fd);
  else
    tori_file_calls.close (fd);
  if (problem == 0 && tori_file_calls.rename (temporary, path, 0) != 0)
    problem = errno;
  if (problem != 0)
    tori_file_calls.unlink (temporary);
  return problem;
}

/* Brings the entries of a folder to the disk. Some file systems have nothing to bring there. */
int
tori_file_sync_folder (const char *folder)
{
  int fd = tori_file_calls.open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int problem = 0;

  if (fd < 0)
    return errno;
  if (tori_file_calls.fsync (fd) != 0 && errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    problem = errno;
  return tori_file_calls.close (fd) == 0 ? problem : errno;
}

/* Whether the file holds just these bytes: 0, or EIO when it does not. */
int
tori_file_compare (const char *path, GBytes *bytes)
{
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  gsize size, n_read, at = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  struct stat info;
  int fd;
  int problem = tori_file_open_regular (path, O_RDONLY, &fd, &info);

  if (problem != 0)
    return problem;

  while ((problem = read_some (fd, buffer, CHUNK, &n_read)) == 0 && n_read > 0)
    {
      if (n_read > size - at || memcmp (buffer, data + at, n_read) != 0)
        {
          problem = EIO;
          break;
        }
      at += n_read;
    }
  tori_file_calls.close (fd);
  return problem == 0 && at != size ? EIO : problem;
}

/* Makes a new, hidden file `.NAME.XXXXXX` in the folder. A long name is cut, at the end of a character. */
int
tori_file_create (const char *folder, const char *name, mode_t mode, int *fd, char **path)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  gsize length = MIN (strlen (name), MAX_NAME - TORI_FILE_N_RANDOM - 2);

  while (length > 0 && ((guint8) name[length] & 0xc0) == 0x80)
    length--;
  for (guint tries = 0; tries < 100; tries++)
    {
      g_autofree char *candidate = NULL;
      char random[TORI_FILE_N_RANDOM + 1] = "";

      for (guint i = 0; i < TORI_FILE_N_RANDOM; i++)
        random[i] = letters[g_random_int_range (0, sizeof letters - 1)];
      candidate = g_strdup_printf ("%s/.%.*s.%s", folder, (int) length, name, random);
      *fd = tori_file_calls.open (candidate, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, mode);
      if (*fd >= 0)
        {
          *path = g_steal_pointer (&candidate);
          return 0;
        }
      if (errno != EEXIST)
        return errno;
    }
  return EEXIST;
}
