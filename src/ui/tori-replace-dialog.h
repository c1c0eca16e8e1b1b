/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-history.h"
#include "ui/tori-listing.h"

G_BEGIN_DECLS

#define TORI_TYPE_REPLACE_DIALOG (tori_replace_dialog_get_type ())

G_DECLARE_FINAL_TYPE (ToriReplaceDialog, tori_replace_dialog, TORI, REPLACE_DIALOG, AdwWindow)

GtkWindow *tori_replace_dialog_new (ToriHistory *history, ToriListing *listing);

G_END_DECLS
