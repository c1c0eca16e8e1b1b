/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "storage/tori-file-bytes.h"
#include "storage/tori-lock.h"
#include "storage/tori-recovery.h"
#include "storage/tori-safe-file.h"
#include "storage/tori-versions.h"

/* A real disk that is full, that takes no more files, or that can only be read: a small one of our own, in a
 * name space where we may mount it. What was there stays whole, nothing is left lying about, and the error
 * says what is wrong. */

#define PAGE 4096
#define N_PAGES 48 /* of the disk */
#define N_INODES 40

static char *disk, *path, *filler;
static gboolean has_disk;

static gboolean
tell_system (const char *file, const char *text)
{
  const int fd = g_open (file, O_WRONLY, 0);
  const gboolean ok = fd >= 0 && write (fd, text, strlen (text)) == (ssize_t) strlen (text);

  return fd >= 0 && close (fd) == 0 && ok;
}

/* Returns: whether we are in a name space of our own; before there is any thread */
static gboolean
enter_name_space (void)
{
  g_autofree char *users = g_strdup_printf ("0 %u 1", (guint) getuid ());
  g_autofree char *groups = g_strdup_printf ("0 %u 1", (guint) getgid ());

  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 && tell_system ("/proc/self/setgroups", "deny")
         && tell_system ("/proc/self/uid_map", users) && tell_system ("/proc/self/gid_map", groups);
}

static gboolean
mount_disk (void)
{
  g_autofree char *options = g_strdup_printf ("size=%d,nr_inodes=%d,mode=0700", N_PAGES * PAGE, N_INODES);

  return mount ("tmpfs", disk, "tmpfs", 0, options) == 0;
}

static void
set_read_only (gboolean read_only)
{
  g_assert_cmpint (mount (NULL, disk, NULL, MS_REMOUNT | (read_only ? MS_RDONLY : 0), NULL), ==, 0);
}

/* --- What is there --- */

static GBytes *
make_content (char fill, guint n_pages)
{
  char *data = g_malloc (n_pages * PAGE);

  memset (data, fill, n_pages * PAGE);
  return g_bytes_new_take (data, n_pages * PAGE);
}

