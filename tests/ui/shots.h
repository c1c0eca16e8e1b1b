/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-window.h"

G_BEGIN_DECLS

ToriWindow *shots_open (const char *path, int width, int height);
void shots_take (gpointer window, const char *name);

void shots_take_editor (const char *path);
void shots_take_preview (const char *path);
void shots_take_safety (const char *path);

G_END_DECLS
