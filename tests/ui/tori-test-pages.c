/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tori-test-pages.h"

#include "support/tori-test-plans.h"
#include "tori-test-window.h"

ToriPages *
tori_test_pages_lay_out (ToriPlan *plan, gboolean portrait)
{
  const ToriReportOptions options = { .paper = TORI_PAPER_A4, .portrait = portrait };
  g_autoptr (GError) error = NULL;
  ToriPages *pages = tori_report_lay_out (plan, &options, &error);

  g_assert_no_error (error);
  return pages;
}

void
tori_test_pages_set_up (ToriTestPages *self, gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  tori_test_application (); /* the style of the pages */
  self->plan = tori_test_big_plan (GPOINTER_TO_UINT (data));
  self->pages = tori_test_pages_lay_out (self->plan, FALSE);
  self->viewer = TORI_PAGE_VIEWER (tori_page_viewer_new ());
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->viewer));
  self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_window_set_child (self->window, scrolled);
  gtk_window_set_decorated (self->window, FALSE);
  gtk_window_set_default_size (self->window, 800, 600);
  tori_page_viewer_set_pages (self->viewer, self->pages);
  gtk_window_present (self->window);
  tori_test_wait (gtk_window_is_active (self->window));
  tori_test_pages_wait_drawn (self, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->viewer));
}

void
tori_test_pages_tear_down (ToriTestPages *self, gconstpointer data)
{
  g_object_ref (self->viewer);
  gtk_window_destroy (self->window);
  g_assert_finalize_object (self->viewer);
  tori_test_settle ();
  g_assert_finalize_object (self->pages);
  g_assert_finalize_object (self->plan);
}

/**
 * tori_test_pages_get_paper:
 *
 * Returns: (transfer none) (nullable): the widget of a page
 */
GtkWidget *
tori_test_pages_get_paper (ToriTestPages *self, guint page)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->viewer)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (tori_page_paper_get_page (TORI_PAGE_PAPER (child)) == page)
      return child;
  return NULL;
}

/**
 * tori_test_pages_count_papers:
 *
 * Returns: how many pages are widgets, or only those that are drawn
 */
guint
tori_test_pages_count_papers (ToriTestPages *self, gboolean drawn)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->viewer)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!drawn || tori_page_paper_is_drawn (TORI_PAGE_PAPER (child)))
      n++;
  return n;
}

void
tori_test_pages_wait_drawn (ToriTestPages *self, guint page)
{
  tori_test_wait (tori_test_pages_get_paper (self, page) != NULL
                  && tori_page_paper_is_drawn (TORI_PAGE_PAPER (tori_test_pages_get_paper (self, page))));
}
