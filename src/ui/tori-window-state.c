/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-window-state.h"

#include "ui/tori-file-state.h"
#include "ui/tori-settings.h"

/* What a new window takes over from the one that was closed last. */

/**
 * tori_window_state_restore:
 * @window: a window that was not shown yet
 *
 * Gives it the size and the view of the last one.
 */
void
tori_window_state_restore (ToriWindow *window)
{
  g_autoptr (GSettings) settings = tori_settings_open ();

  if (settings == NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), 1180, 760);
      return;
    }
  gtk_window_set_default_size (GTK_WINDOW (window), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (window));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "sidebar",
                                      g_settings_get_value (settings, "sidebar-shown"));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                      g_settings_get_value (settings, "view"));
}

/**
 * tori_window_state_store:
 * @window: a window that is about to be closed
 *
 * Remembers its size, its view, and what it shows of its plan.
 */
void
tori_window_state_store (ToriWindow *window)
{
  g_autoptr (GSettings) settings = tori_settings_open ();
  g_autoptr (GVariant) sidebar = g_action_group_get_action_state (G_ACTION_GROUP (window), "sidebar");
  g_autoptr (GVariant) view = g_action_group_get_action_state (G_ACTION_GROUP (window), "view");
  int width, height;

  if (settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 300));
  g_settings_set_boolean (settings, "maximized", gtk_window_is_maximized (GTK_WINDOW (window)));
  g_settings_set_value (settings, "sidebar-shown", sidebar);
  g_settings_set_value (settings, "view", view);
  tori_window_state_store_plan (window);
}

/**
 * tori_window_state_store_plan:
 * @window: a window
 *
 * Remembers what it shows of its plan, if it has one.
 */
void
tori_window_state_store_plan (ToriWindow *window)
{
  ToriDocument *document = tori_window_get_document (window);

  if (document != NULL)
    tori_file_state_store (tori_document_get_file (document),
                           tori_plan_view_get_listing (tori_window_get_view (window)));
}

/**
 * tori_last_folder_get:
 *
 * Returns: (transfer full) (nullable): the folder that a plan was opened from or saved to last
 */
GFile *
tori_last_folder_get (void)
{
  g_autoptr (GSettings) settings = tori_settings_open ();
  g_autofree char *uri = settings == NULL ? NULL : g_settings_get_string (settings, "last-folder");

  return uri == NULL || *uri == '\0' ? NULL : g_file_new_for_uri (uri);
}

/**
 * tori_last_folder_set:
 * @folder: (nullable): a folder
 */
void
tori_last_folder_set (GFile *folder)
{
  g_autoptr (GSettings) settings = tori_settings_open ();
  g_autofree char *uri = folder == NULL ? NULL : g_file_get_uri (folder);

  if (settings != NULL && uri != NULL)
    g_settings_set_string (settings, "last-folder", uri);
}
