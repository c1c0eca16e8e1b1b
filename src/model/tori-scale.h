/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-record.h"
#include "model/tori-list.h"

G_BEGIN_DECLS

#define TORI_TYPE_SCALE (tori_scale_get_type ())

G_DECLARE_FINAL_TYPE (ToriScale, tori_scale, TORI, SCALE, ToriRecord)

const char *tori_scale_get_name (ToriScale *self);
ToriList *tori_scale_get_levels (ToriScale *self);

G_END_DECLS
