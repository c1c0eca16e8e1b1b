/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/tori-command.h"
#include "model/tori-division.h"
#include "model/tori-level.h"
#include "model/tori-plan.h"
#include "model/tori-scale.h"

G_BEGIN_DECLS

/* Which ratings are asked for. */
typedef struct
{
  gboolean not_assessed; /* that there is none */
  ToriLevel *level;
  int since; /* 0: whenever */
} ToriLevelFilter;

gboolean
tori_lookup_year (const ToriCommand *command, ToriPlan *plan, const char *text, int *year, ToriExit *exit);
gboolean tori_lookup_scale (
    const ToriCommand *command, ToriPlan *plan, const char *text, ToriScale **scale, ToriExit *exit);
gboolean tori_lookup_division (
    const ToriCommand *command, ToriPlan *plan, const char *text, ToriDivision **division, ToriExit *exit);
gboolean tori_lookup_level (
    const ToriCommand *command, ToriPlan *plan, const char *text, ToriLevelFilter *filter, ToriExit *exit);

const char *tori_lookup_not_assessed (void);

G_END_DECLS
