/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-json-number.h"

#include <math.h>
#include <string.h>

#include "storage/tori-json-reader.h"

/* Numbers as JSON writes them. They stay text, so that 78.40 comes back as 78.40; a value is made only of
 * whole ones. */

static const char *
skip_digits (const char *at, const char *end, gboolean *are_there)
{
  const char *start = at;

  while (at < end && g_ascii_isdigit (*at))
    at++;
  *are_there = at > start;
  return at;
}

/**
 * tori_json_number_scan:
 * @at: a digit or a minus
 * @end: where the bytes end
 * @is_good: (out): FALSE when it is no number
 * @is_integer: (out): whether it has neither a fraction nor an exponent
 *
 * Returns: the end of the number, or the character that cannot stand in one
 */
const char *
tori_json_number_scan (const char *at, const char *end, gboolean *is_good, gboolean *is_integer)
{
  *is_integer = TRUE;
  *is_good = TRUE;
  if (*at == '-')
    at++;
  if (at < end && *at == '0')
    {
      at++;
      *is_good = at == end || !g_ascii_isdigit (*at); /* no zeros in front */
    }
  else
    at = skip_digits (at, end, is_good);

  if (*is_good && at < end && *at == '.')
    {
      *is_integer = FALSE;
      at = skip_digits (at + 1, end, is_good);
    }
  if (*is_good && at < end && (*at == 'e' || *at == 'E'))
    {
      *is_integer = FALSE;
      at++;
      if (at < end && (*at == '+' || *at == '-'))
        at++;
      at = skip_digits (at, end, is_good);
    }
  return at;
}

/**
 * tori_json_number_get_integer:
 * @text: (array length=length): a whole number
 * @length: its characters
 * @value: (out): its value
 *
 * Returns: FALSE when it is beyond what every reader of JSON holds exactly, ±2^53
 */
gboolean
tori_json_number_get_integer (const char *text, gsize length, gint64 *value)
{
  const gboolean is_negative = *text == '-';
  gint64 size = 0;

  if (length > 17)
    return FALSE;
  for (gsize i = is_negative; i < length; i++)
    size = size * 10 + (text[i] - '0');
  if (size > TORI_JSON_MAX_INTEGER)
    return FALSE;

  *value = is_negative ? -size : size;
  return TRUE;
}

/**
 * tori_json_number_is_finite:
 * @text: (array length=length): a number with a fraction or an exponent
 * @length: its characters
 *
 * Returns: FALSE when it is beyond what a double comes near to, or longer than we take
 */
gboolean
tori_json_number_is_finite (const char *text, gsize length)
{
  g_autofree char *copy = NULL;

  if (length > TORI_JSON_MAX_NUMBER)
    return FALSE;
  if (length < 300 && !memchr (text, 'e', length) && !memchr (text, 'E', length))
    return TRUE;

  copy = g_strndup (text, length);
  return isfinite (g_ascii_strtod (copy, NULL));
}
