/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-safe-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "storage/tori-file-calls.h"
#include "storage/tori-json-reader.h"
#include "tori-test-faults.h"

/* What saving keeps, refuses, and tells. */

typedef struct
{
  char *folder;
  char *path;
  ToriDigest digest;
  ToriSaveReport report;
  GError *error;
} Fixture;

static char *race_path; /* for hooks, which take no data */

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
assert_holds (const char *path, const char *text)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, text);
}

static void
put (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
load (Fixture *fixture, const char *path)
{
  g_autoptr (GBytes) bytes = tori_safe_file_load (path, &fixture->digest, &fixture->error);

  g_assert_no_error (fixture->error);
  g_assert_nonnull (bytes);
}

static gboolean
save (Fixture *fixture, const char *path, const char *text, const ToriDigest *expected)
{
  g_autoptr (GBytes) bytes = bytes_of (text);

  tori_save_report_clear (&fixture->report);
  g_clear_error (&fixture->error);
  return tori_safe_file_save (path, bytes, expected, &fixture->report, &fixture->error);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("tori-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "計画.torikumi", NULL);
  race_path = fixture->path;
  put (fixture->path, "old");
  load (fixture, fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  tori_save_report_clear (&fixture->report);
  g_clear_error (&fixture->error);
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) loaded = NULL;
  ToriDigest digest;

  g_assert_true (save (fixture, fixture->path, "new", &fixture->digest));
  g_assert_true (fixture->report.is_confirmed);
  g_assert_null (fixture->report.kept_path);
  assert_holds (fixture->path, "new");
  g_assert_cmpuint (count_files (fixture), ==, 1);

  /* The report's digest is that of the file: one can go on saving. */
  loaded = tori_safe_file_load (fixture->path, &digest, NULL);
  g_assert_true (tori_digest_equal (&digest, &fixture->report.digest));
  g_assert_cmpmem (g_bytes_get_data (loaded, NULL), g_bytes_get_size (loaded), "new", 3);
  digest = fixture->report.digest;
  g_assert_true (save (fixture, fixture->path, "", &digest));
  assert_holds (fixture->path, "");
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.torikumi", NULL);
  const mode_t mask = umask (0027);
  struct stat info;

  g_assert_true (save (fixture, path, "first", NULL));
  umask (mask);
  assert_holds (path, "first");
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);

  /* and not again */
  g_assert_false (save (fixture, path, "second", NULL));
  g_assert_error (fixture->error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_EXISTS);
  assert_holds (path, "first");
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) name = g_string_new ("a");
  g_autofree char *path = NULL;

  while (name->len < 253)
    g_string_append (name, "柱");
  path = g_build_filename (fixture->folder, name->str, NULL);
  g_assert_true (save (fixture, path, "first", NULL));
  load (fixture, path);
  g_assert_true (save (fixture, path, "second", &fixture->digest));
  assert_holds (path, "second");
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

static void
test_mode (Fixture *fixture, gconstpointer data)
{
  const mode_t modes[] = { 0600, 0640, 0664, 0444, 0666 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      struct stat info;

      g_assert_cmpint (g_chmod (fixture->path, modes[i]), ==, 0);
      load (fixture, fixture->path);
      g_assert_true (save (fixture, fixture->path, "new", &fixture->digest));
      g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, modes[i]);
    }
}

static int
refuse_fchown (int fd, uid_t user, gid_t group)
{
  errno = EPERM;
  return -1;
}

static int (*real_fstat) (int fd, struct stat *info);

/* New files are somebody else's group's. */
static int
fstat_of_other_group (int fd, struct stat *info)
{
  const int result = real_fstat (fd, info);

  if (info->st_size != 3)
    info->st_gid = 4711;
  return result;
}

