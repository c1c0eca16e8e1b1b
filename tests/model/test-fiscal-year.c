/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "model/tori-fiscal-year.h"

static void
assert_format (int year, ToriEraRule rule, int first, int last, ToriYearStyle style, const char *expected)
{
  g_autofree char *text = tori_fiscal_year_format (year, rule, first, last, style);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_eras (void)
{
  static const struct
  {
    int year;
    const char *label;
  } cases[] = {
    { 1900, "明治33年度" },
    { 1911, "明治44年度" },
    { 1912, "大正元年度" },
    { 1913, "大正2年度" },
    { 1925, "大正14年度" },
    { 1926, "昭和元年度" },
    { 1988, "昭和63年度" },
    { 1989, "平成元年度" },
    { 2016, "平成28年度" },
    { 2018, "平成30年度" },
    { 2019, "令和元年度" },
    { 2020, "令和2年度" },
    { 2200, "令和182年度" },
    { 0, "" },
    { 1899, "" },
    { 2201, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_format (cases[i].year, TORI_ERA_RULE_BY_DATE, 2016, 2019, TORI_YEAR_STYLE_FULL, cases[i].label);
}

static void
test_rules (void)
{
  const ToriYearStyle full = TORI_YEAR_STYLE_FULL;

  assert_format (2018, TORI_ERA_RULE_KEEP, 2016, 2020, full, "平成30年度");
  assert_format (2019, TORI_ERA_RULE_KEEP, 2016, 2020, full, "平成31年度");
  assert_format (2020, TORI_ERA_RULE_KEEP, 2016, 2020, full, "平成32年度");
  assert_format (2021, TORI_ERA_RULE_KEEP, 2016, 2020, full, "令和3年度");
  assert_format (2015, TORI_ERA_RULE_KEEP, 2016, 2020, full, "平成27年度");

  assert_format (2018, TORI_ERA_RULE_BOTH, 2016, 2020, full, "平成30年度");
  assert_format (2019, TORI_ERA_RULE_BOTH, 2016, 2020, full, "令和元年度（平成31年度）");
  assert_format (2020, TORI_ERA_RULE_BOTH, 2016, 2020, full, "令和2年度（平成32年度）");
  assert_format (2021, TORI_ERA_RULE_BOTH, 2016, 2020, full, "令和3年度");

  /* A plan that begins in April 2019 was drawn up in 平成; one of 2020 was not. */
  assert_format (2019, TORI_ERA_RULE_KEEP, 2019, 2022, full, "平成31年度");
  assert_format (2019, TORI_ERA_RULE_BOTH, 2019, 2022, full, "令和元年度（平成31年度）");
  assert_format (2020, TORI_ERA_RULE_KEEP, 2020, 2023, full, "令和2年度");
  assert_format (2018, TORI_ERA_RULE_KEEP, 2020, 2023, full, "平成30年度");
  assert_format (1990, TORI_ERA_RULE_KEEP, 1987, 1991, full, "昭和65年度");
  assert_format (1989, TORI_ERA_RULE_KEEP, 1989, 1991, full, "平成元年度");
}

static void
test_columns (void)
{
  static const struct
  {
    ToriEraRule rule;
    int first, last;
    const char *labels[6];
  } cases[] = {
    { TORI_ERA_RULE_BY_DATE, 2014, 2017, { "26年度", "27年度", "28年度", "29年度" } },
    { TORI_ERA_RULE_BY_DATE, 2017, 2020, { "平成29年度", "30年度", "令和元年度", "2年度" } },
    { TORI_ERA_RULE_BY_DATE, 2019, 2021, { "元年度", "2年度", "3年度" } },
    { TORI_ERA_RULE_KEEP, 2016, 2019, { "28年度", "29年度", "30年度", "31年度" } },
    { TORI_ERA_RULE_BOTH, 2017, 2020, { "平成29年度", "30年度", "令和元年度（31年度）", "2年度（32年度）" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int year = cases[i].first; year <= cases[i].last; year++)
      assert_format (year, cases[i].rule, cases[i].first, cases[i].last, TORI_YEAR_STYLE_SHORT,
                     cases[i].labels[year - cases[i].first]);

  assert_format (2019, TORI_ERA_RULE_BOTH, 2017, 2020, TORI_YEAR_STYLE_WESTERN, "2019");
  assert_format (0, TORI_ERA_RULE_BOTH, 2017, 2020, TORI_YEAR_STYLE_WESTERN, "");
  assert_format (2015, TORI_ERA_RULE_KEEP, 2016, 2019, TORI_YEAR_STYLE_SHORT, "平成27年度");
}

/* Days change their era on the day, unless the plan goes on counting in its own. */
static void
test_dates (void)
{
  static const struct
  {
    int year, month, day;
    ToriEraRule rule;
    const char *label;
  } cases[] = {
    { 2018, 4, 20, TORI_ERA_RULE_BY_DATE, "平成30年4月20日" },
    { 2019, 4, 30, TORI_ERA_RULE_BY_DATE, "平成31年4月30日" },
    { 2019, 5, 1, TORI_ERA_RULE_BY_DATE, "令和元年5月1日" },
    { 2019, 5, 1, TORI_ERA_RULE_BOTH, "令和元年5月1日" },
    { 2020, 1, 6, TORI_ERA_RULE_BY_DATE, "令和2年1月6日" },
    { 1989, 1, 7, TORI_ERA_RULE_BY_DATE, "昭和64年1月7日" },
    { 1989, 1, 8, TORI_ERA_RULE_BY_DATE, "平成元年1月8日" },
    { 2019, 5, 1, TORI_ERA_RULE_KEEP, "平成31年5月1日" },
    { 2020, 3, 31, TORI_ERA_RULE_KEEP, "平成32年3月31日" },
    { 2020, 4, 1, TORI_ERA_RULE_KEEP, "令和2年4月1日" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = tori_fiscal_year_format_date (cases[i].year, cases[i].month, cases[i].day,
                                                             cases[i].rule, 2016, 2019);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int year;
  } cases[] = {
    { "2017", 2017 },
    { "２０１７", 2017 },
    { "2017年", 2017 },
    { "2017年度", 2017 },
    { "FY2017", 2017 },
    { "fy 2017", 2017 },
    { "H29", 2017 },
    { "h29", 2017 },
    { "Ｈ２９", 2017 },
    { "H29年度", 2017 },
    { "平成29", 2017 },
    { "平成 29 年度", 2017 },
    { "　平成２９年度 ", 2017 },
    { "㍻29年", 2017 },
    { "平成二十九年度", 2017 },
    { "平成二九年度", 2017 },
    { "二〇一七年度", 2017 },
    { "平成十年度", 1998 },
    { "平成十一年度", 1999 },
    { "平成二十年度", 2008 },
    { "平成元年度", 1989 },
    { "平成31", 2019 },
    { "平成32年度", 2020 },
    { "令和元年度", 2019 },
    { "R元", 2019 },
    { "R1", 2019 },
    { "㋿1", 2019 },
    { "令和元年度（平成31年度）", 2019 },
    { "平成32年度(令和2年度)", 2020 },
    { "S63", 1988 },
    { "昭和63年", 1988 },
    { "T1", 1912 },
    { "M33", 1900 },
    { "1900", 1900 },
    { "2200", 2200 },
    /* refused */
    { "", 0 },
    { "29", 0 },
    { "年度", 0 },
    { "平成", 0 },
    { "元年度", 0 },
    { "平成0", 0 },
    { "平成29年度まで", 0 },
    { "平成29年度度", 0 },
    { "2017度", 0 },
    { "FY29", 0 },
    { "FY2017年度", 0 },
    { "20170", 0 },
    { "-2017", 0 },
    { "1899", 0 },
    { "2201", 0 },
    { "M32", 0 },
    { "X29", 0 },
    { "平成十十", 0 },
    { "令和元年度（平成30年度）", 0 },
    { "令和元年度（平成31年度", 0 },
    { "平成29年度平成29年度平成29年度平成29年度平成29年度平成29年度平成29年度", 0 },
    { "\xff\xfe", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int year = -1;
      gboolean understood = tori_fiscal_year_parse (cases[i].text, &year);

      g_test_message ("%s", g_utf8_validate (cases[i].text, -1, NULL) ? cases[i].text : "(not UTF-8)");
      g_assert_cmpint (understood, ==, cases[i].year != 0);
      g_assert_cmpint (year, ==, cases[i].year != 0 ? cases[i].year : -1);
    }
}

/* Whatever is written is understood again, for every year, rule and full style. */
static void
test_round_trip (void)
{
  for (int year = TORI_FISCAL_YEAR_MIN; year <= TORI_FISCAL_YEAR_MAX; year++)
    for (int rule = TORI_ERA_RULE_BY_DATE; rule <= TORI_ERA_RULE_BOTH; rule++)
      for (int first = 2015; first <= 2021; first += 2)
        {
          g_autofree char *full =
              tori_fiscal_year_format (year, rule, first, first + 5, TORI_YEAR_STYLE_FULL);
          g_autofree char *bare =
              tori_fiscal_year_format (year, rule, first, first + 5, TORI_YEAR_STYLE_WESTERN);
          int from_full = 0, from_bare = 0;

          g_assert_true (tori_fiscal_year_parse (full, &from_full));
          g_assert_cmpint (from_full, ==, year);
          g_assert_true (tori_fiscal_year_parse (bare, &from_bare));
          g_assert_cmpint (from_bare, ==, year);
        }
}

static void
test_nicks (void)
{
  g_autoptr (GEnumClass) rules = g_type_class_ref (TORI_TYPE_ERA_RULE);

  g_assert_cmpstr (g_enum_get_value (rules, TORI_ERA_RULE_BY_DATE)->value_nick, ==, "by-date");
  g_assert_cmpstr (g_enum_get_value (rules, TORI_ERA_RULE_KEEP)->value_nick, ==, "keep");
  g_assert_cmpstr (g_enum_get_value (rules, TORI_ERA_RULE_BOTH)->value_nick, ==, "both");
  g_assert_cmpuint (rules->n_values, ==, 3);
}

/* Every name is understood as that year. */
static void
test_names (void)
{
  g_auto (GStrv) names = tori_fiscal_year_list_names (2019);
  const char *const expected[] = { "2019", "令和元", "令和1", "R1", "平成31", "H31", NULL };

  g_assert_cmpstrv (names, expected);
  for (int year = TORI_FISCAL_YEAR_MIN; year <= TORI_FISCAL_YEAR_MAX; year++)
    {
      g_auto (GStrv) of_year = tori_fiscal_year_list_names (year);

      for (guint i = 0; of_year[i] != NULL; i++)
        {
          int parsed = 0;

          g_assert_true (tori_fiscal_year_parse (of_year[i], &parsed));
          g_assert_cmpint (parsed, ==, year);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fiscal-year/eras", test_eras);
  g_test_add_func ("/fiscal-year/rules", test_rules);
  g_test_add_func ("/fiscal-year/columns", test_columns);
  g_test_add_func ("/fiscal-year/dates", test_dates);
  g_test_add_func ("/fiscal-year/parse", test_parse);
  g_test_add_func ("/fiscal-year/names", test_names);
  g_test_add_func ("/fiscal-year/round-trip", test_round_trip);
  g_test_add_func ("/fiscal-year/nicks", test_nicks);

  return g_test_run ();
}
