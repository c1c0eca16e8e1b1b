/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-editor-row-drag.h"

/* Rows are put into another order by dragging them at a handle to where they shall stand. What travels is the
 * row, so that it can be dropped among those of its own list only. */

/* --- From where --- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  return gdk_content_provider_new_typed (TORI_TYPE_EDITOR_ROW, row);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, GtkWidget *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
  gtk_widget_add_css_class (row, "dragged");
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, GtkWidget *row)
{
  gtk_widget_remove_css_class (row, "dragged");
}

/* --- To where --- */

static gboolean
is_below (GtkWidget *row, double y)
{
  return y > gtk_widget_get_height (row) / 2.0;
}

static void
unmark (GtkWidget *row)
{
  gtk_widget_remove_css_class (row, "drop-before");
  gtk_widget_remove_css_class (row, "drop-after");
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, GtkWidget *row)
{
  const GValue *value = gtk_drop_target_get_value (target);

  unmark (row);
  if (value == NULL || !tori_editor_row_can_take (TORI_EDITOR_ROW (row), g_value_get_object (value)))
    return 0;
  gtk_widget_add_css_class (row, is_below (row, y) ? "drop-after" : "drop-before");
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, GtkWidget *row)
{
  unmark (row);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *row)
{
  unmark (row);
  return tori_editor_row_take (TORI_EDITOR_ROW (row), g_value_get_object (value), is_below (row, y));
}

/**
 * tori_editor_row_drag_new:
 * @row: a row
 * @tip: what dragging at the handle does
 *
 * Lets other rows of the same list be dropped on the row.
 *
 * Returns: a handle at which the row is dragged, to be put somewhere into it
 */
GtkWidget *
tori_editor_row_drag_new (ToriEditorRow *row, const char *tip)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (TORI_TYPE_EDITOR_ROW, GDK_ACTION_MOVE);

  gtk_widget_add_css_class (handle, "tori-drag-handle");
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_set_tooltip_text (handle, tip);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), row);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), row);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_preload (target, TRUE); /* to see whose row it is before it is dropped */
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), row);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), row);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), row);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
  return handle;
}
