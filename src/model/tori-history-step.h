/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-history.h"

G_BEGIN_DECLS

/* What ToriHistory keeps, for it alone. */

typedef struct
{
  ToriRecord *record;
  const ToriField *field;
  GValue before;
  GValue after;
  /* of a list only: */
  guint position;
  GPtrArray *removed;
  GPtrArray *added;
} ToriHistoryChange;

typedef struct
{
  ToriStep name;
  guint64 serial; /* from 1 on, never given twice */
  GPtrArray *changes;
} ToriHistoryStep;

ToriHistoryStep *tori_history_step_new (ToriStep name, guint64 serial);
void tori_history_step_free (gpointer step);
void tori_history_step_set_value (ToriHistoryStep *self,
                                  gpointer record,
                                  const ToriField *field,
                                  const GValue *value);
void tori_history_step_splice (ToriHistoryStep *self,
                               ToriList *list,
                               guint position,
                               guint n_removals,
                               ToriRecord *const *additions,
                               guint n_additions);
void tori_history_step_stamp (ToriHistoryStep *self, char *(*now) (void) );
ToriHistoryChange *tori_history_step_find (ToriHistoryStep *self, gpointer record, const ToriField *field);
void tori_history_step_take (const ToriHistoryStep *self, gboolean forward);

G_END_DECLS