static gboolean
holds (GBytes *bytes)
{
  g_autofree char *data = NULL;
  gsize size;

  return g_file_get_contents (path, &data, &size, NULL) && size == g_bytes_get_size (bytes)
         && memcmp (data, g_bytes_get_data (bytes, NULL), size) == 0;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Fills the disk up to so many pages that are free. */
static void
fill (guint n_free)
{
  static const char page[PAGE];
  const int fd = g_open (filler, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  guint n = 0;

  g_assert_cmpint (fd, >=, 0);
  while (write (fd, page, PAGE) == PAGE)
    n++;
  g_assert_cmpuint (n, >=, n_free);
  g_assert_cmpint (ftruncate (fd, (off_t) (n - n_free) * PAGE), ==, 0);
  g_assert_cmpint (close (fd), ==, 0);
}

static gboolean
begin (void)
{
  if (!has_disk)
    g_test_skip ("no file system can be mounted here");
  return has_disk;
}

/* --- Saving --- */

static void
assert_saves (gboolean exists, guint n_free, gboolean *is_saved)
{
  g_autoptr (GBytes) old = make_content ('o', 3);
  g_autoptr (GBytes) new = make_content ('n', 6);
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (GError) error = NULL;
  ToriDigest digest;
  ToriSaveReport report = { 0 };

  g_unlink (path);
  g_unlink (filler);
  if (exists)
    {
      g_assert_true (g_file_set_contents (path, g_bytes_get_data (old, NULL), 3 * PAGE, NULL));
      loaded = tori_safe_file_load (path, &digest, NULL);
    }
  fill (n_free);
  *is_saved = tori_safe_file_save (path, new, exists ? &digest : NULL, &report, &error);
  tori_save_report_clear (&report);
  if (*is_saved)
    g_assert_true (holds (new));
  else
    {
      g_assert_error (error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_NO_SPACE);
      g_assert_true (exists ? holds (old) : !g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_assert_cmpuint (count_files (disk), ==, exists || *is_saved ? 2 : 1);
}

static void
test_full (void)
{
  for (guint exists = 0; exists < 2 && begin (); exists++)
    for (guint n_free = 0; n_free <= 8; n_free++)
      {
        gboolean is_saved;

        assert_saves (exists == 1, n_free, &is_saved);
        g_assert_true (is_saved == (n_free >= 6));
      }
  g_unlink (path);
  g_unlink (filler);
}

/* Room for bytes, but not for one more file. */
static void
test_no_more_files (void)
{
  g_autoptr (GBytes) old = make_content ('o', 1);
  g_autoptr (GBytes) new = make_content ('n', 1);
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriLock) lock = NULL;
  ToriLockHolder holder;
  ToriDigest digest;
  ToriSaveReport report = { 0 };
  guint n = 0;

  if (!begin ())
    return;
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (old, NULL), PAGE, NULL));
  loaded = tori_safe_file_load (path, &digest, NULL);
  for (;; n++)
    {
      g_autofree char *other = g_strdup_printf ("%s/%u", disk, n);
      const int fd = g_open (other, O_WRONLY | O_CREAT, 0600);

      if (fd < 0)
        break;
      g_assert_cmpint (close (fd), ==, 0);
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_false (tori_safe_file_save (path, new, &digest, &report, &error));
  g_assert_error (error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_NO_SPACE);
  g_assert_true (holds (old));
  lock = tori_lock_new (path);
  g_assert_cmpint (tori_lock_try (lock, TORI_LOCK_TAKE, &holder), ==, TORI_LOCK_NONE);
  while (n-- > 0)
    {
      g_autofree char *other = g_strdup_printf ("%s/%u", disk, n);

      g_assert_cmpint (g_unlink (other), ==, 0);
    }
  g_assert_true (tori_safe_file_save (path, new, &digest, &report, NULL));
  tori_save_report_clear (&report);
  g_assert_true (holds (new));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_read_only (void)
{
  g_autoptr (GBytes) old = make_content ('o', 1);
  g_autoptr (GBytes) new = make_content ('n', 2);
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (ToriLock) lock = NULL;
  ToriLockHolder holder;
  ToriDigest digest;

  if (!begin ())
    return;
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (old, NULL), PAGE, NULL));
  loaded = tori_safe_file_load (path, &digest, NULL);
  set_read_only (TRUE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      ToriSaveReport report = { 0 };

      g_assert_false (i == 0 ? tori_safe_file_save (path, new, &digest, &report, &error)
                             : tori_safe_file_replace (path, new, &report, &error));
      g_assert_error (error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_READ_ONLY);
      g_assert_true (holds (old));
    }
  lock = tori_lock_new (path);
  g_assert_cmpint (tori_lock_try (lock, TORI_LOCK_TAKE, &holder), ==, TORI_LOCK_NONE);
  set_read_only (FALSE);
  g_assert_cmpuint (count_files (disk), ==, 1);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* --- What is kept in the state folder, which is on this disk in these tests --- */

static gboolean
write_copy (ToriRecovery *recovery, GBytes *plan)
{
  const ToriRecoveryAbout about = { .plan_id = (char *) "p", .time = 1 };
  g_autoptr (GError) error = NULL;
  const gboolean ok = tori_recovery_write (recovery, &about, plan, &error);

  g_assert_true (ok || g_error_matches (error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_NO_SPACE));
  return ok;
}

static gboolean
has_copy (ToriRecovery *recovery, GBytes *plan)
{
  ToriRecoveryAbout about;
  g_autoptr (GBytes) found = tori_recovery_read (recovery, &about);

  tori_recovery_about_clear (&about);
  return found != NULL && g_bytes_equal (found, plan);
}

static void
test_recovery (void)
{
  for (guint n_free = 0; n_free <= 9 && begin (); n_free++)
    {
      g_autoptr (ToriRecovery) recovery = tori_recovery_new ();
      g_autoptr (GBytes) old = make_content ('o', 3);
      g_autoptr (GBytes) new = make_content ('n', 6);
      gboolean ok;

      g_assert_true (write_copy (recovery, old));
      fill (n_free);
      ok = write_copy (recovery, new);
      g_assert_true (has_copy (recovery, ok ? new : old));
      g_assert_true (ok == (n_free >= 7)); /* with the line before it */
      g_assert_cmpint (g_unlink (filler), ==, 0);
      g_assert_true (write_copy (recovery, new));
      g_assert_true (has_copy (recovery, new));
    }
}

static void
test_versions (void)
{
  for (guint n_free = 0; n_free <= 8 && begin (); n_free++)
    {
      g_autofree char *plan = g_strdup_printf ("plan %u", n_free);
      g_autoptr (GBytes) bytes = make_content ('v', 6);
      g_autoptr (GPtrArray) versions = NULL;
      const gint64 now = g_get_real_time ();
      ToriDigest digest;

      tori_digest_of_bytes (bytes, &digest);
      g_assert_true (tori_versions_keep (plan, "file:///a", now - G_TIME_SPAN_SECOND, bytes, &digest, NULL));
      fill (n_free);
      tori_versions_keep (plan, "file:///a", now, bytes, &digest, NULL);
      g_assert_cmpint (g_unlink (filler), ==, 0);
      versions = tori_versions_list (plan);
      g_assert_cmpuint (versions->len, ==, n_free >= 6 ? 2 : 1);
      for (guint i = 0; i < versions->len; i++)
        {
          ToriDigest again;
          const ToriVersion *version = versions->pdata[i];
          g_autoptr (GBytes) found = tori_safe_file_load (version->path, &again, NULL);

          g_assert_true (g_bytes_equal (found, bytes));
          g_assert_cmpint (g_unlink (version->path), ==, 0);
        }
    }
}

int
main (int argc, char **argv)
{
  int result;

  has_disk = enter_name_space ();
  disk = g_dir_make_tmp ("tori-XXXXXX", NULL);
  path = g_build_filename (disk, "計画.torikumi", NULL);
  filler = g_build_filename (disk, "filler", NULL);
  has_disk = has_disk && mount_disk ();
  g_setenv ("XDG_STATE_HOME", disk, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/full-disk/full", test_full);
  g_test_add_func ("/full-disk/no-more-files", test_no_more_files);
  g_test_add_func ("/full-disk/read-only", test_read_only);
  g_test_add_func ("/full-disk/recovery", test_recovery);
  g_test_add_func ("/full-disk/versions", test_versions);
  result = g_test_run ();
  if (has_disk)
    g_assert_cmpint (umount2 (disk, MNT_DETACH), ==, 0);
  g_rmdir (disk);
  return result;
}
