/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/tori-orphans.h"

G_BEGIN_DECLS

#define TORI_TYPE_RECOVER_DIALOG (tori_recover_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ToriRecoverDialog, tori_recover_dialog, TORI, RECOVER_DIALOG, AdwWindow)

GtkWindow *tori_recover_dialog_new (GPtrArray *orphans);

G_END_DECLS
