/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-window.h"

G_BEGIN_DECLS

void tori_window_state_restore (ToriWindow *window);
void tori_window_state_store (ToriWindow *window);
void tori_window_state_store_plan (ToriWindow *window);

GFile *tori_last_folder_get (void);
void tori_last_folder_set (GFile *folder);

G_END_DECLS
