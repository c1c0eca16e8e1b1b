/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "report/tori-kinsoku.h"
#include "report/tori-report.h"
#include "report/tori-typesetter.h"
#include "storage/tori-codec.h"
#include "support/tori-test-data.h"

/* 禁則: what may not begin a line, what may not end one, and what stays in one piece. */

static const char no_start[] = "、。，．・ー々％）」』】〕ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
static const char no_end[] = "（「『【〔";

static gboolean
is_among (const char *marks, gunichar c)
{
  return g_utf8_strchr (marks, -1, c) != NULL;
}

/* The rules themselves: a line may end at "/", and not at "|". */
static void
test_rules (void)
{
  static const char *const texts[] = {
    "申/請/を",
    "行|、/次",
    "（|あ|）|、/い",
    "チ|ャ/レ/ン/ジ",
    "1|,|2|3|4|件/の",
    "5|,|7|5|5|件/（|0|.|9|%|）/を",
    "令|和|5|年|度/の/取",
    "令|和|元|年|度/末",
    "平|成|3|0|年|度|。",
    "1|0|月|～|2|月/に",
    "(|4|月|～|6|月|)/と",
    "延/べ/1|2|か|月/間",
    "3|百|万|円/増",
    "第|２|次/計",
    "１|０|ポ|イ|ン|ト/減",
    "△|3|.|5|％/の",
    "Ａ|Ｉ|・/Ｒ|Ｐ|Ａ/の",
    "平|成| |2|9| |年|度/に",
    "I|C|T/ /対/応",
    "元/気/な",
    "和/元/年",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) plain = g_string_new (texts[i]);
      const char *p = texts[i];
      const char *at;

      g_string_replace (plain, "/", "", 0);
      g_string_replace (plain, "|", "", 0);
      at = plain->str;
      g_assert_false (tori_kinsoku_forbids (plain->str, at));
      while (*at != '\0')
        {
          g_autofree char *place = NULL;

          p = g_utf8_next_char (p);
          at = g_utf8_next_char (at);
          place = g_strndup (plain->str, (gsize) (at - plain->str));
          if (*p == '/' || *p == '|')
            {
              g_test_message ("%s", place);
              g_assert_cmpint (tori_kinsoku_forbids (plain->str, at), ==, *p == '|');
              p++;
            }
        }
    }
}

/* Random texts */

static const char *const words[] = {
  "窓口",
  "手続",
  "の",
  "を",
  "に",
  "人々",
  "佐々木",
  "チャット",
  "キャッシュレス",
  "ゎ",
  "データ",
  "サーバー",
  "ヴァージョン",
  "申請",
  "しました",
  "っている",
  "見直し",
  "市町",
  "ー",
  "、",
  "。",
  "，",
  "．",
  "・",
  "」、",
  "）。",
  "（",
  "「",
  "『",
  "』",
  "【",
  "】",
  "〔",
  "〕",
  "％",
  "ヶ丘",
  "AI",
  "RPA",
  "Wi-Fi",
  "incomprehensible",
  "a few",
  "ぁぃぅぇぉ",
  "ァィゥェォ",
  "ヵヶヮ",
  "\u3000次",
};

/* They stay whole. */
static const char *const pieces[] = {
  "1,234件",        "5,755件", "0.9%",  "令和5年度", "平成29年度", "10月～2月",  "12か月", "第3回",
  "１２，３４５人", "98.5％",  "3時間", "2百万円",   "2018年",     "50ポイント", "ICT",    "ＩＣＴ",
};

typedef struct
{
  GString *text;
  GArray *ends; /* gsize: after each word and each piece */
} Text;

static Text
create_text (GRand *rand)
{
  Text text = { g_string_new ("文"), g_array_new (FALSE, FALSE, sizeof (gsize)) };
  int n = g_rand_int_range (rand, 1, 60);

  for (int i = 0; i < n; i++)
    {
      gboolean piece = g_rand_int_range (rand, 0, 5) == 0;

      if (piece)
        g_string_append (text.text, "で"); /* which parts it from figures and letters before it */
      g_array_append_val (text.ends, text.text->len);
      g_string_append (text.text, piece ? pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]
                                        : words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      if (piece)
        {
          g_array_append_val (text.ends, text.text->len);
          g_string_append (text.text, "と");
        }
    }
  return text;
}

