/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "storage/tori-file-calls.h"
#include "storage/tori-safe-file.h"
#include "tori-test-faults.h"

/* Saving while everything goes wrong: each call of it in turn fails, once and for good, or is the last thing
 * that the program does. Whatever happens, the whole old or the whole new content is on the disk, and "saved"
 * is said only of the new one. */

typedef gboolean (*Saver) (
    const char *path, GBytes *bytes, const ToriDigest *expected, ToriSaveReport *report, GError **error);

typedef struct
{
  const char *name;
  gboolean is_new;
  gboolean is_remote;
  gboolean is_folder_closed;
  gboolean is_shorter; /* the new content */
} Scene;

static const Scene scenes[] = {
  { "replace" },
  { "shorten", .is_shorter = TRUE },
  { "new", .is_new = TRUE },
  { "remote", .is_remote = TRUE },
  { "new-remote", .is_new = TRUE, .is_remote = TRUE },
  { "overwrite", .is_folder_closed = TRUE },
  { "overwrite-shorten", .is_folder_closed = TRUE, .is_shorter = TRUE },
};

static const int problems[] = { ENOSPC, EIO, EACCES, EDQUOT, EROFS, ESTALE };

#define N_WRITERS 4

/* Short by default; tools/dev soak asks for more. */
static guint n_kills = 1000, n_rounds = 1;

#define N_SAVES 250 /* of each writer; what is kept beside a file gets at most 999 names */

static char *folder;
static char *path;

static void
empty_folder (const char *name)
{
  g_autoptr (GDir) dir = g_dir_open (name, 0, NULL);
  const char *child;

  while (dir && (child = g_dir_read_name (dir)))
    {
      g_autofree char *full = g_build_filename (name, child, NULL);

      g_assert_cmpint (g_unlink (full), ==, 0);
    }
}

static void
empty_state (void)
{
  g_autofree char *copies = g_build_filename (g_get_user_state_dir (), "torikumi", "overwritten", NULL);

  empty_folder (copies);
}

static GBytes *
make_content (char fill, gsize size)
{
  char *data = g_malloc (size);

  memset (data, fill, size);
  return g_bytes_new_take (data, size);
}

static gboolean
holds (const char *file, GBytes *bytes)
{
  g_autofree char *data = NULL;
  gsize size;

  return g_file_get_contents (file, &data, &size, NULL) && size == g_bytes_get_size (bytes)
         && memcmp (data, g_bytes_get_data (bytes, NULL), size) == 0;
}

