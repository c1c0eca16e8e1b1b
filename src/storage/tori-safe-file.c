/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "storage/tori-file-bytes.h"
#include "storage/tori-file-calls.h"
#include "storage/tori-storage-words.h"

/* How a file is saved so that at every moment either the whole old or the whole new content is on the disk,
 * and nobody's save is overwritten unseen:
 *
 * the new content goes into a hidden file beside, reaches the disk and is read back; then the two files
 * change places in one step, and what came out is looked at: if it is not what we had seen, somebody saved in
 * between, and theirs is kept beside under a telling name. GLib's own functions for this lose data on a full
 * disk and cut files of colleagues in place. */

#define ACL "system.posix_acl_access"

typedef struct
{
  char *target; /* where the links lead to */
  char *folder;
  char *name;
  char *temporary; /* NULL when there is none (any more) */
  gboolean exists;
  const ToriDigest *expected;
  GBytes *bytes;
  ToriSaveReport *report;
} Save;

static gboolean
fail (ToriStorageError code, GError **error)
{
  g_propagate_error (error, tori_storage_error_new_for_file (code, NULL));
  return FALSE;
}

static gboolean
fail_write (int problem, GError **error)
{
  return fail (tori_file_error_from_errno (problem, TORI_STORAGE_ERROR_WRITE_FAILED), error);
}

/**
 * tori_digest_equal:
 * @a: a digest
 * @b: another
 *
 * Returns: whether both are of the same bytes
 */
gboolean
tori_digest_equal (const ToriDigest *a, const ToriDigest *b)
{
  return memcmp (a->bytes, b->bytes, sizeof a->bytes) == 0;
}

/**
 * tori_save_report_clear:
 * @report: a report; cleared twice is cleared
 */
void
tori_save_report_clear (ToriSaveReport *report)
{
  g_clear_pointer (&report->kept_path, g_free);
}

/* Step 1: the file itself, not a link to it; what is written must not go beside or in the place of the link.
 */
static gboolean
resolve (Save *self, const char *path, GError **error)
{
  char *target = tori_file_calls.realpath (path);
  struct stat info;

  if (target)
    {
      self->exists = TRUE;
      self->target = g_strdup (target);
    }
  else if (errno != ENOENT)
    return fail_write (errno, error);
  else
    {
      g_autofree char *folder = g_path_get_dirname (path);
      g_autofree char *name = g_path_get_basename (path);

      target = tori_file_calls.realpath (folder);
      if (!target)
        return fail_write (errno, error);
      self->target = g_build_filename (target, name, NULL);
      if (tori_file_calls.lstat (self->target, &info) == 0)
        {
          free (target);
          return fail (TORI_STORAGE_ERROR_NOT_FOUND, error); /* a link that leads nowhere */
        }
    }
  free (target);

  self->folder = g_path_get_dirname (self->target);
  self->name = g_path_get_basename (self->target);
  return TRUE;
}

/* Step 2 (and once more before a plain rename): whether the file on disk is still what we know. */
static gboolean
check_unchanged (Save *self, GError **error)
{
  ToriDigest found;
  int problem;

  if (!self->exists)
    return self->expected ? fail (TORI_STORAGE_ERROR_GONE, error) : TRUE;
  if (!self->expected)
    return fail (TORI_STORAGE_ERROR_EXISTS, error);

  problem = tori_file_hash (self->target, &found);
  if (problem == ENOENT)
    return fail (TORI_STORAGE_ERROR_GONE, error);
  if (problem != 0)
    return fail (tori_file_error_from_errno (problem, TORI_STORAGE_ERROR_READ_FAILED), error);
  return tori_digest_equal (&found, self->expected) || fail (TORI_STORAGE_ERROR_CONFLICT, error);
}

/* Step 4, the access rights: those of the file that it replaces. A group that cannot be kept must not come to
 * more than everybody had. */
static int
keep_rights (int fd, int old_fd, const struct stat *old)
{
  g_autofree char *acl = NULL;
  ssize_t acl_size = tori_file_calls.fgetxattr (old_fd, ACL, NULL, 0);
  mode_t mode = old->st_mode & 0777;
  gboolean is_group_kept = TRUE;
  struct stat own;

  if (tori_file_calls.fstat (fd, &own) != 0)
    return errno;
  if ((own.st_uid != old->st_uid || own.st_gid != old->st_gid)
      && tori_file_calls.fchown (fd, old->st_uid, old->st_gid) != 0 && own.st_gid != old->st_gid)
    is_group_kept = tori_file_calls.fchown (fd, (uid_t) -1, old->st_gid) == 0;
  if (!is_group_kept)
    mode = (mode & 0707) | (mode & 07) << 3;

  /* Without an ACL of its own it may have got the folder's default one. */
  tori_file_calls.fremovexattr (fd, ACL);
  if (tori_file_calls.fchmod (fd, mode) != 0 && errno != EPERM && errno != ENOTSUP && errno != ENOSYS)
    return errno;
  if (acl_size <= 0 || !is_group_kept)
    return 0;

  acl = g_malloc (acl_size);
  acl_size = tori_file_calls.fgetxattr (old_fd, ACL, acl, acl_size);
  if (acl_size > 0)
    tori_file_calls.fsetxattr (fd, ACL, acl, acl_size);
  return 0;
}

