/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-history.h"
#include "model/tori-initiative.h"

G_BEGIN_DECLS

#define TORI_TYPE_SCHEDULE_GRID (tori_schedule_grid_get_type ())

G_DECLARE_FINAL_TYPE (ToriScheduleGrid, tori_schedule_grid, TORI, SCHEDULE_GRID, GtkWidget)

GtkWidget *tori_schedule_grid_new (void);
void
tori_schedule_grid_set (ToriScheduleGrid *self, ToriHistory *history, ToriInitiative *initiative, int year);

G_END_DECLS
