/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-spoken-name.h"

#include <glib/gi18n.h>

/* Names for screen readers where GTK 4.8 and libadwaita 1.2 give none: what has the focus is a part of a
 * widget, and the name is at the whole. */

/* --- The button of a list that drops down; "GtkToggleButton" would be said --- */

static void
update_drop_down (GtkDropDown *drop_down)
{
  const char *name = g_object_get_data (G_OBJECT (drop_down), "tori-name");
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *words = NULL;

  if (GTK_IS_STRING_OBJECT (item))
    /* Translators: for a screen reader: what is chosen among, and what is chosen. */
    words = g_strdup_printf (C_ ("choice", "%1$s: %2$s"), name,
                             gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words == NULL ? name : words, -1);
}

/**
 * tori_spoken_name_drop_down:
 * @drop_down: a list that drops down, of words
 * @name: what is chosen with it
 *
 * Gives it a name for screen readers, with what is chosen.
 */
void
tori_spoken_name_drop_down (GtkDropDown *drop_down, const char *name)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  if (g_object_get_data (G_OBJECT (drop_down), "tori-name") == NULL)
    g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (update_drop_down), NULL);
  g_object_set_data_full (G_OBJECT (drop_down), "tori-name", g_strdup (name), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  update_drop_down (drop_down);
}
