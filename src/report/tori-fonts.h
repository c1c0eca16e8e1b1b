/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

PangoContext *tori_fonts_create_context (PangoFontMap *map);
gboolean tori_fonts_find (PangoContext *context, char **mincho, char **gothic);

/* The cairo fonts behind Pango's, which lines are painted with. */
typedef struct _ToriFontCache ToriFontCache;

ToriFontCache *tori_font_cache_new (void);
void tori_font_cache_free (ToriFontCache *self);
cairo_scaled_font_t *tori_font_cache_get (ToriFontCache *self, PangoFont *font);

G_END_DECLS
