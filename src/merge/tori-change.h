/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-initiative.h"

G_BEGIN_DECLS

/**
 * ToriChangeKind:
 * @TORI_CHANGE_SET: a field holds something else
 * @TORI_CHANGE_ADD: a record is new, with all that belongs to it
 * @TORI_CHANGE_REMOVE: a record is gone, with all that belonged to it
 * @TORI_CHANGE_MOVE: a record belongs to another one
 * @TORI_CHANGE_ORDER: the records of a list stand in another order
 */
typedef enum
{
  TORI_CHANGE_SET,
  TORI_CHANGE_ADD,
  TORI_CHANGE_REMOVE,
  TORI_CHANGE_MOVE,
  TORI_CHANGE_ORDER,
} ToriChangeKind;

/**
 * ToriChange:
 * @kind: what changed
 * @field: (nullable): the field that holds something else, or the list in another order
 * @old: (nullable): the record as it was; NULL for one that is new
 * @new: (nullable): the record as it is; NULL for one that is gone
 * @ours: (nullable): in a conflict the record as it is with us; NULL when we removed it
 *
 * A conflict of kind %TORI_CHANGE_SET without a field is one about a record that we removed and they changed.
 *
 * One difference between two copies of a plan. Records are of their own copies, whose plans the holder of the
 * change keeps alive.
 */
typedef struct
{
  ToriChangeKind kind;
  const ToriField *field;
  ToriRecord *old;
  ToriRecord *new;
  ToriRecord *ours;
} ToriChange;

ToriChange *tori_change_new (ToriChangeKind kind, const ToriField *field, ToriRecord *old, ToriRecord *new);
ToriChange *tori_change_copy_for (const ToriChange *self, ToriRecord *ours);
void tori_change_free (ToriChange *self);

ToriRecord *tori_change_get_record (const ToriChange *self);
ToriInitiative *tori_change_get_initiative (const ToriChange *self);
char *tori_change_dup_path (const ToriChange *self);

G_END_DECLS
