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
 * tori_fold_contains:
 * @haystack: valid UTF-8, as somebody wrote it
 * @folded_needle: what is looked for, from tori_fold()
 *
 * Reads @haystack once and allocates nothing.
 *
 * Returns: whether @haystack contains it; always when it is empty
 */
gboolean
tori_fold_contains (const char *haystack, const char *folded_needle)
{
  const guint8 *p = (const guint8 *) haystack;
  gunichar first;
  const char *rest;

  g_return_val_if_fail (haystack != NULL, FALSE);
  g_return_val_if_fail (folded_needle != NULL, FALSE);

  if (*folded_needle == '\0')
    return TRUE;

  build_table ();
  first = g_utf8_get_char (folded_needle);
  rest = g_utf8_next_char (folded_needle);
  while (*p != '\0')
    {
      gunichar c;

      p = read_folded (p, &c);
      if (c == first && skip_needle (p, rest) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* --- Query --- */

typedef struct
{
  char *folded;
  gboolean plain; /* no text but the very same folds to it (kanji), so that bytes can be compared */
} Word;

struct _ToriQuery
{
  guint n_words;
  Word words[];
};

#define MAX_WORDS (8 * sizeof (ToriQueryFound))

static gboolean
is_plain (const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    {
      gunichar c = g_utf8_get_char (word);

      if (c >= G_N_ELEMENTS (folded) || !(alone[c / 8] & 1u << c % 8))
        return FALSE;
    }

  return TRUE;
}

/**
 * tori_query_new:
 * @text: what somebody typed: words with spaces between them, wide or narrow
 *
 * A record matches when each word occurs somewhere in it, in any order. (Should anybody type more words than
 * a found mask has bits, the last one takes the rest as it stands.)
 *
 * Returns: (transfer full): the query; free with tori_query_free()
 */
ToriQuery *
tori_query_new (const char *text)
{
  g_autofree char *all = tori_fold (text != NULL ? text : "");
  ToriQuery *self = g_malloc0 (sizeof (ToriQuery) + MAX_WORDS * sizeof (Word));
  const char *p = all;

  for (;;)
    {
      gsize length;

      p += strspn (p, " \t\r\n");
      if (*p == '\0')
        break;
      length = self->n_words + 1 < MAX_WORDS ? strcspn (p, " \t\r\n") : strlen (p);
      self->words[self->n_words].folded = g_strndup (p, length);
      self->words[self->n_words].plain = is_plain (self->words[self->n_words].folded);
      self->n_words++;
      p += length;
    }

  return self;
}

void
tori_query_free (ToriQuery *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_words; i++)
    g_free (self->words[i].folded);
  g_free (self);
}

/**
 * tori_query_is_empty:
 *
 * Returns: whether there is no word to look for, so that every record matches
 */
gboolean
tori_query_is_empty (const ToriQuery *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->n_words == 0;
}

/**
 * tori_query_feed:
 * @self: the query
 * @found: (inout): what has been found in this record so far; begin with 0
 * @text: the next text of the record
 *
 * Looks for the words that are still missing. Feed the texts of a record one after another until it returns
 * %TRUE.
 *
 * Returns: whether every word has been found
 */
gboolean
tori_query_feed (const ToriQuery *self, ToriQueryFound *found, const char *text)
{
  ToriQueryFound all;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (found != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  for (guint i = 0; i < self->n_words; i++)
    {
      const Word *word = &self->words[i];
      ToriQueryFound bit = (ToriQueryFound) 1 << i;

      if (!(*found & bit)
          && (word->plain ? strstr (text, word->folded) != NULL : tori_fold_contains (text, word->folded)))
        *found |= bit;
    }
  all = self->n_words == MAX_WORDS ? ~(ToriQueryFound) 0 : ((ToriQueryFound) 1 << self->n_words) - 1;

  return *found == all;
}

/**
 * tori_query_find:
 * @self: the query
 * @text: valid UTF-8, as somebody wrote it
 * @from: where to begin to look, in bytes; the beginning of a character
 * @start: (out): where a word of the query begins, in bytes
 * @end: (out): where it ends
 *
 * Finds what to point at in a text that matches. Where one word begins with another, the longer one is found.
 *
 * Returns: whether any of the words occurs after @from
 */
gboolean
tori_query_find (const ToriQuery *self, const char *text, gsize from, gsize *start, gsize *end)
{
  const guint8 *bytes = (const guint8 *) text;
  const guint8 *next;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  build_table ();
  for (const guint8 *p = bytes + from; *p != '\0'; p = next)
    {
      const guint8 *longest = NULL;
      gunichar c;

      next = read_folded (p, &c);
      for (guint i = 0; i < self->n_words; i++)
        {
          const char *word = self->words[i].folded;
          const guint8 *stop =
              c == g_utf8_get_char (word) ? skip_needle (next, g_utf8_next_char (word)) : NULL;

          if (stop != NULL && stop > longest)
            longest = stop;
        }
      if (longest != NULL)
        {
          *start = (gsize) (p - bytes);
          *end = (gsize) (longest - bytes);
          return TRUE;
        }
    }
  return FALSE;
}
