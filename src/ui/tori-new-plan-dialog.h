/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-plan.h"

G_BEGIN_DECLS

#define TORI_TYPE_NEW_PLAN_DIALOG (tori_new_plan_dialog_get_type ())

G_DECLARE_FINAL_TYPE (ToriNewPlanDialog, tori_new_plan_dialog, TORI, NEW_PLAN_DIALOG, AdwWindow)

GtkWindow *tori_new_plan_dialog_new (void);

G_END_DECLS
