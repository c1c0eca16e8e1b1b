/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-lock-words.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "storage/tori-file-calls.h"
#include "tori-test-faults.h"

/* Who has a plan open: one at a time, told to the others, taken over from who has gone, and never in the way
 * of anything. */

static char *folder, *plan, *lock;

static void
begin (void)
{
  folder = g_dir_make_tmp ("torikumi-XXXXXX", NULL);
  plan = g_build_filename (folder, "計画.torikumi", NULL);
  lock = g_build_filename (folder, ".~lock.計画.torikumi#", NULL);
  g_assert_true (g_file_set_contents (plan, "{}", -1, NULL));
}

static guint
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Nothing but the plan is left. */
static void
end (void)
{
  g_assert_cmpuint (count_files (), ==, 1);
  g_assert_cmpint (g_unlink (plan), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_clear_pointer (&folder, g_free);
  g_clear_pointer (&plan, g_free);
  g_clear_pointer (&lock, g_free);
}

static ToriLockState
try (ToriLock *self, ToriLockWish wish)
{
  ToriLockHolder holder;
  const ToriLockState state = tori_lock_try (self, wish, &holder);

  g_assert_true ((state == TORI_LOCK_HELD || state == TORI_LOCK_SILENT) == (holder.name != NULL));
  tori_lock_holder_clear (&holder);
  return state;
}

/* As if the lock had been written that long ago. */
static void
make_older (int seconds)
{
  const gint64 then = g_get_real_time () / G_USEC_PER_SEC - seconds;
  const struct timespec times[] = { { .tv_sec = then }, { .tv_sec = then } };

  g_assert_cmpint (utimensat (AT_FDCWD, lock, times, 0), ==, 0);
}

static void
test_one_at_a_time (void)
{
  g_autoptr (ToriLock) a = NULL;
  g_autoptr (ToriLock) b = NULL;
  ToriLockHolder holder;

  begin ();
  a = tori_lock_new (plan);
  b = tori_lock_new (plan);
  g_assert_cmpint (try (a, TORI_LOCK_LOOK), ==, TORI_LOCK_FREE);
  g_assert_cmpuint (count_files (), ==, 1);
  g_assert_cmpint (try (a, TORI_LOCK_TAKE), ==, TORI_LOCK_MINE);
  g_assert_cmpint (try (a, TORI_LOCK_TAKE), ==, TORI_LOCK_MINE);
  g_assert_cmpint (try (b, TORI_LOCK_LOOK), ==, TORI_LOCK_HELD);
  g_assert_cmpint (tori_lock_try (b, TORI_LOCK_TAKE, &holder), ==, TORI_LOCK_HELD);
  g_assert_cmpstr (holder.host, ==, g_get_host_name ());
  g_assert_cmpint (ABS (holder.since - g_get_real_time () / G_USEC_PER_SEC), <=, 60);
  g_assert_cmpint (holder.silence, <=, 60);
  tori_lock_holder_clear (&holder);
  g_assert_cmpuint (count_files (), ==, 2);
  tori_lock_release (b); /* which is not its own */
  g_assert_cmpuint (count_files (), ==, 2);
  tori_lock_release (a);
  g_assert_cmpuint (count_files (), ==, 1);
  g_assert_cmpint (try (a, TORI_LOCK_TAKE), ==, TORI_LOCK_NONE);
  end ();
}

/* By another name of the same file, and by the name of another. */
static void
test_names (void)
{
  g_autoptr (ToriLock) a = NULL;
  g_autoptr (ToriLock) b = NULL;
  g_autoptr (ToriLock) other = NULL;
  g_autofree char *link = NULL;

  begin ();
  link = g_build_filename (folder, "リンク", NULL);
  g_assert_cmpint (symlink (plan, link), ==, 0);
  a = tori_lock_new (plan);
  b = tori_lock_new (link);
  other = tori_lock_new ("/nowhere/計画.torikumi");
  g_assert_cmpint (try (b, TORI_LOCK_TAKE), ==, TORI_LOCK_MINE);
  g_assert_cmpint (try (a, TORI_LOCK_TAKE), ==, TORI_LOCK_HELD);
  g_assert_cmpint (try (other, TORI_LOCK_TAKE), ==, TORI_LOCK_NONE);
  tori_lock_release (b);
  g_assert_cmpint (g_unlink (link), ==, 0);
  end ();
}

/* Who says nothing for five minutes is asked about; who is taken over from learns it. */
static void
test_silent (void)
{
  g_autoptr (ToriLock) a = NULL;
  g_autoptr (ToriLock) b = NULL;

  begin ();
  a = tori_lock_new (plan);
  b = tori_lock_new (plan);
  g_assert_cmpint (try (a, TORI_LOCK_TAKE), ==, TORI_LOCK_MINE);
  make_older (TORI_LOCK_SILENCE - 60);
  g_assert_cmpint (try (b, TORI_LOCK_TAKE), ==, TORI_LOCK_HELD);
  make_older (TORI_LOCK_SILENCE + 60);
  g_assert_cmpint (try (b, TORI_LOCK_LOOK), ==, TORI_LOCK_SILENT);
  g_assert_cmpint (try (b, TORI_LOCK_TAKE), ==, TORI_LOCK_SILENT);
  g_assert_cmpint (try (a, TORI_LOCK_TAKE), ==, TORI_LOCK_MINE); /* awake again */
  g_assert_cmpint (try (b, TORI_LOCK_TAKE), ==, TORI_LOCK_HELD);
  g_assert_cmpint (try (b, TORI_LOCK_TAKE_OVER), ==, TORI_LOCK_MINE);
  g_assert_cmpint (try (a, TORI_LOCK_TAKE), ==, TORI_LOCK_HELD);
  tori_lock_release (a);
  g_assert_cmpuint (count_files (), ==, 2);
  tori_lock_release (b);
  end ();
}

/* Our own lock that a crash left is known at once. */
static void
test_crashed (void)
{
  g_autoptr (ToriLock) a = NULL;
  pid_t child;
  int status;

  begin ();
  a = tori_lock_new (plan);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      ToriLock *own = tori_lock_new (plan);

      if (try (own, TORI_LOCK_TAKE) == TORI_LOCK_MINE)
        kill (getpid (), SIGKILL);
      _exit (1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpuint (count_files (), ==, 2);
  g_assert_cmpint (try (a, TORI_LOCK_TAKE), ==, TORI_LOCK_MINE);
  tori_lock_release (a);
  end ();
}

/* A server that takes its time, at the worst moment: the lock is there, and its holder does not know yet. */
static struct
{
  GMutex mutex;
  GCond cond;
  int (*rename) (const char *from, const char *to, unsigned int flags);
  gboolean is_reached, may_go_on;
} slow;

static int
rename_slowly (const char *from, const char *to, unsigned int flags)
{
  const int result = slow.rename (from, to, flags);

  if (!g_str_equal (to, lock))
    return result; /* a session */
  tori_file_calls.rename = slow.rename;
  g_mutex_lock (&slow.mutex);
  slow.is_reached = TRUE;
  g_cond_signal (&slow.cond);
  while (!slow.may_go_on)
    g_cond_wait (&slow.cond, &slow.mutex);
  g_mutex_unlock (&slow.mutex);
  return result;
}

static gpointer
take_thread (gpointer data)
{
  return GINT_TO_POINTER (try (data, TORI_LOCK_TAKE));
}

/* Closed while it is taken and opened again, a plan is not found to be held by ourselves. */
static void
test_turns (void)
{
  g_autoptr (ToriLock) a = NULL;
  g_autoptr (ToriLock) b = NULL;
  GThread *first, *second;

  begin ();
  a = tori_lock_new (plan);
  b = tori_lock_new (plan);
  slow.rename = tori_file_calls.rename;
  tori_file_calls.rename = rename_slowly;
  first = g_thread_new ("first", take_thread, a);
  g_mutex_lock (&slow.mutex);
  while (!slow.is_reached)
    g_cond_wait (&slow.cond, &slow.mutex);
  g_mutex_unlock (&slow.mutex);
  tori_lock_release (a); /* does not wait */
  second = g_thread_new ("second", take_thread, b);
  g_usleep (20000); /* for the second to come upon the first, if it can */
  g_mutex_lock (&slow.mutex);
  slow.may_go_on = TRUE;
  g_cond_signal (&slow.cond);
  g_mutex_unlock (&slow.mutex);
  g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (first)), ==, TORI_LOCK_MINE);
  g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (second)), ==, TORI_LOCK_MINE);
  tori_lock_release (b);
  end ();
}

