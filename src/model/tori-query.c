/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "model/tori-query.h"

#include <string.h>

#include "model/tori-fiscal-year.h"
#include "model/tori-fold.h"

/* One way of writing a word. */
typedef struct
{
  char *folded;
  gboolean plain; /* bytes can be compared */
  gboolean apart; /* no digit goes on where it has digits, no letter where it has letters */
} Form;

/* The first form is what was typed; a fiscal year is found however it is written. */
typedef struct
{
  Form *forms;
  guint n_forms;
} Word;

struct _ToriQuery
{
  guint n_words;
  Word words[];
};

#define MAX_WORDS (8 * sizeof (ToriQueryFound))

static void
add_form (GArray *forms, const char *text, gboolean apart)
{
  Form form = { tori_fold (text), FALSE, apart };

  form.plain = !apart && tori_fold_is_plain (form.folded);
  g_array_append_val (forms, form);
}

/* 2017 is also 平成29 and 平成 29, as programs of offices write it, and H29; 平成29年度 only with its 年度.
 */
static void
add_years (GArray *forms, const char *word)
{
  g_auto (GStrv) names = NULL;
  const char *unit = g_str_has_suffix (word, "年度") ? "年度" : "";
  int year;

  if (!tori_fiscal_year_parse (word, &year))
    return;
  names = tori_fiscal_year_list_names (year);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const gsize digits = strcspn (names[i], "0123456789");
      g_autofree char *narrow = g_strconcat (names[i], unit, NULL);
      g_autofree char *start = g_strndup (names[i], digits);
      g_autofree char *wide = g_strconcat (start, *start != '\0' ? " " : "", names[i] + digits,
                                           *unit != '\0' ? " " : "", unit, NULL);

      add_form (forms, narrow, TRUE);
      if (names[i][digits] != '\0' && !g_str_equal (wide, narrow))
        add_form (forms, wide, TRUE);
    }
}

static void
init_word (Word *self, const char *folded)
{
  GArray *forms = g_array_new (FALSE, FALSE, sizeof (Form));

  add_form (forms, folded, FALSE);
  add_years (forms, folded);
  self->n_forms = forms->len;
  self->forms = (Form *) (gpointer) g_array_free (forms, FALSE);
}

/**
 * tori_query_new:
 * @text: what somebody typed: words with spaces between them, wide or narrow
 *
 * A record matches when each word occurs somewhere in it, in any order. A word that is a fiscal year occurs
 * also where that year is written in another way. (Should anybody type more words than a found mask has bits,
 * the last one takes the rest as it stands.)
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
      g_autofree char *word = NULL;
      gsize length;

      p += strspn (p, " \t\r\n");
      if (*p == '\0')
        break;
      length = self->n_words + 1 < MAX_WORDS ? strcspn (p, " \t\r\n") : strlen (p);
      word = g_strndup (p, length);
      init_word (&self->words[self->n_words++], word);
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
    {
      for (guint j = 0; j < self->words[i].n_forms; j++)
        g_free (self->words[i].forms[j].folded);
      g_free (self->words[i].forms);
    }
  g_free (self);
}

/**
 * tori_query_is_empty:
 * @self: the query
 *
 * Returns: whether there is no word to look for, so that every record matches
 */
gboolean
tori_query_is_empty (const ToriQuery *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->n_words == 0;
}

/* --- Looking for it --- */

static gboolean
go_together (gunichar a, gunichar b)
{
  return a < 0x80 && b < 0x80
         && ((g_ascii_isdigit ((char) a) && g_ascii_isdigit ((char) b))
             || (g_ascii_isalpha ((char) a) && g_ascii_isalpha ((char) b)));
}

/* Whether what stands from @start to @end is not a part of a longer number or word. */
static gboolean
stands_apart (const Form *form, const char *text, const char *start, const char *end)
{
  const char *last = form->folded + strlen (form->folded);
  gunichar c;

  if (start > text)
    {
      tori_fold_next (g_utf8_prev_char (start), &c);
      if (go_together (c, g_utf8_get_char (form->folded)))
        return FALSE;
    }
  if (*end == '\0')
    return TRUE;
  tori_fold_next (end, &c);
  return !go_together (g_utf8_get_char (g_utf8_prev_char (last)), c);
}

/* Where a form stands first in what follows @from. */
static const char *
find_form (const Form *form, const char *text, const char *from, const char **end)
{
  while (*from != '\0')
    {
      const char *start = tori_fold_find (from, form->folded, end);

      if (start == NULL || !form->apart || stands_apart (form, text, start, *end))
        return start;
      from = g_utf8_next_char (start);
    }
  return NULL;
}

static gboolean
has_word (const Word *word, const char *text)
{
  const char *end;

  for (guint i = 0; i < word->n_forms; i++)
    {
      const Form *form = &word->forms[i];

      if (form->plain ? strstr (text, form->folded) != NULL : find_form (form, text, text, &end) != NULL)
        return TRUE;
    }
  return FALSE;
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
      ToriQueryFound bit = (ToriQueryFound) 1 << i;

      if (!(*found & bit) && has_word (&self->words[i], text))
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
  const char *first = NULL, *longest = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  for (guint i = 0; i < self->n_words; i++)
    for (guint j = 0; j < self->words[i].n_forms; j++)
      {
        const char *stop;
        const char *found = find_form (&self->words[i].forms[j], text, text + from, &stop);

        if (found == NULL || (first != NULL && (found > first || (found == first && stop <= longest))))
          continue;
        first = found;
        longest = stop;
      }
  if (first == NULL)
    return FALSE;
  *start = (gsize) (first - text);
  *end = (gsize) (longest - text);
  return TRUE;
}

/**
 * tori_query_may_match:
 * @self: the query
 * @signature: that of all texts of a record
 *
 * Returns: FALSE when the record has not all words of the query; TRUE when its texts have to be read
 */
gboolean
tori_query_may_match (const ToriQuery *self, const ToriSignature *signature)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < self->n_words; i++)
    {
      const Word *word = &self->words[i];
      gboolean may = FALSE;

      for (guint j = 0; j < word->n_forms && !may; j++)
        may = tori_signature_may_contain (signature, word->forms[j].folded);
      if (!may)
        return FALSE;
    }
  return TRUE;
}
