/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-record.h"
#include "model/tori-values.h"

G_BEGIN_DECLS

#define TORI_TYPE_BETTER (tori_better_get_type ())
#define TORI_TYPE_INDICATOR (tori_indicator_get_type ())

/* Which way an indicator should go. */
typedef enum
{
  TORI_BETTER_HIGHER,
  TORI_BETTER_LOWER,
} ToriBetter;

GType tori_better_get_type (void);

G_DECLARE_FINAL_TYPE (ToriIndicator, tori_indicator, TORI, INDICATOR, ToriRecord)

const char *tori_indicator_get_name (ToriIndicator *self);
const char *tori_indicator_get_unit (ToriIndicator *self);
ToriBetter tori_indicator_get_better (ToriIndicator *self);
const char *tori_indicator_get_baseline (ToriIndicator *self);
const ToriValues *tori_indicator_get_values (ToriIndicator *self);
gboolean tori_indicator_get_share (ToriIndicator *self, int year, double *share);

G_END_DECLS
