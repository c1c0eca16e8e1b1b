/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *tori_dialog_header_new (const char *name, const char *label, GtkWidget **apply);
void tori_dialog_header_begin_below (GtkWidget *header);

G_END_DECLS
