/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-line.h"

G_BEGIN_DECLS

char *tori_time_words (const ToriTime *time);

G_END_DECLS
