/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-plan.h"

G_BEGIN_DECLS

typedef struct _ToriIndex ToriIndex;

ToriIndex *tori_index_new (ToriPlan *plan);
void tori_index_free (ToriIndex *self);
void tori_index_add (ToriIndex *self, ToriRecord *record);
gpointer tori_index_get (ToriIndex *self, GType type, const char *id);
gpointer tori_index_find (ToriIndex *self, ToriRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriIndex, tori_index_free)

G_END_DECLS
