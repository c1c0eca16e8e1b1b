/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-file-calls.h"

#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/xattr.h>
#include <unistd.h>

static int
call_open (const char *path, int flags, mode_t mode)
{
  return open (path, flags, mode);
}

static int
call_mkdir (const char *path, mode_t mode)
{
  return g_mkdir_with_parents (path, (int) mode);
}

static char *
call_realpath (const char *path)
{
  return realpath (path, NULL);
}

static int
call_rename (const char *from, const char *to, unsigned int flags)
{
  return flags == 0 ? rename (from, to) : renameat2 (AT_FDCWD, from, AT_FDCWD, to, flags);
}

static int
call_fsetxattr (int fd, const char *name, const void *value, size_t size)
{
  return fsetxattr (fd, name, value, size, 0);
}

ToriFileCalls tori_file_calls = {
  .open = call_open,
  .read = read,
  .write = write,
  .fsync = fsync,
  .close = close,
  .fstat = fstat,
  .lstat = lstat,
  .statfs = statfs,
  .realpath = call_realpath,
  .rename = call_rename,
  .link = link,
  .unlink = unlink,
  .mkdir = call_mkdir,
  .flock = flock,
  .ftruncate = ftruncate,
  .fchmod = fchmod,
  .fchown = fchown,
  .fgetxattr = fgetxattr,
  .fsetxattr = call_fsetxattr,
  .fremovexattr = fremovexattr,
};
