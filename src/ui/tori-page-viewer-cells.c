/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-page-viewer-private.h"

#include <glib/gi18n.h>

/* Going through the cells of the pages. Tab goes into the pages and out of them again; in between, arrows go
 * to what stands next on the paper, over pages too. */

/* --- The cell with the focus --- */

/**
 * tori_page_viewer_get_cell:
 * @self: a viewer
 * @paper: (out) (optional): the page that it stands on
 *
 * Returns: (transfer none) (nullable): the cell that has the focus
 */
ToriPageCell *
tori_page_viewer_get_cell (ToriPageViewer *self, ToriPagePaper **paper)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (focus == NULL || !TORI_IS_PAGE_CELL (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  if (paper != NULL)
    *paper = TORI_PAGE_PAPER (gtk_widget_get_parent (focus));
  return TORI_PAGE_CELL (focus);
}

static void
focus_cell (ToriPageViewer *self, GtkWidget *cell)
{
  ToriPagePaper *paper = TORI_PAGE_PAPER (gtk_widget_get_parent (cell));

  gtk_widget_grab_focus (cell);
  tori_page_viewer_scroll_to (self, tori_page_paper_get_page (paper),
                              tori_page_cell_get_area (TORI_PAGE_CELL (cell)));
}

/* The widget of a page with its cells, whether it is seen yet or not. */
static ToriPagePaper *
get_paper (ToriPageViewer *self, guint page)
{
  ToriPagePaper *paper;

  if (!tori_pages_advance (self->pages, page))
    return NULL;
  tori_page_viewer_follow_making (self);
  paper = tori_page_viewer_ensure_paper (self, page);
  tori_page_paper_make_cells (paper);
  return paper;
}

/* --- Where arrows lead --- */

/* The sides of a cell in the direction of going and across it. */
typedef struct
{
  double start, end, from, to;
} Sides;

static Sides
get_sides (GtkWidget *cell, GtkDirectionType direction)
{
  const graphene_rect_t *area = tori_page_cell_get_area (TORI_PAGE_CELL (cell));
  const double x = area->origin.x, right = x + area->size.width;
  const double y = area->origin.y, bottom = y + area->size.height;

  switch ((int) direction)
    {
    case GTK_DIR_UP: return (Sides){ -bottom, -y, x, right };
    case GTK_DIR_DOWN: return (Sides){ y, bottom, x, right };
    case GTK_DIR_LEFT: return (Sides){ -right, -x, y, bottom };
    default: return (Sides){ x, right, y, bottom };
    }
}

/* The nearest cell of @paper after @from whose sides lie over those of @from; among several, the one that
 * comes first across. */
static GtkWidget *
find_next (ToriPagePaper *paper, const Sides *from, GtkDirectionType direction, gboolean anywhere)
{
  GtkWidget *found = NULL;
  Sides best = { 0 };

  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (paper)); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      const Sides sides = get_sides (cell, direction);

      if (!anywhere && sides.start < from->end - 1)
        continue;
      if (anywhere && tori_page_cell_names_column (TORI_PAGE_CELL (cell)))
        continue;
      if (MIN (sides.to, from->to) - MAX (sides.from, from->from) < 1)
        continue;
      if (found == NULL || sides.start < best.start - 1
          || (sides.start < best.start + 1 && sides.from < best.from))
        {
          found = cell;
          best = sides;
        }
    }
  return found;
}

static GtkWidget *
find_on_next_page (ToriPageViewer *self, ToriPagePaper *paper, const Sides *from, GtkDirectionType direction)
{
  guint page = tori_page_paper_get_page (paper);

  if (direction == GTK_DIR_UP ? page == 0 : FALSE)
    return NULL;
  paper = get_paper (self, direction == GTK_DIR_UP ? page - 1 : page + 1);
  return paper == NULL ? NULL : find_next (paper, from, direction, TRUE);
}

static GtkWidget *
get_sibling (GtkWidget *cell, gboolean forward)
{
  return forward ? gtk_widget_get_next_sibling (cell) : gtk_widget_get_prev_sibling (cell);
}

/* Past the end of a line, reading goes on. */
static GtkWidget *
find_in_order (ToriPageViewer *self, ToriPagePaper *paper, GtkWidget *cell, gboolean forward)
{
  const guint page = tori_page_paper_get_page (paper);
  GtkWidget *next = get_sibling (cell, forward);

  if (next == NULL && (forward || page > 0))
    {
      paper = get_paper (self, forward ? page + 1 : page - 1);
      if (paper != NULL)
        next = forward ? gtk_widget_get_first_child (GTK_WIDGET (paper))
                       : gtk_widget_get_last_child (GTK_WIDGET (paper));
    }
  while (next != NULL && tori_page_cell_names_column (TORI_PAGE_CELL (next)))
    next = get_sibling (next, forward);
  return next;
}

