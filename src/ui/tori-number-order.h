/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int tori_number_compare (const char *a, const char *b);
char *tori_number_make_key (const char *number);

G_END_DECLS
