/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-history.h"

G_BEGIN_DECLS

/* What the editor does, in any order: for tests in which a plan is changed a lot. Nothing that is named
 * elsewhere is removed, so that the plan stays sound. */
typedef struct
{
  ToriPlan *plan;
  ToriHistory *history;

  /*< private >*/
  GRand *random;
  GPtrArray *initiatives; /* of ToriInitiative */
} ToriTestEditing;

ToriTestEditing *tori_test_editing_new (ToriPlan *plan, guint32 seed);
void tori_test_editing_free (ToriTestEditing *self);
void tori_test_editing_look (ToriTestEditing *self);
void tori_test_editing_step (ToriTestEditing *self);
void tori_test_editing_change_structure (ToriTestEditing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriTestEditing, tori_test_editing_free)

G_END_DECLS
