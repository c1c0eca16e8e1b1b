/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-indicator-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/tori-year-words.h"
#include "ui/tori-em.h"

/*
 * The figures of an indicator over the years: targets as a broken line with hollow marks, actual figures as a
 * full one with filled marks, so that they are told apart without colours. A figure that there is not breaks
 * its line; it is never drawn as zero.
 */
struct _ToriIndicatorChart
{
  GtkWidget parent_instance;

  ToriEditorSubject *subject;
  ToriIndicator *indicator; /* NULL while there is none */
};

/* In ems. */
#define WIDTH 16
#define HEIGHT 8
#define MARGIN 0.8
#define FOOT 1.6 /* for the years */
#define MARK 0.22

G_DEFINE_FINAL_TYPE (ToriIndicatorChart, tori_indicator_chart, GTK_TYPE_WIDGET)

typedef struct
{
  cairo_t *cr;
  const ToriValues *values;
  double em, left, top, width, height; /* of the area of the lines */
  int first, last;                     /* years */
  double least, most;                  /* figures */
} Painter;

static const char *
get_figure (const ToriValue *value, gboolean actual)
{
  return actual ? value->actual : value->target;
}

/* The years and figures that there are. */
static guint
find_range (Painter *self)
{
  guint n = 0;

  self->least = HUGE_VAL;
  self->most = -HUGE_VAL;
  for (guint i = 0; i < tori_values_get_n (self->values); i++)
    {
      const ToriValue *value = tori_values_get (self->values, i);

      for (guint actual = 0; actual < 2; actual++)
        {
          const char *figure = get_figure (value, actual);

          if (figure == NULL)
            continue;
          self->least = MIN (self->least, g_ascii_strtod (figure, NULL));
          self->most = MAX (self->most, g_ascii_strtod (figure, NULL));
          self->first = n == 0 ? value->year : MIN (self->first, value->year);
          self->last = n == 0 ? value->year : MAX (self->last, value->year);
          n++;
        }
    }
  return n;
}

static double
get_x (const Painter *self, int year)
{
  return self->left
         + (self->last == self->first ? 0.5 : (double) (year - self->first) / (self->last - self->first))
               * self->width;
}

static double
get_y (const Painter *self, const char *figure)
{
  const double share = self->most - self->least > 0
                           ? (g_ascii_strtod (figure, NULL) - self->least) / (self->most - self->least)
                           : 0.5;

  return self->top + (1 - share) * self->height;
}

/* One line, broken where a figure or a year is missing. */
static void
draw_line (Painter *self, gboolean actual)
{
  const double dashes[] = { self->em * 0.3, self->em * 0.25 };
  int before = 0;

  cairo_set_dash (self->cr, dashes, actual ? 0 : 2, 0);
  cairo_set_line_width (self->cr, self->em * (actual ? 0.12 : 0.08));
  for (guint i = 0; i < tori_values_get_n (self->values); i++)
    {
      const ToriValue *value = tori_values_get (self->values, i);
      const char *figure = get_figure (value, actual);

      if (figure != NULL && before == value->year - 1)
        cairo_line_to (self->cr, get_x (self, value->year), get_y (self, figure));
      else if (figure != NULL)
        cairo_move_to (self->cr, get_x (self, value->year), get_y (self, figure));
      before = figure == NULL ? 0 : value->year;
    }
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static void
draw_marks (Painter *self, gboolean actual)
{
  for (guint i = 0; i < tori_values_get_n (self->values); i++)
    {
      const ToriValue *value = tori_values_get (self->values, i);

      if (get_figure (value, actual) == NULL)
        continue;
      cairo_arc (self->cr, get_x (self, value->year), get_y (self, get_figure (value, actual)),
                 self->em * (actual ? MARK : MARK * 1.6), 0, 2 * G_PI);
      if (actual)
        cairo_fill (self->cr);
      else
        cairo_stroke (self->cr);
    }
}

/* A word below the lines, at one of their ends. */
static void
draw_year (ToriIndicatorChart *self, Painter *painter, int year, double place)
{
  g_autofree char *words = tori_year_words_column (tori_editor_subject_get_plan (self->subject), year);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  cairo_move_to (painter->cr, painter->left + (painter->width - width) * place,
                 painter->top + painter->height + painter->em * 0.4);
  pango_cairo_show_layout (painter->cr, layout);
}

static void
tori_indicator_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ToriIndicatorChart *self = TORI_INDICATOR_CHART (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  Painter painter = { .em = tori_em (widget) };
  GdkRGBA color;

  painter.values = self->indicator == NULL ? NULL : tori_indicator_get_values (self->indicator);
  if (find_range (&painter) == 0)
    return;
  painter.left = painter.top = painter.em * MARGIN;
  painter.width = width - 2 * painter.left;
  painter.height = height - painter.top - painter.em * FOOT;
  painter.cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gdk_cairo_set_source_rgba (painter.cr, &color);
  for (guint actual = 0; actual < 2; actual++)
    {
      draw_line (&painter, actual);
      draw_marks (&painter, actual);
    }
  draw_year (self, &painter, painter.first, painter.first == painter.last ? 0.5 : 0);
  if (painter.last > painter.first)
    draw_year (self, &painter, painter.last, 1);
  cairo_destroy (painter.cr);
}

static void
tori_indicator_chart_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = *natural =
      (int) (tori_em (widget) * (orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT));
}

/* --- GObject --- */

static void
tori_indicator_chart_dispose (GObject *object)
{
  ToriIndicatorChart *self = TORI_INDICATOR_CHART (object);

  g_clear_object (&self->indicator);
  g_clear_object (&self->subject);

  G_OBJECT_CLASS (tori_indicator_chart_parent_class)->dispose (object);
}

static void
tori_indicator_chart_class_init (ToriIndicatorChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tori_indicator_chart_dispose;
  widget_class->snapshot = tori_indicator_chart_snapshot;
  widget_class->measure = tori_indicator_chart_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "tori-chart");
}

static void
tori_indicator_chart_init (ToriIndicatorChart *self)
{
}

/**
 * tori_indicator_chart_new:
 * @subject: what the editor shows
 *
 * Returns: (transfer floating): a chart of no indicator yet
 */
GtkWidget *
tori_indicator_chart_new (ToriEditorSubject *subject)
{
  ToriIndicatorChart *self = g_object_new (TORI_TYPE_INDICATOR_CHART, NULL);

  self->subject = g_object_ref (subject);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: what a screen reader calls the chart; the table beside it
                                   * has the figures. */
                                  _ ("Chart of the figures"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Broken line: targets. Full line: actual figures."));
  return GTK_WIDGET (self);
}

/**
 * tori_indicator_chart_set_indicator:
 * @self: a chart
 * @indicator: (nullable): whose figures it shows
 *
 * To be called also when its figures have changed. Without any the chart is invisible.
 */
void
tori_indicator_chart_set_indicator (ToriIndicatorChart *self, ToriIndicator *indicator)
{
  Painter painter = { 0 };

  g_return_if_fail (TORI_IS_INDICATOR_CHART (self));

  g_set_object (&self->indicator, indicator);
  painter.values = indicator == NULL ? NULL : tori_indicator_get_values (indicator);
  gtk_widget_set_visible (GTK_WIDGET (self), find_range (&painter) > 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
