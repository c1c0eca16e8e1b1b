/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *tori_json_number_scan (const char *at, const char *end, gboolean *is_good, gboolean *is_integer);
gboolean tori_json_number_get_integer (const char *text, gsize length, gint64 *value);
gboolean tori_json_number_is_finite (const char *text, gsize length);

G_END_DECLS
