/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-appearance.h"

#include "ui/tori-settings.h"

/* How the program looks, as the preferences have it: light or dark, and the letters in which the plan's texts
 * are shown. Paper has its own. */

/* Where the words of the plan stand. */
#define TEXTS ".tori-text text, tori-list listview, tori-cards gridview, tori-timeline"

static void
update_scheme (GSettings *settings)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[g_settings_get_enum (settings, "appearance")]);
}

/* A family may have any name. */
static char *
quote (const char *words)
{
  g_autoptr (GString) text = g_string_new (words);

  g_string_replace (text, "\\", "\\\\", 0);
  g_string_replace (text, "\"", "\\\"", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
make_css (const char *name)
{
  PangoFontDescription *font = pango_font_description_from_string (name);
  const char *family = pango_font_description_get_family (font);
  const double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  GString *css = g_string_new (NULL);

  if (*name != '\0')
    g_string_append (css, TEXTS " {");
  if (*name != '\0' && family != NULL)
    {
      g_autofree char *quoted = quote (family);

      g_string_append_printf (css, " font-family: \"%s\";", quoted);
    }
  if (*name != '\0' && size > 0)
    g_string_append_printf (css, " font-size: %spt;", g_ascii_formatd (number, sizeof number, "%.1f", size));
  if (*name != '\0')
    g_string_append (css, " }");
  pango_font_description_free (font);
  return g_string_free (css, FALSE);
}

static void
update_font (GSettings *settings, const char *key, GtkCssProvider *provider)
{
  g_autofree char *name = g_settings_get_string (settings, "text-font");
  g_autofree char *css = make_css (name);

  gtk_css_provider_load_from_data (provider, css, -1);
}

/**
 * tori_appearance_apply:
 *
 * Lets the program look as the preferences have it, now and when they change.
 */
void
tori_appearance_apply (void)
{
  static GSettings *settings; /* as long as the program */
  g_autoptr (GtkCssProvider) provider = NULL;

  if (settings != NULL || (settings = tori_settings_open ()) == NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect (settings, "changed::appearance", G_CALLBACK (update_scheme), NULL);
  g_signal_connect_object (settings, "changed::text-font", G_CALLBACK (update_font), provider, 0);
  update_scheme (settings);
  update_font (settings, NULL, provider);
}
