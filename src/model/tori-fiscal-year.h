/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A fiscal year is the calendar year in whose April it begins (2017 is 平成29年度); 0 says that there is
 * none. */
#define TORI_FISCAL_YEAR_MIN 1900
#define TORI_FISCAL_YEAR_MAX 2200

#define TORI_TYPE_ERA_RULE (tori_era_rule_get_type ())

/* How a document writes the years from a change of era on: 令和元年度, 平成31年度, 令和元年度（平成31年度）.
 * The nicks are what the plan file holds. */
typedef enum
{
  TORI_ERA_RULE_BY_DATE,
  TORI_ERA_RULE_KEEP,
  TORI_ERA_RULE_BOTH
} ToriEraRule;

GType tori_era_rule_get_type (void);

typedef enum
{
  TORI_YEAR_STYLE_FULL,   /* 平成29年度: in sentences, headings, level names */
  TORI_YEAR_STYLE_SHORT,  /* 29年度: in the columns of a plan's years */
  TORI_YEAR_STYLE_WESTERN /* 2017: in data */
} ToriYearStyle;

gboolean tori_fiscal_year_is_valid (int year);
char *tori_fiscal_year_format (int year, ToriEraRule rule, int first, int last, ToriYearStyle style);
char *tori_fiscal_year_format_date (int year, int month, int day, ToriEraRule rule, int first, int last);
gboolean tori_fiscal_year_parse (const char *text, int *year);
char **tori_fiscal_year_list_names (int year);

G_END_DECLS
