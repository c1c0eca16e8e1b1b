/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-history.h"
#include "model/tori-item.h"
#include "model/tori-topic.h"
#include "ui/tori-schedule-grid-row.h"
#include "ui/tori-schedule-grid.h"

G_BEGIN_DECLS

/* The plan of each test, from 2016 to 2019:
 *   portal    Consider 2016-2017, nothing, Carry out 2019
 *   training  (no lanes)
 */
typedef struct
{
  ToriPlan *plan;
  ToriHistory *history;
  ToriInitiative *initiative;
  ToriItem *portal;
  ToriItem *training;
  ToriTopic *topic;
  GtkWidget *window;
  GtkWidget *grid;
} ToriTestSchedule;

#define tori_test_assert_spoken(widget, words)                                                               \
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, (words))

void tori_test_schedule_settle (ToriTestSchedule *fixture);
void tori_test_schedule_set_up (ToriTestSchedule *fixture, gconstpointer data);
void tori_test_schedule_tear_down (ToriTestSchedule *fixture, gconstpointer data);
gpointer tori_test_seek (gpointer inside, GType type, guint n);
ToriScheduleGridRow *tori_test_get_row (ToriTestSchedule *fixture, guint n);
ToriScheduleGridLanes *tori_test_get_lanes (ToriTestSchedule *fixture, guint n);
GtkWidget *tori_test_get_cell (ToriTestSchedule *fixture, guint n, guint lane, int year);
GtkWidget *tori_test_get_focus (ToriTestSchedule *fixture);
void tori_test_assert_cursor (ToriTestSchedule *fixture, guint n, guint lane, int year);
const ToriSpan *tori_test_get_span (ToriItem *item, guint lane, int year);
void tori_test_assert_years (ToriItem *item, guint lane, int year, int from, int to);
void tori_test_assert_step (ToriTestSchedule *fixture, ToriStep step);
const char *tori_test_get_message (ToriTestSchedule *fixture, guint n);
void tori_test_put_cursor (ToriTestSchedule *fixture, guint n, guint lane, int year);

G_END_DECLS
