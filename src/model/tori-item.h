/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-record.h"
#include "model/tori-lanes.h"

G_BEGIN_DECLS

#define TORI_TYPE_ITEM (tori_item_get_type ())

G_DECLARE_FINAL_TYPE (ToriItem, tori_item, TORI, ITEM, ToriRecord)

const char *tori_item_get_item (ToriItem *self);
const ToriLanes *tori_item_get_lanes (ToriItem *self);

G_END_DECLS