/* The group that could read and write is lost: the new one gets what everybody has. */
static void
test_lost_group (Fixture *fixture, gconstpointer data)
{
  const ToriFileCalls real = tori_file_calls;
  struct stat info;

  g_assert_cmpint (g_chmod (fixture->path, 0664), ==, 0);
  real_fstat = real.fstat;
  tori_file_calls.fchown = refuse_fchown;
  tori_file_calls.fstat = fstat_of_other_group;
  g_assert_true (save (fixture, fixture->path, "longer", &fixture->digest));
  tori_file_calls = real;
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0644);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.torikumi", NULL);
  g_autofree char *lost = g_build_filename (fixture->folder, "lost.torikumi", NULL);

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_true (save (fixture, link, "new", &fixture->digest));
  assert_holds (fixture->path, "new");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));

  g_assert_cmpint (symlink ("nowhere", lost), ==, 0);
  g_assert_false (save (fixture, lost, "new", NULL));
  g_assert_error (fixture->error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_NOT_FOUND);
  g_assert_true (g_file_test (lost, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_files (fixture), ==, 3);
}

static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  put (fixture->path, "other");
  g_assert_false (save (fixture, fixture->path, "new", &fixture->digest));
  g_assert_error (fixture->error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_CONFLICT);
  assert_holds (fixture->path, "other");
  g_assert_cmpuint (count_files (fixture), ==, 1);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_false (save (fixture, fixture->path, "new", &fixture->digest));
  g_assert_error (fixture->error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_GONE);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
save_other (void)
{
  put (race_path, "other");
}

static void
remove_other (void)
{
  g_unlink (race_path);
}

