/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-plan.h"

G_BEGIN_DECLS

#define TORI_TYPE_DIVISIONS_DIALOG (tori_divisions_dialog_get_type ())

G_DECLARE_FINAL_TYPE (ToriDivisionsDialog, tori_divisions_dialog, TORI, DIVISIONS_DIALOG, AdwWindow)

GtkWindow *
tori_divisions_dialog_new (ToriPlan *plan, int year, guint n_initiatives, const char *const *chosen);

G_END_DECLS
