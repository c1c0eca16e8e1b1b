/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "merge/tori-merge.h"

G_BEGIN_DECLS

#define TORI_TYPE_CONFLICTS_DIALOG (tori_conflicts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ToriConflictsDialog, tori_conflicts_dialog, TORI, CONFLICTS_DIALOG, AdwWindow)

GtkWindow *tori_conflicts_dialog_new (ToriHistory *history, ToriMerge *merge);

G_END_DECLS
