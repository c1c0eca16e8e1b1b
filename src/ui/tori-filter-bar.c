/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-filter-bar.h"

#include <glib/gi18n.h>

#include "ui/tori-editor-layout.h"

/* Says how many initiatives are shown and why not all of them: each group that is chosen, to be let go of
 * here. */
struct _ToriFilterBar
{
  GtkWidget parent_instance;

  ToriListing *listing;
  GtkWidget *box;
  ToriGroupBox *chips;
  GtkLabel *status;
};

G_DEFINE_FINAL_TYPE (ToriFilterBar, tori_filter_bar, GTK_TYPE_WIDGET)

static void
remove_cb (ToriFilterBar *self, GtkWidget *button)
{
  ToriGroup *group = g_object_get_data (G_OBJECT (button), "tori-group");

  tori_census_choose (tori_listing_get_census (self->listing), group, TRUE);
}

static GtkWidget *
create_chip (ToriFilterBar *self, ToriGroup *group)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = gtk_label_new (tori_group_get_label (group));
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: tooltip of the cross beside a filter; %s is a pillar, a division, a level … */
  g_autofree char *words = g_strdup_printf (_ ("No longer filter by “%s”"), tori_group_get_label (group));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (chip, "tori-chip");
  g_object_set_data_full (G_OBJECT (button), "tori-group", g_object_ref (group), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);
  return chip;
}

static GtkWidget *
create_clear_button (void)
{
  /* Translators: a button that shows all initiatives of the year again. */
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Clear Filters"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-all");
  gtk_widget_set_tooltip_text (button, _ ("Show all initiatives of the year"));
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
update_chips (ToriFilterBar *self)
{
  GListModel *groups = tori_census_get_groups (tori_listing_get_census (self->listing));

  tori_group_box_clear (self->chips);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (ToriGroup) group = g_list_model_get_item (groups, i);

      if (tori_group_get_chosen (group))
        tori_group_box_append (self->chips, create_chip (self, group));
    }
  if (tori_listing_is_narrowed (self->listing))
    tori_group_box_append (self->chips, create_clear_button ());
}

static void
update_status (ToriFilterBar *self)
{
  const guint n_shown = g_list_model_get_n_items (tori_listing_get_model (self->listing));
  const guint n_all = tori_census_get_n_all (tori_listing_get_census (self->listing));
  g_autofree char *words = NULL;

  if (!tori_listing_is_narrowed (self->listing))
    /* Translators: how many initiatives are shown, when that is all of the year's. */
    words = g_strdup_printf (ngettext ("%u initiative", "%u initiatives", n_shown), n_shown);
  else
    /* Translators: how many initiatives are shown of those of the year. */
    words = g_strdup_printf (ngettext ("%1$u of %2$u initiative", "%1$u of %2$u initiatives", n_all), n_shown,
                             n_all);
  gtk_label_set_text (self->status, words);
}

static void
narrowed_cb (ToriFilterBar *self)
{
  update_chips (self);
  update_status (self);
}

static void
tori_filter_bar_dispose (GObject *object)
{
  ToriFilterBar *self = TORI_FILTER_BAR (object);

  if (self->listing != NULL)
    g_signal_handlers_disconnect_by_data (tori_listing_get_model (self->listing), self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->listing);

  G_OBJECT_CLASS (tori_filter_bar_parent_class)->dispose (object);
}

static void
tori_filter_bar_class_init (ToriFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_filter_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tori-filters");
}

static void
tori_filter_bar_init (ToriFilterBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->chips = TORI_GROUP_BOX (tori_group_box_new_wrap (6));
  self->status = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->chips), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "numeric");
  gtk_widget_set_valign (GTK_WIDGET (self->status), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->status));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * tori_filter_bar_new:
 * @listing: what is shown
 *
 * Returns: the bar
 */
GtkWidget *
tori_filter_bar_new (ToriListing *listing)
{
  ToriFilterBar *self = g_object_new (TORI_TYPE_FILTER_BAR, NULL);

  self->listing = g_object_ref (listing);
  narrowed_cb (self);
  g_signal_connect_object (listing, "notify::narrowed", G_CALLBACK (narrowed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tori_listing_get_model (listing), "items-changed", G_CALLBACK (update_status),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
