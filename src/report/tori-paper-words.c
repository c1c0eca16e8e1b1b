/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-paper-words.h"

#include <glib/gi18n-lib.h>

/* The fixed words of paper: headings of columns, marks and labels. They speak the language of the document
 * and not that of whoever prints it: a table for the assembly of a Japanese city is Japanese, also when it is
 * written by a program whose windows are English, or by a command in no locale at all, and it is the same to
 * the byte. gettext can only speak one language at a time, so the words stand here in both. */

typedef struct
{
  const char *english;
  const char *japanese;
} Word;

/* clang-format off */
static const Word words[] = {
  { "No.", "番号" },
  { "Initiative", "具体的な取組" },
  { "Schedule", "工程" },
  { "Item", "取組項目" },
  { "Actions taken in %s", "%s 取組実績" },
  { "Rating", "評価" },
  { "Status", "取組状況" },
  { "Results and issues, next steps", "成果と課題、今後の方向性等" },
  { "In charge", "担当課" },
  { "Not assessed", "未記入" },
  { " (continued)", "（つづき）" },
  { "There are no initiatives here in this year.", "この年度の取組はありません。" },
  { "<%s>", "＜%s＞" },
  { ", ", "、" },
  { "%s (%s)", "%s（%s）" },
  { "Others: %s", "他課担当：%s" },
  { "Attachment %d: %s", "別紙%d　%s" },
  { "[Indicator] %s: target %s, actual %s", "【指標】%s　目標値 %s、実績値 %s" },
  { "[Indicator] %s: baseline %s, target %s, actual %s", "【指標】%s　基準値 %s、目標値 %s、実績値 %s" },
  { "merged into No. %s, %s", "No.%s「%s」に統合" },
  { "%s (listed again; see %s %s)", "%s（再掲：%s%s）" },
  { "Legend", "凡例" },
  { "as of %s", "%s現在" },
  { "planned", "計画" },
  { "revised", "変更後" },
  { "actual", "実績" },
  { "In charge of", "担当の範囲" },
  { "Whole initiatives", "取組全体を担当" },
  { "Topics of initiatives", "取組の一部を担当" },
  { "Total", "計" },
  { "{title}: results of {year} by initiative", "{year}「{title}」取組状況" },
};
/* clang-format on */

/* Kana, or a character of Chinese origin. */
static gboolean
has_japanese (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (text));

      if (script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA
          || script == G_UNICODE_SCRIPT_KATAKANA)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_japanese (ToriPlan *plan)
{
  if (has_japanese (tori_plan_get_title (plan)) || has_japanese (tori_plan_get_organization (plan)))
    return TRUE;
  if (*tori_plan_get_title (plan) != '\0')
    return FALSE;
  /* Translators: the language of printed reports of a plan without a title: "ja" for Japanese, else "en". */
  return g_str_equal (C_ ("language of paper", "en"), "ja");
}

/**
 * tori_paper_words_get_language:
 * @plan: the plan that is printed
 *
 * Returns: (transfer none): the code of the plan's language: Japanese when its title or organization is, or
 * when it has no title and the user's language is Japanese; else English
 */
const char *
tori_paper_words_get_language (ToriPlan *plan)
{
  return is_japanese (plan) ? "ja" : "en";
}

/**
 * tori_paper_words_get:
 * @plan: the plan that is printed
 * @english: one of the fixed words of paper
 *
 * Returns: (transfer none): the word in the language of the plan
 */
const char *
tori_paper_words_get (ToriPlan *plan, const char *english)
{
  if (!is_japanese (plan))
    return english;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].english, english))
      return words[i].japanese;
  g_assert_not_reached ();
}
