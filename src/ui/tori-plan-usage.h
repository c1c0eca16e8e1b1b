/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-plan.h"

G_BEGIN_DECLS

guint tori_plan_usage_count (ToriPlan *plan, ToriRecord *record);

G_END_DECLS
