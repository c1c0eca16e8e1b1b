/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-values.h"

/* An indicator's figures by year; shared and unchanging once it is in a record, as ToriLanes is. */
struct _ToriValues
{
  gatomicrefcount refs;
  GArray *values; /* of ToriValue, in the order of the file */
};

G_DEFINE_BOXED_TYPE (ToriValues, tori_values, tori_values_ref, tori_values_unref)

static void
clear_value (gpointer data)
{
  ToriValue *value = data;

  g_free (value->target);
  g_free (value->actual);
  g_free (value->unknown);
}

static gboolean
is_own (ToriValues *self)
{
  return g_atomic_ref_count_compare (&self->refs, 1);
}

/**
 * tori_values_new:
 *
 * Returns: (transfer full): no figures, to be filled before they are shared
 */
ToriValues *
tori_values_new (void)
{
  ToriValues *self = g_new (ToriValues, 1);

  g_atomic_ref_count_init (&self->refs);
  self->values = g_array_new (FALSE, FALSE, sizeof (ToriValue));
  g_array_set_clear_func (self->values, clear_value);
  return self;
}

/**
 * tori_values_copy:
 * @self: (nullable): figures; NULL is the same as none
 *
 * Returns: (transfer full): the same figures, to be changed before they are shared
 */
ToriValues *
tori_values_copy (const ToriValues *self)
{
  ToriValues *copy = tori_values_new ();

  for (guint i = 0; i < tori_values_get_n (self); i++)
    tori_values_add (copy, tori_values_get (self, i));
  return copy;
}

ToriValues *
tori_values_ref (ToriValues *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tori_values_unref (ToriValues *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->values);
  g_free (self);
}

/**
 * tori_values_equal:
 * @a: (nullable): figures
 * @b: (nullable): figures
 *
 * Returns: whether both hold the same figures in the same order
 */
gboolean
tori_values_equal (const ToriValues *a, const ToriValues *b)
{
  if (a == b)
    return TRUE;
  if (tori_values_get_n (a) != tori_values_get_n (b))
    return FALSE;
  for (guint i = 0; i < tori_values_get_n (a); i++)
    {
      const ToriValue *x = tori_values_get (a, i);
      const ToriValue *y = tori_values_get (b, i);

      if (x->year != y->year || g_strcmp0 (x->target, y->target) != 0 || g_strcmp0 (x->actual, y->actual) != 0
          || g_strcmp0 (x->unknown, y->unknown) != 0)
        return FALSE;
    }
  return TRUE;
}

guint
tori_values_get_n (const ToriValues *self)
{
  return self == NULL ? 0 : self->values->len;
}

const ToriValue *
tori_values_get (const ToriValues *self, guint position)
{
  g_return_val_if_fail (position < tori_values_get_n (self), NULL);

  return &g_array_index (self->values, ToriValue, position);
}

/**
 * tori_values_find:
 * @self: (nullable): figures
 * @year: a fiscal year
 *
 * Returns: (transfer none) (nullable): the figures of that year
 */
const ToriValue *
tori_values_find (const ToriValues *self, int year)
{
  for (guint i = 0; i < tori_values_get_n (self); i++)
    if (tori_values_get (self, i)->year == year)
      return tori_values_get (self, i);
  return NULL;
}

/**
 * tori_values_add:
 * @self: figures that nobody else holds yet
 * @value: figures of one more year; they are copied
 */
void
tori_values_add (ToriValues *self, const ToriValue *value)
{
  ToriValue copy = { value->year, g_strdup (value->target), g_strdup (value->actual),
                     g_strdup (value->unknown) };

  g_return_if_fail (is_own (self));

  g_array_append_val (self->values, copy);
}

/**
 * tori_values_set:
 * @self: figures that nobody else holds yet
 * @year: the fiscal year
 * @target: (nullable): the target as decimal text, NULL when there is none
 * @actual: (nullable): the actual figure as decimal text, NULL when there is none
 *
 * Puts figures in the year's place. A year that has neither, nor members of a later version, is left out.
 */
void
tori_values_set (ToriValues *self, int year, const char *target, const char *actual)
{
  const ToriValue *former = tori_values_find (self, year);
  ToriValue value = { year, g_strdup (target), g_strdup (actual), NULL };
  guint at = 0;

  g_return_if_fail (is_own (self));

  if (former != NULL)
    {
      at = (guint) (former - (const ToriValue *) (gpointer) self->values->data);
      value.unknown = g_strdup (former->unknown);
      g_array_remove_index (self->values, at);
    }
  else
    while (at < self->values->len && tori_values_get (self, at)->year < year)
      at++;
  if (target == NULL && actual == NULL && value.unknown == NULL)
    clear_value (&value);
  else
    g_array_insert_val (self->values, at, value);
}