static void
put (const char *file, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static gboolean
is_whole (const Scene *scene, GBytes *old, GBytes *new)
{
  if (scene->is_new && !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  return holds (path, new) || (!scene->is_new && holds (path, old));
}

/* Whether a save under a fault ended well. */
static gboolean
ends_well (Saver saver, const Scene *scene, Fault *fault)
{
  g_autoptr (GBytes) old = make_content ('o', 3000);
  g_autoptr (GBytes) new = make_content ('n', scene->is_shorter ? 1000 : 5000);
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (GError) error = NULL;
  ToriDigest digest;
  ToriSaveReport report = { 0 };
  gboolean is_saved, ok;

  empty_folder (folder);
  empty_state ();
  if (!scene->is_new)
    {
      put (path, old);
      loaded = tori_safe_file_load (path, &digest, NULL);
      g_assert_nonnull (loaded);
    }

  fault->is_remote = scene->is_remote;
  fault->is_folder_closed = scene->is_folder_closed;
  tori_test_faults_begin (fault);
  is_saved = saver (path, new, scene->is_new ? NULL : &digest, &report, &error);
  tori_test_faults_end ();

  g_assert_true (is_saved == (error == NULL));
  if (is_saved)
    ok = holds (path, new) && (!report.kept_path || holds (report.kept_path, old));
  else if (g_error_matches (error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_DAMAGED))
    ok = scene->is_folder_closed && holds (tori_storage_error_get_value (error), old);
  else if (scene->is_new)
    ok = !g_file_test (path, G_FILE_TEST_EXISTS);
  else
    ok = holds (path, old);
  if (!ok)
    g_test_message ("%s: call %u, %s%s", scene->name, fault->at, g_strerror (fault->problem),
                    fault->for_good ? " for good" : "");
  tori_save_report_clear (&report);
  return ok;
}

static guint
count_bad_ends_of_kind (Saver saver, const Scene *scene, Fault fault)
{
  Fault none = { .kind = fault.kind == FAULT_SHORT ? FAULT_SHORT : FAULT_NONE, .at = G_MAXUINT };
  guint n_bad = 0;

  g_assert_true (ends_well (saver, scene, &none));
  g_assert_cmpuint (none.n_calls, >, 0);
  for (fault.at = 1; fault.at <= none.n_calls; fault.at++)
    {
      if (!ends_well (saver, scene, &fault))
        n_bad++;
      /* A harness whose faults do not fire finds nothing bad either. */
      g_assert_true (fault.has_fired);
    }
  return n_bad;
}

static guint
count_bad_ends (Saver saver, const Scene *scene)
{
  guint n_bad = 0;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (problems); i++)
    {
      const Fault fault = { .kind = FAULT_ERROR, .problem = problems[i / 2], .for_good = i % 2 };

      n_bad += count_bad_ends_of_kind (saver, scene, fault);
    }
  for (guint i = 0; i < 2; i++)
    n_bad += count_bad_ends_of_kind (saver, scene, (Fault){ .kind = FAULT_SHORT, .for_good = i });
  return n_bad;
}

static void
test_faults (gconstpointer data)
{
  g_assert_cmpuint (count_bad_ends (tori_safe_file_save, data), ==, 0);
}

/* As a PDF or a list is written over what is there. */
static gboolean export(
    const char *file, GBytes *bytes, const ToriDigest *expected, ToriSaveReport *report, GError **error)
{
  return tori_safe_file_replace (file, bytes, report, error);
}

static void
test_export_faults (gconstpointer data)
{
  g_assert_cmpuint (count_bad_ends (export, data), ==, 0);
}

/* A saver as one would write it in a hurry. */
static gboolean
save_carelessly (
    const char *file, GBytes *bytes, const ToriDigest *expected, ToriSaveReport *report, GError **error)
{
  int fd = tori_file_calls.open (file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize size = g_bytes_get_size (bytes);
  gboolean ok = fd >= 0;

  while (ok && size > 0)
    {
      const ssize_t n = tori_file_calls.write (fd, data, size);

      ok = n > 0;
      data += MAX (n, 0);
      size -= MAX (n, 0);
    }
  ok = fd >= 0 && tori_file_calls.close (fd) == 0 && ok;
  if (!ok)
    g_propagate_error (error, tori_storage_error_new_for_file (TORI_STORAGE_ERROR_WRITE_FAILED, NULL));
  return ok;
}

/* The harness finds what a careless saver does. */
static void
test_control (void)
{
  g_assert_cmpuint (count_bad_ends (save_carelessly, &scenes[0]), >, 0);
}

/* Saves in a child that is killed, with the disk, before its Nth call; FALSE when it came to its end. */
static gboolean
save_and_die (guint n, GBytes *new, const ToriDigest *expected, const Scene *scene, gboolean skips_fsync)
{
  int status;
  const pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      Fault fault = { .kind = FAULT_KILL,
                      .at = n,
                      .is_remote = scene->is_remote,
                      .is_folder_closed = scene->is_folder_closed,
                      .loses_unsynced = TRUE,
                      .skips_fsync = skips_fsync };
      ToriSaveReport report;

      tori_test_faults_begin (&fault);
      _exit (tori_safe_file_save (path, new, expected, &report, NULL) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) || WEXITSTATUS (status) == 0);
  return WIFSIGNALED (status);
}

/* Overwriting in place can be cut short; then the copy is whole. */
static gboolean
has_copy (GBytes *old)
{
  g_autofree char *copies = g_build_filename (g_get_user_state_dir (), "torikumi", "overwritten", NULL);
  g_autoptr (GDir) dir = g_dir_open (copies, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *copy = g_build_filename (copies, name, NULL);

      if (holds (copy, old))
        return TRUE;
    }
  return FALSE;
}

/* Gives how often what is there then was neither the whole old nor the whole new content. */
static guint
count_torn (const Scene *scene, gboolean skips_fsync)
{
  gboolean is_killed = TRUE;
  guint n, n_torn = 0;

  for (n = 1; is_killed; n++)
    {
      g_autoptr (GBytes) old = make_content ('o', 3000);
      g_autoptr (GBytes) new = make_content ('n', scene->is_shorter ? 1000 : 5000);
      g_autoptr (GBytes) loaded = NULL;
      ToriDigest digest;

      empty_folder (folder);
      empty_state ();
      if (!scene->is_new)
        {
          put (path, old);
          loaded = tori_safe_file_load (path, &digest, NULL);
        }
      is_killed = save_and_die (n, new, scene->is_new ? NULL : &digest, scene, skips_fsync);
      if (!is_whole (scene, old, new) && !(scene->is_folder_closed && has_copy (old)))
        n_torn++;
      if (!is_killed)
        g_assert_true (holds (path, new));
    }
  g_assert_cmpuint (n, >, 10);
  return n_torn;
}

static void
test_killed (gconstpointer data)
{
  g_assert_cmpuint (count_torn (data, FALSE), ==, 0);
}

/* --- Savers that lack something, which the tests must notice --- */

static void
test_without_fsync (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    g_assert_cmpuint (count_torn (&scenes[i], TRUE), >, 0);
}

/* Somebody else has saved; does the saver put ours over it? */
static gboolean
loses_other (Saver saver)
{
  g_autoptr (GBytes) old = make_content ('o', 3000);
  g_autoptr (GBytes) other = make_content ('x', 4000);
  g_autoptr (GBytes) new = make_content ('n', 5000);
  g_autoptr (GBytes) loaded = NULL;
  ToriDigest digest;
  ToriSaveReport report = { 0 };

  empty_folder (folder);
  put (path, old);
  loaded = tori_safe_file_load (path, &digest, NULL);
  put (path, other);
  saver (path, new, &digest, &report, NULL);
  tori_save_report_clear (&report);
  return !holds (path, other);
}

static gboolean
save_unchecked (
    const char *file, GBytes *bytes, const ToriDigest *expected, ToriSaveReport *report, GError **error)
{
  ToriDigest digest;
  g_autoptr (GBytes) loaded = tori_safe_file_load (file, &digest, NULL);

  g_assert_nonnull (loaded);
  return tori_safe_file_save (file, bytes, &digest, report, error);
}

static void
test_without_check (void)
{
  g_assert_false (loses_other (tori_safe_file_save));
  g_assert_true (loses_other (save_unchecked));
}

/* Saves one version after the other and acknowledges each, until it is killed. */
G_NORETURN static void
save_until_killed (int acknowledge, guint at)
{
  Fault fault = { .kind = FAULT_KILL, .at = at };
  ToriDigest digest;
  g_autoptr (GBytes) loaded = tori_safe_file_load (path, &digest, NULL);
  guint version = loaded ? *(guint32 *) g_bytes_get_data (loaded, NULL) : 0;

  tori_test_faults_begin (&fault);
  for (;;)
    {
      guint32 data[1000];
      g_autoptr (GBytes) bytes = NULL;
      ToriSaveReport report;

      version++;
      for (guint i = 0; i < G_N_ELEMENTS (data); i++)
        data[i] = version;
      bytes = g_bytes_new (data, sizeof data);
      if (!tori_safe_file_save (path, bytes, &digest, &report, NULL))
        _exit (1);
      digest = report.digest;
      if (write (acknowledge, &version, sizeof version) != sizeof version)
        _exit (2);
    }
}

static void
remove_litter (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    if (*name == '.')
      {
        g_autofree char *full = g_build_filename (folder, name, NULL);

        g_assert_cmpint (g_unlink (full), ==, 0);
      }
}

static void
test_kill_loop (void)
{
  GRand *rand = g_rand_new_with_seed (9);
  guint32 first[1000] = { 0 };
  guint32 acknowledged = 0;
  guint32 version;

  empty_folder (folder);
  g_assert_true (g_file_set_contents (path, (const char *) first, sizeof first, NULL));
  for (guint round = 0; round < n_kills; round++)
    {
      g_autofree char *data = NULL;
      const guint at = g_rand_int_range (rand, 1, 150);
      int ends[2];
      int status;
      gsize size;
      pid_t child;

      /* All of them draw the same random names, which only forked ones do. */
      remove_litter ();
      g_assert_cmpint (pipe (ends), ==, 0);
      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        save_until_killed (ends[1], at);
      close (ends[1]);
      while (read (ends[0], &version, sizeof version) == sizeof version)
        acknowledged = version;
      close (ends[0]);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status));

      g_assert_true (g_file_get_contents (path, &data, &size, NULL));
      g_assert_cmpuint (size, ==, sizeof first);
      memcpy (&version, data, sizeof version);
      for (gsize i = 0; i < size; i += sizeof version)
        g_assert_cmpmem (data + i, sizeof version, &version, sizeof version);
      g_assert_cmpuint (version, >=, acknowledged);
      g_assert_cmpuint (version, <=, acknowledged + 1);
      acknowledged = version; /* from here the next one goes on */
    }
  g_assert_cmpuint (acknowledged, >, n_kills);
  g_rand_free (rand);
}

