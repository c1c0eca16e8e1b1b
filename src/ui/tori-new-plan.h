/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-plan.h"

G_BEGIN_DECLS

ToriPlan *tori_new_plan (const char *title, const char *organization, int first, int last, int year);

G_END_DECLS
