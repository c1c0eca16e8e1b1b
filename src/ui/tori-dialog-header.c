/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-dialog-header.h"

#include <glib/gi18n.h>

#include "ui/tori-focus.h"

/* Who opens a dialog wants to fill it in, and not to cancel it at once. */
static void
map_cb (GtkWidget *header)
{
  GtkWidget *content = gtk_widget_get_next_sibling (header);
  GtkRoot *root = gtk_widget_get_root (header);

  if (content != NULL
      && (gtk_root_get_focus (root) == NULL || !gtk_widget_is_ancestor (gtk_root_get_focus (root), content)))
    tori_focus_enter (content);
}

/**
 * tori_dialog_header_begin_below:
 * @header: the header of a dialog, with what it is about below it
 *
 * Lets the focus begin there.
 */
void
tori_dialog_header_begin_below (GtkWidget *header)
{
  g_return_if_fail (GTK_IS_WIDGET (header));

  g_signal_connect_after (header, "map", G_CALLBACK (map_cb), NULL);
}

/**
 * tori_dialog_header_new:
 * @name: what the button that does it is called as a widget
 * @label: what it says, with a mnemonic
 * @apply: (out) (transfer none): that button; connect to it
 *
 * Returns: (transfer floating): the header of a dialog, with that button and another that cancels
 */
GtkWidget *
tori_dialog_header_new (const char *name, const char *label, GtkWidget **apply)
{
  AdwHeaderBar *header = ADW_HEADER_BAR (adw_header_bar_new ());
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  *apply = gtk_button_new_with_mnemonic (label);
  gtk_widget_set_name (*apply, name);
  gtk_widget_add_css_class (*apply, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_start_title_buttons (header, FALSE);
  adw_header_bar_set_show_end_title_buttons (header, FALSE);
  adw_header_bar_pack_start (header, cancel);
  adw_header_bar_pack_end (header, *apply);
  tori_dialog_header_begin_below (GTK_WIDGET (header));
  return GTK_WIDGET (header);
}
