/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tori_reason_new (void);
void tori_reason_tell (GtkWidget *self, GtkWidget *field, const char *words);

G_END_DECLS
