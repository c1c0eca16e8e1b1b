/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tori_line_edit_get_next (const char *line);
gboolean tori_line_edit_is_bare (const char *line);
char *tori_line_edit_indent (const char *text, gsize from, gsize to, int by);
char *tori_line_edit_sort (const char *text, gsize from, gsize to);
char *tori_line_edit_clean (const char *text);

G_END_DECLS
