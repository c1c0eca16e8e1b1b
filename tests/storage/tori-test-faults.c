/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tori-test-faults.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "storage/tori-file-calls.h"

/* A table of file calls that counts them and lets the Nth one go wrong. fsync does nothing else but note
 * it: to bring everything to a real disk would take minutes. */

static ToriFileCalls real;
static Fault *current;

/* Files that were opened to be written; they are cut when the disk dies before they were brought to it. */
typedef struct
{
  int fd;   /* -1 when it was closed */
  int copy; /* stays open */
  gboolean dirty;
} Written;

static Written written[32];
static guint n_written;

static void
note_opened (int fd, int flags)
{
  if (!current->loses_unsynced || fd < 0 || (flags & O_ACCMODE) == O_RDONLY)
    return;
  g_assert_cmpuint (n_written, <, G_N_ELEMENTS (written));
  written[n_written++] = (Written){ fd, dup (fd), FALSE };
}

static void
note_dirty (int fd, gboolean dirty)
{
  for (guint i = 0; i < n_written; i++)
    if (written[i].fd == fd)
      written[i].dirty = dirty;
}

static void
note_closed (int fd)
{
  for (guint i = 0; i < n_written; i++)
    if (written[i].fd == fd)
      written[i].fd = -1;
}

static void
lose_unsynced (void)
{
  struct stat info;

  for (guint i = 0; i < n_written; i++)
    if (written[i].dirty && fstat (written[i].copy, &info) == 0
        && ftruncate (written[i].copy, info.st_size / 2) != 0)
      abort ();
}

/* Whether this call goes wrong. */
static gboolean
strikes (gboolean is_write)
{
  if (current->kind == FAULT_SHORT && !is_write)
    return FALSE;
  current->n_calls++;
  if (current->kind == FAULT_NONE || current->n_calls < current->at
      || (current->n_calls > current->at && !current->for_good))
    return FALSE;

  current->has_fired = TRUE;
  if (current->kind == FAULT_KILL)
    {
      lose_unsynced ();
      raise (SIGKILL);
    }
  errno = current->problem;
  return TRUE;
}

static int
fault_open (const char *path, int flags, mode_t mode)
{
  if (current->is_folder_closed && (flags & O_CREAT) && strstr (path, "/guarded/"))
    {
      errno = EACCES;
      return -1;
    }
  if (strikes (FALSE))
    return -1;
  {
    const int fd = real.open (path, flags, mode);

    note_opened (fd, flags);
    return fd;
  }
}

static ssize_t
fault_read (int fd, void *buffer, size_t size)
{
  return strikes (FALSE) ? -1 : real.read (fd, buffer, size);
}

static ssize_t
fault_write (int fd, const void *buffer, size_t size)
{
  const gboolean fails = strikes (TRUE);

  note_dirty (fd, TRUE);
  if (!fails)
    return real.write (fd, buffer, size);
  return current->kind == FAULT_SHORT ? real.write (fd, buffer, (size + 1) / 2) : -1;
}

static int
fault_fsync (int fd)
{
  if (strikes (FALSE))
    return -1;
  if (!current->skips_fsync)
    note_dirty (fd, FALSE);
  return 0;
}

static int
fault_close (int fd)
{
  const gboolean fails = strikes (FALSE);
  const int problem = errno;
  const int result = real.close (fd);

  note_closed (fd);
  errno = problem;
  return fails ? -1 : result;
}

static int
fault_fstat (int fd, struct stat *info)
{
  return strikes (FALSE) ? -1 : real.fstat (fd, info);
}

static int
fault_lstat (const char *path, struct stat *info)
{
  return strikes (FALSE) ? -1 : real.lstat (path, info);
}

static int
fault_statfs (const char *path, struct statfs *info)
{
  int result = strikes (FALSE) ? -1 : real.statfs (path, info);

  if (current->is_remote)
    info->f_type = NFS_SUPER_MAGIC;
  return result;
}

static char *
fault_realpath (const char *path)
{
  return strikes (FALSE) ? NULL : real.realpath (path);
}

static int
fault_rename (const char *from, const char *to, unsigned int flags)
{
  void (*hook) (void) = current->before_rename;

  current->before_rename = NULL;
  if (hook)
    hook ();
  return strikes (FALSE) ? -1 : real.rename (from, to, flags);
}

static int
fault_link (const char *from, const char *to)
{
  return strikes (FALSE) ? -1 : real.link (from, to);
}

static int
fault_unlink (const char *path)
{
  return strikes (FALSE) ? -1 : real.unlink (path);
}

static int
fault_mkdir (const char *path, mode_t mode)
{
  return strikes (FALSE) ? -1 : real.mkdir (path, mode);
}

static int
fault_flock (int fd, int operation)
{
  return strikes (FALSE) ? -1 : real.flock (fd, operation);
}

static int
fault_ftruncate (int fd, off_t length)
{
  return strikes (FALSE) ? -1 : real.ftruncate (fd, length);
}

static int
fault_fchmod (int fd, mode_t mode)
{
  return strikes (FALSE) ? -1 : real.fchmod (fd, mode);
}

static int
fault_fchown (int fd, uid_t user, gid_t group)
{
  return strikes (FALSE) ? -1 : real.fchown (fd, user, group);
}

static ssize_t
fault_fgetxattr (int fd, const char *name, void *value, size_t size)
{
  return strikes (FALSE) ? -1 : real.fgetxattr (fd, name, value, size);
}

static int
fault_fsetxattr (int fd, const char *name, const void *value, size_t size)
{
  return strikes (FALSE) ? -1 : real.fsetxattr (fd, name, value, size);
}

static int
fault_fremovexattr (int fd, const char *name)
{
  return strikes (FALSE) ? -1 : real.fremovexattr (fd, name);
}

void
tori_test_faults_begin (Fault *fault)
{
  g_assert_null (current);
  current = fault;
  current->n_calls = 0;
  n_written = 0;
  current->has_fired = FALSE;
  real = tori_file_calls;
  tori_file_calls = (ToriFileCalls){
    .open = fault_open,
    .read = fault_read,
    .write = fault_write,
    .fsync = fault_fsync,
    .close = fault_close,
    .fstat = fault_fstat,
    .lstat = fault_lstat,
    .statfs = fault_statfs,
    .realpath = fault_realpath,
    .rename = fault_rename,
    .link = fault_link,
    .unlink = fault_unlink,
    .mkdir = fault_mkdir,
    .flock = fault_flock,
    .ftruncate = fault_ftruncate,
    .fchmod = fault_fchmod,
    .fchown = fault_fchown,
    .fgetxattr = fault_fgetxattr,
    .fsetxattr = fault_fsetxattr,
    .fremovexattr = fault_fremovexattr,
  };
}

void
tori_test_faults_end (void)
{
  tori_file_calls = real;
  current = NULL;
}
