/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/stat.h>

#include "storage/tori-safe-file.h"

G_BEGIN_DECLS

/* What tori-safe-file.c and tori-safe-overwrite.c share; of the functions that give an int, each gives 0 or
 * an errno, and none is called again by itself when it failed. */

#define TORI_FILE_N_RANDOM 6 /* characters at the end of a name that tori_file_create () finds */

ToriStorageError tori_file_error_from_errno (int problem, ToriStorageError otherwise);
char *tori_digest_to_string (const ToriDigest *digest);
void tori_digest_of_bytes (GBytes *bytes, ToriDigest *digest);
int tori_file_open_regular (const char *path, int flags, int *fd, struct stat *info);
int tori_file_hash (const char *path, ToriDigest *digest);
int tori_file_read_all (int fd, gsize expected_size, GBytes **bytes);
int tori_file_write_all (int fd, GBytes *bytes);
int tori_file_close_written (int fd);
int tori_file_compare (const char *path, GBytes *bytes);
int tori_file_create (const char *folder, const char *name, mode_t mode, int *fd, char **path);
int tori_file_put (const char *folder, const char *name, GBytes *bytes);
int tori_file_sync_folder (const char *folder);
int tori_file_write_copy (const char *name, GBytes *old, char **copy);

gboolean tori_safe_overwrite (const char *path, GBytes *bytes, const ToriDigest *expected, GError **error);

G_END_DECLS
