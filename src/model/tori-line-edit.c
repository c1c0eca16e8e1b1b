/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-line-edit.h"

#include <string.h>

#include "model/tori-line.h"

/* What is done to the lines of a text (format.md, "Lines inside a text") while it is written: bullets go on,
 * move below each other and are put in the order of their months; what comes from other programs is made
 * plain. A text stays a text: what is given back is the text as it would be, and nothing else remembers. */

/* One step of indentation. */
#define STEP "\u3000"

/* --- Single lines --- */

static gboolean
read_line (const char *text, ToriLine *line)
{
  ToriLineIter iter;

  tori_line_iter_init (&iter, text);
  return tori_line_iter_next (&iter, line);
}

/**
 * tori_line_edit_get_next:
 * @line: one line, without its end
 *
 * Returns: (transfer full) (nullable): what the line after it begins with when it is to be another of the
 * same kind: the indentation, and the mark of a bullet; NULL when it is neither a bullet nor indented
 */
char *
tori_line_edit_get_next (const char *line)
{
  ToriLine parts;

  g_return_val_if_fail (line != NULL, NULL);

  if (!read_line (line, &parts) || (parts.kind != TORI_LINE_BULLET && parts.level == 0))
    return NULL;
  return g_strndup (line, parts.kind == TORI_LINE_BULLET ? parts.body_offset : parts.mark_offset);
}

/**
 * tori_line_edit_is_bare:
 * @line: one line, without its end
 *
 * Returns: whether it is a bullet or an indented line in which nothing is written yet
 */
gboolean
tori_line_edit_is_bare (const char *line)
{
  ToriLine parts;

  g_return_val_if_fail (line != NULL, FALSE);

  return read_line (line, &parts) && (parts.kind == TORI_LINE_BULLET || parts.level > 0)
         && parts.body_length == 0;
}

/* --- Indentation --- */

static gsize
get_unit (const char *line)
{
  if (g_str_has_prefix (line, STEP))
    return strlen (STEP);
  return g_str_has_prefix (line, "  ") ? 2 : 0;
}

/* The line with its indentation changed, or NULL when it stays. A line goes one level below the one above at
 * the most, and only what is a bullet or indented already is part of a list. */
static char *
indent_line (const char *line, const ToriLine *parts, int above, int by)
{
  if (parts->kind != TORI_LINE_BULLET && parts->level == 0)
    return NULL;
  if (by > 0)
    return (int) parts->level <= above ? g_strconcat (STEP, line, NULL) : NULL;
  return get_unit (line) > 0 ? g_strdup (line + get_unit (line)) : NULL;
}

/**
 * tori_line_edit_indent:
 * @text: a text
 * @from: a place in it, in bytes
 * @to: another, not before @from
 * @by: 1 for a level deeper, -1 for a level up
 *
 * Moves the lines from one place to the other below the line above them, or back.
 *
 * Returns: (transfer full) (nullable): the text with that done; NULL when none of the lines can be moved
 */
char *
tori_line_edit_indent (const char *text, gsize from, gsize to, int by)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean changed = FALSE;
  int above = -1; /* the level of the line above as it is, so that lines move together */
  ToriLineIter iter;
  ToriLine parts;
  gsize done = 0;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (from <= to && to <= strlen (text), NULL);

  tori_line_iter_init (&iter, text);
  while (tori_line_iter_next (&iter, &parts))
    {
      g_autofree char *line = g_strndup (text + parts.offset, parts.length);
      const gboolean meant = parts.offset <= to && parts.offset + parts.length >= from;
      g_autofree char *moved = meant ? indent_line (line, &parts, above, by) : NULL;

      g_string_append_len (out, text + done, (gssize) (parts.offset - done));
      g_string_append (out, moved == NULL ? line : moved);
      done = parts.offset + parts.length;
      changed = changed || moved != NULL;
      above = (int) parts.level + (by > 0 && moved != NULL ? 1 : 0);
    }
  g_string_append (out, text + done);
  return changed ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/* --- In the order of months --- */

