/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-report-private.h"

G_BEGIN_DECLS

#define TORI_N_TOTALS_BY (TORI_TOTALS_BY_DIVISION + 1)

/* Initiatives that have reached the same level, as they are listed behind the tables. */
typedef struct
{
  ToriTotalsLevel level; /* its level is NULL: not assessed */
  GPtrArray *initiatives;
  GArray *places; /* guint: their places in their pillars */
} ToriTotalsGroup;

/* The totals by one scale. */
typedef struct
{
  ToriPlan *plan;
  int year;
  ToriScale *scale; /* NULL: the plan has none */
  guint place;      /* of the scale among all */
  ToriTotals *totals[TORI_N_TOTALS_BY];
  ToriTotals *before[TORI_N_TOTALS_BY]; /* NULL: nobody reported in the year before */
  GArray *levels;                       /* ToriTotalsLevel: of both years, first those that count */
  guint n_counting;
  GPtrArray *groups; /* ToriTotalsGroup */
} ToriReportTotals;

GPtrArray *tori_totals_groups_new (ToriPlan *plan, int year, ToriScale *scale);
char *tori_totals_groups_check (ToriPlan *plan, GPtrArray *groups, const ToriTotals *totals);

char *
tori_report_totals_dup_link (const ToriReportTotals *self, const ToriTotalsLevel *level, ToriPillar *pillar);
char *tori_report_totals_dup_scale_title (const ToriReportTotals *self);
void tori_report_totals_add_table (const ToriReportTotals *self, ToriTotalsBy by, ToriSheet *sheet);
char *tori_report_totals_dup_name (ToriRecord *record);
void tori_report_totals_add_bars (const ToriReportTotals *self, ToriTotalsBy by, ToriSheet *sheet);
void tori_report_totals_add_list (const ToriReportTotals *self, ToriSheet *sheet);

G_END_DECLS
