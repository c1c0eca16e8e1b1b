/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "model/tori-line.h"

static char *
slice (const char *text, gsize offset, gsize length)
{
  return g_strndup (text + offset, length);
}

/* The lines of a text in short: "kind level mark|body|time", one a line. */
static char *
describe (const char *text)
{
  static const char kinds[] = { 'p', 'h', 'g', 'b', 'f', 'n' };
  GString *out = g_string_new (NULL);
  ToriLineIter iter;
  ToriLine line;

  tori_line_iter_init (&iter, text);
  while (tori_line_iter_next (&iter, &line))
    {
      g_autofree char *mark = slice (text, line.mark_offset, line.body_offset - line.mark_offset);
      g_autofree char *body = slice (text, line.body_offset, line.body_length);
      g_autofree char *time = slice (text, line.time.offset, line.time.length);

      g_assert_cmpuint (line.mark_offset, >=, line.offset);
      g_assert_cmpuint (line.body_offset + line.body_length, <=, line.offset + line.length);
      g_string_append_printf (out, "%c%u %s|%s|%s\n", kinds[line.kind], line.level, mark, body, time);
    }

  return g_string_free (out, FALSE);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *text;
    const char *lines;
  } cases[] = {
    { "", "" },
    { "\n", "p0 ||\n" },
    { "駅前で説明", "p0 |駅前で説明|\n" },
    { "駅前で説明\n", "p0 |駅前で説明|\n" },
    { "一\r\n二\r\n", "p0 |一|\np0 |二|\n" },
    { "一\n\n二", "p0 |一|\np0 ||\np0 |二|\n" },
    { "<窓口>", "h0 <|窓口|\n" },
    { "＜窓口＞", "h0 ＜|窓口|\n" },
    { "＜窓口>", "h0 ＜|窓口|\n" },
    { "<窓口＞", "h0 <|窓口|\n" },
    { "<>", "h0 <||\n" },
    { "<", "p0 |<|\n" },
    { "＜", "p0 |＜|\n" },
    { "<窓口> 等", "p0 |<窓口> 等|\n" },
    { "○窓口について、", "g0 ○|窓口について、|\n" },
    { "・窓口の案内", "b0 ・|窓口の案内|\n" },
    { "※別紙を参照", "n0 ※|別紙を参照|\n" },
    { "【平成28年度】12件", "f0 |【平成28年度】12件|\n" },
    { "【平成28年度", "p0 |【平成28年度|\n" },
    { " ・一", "p0 | ・一|\n" },
    { "・一\n　二\n　・三\n　　四\n　五\n六\n  七\n",
      "b0 ・|一|\np1 |二|\nb1 ・|三|\np2 |四|\np1 |五|\np0 |六|\np1 |七|\n" },
    /* One level below the line above, however deep the indentation. */
    { "・一\n　　　二\n　　　三\n　四", "b0 ・|一|\np1 |二|\np1 |三|\np1 |四|\n" },
    { "・一\n　\n　二", "b0 ・|一|\np1 ||\np1 |二|\n" },
    { "一\n　二\n　　三\n　　　四\n　　　　五\n　　　　　六\n　　　　　　七\n　　　　　　　八\n　　　　　　　"
      "　九\n"
      "　　　　　　　　　十\n　終",
      "p0 |一|\np1 |二|\np2 |三|\np3 |四|\np4 |五|\np5 |六|\np6 |七|\np7 |八|\np8 |九|\np8 |十|\np1 |終|\n" },
    { "・配布(5月)\n配布(5月)\n○配布(5月)\n【数】(5月)\n※配布(5月)\n　配布(5月)\n　※配布(5月)",
      "b0 ・|配布(5月)|(5月)\np0 |配布(5月)|\ng0 ○|配布(5月)|\nf0 |【数】(5月)|\nn0 ※|配布(5月)|\n"
      "p1 |配布(5月)|(5月)\nn1 ※|配布(5月)|(5月)\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = describe (cases[i].text);

      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

static void
test_times (void)
{
  static const struct
  {
    const char *line;
    ToriTimeKind kind;
    guint first, last, months;
    const char *parenthesis;
  } cases[] = {
    { "・調整(7月)", TORI_TIME_MONTH, 3, 3, 0x008, "(7月)" },
    { "・調整（７月）", TORI_TIME_MONTH, 3, 3, 0x008, "（７月）" },
    { "・調整(4月)", TORI_TIME_MONTH, 0, 0, 0x001, "(4月)" },
    { "・調整(3月)", TORI_TIME_MONTH, 11, 11, 0x800, "(3月)" },
    { "・調整( 12 月 )を終えた", TORI_TIME_MONTH, 8, 8, 0x100, "( 12 月 )" },
    { "・調整(4月～6月)", TORI_TIME_RANGE, 0, 2, 0x007, "(4月～6月)" },
    { "・調整(4〜6月)", TORI_TIME_RANGE, 0, 2, 0x007, "(4〜6月)" },
    { "・調整(4月-6月)", TORI_TIME_RANGE, 0, 2, 0x007, "(4月-6月)" },
    { "・調整（１０月～１月）", TORI_TIME_RANGE, 6, 9, 0x3c0, "（１０月～１月）" },
    { "・調整(5月～3月)", TORI_TIME_RANGE, 1, 11, 0xffe, "(5月～3月)" },
    { "・調整(8月、11月)", TORI_TIME_LIST, 4, 7, 0x090, "(8月、11月)" },
    { "・調整(5・6月)", TORI_TIME_LIST, 1, 2, 0x006, "(5・6月)" },
    { "・入札(7月、9月、10月、1月)", TORI_TIME_LIST, 3, 9, 0x268, "(7月、9月、10月、1月)" },
    { "・調整(4月～6月、10月)", TORI_TIME_LIST, 0, 6, 0x047, "(4月～6月、10月)" },
    { "・掲載(通年)", TORI_TIME_ALL_YEAR, 0, 11, 0xfff, "(通年)" },
    { "・掲載（ 随時 ）", TORI_TIME_ANY, 0, 0, 0, "（ 随時 ）" },
    { "　研修(4回・103名受講)(4月)", TORI_TIME_MONTH, 0, 0, 0x001, "(4月)" },
    { "・手引き(仮称)」(2月)を作成", TORI_TIME_MONTH, 10, 10, 0x400, "(2月)" },
    { "・研修（4月) 等", TORI_TIME_MONTH, 0, 0, 0x001, "（4月)" },
    /* none */
    { "・研修(4月)(4回・103名受講)", TORI_TIME_NONE, 0, 0, 0, "" },
    { "・研修((4月))", TORI_TIME_NONE, 0, 0, 0, "" },
    { "　研修所(津)", TORI_TIME_NONE, 0, 0, 0, "" },
    { "・基本方針(平成28年12月改定)", TORI_TIME_NONE, 0, 0, 0, "" },
    { "・調整(2月～5月)", TORI_TIME_NONE, 0, 0, 0, "" },
    { "・調整(13月)", TORI_TIME_NONE, 0, 0, 0, "" },
    { "・調整(0月)", TORI_TIME_NONE, 0, 0, 0, "" },
    { "・調整(4)", TORI_TIME_NONE, 0, 0, 0, "" },
    { "・調整(4月、5)", TORI_TIME_NONE, 0, 0, 0, "" },
    { "・調整(4月、)", TORI_TIME_NONE, 0, 0, 0, "" },
    { "・調整(4月～)", TORI_TIME_NONE, 0, 0, 0, "" },
    { "・調整(4月5月)", TORI_TIME_NONE, 0, 0, 0, "" },
    { "・調整(112月)", TORI_TIME_NONE, 0, 0, 0, "" },
    { "・調整(通年予定)", TORI_TIME_NONE, 0, 0, 0, "" },
    { "・調整()", TORI_TIME_NONE, 0, 0, 0, "" },
    { "・調整4月)", TORI_TIME_NONE, 0, 0, 0, "" },
    { "・調整(4月", TORI_TIME_NONE, 0, 0, 0, "" },
    { "調整(4月)", TORI_TIME_NONE, 0, 0, 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* A line before it, so that offsets are seen to count from the beginning of the text. */
      g_autofree char *text = g_strconcat ("○前\n", cases[i].line, "\n後(4月)", NULL);
      g_autofree char *parenthesis = NULL;
      ToriLineIter iter;
      ToriLine line;

      tori_line_iter_init (&iter, text);
      g_assert_true (tori_line_iter_next (&iter, &line));
      g_assert_true (tori_line_iter_next (&iter, &line));
      parenthesis = slice (text, line.time.offset, line.time.length);
      g_assert_cmpint (line.time.kind, ==, cases[i].kind);
      g_assert_cmpuint (line.time.first, ==, cases[i].first);
      g_assert_cmpuint (line.time.last, ==, cases[i].last);
      g_assert_cmphex (line.time.months, ==, cases[i].months);
      g_assert_cmpstr (parenthesis, ==, cases[i].parenthesis);
    }
}

/* Lines and line ends together are the whole text: nothing that somebody wrote can be left out by a reader.
 */
static void
test_covers_all (void)
{
  static const char *const pieces[] = { "・", "　", "  ",    "\n",       "\n\n", "○",  "※", "【", "】",
                                        "<",  "＞", "(4月)", "（通年）", "窓口", "～", ")", "(" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20170401);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      ToriLineIter iter;
      ToriLine line;
      gsize end = 0;

      for (int n = g_rand_int_range (random, 0, 40); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);

      tori_line_iter_init (&iter, text->str);
      while (tori_line_iter_next (&iter, &line))
        {
          g_assert_cmpuint (line.offset, ==, end);
          g_assert_cmpuint (line.level, <=, TORI_LINE_MAX_LEVEL);
          g_assert_true (g_utf8_validate (text->str + line.body_offset, (gssize) line.body_length, NULL));
          end = line.offset + line.length;
          end += text->str[end] == '\n';
        }
      g_assert_cmpuint (end, ==, text->len);
    }
}

/* The texts of a plan file in canonical form, each a line of its own there. */
static void
count_times (const char *path, guint *times, guint *crossing)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *value = g_str_has_prefix (g_strstrip (lines[i]), "\"text\": \"") ? lines[i] + 9 : NULL;
      g_autofree char *text = value != NULL ? g_strcompress (value) : NULL;
      ToriLineIter iter;
      ToriLine line;

      if (text == NULL)
        continue;
      tori_line_iter_init (&iter, text);
      while (tori_line_iter_next (&iter, &line))
        {
          *times += line.time.kind != TORI_TIME_NONE;
          *crossing += line.time.kind == TORI_TIME_RANGE && line.time.first < 9 && line.time.last >= 9;
        }
    }
}

static void
test_real_plan (void)
{
  g_auto (GStrv) paths = g_strsplit (g_getenv ("TORIKUMI_PLANS") ? g_getenv ("TORIKUMI_PLANS") : "", ":", -1);
  gboolean found = FALSE;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      guint times = 0, crossing = 0;
      g_autofree char *contents = NULL;

      if (!g_file_get_contents (paths[i], &contents, NULL, NULL)
          || strstr (contents, "\"id\": \"mie-gyouzaisei-2\"") == NULL)
        continue;
      found = TRUE;
      count_times (paths[i], &times, &crossing);
      g_assert_cmpuint (times, ==, 69);
      g_assert_cmpuint (crossing, ==, 6);
    }

  if (!found)
    g_test_skip ("TORIKUMI_PLANS does not name the real plan");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/line/kinds", test_kinds);
  g_test_add_func ("/line/times", test_times);
  g_test_add_func ("/line/covers-all", test_covers_all);
  g_test_add_func ("/line/real-plan", test_real_plan);

  return g_test_run ();
}
