/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-recent.h"

#include <glib/gi18n.h>

/* The plans that were opened or saved lately, as the desktop remembers them. One that is not there any more
 * is still shown: its server may be off. Opening it says so and offers to forget it. */
#define MOST 10

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  /* the latest first */
  return -g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) a),
                               gtk_recent_info_get_visited ((GtkRecentInfo *) b));
}

static gboolean
is_ours (GtkRecentInfo *info)
{
  return g_strcmp0 (gtk_recent_info_get_mime_type (info), TORI_PLAN_TYPE) == 0;
}

/**
 * tori_recent_list:
 *
 * Returns: (transfer full) (element-type GtkRecentInfo): at most ten plans, the latest first
 */
GList *
tori_recent_list (void)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GList *ours = NULL, *rest;

  for (GList *l = items; l != NULL; l = l->next)
    if (is_ours (l->data))
      ours = g_list_insert_sorted (ours, gtk_recent_info_ref (l->data), compare_visits);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  rest = g_list_nth (ours, MOST);
  if (rest != NULL)
    {
      rest->prev->next = NULL;
      rest->prev = NULL;
      g_list_free_full (rest, (GDestroyNotify) gtk_recent_info_unref);
    }
  return ours;
}

/* A menu takes an underscore for the sign before a key. */
static char *
escape_mnemonic (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

/**
 * tori_recent_menu_new:
 *
 * Returns: (transfer full): a menu of the plans opened lately
 */
GMenuModel *
tori_recent_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  GList *infos = tori_recent_list ();

  for (GList *l = infos; l != NULL; l = l->next)
    {
      g_autofree char *label = escape_mnemonic (gtk_recent_info_get_display_name (l->data));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "app.open-recent", "s", gtk_recent_info_get_uri (l->data));
      g_menu_append_item (menu, item);
    }
  if (infos == NULL)
    /* Translators: in the menu of plans opened lately when there is none. */
    g_menu_append (menu, _ ("None Yet"), "app.none");
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  return G_MENU_MODEL (menu);
}

/**
 * tori_recent_add:
 * @file: a plan that was opened or saved
 */
void
tori_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = { .mime_type = (char *) TORI_PLAN_TYPE,
                         .app_name = (char *) g_get_application_name (),
                         .app_exec = (char *) "torikumi %f" };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * tori_recent_remove:
 * @file: a plan that nobody should be offered any more
 */
void
tori_recent_remove (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}