static int
copy_rights (Save *self, int fd)
{
  struct stat old;
  int old_fd;
  int problem = tori_file_open_regular (self->target, O_RDONLY, &old_fd, &old);

  if (problem != 0)
    return problem;
  problem = keep_rights (fd, old_fd, &old);
  tori_file_calls.close (old_fd);
  return problem;
}

static void
drop_temporary (Save *self)
{
  if (self->temporary)
    tori_file_calls.unlink (self->temporary);
  g_clear_pointer (&self->temporary, g_free);
}

/* Steps 3 to 5: the new content in a file beside, on the disk and read back. Until it gets its rights nobody
 * else can read it; a new file has the rights that new files have here. Gives 0 or an errno. */
static int
write_temporary (Save *self)
{
  int fd = -1;
  int problem =
      tori_file_create (self->folder, self->name, self->exists ? 0600 : 0666, &fd, &self->temporary);

  if (problem != 0)
    return problem;

  problem = tori_file_write_all (fd, self->bytes);
  if (problem == 0 && self->exists)
    problem = copy_rights (self, fd);
  if (problem == 0)
    problem = tori_file_close_written (fd);
  else
    tori_file_calls.close (fd);
  if (problem == 0)
    problem = tori_file_compare (self->temporary, self->bytes);
  return problem;
}

/* File systems behind which somebody else keeps the files: two names cannot change places there in one step.
 */
static gboolean
is_remote (Save *self)
{
  struct statfs info;

  if (tori_file_calls.statfs (self->folder, &info) != 0)
    return TRUE;
  switch ((guint32) info.f_type)
    {
    case NFS_SUPER_MAGIC:
    case SMB_SUPER_MAGIC:
    case CIFS_SUPER_MAGIC:
    case SMB2_SUPER_MAGIC:
    case FUSE_SUPER_MAGIC:
    case AFS_SUPER_MAGIC:
    case AFS_FS_MAGIC:
    case CEPH_SUPER_MAGIC:
    case CODA_SUPER_MAGIC:
    case V9FS_MAGIC: return TRUE;
    default: return FALSE;
    }
}

static gboolean
is_unknown_here (int problem)
{
  return problem == EINVAL || problem == ENOSYS || problem == ENOTSUP;
}

static gboolean
is_forbidden (int problem)
{
  return problem == EACCES || problem == EPERM;
}

/* The way that is left when the folder cannot be changed: it is closed to us, or sticky and the file is not
 * ours. */
static gboolean
overwrite (Save *self, GError **error)
{
  drop_temporary (self);
  self->report->is_confirmed = TRUE; /* there was nothing to change in the folder */
  return tori_safe_overwrite (self->target, self->bytes, self->expected, error);
}

/* Step 6 where there is no exchange. A server's answer can get lost when its work is done: then the file
 * decides. */
