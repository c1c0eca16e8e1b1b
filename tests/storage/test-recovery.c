/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-recovery.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tori-test-faults.h"

/* Copies of plans that are being edited: they are found when their editor has died and only then, the latest
 * one that is whole, whatever went wrong while it was written. */

static const ToriRecoveryAbout about = { .plan_id = (char *) "計画 1",
                                         .uri = (char *) "file:///share/a%20b.torikumi",
                                         .has_base = TRUE,
                                         .base = { { 1, 2, 255 } },
                                         .time = 1500000000 };

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "torikumi", "recovery", NULL);
}

/* How many files of that ending there are; each is nobody else's to read. */
static guint
count_files (const char *ending)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
      if (ending == NULL || g_str_has_suffix (name, ending))
        n++;
    }
  return n;
}

static void
empty_folder (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

static gboolean
write_copy (ToriRecovery *recovery, const char *text)
{
  g_autoptr (GBytes) plan = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  const gboolean ok = tori_recovery_write (recovery, &about, plan, &error);

  g_assert_true (ok == (error == NULL));
  return ok;
}

static char *
read_copy (ToriRecovery *recovery)
{
  ToriRecoveryAbout read;
  g_autoptr (GBytes) plan = tori_recovery_read (recovery, &read);
  gsize size;
  const char *data;

  if (plan == NULL)
    return NULL;
  g_assert_cmpstr (read.plan_id, ==, about.plan_id);
  g_assert_cmpstr (read.uri, ==, about.uri);
  g_assert_true (read.has_base);
  g_assert_true (tori_digest_equal (&read.base, &about.base));
  g_assert_cmpint (read.time, ==, about.time);
  tori_recovery_about_clear (&read);
  data = g_bytes_get_data (plan, &size);
  return g_strndup (data, size);
}

static void
assert_copy (ToriRecovery *recovery, const char *expected)
{
  g_autofree char *text = read_copy (recovery);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_copies (void)
{
  g_autoptr (ToriRecovery) recovery = tori_recovery_new ();
  g_autofree char *folder = dup_folder ();
  GStatBuf info;

  assert_copy (recovery, NULL);
  g_assert_true (write_copy (recovery, "一"));
  assert_copy (recovery, "一");
  g_assert_cmpuint (count_files (NULL), ==, 2);
  g_assert_true (write_copy (recovery, "二"));
  g_assert_true (write_copy (recovery, "三\n四"));
  assert_copy (recovery, "三\n四");
  g_assert_cmpuint (count_files (NULL), ==, 3);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  tori_recovery_drop (recovery);
  assert_copy (recovery, NULL);
  g_assert_cmpuint (count_files (".session"), ==, 1);
  g_clear_object (&recovery);
  g_assert_cmpuint (count_files (NULL), ==, 0);
}

/* A plan in no file, and one of which nothing more is known. */
static void
test_unnamed (void)
{
  g_autoptr (ToriRecovery) recovery = tori_recovery_new ();
  const ToriRecoveryAbout little = { .plan_id = (char *) "" };
  g_autoptr (GBytes) plan = g_bytes_new ("", 0);
  g_autoptr (GBytes) read = NULL;
  ToriRecoveryAbout found;

  g_assert_true (tori_recovery_write (recovery, &little, plan, NULL));
  read = tori_recovery_read (recovery, &found);
  g_assert_nonnull (read);
  g_assert_cmpuint (g_bytes_get_size (read), ==, 0);
  g_assert_cmpstr (found.plan_id, ==, "");
  g_assert_null (found.uri);
  g_assert_false (found.has_base);
  tori_recovery_about_clear (&found);
}

static void
test_orphans (void)
{
  g_autoptr (ToriRecovery) living = tori_recovery_new ();
  g_autoptr (ToriRecovery) dying = tori_recovery_new ();
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GPtrArray) others = NULL;

  g_assert_true (write_copy (living, "生"));
  g_assert_true (write_copy (dying, "死"));
  orphans = tori_recovery_list_orphans ();
  g_assert_cmpuint (orphans->len, ==, 0);
  g_clear_pointer (&orphans, g_ptr_array_unref);
  tori_recovery_leave (dying);
  g_clear_object (&dying);
  orphans = tori_recovery_list_orphans ();
  g_assert_cmpuint (orphans->len, ==, 1);
  assert_copy (orphans->pdata[0], "死");
  /* They are offered to one only. */
  others = tori_recovery_list_orphans ();
  g_assert_cmpuint (others->len, ==, 0);
  /* Who took it goes on with it, and may die as well. */
  g_assert_true (write_copy (orphans->pdata[0], "再"));
  g_clear_pointer (&orphans, g_ptr_array_unref);
  orphans = tori_recovery_list_orphans ();
  g_assert_cmpuint (orphans->len, ==, 1);
  assert_copy (orphans->pdata[0], "再");
  tori_recovery_drop (orphans->pdata[0]);
  g_clear_pointer (&orphans, g_ptr_array_unref);
  /* One without copies goes with its file. */
  orphans = tori_recovery_list_orphans ();
  g_assert_cmpuint (orphans->len, ==, 0);
  g_clear_object (&living);
  g_assert_cmpuint (count_files (NULL), ==, 0);
}

/* Damages the slot that was written last. */
static void
test_damaged (void)
{
  for (guint at = 0; at < 400; at += 7)
    {
      g_autoptr (ToriRecovery) recovery = tori_recovery_new ();
      g_autofree char *folder = dup_folder ();
      g_autoptr (GDir) dir = NULL;
      g_autofree char *path = NULL;
      g_autofree char *data = NULL;
      const char *name;
      gsize size;

      g_assert_true (write_copy (recovery, "前の写し"));
      g_assert_true (write_copy (recovery, "今の写し"));
      dir = g_dir_open (folder, 0, NULL);
      while (path == NULL && (name = g_dir_read_name (dir)) != NULL)
        if (g_str_has_suffix (name, ".a"))
          path = g_build_filename (folder, name, NULL);
      g_assert_true (g_file_get_contents (path, &data, &size, NULL));
      if (at >= size)
        return;
      if (at % 2 == 0)
        data[at] ^= 1;
      else
        size = at;
      g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
      {
        g_autofree char *text = read_copy (recovery);

        g_assert_cmpstr (text, ==, "前の写し");
      }
    }
}

/* --- While things go wrong --- */

static void
count_calls (guint *first, guint *later)
{
  g_autoptr (ToriRecovery) recovery = tori_recovery_new ();
  Fault none = { .kind = FAULT_NONE, .at = G_MAXUINT };

  tori_test_faults_begin (&none);
  g_assert_true (write_copy (recovery, "一"));
  tori_test_faults_end ();
  *first = none.n_calls;
  tori_test_faults_begin (&none);
  g_assert_true (write_copy (recovery, "二"));
  tori_test_faults_end ();
  *later = none.n_calls;
}

static void
test_faults (void)
{
  static const int problems[] = { ENOSPC, EIO, EACCES, EDQUOT, EROFS, ESTALE };
  guint first, later;

  count_calls (&first, &later);
  g_assert_cmpuint (later, >, 5);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (problems); i++)
    for (guint at = 1; at <= first; at++)
      {
        Fault fault = { .kind = FAULT_ERROR, .problem = problems[i / 2], .at = at, .for_good = i % 2 };
        g_autoptr (ToriRecovery) recovery = tori_recovery_new ();
        gboolean ok;

        /* The very first copy: when it fails, there is none, and the next try is as good as the first. */
        tori_test_faults_begin (&fault);
        ok = write_copy (recovery, "一");
        tori_test_faults_end ();
        g_assert_true (fault.has_fired);
        if (ok)
          assert_copy (recovery, "一");
        g_assert_true (write_copy (recovery, "二"));
        assert_copy (recovery, "二");
        if (at > later)
          continue;
        /* A later one: when it fails, the former is still there. */
        tori_test_faults_begin (&fault);
        ok = write_copy (recovery, "三");
        tori_test_faults_end ();
        g_assert_true (fault.has_fired);
        {
          g_autofree char *text = read_copy (recovery);

          g_assert_true (g_str_equal (text, "三") || (!ok && g_str_equal (text, "二")));
        }
      }
  /* Nothing is left lying about but what could not even be removed. */
  empty_folder ();
}

