/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-kinsoku.h"

#include <string.h>

/* The rules of Japanese on the ends of lines (禁則, JIS X 4051), where they ask for more than Unicode's line
 * breaking, which Pango follows: marks that may not begin a line and those that may not end one; and a figure
 * stays together with what it counts, which Unicode lets fall apart. */

/* They do not begin a line. */
static const char no_start[] =
    "、。，．,.・：；:;？！?!゛゜ヽヾゝゞ々〻ー゠‐–〜～％‰%℃°′″"
    "）)〕］]｝}〉》」』】〙〗｠»’”"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "､｡･ｧｨｩｪｫｬｭｮｯｰﾞﾟ｣";

/* They do not end a line. */
static const char no_end[] = "（(〔［[｛{〈《「『【〘〖｟«‘“｢";

/* They stand before a figure. */
static const char before_figure[] = "第△▲±＋－+−￥¥＄$№";

/* They stand between the digits of a figure, or between two figures. */
static const char inside_figure[] = ",.，．／/：:-‐–−－～〜";

/* What is counted in, when it is more than one character. */
static const char *const units[] = {
  "年度",     "年間",   "年目",       "か年",     "ヶ年",         "カ年",         "か月",       "ヶ月",
  "カ月",     "ヵ月",   "箇月",       "か所",     "ヶ所",         "カ所",         "ヵ所",       "箇所",
  "か国",     "日間",   "週間",       "時間",     "分間",         "秒間",         "回目",       "千円",
  "万円",     "十万円", "百万円",     "千万円",   "億円",         "十億円",       "百億円",     "千億円",
  "兆円",     "千人",   "万人",       "千件",     "万件",         "人日",         "世帯",       "団体",
  "施設",     "種類",   "項目",       "事業",     "市町",         "市町村",       "町村",       "つ",
  "ポイント", "ページ", "パーセント", "メートル", "キロメートル", "平方メートル", "ヘクタール", "トン",
  "キロ",     "グラム", "リットル",
};

/* In ems, of a letter or digit; Japanese ones have one. */
#define LATIN_WIDTH 0.6

/* In characters, of the longest unit. */
#define MAX_UNIT 6

static gboolean
is_among (const char *marks, gunichar c)
{
  return c != 0 && g_utf8_strchr (marks, -1, c) != NULL;
}

static gboolean
is_digit (gunichar c)
{
  return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
}

static gboolean
is_word (gunichar c)
{
  return is_digit (c) || (c < 0x80 && g_ascii_isalpha ((char) c)) || (c >= 0xff21 && c <= 0xff3a)
         || (c >= 0xff41 && c <= 0xff5a);
}

static gboolean
is_han (gunichar c)
{
  return c >= 0x4e00 && c <= 0x9fff;
}

/* The character before @at, or 0. */
static gunichar
get_before (const char *text, const char *at)
{
  return at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
}

