/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-division.h"
#include "model/tori-initiative.h"
#include "model/tori-level.h"
#include "model/tori-pillar.h"
#include "model/tori-plan.h"

G_BEGIN_DECLS

char *tori_label_year (ToriPlan *plan, int year, ToriYearStyle style);
char *tori_label_date (ToriPlan *plan, GDateTime *time);
char *tori_label_heading (ToriPlan *plan, int year, const char *fallback);
char *tori_label_pillar (ToriPillar *pillar);
char *tori_label_level (ToriLevel *level, int since);
char *tori_label_division (ToriDivision *division);
char *tori_label_circled (guint place);

guint tori_label_find_place (ToriInitiative *initiative, int year);

G_END_DECLS
