/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-start-page.h"

#include "ui/tori-recent.h"

/* What a window shows that has no document: ways to get one. */
struct _ToriStartPage
{
  AdwBin parent_instance;

  GtkWidget *open_button;
  AdwPreferencesGroup *recent_group;
};

G_DEFINE_FINAL_TYPE (ToriStartPage, tori_start_page, ADW_TYPE_BIN)

static gboolean
tori_start_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TORI_START_PAGE (widget)->open_button);
}

static void
tori_start_page_class_init (ToriStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = tori_start_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/torikumi/Torikumi/ui/tori-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ToriStartPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, ToriStartPage, recent_group);
}

static void
add_recent (ToriStartPage *self, GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (gtk_recent_info_get_display_name (info), -1);
  g_autofree char *place = gtk_recent_info_get_uri_display (info);
  g_autofree char *subtitle = g_markup_escape_text (place == NULL ? "" : place, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  adw_preferences_group_add (self->recent_group, row);
}

static void
tori_start_page_init (ToriStartPage *self)
{
  GList *infos = tori_recent_list ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), infos != NULL);
  for (GList *l = infos; l != NULL; l = l->next)
    add_recent (self, l->data);
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
}

GtkWidget *
tori_start_page_new (void)
{
  return g_object_new (TORI_TYPE_START_PAGE, NULL);
}
