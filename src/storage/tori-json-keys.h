/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ToriJsonKeys ToriJsonKeys;

ToriJsonKeys *tori_json_keys_new (void);
void tori_json_keys_free (ToriJsonKeys *self);
void tori_json_keys_open (ToriJsonKeys *self);
void tori_json_keys_close (ToriJsonKeys *self);
gboolean tori_json_keys_add (ToriJsonKeys *self, const char *text, gsize length, gboolean stays);

G_END_DECLS
