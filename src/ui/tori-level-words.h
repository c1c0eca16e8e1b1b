/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-level.h"

G_BEGIN_DECLS

char *tori_level_words (ToriLevel *level);

G_END_DECLS
