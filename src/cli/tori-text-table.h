/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ToriTextTable ToriTextTable;

ToriTextTable *tori_text_table_new (void);
void tori_text_table_free (ToriTextTable *self);
void tori_text_table_begin_row (ToriTextTable *self, const char *name);
void tori_text_table_add (ToriTextTable *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
char *tori_text_table_format (ToriTextTable *self);

guint tori_text_width (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriTextTable, tori_text_table_free)

G_END_DECLS
