/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-json-writer.h"

#include <string.h>

#include "storage/tori-json-reader.h"
#include "storage/tori-json-text.h"

/* Writes JSON in canonical form, the same bytes for the same calls: two spaces of indentation, one member or
 * value a line, empty lists and objects as [] and {}, text as itself, and a newline at the end. The caller
 * sees to the grammar: a key before each value in an object, as many ends as begins. */

struct _ToriJsonWriter
{
  GString *out; /* grows by doubling */
  guint depth;
  gboolean is_empty;  /* nothing yet in the list or object that is open */
  gboolean after_key; /* the value goes on the line of its key */
  gboolean is_compact;
};

/**
 * tori_json_writer_new:
 *
 * Returns: (transfer full): a writer for one value
 */
ToriJsonWriter *
tori_json_writer_new (void)
{
  ToriJsonWriter *self = g_new0 (ToriJsonWriter, 1);

  self->out = g_string_new (NULL);
  return self;
}

/**
 * tori_json_writer_new_compact:
 *
 * Returns: (transfer full): a writer that puts everything on one line, without spaces and without a newline
 * at the end: for members that this version does not know, which are kept in this form
 */
ToriJsonWriter *
tori_json_writer_new_compact (void)
{
  ToriJsonWriter *self = tori_json_writer_new ();

  self->is_compact = TRUE;
  return self;
}

/**
 * tori_json_writer_free:
 * @self: (transfer full): a writer
 */
void
tori_json_writer_free (ToriJsonWriter *self)
{
  if (self->out)
    g_string_free (self->out, TRUE);
  g_free (self);
}

static void
begin_line (ToriJsonWriter *self)
{
  static const char spaces[] = "                                ";

  if (self->is_compact)
    return;

  g_string_append_c (self->out, '\n');
  for (gsize left = 2 * self->depth; left > 0;)
    {
      gsize n = MIN (left, sizeof spaces - 1);

      g_string_append_len (self->out, spaces, n);
      left -= n;
    }
}

static void
begin_value (ToriJsonWriter *self)
{
  if (self->after_key)
    self->after_key = FALSE;
  else if (self->depth > 0)
    {
      if (!self->is_empty)
        g_string_append_c (self->out, ',');
      begin_line (self);
    }
  self->is_empty = FALSE;
}

static void
begin_level (ToriJsonWriter *self, char bracket)
{
  begin_value (self);
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->is_empty = TRUE;
}

static void
end_level (ToriJsonWriter *self, char bracket)
{
  g_assert (self->depth > 0 && !self->after_key);

  self->depth--;
  if (!self->is_empty)
    begin_line (self);
  g_string_append_c (self->out, bracket);
  self->is_empty = FALSE;
}

static void
append_quoted (ToriJsonWriter *self, const char *text, gsize length)
{
  g_string_append_c (self->out, '"');
  tori_json_text_escape (self->out, text, length);
  g_string_append_c (self->out, '"');
}

static void
append_key (ToriJsonWriter *self, const char *key, gsize length)
{
  begin_value (self);
  append_quoted (self, key, length);
  g_string_append_len (self->out, ": ", self->is_compact ? 1 : 2);
  self->after_key = TRUE;
}

/**
 * tori_json_writer_begin_object:
 * @self: a writer
 */
void
tori_json_writer_begin_object (ToriJsonWriter *self)
{
  begin_level (self, '{');
}

/**
 * tori_json_writer_end_object:
 * @self: a writer
 */
void
tori_json_writer_end_object (ToriJsonWriter *self)
{
  end_level (self, '}');
}

/**
 * tori_json_writer_begin_array:
 * @self: a writer
 */
void
tori_json_writer_begin_array (ToriJsonWriter *self)
{
  begin_level (self, '[');
}

/**
 * tori_json_writer_end_array:
 * @self: a writer
 */
void
tori_json_writer_end_array (ToriJsonWriter *self)
{
  end_level (self, ']');
}

/**
 * tori_json_writer_key:
 * @self: a writer in an object
 * @key: the name of the member whose value comes next
 */
void
tori_json_writer_key (ToriJsonWriter *self, const char *key)
{
  append_key (self, key, strlen (key));
}

/**
 * tori_json_writer_string:
 * @self: a writer
 * @text: UTF-8
 */
void
tori_json_writer_string (ToriJsonWriter *self, const char *text)
{
  begin_value (self);
  append_quoted (self, text, strlen (text));
}

