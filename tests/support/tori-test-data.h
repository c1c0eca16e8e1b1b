/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tori_test_read (const char *path, gsize *length);
char *tori_test_read_data (const char *name, gsize *length);
GStrv tori_test_list_plans (void);

G_END_DECLS
