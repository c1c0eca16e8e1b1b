/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-plan.h"
#include "storage/tori-recovery.h"
#include "storage/tori-store.h"

G_BEGIN_DECLS

#define TORI_TYPE_GUARD (tori_guard_get_type ())
G_DECLARE_FINAL_TYPE (ToriGuard, tori_guard, TORI, GUARD, GObject)

ToriGuard *tori_guard_new (ToriPlan *plan, ToriStore *store, ToriRecovery *recovery);
void tori_guard_set_needed (ToriGuard *self, gboolean needed);
void tori_guard_write_soon (ToriGuard *self);
gboolean tori_guard_write_now (ToriGuard *self);
void tori_guard_leave (ToriGuard *self);
const GError *tori_guard_get_problem (ToriGuard *self);

G_END_DECLS
