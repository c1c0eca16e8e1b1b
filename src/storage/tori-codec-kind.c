/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-codec-private.h"

#include <string.h>

#include "storage/tori-json-reader.h"

/* Whether a file is a plan of ours at all, and of a version that we know. */

static gboolean
is_key (ToriJsonReader *reader, const char *name)
{
  gsize length;
  const char *key = tori_json_reader_get_text (reader, &length);

  return length == strlen (name) && memcmp (key, name, length) == 0;
}

static gboolean
fail (ToriStorageError code, const char *path, const char *value, GError **error)
{
  g_propagate_error (error, tori_storage_error_new_at_path (code, path, value));
  return FALSE;
}

static gboolean
check_version (const char *text, GError **error)
{
  gint64 version;

  if (!text)
    return fail (TORI_STORAGE_ERROR_MISSING_MEMBER, "version", NULL, error);
  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &version, NULL))
    return fail (TORI_STORAGE_ERROR_BAD_VERSION, "version", text, error);
  if (version > TORI_CODEC_VERSION)
    return fail (TORI_STORAGE_ERROR_TOO_NEW, "version", text, error);
  return TRUE;
}

/*
 * tori_codec_check_kind:
 * @data: (array length=length): the bytes of a file
 * @length: how many
 * @error: return location of an error in #TORI_STORAGE_ERROR
 *
 * Looks at nothing but what tells a plan of ours, wherever it stands, before anything else is judged: in a
 * later version anything else may be different. In a file of ours the two members come first, and this ends
 * there.
 *
 * Returns: whether the rest is worth reading
 */
gboolean
tori_codec_check_kind (const char *data, gsize length, GError **error)
{
  g_autoptr (ToriJsonReader) reader = tori_json_reader_new (data, length);
  g_autofree char *format = NULL;
  g_autofree char *version = NULL;
  ToriJsonToken token = tori_json_reader_next (reader);

  /* A list is no plan; but if it is not even sound JSON, that and its place say more. */
  if (token == TORI_JSON_ARRAY)
    while (token != TORI_JSON_END && token != TORI_JSON_ERROR)
      token = tori_json_reader_next (reader);
  else if (token == TORI_JSON_OBJECT)
    while ((!format || !version) && tori_json_reader_next (reader) == TORI_JSON_KEY)
      {
        const gboolean is_format = is_key (reader, "format");
        const gboolean is_version = is_key (reader, "version");
        const char *raw;
        gsize raw_length;

        if (!tori_json_reader_skip (reader))
          break;
        raw = tori_json_reader_get_raw (reader, &raw_length);
        if (is_format)
          format = g_strndup (raw, raw_length);
        else if (is_version)
          version = g_strndup (raw, raw_length);
      }

  if (tori_json_reader_get_error (reader))
    {
      g_propagate_error (error, g_error_copy (tori_json_reader_get_error (reader)));
      return FALSE;
    }
  if (g_strcmp0 (format, "\"" TORI_CODEC_FORMAT "\"") != 0)
    return fail (TORI_STORAGE_ERROR_NOT_A_PLAN, "", NULL, error);
  return check_version (version, error);
}
