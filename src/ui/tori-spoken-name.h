/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tori_spoken_name_drop_down (GtkDropDown *drop_down, const char *name);
void tori_spoken_name_entry_row (AdwEntryRow *row);

G_END_DECLS
