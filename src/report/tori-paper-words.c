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
  { "Others in No. %s: %s", "番号%sのうち他所属担当：%s" },
  { "Notes", "備考" },
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
  { "The year shaded is %s, which is reported. ", "網かけの列は、報告年度（%s）を示します。" },
  { "Of what was revised, the new stands above and the former below.",
    "変更した工程は二段書きとし、上段が変更後、下段が変更前です。" },
  { "Schedule of the plan", "工程表" },
  { "(from %s on)", "（%sから）" },
  { "(until %s)", "（%sまで）" },
  { "Totals by level", "評価別集計表" },
  { "This plan has no scale of ratings.", "この計画には、評価の段階が定められていません。" },
  { "Pillar", "柱" },
  { "Department", "部局" },
  { "Division", "課・室" },
  { "By pillar", "柱別" },
  { "By department", "部局別" },
  { "By division", "課・室別" },
  { "nobody in charge", "担当課の記載なし" },
  { "number", "件数" },
  { "share", "構成比" },
  { "change", "前年度比" },
  { "Not counted", "対象外" },
  { "Subtotal", "小計" },
  { "(year) ", "○年度" },
  { "Listed again", "再掲" },
  { "Rate of achievement", "達成率" },
  { "%s: %s", "%s：%s" },
  { "* Shares are of the total and rounded; they may not add up to 100.",
    "※構成比は、計に占める割合（小数第2位を四捨五入）です。端数処理のため合計は100にならないことがあります。" },
  { "* The change is the difference to %s; that of the rate is in points.",
    "※前年度比は、%sとの差です（達成率はポイント差）。" },
  { "* There are no results of %s to compare with.", "※%sの実績がないため、前年度比は「—」としています。" },
  { "* The rate of achievement is the share of “%s” in what was assessed and counts.",
    "※達成率は、未記入及び対象外を除く件数に占める「%s」の件数の割合です。" },
  { "* Initiatives that a pillar lists again are not part of its total.",
    "※再掲は、他の柱の取組を再び掲げた件数で、計に含みません。" },
  { "* An initiative that several are in charge of is counted with each of them, and once in the total: the "
    "rows add up to %u, the total is %u.",
    "※複数の担当がある取組は、それぞれの欄に1件と数え、計では1件としています（各欄の合計は延べ%u件、計は%u件）。" },
  { "Check: ", "検算：" },
  { "listed", "明細の件数" },
  { "sum of the pillars", "柱別の合計" },
  { " (all agree)", "（すべて一致）" },
  { " (these do not agree!)", "（一致しません）" },
  { "Initiatives by level", "評価別の取組一覧" },
  { "Initiatives of each pillar by level", "柱別・評価別の件数" },
  { "Initiatives of each department by level", "部局別・評価別の件数" },
  { "Initiatives of each division by level", "課・室別・評価別の件数" },
  { "%s: %u initiatives", "%s　%u件" },
  { "In charge of", "担当の範囲" },
  { "Whole initiatives", "取組全体を担当" },
  { "Topics of initiatives", "取組の一部を担当" },
  { "Field", "区分" },
  { "whole", "取組全体" },
  { "in part (%s)", "一部（%s）" },
  { "Others’ topics", "他所属担当" },
  { "Actions taken", "取組実績" },
  { "Results and issues", "成果と課題" },
  { "Next steps", "今後の方向性等" },
  { "Total", "計" },
  { "Department head", "部長" },
  { "Director", "課長" },
  { "Section chief", "係長" },
  { "Staff", "担当" },
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
