/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-sidebar-section.h"

#include <glib/gi18n.h>

#include "model/tori-scale.h"
#include "ui/tori-settings.h"

/* The groups of one facet in the sidebar under their heading, which folds them: those of a plan with many
 * divisions are long. Which facets are folded is remembered. */
struct _ToriSidebarSection
{
  GtkWidget parent_instance;

  ToriCensus *census;
  GListModel *groups;
  GtkWidget *child; /* an expander, or the list alone where there is no heading */
  GtkListBox *list;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define KEY "sidebar-folded"

G_DEFINE_FINAL_TYPE (ToriSidebarSection, tori_sidebar_section, GTK_TYPE_WIDGET)

static ToriGroup *
get_group (ToriSidebarSection *self, guint place)
{
  g_autoptr (ToriGroup) group = g_list_model_get_item (self->groups, place);

  return group; /* the model has it */
}

static const char *
get_heading (ToriGroup *group)
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
    default: return NULL;
    }
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

/* Nothing chosen is all initiatives. */
static void
show_chosen (ToriSidebarSection *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      ToriGroup *group = get_group (self, (guint) i);
      const gboolean chosen = tori_group_get_kind (group) == TORI_GROUP_ALL
                                  ? !tori_census_is_narrowed (self->census)
                                  : tori_group_get_chosen (group);

      if (chosen)
        gtk_widget_set_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED, FALSE);
      else
        gtk_widget_unset_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED);
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
    }
}

static void
row_activated_cb (ToriSidebarSection *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_group (self, (guint) gtk_list_box_row_get_index (row)));
}

/* The arrows go on beyond the ends of a list: to its heading, or to the section below. */
static gboolean
keynav_failed_cb (ToriSidebarSection *self, GtkDirectionType direction)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (self));

  if (direction == GTK_DIR_UP && self->child != GTK_WIDGET (self->list))
    return gtk_widget_grab_focus (self->child);
  return direction == GTK_DIR_DOWN && next != NULL && gtk_widget_child_focus (next, direction);
}

/* An arrow up from a heading leads to the last row above, for which GTK would not look. */
static gboolean
tori_sidebar_section_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *before = gtk_widget_get_prev_sibling (widget);
  ToriSidebarSection *above;
  GtkWidget *row;

  if (direction != GTK_DIR_UP || before == NULL
      || !gtk_widget_has_focus (TORI_SIDEBAR_SECTION (widget)->child))
    return GTK_WIDGET_CLASS (tori_sidebar_section_parent_class)->focus (widget, direction);
  above = TORI_SIDEBAR_SECTION (before);
  row = gtk_widget_get_last_child (GTK_WIDGET (above->list));
  return gtk_widget_grab_focus (gtk_widget_get_mapped (row) ? row : above->child);
}

/* --- Folding --- */

static gboolean
is_folded (int facet)
{
  g_autoptr (GSettings) settings = tori_settings_open ();
  g_autoptr (GVariant) folded = settings == NULL ? NULL : g_settings_get_value (settings, KEY);

  for (gsize i = 0; folded != NULL && i < g_variant_n_children (folded); i++)
    {
      g_autoptr (GVariant) one = g_variant_get_child_value (folded, i);

      if (g_variant_get_int32 (one) == facet)
        return TRUE;
    }
  return FALSE;
}

static void
folded_cb (ToriSidebarSection *self)
{
  g_autoptr (GSettings) settings = tori_settings_open ();
  g_autoptr (GVariant) before = settings == NULL ? NULL : g_settings_get_value (settings, KEY);
  const int facet = tori_sidebar_section_get_facet (self);
  g_auto (GVariantBuilder) after = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("ai"));

  if (before == NULL)
    return;
  for (gsize i = 0; i < g_variant_n_children (before); i++)
    {
      g_autoptr (GVariant) one = g_variant_get_child_value (before, i);

      if (g_variant_get_int32 (one) != facet)
        g_variant_builder_add_value (&after, one);
    }
  if (!gtk_expander_get_expanded (GTK_EXPANDER (self->child)))
    g_variant_builder_add (&after, "i", facet);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&after));
}

