/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-lanes.h"
#include "model/tori-plan.h"

G_BEGIN_DECLS

char *tori_span_words_speak (ToriPlan *plan, const ToriSpan *span);
char *tori_span_words_in_the_way (ToriPlan *plan, const ToriSpan *span);
const char *tori_span_words_kind (ToriSpanKind kind);

G_END_DECLS
