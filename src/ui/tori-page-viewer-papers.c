/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-page-viewer-private.h"

/* The pages that can be seen, one before and one after them: only these are widgets. */

static ToriPagePaper *
find_paper (ToriPageViewer *self, guint page)
{
  for (guint i = 0; i < self->papers->len; i++)
    if (tori_page_paper_get_page (self->papers->pdata[i]) == page)
      return self->papers->pdata[i];
  return NULL;
}

static gboolean
has_focus_inside (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
drop_papers (ToriPageViewer *self, guint first, guint last)
{
  for (guint i = self->papers->len; i-- > 0;)
    {
      ToriPagePaper *paper = self->papers->pdata[i];
      const guint page = tori_page_paper_get_page (paper);

      if ((page >= first && page <= last)
          || (has_focus_inside (GTK_WIDGET (paper)) && page < tori_page_viewer_get_extent (self)))
        continue;
      g_ptr_array_remove_index (self->papers, i);
    }
}

static void
mark_paper (ToriPageViewer *self, ToriPagePaper *paper)
{
  const guint page = tori_page_paper_get_page (paper);
  g_autoptr (GArray) marks = NULL;

  if (self->finder != NULL && page < tori_pages_get_n_made (self->pages))
    marks = tori_page_finder_list_marks (self->finder, page);
  tori_page_paper_set_marks (paper, marks);
}

/* The papers are in the order of the pages among the children too: that is how a screen reader finds them. */
static ToriPagePaper *
add_paper (ToriPageViewer *self, guint page)
{
  GtkWidget *paper = tori_page_paper_new (self->pages, page);
  guint at = 0;

  while (at < self->papers->len && tori_page_paper_get_page (self->papers->pdata[at]) < page)
    at++;
  tori_page_paper_set_scale (TORI_PAGE_PAPER (paper), tori_page_viewer_get_scale (self));
  gtk_widget_insert_before (paper, GTK_WIDGET (self),
                            at < self->papers->len ? self->papers->pdata[at] : NULL);
  g_ptr_array_insert (self->papers, (int) at, paper);
  mark_paper (self, TORI_PAGE_PAPER (paper));
  return TORI_PAGE_PAPER (paper);
}

/**
 * tori_page_viewer_ensure_paper:
 * @self: a viewer
 * @page: number of a page
 *
 * Returns: (transfer none): the widget that shows it; it stays if it is seen or gets the focus at once
 */
ToriPagePaper *
tori_page_viewer_ensure_paper (ToriPageViewer *self, guint page)
{
  ToriPagePaper *paper = find_paper (self, page);

  return paper != NULL ? paper : add_paper (self, page);
}

/* Shows on the papers what was found on them. */
void
tori_page_viewer_mark (ToriPageViewer *self)
{
  for (guint i = 0; i < self->papers->len; i++)
    mark_paper (self, self->papers->pdata[i]);
}

void
tori_page_viewer_set_finder (ToriPageViewer *self, ToriPageFinder *finder)
{
  g_set_weak_pointer (&self->finder, finder);
  tori_page_viewer_mark (self);
}

static void
update_papers (ToriPageViewer *self)
{
  const guint extent = tori_page_viewer_get_extent (self);
  const int view = gtk_widget_get_height (GTK_WIDGET (self));
  guint first, last;

  if (extent == 0 || view == 0)
    {
      g_ptr_array_set_size (self->papers, 0);
      return;
    }
  first = tori_page_viewer_find_page (self, TORI_PAGE_GAP); /* of a gap nothing is seen of the page above */
  last = tori_page_viewer_find_page (self, view);
  if (!self->complete && last <= self->n_pages + 1)
    tori_pages_advance (self->pages, last); /* no more than a page or two */
  first = first > 0 ? first - 1 : 0;
  last = MIN (last + 1, extent - 1);
  drop_papers (self, first, last);
  for (guint page = first; page <= last; page++)
    tori_page_viewer_ensure_paper (self, page);
  for (guint i = 0; i < self->papers->len; i++)
    if (tori_page_paper_follow (self->papers->pdata[i]))
      mark_paper (self, self->papers->pdata[i]);
  tori_page_viewer_queue_cells (self);
}

static gboolean
papers_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ToriPageViewer *self = TORI_PAGE_VIEWER (widget);

  self->papers_id = 0;
  update_papers (self);
  return G_SOURCE_REMOVE;
}

/* Widgets may not come and go while they are being given their places, hence a little later. */
void
tori_page_viewer_queue_papers (ToriPageViewer *self)
{
  if (self->papers_id == 0)
    self->papers_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), papers_cb, NULL, NULL);
}
