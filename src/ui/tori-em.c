/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-em.h"

/**
 * tori_em:
 * @widget: a widget
 *
 * (Asking Pango for the metrics of the font instead lays out a sample text at every call, which was most of
 * what a key cost.)
 *
 * Returns: the size of its font in pixels, by which what is drawn grows with the text
 */
float
tori_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  const double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return (float) size;
  return (float) (size * pango_cairo_context_get_resolution (context) / 72);
}