/**
 * tori_json_writer_integer:
 * @self: a writer
 * @value: a whole number
 */
void
tori_json_writer_integer (ToriJsonWriter *self, gint64 value)
{
  begin_value (self);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

/**
 * tori_json_writer_number:
 * @self: a writer
 * @text: a number as JSON writes it, e.g. "78.40"; it is kept as it is
 */
void
tori_json_writer_number (ToriJsonWriter *self, const char *text)
{
  begin_value (self);
  g_string_append (self->out, text);
}

/**
 * tori_json_writer_boolean:
 * @self: a writer
 * @value: true or false
 */
void
tori_json_writer_boolean (ToriJsonWriter *self, gboolean value)
{
  begin_value (self);
  g_string_append (self->out, value ? "true" : "false");
}

/**
 * tori_json_writer_null:
 * @self: a writer
 */
void
tori_json_writer_null (ToriJsonWriter *self)
{
  begin_value (self);
  g_string_append (self->out, "null");
}

/* Writes the token that the reader stands at. */
static void
copy_token (ToriJsonWriter *self, ToriJsonReader *reader, ToriJsonToken token)
{
  const char *text;
  gsize length;

  switch (token)
    {
    case TORI_JSON_OBJECT: begin_level (self, '{'); break;
    case TORI_JSON_OBJECT_END: end_level (self, '}'); break;
    case TORI_JSON_ARRAY: begin_level (self, '['); break;
    case TORI_JSON_ARRAY_END: end_level (self, ']'); break;
    case TORI_JSON_KEY:
      text = tori_json_reader_get_text (reader, &length);
      append_key (self, text, length);
      break;
    case TORI_JSON_STRING:
      text = tori_json_reader_get_text (reader, &length);
      begin_value (self);
      append_quoted (self, text, length);
      break;
    case TORI_JSON_NUMBER:
    case TORI_JSON_TRUE:
    case TORI_JSON_FALSE:
    case TORI_JSON_NULL:
      text = tori_json_reader_get_raw (reader, &length);
      begin_value (self);
      g_string_append_len (self->out, text, length);
      break;
    case TORI_JSON_ERROR:
    case TORI_JSON_END:
    default: g_assert_not_reached ();
    }
}

/**
 * tori_json_writer_raw_value:
 * @self: a writer
 * @json: (array length=length): a value of JSON that the reader has found good
 * @length: its bytes
 *
 * Writes @json in canonical form: indented anew, text escaped anew, numbers as they are.
 */
void
tori_json_writer_raw_value (ToriJsonWriter *self, const char *json, gsize length)
{
  g_autoptr (ToriJsonReader) reader = tori_json_reader_new (json, length);
  ToriJsonToken token;

  while ((token = tori_json_reader_next (reader)) != TORI_JSON_END)
    copy_token (self, reader, token);
}

/**
 * tori_json_writer_raw_members:
 * @self: a writer in an object
 * @members: (nullable): members of an object as JSON without the braces, as records keep those that this
 * version does not know
 *
 * Writes the members, in canonical form, into the object that is open.
 */
void
tori_json_writer_raw_members (ToriJsonWriter *self, const char *members)
{
  g_autoptr (ToriJsonReader) reader = NULL;
  g_autofree char *object = NULL;
  const char *text;
  gsize length;

  if (!members)
    return;

  object = g_strconcat ("{", members, "}", NULL);
  reader = tori_json_reader_new (object, strlen (object));
  tori_json_reader_next (reader);
  while (tori_json_reader_next (reader) == TORI_JSON_KEY)
    {
      text = tori_json_reader_get_text (reader, &length);
      append_key (self, text, length);
      if (!tori_json_reader_skip (reader))
        break;
      text = tori_json_reader_get_raw (reader, &length);
      tori_json_writer_raw_value (self, text, length);
    }
  g_return_if_fail (tori_json_reader_get_error (reader) == NULL);
}

/**
 * tori_json_writer_finish:
 * @self: a writer whose value is complete
 *
 * Returns: (transfer full): the bytes; the writer can only be freed after this
 */
GBytes *
tori_json_writer_finish (ToriJsonWriter *self)
{
  g_assert (self->depth == 0 && !self->after_key);

  if (!self->is_compact)
    g_string_append_c (self->out, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&self->out));
}
