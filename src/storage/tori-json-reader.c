/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-json-reader.h"

#include <string.h>

#include "storage/tori-json-keys.h"
#include "storage/tori-json-number.h"
#include "storage/tori-json-text.h"

/* A strict reader of RFC 8259 that is asked for one token after the other.
 *
 * It is the check of a file and what the codec reads from, at once. A DOM behind a check would parse
 * everything twice, hold several times the file in memory, and keep fractions as doubles, which cannot give
 * back a number as it was written. json-glib does stay as an independent witness in the tests and in the
 * benchmark.
 *
 * What always holds: it does not recurse; it allocates nothing for a value (only for the keys of the objects
 * that are open, and for unescaping); everything in front of @at is well-formed; after an error it says
 * nothing but that error. */

typedef enum
{
  STATE_VALUE,       /* a value must follow */
  STATE_FIRST_VALUE, /* in a new list: a value or its end */
  STATE_FIRST_KEY,   /* in a new object: a key or its end */
  STATE_AFTER_VALUE, /* in a list or object: a comma or its end */
  STATE_AFTER_ROOT,
} State;

struct _ToriJsonReader
{
  const char *data; /* behind the byte order mark */
  const char *end;
  const char *at;
  const char *token; /* where the last token begins */
  State state;

  gboolean is_object[TORI_JSON_MAX_DEPTH]; /* what the open brackets are */
  guint depth;
  ToriJsonKeys *keys; /* of the open objects */
  guint n_values;

  const char *text; /* the inside of the last key or string, as written; or the last number */
  gsize text_length;
  gsize plain_length; /* unescaped */
  gboolean is_integer;
  gint64 integer;
  GString *scratch;
  GError *error;
};

static ToriJsonToken
fail (ToriJsonReader *self, ToriStorageError code, const char *at)
{
  const char *line_start = self->data;
  guint line = 1, column = 1;

  for (const char *p = self->data; (p = memchr (p, '\n', at - p)) != NULL; p++)
    {
      line++;
      line_start = p + 1;
    }
  for (const char *p = line_start; p < at; p++)
    if ((*p & 0xc0) != 0x80)
      column++;

  self->error = tori_storage_error_new_at_place (code, line, column);
  return TORI_JSON_ERROR;
}

/* A character that cannot stand here; or worse, no character at all. */
static ToriJsonToken
fail_unexpected (ToriJsonReader *self, ToriStorageError code)
{
  if (self->at == self->end)
    code = TORI_STORAGE_ERROR_TRUNCATED;
  else if (*self->at == '\0')
    code = TORI_STORAGE_ERROR_NUL;
  else if (tori_json_text_utf8_length (self->at, self->end) == 0)
    code = TORI_STORAGE_ERROR_INVALID_UTF8;
  else if ((guint8) *self->at < 0x20)
    code = TORI_STORAGE_ERROR_CONTROL;

  return fail (self, code, self->at);
}

static void
skip_space (ToriJsonReader *self)
{
  const char *at = self->at;
  const char *end = self->end;

  while (at < end)
    {
      if (*at == ' ')
        {
          guint64 word;

          /* Indentation is long and made of spaces. */
          while (end - at >= 8 && (memcpy (&word, at, 8), word == G_GUINT64_CONSTANT (0x2020202020202020)))
            at += 8;
          while (at < end && *at == ' ')
            at++;
        }
      else if (*at == '\n' || *at == '\r' || *at == '\t')
        at++;
      else
        break;
    }

  self->at = at;
}

static gboolean
read_hex4 (const char *at, const char *end, guint *value)
{
  *value = 0;
  if (end - at < 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return FALSE;
      *value = *value << 4 | (guint) g_ascii_xdigit_value (at[i]);
    }
  return TRUE;
}

/* Takes \uXXXX, or the two of a surrogate pair; adds to @saved what unescaping them saves. */
static gboolean
check_unicode_escape (ToriJsonReader *self, const char **at, gsize *saved)
{
  const char *escape = *at;
  guint unit, second;

  if (!read_hex4 (escape + 2, self->end, &unit))
    return fail (self, self->end - escape < 6 ? TORI_STORAGE_ERROR_TRUNCATED : TORI_STORAGE_ERROR_BAD_ESCAPE,
                 self->end - escape < 6 ? self->end : escape);
  if (unit == 0)
    return fail (self, TORI_STORAGE_ERROR_NUL, escape);
  if (unit < 0xd800 || unit > 0xdfff)
    {
      *saved += unit < 0x80 ? 5 : unit < 0x800 ? 4 : 3;
      *at = escape + 6;
      return TRUE;
    }

  if (unit > 0xdbff || self->end - escape < 12 || escape[6] != '\\' || escape[7] != 'u'
      || !read_hex4 (escape + 8, self->end, &second) || second < 0xdc00 || second > 0xdfff)
    return fail (self, TORI_STORAGE_ERROR_LONE_SURROGATE, escape);

  *saved += 12 - 4;
  *at = escape + 12;
  return TRUE;
}

