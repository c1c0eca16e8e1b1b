/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "tori-test-window.h"

/* A session manager of our own sees that a logout is held up while something is not saved. It lives in a
 * thread and on a connection of its own, since the program waits for its answers. */

#define NAME "org.gnome.SessionManager"
#define PATH "/org/gnome/SessionManager"
#define LOGOUT 1 /* of the flags of Inhibit */

static const char interface[] =
    "<node><interface name='org.gnome.SessionManager'>"
    "<method name='RegisterClient'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='o' direction='out'/></method>"
    "<method name='UnregisterClient'><arg type='o' direction='in'/></method>"
    "<method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' "
    "direction='in'/>"
    "<arg type='u' direction='in'/><arg type='u' direction='out'/></method>"
    "<method name='Uninhibit'><arg type='u' direction='in'/></method>"
    "</interface></node>";

static int n_inhibited, is_ready;
static GMainLoop *loop;

static void
call_cb (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface_name,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  GVariant *answer = NULL;
  guint flags;

  if (g_str_equal (method, "Inhibit"))
    {
      g_variant_get (parameters, "(&su&su)", NULL, NULL, NULL, &flags);
      g_assert_cmpuint (flags, ==, LOGOUT);
      g_atomic_int_inc (&n_inhibited);
      answer = g_variant_new ("(u)", 7);
    }
  else if (g_str_equal (method, "Uninhibit"))
    g_atomic_int_add (&n_inhibited, -1);
  else if (g_str_equal (method, "RegisterClient"))
    answer = g_variant_new ("(o)", "/org/gnome/SessionManager/Client1");
  g_dbus_method_invocation_return_value (invocation, answer);
}

static void
acquired_cb (GDBusConnection *connection, const char *name, gpointer data)
{
  g_atomic_int_set (&is_ready, 1);
}

static gpointer
run_manager (gpointer data)
{
  const GDBusInterfaceVTable table = { .method_call = call_cb };
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (interface, NULL);
  g_autofree char *address = NULL;
  g_autoptr (GDBusConnection) connection = NULL;
  guint id;

  g_main_context_push_thread_default (context);
  address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  connection = g_dbus_connection_new_for_address_sync (
      address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (connection, PATH, info->interfaces[0], &table, NULL, NULL, &error);
  g_assert_no_error (error);
  id = g_bus_own_name_on_connection (connection, NAME, G_BUS_NAME_OWNER_FLAGS_NONE, acquired_cb, NULL, NULL,
                                     NULL);
  loop = g_main_loop_new (context, FALSE);
  g_main_loop_run (loop);
  g_bus_unown_name (id);
  g_main_loop_unref (loop);
  g_main_context_pop_thread_default (context);
  return NULL;
}

static void
type_title (ToriWindow *window, const char *title)
{
  tori_history_type (tori_document_get_history (tori_window_get_document (window)), TORI_STEP_TITLE,
                     tori_plan_view_get_selected (tori_window_get_view (window)), "title", title);
}

static void
test_held_up (void)
{
  GThread *thread = g_thread_new ("manager", run_manager, NULL);
  g_autofree char *path = tori_test_sample_path ();
  ToriWindow *window, *other;

  tori_test_wait (g_atomic_int_get (&is_ready) != 0);
  window = tori_test_open (path);
  g_assert_cmpint (g_atomic_int_get (&n_inhibited), ==, 0);
  type_title (window, "保存していない題");
  tori_test_wait (g_atomic_int_get (&n_inhibited) == 1);
  tori_test_activate (window, "undo");
  tori_test_wait (g_atomic_int_get (&n_inhibited) == 0);
  tori_test_activate (window, "redo");
  tori_test_wait (g_atomic_int_get (&n_inhibited) == 1);
  /* A window that is closed holds up nothing any more. */
  other = tori_window_new (GTK_APPLICATION (tori_test_application ()));
  tori_test_close (window);
  tori_test_wait (g_atomic_int_get (&n_inhibited) == 0);
  tori_test_close (other);
  g_main_loop_quit (loop);
  g_thread_join (thread);
}

static void
add_tests (void)
{
  g_test_add_func ("/logout/held-up", test_held_up);
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
