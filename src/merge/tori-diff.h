/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "merge/tori-change.h"
#include "merge/tori-index.h"

G_BEGIN_DECLS

GPtrArray *tori_diff (ToriPlan *old, ToriPlan *new);
GPtrArray *tori_diff_indexed (ToriPlan *old, ToriIndex *old_index, ToriPlan *new, ToriIndex *new_index);
GPtrArray *tori_diff_find_common (ToriList *list, ToriIndex *other, ToriList *other_list);
gboolean tori_diff_is_same_order (GPtrArray *order, ToriIndex *other, GPtrArray *other_order);

G_END_DECLS
