/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-fonts.h"

/* The families of each kind of letter, best first; what comes first in Japanese offices, then what Linux
 * distributions bring along. */
static const char *const mincho_families[] = {
  "Noto Serif CJK JP",   "Noto Serif JP", "Source Han Serif JP", "Source Han Serif", "IPAexMincho",
  "Harano Aji Mincho",   "TakaoMincho",   "TakaoExMincho",       "IPAMincho",        "BIZ UDMincho",
  "Hiragino Mincho Pro", "Yu Mincho",     "MS Mincho",           "Shippori Mincho",  NULL
};
static const char *const gothic_families[] = { "Noto Sans CJK JP",
                                               "Noto Sans JP",
                                               "Source Han Sans JP",
                                               "Source Han Sans",
                                               "IPAexGothic",
                                               "Harano Aji Gothic",
                                               "TakaoGothic",
                                               "TakaoExGothic",
                                               "IPAGothic",
                                               "BIZ UDGothic",
                                               "Hiragino Sans",
                                               "Yu Gothic",
                                               "MS Gothic",
                                               "VL Gothic",
                                               "M PLUS 1p",
                                               "Droid Sans Japanese",
                                               NULL };

/* Characters that every font for official documents has: あ ア 平 成 部 ① 〓. */
static const gunichar probe[] = { 0x3042, 0x30a2, 0x5e73, 0x6210, 0x90e8, 0x2460, 0x3013 };

static gboolean
font_is_japanese (PangoFont *font)
{
  for (guint i = 0; i < G_N_ELEMENTS (probe); i++)
    {
      if (!pango_font_has_char (font, probe[i]))
        return FALSE;
    }
  return TRUE;
}

/* What @family gives when it is there and has Japanese letters. Fontconfig answers with some other family
 * when it is not, so the name is compared. */
static gboolean
family_is_usable (PangoContext *context, const char *family, gboolean any_name)
{
  g_autoptr (PangoFontDescription) wanted = pango_font_description_new ();
  g_autoptr (PangoFontDescription) found = NULL;
  PangoFont *font;
  gboolean usable;

  pango_font_description_set_family (wanted, family);
  pango_font_description_set_size (wanted, 10 * PANGO_SCALE);
  font = pango_context_load_font (context, wanted);
  if (font == NULL)
    return FALSE;
  found = pango_font_describe (font);
  usable = font_is_japanese (font)
           && (any_name || g_ascii_strcasecmp (pango_font_description_get_family (found), family) == 0);
  g_object_unref (font);
  return usable;
}

static const char *
find_family (PangoContext *context, const char *const *families)
{
  for (guint i = 0; families[i] != NULL; i++)
    {
      if (family_is_usable (context, families[i], FALSE))
        return families[i];
    }
  return NULL;
}

/**
 * tori_fonts_create_context:
 * @map: the fonts of the system
 *
 * Returns: (transfer full): a context whose widths do not depend on the device: 72 dots an inch, no hinting;
 * Han letters take their Japanese form whatever the user's language is
 */
PangoContext *
tori_fonts_create_context (PangoFontMap *map)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoContext *context;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("ja"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  return context;
}

/**
 * tori_fonts_find:
 * @context: a context
 * @mincho: (out): families for running text, as a list for Pango
 * @gothic: (out): families for headings
 *
 * After the families of its own kind each list has the other's, so that a character that only one of them has
 * is still taken from a Japanese font.
 *
 * Returns: whether the system has a font with Japanese letters
 */
gboolean
tori_fonts_find (PangoContext *context, char **mincho, char **gothic)
{
  const char *serif = find_family (context, mincho_families);
  const char *sans = find_family (context, gothic_families);

  if (serif == NULL && sans == NULL)
    {
      if (family_is_usable (context, "serif", TRUE))
        serif = "serif";
      if (family_is_usable (context, "sans-serif", TRUE))
        sans = "sans-serif";
    }
  if (serif == NULL && sans == NULL)
    return FALSE;
  if (serif == NULL)
    serif = sans;
  if (sans == NULL)
    sans = serif;
  *mincho = g_strconcat (serif, ",", sans, NULL);
  *gothic = g_strconcat (sans, ",", serif, NULL);
  return TRUE;
}

struct _ToriFontCache
{
  GHashTable *fonts; /* PangoFont → cairo_scaled_font_t, both owned */
  PangoFont *last;
  cairo_scaled_font_t *last_scaled;
};

/**
 * tori_font_cache_new:
 *
 * Returns: (transfer full): an empty cache
 */
ToriFontCache *
tori_font_cache_new (void)
{
  ToriFontCache *self = g_new0 (ToriFontCache, 1);

  self->fonts =
      g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) cairo_scaled_font_destroy);
  return self;
}

/**
 * tori_font_cache_free:
 * @self: (transfer full): a cache
 *
 * Lines that use its fonts must not be painted any more.
 */
void
tori_font_cache_free (ToriFontCache *self)
{
  g_hash_table_unref (self->fonts);
  g_free (self);
}

/**
 * tori_font_cache_get:
 * @self: a cache
 * @font: a font of Pango's cairo backend
 *
 * Returns: (transfer none): cairo's font for it, as long as the cache lives
 */
cairo_scaled_font_t *
tori_font_cache_get (ToriFontCache *self, PangoFont *font)
{
  cairo_scaled_font_t *scaled;

  if (font == self->last)
    return self->last_scaled;
  scaled = g_hash_table_lookup (self->fonts, font);
  if (scaled == NULL)
    {
      scaled = cairo_scaled_font_reference (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
      g_hash_table_insert (self->fonts, g_object_ref (font), scaled);
    }
  self->last = font;
  self->last_scaled = scaled;
  return scaled;
}