/* Adds its lines one by one to what is there, as often as it takes. */
static int
write_lines (guint writer)
{
  for (guint i = 0; i < N_SAVES; i++)
    {
      g_autofree char *line = g_strdup_printf ("<%u-%u>\n", writer, i);
      gboolean is_saved = FALSE;

      while (!is_saved)
        {
          ToriDigest digest;
          ToriSaveReport report;
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes = NULL;
          g_autoptr (GBytes) loaded = tori_safe_file_load (path, &digest, NULL);
          GString *text;

          if (!loaded)
            return 1;
          text = g_string_new_len (g_bytes_get_data (loaded, NULL), g_bytes_get_size (loaded));
          g_string_append (text, line);
          bytes = g_string_free_to_bytes (text);
          is_saved = tori_safe_file_save (path, bytes, &digest, &report, &error);
          tori_save_report_clear (&report);
          if (!is_saved && !g_error_matches (error, TORI_STORAGE_ERROR, TORI_STORAGE_ERROR_CONFLICT))
            return 2;
        }
    }
  return 0;
}

/* Several people save at once: no save that was acknowledged is lost; it is in the file or in one kept
 * beside. */
static void
write_together (void)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GDir) dir = NULL;
  pid_t children[N_WRITERS];
  const char *name;

  empty_folder (folder);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  for (guint i = 0; i < N_WRITERS; i++)
    {
      children[i] = fork ();
      g_assert_cmpint (children[i], >=, 0);
      if (children[i] == 0)
        _exit (write_lines (i));
    }
  for (guint i = 0; i < N_WRITERS; i++)
    {
      int status;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }

  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      g_assert_cmpint (*name, !=, '.');
      g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
      g_string_append (all, text);
    }
  for (guint i = 0; i < N_WRITERS * N_SAVES; i++)
    {
      g_autofree char *line = g_strdup_printf ("<%u-%u>\n", i / N_SAVES, i % N_SAVES);

      g_assert_nonnull (strstr (all->str, line));
    }
}