/* Killed before each call: one of the two copies is offered. */
static void
test_killed (void)
{
  guint first, later;

  count_calls (&first, &later);
  for (guint at = 1; at <= later + 1; at++)
    {
      const pid_t child = fork ();
      g_autoptr (GPtrArray) orphans = NULL;
      g_autofree char *text = NULL;
      int status;

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          ToriRecovery *recovery = tori_recovery_new ();
          Fault fault = { .kind = FAULT_KILL, .at = at };

          if (!write_copy (recovery, "一"))
            _exit (1);
          tori_test_faults_begin (&fault);
          if (!write_copy (recovery, "二"))
            _exit (2);
          tori_test_faults_end ();
          kill (getpid (), SIGKILL);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status));
      orphans = tori_recovery_list_orphans ();
      g_assert_cmpuint (orphans->len, ==, 1);
      text = read_copy (orphans->pdata[0]);
      g_assert_true (g_str_equal (text, "二") || (at <= later && g_str_equal (text, "一")));
      g_clear_pointer (&orphans, g_ptr_array_unref);
      empty_folder ();
    }
}

/* What is no slot is refused, whatever it is. */
static void
test_parse (void)
{
  static const char *const slots[] = {
    "",
    "\n",
    "torikumi-recovery 1\n",
    "torikumi-recovery 2 s =p - - 1 1 0 0465cd7771a925a50a83f26379fc2f89a748822e5049c6cb88cb535916ee1eeb\n",
    "torikumi-recovery 1 s p - - 1 1 0 0d398574008d442ef4448e986cd91e14202d5c4ad33f327187e3901ea289cd52\n",
    "torikumi-recovery 1 s =p - x 1 1 0 9c6f9282f95c333399b8ca70415e9ac9377a8b7c2259157765bbb331ae000946\n",
    "torikumi-recovery 1 s =p - - -1 1 0 46ae2acffcf027e47214437264b76969062337f123deeb6846c6b8a60d0a9f90\n",
    "torikumi-recovery 1 s =p - - 1 1 1 c545671b51c92a3180f6a783fb6b1ba628a5e596a3eaefe965fc3cc2be261986\n",
    "torikumi-recovery 1 s =p - - 1 1 0 0000000000000000000000000000000000000000000000000000000000000000\n",
    "torikumi-recovery 1 s =p - - 1 1 0 6236d671cb37608d066ed6b10a812dba815c99724ffa99ae743bf2ab83518344",
    "torikumi-recovery 1 s =% - - 1 1 0 1b80671d7d7357bb89f615ce59b616ad0b663941184d00cce8eaa0e4ab6d8fc3\n",
  };
  static const char whole[] =
      "torikumi-recovery 1 s =p - - 1 1 0 6236d671cb37608d066ed6b10a812dba815c99724ffa99ae743bf2ab83518344\n";
  g_autoptr (GBytes) good = g_bytes_new_static (whole, strlen (whole));
  g_autoptr (GBytes) plan = NULL;
  ToriRecoveryAbout found;
  guint64 sequence;

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      g_autoptr (GBytes) slot = g_bytes_new_static (slots[i], strlen (slots[i]));

      g_assert_false (tori_recovery_parse (slot, &found, &sequence, &plan));
      g_assert_null (found.plan_id);
    }
  g_assert_true (tori_recovery_parse (good, &found, &sequence, &plan));
  tori_recovery_about_clear (&found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/recovery/copies", test_copies);
  g_test_add_func ("/recovery/unnamed", test_unnamed);
  g_test_add_func ("/recovery/orphans", test_orphans);
  g_test_add_func ("/recovery/damaged", test_damaged);
  g_test_add_func ("/recovery/faults", test_faults);
  g_test_add_func ("/recovery/killed", test_killed);
  g_test_add_func ("/recovery/parse", test_parse);
  return g_test_run ();
}