static gboolean
replace_plainly (Save *self, GError **error)
{
  int problem;

  if (!check_unchanged (self, error))
    return FALSE;
  if (tori_file_calls.rename (self->temporary, self->target, 0) != 0)
    {
      problem = errno;
      if (is_forbidden (problem))
        return overwrite (self, error);
      if (tori_file_compare (self->target, self->bytes) != 0)
        return fail_write (problem, error);
    }
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

/* Gives what somebody else saved a name by which it is found; else it stays under the one that it has. */
static void
keep_other (Save *self)
{
  for (guint n = 1; n < 1000; n++)
    {
      g_autofree char *name = tori_storage_words_name_other (self->name, n);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (tori_file_calls.rename (self->temporary, path, RENAME_NOREPLACE) == 0)
        {
          self->report->kept_path = g_steal_pointer (&path);
          g_clear_pointer (&self->temporary, g_free);
          return;
        }
      if (errno != EEXIST)
        break;
    }
  self->report->kept_path = g_steal_pointer (&self->temporary);
}

/* Step 6 for a file that is there: the two change places, then we look at what came out. */
static gboolean
replace (Save *self, GError **error)
{
  ToriDigest came_out;
  int problem;

  if (is_remote (self))
    return replace_plainly (self, error);
  if (tori_file_calls.rename (self->temporary, self->target, RENAME_EXCHANGE) != 0)
    {
      problem = errno;
      if (is_unknown_here (problem))
        return replace_plainly (self, error);
      if (is_forbidden (problem))
        return overwrite (self, error);
      return problem == ENOENT ? fail (TORI_STORAGE_ERROR_GONE, error) : fail_write (problem, error);
    }

  if (tori_file_hash (self->temporary, &came_out) == 0 && tori_digest_equal (&came_out, self->expected))
    drop_temporary (self);
  else
    keep_other (self);
  return TRUE;
}

/* Gives the new file its name where names cannot be given exclusively in one step. */
static int
link_new (Save *self)
{
  struct stat info;
  int problem;

  if (tori_file_calls.link (self->temporary, self->target) == 0)
    {
      drop_temporary (self);
      return 0;
    }
  problem = errno;
  if (problem != EPERM && !is_unknown_here (problem))
    return problem;

  /* There are no links either, as on a memory stick. */
  if (tori_file_calls.lstat (self->target, &info) == 0)
    return EEXIST;
  return tori_file_calls.rename (self->temporary, self->target, 0) == 0 ? 0 : errno;
}

/* Step 6 for a new file, which must not take the place of one that came to be meanwhile. */
static gboolean
put_new (Save *self, GError **error)
{
  int problem = 0;

  if (tori_file_calls.rename (self->temporary, self->target, RENAME_NOREPLACE) != 0)
    problem = is_unknown_here (errno) ? link_new (self) : errno;
  if (problem == EEXIST)
    return fail (TORI_STORAGE_ERROR_EXISTS, error);
  if (problem != 0)
    return fail_write (problem, error);

  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

/* Step 7: the folder's entry on the disk too. */
static gboolean
confirm (Save *self)
{
  return tori_file_sync_folder (self->folder) == 0;
}

static gboolean
save (Save *self, const char *path, GError **error)
{
  int problem;

  if (!resolve (self, path, error) || !check_unchanged (self, error))
    return FALSE;

  problem = write_temporary (self);
  if (is_forbidden (problem) && self->exists && !self->temporary)
    return overwrite (self, error);
  if (problem != 0)
    return fail_write (problem, error);

  if (!(self->exists ? replace (self, error) : put_new (self, error)))
    return FALSE;
  if (!self->report->is_confirmed)
    self->report->is_confirmed = confirm (self);
  return TRUE;
}

/**
 * tori_safe_file_save:
 * @path: a file's path
 * @bytes: its new content
 * @expected: (nullable): what the file is known to hold, from when it was loaded or saved last; NULL when
 * there must be no file of that name
 * @report: (out caller-allocates): what is to be said of it when it has been done; clear with
 *   tori_save_report_clear ()
 * @error: return location of an error in #TORI_STORAGE_ERROR
 *
 * Saves by the protocol described above. It blocks: call it in a thread.
 *
 * Returns: TRUE when the new content is in its place; FALSE when the file is as it was before, or, for
 *   %TORI_STORAGE_ERROR_DAMAGED alone, is damaged with a whole copy elsewhere
 */
gboolean
tori_safe_file_save (
    const char *path, GBytes *bytes, const ToriDigest *expected, ToriSaveReport *report, GError **error)
{
  Save self = { .expected = expected, .bytes = bytes, .report = report };
  gboolean is_done;

  g_return_val_if_fail (path != NULL && bytes != NULL && report != NULL, FALSE);

  *report = (ToriSaveReport){ 0 };
  is_done = save (&self, path, error);
  if (is_done)
    tori_digest_of_bytes (bytes, &report->digest);
  drop_temporary (&self);
  g_free (self.target);
  g_free (self.folder);
  g_free (self.name);
  return is_done;
}

/**
 * tori_safe_file_load:
 * @path: a file's path
 * @digest: (out): by which the file is known again when it is saved
 * @error: return location of an error in #TORI_STORAGE_ERROR
 *
 * Reads a whole file into memory; it is not mapped, since a file that another program cuts would end ours.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
tori_safe_file_load (const char *path, ToriDigest *digest, GError **error)
{
  GBytes *bytes = NULL;
  struct stat info;
  int fd;
  int problem = tori_file_open_regular (path, O_RDONLY, &fd, &info);

  if (problem == 0)
    {
      problem = tori_file_read_all (fd, info.st_size, &bytes);
      tori_file_calls.close (fd);
    }
  if (problem != 0)
    {
      fail (tori_file_error_from_errno (problem, TORI_STORAGE_ERROR_READ_FAILED), error);
      return NULL;
    }

  tori_digest_of_bytes (bytes, digest);
  return bytes;
}

/**
 * tori_safe_file_replace:
 * @path: a file's path
 * @bytes: its new content
 * @report: (out caller-allocates): as of tori_safe_file_save ()
 * @error: return location of an error in #TORI_STORAGE_ERROR
 *
 * Saves over whatever is there, as the user has agreed: what comes there after this has looked is still kept.
 * It blocks: call it in a thread.
 *
 * Returns: as tori_safe_file_save ()
 */
gboolean
tori_safe_file_replace (const char *path, GBytes *bytes, ToriSaveReport *report, GError **error)
{
  g_autoptr (GError) problem = NULL;
  ToriDigest digest;
  g_autoptr (GBytes) former = tori_safe_file_load (path, &digest, &problem);

  *report = (ToriSaveReport){ 0 };
  if (former == NULL && !g_error_matches (problem, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return tori_safe_file_save (path, bytes, former != NULL ? &digest : NULL, report, error);
}