static gboolean
ends_in_era (const char *text, const char *end)
{
  static const char *const eras[] = { "明治", "大正", "昭和", "平成", "令和" };

  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    {
      gsize length = strlen (eras[i]);

      if ((gsize) (end - text) >= length && memcmp (end - length, eras[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether a figure ends at @end; 元 is one behind the name of an era. */
static gboolean
ends_in_figure (const char *text, const char *end)
{
  gunichar last = get_before (text, end);

  if (is_digit (last))
    return TRUE;
  return last == 0x5143 && ends_in_era (text, g_utf8_prev_char (end));
}

static gboolean
begins_with_figure (const char *text, const char *at)
{
  return is_digit (g_utf8_get_char (at)) || (g_utf8_get_char (at) == 0x5143 && ends_in_era (text, at));
}

/* People write 平成 29 年度, too. */
static const char *
skip_blank (const char *at)
{
  return *at == ' ' ? at + 1 : at;
}

static const char *
skip_blank_before (const char *text, const char *at)
{
  return at > text + 1 && at[-1] == ' ' && at[-2] != ' ' ? at - 1 : at;
}

/* Whether a unit goes from @start beyond @at. */
static gboolean
has_unit (const char *start, const char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (g_str_has_prefix (start, units[i]) && start + strlen (units[i]) > at)
        return TRUE;
    }
  return FALSE;
}

/* Whether @at is inside a unit that stands behind a figure, or right before one. */
static gboolean
splits_unit (const char *text, const char *at)
{
  const char *start = at;

  for (guint k = 0; k < MAX_UNIT; k++)
    {
      if (ends_in_figure (text, skip_blank_before (text, start)))
        return has_unit (start, at);
      if (start == text)
        return FALSE;
      start = g_utf8_prev_char (start);
    }
  return FALSE;
}

/* Whether a line that ends at @at would divide a figure from what belongs to it. */
static gboolean
splits_figure (const char *text, const char *at, gunichar before, gunichar after)
{
  const char *end = skip_blank_before (text, at);
  const char *next = g_utf8_next_char (at);

  if (is_word (before) && is_word (after))
    return TRUE;
  if (ends_in_figure (text, end) && (is_han (after) || is_among (inside_figure, after)))
    return TRUE;
  if (begins_with_figure (text, at))
    return is_among (before_figure, before) || is_among (inside_figure, before) || ends_in_era (text, end);
  /* inside the name of an era that a figure follows */
  if (is_han (before) && is_han (after) && ends_in_era (text, next)
      && begins_with_figure (text, skip_blank (next)))
    return TRUE;
  return splits_unit (text, at);
}

static gboolean
splits_marks (gunichar before, gunichar after)
{
  return is_among (no_start, after) || is_among (no_end, before);
}

/* What decides about @at: the characters on both sides, or FALSE where a line ends in any case. */
static gboolean
get_sides (const char *text, const char *at, gunichar *before, gunichar *after)
{
  *before = get_before (text, at);
  *after = g_utf8_get_char (at);
  return *before != 0 && *after != 0 && *before != '\n' && !g_unichar_isspace (*after);
}

/**
 * tori_kinsoku_forbids:
 * @text: a text
 * @at: a place in it
 *
 * Returns: whether a line should not end at @at
 */
gboolean
tori_kinsoku_forbids (const char *text, const char *at)
{
  gunichar before, after;

  at = skip_blank (at);
  if (!get_sides (text, at, &before, &after))
    return FALSE;
  return splits_marks (before, after) || splits_figure (text, at, before, after);
}

static gboolean
forbids_marks (const char *text, const char *at)
{
  gunichar before, after;

  return get_sides (text, at, &before, &after) && splits_marks (before, after);
}

/* The end of what hangs together from @start on. Returns FALSE, and as much as goes into @room, when that is
 * wider. */
static gboolean
find_end (const char *text,
          const char *start,
          double room,
          gboolean (*forbids) (const char *text, const char *at),
          const char **end)
{
  double width = 0;

  *end = start;
  do
    {
      width += g_utf8_get_char (*end) < 0x2e80 ? LATIN_WIDTH : 1;
      if (width > room)
        return FALSE;
      *end = g_utf8_next_char (*end);
    }
  while (forbids (text, *end));
  return TRUE;
}

/**
 * tori_kinsoku_next:
 * @text: a text
 * @room: how wide a line is, in ems
 * @from: (inout): where to look from, in bytes; set to the beginning of what was found
 * @to: (out): the end of what was found
 *
 * Finds the next piece of the text that should stay in one line. Where a figure with its unit is wider than a
 * line, only the rules about marks hold; and where even what these hold together is wider, as much as fits.
 *
 * Returns: whether there is one
 */
gboolean
tori_kinsoku_next (const char *text, double room, gsize *from, gsize *to)
{
  const char *p = text + *from;

  while (*p != '\0')
    {
      const char *end;

      if (!find_end (text, p, room, tori_kinsoku_forbids, &end))
        find_end (text, p, room, forbids_marks, &end);
      if (end > g_utf8_next_char (p))
        {
          *from = (gsize) (p - text);
          *to = (gsize) (end - text);
          return TRUE;
        }
      p = MAX (end, g_utf8_next_char (p));
    }
  return FALSE;
}
