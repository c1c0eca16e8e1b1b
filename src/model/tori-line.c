/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "model/tori-line.h"

#include <string.h>

/* The lines of a text and what they mean (format.md, "Lines inside a text"). Nothing is copied and nothing in
 * the text is changed: a line says where its parts lie. */

/* A stretch of text that is read from the front. */
typedef struct
{
  const char *at;
  const char *end;
} Span;

static gunichar
peek (const Span *span)
{
  return span->at < span->end ? g_utf8_get_char (span->at) : 0;
}

static gboolean
take (Span *span, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (span->end - span->at) < length || memcmp (span->at, word, length) != 0)
    return FALSE;
  span->at += length;

  return TRUE;
}

static gboolean
take_any (Span *span, const char *characters)
{
  gunichar c = peek (span);

  if (c == 0 || g_utf8_strchr (characters, -1, c) == NULL)
    return FALSE;
  span->at = g_utf8_next_char (span->at);

  return TRUE;
}

static void
skip_spaces (Span *span)
{
  while (take_any (span, " \u3000"))
    ;
}

/* --- Time --- */

/* A number from 1 to 12, with 月 after it or not; gives its place in the fiscal year. */
static gboolean
take_month (Span *span, guint *month, gboolean *named)
{
  int number = 0;

  skip_spaces (span);
  for (guint n = 0; n < 2 && g_unichar_digit_value (peek (span)) >= 0; n++)
    {
      number = number * 10 + g_unichar_digit_value (peek (span));
      span->at = g_utf8_next_char (span->at);
    }
  if (number < 1 || number > 12)
    return FALSE;

  *month = (guint) (number + 8) % 12;
  skip_spaces (span);
  *named = take (span, "月");
  skip_spaces (span);

  return TRUE;
}

/* 8月、11月 or 4～6月: months and ranges of months with commas between; a 月 may be left to the last of them.
 * A range that would run over the end of the fiscal year is no time, for no year's entry can mean it. */
static gboolean
read_months (Span span, ToriTime *time)
{
  guint n_items = 0, months = 0;
  gboolean named = FALSE, range = FALSE;

  do
    {
      guint from, to;

      if (!take_month (&span, &from, &named))
        return FALSE;
      to = from;
      if (take_any (&span, "～〜~-－‐–—―−ー"))
        {
          if (!take_month (&span, &to, &named) || to < from)
            return FALSE;
          range = TRUE;
        }
      for (guint month = from; month <= to; month++)
        months |= 1u << month;
      n_items++;
    }
  while (take_any (&span, "、，,・･"));

  if (!named || span.at != span.end)
    return FALSE;

  time->kind = n_items > 1 ? TORI_TIME_LIST : range ? TORI_TIME_RANGE : TORI_TIME_MONTH;
  time->months = months;
  time->first = (guint) g_bit_nth_lsf (months, -1);
  time->last = (guint) g_bit_nth_msf (months, -1);

  return TRUE;
}

static gboolean
is_word (Span span, const char *word)
{
  skip_spaces (&span);
  if (!take (&span, word))
    return FALSE;
  skip_spaces (&span);

  return span.at == span.end;
}

/* The last parenthesis of a line together with those inside it. */
static gboolean
find_last_parenthesis (Span line, Span *found)
{
  guint depth = 0;

  for (const char *p = line.end; p > line.at;)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (c == ')' || c == 0xff09)
        {
          if (depth++ == 0)
            found->end = g_utf8_next_char (p);
        }
      else if ((c == '(' || c == 0xff08) && depth > 0 && --depth == 0)
        {
          found->at = p;
          return TRUE;
        }
    }

  return FALSE;
}

