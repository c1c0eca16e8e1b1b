/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tori_fold (const char *text);
const char *tori_fold_next (const char *text, gunichar *folded_character);
const char *tori_fold_find (const char *haystack, const char *folded_needle, const char **end);
gboolean tori_fold_contains (const char *haystack, const char *folded_needle);
gboolean tori_fold_is_plain (const char *text);

G_END_DECLS