/* A bullet with the lines below it. */
typedef struct
{
  gsize offset, length; /* without the last line's end */
  ToriTime time;
  guint place;
} Bullet;

/* What is in no month comes after what is: at any time, then what says nothing. */
static guint
get_rank (const ToriTime *time)
{
  if (time->kind == TORI_TIME_NONE)
    return 2;
  return time->kind == TORI_TIME_ANY ? 1 : 0;
}

static int
compare_bullets (gconstpointer a, gconstpointer b)
{
  const Bullet *one = a, *other = b;
  const guint ranks[] = { get_rank (&one->time), get_rank (&other->time) };

  if (ranks[0] != ranks[1])
    return ranks[0] < ranks[1] ? -1 : 1;
  if (ranks[0] == 0 && one->time.first != other->time.first)
    return one->time.first < other->time.first ? -1 : 1;
  if (ranks[0] == 0 && one->time.last != other->time.last)
    return one->time.last < other->time.last ? -1 : 1;
  return one->place < other->place ? -1 : 1;
}

/* Writes bullets in order; the line ends between them stay. */
static void
write_bullets (GString *out, const char *text, GArray *bullets)
{
  g_autoptr (GArray) before = g_array_copy (bullets);

  g_array_sort (bullets, compare_bullets);
  for (guint i = 0; i < bullets->len; i++)
    {
      const Bullet *bullet = &g_array_index (bullets, Bullet, i);
      const Bullet *former = &g_array_index (before, Bullet, i);
      const Bullet *next = i + 1 < before->len ? former + 1 : NULL;
      const gsize end = former->offset + former->length;

      g_string_append_len (out, text + bullet->offset, (gssize) bullet->length);
      if (next != NULL)
        g_string_append_len (out, text + end, (gssize) (next->offset - end));
    }
  g_array_set_size (bullets, 0);
}

/**
 * tori_line_edit_sort:
 * @text: a text
 * @from: a place in it, in bytes
 * @to: another, not before @from
 *
 * Puts the bullets of the lines from one place to the other in the order of their months, from April to March
 * (by the first month, then by the last); what is done at any time comes after them, and last what names no
 * time. The lines below a bullet go with it. Headings, groups, paragraphs and empty lines stay where they
 * are; bullets are sorted between them.
 *
 * Returns: (transfer full) (nullable): the text with that done; NULL when that is what it is already
 */
char *
tori_line_edit_sort (const char *text, gsize from, gsize to)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) bullets = g_array_new (FALSE, FALSE, sizeof (Bullet));
  ToriLineIter iter;
  ToriLine parts;
  gsize done = 0; /* what is written, the bullets that are waiting left out */

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (from <= to && to <= strlen (text), NULL);

  tori_line_iter_init (&iter, text);
  while (tori_line_iter_next (&iter, &parts))
    {
      const gsize end = parts.offset + parts.length;
      const gboolean meant = parts.offset <= to && end >= from;
      Bullet *last = bullets->len == 0 ? NULL : &g_array_index (bullets, Bullet, bullets->len - 1);

      if (meant && parts.level == 0 && parts.kind == TORI_LINE_BULLET)
        {
          const Bullet bullet = { parts.offset, parts.length, parts.time, bullets->len };

          if (last == NULL)
            g_string_append_len (out, text + done, (gssize) (parts.offset - done));
          g_array_append_val (bullets, bullet);
        }
      else if (parts.level > 0 && last != NULL)
        last->length = end - last->offset;
      else
        {
          if (last == NULL)
            g_string_append_len (out, text + done, (gssize) (parts.offset - done));
          else
            {
              const gsize room = last->offset + last->length;

              write_bullets (out, text, bullets);
              g_string_append_len (out, text + room, (gssize) (parts.offset - room));
            }
          g_string_append_len (out, text + parts.offset, (gssize) parts.length);
        }
      done = end;
    }
  write_bullets (out, text, bullets);
  g_string_append (out, text + done);
  return g_str_equal (out->str, text) ? NULL : g_string_free (g_steal_pointer (&out), FALSE);
}

