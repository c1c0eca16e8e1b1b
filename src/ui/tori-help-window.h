/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TORI_TYPE_HELP_WINDOW (tori_help_window_get_type ())
G_DECLARE_FINAL_TYPE (ToriHelpWindow, tori_help_window, TORI, HELP_WINDOW, AdwWindow)

void tori_help_show (GtkApplication *application, const char *id);
void tori_help_bind (GtkWidgetClass *klass, const char *id);
void tori_help_hide (GtkApplication *application);
const char *tori_help_window_get_page (ToriHelpWindow *self);

G_END_DECLS
