/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-history.h"
#include "model/tori-item.h"

G_BEGIN_DECLS

void tori_edit_add_lane (ToriHistory *history, ToriItem *item, guint lane);
void tori_edit_remove_lane (ToriHistory *history, ToriItem *item, guint lane);

const ToriSpan *tori_edit_add_span (ToriHistory *history, ToriItem *item, guint lane, const ToriSpan *span);
const ToriSpan *
tori_edit_set_span (ToriHistory *history, ToriItem *item, guint lane, guint position, const ToriSpan *span);
void tori_edit_remove_span (ToriHistory *history, ToriItem *item, guint lane, guint position);

G_END_DECLS
