/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-history.h"
#include "model/tori-initiative.h"
#include "model/tori-plan.h"

G_BEGIN_DECLS

const GType *tori_test_record_types (guint *n_types);
void tori_test_make_value (const ToriField *field, guint seed, GValue *value);
ToriRecord *tori_test_make_record (GType type, guint seed);
char *tori_test_dump (gpointer record);
void tori_test_assert_undone (ToriHistory *history, const char *before);
ToriPlan *tori_test_small_plan (void);
ToriInitiative *tori_test_get_initiative (ToriPlan *plan, const char *id);

G_END_DECLS
