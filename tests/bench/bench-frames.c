/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-frames.h"

#include <time.h>

/* What it takes from a key to the frame that shows what it did. A frame begins when the key is pressed and
 * ends when it is painted; "cpu" is what the process did meanwhile, without waiting for the clock of the
 * screen. */

static gboolean painted;

static void
painted_cb (void)
{
  painted = TRUE;
}

static gint64
get_cpu (void)
{
  struct timespec time;

  g_assert_cmpint (clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time), ==, 0);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

void
tori_series_init (ToriSeries *self)
{
  self->wall = g_array_new (FALSE, FALSE, sizeof (double));
  self->cpu = g_array_new (FALSE, FALSE, sizeof (double));
}

/* Takes the time from @mark to the next frame. */
void
tori_series_take (ToriSeries *self, const ToriMark *mark, GtkWidget *window)
{
  double wall, cpu;
  const gulong id =
      g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);

  painted = FALSE;
  gtk_widget_queue_draw (window); /* a frame comes, even if nothing is to be seen */
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (window), id);
  wall = (double) (g_get_monotonic_time () - mark->wall) / 1000;
  cpu = (double) (get_cpu () - mark->cpu) / 1000;
  g_array_append_val (self->wall, wall);
  g_array_append_val (self->cpu, cpu);
}

ToriMark
tori_bench_begin (void)
{
  return (ToriMark){ g_get_monotonic_time (), get_cpu () };
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_share (GArray *times, double share)
{
  g_array_sort (times, compare);
  return g_array_index (times, double, (guint) (share * (times->len - 1)));
}

void
tori_series_print (ToriSeries *self, const char *name, guint n)
{
  g_print ("%s n=%u frames=%u wall_p50=%.1f wall_max=%.1f cpu_p50=%.1f cpu_max=%.1f\n", name, n,
           self->wall->len, get_share (self->wall, 0.5), get_share (self->wall, 1),
           get_share (self->cpu, 0.5), get_share (self->cpu, 1));
  g_array_unref (self->wall);
  g_array_unref (self->cpu);
}

static gboolean
over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets a moment pass, as somebody who types does: the idles of the last key come in between. */
void
tori_bench_pause (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, over_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}
