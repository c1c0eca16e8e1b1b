/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-decimal.h"

#include <math.h>
#include <string.h>

/* Signs as people type them, and what they mean in a number. △ and ▲ stand before losses in the tables of
 * Japanese offices. */
static const struct
{
  gunichar typed;
  char meant;
} signs[] = {
  { 0xff0e, '.' }, { 0xff0c, ',' }, { 0xff0d, '-' }, { 0x2212, '-' },
  { 0x2010, '-' }, { 0x25b3, '-' }, { 0x25b2, '-' },
};

static char
read_sign (gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].typed == letter)
      return signs[i].meant;
  if (letter >= 0xff10 && letter <= 0xff19)
    return (char) ('0' + (letter - 0xff10));
  return letter < 0x80 ? (char) letter : '?';
}

/* The text in ASCII, without blanks around it; what can't be part of a number is a question mark. */
static char *
narrow (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_c (out, read_sign (g_utf8_get_char (at)));
    else if (out->len > 0)
      g_string_append_c (out, ' ');
  g_strchomp (out->str);
  return g_string_free (out, FALSE);
}

/* Reads the whole part and leaves commas away, which must stand before each three digits if there are any. */
static const char *
read_whole (const char *at, GString *out)
{
  const gsize n = strspn (at, "0123456789");

  if (n == 0 || (n > 1 && *at == '0'))
    return NULL;
  g_string_append_len (out, at, (gssize) n);
  at += n;
  if (*at == ',' && (n > 3 || out->str[out->len - n] == '0'))
    return NULL;
  for (; *at == ','; at += 4)
    {
      if (strspn (at + 1, "0123456789") < 3 || g_ascii_isdigit (at[4]))
        return NULL;
      g_string_append_len (out, at + 1, 3);
    }
  return at;
}

/**
 * tori_decimal_parse:
 * @text: what somebody typed: 1234.5, 1,234.5, １，２３４．５, △3
 *
 * Strict, because a figure that is read wrongly is printed: only digits, one sign, one point and commas
 * before each three digits are understood, in half and full width.
 *
 * Returns: (transfer full) (nullable): the number as the file has it, with the decimals that were typed; NULL
 * when it is none
 */
char *
tori_decimal_parse (const char *text)
{
  g_autofree char *narrowed = narrow (text);
  g_autoptr (GString) out = g_string_new (NULL);
  const char *at = narrowed;

  if (*at == '-')
    {
      g_string_append_c (out, '-');
      at++;
    }
  at = read_whole (at, out);
  if (at != NULL && *at == '.')
    {
      const gsize n = strspn (at + 1, "0123456789");

      g_string_append_len (out, at, (gssize) n + 1);
      at = n == 0 ? NULL : at + n + 1;
    }
  if (at == NULL || *at != '\0' || !isfinite (g_ascii_strtod (out->str, NULL)))
    return NULL;
  return g_strdup (out->str);
}
