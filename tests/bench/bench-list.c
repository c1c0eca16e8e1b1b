/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-list N [MINUTES]: what a window with a plan of N initiatives takes to show what somebody asked for;
 * then, for so many minutes, that it stands being scrolled, filtered, sorted and edited in all of its views.
 * A frame begins when the key is pressed and ends when it is painted; "cpu" is what the process did
 * meanwhile, without waiting for the clock of the screen. */
#include "config.h"

#include <malloc.h>
#include <stdlib.h>
#include <time.h>

#include "support/tori-test-plans.h"
#include "ui/tori-test-window.h"

typedef struct
{
  gint64 wall, cpu;
} Mark;

typedef struct
{
  GArray *wall, *cpu; /* double: milliseconds */
} Series;

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

static void
series_init (Series *self)
{
  self->wall = g_array_new (FALSE, FALSE, sizeof (double));
  self->cpu = g_array_new (FALSE, FALSE, sizeof (double));
}

/* Takes the time from @mark to the next frame. */
static void
series_take (Series *self, const Mark *mark, ToriWindow *window)
{
  double wall, cpu;

  painted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (window)); /* a frame comes, even if nothing is to be seen */
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  wall = (double) (g_get_monotonic_time () - mark->wall) / 1000;
  cpu = (double) (get_cpu () - mark->cpu) / 1000;
  g_array_append_val (self->wall, wall);
  g_array_append_val (self->cpu, cpu);
}

static Mark
begin (void)
{
  return (Mark){ g_get_monotonic_time (), get_cpu () };
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

static void
series_print (Series *self, const char *name, guint n)
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
static void
pause_a_moment (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, over_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
measure_search (ToriWindow *window, guint n)
{
  static const char *const words[] = { "見直し", "ｼｽﾃﾑ",          "どこにもない",
                                       "2017",   "防災訓練 継続", "窓口業務の点検" };
  GtkEditable *entry;
  Series series;

  series_init (&series);
  g_action_group_activate_action (G_ACTION_GROUP (window), "search", NULL);
  entry = tori_test_find (tori_window_get_view (window), GTK_TYPE_SEARCH_ENTRY, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (const char *p = words[i]; *p != '\0'; p = g_utf8_next_char (p))
      {
        g_autofree char *text = g_strndup (words[i], (gsize) (g_utf8_next_char (p) - words[i]));
        Mark mark;

        pause_a_moment (g_random_int_range (60, 120));
        mark = begin ();
        gtk_editable_set_text (entry, text);
        series_take (&series, &mark, window);
      }
  gtk_editable_set_text (entry, "");
  pause_a_moment (200);
  series_print (&series, "search-key", n);
}

static void
measure_filter (ToriWindow *window, guint n)
{
  Series series;

  series_init (&series);
  for (int row = 1; row < 12; row++)
    {
      Mark mark;

      pause_a_moment (100);
      mark = begin ();
      tori_test_choose_group (window, row);
      series_take (&series, &mark, window);
    }
  tori_test_choose_group (window, 0);
  pause_a_moment (200);
  series_print (&series, "filter-click", n);
}

static void
measure_sort (ToriWindow *window, guint n)
{
  GtkColumnView *view = tori_test_find (window, GTK_TYPE_COLUMN_VIEW, NULL);
  GListModel *columns = gtk_column_view_get_columns (view);
  Series series;

  series_init (&series);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_sorter (column) == NULL)
        continue;
      for (int order = GTK_SORT_ASCENDING; order <= GTK_SORT_DESCENDING; order++)
        {
          Mark mark;

          pause_a_moment (100);
          mark = begin ();
          gtk_column_view_sort_by_column (view, column, (GtkSortType) order);
          series_take (&series, &mark, window);
        }
    }
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  pause_a_moment (200);
  series_print (&series, "sort-click", n);
}

static void
measure_scroll (ToriWindow *window, guint n)
{
  GtkWidget *view = tori_test_find (window, GTK_TYPE_COLUMN_VIEW, NULL);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double end;
  Series series;

  /* While somebody sorts or searches, the list has its first rows only. */
  tori_test_wait (gtk_adjustment_get_upper (adjustment) > 20 * n);
  end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  series_init (&series);
  for (guint i = 0; i <= 200; i++)
    {
      const Mark mark = begin ();

      gtk_adjustment_set_value (adjustment, end * i / 200);
      series_take (&series, &mark, window);
    }
  series_print (&series, "scroll", n);
}

static void
set_view (ToriWindow *window, const char *name)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string (name));
}

static const char *const views[] = { "cards", "schedule", "totals", "list" };

