/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "merge/tori-diff.h"
#include "merge/tori-merge.h"
#include "merge/tori-refs.h"
#include "model/tori-list.h"

G_BEGIN_DECLS

/* A merge while it goes on. */
typedef struct
{
  ToriHistory *history;
  ToriPlan *ours;
  ToriIndex *base, *our_index, *theirs;
  ToriMerge *result;
  GPtrArray *removals;  /* of ToriChange, not yet done */
  GHashTable *reported; /* records of theirs that are not in ours and have been told */
} ToriMerging;

/* tori-merge-remove.c */
gboolean tori_merging_is_untouched (ToriMerging *self, ToriRecord *base, ToriRecord *ours);
void tori_merging_remove_all (ToriMerging *self);
void tori_merging_drop_lost (ToriMerging *self);

static inline ToriList *
tori_merging_get_list (ToriRecord *record, const ToriField *field)
{
  return *(ToriList **) tori_record_peek (record, field);
}

static inline void
tori_merging_take_down (GPtrArray *changes, const ToriChange *change, ToriRecord *ours)
{
  g_ptr_array_add (changes, tori_change_copy_for (change, ours));
}

G_END_DECLS
