/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-page-viewer-private.h"

#include <math.h>

/* What people do in the view: keys, wheel and pinch. */

/* --- Scrolling by keys --- */

static void
scroll_by (ToriPageViewer *self, GtkOrientation orientation, GtkScrollType scroll)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double by = 0;

  switch ((int) scroll)
    {
    case GTK_SCROLL_STEP_FORWARD: by = gtk_adjustment_get_step_increment (adjustment); break;
    case GTK_SCROLL_STEP_BACKWARD: by = -gtk_adjustment_get_step_increment (adjustment); break;
    case GTK_SCROLL_PAGE_FORWARD: by = gtk_adjustment_get_page_increment (adjustment); break;
    case GTK_SCROLL_PAGE_BACKWARD: by = -gtk_adjustment_get_page_increment (adjustment); break;
    case GTK_SCROLL_START: by = -gtk_adjustment_get_upper (adjustment); break;
    default: by = gtk_adjustment_get_upper (adjustment); break;
    }
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

/* Where a whole page is seen, turning pages turns whole ones. */
static void
turn_page (ToriPageViewer *self, gboolean forward)
{
  if (self->fit != TORI_PAGE_FIT_PAGE)
    scroll_by (self, GTK_ORIENTATION_VERTICAL, forward ? GTK_SCROLL_PAGE_FORWARD : GTK_SCROLL_PAGE_BACKWARD);
  else if (forward && self->page + 1 < tori_page_viewer_get_extent (self))
    tori_page_viewer_set_page (self, self->page + 1);
  else if (!forward && self->page > 0)
    tori_page_viewer_set_page (self, self->page - 1);
}

static void
scroll_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ToriPageViewer *self = TORI_PAGE_VIEWER (widget);
  int orientation, scroll;

  g_variant_get (parameter, "(ii)", &orientation, &scroll);
  if (scroll == GTK_SCROLL_PAGE_FORWARD || scroll == GTK_SCROLL_PAGE_BACKWARD)
    turn_page (self, scroll == GTK_SCROLL_PAGE_FORWARD);
  else
    scroll_by (self, (GtkOrientation) orientation, (GtkScrollType) scroll);
}

/* --- Cells --- */

/* Arrows go through the cells when one of them has the focus, and scroll otherwise. */
static gboolean
arrow_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  const int direction = g_variant_get_int32 (parameter);
  const gboolean along = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
  const gboolean back = direction == GTK_DIR_LEFT || direction == GTK_DIR_UP;

  if (!tori_page_viewer_move (TORI_PAGE_VIEWER (widget), (GtkDirectionType) direction))
    scroll_by (TORI_PAGE_VIEWER (widget), along ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL,
               back ? GTK_SCROLL_STEP_BACKWARD : GTK_SCROLL_STEP_FORWARD);
  return TRUE;
}

static gboolean
return_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  ToriPageCell *cell = tori_page_viewer_get_cell (TORI_PAGE_VIEWER (widget), NULL);

  if (cell == NULL)
    return FALSE;
  tori_page_viewer_open (TORI_PAGE_VIEWER (widget), cell);
  return TRUE;
}

/* Out of the cells, to the view. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  return tori_page_viewer_get_cell (TORI_PAGE_VIEWER (widget), NULL) != NULL
         && gtk_widget_child_focus (widget, GTK_DIR_TAB_BACKWARD);
}

static void
click_cb (ToriPageViewer *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (n_press != 1)
    return;
  if (picked == NULL || !TORI_IS_PAGE_CELL (picked))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return;
    }
  gtk_widget_grab_focus (picked);
  tori_page_viewer_open (self, TORI_PAGE_CELL (picked));
}

/* --- Zoom --- */

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tori_page_viewer_zoom_in (TORI_PAGE_VIEWER (widget));
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tori_page_viewer_zoom_out (TORI_PAGE_VIEWER (widget));
}

static void
zoom_normal_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tori_page_viewer_set_zoom (TORI_PAGE_VIEWER (widget), 1);
}

