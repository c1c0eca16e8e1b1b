/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-schedule-grid-columns.h"

#include <math.h>

/* In lines of text, so that they grow with it. A column holds two characters of a phase word at least, and
 * the item's text stands beside its years only where both have room; else it stands above them. */
#define COLUMN_LINES 2.2
#define MARGIN_LINES 2
#define LEAST_MARGIN 36 /* a round button */
#define HEAD_LINES 20
#define WIDE_COLUMN_LINES 3.5
#define HEAD_SHARE 0.4

static int
get_margin (GtkWidget *widget)
{
  return MAX (MARGIN_LINES * tori_schedule_grid_columns_get_line (widget), LEAST_MARGIN);
}

/**
 * tori_schedule_grid_columns_new:
 * @widget: the widget that holds the columns
 * @first: the year of the first column
 * @last: the year of the last column, not before @first
 * @width: the width of the columns and the margin
 *
 * Returns: the places of the years
 */
ToriScheduleGridColumns
tori_schedule_grid_columns_new (GtkWidget *widget, int first, int last, int width)
{
  const int margin = get_margin (widget);

  return (ToriScheduleGridColumns){
    .first = first,
    .last = MAX (last, first),
    .width = MAX (width - margin, 1),
    .margin = margin,
    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
}

/* The pixel at which a year begins, counted from the side where the first year is. */
static int
get_start (const ToriScheduleGridColumns *self, int year)
{
  return (year - self->first) * self->width / (self->last - self->first + 1);
}

/**
 * tori_schedule_grid_columns_place:
 * @self: the columns
 * @from: a year
 * @to: a year not before it
 * @x: (out): the left edge of what these years take
 * @width: (out): its width, 0 when none of them has a column
 */
void
tori_schedule_grid_columns_place (const ToriScheduleGridColumns *self, int from, int to, int *x, int *width)
{
  const int start = get_start (self, CLAMP (from, self->first, self->last + 1));
  const int end = get_start (self, CLAMP (to + 1, self->first, self->last + 1));

  *width = end - start;
  *x = self->mirrored ? self->margin + self->width - end : start;
}

/**
 * tori_schedule_grid_columns_find:
 * @self: the columns
 * @x: a place, also outside of the columns
 *
 * Returns: the year of the nearest column
 */
int
tori_schedule_grid_columns_find (const ToriScheduleGridColumns *self, double x)
{
  const double along = self->mirrored ? self->margin + self->width - x : x;

  for (int year = self->first; year < self->last; year++)
    if (along < get_start (self, year + 1))
      return year;
  return self->last;
}

/**
 * tori_schedule_grid_columns_get_line:
 * @widget: a widget
 *
 * Returns: the height of a line of its text
 */
int
tori_schedule_grid_columns_get_line (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  const int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

/**
 * tori_schedule_grid_columns_get_minimum:
 * @widget: the widget that holds the columns
 * @first: the year of the first column
 * @last: the year of the last column
 *
 * Returns: the width below which the columns could not be read
 */
int
tori_schedule_grid_columns_get_minimum (GtkWidget *widget, int first, int last)
{
  const int column = (int) (COLUMN_LINES * tori_schedule_grid_columns_get_line (widget));

  return (last - first + 1) * column + get_margin (widget);
}

/**
 * tori_schedule_grid_columns_get_natural:
 * @widget: a row of the grid, or its header
 * @first: the year of the first column
 * @last: the year of the last column
 *
 * Returns: the width from which on the item's text stands beside its years
 */
int
tori_schedule_grid_columns_get_natural (GtkWidget *widget, int first, int last)
{
  const double line = tori_schedule_grid_columns_get_line (widget);
  const double head = HEAD_LINES * line / HEAD_SHARE;
  const double columns = (last - first + 1) * WIDE_COLUMN_LINES * line / (1 - HEAD_SHARE);

  return (int) ceil (MAX (head, columns)) + 1;
}

/**
 * tori_schedule_grid_columns_get_head:
 * @widget: a row of the grid, or its header
 * @first: the year of the first column
 * @last: the year of the last column
 * @width: the whole width
 *
 * Returns: how much of the width the item's text takes beside its years; 0 when it has to stand above them
 */
int
tori_schedule_grid_columns_get_head (GtkWidget *widget, int first, int last, int width)
{
  const int line = tori_schedule_grid_columns_get_line (widget);
  const int head = (int) (width * HEAD_SHARE);

  if (head < HEAD_LINES * line || width - head < (last - first + 1) * WIDE_COLUMN_LINES * line)
    return 0;
  return head;
}