static void
test_writers (void)
{
  for (guint round = 0; round < n_rounds; round++)
    write_together ();
}

int
main (int argc, char **argv)
{
  g_autofree char *top = g_dir_make_tmp ("tori-XXXXXX", NULL);
  int result;

  if (g_getenv ("TORIKUMI_SOAK") != NULL)
    {
      n_kills = 100000;
      n_rounds = 100;
    }
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  folder = g_build_filename (top, "guarded", NULL);
  path = g_build_filename (folder, "計画.torikumi", NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      g_autofree char *faults = g_strdup_printf ("/safe-faults/faults/%s", scenes[i].name);
      g_autofree char *exports = g_strdup_printf ("/safe-faults/export/%s", scenes[i].name);
      g_autofree char *killed = g_strdup_printf ("/safe-faults/killed/%s", scenes[i].name);

      g_test_add_data_func (faults, &scenes[i], test_faults);
      g_test_add_data_func (exports, &scenes[i], test_export_faults);
      g_test_add_data_func (killed, &scenes[i], test_killed);
    }
  g_test_add_func ("/safe-faults/control", test_control);
  g_test_add_func ("/safe-faults/without-fsync", test_without_fsync);
  g_test_add_func ("/safe-faults/without-check", test_without_check);
  g_test_add_func ("/safe-faults/kill-loop", test_kill_loop);
  g_test_add_func ("/safe-faults/writers", test_writers);
  result = g_test_run ();

  empty_folder (folder);
  g_rmdir (folder);
  g_rmdir (top);
  g_free (folder);
  g_free (path);
  return result;
}
