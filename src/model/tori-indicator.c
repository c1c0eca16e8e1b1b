/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-indicator.h"

#include "model/tori-record-private.h"

/* A figure by which an initiative is measured. */
struct _ToriIndicator
{
  ToriRecord parent_instance;

  char *id;
  char *name;
  char *unit;
  int better;
  char *baseline;
  ToriValues *values;
};

G_DEFINE_ENUM_TYPE (ToriBetter,
                    tori_better,
                    G_DEFINE_ENUM_VALUE (TORI_BETTER_HIGHER, "higher"),
                    G_DEFINE_ENUM_VALUE (TORI_BETTER_LOWER, "lower"))

G_DEFINE_FINAL_TYPE (ToriIndicator, tori_indicator, TORI_TYPE_RECORD)

static const ToriField fields[] = {
  { "id", TORI_FIELD_ID, G_STRUCT_OFFSET (ToriIndicator, id), TORI_FIELD_ALWAYS | TORI_FIELD_REQUIRED },
  { "name", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriIndicator, name) },
  { "unit", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriIndicator, unit) },
  { "better", TORI_FIELD_CHOICE, G_STRUCT_OFFSET (ToriIndicator, better), TORI_FIELD_PLAIN,
    tori_better_get_type, TORI_BETTER_HIGHER },
  { "baseline", TORI_FIELD_DECIMAL, G_STRUCT_OFFSET (ToriIndicator, baseline) },
  { "values", TORI_FIELD_BOXED, G_STRUCT_OFFSET (ToriIndicator, values), TORI_FIELD_PLAIN,
    tori_values_get_type },
};

static void
tori_indicator_class_init (ToriIndicatorClass *klass)
{
  tori_record_class_install_fields (TORI_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
tori_indicator_init (ToriIndicator *self)
{
}

const char *
tori_indicator_get_name (ToriIndicator *self)
{
  g_return_val_if_fail (TORI_IS_INDICATOR (self), "");

  return tori_text (self->name);
}

const char *
tori_indicator_get_unit (ToriIndicator *self)
{
  g_return_val_if_fail (TORI_IS_INDICATOR (self), "");

  return tori_text (self->unit);
}

ToriBetter
tori_indicator_get_better (ToriIndicator *self)
{
  g_return_val_if_fail (TORI_IS_INDICATOR (self), TORI_BETTER_HIGHER);

  return self->better;
}

const char *
tori_indicator_get_baseline (ToriIndicator *self)
{
  g_return_val_if_fail (TORI_IS_INDICATOR (self), NULL);

  return self->baseline;
}

const ToriValues *
tori_indicator_get_values (ToriIndicator *self)
{
  g_return_val_if_fail (TORI_IS_INDICATOR (self), NULL);

  return self->values;
}

/**
 * tori_indicator_get_share:
 * @self: an indicator
 * @year: a fiscal year
 * @share: (out): how much of the target was reached, 1 for all of it
 *
 * Where higher is better that is the actual figure by the target, and where lower is better the target by the
 * actual figure: the rate (達成率) that Japanese evaluation sheets print. It says nothing about figures that
 * are not above zero.
 *
 * Returns: FALSE when either figure is absent or not above zero
 */
gboolean
tori_indicator_get_share (ToriIndicator *self, int year, double *share)
{
  const ToriValue *value;
  double target, actual;

  g_return_val_if_fail (TORI_IS_INDICATOR (self), FALSE);
  g_return_val_if_fail (share != NULL, FALSE);

  value = tori_values_find (self->values, year);
  if (value == NULL || value->target == NULL || value->actual == NULL)
    return FALSE;
  target = g_ascii_strtod (value->target, NULL);
  actual = g_ascii_strtod (value->actual, NULL);
  if (target <= 0 || actual <= 0)
    return FALSE;
  *share = self->better == TORI_BETTER_HIGHER ? actual / target : target / actual;
  return TRUE;
}
