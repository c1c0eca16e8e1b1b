/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "model/tori-fiscal-year.h"

/* Which era names a fiscal year. A fiscal year is numbered like the calendar year in which it begins, and
 * where the era changes within that calendar year the new one counts from its 元年: 大正元年度 is 1912,
 * 昭和元年度 1926, 平成元年度 1989 and 令和元年度 2019, the way the budgets of state and towns are listed
 * (昭和63年度 went on to March 1989 although 平成 had begun in January). So the era of a fiscal year needs no
 * more than the first year of each era. */
typedef struct
{
  const char *name;
  gunichar ligature; /* ㍻ */
  char letter;       /* H29 */
  int first;         /* its 元年 */
  int month, day;    /* on which it began in that year */
} Era;

static const Era eras[] = {
  { "明治", 0x337e, 'm', 1868, 10, 23 }, { "大正", 0x337d, 't', 1912, 7, 30 },
  { "昭和", 0x337c, 's', 1926, 12, 25 }, { "平成", 0x337b, 'h', 1989, 1, 8 },
  { "令和", 0x32ff, 'r', 2019, 5, 1 },
};

G_DEFINE_ENUM_TYPE (ToriEraRule,
                    tori_era_rule,
                    G_DEFINE_ENUM_VALUE (TORI_ERA_RULE_BY_DATE, "by-date"),
                    G_DEFINE_ENUM_VALUE (TORI_ERA_RULE_KEEP, "keep"),
                    G_DEFINE_ENUM_VALUE (TORI_ERA_RULE_BOTH, "both"))

static const Era *
find_era (int year)
{
  const Era *found = &eras[0];

  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    if (eras[i].first <= year)
      found = &eras[i];

  return found;
}

/* The era in which a plan that begins in `first` was drawn up: that of the first day of the fiscal year, so
 * that a plan from April 2019 on counts 平成31年度, 平成32年度 when it keeps its era. */
static const Era *
find_era_on_first_of_april (int first)
{
  const Era *era = find_era (first);
  gboolean begins_later = era->first == first && era->month >= 4;

  return begins_later && era != &eras[0] ? era - 1 : era;
}

static char *
format_in_era (const Era *era, int year, gboolean with_name)
{
  const char *name = with_name ? era->name : "";

  if (year == era->first)
    return g_strdup_printf ("%s元年度", name);
  return g_strdup_printf ("%s%d年度", name, year - era->first + 1);
}

/* In the columns of one table the era stands only where a reader needs it: nowhere when all years are of one
 * era, else at the first year of each. */
static gboolean
column_needs_era (int year, int first, int last)
{
  if (year < first || year > last)
    return TRUE;
  return find_era (first) != find_era (last) && (year == first || find_era (year) != find_era (year - 1));
}

/**
 * tori_fiscal_year_is_valid:
 *
 * Returns: whether @year is one that a plan may hold (format.md: 1900–2200)
 */
gboolean
tori_fiscal_year_is_valid (int year)
{
  return year >= TORI_FISCAL_YEAR_MIN && year <= TORI_FISCAL_YEAR_MAX;
}

/**
 * tori_fiscal_year_format:
 * @year: a fiscal year, or 0
 * @rule: how the plan writes the years after a change of era
 * @first: the first fiscal year of the plan
 * @last: its last one
 * @style: for a sentence, a column or data
 *
 * Writes a fiscal year as a document does, in Japanese whatever the user's language is. With `keep` the years
 * of the plan go on in the era in which it began (平成31年度, 平成32年度); years outside the plan follow the
 * calendar. `both` adds that in parentheses: 令和元年度（平成31年度）.
 *
 * Returns: (transfer full): the label; empty when there is no year
 */
char *
tori_fiscal_year_format (int year, ToriEraRule rule, int first, int last, ToriYearStyle style)
{
  const Era *era = find_era (year);
  const Era *kept = year >= first && year <= last ? find_era_on_first_of_april (first) : era;
  g_autofree char *by_date = NULL;
  g_autofree char *keeping = NULL;

  if (!tori_fiscal_year_is_valid (year))
    return g_strdup ("");
  if (style == TORI_YEAR_STYLE_WESTERN)
    return g_strdup_printf ("%d", year);

  by_date = format_in_era (era, year, style == TORI_YEAR_STYLE_FULL || column_needs_era (year, first, last));
  if (rule == TORI_ERA_RULE_BY_DATE || (rule == TORI_ERA_RULE_BOTH && kept == era))
    return g_steal_pointer (&by_date);

  keeping = format_in_era (kept, year, style == TORI_YEAR_STYLE_FULL || year < first || year > last);
  if (rule == TORI_ERA_RULE_KEEP)
    return g_steal_pointer (&keeping);
  return g_strdup_printf ("%s（%s）", by_date, keeping);
}

static const Era *
find_era_of_day (int year, int month, int day)
{
  const Era *era = find_era (year);
  gboolean begins_later =
      era->first == year && (era->month > month || (era->month == month && era->day > day));

  return begins_later && era != &eras[0] ? era - 1 : era;
}

/**
 * tori_fiscal_year_format_date:
 * @year: a calendar year
 * @month: a month, from 1
 * @day: a day of it
 * @rule: how the plan writes the years after a change of era
 * @first: the first fiscal year of the plan
 * @last: its last one
 *
 * Writes a day as a document does: 平成30年4月20日. The era changes on the day on which it did
 * (平成31年4月30日, 令和元年5月1日); with `keep` it goes on to the end of the plan's last fiscal year.
 *
 * Returns: (transfer full): the label
 */
