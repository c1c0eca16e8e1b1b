/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-timeline-rows.h"
#include "ui/tori-timeline.h"

G_BEGIN_DECLS

/*
 * The schedules of all initiatives that are shown, as arrows over the years: a row for each lane, under the
 * headings of its pillar and initiative, which stay in sight. It draws only what is seen, and all rows are
 * equally high, so that a plan of many thousands scrolls like a small one.
 *
 * One cell is where the keys are. It is a widget of its own, so that a screen reader follows: two of them
 * take turns, because what is said is said when the focus comes to another widget.
 */
struct _ToriTimeline
{
  GtkWidget parent_instance;

  ToriListing *listing;
  GtkSelectionModel *selection;
  ToriTimelineRows *rows; /* NULL while it is not seen */
  guint update_id;
  int zoom; /* ems of a year; 0: the years fill the width */

  GtkAdjustment *adjustments[2]; /* by orientation */
  GtkScrollablePolicy policies[2];

  GtkWidget *cells[2];
  guint cell; /* the one of them that is shown */
  guint row;  /* where the keys are */
  int year;
  gboolean allocating;
  gboolean moving; /* the selection follows the keys, not the other way round */
  double zoom_delta;
};

/* Sizes, in pixels. */
typedef struct
{
  float em;
  float row;  /* height of a row and of the years above all */
  float name; /* width of the names beside the years */
  float year; /* width of a year */
  float left; /* how far is scrolled */
  float top;
  float width, height; /* of the widget */
  int first, last;     /* years */
  gboolean rtl;
} ToriTimelineSizes;

/* tori-timeline.c */
void tori_timeline_get_sizes (ToriTimeline *self, ToriTimelineSizes *sizes);
float tori_timeline_get_pinned (const ToriTimelineSizes *sizes, const ToriTimelineRow *row);
void tori_timeline_get_span_area (
    const ToriTimelineSizes *sizes, guint row, int from, int to, graphene_rect_t *area);

void
tori_timeline_find_pinned (ToriTimeline *self, const ToriTimelineSizes *sizes, guint *pillar, guint *head);

/* tori-timeline-draw.c */
void tori_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* tori-timeline-keys.c */
void tori_timeline_add_controllers (ToriTimeline *self);
void tori_timeline_go_to (ToriTimeline *self, guint row, int year, gboolean focus);
void tori_timeline_place_cell (ToriTimeline *self);
void tori_timeline_get_cell_area (ToriTimeline *self, const ToriTimelineSizes *sizes, graphene_rect_t *area);

G_END_DECLS