static void
make_leftover (const char *name, int age)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const gint64 then = g_get_real_time () / G_USEC_PER_SEC - age;
  const struct timespec times[] = { { .tv_sec = then }, { .tv_sec = then } };

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
remove_leftover (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* What was left half done by a program that was killed goes; what may be at work stays, and what is
 * another's. */
static void
test_leftovers (void)
{
  static const char *const stay[] = { "..~lock.計画.torikumi#.abcde", "..~lock.計画.torikumi#.abcdefg",
                                      "..~lock.別.torikumi#.abcdef", ".計画.torikumi.abcdef" };
  g_autoptr (ToriLock) a = NULL;

  begin ();
  a = tori_lock_new (plan);
  for (guint i = 0; i < G_N_ELEMENTS (stay); i++)
    make_leftover (stay[i], TORI_LOCK_SILENCE + 60);
  make_leftover ("..~lock.計画.torikumi#.abcdef", TORI_LOCK_SILENCE + 60);
  make_leftover ("..~lock.計画.torikumi#.ghijkl", TORI_LOCK_SILENCE - 60);
  g_assert_cmpint (try (a, TORI_LOCK_TAKE), ==, TORI_LOCK_MINE);
  tori_lock_release (a);
  g_assert_cmpuint (count_files (), ==, 2 + G_N_ELEMENTS (stay));
  for (guint i = 0; i < G_N_ELEMENTS (stay); i++)
    remove_leftover (stay[i]);
  remove_leftover ("..~lock.計画.torikumi#.ghijkl");
  end ();
}

/* Where no file can be made it is not in the way; who has it already is told all the same. */
static void
test_closed_folder (void)
{
  Fault fault = { .is_folder_closed = TRUE };
  g_autoptr (ToriLock) a = NULL;
  g_autoptr (ToriLock) b = NULL;
  g_autofree char *guarded = NULL;
  g_autofree char *inside = NULL;

  begin ();
  guarded = g_build_filename (folder, "guarded", NULL);
  inside = g_build_filename (guarded, "計画.torikumi", NULL);
  g_assert_cmpint (g_mkdir (guarded, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "{}", -1, NULL));
  a = tori_lock_new (inside);
  b = tori_lock_new (inside);
  tori_test_faults_begin (&fault);
  g_assert_cmpint (try (a, TORI_LOCK_TAKE), ==, TORI_LOCK_NONE);
  tori_test_faults_end ();
  g_assert_cmpint (try (b, TORI_LOCK_TAKE), ==, TORI_LOCK_MINE);
  tori_test_faults_begin (&fault);
  g_assert_cmpint (try (a, TORI_LOCK_TAKE), ==, TORI_LOCK_HELD);
  g_assert_cmpint (try (a, TORI_LOCK_TAKE_OVER), ==, TORI_LOCK_NONE);
  tori_test_faults_end ();
  tori_lock_release (b);
  g_assert_cmpint (g_unlink (inside), ==, 0);
  g_assert_cmpint (g_rmdir (guarded), ==, 0);
  end ();
}

/* What anybody may have written there. */
static void
test_parse (void)
{
  g_autofree char *long_name = g_strnfill (5000, 'x');
  g_autofree char *too_long = g_strconcat ("[torikumi]\nname=", long_name, "\n", NULL);
  g_autofree char *hundred = g_strnfill (100, 'x');
  g_autofree char *with_hundred = g_strconcat ("[torikumi]\nname=", hundred, "\n", NULL);
  const struct
  {
    const char *text;
    gboolean ok;
    const char *name;
    gboolean has_session;
  } cases[] = {
    { "", FALSE, "", FALSE },
    { ",山田,pc,2026-12-01 10:00;", FALSE, "", FALSE }, /* of an office program */
    { "[other]\nname=山田\n", FALSE, "", FALSE },
    { "[torikumi]\n", TRUE, "", FALSE },
    { "[torikumi]\nname=山田 太郎\nsession=0123456789abcdef0123456789abcdef\n", TRUE, "山田 太郎", TRUE },
    { "[torikumi]\nname=山田\t太郎\t\nsession=../../0123456789abcdef01234567\n", TRUE, "山田 太郎", FALSE },
    { "[torikumi]\nname=市\\山田\\q\\\n", TRUE, "市\\山田\\q\\", FALSE },
    { "[torikumi]\nname=a\xe2\x80\xae z\n", TRUE, "a  z", FALSE }, /* turns the direction around */
    { "[torikumi]\nname=\xff\nsince=-5\n", TRUE, "", FALSE },
    { too_long, FALSE, "", FALSE },
    { with_hundred, TRUE, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autofree char *session = NULL;
      ToriLockHolder holder;

      g_assert_true (tori_lock_parse (bytes, &holder, &session) == cases[i].ok);
      if (cases[i].name != NULL)
        g_assert_cmpstr (holder.name, ==, cases[i].name);
      else
        g_assert_cmpuint (strlen (holder.name), ==, 80);
      g_assert_cmpint (holder.since, ==, 0);
      g_assert_true ((session != NULL) == cases[i].has_session);
      tori_lock_holder_clear (&holder);
    }
}

/* A lock that cannot be read, or is no file at all, is somebody's until it has been silent. */
static void
test_foreign (void)
{
  g_autoptr (ToriLock) a = NULL;

  begin ();
  a = tori_lock_new (plan);
  g_assert_true (g_file_set_contents (lock, "\xff", 1, NULL));
  g_assert_cmpint (try (a, TORI_LOCK_TAKE), ==, TORI_LOCK_HELD);
  make_older (TORI_LOCK_SILENCE + 60);
  g_assert_cmpint (try (a, TORI_LOCK_TAKE), ==, TORI_LOCK_SILENT);
  g_assert_cmpint (g_unlink (lock), ==, 0);
  g_assert_cmpint (symlink ("/etc/passwd", lock), ==, 0);
  g_assert_cmpint (try (a, TORI_LOCK_TAKE), ==, TORI_LOCK_HELD);
  g_assert_cmpint (try (a, TORI_LOCK_TAKE_OVER), ==, TORI_LOCK_MINE);
  tori_lock_release (a);
  g_assert_cmpint (mkdir (lock, 0700), ==, 0);
  g_clear_object (&a);
  a = tori_lock_new (plan);
  g_assert_cmpint (try (a, TORI_LOCK_TAKE_OVER), ==, TORI_LOCK_NONE);
  g_assert_cmpint (g_rmdir (lock), ==, 0);
  end ();
}

/* Removes what a failing unlink may have left. */
static void
sweep (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (*name == '.')
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_assert_cmpint (g_unlink (path), ==, 0);
      }
}

/* Returns: how many calls the try makes */
static guint
try_with_fault (gboolean is_held, Fault *fault)
{
  g_autoptr (ToriLock) self = tori_lock_new (plan);
  g_autoptr (ToriLock) other = tori_lock_new (plan);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  ToriLockState state;

  if (is_held)
    {
      g_assert_cmpint (try (other, TORI_LOCK_TAKE), ==, TORI_LOCK_MINE);
      g_assert_true (g_file_get_contents (lock, &before, NULL, NULL));
    }
  tori_test_faults_begin (fault);
  state = try (self, TORI_LOCK_TAKE);
  tori_test_faults_end ();
  if (is_held)
    {
      g_assert_true (state == TORI_LOCK_HELD || state == TORI_LOCK_NONE);
      g_assert_true (g_file_get_contents (lock, &after, NULL, NULL));
      g_assert_cmpstr (before, ==, after);
    }
  else
    {
      g_assert_true (state == TORI_LOCK_MINE || state == TORI_LOCK_NONE);
      g_assert_cmpint (try (self, TORI_LOCK_TAKE), ==, TORI_LOCK_MINE);
      g_assert_cmpint (try (other, TORI_LOCK_TAKE), ==, TORI_LOCK_HELD);
    }
  tori_lock_release (self);
  tori_lock_release (other);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  sweep ();
  return fault->n_calls;
}

/* Whatever fails: the lock of another stays as it is, and the next try is as good as the first. */
static void
test_faults (void)
{
  static const int problems[] = { ENOSPC, EIO, EACCES, EDQUOT, EROFS, ESTALE };

  begin ();
  for (guint is_held = 0; is_held < 2; is_held++)
    {
      Fault none = { .kind = FAULT_NONE, .at = G_MAXUINT };
      const guint n_calls = try_with_fault (is_held == 1, &none);

      g_assert_cmpuint (n_calls, >, 8);
      for (guint i = 0; i < 2 * G_N_ELEMENTS (problems); i++)
        for (guint at = 1; at <= n_calls; at++)
          {
            Fault fault = { .kind = FAULT_ERROR, .problem = problems[i / 2], .at = at, .for_good = i % 2 };

            try_with_fault (is_held == 1, &fault);
            g_assert_true (fault.has_fired);
          }
    }
  end ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/lock/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/lock/names", test_names);
  g_test_add_func ("/lock/silent", test_silent);
  g_test_add_func ("/lock/crashed", test_crashed);
  g_test_add_func ("/lock/turns", test_turns);
  g_test_add_func ("/lock/leftovers", test_leftovers);
  g_test_add_func ("/lock/closed-folder", test_closed_folder);
  g_test_add_func ("/lock/parse", test_parse);
  g_test_add_func ("/lock/foreign", test_foreign);
  g_test_add_func ("/lock/faults", test_faults);
  return g_test_run ();
}
