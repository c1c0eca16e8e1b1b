/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-plan.h"

G_BEGIN_DECLS

ToriPlan *tori_test_big_plan (guint n_initiatives);

G_END_DECLS