static void
motion_cb (ToriPageViewer *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static gboolean
wheel_cb (ToriPageViewer *self, double by_x, double by_y, GtkEventControllerScroll *controller)
{
  const GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  tori_page_viewer_zoom_at (self, self->zoom * pow (1.1, -by_y), self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (ToriPageViewer *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->pinch_zoom = self->zoom;
}

static void
pinch_cb (ToriPageViewer *self, double by, GtkGesture *gesture)
{
  double x = self->pointer_x, y = self->pointer_y;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  tori_page_viewer_zoom_at (self, self->pinch_zoom * by, x, y);
}

/* --- Setting up --- */

static void
add_scroll (GtkWidgetClass *klass,
            guint key,
            guint keypad_key,
            GdkModifierType modifiers,
            GtkOrientation orientation,
            GtkScrollType scroll)
{
  gtk_widget_class_add_binding_action (klass, key, modifiers, "viewer.scroll", "(ii)", (int) orientation,
                                       (int) scroll);
  if (keypad_key != 0)
    gtk_widget_class_add_binding_action (klass, keypad_key, modifiers, "viewer.scroll", "(ii)",
                                         (int) orientation, (int) scroll);
}

static void
add_arrow (GtkWidgetClass *klass, guint key, guint keypad_key, GtkDirectionType direction)
{
  gtk_widget_class_add_binding (klass, key, 0, arrow_cb, "i", (int) direction);
  gtk_widget_class_add_binding (klass, keypad_key, 0, arrow_cb, "i", (int) direction);
}

static void
add_zoom (GtkWidgetClass *klass, guint key, const char *action)
{
  gtk_widget_class_add_binding_action (klass, key, GDK_CONTROL_MASK, action, NULL);
}

/* Keys come here in the bubble phase, after the cells. */
void
tori_page_viewer_class_add_input (GtkWidgetClass *klass)
{
  const GtkOrientation down = GTK_ORIENTATION_VERTICAL;

  gtk_widget_class_install_action (klass, "viewer.scroll", "(ii)", scroll_cb);
  gtk_widget_class_install_action (klass, "viewer.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (klass, "viewer.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (klass, "viewer.zoom-normal", NULL, zoom_normal_cb);

  add_arrow (klass, GDK_KEY_Up, GDK_KEY_KP_Up, GTK_DIR_UP);
  add_arrow (klass, GDK_KEY_Down, GDK_KEY_KP_Down, GTK_DIR_DOWN);
  add_arrow (klass, GDK_KEY_Left, GDK_KEY_KP_Left, GTK_DIR_LEFT);
  add_arrow (klass, GDK_KEY_Right, GDK_KEY_KP_Right, GTK_DIR_RIGHT);
  add_scroll (klass, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, down, GTK_SCROLL_PAGE_BACKWARD);
  add_scroll (klass, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, down, GTK_SCROLL_PAGE_FORWARD);
  add_scroll (klass, GDK_KEY_space, GDK_KEY_KP_Space, 0, down, GTK_SCROLL_PAGE_FORWARD);
  add_scroll (klass, GDK_KEY_space, GDK_KEY_KP_Space, GDK_SHIFT_MASK, down, GTK_SCROLL_PAGE_BACKWARD);
  add_scroll (klass, GDK_KEY_Home, GDK_KEY_KP_Home, 0, down, GTK_SCROLL_START);
  add_scroll (klass, GDK_KEY_End, GDK_KEY_KP_End, 0, down, GTK_SCROLL_END);
  add_scroll (klass, GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, down, GTK_SCROLL_START);
  add_scroll (klass, GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, down, GTK_SCROLL_END);

  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, return_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, return_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape_cb, NULL);

  add_zoom (klass, GDK_KEY_plus, "viewer.zoom-in");
  add_zoom (klass, GDK_KEY_KP_Add, "viewer.zoom-in");
  add_zoom (klass, GDK_KEY_equal, "viewer.zoom-in");
  add_zoom (klass, GDK_KEY_semicolon, "viewer.zoom-in"); /* where + is on a Japanese keyboard */
  add_zoom (klass, GDK_KEY_minus, "viewer.zoom-out");
  add_zoom (klass, GDK_KEY_KP_Subtract, "viewer.zoom-out");
  add_zoom (klass, GDK_KEY_0, "viewer.zoom-normal");
  add_zoom (klass, GDK_KEY_KP_0, "viewer.zoom-normal");
}

void
tori_page_viewer_add_input (ToriPageViewer *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (wheel_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (click_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, wheel);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}
