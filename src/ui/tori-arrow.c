/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-arrow.h"

/* Of one colour, so that print, high contrast and colour blindness change nothing: planned is an outline,
 * revised a dashed outline, actual is full. */
#define TINT 0.12f
#define STROKE 1.25f
#define LEAST_POINT 5.f

/**
 * tori_arrow_get_point:
 * @width: the arrow's width
 * @height: its height
 *
 * Returns: how much of the width is the point of the arrow, where no text should stand
 */
float
tori_arrow_get_point (float width, float height)
{
  return MIN (MAX (height / 2, LEAST_POINT), width / 5);
}

static void
trace (cairo_t *cr, float width, float height)
{
  const float point = tori_arrow_get_point (width, height);

  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, width - point, 0);
  cairo_line_to (cr, width, height / 2);
  cairo_line_to (cr, width - point, height);
  cairo_line_to (cr, 0, height);
  cairo_close_path (cr);
}

/**
 * tori_arrow_snapshot:
 * @snapshot: where to draw
 * @bounds: the place of the arrow; nothing is drawn outside of it
 * @kind: how the arrow looks
 * @color: the colour of the text around it
 * @direction: where time goes: in a text from right to left the arrow points to the left
 *
 * Draws the arrow of one span, without its word.
 */
void
tori_arrow_snapshot (GtkSnapshot *snapshot,
                     const graphene_rect_t *bounds,
                     ToriSpanKind kind,
                     const GdkRGBA *color,
                     GtkTextDirection direction)
{
  const double dashes[] = { 4, 3 };
  const float inset = STROKE / 2;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);
  GdkRGBA fill = *color;

  cairo_translate (cr, bounds->origin.x, bounds->origin.y);
  if (direction == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, bounds->size.width, 0);
      cairo_scale (cr, -1, 1);
    }
  cairo_translate (cr, inset, inset);
  trace (cr, MAX (bounds->size.width - STROKE, 1), MAX (bounds->size.height - STROKE, 1));

  if (kind != TORI_SPAN_ACTUAL)
    fill.alpha *= kind == TORI_SPAN_PLANNED ? TINT : 0;
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_fill_preserve (cr);

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, STROKE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (kind == TORI_SPAN_REVISED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}
