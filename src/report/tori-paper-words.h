/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-plan.h"

G_BEGIN_DECLS

const char *tori_paper_words_get_language (ToriPlan *plan);
const char *tori_paper_words_get (ToriPlan *plan, const char *english) G_GNUC_FORMAT (2);

G_END_DECLS
