/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-record.h"

G_BEGIN_DECLS

#define TORI_TYPE_LEVEL (tori_level_get_type ())

G_DECLARE_FINAL_TYPE (ToriLevel, tori_level, TORI, LEVEL, ToriRecord)

const char *tori_level_get_name (ToriLevel *self);
const char *tori_level_get_meaning (ToriLevel *self);
gboolean tori_level_get_counts (ToriLevel *self);
gboolean tori_level_get_done (ToriLevel *self);
gboolean tori_level_has_year (ToriLevel *self);

G_END_DECLS
