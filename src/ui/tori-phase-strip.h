/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-initiative.h"

G_BEGIN_DECLS

#define TORI_TYPE_PHASE_STRIP (tori_phase_strip_get_type ())

G_DECLARE_FINAL_TYPE (ToriPhaseStrip, tori_phase_strip, TORI, PHASE_STRIP, GtkWidget)

GtkWidget *tori_phase_strip_new (void);
ToriInitiative *tori_phase_strip_get_initiative (ToriPhaseStrip *self);
void tori_phase_strip_set_initiative (ToriPhaseStrip *self, ToriInitiative *initiative);
int tori_phase_strip_get_year (ToriPhaseStrip *self);
void tori_phase_strip_set_year (ToriPhaseStrip *self, int year);

G_END_DECLS
