/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ToriScheduleGridColumns:
 * @first: the year of the first column
 * @last: the year of the last column
 * @width: how many pixels the columns share
 * @margin: pixels after the last column, for the buttons of the lanes
 * @mirrored: whether the first column stands on the right
 *
 * Where the years stand: the same in the header and in every lane.
 */
typedef struct
{
  int first;
  int last;
  int width;
  int margin;
  gboolean mirrored;
} ToriScheduleGridColumns;

ToriScheduleGridColumns tori_schedule_grid_columns_new (GtkWidget *widget, int first, int last, int width);
void
tori_schedule_grid_columns_place (const ToriScheduleGridColumns *self, int from, int to, int *x, int *width);
int tori_schedule_grid_columns_find (const ToriScheduleGridColumns *self, double x);

int tori_schedule_grid_columns_get_line (GtkWidget *widget);
int tori_schedule_grid_columns_get_minimum (GtkWidget *widget, int first, int last);
int tori_schedule_grid_columns_get_natural (GtkWidget *widget, int first, int last);
int tori_schedule_grid_columns_get_head (GtkWidget *widget, int first, int last, int width);

G_END_DECLS
