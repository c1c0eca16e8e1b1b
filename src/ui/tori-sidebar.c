/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-sidebar.h"

#include <glib/gi18n.h>

#include "model/tori-scale.h"

/* What the initiatives that are shown can be narrowed to: pillars, departments, levels and states, each with
 * the number of initiatives that it would leave. A click chooses one of a section, with Ctrl one more. */
struct _ToriSidebar
{
  GtkWidget parent_instance;

  ToriCensus *census;
  GtkListBox *box;
  GtkWidget *scroller;
  GdkModifierType modifiers; /* of the key or button that activates a row */
};

G_DEFINE_FINAL_TYPE (ToriSidebar, tori_sidebar, GTK_TYPE_WIDGET)

static ToriGroup *
get_group (ToriSidebar *self, GtkListBoxRow *row)
{
  g_autoptr (ToriGroup) group =
      g_list_model_get_item (tori_census_get_groups (self->census), (guint) gtk_list_box_row_get_index (row));

  return group; /* the model has it */
}

/* --- Rows --- */

static gboolean
format_count (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_take_string (to, g_strdup_printf ("%u", g_value_get_uint (from)));
  return TRUE;
}

static void
name_row (GtkWidget *row, GParamSpec *pspec, ToriGroup *group)
{
  const guint count = tori_group_get_count (group);
  /* Translators: what a screen reader says about a row of the sidebar: its name, then how many it holds. */
  g_autofree char *words =
      g_strdup_printf (ngettext ("%1$s, %2$u initiative", "%1$s, %2$u initiatives", count),
                       tori_group_get_label (group), count);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Nothing chosen is all initiatives. */
static void
show_chosen (ToriSidebar *self, GtkListBoxRow *row)
{
  ToriGroup *group = get_group (self, row);
  const gboolean chosen = tori_group_get_kind (group) == TORI_GROUP_ALL
                              ? !tori_census_is_narrowed (self->census)
                              : tori_group_get_chosen (group);

  if (chosen)
    gtk_widget_set_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}

static void
show_all_chosen (ToriSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->box, i)) != NULL; i++)
    show_chosen (self, row);
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  ToriGroup *group = item;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (tori_group_get_label (group));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (tori_group_get_kind (group) == TORI_GROUP_DIVISION)
    gtk_widget_set_margin_start (label, 18);
  gtk_widget_set_tooltip_text (row, tori_group_get_label (group));
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  g_object_bind_property_full (group, "count", count, "label", G_BINDING_SYNC_CREATE, format_count, NULL,
                               NULL, NULL);
  name_row (row, NULL, group);
  g_signal_connect_object (group, "notify::count", G_CALLBACK (name_row), row, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static const char *
get_section (ToriGroup *group)
{
  switch (tori_group_get_kind (group))
    {
    case TORI_GROUP_PILLAR:
      /* Translators: heads the list of pillars in the sidebar. */
      return _ ("Pillars");
    case TORI_GROUP_DEPARTMENT:
    case TORI_GROUP_DIVISION:
    case TORI_GROUP_NOBODY:
      /* Translators: heads the list of departments in the sidebar. */
      return _ ("Departments");
    case TORI_GROUP_NOT_ASSESSED: return tori_scale_get_name (TORI_SCALE (tori_group_get_record (group)));
    case TORI_GROUP_LEVEL:
      return tori_scale_get_name (TORI_SCALE (tori_record_get_parent (tori_group_get_record (group))));
    case TORI_GROUP_NO_ENTRY:
    case TORI_GROUP_STATE:
      /* Translators: heads the list of states of entries (draft, submitted …) in the sidebar. */
      return _ ("State of the Entry");
    case TORI_GROUP_ALL:
    default: return "";
    }
}

static void
head_row (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  ToriGroup *group = get_group (data, row);
  const char *section = get_section (group);
  GtkWidget *label;

  if (*section == '\0'
      || (before != NULL && tori_group_get_facet (get_group (data, before)) == tori_group_get_facet (group)))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (section);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

/* --- Choosing --- */

static void
row_activated_cb (ToriSidebar *self, GtkListBoxRow *row)
{
  tori_census_choose (self->census, get_group (self, row), (self->modifiers & GDK_CONTROL_MASK) != 0);
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

/* Pillars change their place by Alt and an arrow; departments and levels stand as the plan's settings have
 * them. */
static gboolean
move_pillar_cb (GtkWidget *widget, GVariant *by, gpointer data)
{
  ToriSidebar *self = TORI_SIDEBAR (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->box));
  ToriGroup *group = GTK_IS_LIST_BOX_ROW (row) ? get_group (self, GTK_LIST_BOX_ROW (row)) : NULL;

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
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: what a screen reader calls the sidebar. */
                                  _ ("Parts of the Plan"), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE,
                                  -1);
  g_signal_connect_swapped (self->box, "row-activated", G_CALLBACK (row_activated_cb), self);
  note_modifiers (self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->box));
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
  GListModel *groups = tori_census_get_groups (census);

  self->census = g_object_ref (census);
  gtk_list_box_bind_model (self->box, groups, create_row, NULL, NULL);
  gtk_list_box_set_header_func (self->box, head_row, self, NULL);
  show_all_chosen (self);
  g_signal_connect_object (census, "changed", G_CALLBACK (show_all_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (groups, "items-changed", G_CALLBACK (show_all_chosen), self,
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
