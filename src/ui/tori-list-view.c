/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-list-view.h"

#include <glib/gi18n.h>

#include "ui/tori-list-columns.h"
#include "ui/tori-short-selection.h"
#include "ui/tori-view.h"

/* The initiatives as a table. What is done with those that are selected are the window's actions. */
struct _ToriListView
{
  GtkWidget parent_instance;

  ToriListing *listing;
  ToriListColumns *columns;
  GtkSelectionModel *selection; /* shared with the other views */
  ToriShortSelection *rows;
  guint rest_id;
  GtkColumnView *view;
  GtkWidget *scroller;
  GtkWidget *menu;
};

/* A screenful of rows, also on a high screen, and how long nobody must have asked for others before the rest
 * of the rows is made, in milliseconds. */
#define SCREENFUL 48
#define REST 300

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

/* --- Rows when they are wanted --- */

static gboolean
rest_cb (gpointer data)
{
  ToriListView *self = data;

  self->rest_id = 0;
  tori_short_selection_set_limit (self->rows, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

/* Other rows are about to be shown. */
static void
renew_cb (ToriListView *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  tori_short_selection_set_limit (self->rows, SCREENFUL);
  self->rest_id = g_timeout_add (REST, rest_cb, self);
}

static void
show_all_rows (ToriListView *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  tori_short_selection_set_limit (self->rows, G_MAXUINT);
}

/* --- The menu --- */

/* The menu is made when it is wanted for the first time. */
static void
show_menu (ToriListView *self, double x, double y)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenu) menu = g_menu_new ();

      g_menu_append (menu, _ ("_Edit"), "win.edit-initiative");
      g_menu_append (menu, _ ("_Add Initiative"), "win.add-initiative");
      g_menu_append (menu, _ ("_Copy"), "win.copy");
      g_menu_append (menu, _ ("_Delete"), "win.remove-initiative");
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* A menu is about all that is selected, when it is opened on one of these; else about the one row. */
static void
select_for_menu (ToriListView *self, ToriInitiative *initiative)
{
  guint position;

  if (tori_listing_find (tori_listing_get_model (self->listing), initiative, &position)
      && !gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
}

static void
pressed_cb (ToriListView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *inside = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  ToriInitiative *initiative = tori_list_columns_find_initiative (inside);

  if (initiative == NULL
      || !gdk_event_triggers_context_menu (
          gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture))))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  select_for_menu (self, initiative);
  show_menu (self, x, y);
}

static gboolean
show_menu_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ToriListView *self = TORI_LIST_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  double x = 0, y = 0;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    return FALSE;
  gtk_widget_translate_coordinates (focus, widget, gtk_widget_get_width (focus) / 4.0,
                                    gtk_widget_get_height (focus), &x, &y);
  show_menu (self, x, y);
  return TRUE;
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

  if (gtk_bitset_get_size (selected) == 1 && gtk_bitset_get_minimum (selected) < SCREENFUL)
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

  if (position >= SCREENFUL)
    show_all_rows (self);
  /* Before the first allocation this would leave the view blank (GTK 4.8). */
  if (gtk_widget_get_height (find_rows (self)) > 0)
    gtk_widget_activate_action (find_rows (self), "list.scroll-to-item", "u", position);
}

static void
view_iface_init (ToriViewInterface *iface)
{
  iface->reveal = tori_list_view_reveal;
}

/* The rows are there while the list is seen: else each view would have its own for nothing. */
static void
tori_list_view_map (GtkWidget *widget)
{
  ToriListView *self = TORI_LIST_VIEW (widget);

  if (gtk_column_view_get_model (self->view) == NULL)
    {
      renew_cb (self);
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
  g_clear_handle_id (&self->rest_id, g_source_remove);
}

static void
tori_list_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ToriListView *self = TORI_LIST_VIEW (widget);

  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
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
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  if (self->columns != NULL)
    g_object_run_dispose (G_OBJECT (self->columns));
  g_clear_object (&self->columns);
  g_clear_handle_id (&self->rest_id, g_source_remove);
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

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, show_menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, show_menu_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "tori-list");
}

static void
tori_list_view_init (ToriListView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: what a screen reader calls the list. */
                                  _ ("Initiatives"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
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
  sorter = gtk_column_view_get_sorter (self->view);
  /* Before the listing is sorted. */
  g_signal_connect_object (sorter, "changed", G_CALLBACK (renew_cb), self, G_CONNECT_SWAPPED);
  tori_listing_set_sorter (listing, sorter);
  g_signal_connect_object (listing, "renew", G_CALLBACK (renew_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
