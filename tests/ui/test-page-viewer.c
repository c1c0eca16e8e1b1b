/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-page-viewer.h"

#include <adwaita.h>

#include "model/tori-initiative.h"
#include "report/tori-report.h"
#include "storage/tori-codec.h"
#include "support/tori-test-plans.h"
#include "tori-test-input.h"
#include "tori-test-window.h"
#include "ui/tori-page-paper.h"

/* Pages in a window of 800 × 600. */
typedef struct
{
  ToriPlan *plan;
  ToriPages *pages;
  GtkWindow *window;
  GtkScrolledWindow *scrolled;
  ToriPageViewer *viewer;
  GtkAdjustment *adjustment; /* up and down */
} Fixture;

static ToriPages *
lay_out (ToriPlan *plan)
{
  const ToriReportOptions options = { .paper = TORI_PAPER_A4 };
  g_autoptr (GError) error = NULL;
  ToriPages *pages = tori_report_lay_out (plan, &options, &error);

  g_assert_no_error (error);
  return pages;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  tori_test_application (); /* the style of the pages */
  fixture->plan = tori_test_big_plan (GPOINTER_TO_UINT (data));
  fixture->pages = lay_out (fixture->plan);
  fixture->viewer = TORI_PAGE_VIEWER (tori_page_viewer_new ());
  fixture->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_scrolled_window_set_child (fixture->scrolled, GTK_WIDGET (fixture->viewer));
  fixture->adjustment = gtk_scrolled_window_get_vadjustment (fixture->scrolled);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->scrolled));
  gtk_window_set_decorated (fixture->window, FALSE);
  gtk_window_set_default_size (fixture->window, 800, 600);
  tori_page_viewer_set_pages (fixture->viewer, fixture->pages);
  gtk_window_present (fixture->window);
  tori_test_wait (gtk_window_is_active (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->viewer);
  gtk_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->viewer);
  tori_test_settle ();
  g_assert_finalize_object (fixture->pages);
  g_assert_finalize_object (fixture->plan);
}

/* Every page is a widget only near what can be seen, and drawn only there. */
static guint
count_drawn (Fixture *fixture, guint *n_papers)
{
  guint n = 0;

  *n_papers = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->viewer)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      (*n_papers)++;
      if (tori_page_paper_is_drawn (TORI_PAGE_PAPER (child)))
        n++;
    }
  return n;
}

/* Until something is on screen. */
static void
wait_drawn (Fixture *fixture)
{
  guint n_papers;

  tori_test_wait (count_drawn (fixture, &n_papers) > 0);
}

static void
test_follows_making (Fixture *fixture, gconstpointer data)
{
  guint first;

  wait_drawn (fixture);
  first = tori_page_viewer_get_n_pages (fixture->viewer);
  tori_test_wait (tori_page_viewer_get_complete (fixture->viewer));
  g_assert_cmpuint (tori_page_viewer_get_n_pages (fixture->viewer), >=, first);
  g_assert_cmpuint (tori_page_viewer_get_n_pages (fixture->viewer), ==,
                    tori_pages_get_n_pages (fixture->pages));
}

/* --- Cells --- */

typedef struct
{
  ToriRecord *record;
  char *property;
} Opened;

static void
open_cb (ToriPageViewer *viewer, ToriRecord *record, const char *property, gpointer data)
{
  Opened *opened = data;

  opened->record = record;
  g_free (opened->property);
  opened->property = g_strdup (property);
}

static ToriPageCell *
get_focus (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return focus != NULL && TORI_IS_PAGE_CELL (focus) ? TORI_PAGE_CELL (focus) : NULL;
}

/* A key, until the focus is elsewhere. */
static ToriPageCell *
move_focus (Fixture *fixture, guint key)
{
  GtkWidget *before = gtk_window_get_focus (fixture->window);

  tori_test_key (key, 0);
  tori_test_wait (gtk_window_get_focus (fixture->window) != before);
  return get_focus (fixture);
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  Opened opened = { NULL, NULL };
  ToriPageCell *cell;

  g_signal_connect (fixture->viewer, "open", G_CALLBACK (open_cb), &opened);
  wait_drawn (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->viewer));
  move_focus (fixture, GDK_KEY_Tab);
  for (guint i = 0; i < 4; i++)
    move_focus (fixture, GDK_KEY_Down);
  cell = move_focus (fixture, GDK_KEY_Right);
  g_assert_cmpstr (tori_page_cell_get_property (cell), ==, "title");
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (opened.record != NULL);
  g_assert_true (TORI_IS_INITIATIVE (opened.record));
  g_assert_cmpstr (opened.property, ==, "title");
  g_free (opened.property);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  tori_test_ui_start ();

#define ADD(name, n, function)                                                                               \
  g_test_add ("/page-viewer/" name, Fixture, GUINT_TO_POINTER (n), set_up, function, tear_down)
  ADD ("follows-making", 60, test_follows_making);
  ADD ("cells", 60, test_cells);
#undef ADD

  return g_test_run ();
}
