/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "cli/tori-text-table.h"

static void
test_format (void)
{
  g_autoptr (ToriTextTable) table = tori_text_table_new ();
  g_autofree char *text = NULL;

  tori_text_table_begin_row (table, "");
  tori_text_table_add (table, "取組");
  tori_text_table_add (table, "n");
  tori_text_table_begin_row (table, "総務部");
  tori_text_table_add (table, "%d", 1);
  tori_text_table_add (table, "%d", 1000);
  tori_text_table_begin_row (table, "a\tb");
  tori_text_table_add (table, "%s", "%d");
  tori_text_table_begin_row (table, "か\u3099");
  tori_text_table_add (table, "12345");
  tori_text_table_add (table, "%s", "");
  text = tori_text_table_format (table);

  g_assert_cmpstr (text, ==,
                   "         取組     n\n"
                   "総務部      1  1000\n"
                   "a b        %d\n"
                   "か\u3099      12345\n");
}

static void
test_empty (void)
{
  g_autoptr (ToriTextTable) table = tori_text_table_new ();
  g_autofree char *text = tori_text_table_format (table);

  g_assert_cmpstr (text, ==, "");
}

static void
test_width (void)
{
  g_assert_cmpuint (tori_text_width (""), ==, 0);
  g_assert_cmpuint (tori_text_width ("--only=名称"), ==, 11);
  g_assert_cmpuint (tori_text_width ("ｶﾞ"), ==, 2);
  g_assert_cmpuint (tori_text_width ("か\u3099"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/text-table/format", test_format);
  g_test_add_func ("/text-table/empty", test_empty);
  g_test_add_func ("/text-table/width", test_width);

  return g_test_run ();
}
