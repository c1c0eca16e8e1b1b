/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-list-drag.h"

/* Initiatives are put into another order by dragging those that are selected to where they shall stand. What
 * travels is the listing that they are of, so that they can be dropped in their own window only. */
typedef struct
{
  ToriView *view;
  ToriListing *listing;
  GtkSelectionModel *selection;
  GtkWidget *marked; /* the row at whose edge they would go; weak */
  gboolean after;
} Drag;

static void
drag_free (gpointer data, GClosure *closure)
{
  Drag *self = data;

  g_clear_weak_pointer (&self->marked);
  g_object_unref (self->listing);
  g_object_unref (self->selection);
  g_free (self);
}

/* --- From where --- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  Drag *self = data;
  ToriInitiative *initiative = tori_view_pick (self->view, x, y);
  guint position;

  if (initiative == NULL || tori_listing_is_sorted (self->listing)
      || !tori_listing_find (G_LIST_MODEL (self->selection), initiative, &position))
    return NULL;
  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
  return gdk_content_provider_new_typed (TORI_TYPE_LISTING, self->listing);
}

/* --- To where --- */

static GtkWidget *
find_row (Drag *self, double x, double y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  while (at != NULL && !GTK_IS_LIST_VIEW (gtk_widget_get_parent (at)))
    at = gtk_widget_get_parent (at);
  return at;
}

static void
unmark (Drag *self)
{
  if (self->marked == NULL)
    return;
  gtk_widget_remove_css_class (self->marked, "drop-before");
  gtk_widget_remove_css_class (self->marked, "drop-after");
  g_clear_weak_pointer (&self->marked);
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, gpointer data)
{
  Drag *self = data;
  GtkWidget *row = find_row (self, x, y);
  double row_x, row_y;

  unmark (self);
  if (row == NULL)
    return 0;
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), row, x, y, &row_x, &row_y);
  self->after = row_y > gtk_widget_get_height (row) / 2.0;
  g_set_weak_pointer (&self->marked, row);
  gtk_widget_add_css_class (row, self->after ? "drop-after" : "drop-before");
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, gpointer data)
{
  unmark (data);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  Drag *self = data;
  ToriInitiative *initiative = tori_view_pick (self->view, x, y);

  unmark (self);
  if (initiative == NULL || g_value_get_object (value) != self->listing)
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self->view), "win.drop-initiatives", "(sb)",
                                     tori_record_get_id (TORI_RECORD (initiative)), self->after);
}

/**
 * tori_list_drag_attach:
 * @view: a view with rows
 * @listing: what it shows
 * @selection: which of it is selected
 *
 * Lets its rows be dragged to another place while they stand in the order of the plan.
 */
void
tori_list_drag_attach (ToriView *view, ToriListing *listing, GtkSelectionModel *selection)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (TORI_TYPE_LISTING, GDK_ACTION_MOVE);
  Drag *self = g_new0 (Drag, 1);

  self->view = view;
  self->listing = g_object_ref (listing);
  self->selection = g_object_ref (selection);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  /* Before the rows, which would keep the press to themselves. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect_data (source, "prepare", G_CALLBACK (prepare_cb), self, drag_free, 0);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (source));
}
