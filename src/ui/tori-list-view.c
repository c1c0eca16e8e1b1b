/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-list-view.h"

#include <glib/gi18n.h>

#include "ui/tori-list-columns.h"

/* The initiatives as a table. What is done with the one that is selected are the window's actions. */
struct _ToriListView
{
  GtkWidget parent_instance;

  ToriListing *listing;
  ToriListColumns *columns;
  GtkSingleSelection *selection;
  GtkColumnView *view;
  GtkWidget *scroller;
  GtkWidget *menu;
};

typedef enum
{
  PROP_SELECTED = 1
} ToriListViewProp;

static GParamSpec *props[PROP_SELECTED + 1];

G_DEFINE_FINAL_TYPE (ToriListView, tori_list_view, GTK_TYPE_WIDGET)

static void
activate_cb (ToriListView *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-initiative", NULL);
}

static void
selected_cb (ToriListView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

/* The menu is made when it is wanted for the first time. */
static void
show_menu (ToriListView *self, double x, double y)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenu) menu = g_menu_new ();

      g_menu_append (menu, _ ("_Edit"), "win.edit-initiative");
      g_menu_append (menu, _ ("_Add Initiative"), "win.add-initiative");
      g_menu_append (menu, _ ("_Delete"), "win.remove-initiative");
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
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
  tori_list_view_select (self, initiative);
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

/* The list itself would give the focus to the title of a column as long as no row has had it. */
static gboolean
tori_list_view_grab_focus (GtkWidget *widget)
{
  for (GtkWidget *row = gtk_widget_get_first_child (find_rows (TORI_LIST_VIEW (widget))); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      return gtk_widget_grab_focus (row);
  return gtk_widget_grab_focus (GTK_WIDGET (TORI_LIST_VIEW (widget)->view));
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
tori_list_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((ToriListViewProp) id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, tori_list_view_get_selected (TORI_LIST_VIEW (object)));
      return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
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
  g_clear_object (&self->selection);
  g_clear_object (&self->listing);

  G_OBJECT_CLASS (tori_list_view_parent_class)->dispose (object);
}

static void
tori_list_view_class_init (ToriListViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tori_list_view_get_property;
  object_class->dispose = tori_list_view_dispose;
  widget_class->grab_focus = tori_list_view_grab_focus;
  widget_class->size_allocate = tori_list_view_size_allocate;
  widget_class->measure = tori_list_view_measure;

  props[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, TORI_TYPE_INITIATIVE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /* These keys belong to the list, not to the window: in a text field they mean something else. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "win.remove-initiative", NULL);
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
 *
 * Returns: the view
 */
GtkWidget *
tori_list_view_new (ToriListing *listing)
{
  ToriListView *self = g_object_new (TORI_TYPE_LIST_VIEW, NULL);

  self->listing = g_object_ref (listing);
  self->columns = tori_list_columns_new (listing, self->view);
  tori_listing_set_sorter (listing, gtk_column_view_get_sorter (self->view));
  self->selection = gtk_single_selection_new (g_object_ref (tori_listing_get_model (listing)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  return GTK_WIDGET (self);
}

/**
 * tori_list_view_get_selected:
 * @self: a list view
 *
 * Returns: (transfer none) (nullable): the initiative that is selected; NULL when none is shown
 */
ToriInitiative *
tori_list_view_get_selected (ToriListView *self)
{
  g_return_val_if_fail (TORI_IS_LIST_VIEW (self), NULL);

  return self->selection == NULL ? NULL : gtk_single_selection_get_selected_item (self->selection);
}

/**
 * tori_list_view_select:
 * @self: a list view
 * @initiative: an initiative
 *
 * Selects an initiative and brings it into sight.
 *
 * Returns: FALSE when it is not among those that are shown
 */
gboolean
tori_list_view_select (ToriListView *self, ToriInitiative *initiative)
{
  GListModel *model = tori_listing_get_model (self->listing);
  const guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ToriInitiative) item = g_list_model_get_item (model, i);

      if (item != initiative)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      /* Before the first allocation this would leave the view blank (GTK 4.8). */
      if (gtk_widget_get_height (find_rows (self)) > 0)
        gtk_widget_activate_action (find_rows (self), "list.scroll-to-item", "u", i);
      return TRUE;
    }
  return FALSE;
}
