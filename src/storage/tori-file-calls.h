/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sys/stat.h>
#include <sys/types.h>
#include <sys/vfs.h>

/* Every call by which files are read and saved. They go through this table so that tests can let the Nth of
 * them fail, write only half, or be the last thing that the program does. */
typedef struct
{
  int (*open) (const char *path, int flags, mode_t mode);
  ssize_t (*read) (int fd, void *buffer, size_t size);
  ssize_t (*write) (int fd, const void *buffer, size_t size);
  int (*fsync) (int fd);
  int (*close) (int fd);
  int (*fstat) (int fd, struct stat *info);
  int (*lstat) (const char *path, struct stat *info);
  int (*statfs) (const char *path, struct statfs *info);
  char *(*realpath) (const char *path);
  int (*rename) (const char *from, const char *to, unsigned int flags);
  int (*link) (const char *from, const char *to);
  int (*unlink) (const char *path);
  int (*mkdir) (const char *path, mode_t mode); /* with the folders above it */
  int (*flock) (int fd, int operation);
  int (*ftruncate) (int fd, off_t length);
  int (*fchmod) (int fd, mode_t mode);
  int (*fchown) (int fd, uid_t user, gid_t group);
  ssize_t (*fgetxattr) (int fd, const char *name, void *value, size_t size);
  int (*fsetxattr) (int fd, const char *name, const void *value, size_t size);
  int (*fremovexattr) (int fd, const char *name);
} ToriFileCalls;

extern ToriFileCalls tori_file_calls;
