/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-json-text.h"

#include <string.h>

/* The inside of JSON strings, where nearly all bytes of a plan are: what the reader and the writer share. */

#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* Whether any of eight ASCII bytes ends a run of plain text: a quote, a backslash, a control character. */
static inline gboolean
ascii_has_special (guint64 word)
{
  guint64 quote = word ^ EACH_BYTE ('"');
  guint64 backslash = word ^ EACH_BYTE ('\\');
  guint64 found = (word - EACH_BYTE (0x20)) | (quote - EACH_BYTE (1)) | (backslash - EACH_BYTE (1));

  return (found & EACH_BYTE (0x80)) != 0;
}

/* Three bytes of form 1110xxxx 10xxxxxx 10xxxxxx, without the two leads that allow overlong forms (E0) and
 * surrogates (ED): nearly all of Japanese. */
static inline gboolean
is_plain_three (guint64 word)
{
  guint lead = word & 0xff;

  return (word & 0xc0c0f0) == 0x8080e0 && lead != 0xe0 && lead != 0xed;
}

/**
 * tori_json_text_utf8_length:
 * @at: (not nullable): the first byte of a character
 * @end: where the bytes end, after @at
 *
 * Returns: how many bytes the character has; 0 when they are not well-formed UTF-8 (Unicode, table 3-7)
 */
gsize
tori_json_text_utf8_length (const char *at, const char *end)
{
  const guint8 *byte = (const guint8 *) at;
  guint8 lead = byte[0], low = 0x80, high = 0xbf;
  gsize length;

  if (lead < 0x80)
    return 1;
  if (lead < 0xc2 || lead > 0xf4)
    return 0;

  length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if ((gsize) (end - at) < length)
    return 0;

  switch (lead)
    {
    case 0xe0: low = 0xa0; break;
    case 0xed: high = 0x9f; break;
    case 0xf0: low = 0x90; break;
    case 0xf4: high = 0x8f; break;
    default: break;
    }
  if (byte[1] < low || byte[1] > high)
    return 0;
  for (gsize i = 2; i < length; i++)
    if ((byte[i] & 0xc0) != 0x80)
      return 0;

  return length;
}

/**
 * tori_json_text_scan:
 * @at: where to begin
 * @end: where the bytes end
 *
 * Runs over plain text, eight bytes at a time.
 *
 * Returns: the first byte that is a quote, a backslash, a control character or not well-formed UTF-8; or @end
 */
const char *
tori_json_text_scan (const char *at, const char *end)
{
  while (at < end)
    {
      guint64 word;
      gsize length;

      if (end - at >= 8)
        {
          memcpy (&word, at, 8);
          word = GUINT64_FROM_LE (word);
          if (is_plain_three (word))
            {
              at += is_plain_three (word >> 24) ? 6 : 3;
              continue;
            }
          if ((word & EACH_BYTE (0x80)) == 0 && !ascii_has_special (word))
            {
              at += 8;
              continue;
            }
        }

      if ((guint8) *at < 0x20 || *at == '"' || *at == '\\')
        return at;
      length = tori_json_text_utf8_length (at, end);
      if (length == 0)
        return at;
      at += length;
    }

  return end;
}

static guint
hex4 (const char *at)
{
  guint value = 0;

  for (guint i = 0; i < 4; i++)
    value = value << 4 | (guint) g_ascii_xdigit_value (at[i]);

  return value;
}

/**
 * tori_json_text_unescape:
 * @from: the inside of a JSON string that the reader has found good
 * @end: its end
 * @to: (out caller-allocates): room for the unescaped bytes, which are never more than the escaped ones
 *
 * Returns: how many bytes were written to @to; there is no NUL after them
 */
gsize
tori_json_text_unescape (const char *from, const char *end, char *to)
{
  char *start = to;

  while (from < end)
    {
      const char *stop = memchr (from, '\\', end - from);
      gunichar c;

      if (!stop)
        stop = end;
      memcpy (to, from, stop - from);
      to += stop - from;
      if (stop == end)
        break;

      from = stop + 2;
      switch (stop[1])
        {
        case 'b': *to++ = '\b'; break;
        case 'f': *to++ = '\f'; break;
        case 'n': *to++ = '\n'; break;
        case 'r': *to++ = '\r'; break;
        case 't': *to++ = '\t'; break;
        case 'u':
          c = hex4 (from);
          from += 4;
          if (c >= 0xd800 && c < 0xdc00)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (hex4 (from + 2) - 0xdc00);
              from += 6;
            }
          to += g_unichar_to_utf8 (c, to);
          break;
        default: *to++ = stop[1]; break;
        }
    }

  return to - start;
}

/**
 * tori_json_text_escape:
 * @out: where to append
 * @text: (array length=length): UTF-8
 * @length: its bytes
 *
 * Appends @text as the inside of a JSON string in canonical form: everything as itself but the quote, the
 * backslash and the control characters.
 */
void
tori_json_text_escape (GString *out, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *stop = tori_json_text_scan (text, end);

      g_string_append_len (out, text, stop - text);
      if (stop == end)
        break;

      text = stop + 1;
      switch (*stop)
        {
        case '"': g_string_append (out, "\\\""); break;
        case '\\': g_string_append (out, "\\\\"); break;
        case '\b': g_string_append (out, "\\b"); break;
        case '\f': g_string_append (out, "\\f"); break;
        case '\n': g_string_append (out, "\\n"); break;
        case '\r': g_string_append (out, "\\r"); break;
        case '\t': g_string_append (out, "\\t"); break;
        default:
          /* Not UTF-8: cannot come out of the model. It is passed on, so that the reader refuses the bytes.
           */
          if ((guint8) *stop >= 0x20)
            g_string_append_c (out, *stop);
          else
            g_string_append_printf (out, "\\u%04x", (guint8) *stop);
          break;
        }
    }
}
