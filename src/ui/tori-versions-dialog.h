/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-history.h"

G_BEGIN_DECLS

#define TORI_TYPE_VERSIONS_DIALOG (tori_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ToriVersionsDialog, tori_versions_dialog, TORI, VERSIONS_DIALOG, AdwWindow)

GtkWindow *tori_versions_dialog_new (ToriHistory *history);

G_END_DECLS
