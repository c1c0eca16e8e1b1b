/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-history.h"

G_BEGIN_DECLS

#define TORI_TYPE_PLAN_SETTINGS (tori_plan_settings_get_type ())

G_DECLARE_FINAL_TYPE (ToriPlanSettings, tori_plan_settings, TORI, PLAN_SETTINGS, AdwWindow)

GtkWindow *tori_plan_settings_new (ToriHistory *history);

G_END_DECLS
