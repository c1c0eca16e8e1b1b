/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *tori_settings_open (void);

GVariant *tori_settings_get_entry (const char *key, const char *name);
void tori_settings_set_entry (const char *key, const char *name, GVariant *value);

G_END_DECLS
