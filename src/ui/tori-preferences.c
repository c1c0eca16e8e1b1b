/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-preferences.h"
#include "ui/tori-help-window.h"

#include <glib/gi18n.h>

/* What everybody may have as he or she likes it. Each choice takes effect at once. */
struct _ToriPreferences
{
  AdwPreferencesWindow parent_instance;

  GSettings *settings;
  AdwComboRow *appearance;
  AdwActionRow *font_row;
  GtkFontButton *font;
  GtkWidget *reset;
  gboolean showing; /* the rows are being set to what the settings say */
};

G_DEFINE_FINAL_TYPE (ToriPreferences, tori_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* The letters that the desktop has, shown while nobody chose others. */
static char *
get_desktop_font (void)
{
  char *name = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &name, NULL);
  return name;
}

static void
show (ToriPreferences *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "text-font");
  g_autofree char *desktop = get_desktop_font ();
  const gboolean is_own = *chosen != '\0';

  self->showing = TRUE;
  adw_combo_row_set_selected (self->appearance, (guint) g_settings_get_enum (self->settings, "appearance"));
  gtk_font_chooser_set_font (GTK_FONT_CHOOSER (self->font), is_own ? chosen : desktop);
  adw_action_row_set_subtitle (self->font_row, is_own ? "" : _ ("As everywhere on this computer"));
  gtk_widget_set_visible (self->reset, is_own);
  self->showing = FALSE;
}

static void
appearance_cb (ToriPreferences *self)
{
  if (!self->showing)
    g_settings_set_enum (self->settings, "appearance", (int) adw_combo_row_get_selected (self->appearance));
}

static void
font_cb (ToriPreferences *self)
{
  g_autofree char *name = gtk_font_chooser_get_font (GTK_FONT_CHOOSER (self->font));

  if (!self->showing)
    g_settings_set_string (self->settings, "text-font", name);
}

static void
reset_cb (ToriPreferences *self)
{
  g_settings_reset (self->settings, "text-font");
}

static void
tori_preferences_finalize (GObject *object)
{
  g_clear_object (&TORI_PREFERENCES (object)->settings);

  G_OBJECT_CLASS (tori_preferences_parent_class)->finalize (object);
}

static void
tori_preferences_class_init (ToriPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_preferences_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  tori_help_bind (GTK_WIDGET_CLASS (klass), "settings");
}

static AdwPreferencesGroup *
create_group (ToriPreferences *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_appearance (ToriPreferences *self, AdwPreferencesGroup *group)
{
  const char *const names[] = { C_ ("appearance", "As the desktop"), C_ ("appearance", "Light"),
                                C_ ("appearance", "Dark"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  self->appearance = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->appearance), _ ("Appearance"));
  adw_combo_row_set_model (self->appearance, G_LIST_MODEL (list));
  adw_preferences_group_add (group, GTK_WIDGET (self->appearance));
  g_signal_connect_swapped (self->appearance, "notify::selected", G_CALLBACK (appearance_cb), self);
}

static void
add_font (ToriPreferences *self, AdwPreferencesGroup *group)
{
  self->font_row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->font_row), _ ("Font of the Plan’s Texts"));
  self->reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_name (self->reset, "reset-font");
  gtk_widget_set_tooltip_text (self->reset, _ ("Take the font of the desktop again"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reset), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take the font of the desktop again"), -1);
  gtk_widget_add_css_class (self->reset, "flat");
  gtk_widget_set_valign (self->reset, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->reset, "clicked", G_CALLBACK (reset_cb), self);
  self->font = GTK_FONT_BUTTON (gtk_font_button_new ());
  gtk_font_button_set_title (self->font, _ ("Font of the Plan’s Texts"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->font), _ ("Choose a font and its size"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->font), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Font of the Plan’s Texts"), -1);
  gtk_font_chooser_set_level (GTK_FONT_CHOOSER (self->font),
                              GTK_FONT_CHOOSER_LEVEL_FAMILY | GTK_FONT_CHOOSER_LEVEL_SIZE);
  gtk_widget_set_valign (GTK_WIDGET (self->font), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->font, "notify::font", G_CALLBACK (font_cb), self);
  adw_action_row_add_suffix (self->font_row, self->reset);
  adw_action_row_add_suffix (self->font_row, GTK_WIDGET (self->font));
  adw_preferences_group_add (group, GTK_WIDGET (self->font_row));
}

static void
tori_preferences_init (ToriPreferences *self)
{
  AdwPreferencesGroup *group = create_group (self);

  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Preferences"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 300);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self), FALSE);
  add_appearance (self, group);
  add_font (self, group);
}

/**
 * tori_preferences_new:
 * @settings: the program's settings
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
tori_preferences_new (GSettings *settings)
{
  ToriPreferences *self = g_object_new (TORI_TYPE_PREFERENCES, NULL);

  self->settings = g_object_ref (settings);
  show (self);
  g_signal_connect_object (settings, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}
