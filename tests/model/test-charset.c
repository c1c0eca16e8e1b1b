/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-charset.h"

#include <string.h>

static gboolean
is_found (const char *text)
{
  gsize start, end;

  return tori_charset_find (text, 0, &start, &end);
}

static void
test_find (void)
{
  static const char *const known[] = { "",       "取組実績 ABC 123", "①～⑥ ㈱ 髙﨑 Ⅳ №",
                                       "ｶﾅ",     "（、。・）「」",   "一　二\n",
                                       "－～−〜" };
  static const char *const unknown[] = { "劳", "𠮷野", "é", "😀", "실시" };
  const char *text = "総务部劳働課";
  gsize start, end;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_false (is_found (known[i]));
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_true (is_found (unknown[i]));
  g_assert_true (tori_charset_find (text, 0, &start, &end));
  g_assert_cmpuint (start, ==, strlen ("総"));
  g_assert_cmpuint (end, ==, strlen ("総务"));
  g_assert_true (tori_charset_find (text, end, &start, &end));
  g_assert_cmpuint (start, ==, strlen ("総务部"));
  g_assert_false (tori_charset_find (text, end, &start, &end));
}

static void
test_instead (void)
{
  g_assert_true (g_str_has_prefix (tori_charset_get_instead ("劳"), "労"));
  g_assert_true (g_str_has_prefix (tori_charset_get_instead ("务と"), "務"));
  g_assert_null (tori_charset_get_instead ("𠮷"));
  g_assert_null (tori_charset_get_instead ("労")); /* is the right one already */
}

/* Every simplified character is one that is found, and what stands for it is not. */
static void
test_table (void)
{
  guint n = 0;

  for (gunichar c = 0x4e00; c < 0xa000; c++)
    {
      char character[7] = "";
      g_autofree char *meant = NULL;
      const char *instead;

      character[g_unichar_to_utf8 (c, character)] = '\0';
      instead = tori_charset_get_instead (character);
      if (instead == NULL)
        continue;
      meant = g_strndup (instead, (gsize) (g_utf8_next_char (instead) - instead));
      g_assert_true (is_found (character));
      g_assert_false (is_found (meant));
      n++;
    }
  g_assert_cmpuint (n, >, 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charset/find", test_find);
  g_test_add_func ("/charset/instead", test_instead);
  g_test_add_func ("/charset/table", test_table);
  return g_test_run ();
}
