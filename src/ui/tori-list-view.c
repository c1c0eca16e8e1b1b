/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-list-view.h"

#include <glib/gi18n.h>

#include "ui/tori-list-columns.h"
#include "ui/tori-list-drag.h"
#include "ui/tori-short-selection.h"
#include "ui/tori-view-items.h"
#include "ui/tori-view.h"

/* The initiatives as a table. What is done with those that are selected are the window's actions. */
struct _ToriListView
{
  GtkWidget parent_instance;

  ToriListing *listing;
  ToriListColumns *columns;
  GtkSelectionModel *selection; /* shared with the other views */
  ToriShortSelection *rows;
  GtkColumnView *view;
  GtkWidget *scroller;
};

static void view_iface_init (ToriViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ToriListView,
                               tori_list_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TORI_TYPE_VIEW, view_iface_init))

static void
activate_cb (ToriListView *self, guint position)
{
  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-initiative", NULL);
}

static GtkWidget *
find_rows (ToriListView *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      return child;
  return NULL;
}

/* Where Shift and an arrow begin: without this they would not take the one that is selected with them. */
static void
set_anchor (ToriListView *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  if (gtk_bitset_get_size (selected) == 1
      && gtk_bitset_get_minimum (selected) < g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    gtk_widget_activate_action (find_rows (self), "list.select-item", "(ubb)",
                                gtk_bitset_get_minimum (selected), FALSE, FALSE);
}

/* The list itself would give the focus to the title of a column as long as no row has had it. */
static gboolean
tori_list_view_grab_focus (GtkWidget *widget)
{
  for (GtkWidget *row = gtk_widget_get_first_child (find_rows (TORI_LIST_VIEW (widget))); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      {
        set_anchor (TORI_LIST_VIEW (widget));
        return gtk_widget_grab_focus (row);
      }
  return gtk_widget_grab_focus (GTK_WIDGET (TORI_LIST_VIEW (widget)->view));
}

/* --- As a view --- */

static void
tori_list_view_reveal (ToriView *view, guint position)
{
  ToriListView *self = TORI_LIST_VIEW (view);

  tori_short_selection_include (self->rows, position);
  /* Before the first allocation this would leave the view blank (GTK 4.8). */
  if (gtk_widget_get_height (find_rows (self)) > 0)
    gtk_widget_activate_action (find_rows (self), "list.scroll-to-item", "u", position);
}

static void
view_iface_init (ToriViewInterface *iface)
{
  iface->reveal = tori_list_view_reveal;
  iface->pick = tori_view_items_pick;
}

/* The rows are there while the list is seen: else each view would have its own for nothing. */
static void
tori_list_view_map (GtkWidget *widget)
{
  ToriListView *self = TORI_LIST_VIEW (widget);

  if (gtk_column_view_get_model (self->view) == NULL)
    {
      tori_short_selection_renew (self->rows);
      gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->rows));
    }
  GTK_WIDGET_CLASS (tori_list_view_parent_class)->map (widget);
}

static void
tori_list_view_unmap (GtkWidget *widget)
{
  ToriListView *self = TORI_LIST_VIEW (widget);

  GTK_WIDGET_CLASS (tori_list_view_parent_class)->unmap (widget);

  if (self->rows != NULL)
    gtk_column_view_set_model (self->view, NULL);
}

static void
tori_list_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ToriListView *self = TORI_LIST_VIEW (widget);

  GtkWidget *row;

  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
  row = gtk_widget_get_first_child (find_rows (self));
  if (row != NULL && gtk_widget_get_height (row) > 0)
    tori_short_selection_set_screenful (self->rows, (guint) (height / gtk_widget_get_height (row)) + 1);
}

static void
tori_list_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (TORI_LIST_VIEW (widget)->scroller, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
tori_list_view_dispose (GObject *object)
{
  ToriListView *self = TORI_LIST_VIEW (object);

  /* The listing's order is the view's, and the view's columns know the listing. */
  if (self->listing != NULL)
    tori_listing_set_sorter (self->listing, NULL);
  if (self->columns != NULL)
    g_object_run_dispose (G_OBJECT (self->columns)); /* while there is a view to be remembered */
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->columns);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_object (&self->listing);

  G_OBJECT_CLASS (tori_list_view_parent_class)->dispose (object);
}

static void
tori_list_view_class_init (ToriListViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tori_list_view_dispose;
  widget_class->map = tori_list_view_map;
  widget_class->unmap = tori_list_view_unmap;
  widget_class->grab_focus = tori_list_view_grab_focus;
  widget_class->size_allocate = tori_list_view_size_allocate;
  widget_class->measure = tori_list_view_measure;

  gtk_widget_class_set_css_name (widget_class, "tori-list");
}

static void
tori_list_view_init (ToriListView *self)
{
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: what a screen reader calls the list. */
                                  _ ("Initiatives"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * tori_list_view_new:
 * @listing: what is shown
 * @selection: which of it is selected
 *
 * Returns: the view
 */
GtkWidget *
tori_list_view_new (ToriListing *listing, GtkSelectionModel *selection)
{
  ToriListView *self = g_object_new (TORI_TYPE_LIST_VIEW, NULL);
  GtkSorter *sorter;

  self->listing = g_object_ref (listing);
  self->selection = g_object_ref (selection);
  self->rows = tori_short_selection_new (selection);
  self->columns = tori_list_columns_new (listing, self->view);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  tori_list_columns_get_actions (self->columns));
  sorter = gtk_column_view_get_sorter (self->view);
  /* Before the listing is sorted. */
  g_signal_connect_object (sorter, "changed", G_CALLBACK (tori_short_selection_renew), self->rows,
                           G_CONNECT_SWAPPED);
  tori_listing_set_sorter (listing, sorter);
  g_signal_connect_object (listing, "renew", G_CALLBACK (tori_short_selection_renew), self->rows,
                           G_CONNECT_SWAPPED);
  tori_list_drag_attach (TORI_VIEW (self), listing, selection);
  return GTK_WIDGET (self);
}

/**
 * tori_list_view_get_columns:
 * @self: a list view
 *
 * Returns: (transfer none): an action for each column, by which it is shown or hidden
 */
GActionGroup *
tori_list_view_get_columns (ToriListView *self)
{
  g_return_val_if_fail (TORI_IS_LIST_VIEW (self), NULL);

  return tori_list_columns_get_actions (self->columns);
}
