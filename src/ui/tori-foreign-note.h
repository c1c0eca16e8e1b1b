/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/tori-text-field.h"

G_BEGIN_DECLS

#define TORI_TYPE_FOREIGN_NOTE (tori_foreign_note_get_type ())
G_DECLARE_FINAL_TYPE (ToriForeignNote, tori_foreign_note, TORI, FOREIGN_NOTE, AdwBin)

GtkWidget *tori_foreign_note_new (ToriTextField *field);

G_END_DECLS
