/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *tori_json_text_scan (const char *at, const char *end);
gsize tori_json_text_utf8_length (const char *at, const char *end);
gsize tori_json_text_unescape (const char *from, const char *end, char *to);
void tori_json_text_escape (GString *out, const char *text, gsize length);

G_END_DECLS
