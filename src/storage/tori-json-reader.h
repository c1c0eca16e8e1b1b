/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "storage/tori-storage-error.h"

G_BEGIN_DECLS

#define TORI_JSON_MAX_DEPTH 64
#define TORI_JSON_MAX_SIZE (G_GINT64_CONSTANT (512) * 1024 * 1024)
#define TORI_JSON_MAX_VALUES (16 * 1024 * 1024)
#define TORI_JSON_MAX_STRING (16 * 1024 * 1024)
#define TORI_JSON_MAX_NUMBER 1024 /* characters */
#define TORI_JSON_MAX_INTEGER (G_GINT64_CONSTANT (1) << 53)

typedef enum
{
  TORI_JSON_ERROR, /* and from then on nothing else */
  TORI_JSON_OBJECT,
  TORI_JSON_OBJECT_END,
  TORI_JSON_ARRAY,
  TORI_JSON_ARRAY_END,
  TORI_JSON_KEY,
  TORI_JSON_STRING,
  TORI_JSON_NUMBER,
  TORI_JSON_TRUE,
  TORI_JSON_FALSE,
  TORI_JSON_NULL,
  TORI_JSON_END, /* the one root and nothing after it */
} ToriJsonToken;

typedef struct _ToriJsonReader ToriJsonReader;

ToriJsonReader *tori_json_reader_new (const char *data, gsize length);
void tori_json_reader_free (ToriJsonReader *self);
ToriJsonToken tori_json_reader_next (ToriJsonReader *self);
gboolean tori_json_reader_skip (ToriJsonReader *self);
const char *tori_json_reader_get_text (ToriJsonReader *self, gsize *length);
char *tori_json_reader_dup_text (ToriJsonReader *self);
gboolean tori_json_reader_get_integer (ToriJsonReader *self, gint64 *value);
const char *tori_json_reader_get_raw (ToriJsonReader *self, gsize *length);
const GError *tori_json_reader_get_error (ToriJsonReader *self);
gboolean tori_json_reader_check (const char *data, gsize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriJsonReader, tori_json_reader_free)

G_END_DECLS
