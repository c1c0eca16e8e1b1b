/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-level.h"
#include "model/tori-plan.h"
#include "model/tori-scale.h"

G_BEGIN_DECLS

#define TORI_TYPE_TOTALS_BY (tori_totals_by_get_type ())

typedef enum
{
  TORI_TOTALS_BY_PILLAR,
  TORI_TOTALS_BY_DEPARTMENT,
  TORI_TOTALS_BY_DIVISION
} ToriTotalsBy;

GType tori_totals_by_get_type (void);

/* A level as it is counted: 平成28年度達成済 and 平成29年度達成済 are two. */
typedef struct
{
  ToriLevel *level;
  int since; /* 0 when the level has no year */
} ToriTotalsLevel;

typedef struct
{
  ToriRecord *record;  /* the pillar, department or division; NULL: nobody is in charge, or the total */
  guint count;         /* initiatives */
  guint not_assessed;  /* of these, without a rating */
  guint not_counted;   /* of these, rated with a level that does not count */
  guint relisted;      /* further listings in a pillar that is not theirs (再掲); not part of count */
  guint counted, done; /* the rate: done of counted */
  guint *levels;       /* how many of each of the totals' levels */
} ToriTotalsRow;

/* The counts of one year. Records are the plan's: totals are valid until the plan changes. */
typedef struct _ToriTotals ToriTotals;

struct _ToriTotals
{
  int year;
  ToriScale *scale; /* NULL when the plan has none */
  ToriTotalsBy by;
  ToriTotalsLevel *levels;
  guint n_levels;
  ToriTotalsRow *rows;
  guint n_rows;
  ToriTotalsRow total;
};

/* The initiatives of a year, gone over once for several totals. */
typedef struct _ToriTotalsSurvey ToriTotalsSurvey;

typedef gboolean (*ToriTotalsWanted) (gpointer initiative, gpointer data);

ToriTotalsSurvey *tori_totals_survey_new (ToriPlan *plan, int year);
ToriTotalsSurvey *
tori_totals_survey_new_of (ToriPlan *plan, int year, ToriTotalsWanted wanted, gpointer data);
gboolean tori_totals_survey_has_entries (const ToriTotalsSurvey *self);
void tori_totals_survey_free (ToriTotalsSurvey *self);

ToriTotals *tori_totals_new_from_survey (const ToriTotalsSurvey *survey, ToriScale *scale, ToriTotalsBy by);
ToriTotals *tori_totals_new (ToriPlan *plan, int year, ToriScale *scale, ToriTotalsBy by);
ToriTotals *tori_totals_new_before (const ToriTotals *totals, ToriPlan *plan);
void tori_totals_free (ToriTotals *totals);

const ToriTotalsRow *tori_totals_find_row (const ToriTotals *self, ToriRecord *record);
guint
tori_totals_count_level (const ToriTotals *self, const ToriTotalsRow *row, const ToriTotalsLevel *level);
GArray *tori_totals_list_levels (const ToriTotals *self, const ToriTotals *before);

char *tori_totals_format_share (guint part, guint whole);
char *tori_totals_format_change (guint now, guint before);
char *tori_totals_format_rate_change (const ToriTotalsRow *now, const ToriTotalsRow *before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriTotals, tori_totals_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriTotalsSurvey, tori_totals_survey_free)

G_END_DECLS