static GtkWidget *
create_expander (ToriSidebarSection *self, const char *heading)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *label = gtk_label_new (heading);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_tooltip_text (expander, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), label);
  gtk_expander_set_child (GTK_EXPANDER (expander), GTK_WIDGET (self->list));
  gtk_expander_set_expanded (GTK_EXPANDER (expander), !is_folded (tori_sidebar_section_get_facet (self)));
  g_signal_connect_swapped (expander, "notify::expanded", G_CALLBACK (folded_cb), self);
  return expander;
}

/* --- GObject --- */

static void
tori_sidebar_section_dispose (GObject *object)
{
  ToriSidebarSection *self = TORI_SIDEBAR_SECTION (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_object (&self->groups);
  g_clear_object (&self->census);

  G_OBJECT_CLASS (tori_sidebar_section_parent_class)->dispose (object);
}

static void
tori_sidebar_section_class_init (ToriSidebarSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_sidebar_section_dispose;
  GTK_WIDGET_CLASS (klass)->focus = tori_sidebar_section_focus;

  /**
   * ToriSidebarSection::chosen:
   * @self: a section
   * @group: the #ToriGroup
   *
   * Somebody chose a group.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TORI_TYPE_SIDEBAR_SECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, TORI_TYPE_GROUP);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tori-sidebar-section");
}

static void
tori_sidebar_section_init (ToriSidebarSection *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->list, "keynav-failed", G_CALLBACK (keynav_failed_cb), self);
}

/**
 * tori_sidebar_section_new:
 * @census: what knows what is chosen
 * @groups: (transfer full): #ToriGroup of one facet, at least one
 *
 * Returns: (transfer floating): the section
 */
GtkWidget *
tori_sidebar_section_new (ToriCensus *census, GListModel *groups)
{
  ToriSidebarSection *self = g_object_new (TORI_TYPE_SIDEBAR_SECTION, NULL);
  const char *heading;

  self->census = g_object_ref (census);
  self->groups = groups;
  heading = get_heading (get_group (self, 0));
  gtk_list_box_bind_model (self->list, groups, create_row, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: what a screen reader calls the sidebar. */
                                  heading == NULL ? _ ("Parts of the Plan") : heading,
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
  self->child = heading == NULL ? GTK_WIDGET (self->list) : create_expander (self, heading);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
  show_chosen (self);
  g_signal_connect_object (census, "changed", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tori_sidebar_section_get_facet:
 * @self: a section
 *
 * Returns: the facet of all its groups
 */
int
tori_sidebar_section_get_facet (ToriSidebarSection *self)
{
  g_return_val_if_fail (TORI_IS_SIDEBAR_SECTION (self), TORI_FACET_NONE);

  return tori_group_get_facet (get_group (self, 0));
}

/**
 * tori_sidebar_section_get_focus_group:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): the group whose row has the focus
 */
ToriGroup *
tori_sidebar_section_get_focus_group (ToriSidebarSection *self)
{
  GtkWidget *row;

  g_return_val_if_fail (TORI_IS_SIDEBAR_SECTION (self), NULL);

  row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  return GTK_IS_LIST_BOX_ROW (row)
             ? get_group (self, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)))
             : NULL;
}

/**
 * tori_sidebar_section_find_row:
 * @self: a section
 * @group: (nullable): a group
 *
 * Returns: (transfer none) (nullable): the row of the group that gathers the same
 */
GtkListBoxRow *
tori_sidebar_section_find_row (ToriSidebarSection *self, ToriGroup *group)
{
  g_return_val_if_fail (TORI_IS_SIDEBAR_SECTION (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->groups); i++)
    if (tori_group_equal (get_group (self, i), group))
      return gtk_list_box_get_row_at_index (self->list, (int) i);
  return NULL;
}
