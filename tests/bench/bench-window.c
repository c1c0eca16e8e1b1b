/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-window ROUNDS: how long the window with the sample plan takes from its process's start to its first
 * frame, as a ratio to an empty AdwApplicationWindow. Each is a fresh process; the two take turns, so that
 * whatever else the machine does meets both. */
#include "config.h"

#include <gio/gio.h>
#include <stdlib.h>

#include "ui/tori-test-window.h"

#define START "TORIKUMI_BENCH_START"

/* --- The child: shows a window and says when its first frame was there --- */

static void
painted_cb (GdkFrameClock *clock, GtkWindow *window)
{
  const gint64 start = g_ascii_strtoll (g_getenv (START), NULL, 10);

  if (TORI_IS_WINDOW (window) && tori_window_get_document (TORI_WINDOW (window)) == NULL)
    return; /* a frame without the plan is not what we wait for */
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - start);
  exit (EXIT_SUCCESS);
}

static void
realized_cb (GtkWidget *window)
{
  g_signal_connect_after (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                          window);
}

static void
window_added_cb (GtkApplication *application, GtkWidget *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 760);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_child (const char *file)
{
  const char *arguments[] = { "torikumi", file, NULL };
  GtkApplication *application;

  if (file != NULL)
    application = GTK_APPLICATION (tori_application_new ());
  else
    {
      application =
          GTK_APPLICATION (adw_application_new ("io.github.torikumi.Empty", G_APPLICATION_DEFAULT_FLAGS));
      g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
    }
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), file != NULL ? 2 : 1, (char **) arguments);
}

/* --- The parent: starts children and compares --- */

static double
measure (const char *self, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autoptr (GSubprocess) child = NULL;
  g_autofree char *output = NULL;

  g_subprocess_launcher_setenv (launcher, START, start, TRUE);
  child = g_subprocess_launcher_spawn (launcher, &error, self, "--child", file, NULL);
  if (child == NULL || !g_subprocess_communicate_utf8 (child, NULL, NULL, &output, NULL, &error)
      || !g_subprocess_get_successful (child))
    g_error ("the child showed no window: %s", error != NULL ? error->message : "it failed");
  return (double) g_ascii_strtoll (output, NULL, 10) / 1000;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_median (GArray *times)
{
  g_array_sort (times, compare);
  return g_array_index (times, double, times->len / 2);
}

int
main (int argc, char **argv)
{
  g_autofree char *file = NULL;
  g_autoptr (GArray) empty = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) sample = g_array_new (FALSE, FALSE, sizeof (double));
  const int rounds = argc > 1 ? atoi (argv[1]) : 10;
  double empty_ms, sample_ms;

  if (argc > 1 && g_str_equal (argv[1], "--child"))
    return run_child (argc > 2 ? argv[2] : NULL);

  file = tori_test_sample_path ();
  measure (argv[0], NULL); /* what the disk has to bring comes first */
  measure (argv[0], file);
  for (int i = 0; i < rounds; i++)
    {
      const double e = measure (argv[0], NULL), s = measure (argv[0], file);

      g_array_append_val (empty, e);
      g_array_append_val (sample, s);
    }
  empty_ms = get_median (empty);
  sample_ms = get_median (sample);
  g_print ("first-frame empty_ms=%.0f sample_ms=%.0f best_ratio=%.2f\n", empty_ms, sample_ms,
           g_array_index (sample, double, 0) / g_array_index (empty, double, 0));
  g_print ("first-frame ratio=%.2f goal=1.50\n", sample_ms / empty_ms);
  return EXIT_SUCCESS;
}
