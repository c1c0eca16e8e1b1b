/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-decimal.h"

#include <string.h>

static void
test_understood (void)
{
  static const char *const cases[][2] = {
    { "0", "0" },
    { "7", "7" },
    { "12.50", "12.50" },
    { "-3", "-3" },
    { "1,234", "1234" },
    { "12,345,678.9", "12345678.9" },
    { "１２３", "123" },
    { "１，２３４．５", "1234.5" },
    { "△3.2", "-3.2" },
    { "▲１０", "-10" },
    { "−5", "-5" },
    { " 5 ", "5" },
    { "　５　", "5" },
    { "0.05", "0.05" },
    { "123456789012345678901234567890", "123456789012345678901234567890" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *decimal = tori_decimal_parse (cases[i][0]);

      g_assert_cmpstr (decimal, ==, cases[i][1]);
    }
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    "",     "-",     "+1",     ".5", "5.", "1.2.3", "1e3", "12 3", "007", "1,23", "1,2345", "1234,567",
    ",123", "0,123", "1,,234", "五", "5%", "約5",   "--5", "5-",   "NaN", "0x10", "1,234,", "１２３円",
  };
  g_autofree char *endless = g_strnfill (400, '9');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i]);
      g_assert_null (tori_decimal_parse (cases[i]));
    }
  g_assert_null (tori_decimal_parse (endless)); /* not finite, which the file format refuses */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/decimal/understood", test_understood);
  g_test_add_func ("/decimal/refused", test_refused);

  return g_test_run ();
}
