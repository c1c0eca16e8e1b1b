/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "model/tori-query.h"

static void
test_query (void)
{
  g_autoptr (ToriQuery) query = tori_query_new ("　研修　わーくしょっぷ ＢＣＰ\t");
  g_autoptr (ToriQuery) empty = tori_query_new (" 　");
  g_autoptr (ToriQuery) none = tori_query_new (NULL);
  ToriQueryFound found = 0;

  g_assert_false (tori_query_is_empty (query));
  g_assert_false (tori_query_feed (query, &found, "職員研修の実施"));
  g_assert_false (tori_query_feed (query, &found, "ﾜｰｸｼｮｯﾌﾟの開催"));
  g_assert_false (tori_query_feed (query, &found, "研修"));
  g_assert_true (tori_query_feed (query, &found, "業務継続計画（bcp）"));
  g_assert_true (tori_query_feed (query, &found, ""));

  found = 0;
  g_assert_true (tori_query_feed (query, &found, "BCPワークショップ研修"));
  found = 0;
  g_assert_false (tori_query_feed (query, &found, "BCPワークショップ"));

  g_assert_true (tori_query_is_empty (empty));
  g_assert_true (tori_query_is_empty (none));
  found = 0;
  g_assert_true (tori_query_feed (empty, &found, ""));
}

/* As many words as there are bits, and more: none is forgotten. */
static void
test_many_words (void)
{
  for (guint n = 62; n <= 66; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (ToriQuery) query = NULL;
      ToriQueryFound found = 0;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "w%03u ", i);
      g_string_truncate (text, text->len - 1);
      query = tori_query_new (text->str);
      g_assert_true (tori_query_feed (query, &found, text->str));
      found = 0;
      g_string_truncate (text, text->len - 1);
      g_assert_false (tori_query_feed (query, &found, text->str));
    }
}

/* Where the words stand, in the bytes of the text as it was written. */
static void
test_find (void)
{
  static const struct
  {
    const char *query, *text;
    const char *found[4];
  } cases[] = {
    { "がいど", "新ガイドと旧ｶﾞｲﾄﾞ、カ゛イト", { "ガイド", "ｶﾞｲﾄﾞ" } },
    { "研修 人事", "人事課の研修と人事研修", { "人事", "研修", "人事", "研修" } },
    { "研修 研修会", "研修会", { "研修会" } }, /* the longer one */
    { "aa", "AAaＡ", { "AA", "aＡ" } },        /* not one into another */
    { "", "何もない", { NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ToriQuery) query = tori_query_new (cases[i].query);
      gsize start, end = 0;
      guint n = 0;

      while (tori_query_find (query, cases[i].text, end, &start, &end))
        {
          g_autofree char *found = g_strndup (cases[i].text + start, end - start);

          g_assert_cmpuint (n, <, G_N_ELEMENTS (cases[i].found));
          g_assert_cmpstr (found, ==, cases[i].found[n++]);
        }
      g_assert_true (n == G_N_ELEMENTS (cases[i].found) || cases[i].found[n] == NULL);
    }
}

/* A fiscal year is found however it is written, but not as a part of another number. */
static void
test_years (void)
{
  static const struct
  {
    const char *query, *text;
    gboolean found;
  } cases[] = {
    { "2017", "平成29年度の研修", TRUE },
    { "2017", "平成 29 年度の研修", TRUE },
    { "２０１７", "平成２９年度", TRUE },
    { "2017", "H29", TRUE },
    { "2017", "ｈ２９.4", TRUE },
    { "2017", "2017年", TRUE },
    { "平成29", "FY2017", TRUE },
    { "平成29年度", "2017年度", TRUE },
    { "平成29年度", "平成 29 年度", TRUE },
    { "H29", "平成29年12月改定", TRUE },
    { "2019", "令和元年度", TRUE },
    { "2019", "平成31年度", TRUE },
    { "令和元年度", "平成31年度", TRUE },
    { "2020", "令和2年度", TRUE },
    { "令和2年度", "平成32年度", TRUE },
    { "2020", "令和20年度", FALSE },
    { "1990", "平成29年度", FALSE },
    { "2017", "昭和29年度", FALSE },
    { "平成29年度", "平成29年12月改定", FALSE },
    { "H29", "１２０１７件", FALSE },
    { "2017", "GH29", FALSE },
    { "29", "2017", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ToriQuery) query = tori_query_new (cases[i].query);
      g_autoptr (ToriSignature) signature = tori_signature_new (100);
      ToriQueryFound found = 0;

      g_test_message ("%s in %s", cases[i].query, cases[i].text);
      g_assert_cmpint (tori_query_feed (query, &found, cases[i].text), ==, cases[i].found);
      tori_signature_add (signature, cases[i].text);
      g_assert_true (!cases[i].found || tori_query_may_match (query, signature));
    }
}

/* Most records that have not all words are told apart without reading their texts. */
static void
test_signature (void)
{
  g_autoptr (ToriSignature) signature = tori_signature_new (60);
  static const char *const denied[] = { "研修会", "課人", "ワーク", "b", "人事課の研修 別" };
  static const char *const granted[] = { "人事課", "研修", "ジンジ", "２回", "A", "研修 人事", "" };

  tori_signature_add (signature, "人事課の研修(2回)");
  tori_signature_add (signature, "会計はじんじＡ");
  for (guint i = 0; i < G_N_ELEMENTS (denied); i++)
    {
      g_autoptr (ToriQuery) query = tori_query_new (denied[i]);

      g_test_message ("%s", denied[i]);
      g_assert_false (tori_query_may_match (query, signature));
    }
  for (guint i = 0; i < G_N_ELEMENTS (granted); i++)
    {
      g_autoptr (ToriQuery) query = tori_query_new (granted[i]);

      g_test_message ("%s", granted[i]);
      g_assert_true (tori_query_may_match (query, signature));
    }
  g_assert_cmpuint (tori_signature_get_size (signature), <, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/query/words", test_query);
  g_test_add_func ("/query/many-words", test_many_words);
  g_test_add_func ("/query/find", test_find);
  g_test_add_func ("/query/years", test_years);
  g_test_add_func ("/query/signature", test_signature);

  return g_test_run ();
}
