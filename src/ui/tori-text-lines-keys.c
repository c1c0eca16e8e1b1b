/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-text-lines-keys.h"

#include <glib/gi18n.h>

/* The keys of lines. They come after the input method has had its look at a key. */

static void
sort_cb (GtkWidget *view, const char *action, GVariant *parameter)
{
  tori_text_lines_sort (tori_text_lines_get (view));
}

/**
 * tori_text_lines_add_keys:
 * @klass: the class of a text view
 *
 * Lets views of the class take the key Ctrl+Shift+M, and gives them the action lines.sort, which a view
 * without lines must switch off.
 */
void
tori_text_lines_add_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "lines.sort", NULL, sort_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "lines.sort",
                                       NULL);
}

/**
 * tori_text_lines_move_focus:
 * @self: the lines of a text
 * @view: its view
 * @direction: where the focus is about to be moved from its view
 *
 * Tab and Shift+Tab move a bullet as long as it can be moved; a text view makes them a move of the focus.
 * With Ctrl they always are one.
 *
 * Returns: whether lines were moved instead
 */
gboolean
tori_text_lines_move_focus (ToriTextLines *self, GtkWidget *view, GtkDirectionType direction)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (view));
  GdkDevice *keyboard = seat == NULL ? NULL : gdk_seat_get_keyboard (seat);

  if ((direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
      || (keyboard != NULL && (gdk_device_get_modifier_state (keyboard) & GDK_CONTROL_MASK) != 0))
    return FALSE;
  return tori_text_lines_indent (self, direction == GTK_DIR_TAB_FORWARD ? 1 : -1);
}
