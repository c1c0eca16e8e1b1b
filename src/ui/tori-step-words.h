/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-history.h"

G_BEGIN_DECLS

const char *tori_step_words_undo (ToriStep step);
const char *tori_step_words_redo (ToriStep step);

G_END_DECLS
