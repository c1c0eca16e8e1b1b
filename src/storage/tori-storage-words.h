/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tori_storage_error_describe (const GError *error, const char *display_name);
char *tori_storage_words_name_other (const char *name, guint n);

G_END_DECLS