static gboolean
is_piece (const Text *text, guint i)
{
  gsize from = g_array_index (text->ends, gsize, i);
  gsize length = g_array_index (text->ends, gsize, i + 1) - from;

  for (guint k = 0; k < G_N_ELEMENTS (pieces); k++)
    {
      if (strlen (pieces[k]) == length && memcmp (text->text->str + from, pieces[k], length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A line ends at @offset of the text. */
static void
check_end (const Text *text, gsize offset, double width)
{
  const char *at = text->text->str + offset;
  gunichar before = g_utf8_get_char (g_utf8_prev_char (at));

  g_test_message ("%g: %.*s|%s", width, (int) offset, text->text->str, at);
  g_assert_false (is_among (no_start, g_utf8_get_char (at)));
  g_assert_false (is_among (no_end, before));
  for (guint i = 0; i + 1 < text->ends->len; i++)
    {
      if (g_array_index (text->ends, gsize, i) < offset && offset < g_array_index (text->ends, gsize, i + 1))
        g_assert_false (is_piece (text, i));
    }
}

/* How many marks and words hang together at most that cannot be divided, in ems. */
static gboolean
has_long_chain (const char *text, double room)
{
  gsize from = 0, to;

  while (tori_kinsoku_next (text, G_MAXDOUBLE, &from, &to))
    {
      if ((double) g_utf8_strlen (text + from, (gssize) (to - from)) > room)
        return TRUE;
      from = to;
    }
  return FALSE;
}

/* Always the same texts: now and then chance heaps up marks that no line can hold. */
static void
test_random (void)
{
  GRand *rand = g_rand_new_with_seed (1);
  ToriTypesetter *typesetter = tori_typesetter_new (10, NULL);
  guint n_checked = 0;

  for (guint n = 0; n < 400; n++)
    {
      Text text = create_text (rand);
      double width = g_rand_double_range (rand, 40, 400);
      ToriMeasure measure = { width, n % 3 == 0 ? 10 : 0 };
      g_autoptr (ToriArena) arena = tori_arena_new ();
      g_autoptr (GPtrArray) lines = g_ptr_array_new ();
      g_autoptr (GString) joined = g_string_new (NULL);

      tori_typesetter_set (typesetter, arena, TORI_STYLE_BODY, &measure, text.text->str, -1, lines);
      for (guint i = 0; i < lines->len; i++)
        {
          g_autofree char *line = tori_set_line_dup_text (g_ptr_array_index (lines, i));

          if (i > 0 && !has_long_chain (text.text->str, 0.9 * (width - 10) / 10))
            {
              check_end (&text, joined->len, width);
              n_checked++;
            }
          g_string_append (joined, line);
          g_assert_cmpfloat (tori_set_line_get_x (g_ptr_array_index (lines, i))
                                 + tori_set_line_get_width (g_ptr_array_index (lines, i)),
                             <=, width + 0.05);
        }
      g_assert_cmpstr (joined->str, ==, text.text->str);
      g_string_free (text.text, TRUE);
      g_array_unref (text.ends);
    }
  g_assert_cmpuint (n_checked, >, 500);
  g_rand_free (rand);
  tori_typesetter_free (typesetter);
}

/* What is wider than a line is divided, by its marks if that helps, and nothing runs out of the line. */
static void
test_too_wide (void)
{
  static const char text[] = "（「『123,456,789,012百万円』」）、1,234,567,890件";
  ToriTypesetter *typesetter = tori_typesetter_new (10, NULL);

  for (double width = 11; width < 200; width += 3)
    {
      ToriMeasure measure = { width };
      g_autoptr (ToriArena) arena = tori_arena_new ();
      g_autoptr (GPtrArray) lines = g_ptr_array_new ();

      tori_typesetter_set (typesetter, arena, TORI_STYLE_BODY, &measure, text, -1, lines);
      for (guint i = 0; i < lines->len; i++)
        {
          const ToriSetLine *line = g_ptr_array_index (lines, i);
          g_autofree char *words_of_line = tori_set_line_dup_text (line);

          g_assert_cmpfloat (tori_set_line_get_width (line), <=, width + 0.05);
          if (i > 0 && width >= 50)
            g_assert_false (is_among (no_start, g_utf8_get_char (words_of_line)));
        }
    }
  tori_typesetter_free (typesetter);
}

/* Whole reports */

static void
check_line (const ToriPageLine *line, gpointer user_data)
{
  guint *n = user_data;
  gunichar first = g_utf8_get_char (line->text);
  gsize length = strlen (line->text);
  gboolean narrow = line->cell_width < 5 * line->height;

  if (length == 0 || narrow)
    return;
  g_test_message ("%s", line->text);
  /* A bullet begins a paragraph. */
  g_assert_false (first != 0x30fb && is_among (no_start, first));
  g_assert_false (is_among (no_end, g_utf8_get_char (g_utf8_prev_char (line->text + length))));
  ++*n;
}

static void
check_plan (ToriPlan *plan)
{
  static const double sizes[] = { 0, 6, 10.5, 14 };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const ToriReportOptions options = { .font_size = sizes[i], .portrait = i == 1 };
      g_autoptr (ToriPages) pages = tori_report_lay_out (plan, &options, NULL);

      for (guint page = 0; page < tori_pages_get_n_pages (pages); page++)
        tori_pages_foreach_line (pages, page, check_line, &n);
    }
  g_assert_cmpuint (n, >, 10);
}

static void
test_plans (void)
{
  g_auto (GStrv) paths = tori_test_list_plans ();

  for (guint i = 0; paths[i] != NULL; i++)
    {
      gsize length;
      g_autofree char *text = tori_test_read (paths[i], &length);
      g_autoptr (GError) error = NULL;
      g_autoptr (ToriPlan) plan = tori_codec_decode (text, length, &error);

      g_assert_no_error (error);
      check_plan (plan);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/kinsoku/rules", test_rules);
  g_test_add_func ("/kinsoku/random", test_random);
  g_test_add_func ("/kinsoku/too-wide", test_too_wide);
  g_test_add_func ("/kinsoku/plans", test_plans);
  return g_test_run ();
}