/* --- What comes from other programs --- */

/* The signs that word processors put before the items of a list; those of the Symbol font are in Unicode's
 * private area. */
static const char bullet_signs[] = "・･•·∙●◦‣⁃▪■◆➢✓*-–\uf0b7\uf0a7\uf0d8\uf06c\uf0fc";

/* Letters that are such a sign before a tab: what the signs of the Wingdings font are when it is lost. */
static const char bullet_letters[] = "olnuØü§";

/* Takes a sign and the blank behind it off the front. */
static gboolean
skip_bullet (const char **at)
{
  const gunichar sign = g_utf8_get_char (*at);
  const char *behind = g_utf8_next_char (*at);

  if (sign == 0 || (*behind != '\t' && *behind != ' '))
    return FALSE;
  if (g_utf8_strchr (bullet_signs, -1, sign) == NULL
      && !(*behind == '\t' && g_utf8_strchr (bullet_letters, -1, sign) != NULL))
    return FALSE;
  while (*behind == '\t' || *behind == ' ')
    behind++;
  *at = behind;
  return TRUE;
}

static gboolean
is_invisible (gunichar c)
{
  return c == 0x200b || c == 0xfeff || c == 0x00ad || c == 0x2060;
}

/* One line without what only looks: a tab is a step of indentation or a blank, which are the same. */
static void
append_clean (GString *out, const char *line)
{
  const char *at = line;

  for (; *at == '\t'; at++)
    g_string_append (out, STEP);
  if (skip_bullet (&at))
    g_string_append (out, "・");
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (c == '\t')
        g_string_append (out, STEP);
      else if (c == 0x00a0)
        g_string_append_c (out, ' ');
      else if (!is_invisible (c))
        g_string_append_unichar (out, c);
    }
}

/* Blanks in front of it are left over from something that was laid out. */
static void
append_line_end (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

/* A cell of several lines comes out of a spreadsheet in quotation marks, with those inside of it doubled, and
 * with the end of its row. */
static void
take_out_of_cell (GString *text)
{
  gsize length = text->len;

  while (length > 0 && text->str[length - 1] == '\n')
    length--;
  if (length < 3 || text->str[0] != '"' || text->str[length - 1] != '"'
      || memchr (text->str, '\n', length) == NULL)
    return;
  for (gsize i = 1; i < length - 1; i++)
    if (text->str[i] == '"' && text->str[++i] != '"')
      return;
  g_string_truncate (text, length - 1);
  g_string_erase (text, 0, 1);
  g_string_replace (text, "\"\"", "\"", 0);
}

/**
 * tori_line_edit_clean:
 * @text: what was copied in another program
 *
 * Makes plain lines of it: their ends are LF, the signs of lists are ・, tabs before a list's sign and within
 * lines are ideographic spaces, and nothing invisible is left. A cell of a spreadsheet loses its quotation
 * marks. All other characters stay as they are; words without a line end or a tab, which an input method may
 * have committed, always do.
 *
 * Returns: (transfer full): the lines
 */
char *
tori_line_edit_clean (const char *text)
{
  g_autoptr (GString) plain = NULL;
  g_auto (GStrv) lines = NULL;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  plain = g_string_new (text);
  g_string_replace (plain, "\r\n", "\n", 0);
  g_string_replace (plain, "\r", "\n", 0);
  g_string_replace (plain, "\v", "\n", 0);
  g_string_replace (plain, "\u2028", "\n", 0);
  g_string_replace (plain, "\u2029", "\n", 0);
  if (strpbrk (plain->str, "\n\t") == NULL)
    return g_string_free (g_steal_pointer (&plain), FALSE);
  take_out_of_cell (plain);
  lines = g_strsplit (plain->str, "\n", -1);
  out = g_string_sized_new (plain->len);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        append_line_end (out);
      append_clean (out, lines[i]);
    }
  return g_string_free (out, FALSE);
}