/* Whether a part of the cell that lies this way cannot be seen, so that scrolling comes first. */
static gboolean
goes_out_of_sight (ToriPageViewer *self, GtkWidget *cell, GtkDirectionType direction)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    return FALSE;
  switch ((int) direction)
    {
    case GTK_DIR_UP: return bounds.origin.y < -1;
    case GTK_DIR_DOWN: return bounds.origin.y + bounds.size.height > height + 1;
    case GTK_DIR_LEFT: return bounds.origin.x < -1;
    default: return bounds.origin.x + bounds.size.width > width + 1;
    }
}

/**
 * tori_page_viewer_move:
 * @self: a viewer
 * @direction: where to go: an arrow's
 *
 * Goes from the cell with the focus to the next one.
 *
 * Returns: whether that was done; else the view has to scroll
 */
gboolean
tori_page_viewer_move (ToriPageViewer *self, GtkDirectionType direction)
{
  const gboolean along = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
  ToriPagePaper *paper;
  ToriPageCell *focus = tori_page_viewer_get_cell (self, &paper);
  GtkWidget *next;
  Sides sides;

  if (focus == NULL || goes_out_of_sight (self, GTK_WIDGET (focus), direction))
    return FALSE;
  sides = get_sides (GTK_WIDGET (focus), direction);
  next = find_next (paper, &sides, direction, FALSE);
  if (next == NULL && along)
    next = find_in_order (self, paper, GTK_WIDGET (focus), direction == GTK_DIR_RIGHT);
  else if (next == NULL)
    next = find_on_next_page (self, paper, &sides, direction);
  if (next != NULL)
    focus_cell (self, next);
  return TRUE;
}

/* --- Tab --- */

/* The first cell that begins on screen. */
static GtkWidget *
find_seen (ToriPageViewer *self)
{
  GtkWidget *any = NULL;

  for (guint i = 0; i < self->papers->len; i++)
    {
      if (!tori_page_paper_is_seen (self->papers->pdata[i]))
        continue;
      tori_page_paper_make_cells (self->papers->pdata[i]);
      for (GtkWidget *cell = gtk_widget_get_first_child (self->papers->pdata[i]); cell != NULL;
           cell = gtk_widget_get_next_sibling (cell))
        {
          if (any == NULL)
            any = cell;
          if (!goes_out_of_sight (self, cell, GTK_DIR_UP))
            return cell;
        }
    }
  return any;
}

static gboolean
enter_cells (ToriPageViewer *self)
{
  GtkWidget *cell = self->last_cell;
  GtkWidget *paper = cell == NULL ? NULL : gtk_widget_get_parent (cell);

  if (paper == NULL || !tori_page_paper_is_seen (TORI_PAGE_PAPER (paper)))
    cell = find_seen (self);
  if (cell == NULL)
    return FALSE;
  focus_cell (self, cell);
  return TRUE;
}

/* The view itself, where arrows scroll, comes before the cells. */
gboolean
tori_page_viewer_focus (GtkWidget *widget, GtkDirectionType direction)
{
  ToriPageViewer *self = TORI_PAGE_VIEWER (widget);
  ToriPageCell *cell = tori_page_viewer_get_cell (self, NULL);
  const gboolean inside = cell != NULL || gtk_widget_is_focus (widget);

  g_set_weak_pointer (&self->last_cell, cell != NULL ? GTK_WIDGET (cell) : self->last_cell);
  if (direction == GTK_DIR_TAB_FORWARD && inside)
    return cell == NULL && enter_cells (self);
  if (direction == GTK_DIR_TAB_BACKWARD && !inside && enter_cells (self))
    return TRUE;
  if (inside && (direction != GTK_DIR_TAB_BACKWARD || cell == NULL))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

/* --- Opening --- */

/**
 * tori_page_viewer_open:
 * @self: a viewer
 * @cell: a cell of its pages
 *
 * Goes where the cell leads: to another place of the pages, or to what it shows.
 */
void
tori_page_viewer_open (ToriPageViewer *self, ToriPageCell *cell)
{
  const char *link = tori_page_cell_get_link (cell);
  g_autoptr (ToriRecord) record = NULL;

  if (link != NULL && tori_page_viewer_go_to (self, link))
    return;
  if (g_set_object (&record, tori_page_cell_get_record (cell)))
    g_signal_emit_by_name (self, "open", record, tori_page_cell_get_property (cell));
}

/* --- Making them --- */

static gboolean
make_cells_cb (gpointer data)
{
  ToriPageViewer *self = data;

  self->cells_id = 0;
  for (guint i = 0; i < self->papers->len; i++)
    if (tori_page_paper_is_seen (self->papers->pdata[i]))
      tori_page_paper_make_cells (self->papers->pdata[i]);
  return G_SOURCE_REMOVE;
}

/* Soon after a page is seen; scrolling comes first. */
void
tori_page_viewer_queue_cells (ToriPageViewer *self)
{
  if (self->cells_id == 0)
    self->cells_id = g_idle_add (make_cells_cb, self);
}
