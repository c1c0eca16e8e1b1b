/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-level-bar.h"

#include "ui/tori-em.h"

/* A bar with a part for each level, from dark to light in the order of the scale; what was not assessed is
 * the outline that is left empty. It says nothing that the numbers beside it do not say. */
struct _ToriLevelBar
{
  GtkWidget parent_instance;

  guint *counts; /* the last one is what was not assessed */
  guint n_counts;
  guint whole; /* what fills the bar */
};

/* In ems. */
#define WIDTH 2
#define DARK 0.85f
#define LIGHT 0.2f
#define LINE 1.f

G_DEFINE_FINAL_TYPE (ToriLevelBar, tori_level_bar, GTK_TYPE_WIDGET)

static void
tori_level_bar_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  const int em = (int) tori_em (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH * em : em;
}

static void
draw_part (ToriLevelBar *self, GtkSnapshot *snapshot, guint i, float x, float width)
{
  const float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  const graphene_rect_t part = GRAPHENE_RECT_INIT (x, 0, width, height);
  const float lines[] = { LINE, LINE, LINE, LINE };
  const guint n_levels = self->n_counts - 1;
  GskRoundedRect outline;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gsk_rounded_rect_init_from_rect (&outline, &part, 0);
  gtk_snapshot_append_border (snapshot, &outline, lines, (const GdkRGBA[]){ color, color, color, color });
  if (i == n_levels)
    return;
  color.alpha *= DARK - (n_levels > 1 ? (DARK - LIGHT) * (float) i / (float) (n_levels - 1) : 0);
  gtk_snapshot_append_color (snapshot, &color, &part);
}

static void
tori_level_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ToriLevelBar *self = TORI_LEVEL_BAR (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const float room = (float) gtk_widget_get_width (widget);
  float x = 0;

  for (guint i = 0; i < self->n_counts && self->whole > 0; i++)
    {
      const float width = room * (float) self->counts[i] / (float) self->whole;

      if (width > 0)
        draw_part (self, snapshot, i, rtl ? room - x - width : x, width);
      x += width;
    }
}

static void
tori_level_bar_finalize (GObject *object)
{
  g_free (TORI_LEVEL_BAR (object)->counts);

  G_OBJECT_CLASS (tori_level_bar_parent_class)->finalize (object);
}

static void
tori_level_bar_class_init (ToriLevelBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_level_bar_finalize;
  GTK_WIDGET_CLASS (klass)->measure = tori_level_bar_measure;
  GTK_WIDGET_CLASS (klass)->snapshot = tori_level_bar_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tori_level_bar_init (ToriLevelBar *self)
{
}

/**
 * tori_level_bar_new:
 * @counts: (array length=n_counts): how many are at each level, last how many were not assessed
 * @n_counts: how many counts these are
 * @whole: how many fill the bar
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
tori_level_bar_new (const guint *counts, guint n_counts, guint whole)
{
  ToriLevelBar *self = g_object_new (TORI_TYPE_LEVEL_BAR, NULL);

  self->counts = g_memdup2 (counts, n_counts * sizeof *counts);
  self->n_counts = n_counts;
  self->whole = whole;
  return GTK_WIDGET (self);
}