/* Reads a string from its opening quote to behind the closing one. */
static gboolean
read_string (ToriJsonReader *self)
{
  const char *start = self->at + 1;
  const char *at = start;
  gsize saved = 0;

  for (;;)
    {
      at = tori_json_text_scan (at, self->end);
      if (at == self->end)
        return fail (self, TORI_STORAGE_ERROR_TRUNCATED, at);
      if (*at == '"')
        break;

      if (*at != '\\')
        {
          self->at = at;
          return fail_unexpected (self, TORI_STORAGE_ERROR_CONTROL);
        }
      if (at + 1 == self->end)
        return fail (self, TORI_STORAGE_ERROR_TRUNCATED, self->end);
      if (at[1] == 'u')
        {
          if (!check_unicode_escape (self, &at, &saved))
            return FALSE;
        }
      else if (at[1] != '\0' && strchr ("\"\\/bfnrt", at[1]))
        {
          at += 2;
          saved++;
        }
      else
        return fail (self, TORI_STORAGE_ERROR_BAD_ESCAPE, at);
    }

  self->text = start;
  self->text_length = at - start;
  self->plain_length = self->text_length - saved;
  self->at = at + 1;
  if (self->text_length > TORI_JSON_MAX_STRING)
    return fail (self, TORI_STORAGE_ERROR_TOO_LONG, self->token);

  return TRUE;
}

static ToriJsonToken
read_number (ToriJsonReader *self)
{
  gboolean is_good;

  self->at = tori_json_number_scan (self->at, self->end, &is_good, &self->is_integer);
  if (!is_good)
    return fail_unexpected (self, TORI_STORAGE_ERROR_BAD_NUMBER);
  if (self->at == self->end && self->depth > 0)
    return fail (self, TORI_STORAGE_ERROR_TRUNCATED, self->at); /* perhaps in the middle of the number */

  self->text = self->token;
  self->text_length = self->plain_length = self->at - self->token;
  if (!(self->is_integer ? tori_json_number_get_integer (self->text, self->text_length, &self->integer)
                         : tori_json_number_is_finite (self->text, self->text_length)))
    return fail (self, TORI_STORAGE_ERROR_NUMBER_RANGE, self->token);
  return TORI_JSON_NUMBER;
}

static ToriJsonToken
read_word (ToriJsonReader *self, const char *word, ToriJsonToken token)
{
  gsize length = strlen (word);
  gsize left = self->end - self->at;

  if (left < length && memcmp (self->at, word, left) == 0)
    return fail (self, TORI_STORAGE_ERROR_TRUNCATED, self->end);
  if (left < length || memcmp (self->at, word, length) != 0
      || (left > length && g_ascii_isalnum (self->at[length])))
    return fail (self, TORI_STORAGE_ERROR_BAD_WORD, self->token);

  self->at += length;
  return token;
}

static ToriJsonToken
read_key (ToriJsonReader *self)
{
  const char *key;
  gsize length;

  self->token = self->at;
  if (self->at == self->end || *self->at != '"')
    return fail_unexpected (self, TORI_STORAGE_ERROR_MISSING_KEY);
  if (!read_string (self))
    return TORI_JSON_ERROR;
  key = tori_json_reader_get_text (self, &length);
  if (!tori_json_keys_add (self->keys, key, length, self->plain_length == self->text_length))
    return fail (self, TORI_STORAGE_ERROR_DUPLICATE_KEY, self->token);

  skip_space (self);
  if (self->at == self->end || *self->at != ':')
    return fail_unexpected (self, TORI_STORAGE_ERROR_MISSING_COLON);
  self->at++;
  self->state = STATE_VALUE;
  return TORI_JSON_KEY;
}

static ToriJsonToken
open_level (ToriJsonReader *self, gboolean is_object)
{
  if (self->depth == TORI_JSON_MAX_DEPTH)
    return fail (self, TORI_STORAGE_ERROR_TOO_DEEP, self->token);

  self->is_object[self->depth++] = is_object;
  if (is_object)
    tori_json_keys_open (self->keys);
  self->state = is_object ? STATE_FIRST_KEY : STATE_FIRST_VALUE;
  self->at++;
  return is_object ? TORI_JSON_OBJECT : TORI_JSON_ARRAY;
}

static ToriJsonToken
close_level (ToriJsonReader *self)
{
  gboolean is_object = self->is_object[self->depth - 1];

  self->token = self->at;
  if (*self->at != (is_object ? '}' : ']'))
    return fail (self, TORI_STORAGE_ERROR_WRONG_BRACKET, self->at);

  if (is_object)
    tori_json_keys_close (self->keys);
  self->depth--;
  self->state = self->depth > 0 ? STATE_AFTER_VALUE : STATE_AFTER_ROOT;
  self->at++;
  return is_object ? TORI_JSON_OBJECT_END : TORI_JSON_ARRAY_END;
}

