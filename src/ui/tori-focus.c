/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-focus.h"

static GtkWidget *
find_field (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if ((GTK_IS_TEXT_VIEW (widget) || GTK_IS_TEXT (widget)) && gtk_widget_get_focusable (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *field = find_field (child);

      if (field != NULL)
        return field;
    }
  return NULL;
}

/**
 * tori_focus_enter:
 * @widget: a part of a window
 *
 * Moves the focus into it: to the first field in which something is written, rather than to a button above it
 * or a row around it.
 *
 * Returns: whether there was something to have the focus
 */
gboolean
tori_focus_enter (GtkWidget *widget)
{
  GtkWidget *field = find_field (widget);

  return (field != NULL && gtk_widget_grab_focus (field))
         || gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}
