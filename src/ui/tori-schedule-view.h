/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/tori-listing.h"

G_BEGIN_DECLS

#define TORI_TYPE_SCHEDULE_VIEW (tori_schedule_view_get_type ())

G_DECLARE_FINAL_TYPE (ToriScheduleView, tori_schedule_view, TORI, SCHEDULE_VIEW, GtkWidget)

GtkWidget *tori_schedule_view_new (ToriListing *listing, GtkSelectionModel *selection);

G_END_DECLS
