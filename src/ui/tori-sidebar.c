/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-sidebar.h"

#include "ui/tori-sidebar-section.h"

/* What the initiatives that are shown can be narrowed to: pillars, departments, levels and states, each with
 * the number of initiatives that it would leave. A click chooses one of a section, with Ctrl one more. */
struct _ToriSidebar
{
  GtkWidget parent_instance;

  ToriCensus *census;
  GtkWidget *box; /* of a ToriSidebarSection for each facet */
  GtkWidget *scroller;
  GdkModifierType modifiers; /* of the key or button that activates a row */
};

G_DEFINE_FINAL_TYPE (ToriSidebar, tori_sidebar, GTK_TYPE_WIDGET)

/* --- Choosing --- */

static void
chosen_cb (ToriSidebar *self, ToriGroup *group)
{
  tori_census_choose (self->census, group, (self->modifiers & GDK_CONTROL_MASK) != 0);
}

static void
pressed_cb (ToriSidebar *self, int n_press, double x, double y, GtkEventController *click)
{
  self->modifiers = gtk_event_controller_get_current_event_state (click);
}

static gboolean
key_pressed_cb (ToriSidebar *self, guint key, guint code, GdkModifierType modifiers)
{
  self->modifiers = modifiers;
  return FALSE;
}

static ToriGroup *
get_focus_group (ToriSidebar *self)
{
  GtkWidget *section = gtk_widget_get_focus_child (self->box);

  return section == NULL ? NULL : tori_sidebar_section_get_focus_group (TORI_SIDEBAR_SECTION (section));
}

/* Pillars change their place by Alt and an arrow; departments and levels stand as the plan's settings have
 * them. */
static gboolean
move_pillar_cb (GtkWidget *widget, GVariant *by, gpointer data)
{
  ToriSidebar *self = TORI_SIDEBAR (widget);
  ToriGroup *group = get_focus_group (self);

  if (group == NULL || tori_group_get_kind (group) != TORI_GROUP_PILLAR)
    return FALSE;
  return gtk_widget_activate_action (widget, "win.move-pillar", "(si)",
                                     tori_record_get_id (tori_group_get_record (group)),
                                     g_variant_get_int32 (by));
}

/* The list's own handlers only activate a row; whether one more is meant is noted before they do. */
static void
note_modifiers (ToriSidebar *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* --- Sections --- */

/* The groups of one facet follow each other. */
static GListStore *
take_facet (GListModel *groups, guint *place)
{
  GListStore *facet = g_list_store_new (TORI_TYPE_GROUP);
  int number = TORI_FACET_NONE;

  for (; *place < g_list_model_get_n_items (groups); (*place)++)
    {
      g_autoptr (ToriGroup) group = g_list_model_get_item (groups, *place);

      if (g_list_model_get_n_items (G_LIST_MODEL (facet)) > 0 && tori_group_get_facet (group) != number)
        break;
      number = tori_group_get_facet (group);
      g_list_store_append (facet, group);
    }
  return facet;
}

/* All sections from the beginning, with the focus where it was. */
static void
show_sections (ToriSidebar *self)
{
  GListModel *groups = tori_census_get_groups (self->census);
  ToriGroup *focus = get_focus_group (self);
  g_autoptr (ToriGroup) former = focus == NULL ? NULL : g_object_ref (focus);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < g_list_model_get_n_items (groups);)
    {
      GtkWidget *section = tori_sidebar_section_new (self->census, G_LIST_MODEL (take_facet (groups, &i)));

      g_signal_connect_swapped (section, "chosen", G_CALLBACK (chosen_cb), self);
      gtk_box_append (GTK_BOX (self->box), section);
    }
  if (former != NULL && (child = GTK_WIDGET (tori_sidebar_find_row (self, former))) != NULL)
    gtk_widget_grab_focus (child);
}

static void
tori_sidebar_dispose (GObject *object)
{
  ToriSidebar *self = TORI_SIDEBAR (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->census);

  G_OBJECT_CLASS (tori_sidebar_parent_class)->dispose (object);
}

static void
tori_sidebar_class_init (ToriSidebarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_sidebar_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Up, GDK_ALT_MASK, move_pillar_cb, "i", -1);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Down, GDK_ALT_MASK, move_pillar_cb, "i", 1);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tori-sidebar");
}

static void
tori_sidebar_init (ToriSidebar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  note_modifiers (self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * tori_sidebar_new:
 * @census: the groups that it offers
 *
 * Returns: the sidebar
 */
GtkWidget *
tori_sidebar_new (ToriCensus *census)
{
  ToriSidebar *self = g_object_new (TORI_TYPE_SIDEBAR, NULL);

  self->census = g_object_ref (census);
  show_sections (self);
  g_signal_connect_object (tori_census_get_groups (census), "items-changed", G_CALLBACK (show_sections), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return GTK_WIDGET (self);
}

/**
 * tori_sidebar_get_groups:
 * @self: a sidebar
 *
 * Returns: (transfer none): the #ToriGroup of each row
 */
GListModel *
tori_sidebar_get_groups (ToriSidebar *self)
{
  g_return_val_if_fail (TORI_IS_SIDEBAR (self), NULL);

  return tori_census_get_groups (self->census);
}

/**
 * tori_sidebar_find_row:
 * @self: a sidebar
 * @group: a group
 *
 * Returns: (transfer none) (nullable): the row of the group that gathers the same
 */
GtkListBoxRow *
tori_sidebar_find_row (ToriSidebar *self, ToriGroup *group)
{
  GtkListBoxRow *row = NULL;

  g_return_val_if_fail (TORI_IS_SIDEBAR (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (self->box); row == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    row = tori_sidebar_section_find_row (TORI_SIDEBAR_SECTION (child), group);
  return row;
}
