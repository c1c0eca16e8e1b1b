/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "model/tori-pillar.h"
#include "storage/tori-codec.h"
#include "storage/tori-recovery.h"
#include "tori-test-window.h"

/* The whole program is killed at random while somebody types: what was typed until two seconds before is
 * offered at the next start, and nothing of it is in the file.
 *
 * The program that is killed is this one, called with --typist and a plan. It types a number as a title, a
 * higher one every few hundredths of a second, and says each number and when it was typed. */

#define RUNS (g_getenv ("TORIKUMI_SOAK") == NULL ? 20 : 1000)
#define PAUSE 40 /* ms between two keys */

/* No more than what was typed in that time: two seconds by design, and a second for a disk that is busy.
 * Under a sanitizer the plan is as slow to write as a very large one, whose copies wait for a pause. */
#ifdef __SANITIZE_ADDRESS__
#define LOST (12 * G_TIME_SPAN_SECOND)
#else
#define LOST (3 * G_TIME_SPAN_SECOND)
#endif

/* --- Who types --- */

static gboolean
type_cb (gpointer data)
{
  static guint n;
  ToriWindow *window = data;
  ToriHistory *history = tori_document_get_history (tori_window_get_document (window));
  ToriInitiative *initiative = tori_plan_view_get_selected (tori_window_get_view (window));
  g_autofree char *title = g_strdup_printf ("%u", ++n);

  tori_history_type (history, TORI_STEP_TITLE, initiative, "title", title);
  printf ("%u %" G_GINT64_FORMAT "\n", n, g_get_monotonic_time ());
  fflush (stdout);
  return G_SOURCE_CONTINUE;
}

static int
run_typist (const char *path)
{
  ToriWindow *window;

  tori_test_ui_start ();
  window = tori_test_open (path);
  g_timeout_add (PAUSE, type_cb, window);
  return g_application_run (G_APPLICATION (tori_test_application ()), 0, NULL);
}

/* --- Who kills --- */

typedef struct
{
  char *program;
  char *folder;
  char *path;
  char *bytes;
  gsize length;
  GRand *random;
} Fixture;

static char *program;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *sample = tori_test_sample_path ();

  f->folder = g_dir_make_tmp ("torikumi-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "計画.torikumi", NULL);
  g_assert_true (g_file_get_contents (sample, &f->bytes, &f->length, NULL));
  g_assert_true (g_file_set_contents (f->path, f->bytes, (gssize) f->length, NULL));
  f->random = g_rand_new_with_seed (20261127);
}

/* What was killed could not remove its lock, and may have been about to write one. */
static gboolean
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, ".~lock.") != NULL)
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
  return g_rmdir (folder) == 0;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *found = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (f->path, &found, &length, NULL));
  g_assert_cmpmem (found, length, f->bytes, f->length);
  g_unlink (f->path);
  tori_test_wait (remove_folder (f->folder));
  g_rand_free (f->random);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->bytes);
}

/* When each number was typed: all that the program has said until its end. */
static GArray *
read_times (GInputStream *stream)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (stream);
  GArray *times = g_array_new (FALSE, TRUE, sizeof (gint64));
  char *line;

  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      const char *blank = strchr (line, ' ');
      const gint64 time = blank == NULL ? 0 : g_ascii_strtoll (blank, NULL, 10);

      if (time > 0)
        g_array_append_val (times, time);
      g_free (line);
    }
  return times;
}

/* The number in what is offered; 0 when nothing is. */
static guint
take_offered (void)
{
  g_autoptr (GPtrArray) orphans = tori_recovery_list_orphans ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ToriPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  ToriRecoveryAbout about;
  guint n = 0;

  if (orphans->len == 0)
    return 0;
  g_assert_cmpuint (orphans->len, ==, 1);
  bytes = tori_recovery_read (orphans->pdata[0], &about);
  tori_recovery_about_clear (&about);
  plan = tori_codec_decode_bytes (bytes, &error);
  g_assert_no_error (error);
  n = (guint) strtoul (tori_initiative_get_title (tori_list_get (
                           tori_pillar_get_initiatives (tori_list_get (tori_plan_get_pillars (plan), 0)), 0)),
                       NULL, 10);
  tori_recovery_take_over (orphans->pdata[0]);
  tori_recovery_drop (orphans->pdata[0]);
  return n;
}

/* A machine that stands still lets the typist stand still too: what it could not do in that time is no fault
 * of the program. */
static gint64
get_longest_pause (GArray *times)
{
  gint64 longest = PAUSE * G_TIME_SPAN_MILLISECOND;

  for (guint i = 1; i < times->len; i++)
    longest = MAX (longest, g_array_index (times, gint64, i) - g_array_index (times, gint64, i - 1));
  return longest;
}

/* Gives how old the oldest key was that is lost, in µs. */
static gint64
kill_one (Fixture *f, int how)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) typist =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--typist", f->path, NULL);
  GInputStream *said = typist == NULL ? NULL : g_subprocess_get_stdout_pipe (typist);
  g_autoptr (GArray) times = NULL;
  char first;
  gint64 killed, lost;
  guint offered;

  g_assert_no_error (error);
  g_assert_cmpint (g_input_stream_read (said, &first, 1, NULL, &error), ==, 1); /* it types */
  g_usleep ((gulong) g_rand_int_range (f->random, 200, 5000) * 1000);
  killed = g_get_monotonic_time ();
  g_subprocess_send_signal (typist, how);
  g_subprocess_wait (typist, NULL, &error);
  g_assert_no_error (error);
  times = read_times (said);
  offered = take_offered ();
  g_assert_cmpuint (offered, <=, times->len);
  if (offered == times->len)
    return 0;
  lost = killed - g_array_index (times, gint64, offered);
  lost -= get_longest_pause (times) - PAUSE * G_TIME_SPAN_MILLISECOND;
  return MAX (lost, 1);
}

static void
test_killed (Fixture *f, gconstpointer data)
{
  gint64 worst = 0;

  for (int i = 0; i < RUNS; i++)
    worst = MAX (worst, kill_one (f, SIGKILL));
  g_test_message ("lost at worst: what was typed in the last %.2f s", (double) worst / G_TIME_SPAN_SECOND);
  g_assert_cmpint (worst, >, 1); /* somebody was killed in between */
  g_assert_cmpint (worst, <=, LOST);
}

/* Ended by the system, the program keeps all of it. */
static void
test_ended (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (kill_one (f, SIGTERM), <=, (PAUSE + 20) * G_TIME_SPAN_MILLISECOND);
}

static void
add_tests (void)
{
  g_test_add ("/crash/killed", Fixture, NULL, set_up, test_killed, tear_down);
  g_test_add ("/crash/ended", Fixture, NULL, set_up, test_ended, tear_down);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--typist") == 0)
    return run_typist (argv[2]);
  program = argv[0];
  return tori_test_ui_run (argc, argv, add_tests);
}
