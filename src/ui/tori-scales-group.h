/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-history.h"

G_BEGIN_DECLS

#define TORI_TYPE_SCALES_GROUP (tori_scales_group_get_type ())

G_DECLARE_FINAL_TYPE (ToriScalesGroup, tori_scales_group, TORI, SCALES_GROUP, AdwPreferencesGroup)

void tori_scales_group_set_history (ToriScalesGroup *self, ToriHistory *history);

G_END_DECLS