static ToriJsonToken
read_value (ToriJsonReader *self)
{
  self->token = self->at;
  if (self->at == self->end)
    return fail_unexpected (self, TORI_STORAGE_ERROR_MISSING_VALUE);
  if (++self->n_values > TORI_JSON_MAX_VALUES)
    return fail (self, TORI_STORAGE_ERROR_TOO_MANY, self->token);

  self->state = self->depth > 0 ? STATE_AFTER_VALUE : STATE_AFTER_ROOT;
  switch (*self->at)
    {
    case '"': return read_string (self) ? TORI_JSON_STRING : TORI_JSON_ERROR;
    case '{': return open_level (self, TRUE);
    case '[': return open_level (self, FALSE);
    case 't': return read_word (self, "true", TORI_JSON_TRUE);
    case 'f': return read_word (self, "false", TORI_JSON_FALSE);
    case 'n': return read_word (self, "null", TORI_JSON_NULL);
    case ',':
    case '}':
    case ']': return fail (self, TORI_STORAGE_ERROR_MISSING_VALUE, self->at);
    case '+':
    case '.': return fail (self, TORI_STORAGE_ERROR_BAD_NUMBER, self->at);
    default:
      if (*self->at == '-' || g_ascii_isdigit (*self->at))
        return read_number (self);
      if (g_ascii_isalpha (*self->at))
        return fail (self, TORI_STORAGE_ERROR_BAD_WORD, self->at);
      return fail_unexpected (self, TORI_STORAGE_ERROR_UNEXPECTED);
    }
}

/* What does not even begin like JSON is another kind of file, not a slip in one of ours. */
static ToriJsonToken
read_root (ToriJsonReader *self)
{
  gboolean begins_well = *self->at != '\0' && strchr ("{[\"-0123456789", *self->at);
  ToriJsonToken token = read_value (self);

  if (token == TORI_JSON_ERROR && !begins_well)
    {
      g_clear_error (&self->error);
      return fail (self, TORI_STORAGE_ERROR_NOT_JSON, self->token);
    }
  return token;
}

/* Behind a value in a list or object. */
static ToriJsonToken
read_after_value (ToriJsonReader *self)
{
  gboolean is_object = self->is_object[self->depth - 1];
  const char *comma = self->at;

  switch (*self->at)
    {
    case ',':
      self->at++;
      skip_space (self);
      if (self->at < self->end && (*self->at == '}' || *self->at == ']' || *self->at == ','))
        return fail (self, TORI_STORAGE_ERROR_EXTRA_COMMA, *self->at == ',' ? self->at : comma);
      return is_object ? read_key (self) : read_value (self);
    case '}':
    case ']': return close_level (self);
    case ':':
    case '/': return fail (self, TORI_STORAGE_ERROR_UNEXPECTED, self->at);
    default: return fail_unexpected (self, TORI_STORAGE_ERROR_MISSING_COMMA);
    }
}

/**
 * tori_json_reader_new:
 * @data: (array length=length): the bytes, which must stay as they are while the reader is used; no NUL is
 * needed behind them. A byte order mark is accepted.
 * @length: how many
 *
 * Returns: (transfer full): a reader in front of the first token
 */
ToriJsonReader *
tori_json_reader_new (const char *data, gsize length)
{
  ToriJsonReader *self = g_new0 (ToriJsonReader, 1);

  if (length == 0)
    data = ""; /* of an empty file there may be no bytes at all */
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  self->data = self->at = self->token = data;
  self->end = data + length;
  self->state = STATE_VALUE;
  self->keys = tori_json_keys_new ();
  self->scratch = g_string_new (NULL);
  if (length > TORI_JSON_MAX_SIZE)
    self->error = tori_storage_error_new_for_file (TORI_STORAGE_ERROR_TOO_LARGE, NULL);

  return self;
}

/**
 * tori_json_reader_free:
 * @self: (transfer full): a reader
 */