/* Opening one view after the other, twice, with the list shown again after each: what has grown for good. */
static void
measure_memory (ToriWindow *window, guint n)
{
  gsize used[2];

  for (guint round = 0; round < G_N_ELEMENTS (used); round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (views); i++)
        {
          set_view (window, views[i]);
          pause_a_moment (600);
        }
      used[round] = mallinfo2 ().uordblks;
    }
  g_print ("memory-of-views n=%u before=%.1fMB all_opened_again=%.1fMB grown_by=%.1fB_per_initiative\n", n,
           (double) used[0] / 1e6, (double) used[1] / 1e6, ((double) used[1] - (double) used[0]) / n);
}

static void
measure_views (ToriWindow *window, guint n)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *name = g_strdup_printf ("switch-to-%s", views[i]);
      Series series;

      series_init (&series);
      for (guint round = 0; round < 4; round++)
        {
          Mark mark;

          set_view (window, views[(i + 3) % 4]);
          pause_a_moment (500);
          mark = begin ();
          set_view (window, views[i]);
          series_take (&series, &mark, window);
          pause_a_moment (100);
        }
      series_print (&series, name, n);
    }
}

/* The scrolled part of the view that is shown. */
static GtkAdjustment *
find_scroll (GtkWidget *inside)
{
  if (GTK_IS_SCROLLABLE (inside) && gtk_widget_get_mapped (inside)
      && gtk_widget_get_ancestor (inside, GTK_TYPE_STACK) != NULL)
    return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (inside));
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAdjustment *found = find_scroll (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
stress_once (ToriWindow *window, GRand *rand)
{
  ToriPlanView *view = tori_window_get_view (window);
  ToriHistory *history = tori_document_get_history (tori_window_get_document (window));
  GtkAdjustment *scroll = find_scroll (tori_test_find (view, GTK_TYPE_STACK, NULL));
  ToriInitiative *initiative = tori_plan_view_get_selected (view);

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0: set_view (window, views[g_rand_int_range (rand, 0, 4)]); break;
    case 1: tori_test_choose_group (window, g_rand_int_range (rand, 0, 12)); break;
    case 2:
      tori_listing_set_search (tori_plan_view_get_listing (view), g_rand_boolean (rand) ? "見直し" : "");
      break;
    case 3:
      {
        GtkColumnView *list = tori_test_find (window, GTK_TYPE_COLUMN_VIEW, NULL);
        g_autoptr (GtkColumnViewColumn) column =
            g_list_model_get_item (gtk_column_view_get_columns (list), (guint) g_rand_int_range (rand, 0, 2));

        gtk_column_view_sort_by_column (list, column, (GtkSortType) g_rand_int_range (rand, 0, 2));
        break;
      }
    case 4:
      if (initiative != NULL)
        tori_history_type (history, TORI_STEP_TITLE, initiative, "title",
                           g_rand_boolean (rand) ? "題" : "長い題名");
      break;
    case 5:
      if (initiative != NULL && g_rand_int_range (rand, 0, 4) == 0)
        g_action_group_activate_action (G_ACTION_GROUP (window), "remove-initiative", NULL);
      break;
    case 6:
      if (tori_history_get_can_undo (history))
        tori_history_undo (history);
      break;
    default:
      if (scroll != NULL)
        gtk_adjustment_set_value (scroll, g_rand_double (rand) * gtk_adjustment_get_upper (scroll));
    }
}

/* Nothing breaks, and no frame hangs: what is measured is the worst of many different ones. */
static void
stress (ToriWindow *window, guint n, double minutes)
{
  const gint64 end = g_get_monotonic_time () + (gint64) (minutes * 60 * G_USEC_PER_SEC);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261127);
  Series series;

  series_init (&series);
  for (guint i = 0; i < 40 || g_get_monotonic_time () < end; i++)
    {
      const Mark mark = begin ();

      stress_once (window, rand);
      series_take (&series, &mark, window);
    }
  tori_history_mark_saved (
      tori_document_get_history (tori_window_get_document (window)),
      tori_history_get_mark (tori_document_get_history (tori_window_get_document (window))));
  series_print (&series, "stress", n);
}

int
main (int argc, char **argv)
{
  const guint n = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 0;
  g_autoptr (ToriPlan) plan = tori_test_big_plan (MAX (n, 1));
  ToriWindow *window;
  Mark mark;
  Series series;

  tori_test_ui_start ();
  mark = begin ();
  window = tori_test_show_plan (plan);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb),
                    NULL);
  series_init (&series);
  series_take (&series, &mark, window);
  series_print (&series, "open", n);
  pause_a_moment (n > 1000 ? 2000 : 50);
  measure_filter (window, n);
  measure_search (window, n);
  measure_sort (window, n);
  measure_scroll (window, n);
  measure_memory (window, n);
  measure_views (window, n);
  stress (window, n, argc > 2 ? g_ascii_strtod (argv[2], NULL) : 0);
  tori_test_close (window);
  tori_test_ui_end ();
  return EXIT_SUCCESS;
}
