/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-plan.h"
#include "model/tori-ratings.h"

G_BEGIN_DECLS

ToriPlan *tori_test_plan_new (int first, int last, int year);
gpointer tori_test_add (ToriList *list, const char *first_property, ...) G_GNUC_NULL_TERMINATED;
ToriRatings *tori_test_rating (const char *scale, const char *level, int since);

G_END_DECLS
