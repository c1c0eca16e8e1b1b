/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "model/tori-fold.h"
#include "model/tori-query.h"
#include "model/tori-signature.h"

static void
test_same (void)
{
  static const char *const groups[][8] = {
    { "ワークショップ", "ﾜｰｸｼｮｯﾌﾟ", "わーくしょっぷ", "ワークショッフ\u309a", "ﾜーくショッふ゜" },
    { "ガイドブック", "ｶﾞｲﾄﾞﾌﾞｯｸ", "がいどぶっく", "か\u3099いと\u3099ふ\u3099っく", "カ゛イト゛フ゛ック" },
    { "ヴァイオリン", "ｳﾞｧｲｵﾘﾝ", "ゔぁいおりん", "う\u3099ぁいおりん" },
    { "ヷ", "ﾜﾞ", "わ\u3099" },
    { "いすゞ", "イスヾ", "イスヽ\u3099" },
    { "MIE 2017", "ＭＩＥ　２０１７", "mie 2017", "Ｍie\u00a02０17" },
    { "BCP(案)", "ｂｃｐ（案）", "Bcp（案)" },
    { "Économie", "éCONOMIE" },
    { "4月～6月", "４月〜６月", "4月~6月" },
    { "A-1", "Ａ－１", "a−1" },
    { "総務・人事", "総務･人事" },
    { "「協創」", "｢協創｣" },
    { "𠮷野家", "𠮷野家" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *first = tori_fold (groups[i][0]);

      for (guint j = 0; groups[i][j] != NULL; j++)
        {
          g_autofree char *other = tori_fold (groups[i][j]);
          g_autofree char *again = tori_fold (other);
          g_autofree char *inside = g_strconcat ("前の", groups[i][j], "の後", NULL);

          g_assert_cmpstr (other, ==, first);
          g_assert_cmpstr (again, ==, other);
          g_assert_true (tori_fold_contains (inside, first));
        }
    }
}

static void
test_different (void)
{
  static const struct
  {
    const char *haystack;
    const char *needle;
  } cases[] = {
    { "①現場", "1" },       { "Ⅱ機動的", "II" },
    { "ガイド", "カイド" }, { "ｶﾞｲﾄﾞ", "カ" },
    { "か\u3099", "か" },   { "ハ゜", "バ" },
    { "シヨウ", "ショウ" }, { "労使", "劳使" },
    { "斎藤", "齋藤" },     { "ワークショッ", "ワークショップ" },
    { "", "あ" },           { "ー", "一" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *needle = tori_fold (cases[i].needle);

      g_assert_false (tori_fold_contains (cases[i].haystack, needle));
    }
}

static void
test_contains (void)
{
  static const struct
  {
    const char *haystack;
    const char *needle;
    gboolean found;
  } cases[] = {
    { "", "", TRUE },
    { "何か", "", TRUE },
    { "ああい", "アイ", TRUE },
    { "アアアアイ", "ああい", TRUE },
    { "研修の実施", "実施", TRUE },
    { "研修の実施", "研修", TRUE },
    { "研修の実施", "修の実", TRUE },
    { "研修の実施", "研修の実施に", FALSE },
    { "\xf0\xa0\xae\xb7野", "野", TRUE },
    { "\xf0\xa0\xae\xb7野", "\xf0\xa0\xae\xb7", TRUE },
    { "Ωmega", "ω", TRUE },
    { "ﾊ", "ハ", TRUE },
    { "ﾞ", "゛", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *needle = tori_fold (cases[i].needle);

      g_assert_cmpint (tori_fold_contains (cases[i].haystack, needle), ==, cases[i].found);
    }
}

/* The search in place agrees with a search in a folded copy, on whatever is thrown together. */
static void
test_like_a_copy (void)
{
  static const char *const pieces[] = { "カ", "か", "ｶ",  "ﾞ", "\u3099", "゛", "ﾟ", "ハ", "は",
                                        "A",  "ａ", "１", "1", "務",     "𠮷", "é", " ",  "　" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20170401);
  guint n_found = 0;

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) haystack = g_string_new (NULL);
      g_autoptr (GString) needle = g_string_new (NULL);
      g_autofree char *folded_haystack = NULL;
      g_autofree char *folded_needle = NULL;
      gboolean expected;

      for (int n = g_rand_int_range (random, 0, 20); n > 0; n--)
        g_string_append (haystack, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
        g_string_append (needle, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);

      folded_haystack = tori_fold (haystack->str);
      folded_needle = tori_fold (needle->str);
      expected = strstr (folded_haystack, folded_needle) != NULL;
      n_found += expected;
      g_assert_cmpint (tori_fold_contains (haystack->str, folded_needle), ==, expected);
      if (strpbrk (folded_needle, " ") == NULL)
        {
          g_autoptr (ToriQuery) query = tori_query_new (needle->str);
          g_autoptr (ToriSignature) signature = tori_signature_new (haystack->len);
          ToriQueryFound found = 0;

          g_assert_cmpint (tori_query_feed (query, &found, haystack->str), ==, expected);
          /* A signature never denies what is there. */
          tori_signature_add (signature, haystack->str);
          g_assert_true (!expected || tori_query_may_match (query, signature));
        }
    }
  g_assert_cmpuint (n_found, >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fold/same", test_same);
  g_test_add_func ("/fold/different", test_different);
  g_test_add_func ("/fold/contains", test_contains);
  g_test_add_func ("/fold/like-a-copy", test_like_a_copy);

  return g_test_run ();
}
