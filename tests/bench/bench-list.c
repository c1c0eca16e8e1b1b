/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-list N [MINUTES]: what a window with a plan of N initiatives takes to show what somebody asked for;
 * then, for so many minutes, that it stands being scrolled, filtered, sorted and edited in all of its views.
 * A frame begins when the key is pressed and ends when it is painted; "cpu" is what the process did
 * meanwhile, without waiting for the clock of the screen. */
#include "config.h"

#include <malloc.h>
#include <stdlib.h>

#include "bench-frames.h"
#include "support/tori-test-plans.h"
#include "ui/tori-test-window.h"

static void
measure_search (ToriWindow *window, guint n)
{
  static const char *const words[] = { "見直し", "ｼｽﾃﾑ",          "どこにもない",
                                       "2017",   "防災訓練 継続", "窓口業務の点検" };
  GtkEditable *entry;
  ToriSeries series;

  tori_series_init (&series);
  g_action_group_activate_action (G_ACTION_GROUP (window), "search", NULL);
  entry = tori_test_find (tori_window_get_view (window), GTK_TYPE_SEARCH_ENTRY, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (const char *p = words[i]; *p != '\0'; p = g_utf8_next_char (p))
      {
        g_autofree char *text = g_strndup (words[i], (gsize) (g_utf8_next_char (p) - words[i]));
        ToriMark mark;

        tori_bench_pause (g_random_int_range (60, 120));
        mark = tori_bench_begin ();
        gtk_editable_set_text (entry, text);
        tori_series_take (&series, &mark, GTK_WIDGET (window));
      }
  gtk_editable_set_text (entry, "");
  tori_bench_pause (200);
  tori_series_print (&series, "search-key", n);
}

static void
measure_filter (ToriWindow *window, guint n)
{
  ToriSeries series;

  tori_series_init (&series);
  for (int row = 1; row < 12; row++)
    {
      ToriMark mark;

      tori_bench_pause (100);
      mark = tori_bench_begin ();
      tori_test_choose_group (window, row);
      tori_series_take (&series, &mark, GTK_WIDGET (window));
    }
  tori_test_choose_group (window, 0);
  tori_bench_pause (200);
  tori_series_print (&series, "filter-click", n);
}

static void
measure_sort (ToriWindow *window, guint n)
{
  GtkColumnView *view = tori_test_find (window, GTK_TYPE_COLUMN_VIEW, NULL);
  GListModel *columns = gtk_column_view_get_columns (view);
  ToriSeries series;

  tori_series_init (&series);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_sorter (column) == NULL)
        continue;
      for (int order = GTK_SORT_ASCENDING; order <= GTK_SORT_DESCENDING; order++)
        {
          ToriMark mark;

          tori_bench_pause (100);
          mark = tori_bench_begin ();
          gtk_column_view_sort_by_column (view, column, (GtkSortType) order);
          tori_series_take (&series, &mark, GTK_WIDGET (window));
        }
    }
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  tori_bench_pause (200);
  tori_series_print (&series, "sort-click", n);
}

static void
measure_scroll (ToriWindow *window, guint n)
{
  GtkWidget *view = tori_test_find (window, GTK_TYPE_COLUMN_VIEW, NULL);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double end;
  ToriSeries series;

  /* While somebody sorts or searches, the list has its first rows only. */
  tori_test_wait (gtk_adjustment_get_upper (adjustment) > 20 * n);
  end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  tori_series_init (&series);
  for (guint i = 0; i <= 200; i++)
    {
      const ToriMark mark = tori_bench_begin ();

      gtk_adjustment_set_value (adjustment, end * i / 200);
      tori_series_take (&series, &mark, GTK_WIDGET (window));
    }
  tori_series_print (&series, "scroll", n);
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
          tori_bench_pause (n > 1000 ? 600 : 50);
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
      ToriSeries series;

      tori_series_init (&series);
      for (guint round = 0; round < 4; round++)
        {
          ToriMark mark;

          set_view (window, views[(i + 3) % 4]);
          tori_bench_pause (n > 1000 ? 500 : 30);
          mark = tori_bench_begin ();
          set_view (window, views[i]);
          tori_series_take (&series, &mark, GTK_WIDGET (window));
          tori_bench_pause (100);
        }
      tori_series_print (&series, name, n);
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
  ToriSeries series;

  tori_series_init (&series);
  for (guint i = 0; i < 40 || g_get_monotonic_time () < end; i++)
    {
      const ToriMark mark = tori_bench_begin ();

      stress_once (window, rand);
      tori_series_take (&series, &mark, GTK_WIDGET (window));
    }
  tori_history_mark_saved (
      tori_document_get_history (tori_window_get_document (window)),
      tori_history_get_mark (tori_document_get_history (tori_window_get_document (window))));
  tori_series_print (&series, "stress", n);
}

int
main (int argc, char **argv)
{
  const guint n = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 0;
  g_autoptr (ToriPlan) plan = tori_test_big_plan (MAX (n, 1));
  ToriWindow *window;
  ToriMark mark;
  ToriSeries series;

  tori_test_ui_start ();
  mark = tori_bench_begin ();
  window = tori_test_show_plan (plan);
  tori_series_init (&series);
  tori_series_take (&series, &mark, GTK_WIDGET (window));
  tori_series_print (&series, "open", n);
  tori_bench_pause (n > 1000 ? 2000 : 50);
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
