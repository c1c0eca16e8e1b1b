/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-history.h"
#include "model/tori-initiative.h"
#include "model/tori-scale.h"

G_BEGIN_DECLS

/* What the beginning of a year does, or would do. */
typedef struct
{
  int year;      /* the one that begins */
  guint entries; /* initiatives that get an entry */
  guint levels;  /* those of them whose level is carried on */
} ToriNextYear;

gboolean tori_next_year_look (ToriPlan *plan, ToriNextYear *found);
gboolean tori_next_year_begin (ToriHistory *history, gboolean carry_levels, ToriNextYear *done);
int tori_next_year_find_since (ToriInitiative *initiative, ToriScale *scale, int year);

G_END_DECLS
