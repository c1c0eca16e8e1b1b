/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tori_charset_find (const char *text, gsize from, gsize *start, gsize *end);
const char *tori_charset_get_instead (const char *character);

G_END_DECLS
