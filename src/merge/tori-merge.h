/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "merge/tori-change.h"
#include "model/tori-history.h"

G_BEGIN_DECLS

/**
 * ToriMerge:
 * @changes: (element-type ToriChange): what others had changed and is in our plan now
 * @conflicts: (element-type ToriChange): what both had changed in different ways, where ours was kept
 *
 * What came of a merge.
 */
typedef struct
{
  GPtrArray *changes;
  GPtrArray *conflicts;

  /*< private >*/
  ToriPlan *base, *theirs; /* to which the records of the changes belong */
} ToriMerge;

ToriMerge *tori_merge (ToriHistory *ours, ToriStep step, ToriPlan *base, ToriPlan *theirs);
void tori_merge_free (ToriMerge *self);
void tori_merge_take_theirs (ToriMerge *self, ToriHistory *ours, const ToriChange *conflict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriMerge, tori_merge_free)

G_END_DECLS
