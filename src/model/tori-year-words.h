/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-plan.h"

G_BEGIN_DECLS

char *tori_year_words (ToriPlan *plan, int year);
char *tori_year_words_column (ToriPlan *plan, int year);

G_END_DECLS
