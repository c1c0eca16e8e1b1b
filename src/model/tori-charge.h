/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-division.h"
#include "model/tori-initiative.h"
#include "model/tori-plan.h"

G_BEGIN_DECLS

GPtrArray *tori_charge_list_divisions (ToriInitiative *initiative, int year);
gboolean tori_charge_has_division (ToriInitiative *initiative, int year, const char *division);
gboolean tori_charge_is_valid (ToriDivision *division, int year);

G_END_DECLS
