/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-line-edit.h"

#include <stdlib.h>
#include <string.h>

static void
test_next (void)
{
  static const struct
  {
    const char *line, *next;
    gboolean bare;
  } cases[] = {
    { "・窓口の案内(7月)", "・", FALSE },
    { "　・窓口の案内", "　・", FALSE },
    { "　説明会", "　", FALSE },
    { "  ・窓口", "  ・", FALSE },
    { "・", "・", TRUE },
    { "　・", "　・", TRUE },
    { "　", "　", TRUE },
    { "", NULL, FALSE },
    { "文です。", NULL, FALSE },
    { "○窓口", NULL, FALSE },
    { "<窓口>", NULL, FALSE },
    { "【件数】10", NULL, FALSE },
    { "※注", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *next = tori_line_edit_get_next (cases[i].line);

      g_assert_cmpstr (next, ==, cases[i].next);
      g_assert_true (tori_line_edit_is_bare (cases[i].line) == cases[i].bare);
    }
}

/* Moves what stands between two bars. */
static char *
indent (const char *marked, int by)
{
  g_auto (GStrv) parts = g_strsplit (marked, "|", 3);
  const gsize from = strlen (parts[0]), to = from + strlen (parts[1]);
  g_autofree char *text = g_strconcat (parts[0], parts[1], parts[2], NULL);

  return tori_line_edit_indent (text, from, to, by);
}

static void
test_indent (void)
{
  static const struct
  {
    const char *text;
    int by;
    const char *result;
  } cases[] = {
    { "・一\n・||二", 1, "・一\n　・二" },
    { "・一\n　・||二", -1, "・一\n・二" },
    { "・一\n  ・||二", -1, "・一\n・二" },
    /* Not deeper than one level below the line above, and not at all without one. */
    { "・一\n　・||二", 1, NULL },
    { "・||一\n・二", 1, NULL },
    { "・||一", -1, NULL },
    { "・一\n文||です", 1, NULL },
    { "・一\n・二\n・||三\n・四", 1, "・一\n・二\n　・三\n・四" },
    /* Several lines at once. */
    { "・一\n・|二\n・三|\n・四", 1, "・一\n　・二\n　・三\n・四" },
    { "・一\n　・|二\n　　・三|\n・四\n", -1, "・一\n・二\n　・三\n・四\n" },
    { "文\n・||一", 1, "文\n　・一" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *result = indent (cases[i].text, cases[i].by);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

static void
test_sort (void)
{
  static const struct
  {
    const char *text, *result;
  } cases[] = {
    { "・二(10月)\n・一(4月)\n・三(1月～3月)", "・一(4月)\n・二(10月)\n・三(1月～3月)" },
    { "・一(4月)\n・二(10月)", NULL },
    { "", NULL },
    { "・一", NULL },
    /* By the first month, then the last. */
    { "・三(5月～3月)\n・二(5月)\n・一(4月～2月)\n", "・一(4月～2月)\n・二(5月)\n・三(5月～3月)\n" },
    /* What names no month comes last, and stays in its order. */
    { "・四\n・五\n・三(随時)\n・一(8月、11月)\n・二(3月)",
      "・一(8月、11月)\n・二(3月)\n・三(随時)\n・四\n・五" },
    /* Lines below a bullet go with it. */
    { "・二(12月～2月)\n　詳しく(4月)\n　・もっと\n・一(7月)\n　これも",
      "・一(7月)\n　これも\n・二(12月～2月)\n　詳しく(4月)\n　・もっと" },
    /* Sorted between what is no bullet. */
    { "・二(9月)\n・一(5月)\n\n<見出し>\n・四(9月)\n・三(6月)\n文\n",
      "・一(5月)\n・二(9月)\n\n<見出し>\n・三(6月)\n・四(9月)\n文\n" },
    { "・二(9月)\r\n・一(5月)\r\n", "・一(5月)\r\n・二(9月)\r\n" },
    { "　前から(5月)\n・二(9月)\n・一(5月)", "　前から(5月)\n・一(5月)\n・二(9月)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *result = tori_line_edit_sort (cases[i].text, 0, strlen (cases[i].text));

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

/* Only the lines that are chosen. */
static void
test_sort_part (void)
{
  const char *text = "・三(9月)\n・二(8月)\n・一(5月)";
  const gsize second = strlen ("・三(9月)\n");
  g_autofree char *result = tori_line_edit_sort (text, second, strlen (text));

  g_assert_cmpstr (result, ==, "・三(9月)\n・一(5月)\n・二(8月)");
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The lines of a text, whatever their order was. */
static char *
order_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);
  return g_strjoinv ("\n", lines);
}

/* Sorting loses no line of whatever text, and is done when it is done. */
static void
test_sort_keeps (void)
{
  static const char *const pieces[] = {
    "・一(7月)", "・二(4月～6月)", "　下(5月)",  "・三",   "　・四(3月)", "",
    "○五",       "<六>",           "・七(通年)", "　　八", "※九",         "・十(随時)"
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *sorted = NULL;
      g_autofree char *again = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      for (int n = g_rand_int_range (random, 1, 20); n > 0; n--)
        g_string_append_printf (text, "%s%s", pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))],
                                n > 1 ? "\n" : "");
      sorted = tori_line_edit_sort (text->str, 0, text->len);
      if (sorted == NULL)
        continue;
      again = tori_line_edit_sort (sorted, 0, strlen (sorted));
      before = order_lines (text->str);
      after = order_lines (sorted);
      g_assert_null (again);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_clean (void)
{
  static const struct
  {
    const char *text, *result;
  } cases[] = {
    { "そのまま", "そのまま" },
    { "一\r\n二\r三\v四\u2028五", "一\n二\n三\n四\n五" },
    { "•\t一\n●\t二\n\uf06c\t三\nl\t四\no\t五\n- 六", "・一\n・二\n・三\n・四\n・五\n・六" },
    { "\t•\t一\n\t\t・二", "　・一\n　　・二" },
    { "・　一", "・　一" },
    { "・一\n　二", "・一\n　二" },
    { "a - b\n-5度\nlove", "a - b\n-5度\nlove" },
    { "一\t二", "一　二" },
    { "一\u00a0二\u200b三\ufeff  \n四 ", "一 二三\n四 " },
    /* Words that are typed or come from one line stay as they are. */
    { "ABC ", "ABC " },
    { "- 3", "- 3" },
    { "• 注", "• 注" },
    { "*\n", "*\n" },
    { "\"・一\n・\"\"二\"\"\"\n", "・一\n・\"二\"" },
    { "\"一\" と \"二\"\n三", "\"一\" と \"二\"\n三" },
    { "①～髙\u3000", "①～髙\u3000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *result = tori_line_edit_clean (cases[i].text);

      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-edit/next", test_next);
  g_test_add_func ("/line-edit/indent", test_indent);
  g_test_add_func ("/line-edit/sort", test_sort);
  g_test_add_func ("/line-edit/sort-part", test_sort_part);
  g_test_add_func ("/line-edit/sort-keeps", test_sort_keeps);
  g_test_add_func ("/line-edit/clean", test_clean);
  return g_test_run ();
}
