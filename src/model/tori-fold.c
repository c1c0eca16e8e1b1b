/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "model/tori-fold.h"

#include <string.h>

/* Search that is blind to width (Ａ = A, ｱ = ア), case (A = a) and kana (あ = ア), and to nothing else: ① is
 * not 1 and Ⅱ is not II, for whoever looks for 1 does not want every circled number. Each character of the
 * basic plane folds to one character by a table; a kana and its voicing mark (ｶﾞ, か with U+3099) fold to one
 * voiced kana. Folded text folds to itself. Texts are searched as they lie in the plan, without a folded copy
 * of them. */

/* What each character of the basic plane folds to, and whether nothing but itself does. */
static guint16 folded[0x10000];
static guint8 alone[0x10000 / 8];

static gunichar
fold_character (gunichar c)
{
  gunichar narrow;

  if (c >= 0xff01 && c <= 0xffee && g_unichar_fully_decompose (c, TRUE, &narrow, 1) == 1)
    c = narrow;

  if ((c >= 0x3041 && c <= 0x3096) || c == 0x309d || c == 0x309e)
    return c + 0x60; /* hiragana to katakana */
  switch (c)
    {
    case 0x309b: /* the voicing marks that stand alone */
    case 0x309c: return c - 2;
    case 0x00a0:
    case 0x3000: return ' ';
    case 0x301c: /* one byte pair of Shift_JIS, read as this or as U+FF5E, and so the next */ return '~';
    case 0x2212: return '-';
    default: return g_unichar_tolower (c);
    }
}

static void
build_table (void)
{
  static gsize built = 0;

  if (!g_once_init_enter (&built))
    return;

  memset (alone, 0xff, sizeof alone);
  for (guint c = 0; c < G_N_ELEMENTS (folded); c++)
    {
      gunichar to = fold_character (c);

      folded[c] = (guint16) (to < G_N_ELEMENTS (folded) ? to : c);
      if (folded[c] != c)
        alone[folded[c] / 8] &= (guint8) ~(1u << folded[c] % 8);
    }
  /* A voiced kana is also a kana with a mark. */
  memset (alone + 0x3098 / 8, 0, (0x3100 - 0x3098) / 8);
  g_once_init_leave (&built, 1);
}

/* The mark that voices the kana before it, whichever way it is written, or 0. */
static inline gunichar
peek_mark (const guint8 *p)
{
  if (p[0] == 0xe3 && p[1] == 0x82 && p[2] >= 0x99 && p[2] <= 0x9c)
    return 0x3099 + (p[2] - 0x99u) % 2;
  if (p[0] == 0xef && p[1] == 0xbe && (p[2] == 0x9e || p[2] == 0x9f))
    return 0x3099 + (p[2] - 0x9eu);
  return 0;
}

/* Reads the folded character at `p`, which is not at the end, and returns the place after it. */
static inline const guint8 *
read_folded (const guint8 *p, gunichar *c)
{
  if (p[0] < 0x80)
    {
      *c = folded[p[0]];
      return p + 1;
    }
  if (p[0] >= 0xe0 && p[0] < 0xf0)
    {
      *c = folded[(p[0] & 0x0fu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu)];
      p += 3;
      if (*c >= 0x30a6 && *c <= 0x30fd && *p >= 0xe3)
        {
          gunichar mark = peek_mark (p), voiced;

          if (mark != 0 && g_unichar_compose (*c, mark, &voiced))
            {
              *c = voiced;
              return p + 3;
            }
        }
      return p;
    }
  if (p[0] < 0xe0)
    {
      *c = folded[(p[0] & 0x1fu) << 6 | (p[1] & 0x3fu)];
      return p + 2;
    }
  *c = g_unichar_tolower (g_utf8_get_char ((const char *) p));
  return p + 4;
}

/* Where what is left of the needle ends if the text at `p` begins with it, or NULL. */
static const guint8 *
skip_needle (const guint8 *p, const char *needle)
{
  for (; *needle != '\0'; needle = g_utf8_next_char (needle))
    {
      gunichar c;

      if (*p == '\0')
        return NULL;
      p = read_folded (p, &c);
      if (c != g_utf8_get_char (needle))
        return NULL;
    }

  return p;
}

/**
 * tori_fold_next:
 * @text: valid UTF-8, not at its end
 * @folded_character: (out): what the character there folds to, together with a voicing mark behind it
 *
 * Returns: the place after it
 */
const char *
tori_fold_next (const char *text, gunichar *folded_character)
{
  build_table ();
  return (const char *) read_folded ((const guint8 *) text, folded_character);
}

/**
 * tori_fold:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text without its differences of width, case and kana; only for comparing, never
 * to be shown or stored
 */
char *
tori_fold (const char *text)
{
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  build_table ();
  out = g_string_sized_new (strlen (text));
  for (const guint8 *p = (const guint8 *) text; *p != '\0';)
    {
      gunichar c;

      p = read_folded (p, &c);
      g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

/**
 * tori_fold_find:
 * @haystack: valid UTF-8, as somebody wrote it
 * @folded_needle: what is looked for, from tori_fold(); not empty
 * @end: (out) (optional): where it ends
 *
 * Reads @haystack once and allocates nothing.
 *
 * Returns: (nullable): where @folded_needle begins in @haystack first
 */
const char *
tori_fold_find (const char *haystack, const char *folded_needle, const char **end)
{
  const guint8 *next;
  gunichar first;
  const char *rest;

  g_return_val_if_fail (haystack != NULL, NULL);
  g_return_val_if_fail (folded_needle != NULL && *folded_needle != '\0', NULL);

  build_table ();
  first = g_utf8_get_char (folded_needle);
  rest = g_utf8_next_char (folded_needle);
  for (const guint8 *p = (const guint8 *) haystack; *p != '\0'; p = next)
    {
      const guint8 *stop;
      gunichar c;

      next = read_folded (p, &c);
      stop = c == first ? skip_needle (next, rest) : NULL;
      if (stop == NULL)
        continue;
      if (end != NULL)
        *end = (const char *) stop;
      return (const char *) p;
    }

  return NULL;
}

/**
 * tori_fold_contains:
 * @haystack: valid UTF-8, as somebody wrote it
 * @folded_needle: what is looked for, from tori_fold()
 *
 * Returns: whether @haystack contains it; always when it is empty
 */
gboolean
tori_fold_contains (const char *haystack, const char *folded_needle)
{
  g_return_val_if_fail (folded_needle != NULL, FALSE);

  return *folded_needle == '\0' || tori_fold_find (haystack, folded_needle, NULL) != NULL;
}

/**
 * tori_fold_is_plain:
 * @text: a folded text
 *
 * Returns: whether nothing but the very same characters folds to it (kanji), so that bytes can be compared
 */
gboolean
tori_fold_is_plain (const char *text)
{
  build_table ();
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c >= G_N_ELEMENTS (folded) || !(alone[c / 8] & 1u << c % 8))
        return FALSE;
    }

  return TRUE;
}
