/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/tori-paste.h"

G_BEGIN_DECLS

#define TORI_TYPE_PASTE_DIALOG (tori_paste_dialog_get_type ())

G_DECLARE_FINAL_TYPE (ToriPasteDialog, tori_paste_dialog, TORI, PASTE_DIALOG, AdwWindow)

GtkWindow *tori_paste_dialog_new (ToriPaste *paste);
ToriPaste *tori_paste_dialog_get_paste (ToriPasteDialog *self);

G_END_DECLS
