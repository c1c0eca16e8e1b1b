/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TORI_TYPE_PREFERENCES (tori_preferences_get_type ())

G_DECLARE_FINAL_TYPE (ToriPreferences, tori_preferences, TORI, PREFERENCES, AdwPreferencesWindow)

GtkWindow *tori_preferences_new (GSettings *settings);

G_END_DECLS
