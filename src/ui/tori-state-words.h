/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-entry.h"

G_BEGIN_DECLS

const char *tori_state_words (ToriState state);

G_END_DECLS
