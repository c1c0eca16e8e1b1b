/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-record.h"
#include "model/tori-list.h"

G_BEGIN_DECLS

#define TORI_TYPE_PILLAR (tori_pillar_get_type ())

G_DECLARE_FINAL_TYPE (ToriPillar, tori_pillar, TORI, PILLAR, ToriRecord)

const char *tori_pillar_get_label (ToriPillar *self);
const char *tori_pillar_get_title (ToriPillar *self);
ToriList *tori_pillar_get_initiatives (ToriPillar *self);

G_END_DECLS
