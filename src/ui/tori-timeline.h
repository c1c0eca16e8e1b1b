/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/tori-listing.h"

G_BEGIN_DECLS

#define TORI_TYPE_TIMELINE (tori_timeline_get_type ())

G_DECLARE_FINAL_TYPE (ToriTimeline, tori_timeline, TORI, TIMELINE, GtkWidget)

/* How wide a year is at the least and at the most, in ems. */
#define TORI_TIMELINE_LEAST_YEAR 5
#define TORI_TIMELINE_MOST_YEAR 24

GtkWidget *tori_timeline_new (ToriListing *listing, GtkSelectionModel *selection);
ToriInitiative *tori_timeline_pick (ToriTimeline *self, double x, double y);
void tori_timeline_reveal (ToriTimeline *self, ToriInitiative *initiative);
int tori_timeline_get_zoom (ToriTimeline *self);
void tori_timeline_set_zoom (ToriTimeline *self, int ems);

G_END_DECLS
