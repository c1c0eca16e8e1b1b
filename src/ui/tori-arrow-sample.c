/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-arrow-sample.h"

#include "ui/tori-arrow.h"

/* A small arrow that shows how a kind of phase looks. Words beside it say which kind that is. */
struct _ToriArrowSample
{
  GtkWidget parent_instance;

  ToriSpanKind kind;
};

G_DEFINE_FINAL_TYPE (ToriArrowSample, tori_arrow_sample, GTK_TYPE_WIDGET)

static void
tori_arrow_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const float height = (float) gtk_widget_get_height (widget);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), height);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  tori_arrow_snapshot (snapshot, &area, TORI_ARROW_SAMPLE (widget)->kind, &color,
                       gtk_widget_get_direction (widget));
}

static void
tori_arrow_sample_class_init (ToriArrowSampleClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = tori_arrow_sample_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tori-arrow");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tori_arrow_sample_init (ToriArrowSample *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * tori_arrow_sample_new:
 * @kind: a kind of phase
 *
 * Returns: (transfer floating): its arrow
 */
GtkWidget *
tori_arrow_sample_new (ToriSpanKind kind)
{
  ToriArrowSample *self = g_object_new (TORI_TYPE_ARROW_SAMPLE, NULL);

  self->kind = kind;
  return GTK_WIDGET (self);
}
