/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-years.h"

G_DEFINE_BOXED_TYPE (ToriYears, tori_years, tori_years_copy, tori_years_free)
G_DEFINE_BOXED_TYPE (ToriStamp, tori_stamp, tori_stamp_copy, tori_stamp_free)

ToriYears *
tori_years_copy (const ToriYears *self)
{
  ToriYears *copy = g_memdup2 (self, sizeof *self);

  copy->unknown = g_strdup (self->unknown);
  return copy;
}

void
tori_years_free (ToriYears *self)
{
  g_free (self->unknown);
  g_free (self);
}

/**
 * tori_years_equal:
 * @a: (nullable): years
 * @b: (nullable): years
 *
 * Returns: whether both are the same years, or neither is there
 */
gboolean
tori_years_equal (const ToriYears *a, const ToriYears *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->first == b->first && a->last == b->last && g_strcmp0 (a->unknown, b->unknown) == 0;
}

ToriStamp *
tori_stamp_copy (const ToriStamp *self)
{
  ToriStamp *copy = g_new (ToriStamp, 1);

  copy->at = g_strdup (self->at);
  copy->by = g_strdup (self->by);
  copy->unknown = g_strdup (self->unknown);
  return copy;
}

void
tori_stamp_free (ToriStamp *self)
{
  g_free (self->at);
  g_free (self->by);
  g_free (self->unknown);
  g_free (self);
}

/**
 * tori_stamp_equal:
 * @a: (nullable): a stamp
 * @b: (nullable): a stamp
 *
 * Returns: whether both are the same, or neither is there
 */
gboolean
tori_stamp_equal (const ToriStamp *a, const ToriStamp *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strcmp0 (a->at, b->at) == 0 && g_strcmp0 (a->by, b->by) == 0
         && g_strcmp0 (a->unknown, b->unknown) == 0;
}