/* Somebody saves between our look at the file and our rename: theirs is kept beside. */
static void
test_race (Fixture *fixture, gconstpointer data)
{
  Fault fault = { .before_rename = save_other };
  g_autofree char *name = NULL;

  tori_test_faults_begin (&fault);
  g_assert_true (save (fixture, fixture->path, "new", &fixture->digest));
  tori_test_faults_end ();
  assert_holds (fixture->path, "new");
  g_assert_nonnull (fixture->report.kept_path);
  assert_holds (fixture->report.kept_path, "other");
  name = g_path_get_basename (fixture->report.kept_path);
  g_assert_cmpstr (name, ==, "計画 (saved by somebody else 1).torikumi");
  g_assert_cmpuint (count_files (fixture), ==, 2);

  /* Somebody removes it in that moment. */
  fault.before_rename = remove_other;
  load (fixture, fixture->path);
  tori_test_faults_begin (&fault);
  g_assert_false (save (fixture, fixture->path, "newer", &fixture->digest));
  tori_test_faults_end ();
  g_assert_error (fixture->error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_GONE);

  /* Somebody makes the file that we were about to make. */
  fault.before_rename = save_other;
  tori_test_faults_begin (&fault);
  g_assert_false (save (fixture, fixture->path, "newer", NULL));
  tori_test_faults_end ();
  g_assert_error (fixture->error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_EXISTS);
  assert_holds (fixture->path, "other");
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

static int
rename_without_flags (const char *from, const char *to, unsigned int flags)
{
  if (flags == 0)
    return rename (from, to);
  errno = EINVAL;
  return -1;
}

static int
refuse_link (const char *from, const char *to)
{
  errno = EPERM;
  return -1;
}

/* A file system that can neither exchange nor keep from replacing, and one without links. */
static void
test_plain_file_system (Fixture *fixture, gconstpointer data)
{
  const ToriFileCalls real = tori_file_calls;
  g_autofree char *linked = g_build_filename (fixture->folder, "linked", NULL);
  g_autofree char *renamed = g_build_filename (fixture->folder, "renamed", NULL);

  tori_file_calls.rename = rename_without_flags;
  g_assert_true (save (fixture, fixture->path, "new", &fixture->digest));
  assert_holds (fixture->path, "new");
  g_assert_true (save (fixture, linked, "first", NULL));
  assert_holds (linked, "first");
  g_assert_false (save (fixture, linked, "second", NULL));
  tori_file_calls.link = refuse_link;
  g_assert_true (save (fixture, renamed, "first", NULL));
  assert_holds (renamed, "first");
  tori_file_calls = real;
  g_assert_cmpuint (count_files (fixture), ==, 3);
}

static int
fail_fsync_of_folder (int fd)
{
  struct stat info;

  if (fstat (fd, &info) == 0 && S_ISDIR (info.st_mode))
    {
      errno = EIO;
      return -1;
    }
  return 0;
}

static void
test_unconfirmed (Fixture *fixture, gconstpointer data)
{
  const ToriFileCalls real = tori_file_calls;

  tori_file_calls.fsync = fail_fsync_of_folder;
  g_assert_true (save (fixture, fixture->path, "new", &fixture->digest));
  tori_file_calls = real;
  g_assert_false (fixture->report.is_confirmed);
  assert_holds (fixture->path, "new");
}

static int
refuse_exchange (const char *from, const char *to, unsigned int flags)
{
  errno = EPERM;
  return -1;
}

/* The file is ours to write, but not to replace: as of a colleague in a sticky folder. */
static void
test_overwrite (Fixture *fixture, gconstpointer data)
{
  const ToriFileCalls real = tori_file_calls;
  struct stat before, after;

  g_assert_cmpint (g_stat (fixture->path, &before), ==, 0);
  tori_file_calls.rename = refuse_exchange;
  g_assert_true (save (fixture, fixture->path, "n", &fixture->digest));
  g_assert_true (fixture->report.is_confirmed);
  put (fixture->path, "other");
  g_assert_false (save (fixture, fixture->path, "new", &fixture->digest));
  tori_file_calls = real;
  g_assert_error (fixture->error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_CONFLICT);

  put (fixture->path, "old");
  g_assert_cmpint (g_stat (fixture->path, &before), ==, 0);
  tori_file_calls.rename = refuse_exchange;
  g_assert_true (save (fixture, fixture->path, "longer than before", &fixture->digest));
  tori_file_calls = real;
  assert_holds (fixture->path, "longer than before");
  g_assert_cmpint (g_stat (fixture->path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
assert_not_loaded (Fixture *fixture, const char *path, ToriStorageError code)
{
  g_autoptr (GBytes) bytes = tori_safe_file_load (path, &fixture->digest, &fixture->error);

  g_assert_null (bytes);
  g_assert_error (fixture->error, TORI_STORAGE_ERROR, (int) code);
  g_clear_error (&fixture->error);
}

static void
test_not_loaded (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  Fault fault = { .kind = FAULT_ERROR, .at = 1 };

  assert_not_loaded (fixture, fixture->folder, TORI_STORAGE_ERROR_IS_FOLDER);
  assert_not_loaded (fixture, missing, TORI_STORAGE_ERROR_NOT_FOUND);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_not_loaded (fixture, pipe, TORI_STORAGE_ERROR_NOT_REGULAR);
  g_assert_cmpint (truncate (fixture->path, TORI_JSON_MAX_SIZE + 1), ==, 0);
  assert_not_loaded (fixture, fixture->path, TORI_STORAGE_ERROR_TOO_LARGE);

  fault.problem = EACCES;
  tori_test_faults_begin (&fault);
  assert_not_loaded (fixture, fixture->path, TORI_STORAGE_ERROR_NO_PERMISSION);
  tori_test_faults_end ();

  put (fixture->path, "some");
  fault.problem = EIO;
  fault.at = 3;
  tori_test_faults_begin (&fault);
  assert_not_loaded (fixture, fixture->path, TORI_STORAGE_ERROR_READ_FAILED);
  tori_test_faults_end ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/safe-file/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("save", test_save);
  ADD ("new", test_new);
  ADD ("long-name", test_long_name);
  ADD ("mode", test_mode);
  ADD ("lost-group", test_lost_group);
  ADD ("link", test_link);
  ADD ("conflict", test_conflict);
  ADD ("race", test_race);
  ADD ("plain-file-system", test_plain_file_system);
  ADD ("unconfirmed", test_unconfirmed);
  ADD ("overwrite", test_overwrite);
  ADD ("not-loaded", test_not_loaded);
  return g_test_run ();
}
