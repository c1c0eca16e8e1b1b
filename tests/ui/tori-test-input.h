/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tori_test_wait_for_keys (GtkWindow *window);
void tori_test_key (guint keyval, GdkModifierType modifiers);
void tori_test_type (const char *ascii);
void tori_test_point (GtkWidget *widget, double x, double y);
void tori_test_button (guint button, gboolean down);
void tori_test_drag (GtkWidget *widget, double x, double y, double by_x);

G_END_DECLS