static void
read_time (const char *text, Span line, ToriTime *time)
{
  Span parenthesis = { NULL, NULL };
  Span inside;

  if (!find_last_parenthesis (line, &parenthesis))
    return;

  inside.at = g_utf8_next_char (parenthesis.at);
  inside.end = g_utf8_prev_char (parenthesis.end);
  if (is_word (inside, "通年"))
    *time = (ToriTime){ .kind = TORI_TIME_ALL_YEAR, .first = 0, .last = 11, .months = 0xfff };
  else if (is_word (inside, "随時"))
    *time = (ToriTime){ .kind = TORI_TIME_ANY };
  else if (!read_months (inside, time))
    return;

  time->offset = (gsize) (parenthesis.at - text);
  time->length = (gsize) (parenthesis.end - parenthesis.at);
}

/* --- Kind and level --- */

/* Takes the indentation; each ideographic space or pair of spaces is one step. */
static guint
take_indent (Span *span)
{
  guint steps = 0;

  while (take (span, "\u3000") || take (span, "  "))
    steps++;

  return steps;
}

/* A line is one level below the nearest line above it that is indented less, however wide the step between
 * them. */
static guint
find_level (ToriLineIter *iter, guint indent)
{
  while (iter->level > 0 && iter->indents[iter->level - 1] > indent)
    iter->level--;
  if (indent > 0 && (iter->level == 0 || iter->indents[iter->level - 1] < indent)
      && iter->level < TORI_LINE_MAX_LEVEL)
    iter->indents[iter->level++] = indent;

  return iter->level;
}

/* Takes the mark off the front (and a heading's bracket off the end) and says what it means. */
static ToriLineKind
take_mark (Span *span)
{
  Span inner = *span;

  if (take_any (&inner, "<＜") && inner.end > inner.at)
    {
      const char *last = g_utf8_prev_char (inner.end);

      if (*last == '>' || g_utf8_get_char (last) == 0xff1e)
        {
          *span = (Span){ inner.at, last };
          return TORI_LINE_HEADING;
        }
    }
  if (take (span, "○"))
    return TORI_LINE_GROUP;
  if (take (span, "・"))
    return TORI_LINE_BULLET;
  if (take (span, "※"))
    return TORI_LINE_NOTE;
  inner = *span;
  if (take (&inner, "【") && g_strstr_len (inner.at, inner.end - inner.at, "】") != NULL)
    return TORI_LINE_FIGURE;

  return TORI_LINE_PARAGRAPH;
}

/**
 * tori_line_iter_init:
 * @iter: the place of reading
 * @text: valid UTF-8 that stays as it is while lines are read
 */
void
tori_line_iter_init (ToriLineIter *iter, const char *text)
{
  g_return_if_fail (iter != NULL);
  g_return_if_fail (text != NULL);

  iter->text = text;
  iter->at = 0;
  iter->level = 0;
}

/**
 * tori_line_iter_next:
 * @iter: the place of reading
 * @line: (out caller-allocates): the next line
 *
 * A line ends with LF or CR LF; what follows the last one is a line only when it is not empty. Bullets and
 * indented lines may have a time, the others never do.
 *
 * Returns: %FALSE when there is no further line
 */
gboolean
tori_line_iter_next (ToriLineIter *iter, ToriLine *line)
{
  const char *start = iter->text + iter->at;
  Span span = { start, strchrnul (start, '\n') };

  if (*start == '\0')
    return FALSE;

  iter->at = (gsize) (span.end - iter->text) + (*span.end == '\n');
  if (span.end > start && span.end[-1] == '\r')
    span.end--;

  *line = (ToriLine){ .offset = (gsize) (start - iter->text), .length = (gsize) (span.end - start) };
  line->level = find_level (iter, take_indent (&span));
  line->mark_offset = (gsize) (span.at - iter->text);
  line->kind = take_mark (&span);
  line->body_offset = (gsize) (span.at - iter->text);
  line->body_length = (gsize) (span.end - span.at);
  if (line->kind == TORI_LINE_BULLET || line->level > 0)
    read_time (iter->text, span, &line->time);

  return TRUE;
}
