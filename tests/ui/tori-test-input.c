/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tori-test-input.h"

#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>

#include "tori-test-window.h"

/* Keys and pointer as the X server gives them: the whole way of an event, input method and shortcuts
 * included. They arrive some turns of the main loop later: wait for what they do. */

#define STEPS_OF_A_DRAG 5

static Display *
get_display (void)
{
  static Display *display; /* one for the whole program, beside that of GDK */

  if (display == NULL)
    display = XOpenDisplay (NULL);
  g_assert_nonnull (display);
  return display;
}

/* A key or click that the server gets before what the program has asked for can go astray, as to a window
 * that is just going. */
static void
let_server_come_after (void)
{
  gdk_display_sync (gdk_display_get_default ());
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gdk_display_sync (gdk_display_get_default ());
}

/* GTK has the keys go to a window within its own. */
static gboolean
gets_keys (GtkWindow *window)
{
  const Window own = gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (window)));
  Window focus, root, parent = None, *children = NULL;
  unsigned int n_children;
  int revert;

  XGetInputFocus (get_display (), &focus, &revert);
  if (focus == None || focus == PointerRoot)
    return FALSE;
  if (focus != own && XQueryTree (get_display (), focus, &root, &parent, &children, &n_children) != 0)
    XFree (children);
  return focus == own || parent == own;
}

/**
 * tori_test_wait_for_keys:
 * @window: a window that is to be active
 *
 * Waits until the server would give it a key. When another window has just gone, that is later than GTK says
 * that this one is active.
 */
void
tori_test_wait_for_keys (GtkWindow *window)
{
  tori_test_wait (gtk_window_is_active (window) && gets_keys (window));
}

static void
send_key (guint keyval, gboolean down)
{
  const KeyCode code = XKeysymToKeycode (get_display (), keyval);

  g_assert_cmpuint (code, !=, 0);
  XTestFakeKeyEvent (get_display (), code, down, 0);
}

static void
send_modifiers (GdkModifierType modifiers, gboolean down)
{
  if (modifiers & GDK_SHIFT_MASK)
    send_key (GDK_KEY_Shift_L, down);
  if (modifiers & GDK_CONTROL_MASK)
    send_key (GDK_KEY_Control_L, down);
  if (modifiers & GDK_ALT_MASK)
    send_key (GDK_KEY_Alt_L, down);
}

/* Presses and releases a key that the keyboard has without Shift. */
void
tori_test_key (guint keyval, GdkModifierType modifiers)
{
  let_server_come_after ();
  send_modifiers (modifiers, TRUE);
  send_key (keyval, TRUE);
  send_key (keyval, FALSE);
  send_modifiers (modifiers, FALSE);
  XSync (get_display (), False);
}

/* Types small letters and blanks. */
void
tori_test_type (const char *ascii)
{
  for (const char *p = ascii; *p != '\0'; p++)
    tori_test_key (gdk_unicode_to_keyval ((guint) *p), 0);
}

/* Moves the pointer to a place in a widget. */
void
tori_test_point (GtkWidget *widget, double x, double y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = gtk_native_get_surface (native);
  double native_x, native_y;
  int root_x, root_y;
  Window child;

  gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &x, &y);
  gtk_native_get_surface_transform (native, &native_x, &native_y);
  XTranslateCoordinates (get_display (), gdk_x11_surface_get_xid (surface),
                         DefaultRootWindow (get_display ()), (int) (x + native_x), (int) (y + native_y),
                         &root_x, &root_y, &child);
  XTestFakeMotionEvent (get_display (), -1, root_x, root_y, 0);
  XSync (get_display (), False);
}

void
tori_test_button (guint button, gboolean down)
{
  if (down)
    let_server_come_after ();
  XTestFakeButtonEvent (get_display (), button, down, 0);
  XSync (get_display (), False);
}

/* Presses in a widget, goes sideways and releases. */
void
tori_test_drag (GtkWidget *widget, double x, double y, double by_x)
{
  tori_test_point (widget, x, y);
  tori_test_button (1, TRUE);
  for (int i = 1; i <= STEPS_OF_A_DRAG; i++)
    tori_test_point (widget, x + by_x * i / STEPS_OF_A_DRAG, y);
  tori_test_button (1, FALSE);
}
