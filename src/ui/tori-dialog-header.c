/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-dialog-header.h"

#include <glib/gi18n.h>

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
  return GTK_WIDGET (header);
}
