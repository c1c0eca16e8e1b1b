/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-text-change.h"

static void
test_cases (void)
{
  static const struct
  {
    const char *before, *after;
    ToriTextChange change;
  } cases[] = {
    { "", "", { 0, 0, 0 } },           { "a", "a", { 1, 0, 0 } },    { "", "あ", { 0, 0, 3 } },
    { "あ", "い", { 0, 3, 3 } }, /* the first two bytes are the same */
    { "𠮷", "𡮷", { 0, 4, 4 } }, /* the last two bytes are the same */
    { "あう", "あいう", { 3, 0, 3 } }, { "aa", "aaa", { 2, 0, 1 } }, { "窓口", "窓", { 3, 3, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ToriTextChange change = tori_text_change_find (cases[i].before, cases[i].after);

      g_test_message ("%s to %s", cases[i].before, cases[i].after);
      g_assert_cmpuint (change.at, ==, cases[i].change.at);
      g_assert_cmpuint (change.removed, ==, cases[i].change.removed);
      g_assert_cmpuint (change.inserted, ==, cases[i].change.inserted);
    }
}

/* Whatever differs, the change makes one text of the other, and each of its parts is valid by itself. */
static void
test_applies (void)
{
  static const char *const letters[] = { "a", "あ", "い", "𠮷", "𡮷", "é" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) before = g_string_new (NULL);
      g_autoptr (GString) after = g_string_new (NULL);
      ToriTextChange change;

      for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
        g_string_append (before, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
      for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
        g_string_append (after, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
      change = tori_text_change_find (before->str, after->str);
      g_assert_true (g_utf8_validate (after->str + change.at, (gssize) change.inserted, NULL));
      g_assert_true (g_utf8_validate (before->str, (gssize) change.at, NULL));
      g_string_erase (before, (gssize) change.at, (gssize) change.removed);
      g_string_insert_len (before, (gssize) change.at, after->str + change.at, (gssize) change.inserted);
      g_assert_cmpstr (before->str, ==, after->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/text-change/cases", test_cases);
  g_test_add_func ("/text-change/applies", test_applies);

  return g_test_run ();
}
