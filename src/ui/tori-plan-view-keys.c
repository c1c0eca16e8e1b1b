/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-plan-view-private.h"

#include "ui/tori-initiative-menu.h"

/* Keys and the menu that are the same in all views. */

/* --- The menu --- */

static void
show_menu (ToriPlanView *self, double x, double y)
{
  g_autoptr (GMenuModel) menu = tori_initiative_menu_new (self->listing);

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model_full (menu, GTK_POPOVER_MENU_NESTED);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* A menu is about all that is selected, when it is opened on one of these; else about the one row. */
static void
select_for_menu (ToriPlanView *self, ToriInitiative *initiative)
{
  guint position;

  if (tori_listing_find (tori_listing_get_model (self->listing), initiative, &position)
      && !gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
}

static void
pressed_cb (ToriPlanView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *views = GTK_WIDGET (self->views);
  ToriView *view = tori_plan_view_get_view (self);
  ToriInitiative *initiative;
  double view_x, view_y;

  gtk_widget_translate_coordinates (views, GTK_WIDGET (view), x, y, &view_x, &view_y);
  initiative = tori_view_pick (view, view_x, view_y);
  if (initiative == NULL
      || !gdk_event_triggers_context_menu (
          gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture))))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  select_for_menu (self, initiative);
  gtk_widget_translate_coordinates (views, GTK_WIDGET (self), x, y, &x, &y);
  show_menu (self, x, y);
}

static gboolean
show_menu_cb (GtkWidget *views, GVariant *args, gpointer data)
{
  ToriPlanView *self = data;
  GtkRoot *root = gtk_widget_get_root (views);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  double x = 0, y = 0;

  if (focus == NULL || !tori_plan_view_has_single (self))
    return FALSE;
  gtk_widget_translate_coordinates (focus, GTK_WIDGET (self), gtk_widget_get_width (focus) / 4.0,
                                    gtk_widget_get_height (focus), &x, &y);
  show_menu (self, x, y);
  return TRUE;
}

/* --- Keys; in a text field they mean something else --- */

static void
add_key (GtkEventController *keys, guint key, GdkModifierType modifiers, GtkShortcutAction *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), action));
}

/* What is done by keys and the pointer in whichever view is shown. */
void
tori_plan_view_add_keys (ToriPlanView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  add_key (keys, GDK_KEY_Delete, 0, gtk_named_action_new ("win.remove-initiative"));
  add_key (keys, GDK_KEY_c, GDK_CONTROL_MASK, gtk_named_action_new ("win.copy"));
  add_key (keys, GDK_KEY_v, GDK_CONTROL_MASK, gtk_named_action_new ("win.paste"));
  add_key (keys, GDK_KEY_d, GDK_CONTROL_MASK, gtk_named_action_new ("win.duplicate"));
  add_key (keys, GDK_KEY_Up, GDK_ALT_MASK, gtk_named_action_new ("win.move-up"));
  add_key (keys, GDK_KEY_Down, GDK_ALT_MASK, gtk_named_action_new ("win.move-down"));
  add_key (keys, GDK_KEY_Menu, 0, gtk_callback_action_new (show_menu_cb, self, NULL));
  add_key (keys, GDK_KEY_F10, GDK_SHIFT_MASK, gtk_callback_action_new (show_menu_cb, self, NULL));
  gtk_widget_add_controller (GTK_WIDGET (self->views), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->views), GTK_EVENT_CONTROLLER (click));
}

/**
 * tori_plan_view_go_across:
 * @self: a view of a plan
 *
 * Moves the focus between the sidebar, if it is shown, and what it narrows.
 */
void
tori_plan_view_go_across (ToriPlanView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  GtkWidget *sidebar = GTK_WIDGET (self->sidebar_bin);
  const gboolean is_there = focus != NULL && gtk_widget_is_ancestor (focus, sidebar);

  if (is_there || !gtk_widget_get_mapped (sidebar) || !gtk_widget_child_focus (sidebar, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (tori_plan_view_get_view (self)));
}
