/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ToriJsonWriter ToriJsonWriter;

ToriJsonWriter *tori_json_writer_new (void);
ToriJsonWriter *tori_json_writer_new_compact (void);
void tori_json_writer_free (ToriJsonWriter *self);
void tori_json_writer_begin_object (ToriJsonWriter *self);
void tori_json_writer_end_object (ToriJsonWriter *self);
void tori_json_writer_begin_array (ToriJsonWriter *self);
void tori_json_writer_end_array (ToriJsonWriter *self);
void tori_json_writer_key (ToriJsonWriter *self, const char *key);
void tori_json_writer_string (ToriJsonWriter *self, const char *text);
void tori_json_writer_integer (ToriJsonWriter *self, gint64 value);
void tori_json_writer_number (ToriJsonWriter *self, const char *text);
void tori_json_writer_boolean (ToriJsonWriter *self, gboolean value);
void tori_json_writer_null (ToriJsonWriter *self);
void tori_json_writer_raw_value (ToriJsonWriter *self, const char *json, gsize length);
void tori_json_writer_raw_members (ToriJsonWriter *self, const char *object);
GBytes *tori_json_writer_finish (ToriJsonWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriJsonWriter, tori_json_writer_free)

G_END_DECLS