char *
tori_fiscal_year_format_date (int year, int month, int day, ToriEraRule rule, int first, int last)
{
  int fiscal_year = month < 4 ? year - 1 : year;
  gboolean keep = rule == TORI_ERA_RULE_KEEP && fiscal_year >= first && fiscal_year <= last;
  const Era *era = keep ? find_era_on_first_of_april (first) : find_era_of_day (year, month, day);

  if (year == era->first)
    return g_strdup_printf ("%s元年%d月%d日", era->name, month, day);
  return g_strdup_printf ("%s%d年%d月%d日", era->name, year - era->first + 1, month, day);
}

/* --- Reading what people type. The text is first laid out without spaces, in half width and lower case; each
 * of the functions below takes its part from the front or leaves the place as it was. --- */

#define MAX_CHARS 40

typedef struct
{
  gunichar chars[MAX_CHARS + 1];
  guint at;
} Reader;

static gboolean
reader_init (Reader *self, const char *text)
{
  guint n = 0;

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xff01 - '!';
      if (g_unichar_isspace (c))
        continue;
      if (n == MAX_CHARS)
        return FALSE;
      self->chars[n++] = g_unichar_tolower (c);
    }
  self->chars[n] = 0;
  self->at = 0;

  return n > 0;
}

static gboolean
take (Reader *self, const char *word)
{
  guint at = self->at;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (self->chars[at++] != g_utf8_get_char (p))
      return FALSE;
  self->at = at;

  return TRUE;
}

static const Era *
take_era (Reader *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    {
      gunichar c = self->chars[self->at];

      if (c == (gunichar) eras[i].letter || c == eras[i].ligature)
        {
          self->at++;
          return &eras[i];
        }
      if (take (self, eras[i].name))
        return &eras[i];
    }

  return NULL;
}

static int
kanji_digit (gunichar c)
{
  static const gunichar digits[] = { 0x3007 /* 〇 */, 0x4e00, 0x4e8c, 0x4e09, 0x56db,
                                     0x4e94,          0x516d, 0x4e03, 0x516b, 0x4e5d };

  for (int i = 0; i < (int) G_N_ELEMENTS (digits); i++)
    if (digits[i] == c)
      return i;
  return -1;
}

/* 29, 二十九, 二九, 十, 元; at most four digits, -1 when there is no number. */
static int
take_number (Reader *self)
{
  const gunichar ten = 0x5341;
  gboolean arabic = self->chars[self->at] < 0x80;
  int tens = 0, ones = 0;
  guint n = 0;

  if (take (self, "元"))
    return 1;

  for (;; self->at++)
    {
      gunichar c = self->chars[self->at];
      int digit = arabic ? g_unichar_digit_value (c) : kanji_digit (c);

      if (!arabic && c == ten && tens == 0 && ones < 10)
        {
          tens = 10 * MAX (ones, 1);
          ones = 0;
        }
      else if (digit >= 0 && n < 4 && (tens == 0 || ones == 0))
        ones = 10 * ones + digit;
      else
        break;
      n++;
    }

  return n > 0 ? tens + ones : -1;
}

/* One way of writing a year: 2017, FY2017, H29, 平成29年度. */
static gboolean
take_year (Reader *self, int *year)
{
  gboolean fy = take (self, "fy");
  const Era *era = fy ? NULL : take_era (self);
  int number;

  number = take_number (self);
  if (number < 1)
    return FALSE;
  if (!fy && take (self, "年"))
    (void) take (self, "度");
  *year = era != NULL ? era->first + number - 1 : number;

  return tori_fiscal_year_is_valid (*year);
}

/**
 * tori_fiscal_year_parse:
 * @text: what somebody typed
 * @year: (out): the fiscal year
 *
 * Understands 2017, 2017年度, FY2017, H29, 平成29, 平成29年度, 令和元年度, 平成二十九年度 in full or half
 * width, with spaces or without, and both names of one year: 令和元年度（平成31年度）. Years may be counted
 * on in an era that is over (平成32年度 is 2020), as plans did. A number alone that is no year (29) says too
 * little.
 *
 * Returns: whether @text is a year from 1900 to 2200; @year is untouched when it is not
 */
gboolean
tori_fiscal_year_parse (const char *text, int *year)
{
  Reader reader;
  int result, other;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (year != NULL, FALSE);

  if (!reader_init (&reader, text) || !take_year (&reader, &result))
    return FALSE;
  if (take (&reader, "("))
    if (!take_year (&reader, &other) || other != result || !take (&reader, ")"))
      return FALSE;
  if (reader.chars[reader.at] != 0)
    return FALSE;

  *year = result;

  return TRUE;
}

static void
add_names (GStrvBuilder *names, const Era *era, int year)
{
  const int number = year - era->first + 1;
  g_autofree char *name = g_strdup_printf ("%s%d", era->name, number);
  g_autofree char *letter = g_strdup_printf ("%c%d", g_ascii_toupper (era->letter), number);
  g_autofree char *gannen = g_strconcat (era->name, "元", NULL);

  if (number == 1)
    g_strv_builder_add (names, gannen);
  g_strv_builder_add (names, name);
  g_strv_builder_add (names, letter);
}

/**
 * tori_fiscal_year_list_names:
 * @year: a fiscal year
 *
 * Lists how a year is written, without 年度: 2017, 平成29, H29; 2019 is 2019, 令和元, 令和1, R1, and also
 * 平成31, H31, since plans count on in the era in which they began.
 *
 * Returns: (transfer full): the names, in half width
 */
char **
tori_fiscal_year_list_names (int year)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *western = g_strdup_printf ("%d", year);
  const Era *era = find_era (year);

  g_strv_builder_add (names, western);
  if (year >= era->first)
    add_names (names, era, year);
  if (era > &eras[0])
    add_names (names, era - 1, year);
  return g_strv_builder_end (names);
}
