/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-text-lines.h"

G_BEGIN_DECLS

void tori_text_lines_add_keys (GtkWidgetClass *klass);
gboolean tori_text_lines_move_focus (ToriTextLines *self, GtkWidget *view, GtkDirectionType direction);

G_END_DECLS