void
tori_json_reader_free (ToriJsonReader *self)
{
  tori_json_keys_free (self->keys);
  g_string_free (self->scratch, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * tori_json_reader_next:
 * @self: a reader
 *
 * Goes on to the next token. An object gives #TORI_JSON_OBJECT, then a #TORI_JSON_KEY and the tokens of one
 * value for each member, then #TORI_JSON_OBJECT_END; a list gives #TORI_JSON_ARRAY, its values,
 * #TORI_JSON_ARRAY_END.
 *
 * Returns: the token; #TORI_JSON_ERROR again and again after an error, #TORI_JSON_END behind the root
 */
ToriJsonToken
tori_json_reader_next (ToriJsonReader *self)
{
  if (G_UNLIKELY (self->error))
    return TORI_JSON_ERROR;

  skip_space (self);
  self->token = self->at;
  if (G_UNLIKELY (self->at == self->end))
    {
      if (self->state == STATE_AFTER_ROOT)
        return TORI_JSON_END;
      return fail (self, self->n_values == 0 ? TORI_STORAGE_ERROR_EMPTY : TORI_STORAGE_ERROR_TRUNCATED,
                   self->at);
    }

  switch (self->state)
    {
    case STATE_VALUE: return self->depth == 0 ? read_root (self) : read_value (self);
    case STATE_FIRST_VALUE: return *self->at == ']' ? close_level (self) : read_value (self);
    case STATE_FIRST_KEY: return *self->at == '}' ? close_level (self) : read_key (self);
    case STATE_AFTER_VALUE: return read_after_value (self);
    case STATE_AFTER_ROOT: return fail_unexpected (self, TORI_STORAGE_ERROR_AFTER_END);
    default: g_assert_not_reached ();
    }
}

/**
 * tori_json_reader_skip:
 * @self: a reader behind a key, or in front of the root
 *
 * Reads the whole value that follows, and remembers where it is, see tori_json_reader_get_raw ().
 *
 * Returns: FALSE when it is not well-formed
 */
gboolean
tori_json_reader_skip (ToriJsonReader *self)
{
  ToriJsonToken token = tori_json_reader_next (self);
  const char *start = self->token;
  guint depth = 0;

  for (;;)
    {
      if (token == TORI_JSON_ERROR)
        return FALSE;
      if (token == TORI_JSON_OBJECT || token == TORI_JSON_ARRAY)
        depth++;
      else if (token == TORI_JSON_OBJECT_END || token == TORI_JSON_ARRAY_END)
        depth--;
      if (depth == 0)
        break;
      token = tori_json_reader_next (self);
    }

  self->token = start;
  return TRUE;
}

/**
 * tori_json_reader_get_text:
 * @self: a reader at a key, a string, or a number
 * @length: (out): its bytes
 *
 * Returns: (transfer none): the text, unescaped; a number as it is written. It is not ended by a NUL, and
 * stays until the next call. Text without escapes is not copied.
 */
const char *
tori_json_reader_get_text (ToriJsonReader *self, gsize *length)
{
  *length = self->plain_length;
  if (self->plain_length == self->text_length)
    return self->text;

  g_string_set_size (self->scratch, self->text_length);
  tori_json_text_unescape (self->text, self->text + self->text_length, self->scratch->str);
  return self->scratch->str;
}

/**
 * tori_json_reader_dup_text:
 * @self: a reader at a key, a string, or a number
 *
 * Returns: (transfer full): the text as in tori_json_reader_get_text (), ended by a NUL, in a block of just
 * its size
 */
char *
tori_json_reader_dup_text (ToriJsonReader *self)
{
  char *text = g_malloc (self->plain_length + 1);

  tori_json_text_unescape (self->text, self->text + self->text_length, text);
  text[self->plain_length] = '\0';
  return text;
}

/**
 * tori_json_reader_get_integer:
 * @self: a reader at a number
 * @value: (out): its value, within ±2^53
 *
 * Returns: FALSE when it is written with a fraction or an exponent
 */
gboolean
tori_json_reader_get_integer (ToriJsonReader *self, gint64 *value)
{
  if (!self->is_integer)
    return FALSE;

  *value = self->integer;
  return TRUE;
}

/**
 * tori_json_reader_get_raw:
 * @self: a reader behind tori_json_reader_skip () or a token
 * @length: (out): its bytes
 *
 * Returns: (transfer none): the value or token as it is written
 */
const char *
tori_json_reader_get_raw (ToriJsonReader *self, gsize *length)
{
  *length = self->at - self->token;
  return self->token;
}

/**
 * tori_json_reader_get_error:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): what #TORI_JSON_ERROR was about
 */
const GError *
tori_json_reader_get_error (ToriJsonReader *self)
{
  return self->error;
}

/**
 * tori_json_reader_check:
 * @data: (array length=length): bytes
 * @length: how many
 * @error: return location of an error in #TORI_STORAGE_ERROR
 *
 * Returns: whether the bytes are one JSON value that this program takes
 */
gboolean
tori_json_reader_check (const char *data, gsize length, GError **error)
{
  g_autoptr (ToriJsonReader) reader = tori_json_reader_new (data, length);
  ToriJsonToken token;

  do
    token = tori_json_reader_next (reader);
  while (token != TORI_JSON_ERROR && token != TORI_JSON_END);

  if (token == TORI_JSON_ERROR)
    g_propagate_error (error, g_error_copy (reader->error));
  return token == TORI_JSON_END;
}
