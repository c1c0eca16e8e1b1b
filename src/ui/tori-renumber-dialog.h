/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-history.h"

G_BEGIN_DECLS

#define TORI_TYPE_RENUMBER_DIALOG (tori_renumber_dialog_get_type ())

G_DECLARE_FINAL_TYPE (ToriRenumberDialog, tori_renumber_dialog, TORI, RENUMBER_DIALOG, AdwWindow)

GtkWindow *tori_renumber_dialog_new (ToriHistory *history, GPtrArray *initiatives);

G_END_DECLS
