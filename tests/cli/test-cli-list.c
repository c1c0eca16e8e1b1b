/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "support/tori-test-program.h"

static void
test_list (void)
{
  static const struct
  {
    const char *language;
    const char *line;
    const char *out;
  } cases[] = {
    { "ja", "list DATA/small.torikumi",
      "1\t①\t窓口案内の見直し\t達成、Ａ\t市民部窓口課\n"
      "3\t②\t職員研修の充実\t平成29年度達成済\t総務部人事課、市民部窓口課、総務部総務課\n"
      "4\t①\t補助金の見直し\t対象外\t\n"
      "H30-1\t②\t未利用地の活用\t未記入\t総務部総務課、市民部総務課\n" },
    { "en", "list DATA/small.torikumi --year H29",
      "1\t①\t窓口案内の見直し\t継続\t市民部窓口課\n"
      "2\t②\t手続の電子化\tnot assessed\t市民部電算課\n"
      "3\t③\t職員研修の充実\t達成\t総務部人事課\n"
      "4\t①\t補助金の見直し\tnot assessed\t\n" },
    { "en", "list DATA/small.torikumi -d 窓口課",
      "1\t①\t窓口案内の見直し\t達成、Ａ\t市民部窓口課\n"
      "3\t②\t職員研修の充実\t平成29年度達成済\t総務部人事課、市民部窓口課、総務部総務課\n" },
    { "en", "list DATA/small.torikumi --division=市民部総務課",
      "H30-1\t②\t未利用地の活用\tnot assessed\t総務部総務課、市民部総務課\n" },
    { "en", "list DATA/small.torikumi --division jinji",
      "3\t②\t職員研修の充実\t平成29年度達成済\t総務部人事課、市民部窓口課、総務部総務課\n" },
    { "en", "list DATA/small.torikumi --level earlier",
      "3\t②\t職員研修の充実\t平成29年度達成済\t総務部人事課、市民部窓口課、総務部総務課\n" },
    { "en", "list DATA/small.torikumi --level {year}達成済",
      "3\t②\t職員研修の充実\t平成29年度達成済\t総務部人事課、市民部窓口課、総務部総務課\n" },
    { "en", "list DATA/small.torikumi --level 平成29年度達成済",
      "3\t②\t職員研修の充実\t平成29年度達成済\t総務部人事課、市民部窓口課、総務部総務課\n" },
    { "en", "list DATA/small.torikumi --level 平成28年度達成済", "" },
    { "en", "list DATA/small.torikumi --level 対象外 --division 窓口課", "" },
    { "ja", "list DATA/small.torikumi --level 未記入",
      "H30-1\t②\t未利用地の活用\t未記入\t総務部総務課、市民部総務課\n" },
    { "ja", "list DATA/small.torikumi --level 達成 -y 令和元年度（平成31年度）", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = tori_test_run_well (cases[i].language, cases[i].line);

      g_assert_cmpstr (out, ==, cases[i].out);
    }
}

static void
test_list_json (void)
{
  g_autofree char *all = tori_test_run_well ("en", "list DATA/small.torikumi --json");
  g_autofree char *again = tori_test_run_well ("ja", "list DATA/small.torikumi --json");
  g_autofree char *none =
      tori_test_run_well ("en", "list DATA/small.torikumi --json --level 平成28年度達成済");
  g_autofree char *one = tori_test_run_well ("en", "list DATA/small.torikumi --json --division jinji");
  g_autofree char *empty =
      tori_test_run_well ("en", "list DATA/small.torikumi --json --division shimin-soumu");

  g_assert_cmpstr (all, ==, again);
  g_assert_cmpstr (none, ==, "[]\n");
  g_assert_cmpstr (one, ==,
                   "[\n"
                   "  {\n"
                   "    \"id\": \"i3\",\n"
                   "    \"number\": \"3\",\n"
                   "    \"circled\": \"②\",\n"
                   "    \"title\": \"職員研修の充実\",\n"
                   "    \"pillar\": \"p1\",\n"
                   "    \"year\": 2018,\n"
                   "    \"ratings\": [\n"
                   "      {\n"
                   "        \"scale\": \"achievement\",\n"
                   "        \"level\": \"earlier\",\n"
                   "        \"since\": 2017,\n"
                   "        \"label\": \"平成29年度達成済\"\n"
                   "      }\n"
                   "    ],\n"
                   "    \"divisions\": [\n"
                   "      \"総務部人事課\",\n"
                   "      \"市民部窓口課\",\n"
                   "      \"総務部総務課\"\n"
                   "    ],\n"
                   "    \"state\": \"draft\",\n"
                   "    \"topics\": [\n"
                   "      {\n"
                   "        \"id\": \"i3-t1\",\n"
                   "        \"title\": \"接遇\",\n"
                   "        \"divisions\": [\n"
                   "          \"市民部窓口課\"\n"
                   "        ],\n"
                   "        \"ratings\": []\n"
                   "      },\n"
                   "      {\n"
                   "        \"id\": \"i3-t2\",\n"
                   "        \"title\": \"新任者\",\n"
                   "        \"divisions\": [\n"
                   "          \"総務部総務課\"\n"
                   "        ],\n"
                   "        \"ratings\": [\n"
                   "          {\n"
                   "            \"scale\": \"achievement\",\n"
                   "            \"level\": \"on\",\n"
                   "            \"since\": null,\n"
                   "            \"label\": \"継続\"\n"
                   "          }\n"
                   "        ]\n"
                   "      }\n"
                   "    ]\n"
                   "  }\n"
                   "]\n");
  g_assert_cmpstr (empty, ==,
                   "[\n"
                   "  {\n"
                   "    \"id\": \"i5\",\n"
                   "    \"number\": \"H30-1\",\n"
                   "    \"circled\": \"②\",\n"
                   "    \"title\": \"未利用地の活用\",\n"
                   "    \"pillar\": \"p2\",\n"
                   "    \"year\": 2018,\n"
                   "    \"ratings\": [],\n"
                   "    \"divisions\": [\n"
                   "      \"総務部総務課\",\n"
                   "      \"市民部総務課\"\n"
                   "    ],\n"
                   "    \"state\": null,\n"
                   "    \"topics\": []\n"
                   "  }\n"
                   "]\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli-list/lines", test_list);
  g_test_add_func ("/cli-list/json", test_list_json);

  return g_test_run ();
}
