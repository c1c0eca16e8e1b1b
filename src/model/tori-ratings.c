/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-ratings.h"

/* What an entry or a topic was rated, by scale; shared and unchanging once it is in a record, as ToriLanes
 * is. */
struct _ToriRatings
{
  gatomicrefcount refs;
  GArray *ratings; /* of ToriRating, each scale once */
};

G_DEFINE_BOXED_TYPE (ToriRatings, tori_ratings, tori_ratings_ref, tori_ratings_unref)

static void
clear_rating (gpointer data)
{
  ToriRating *rating = data;

  g_free (rating->scale);
  g_free (rating->level);
  g_free (rating->unknown);
}

static gboolean
is_own (ToriRatings *self)
{
  return g_atomic_ref_count_compare (&self->refs, 1);
}

/**
 * tori_ratings_new:
 *
 * Returns: (transfer full): no ratings, to be filled before they are shared
 */
ToriRatings *
tori_ratings_new (void)
{
  ToriRatings *self = g_new (ToriRatings, 1);

  g_atomic_ref_count_init (&self->refs);
  self->ratings = g_array_new (FALSE, FALSE, sizeof (ToriRating));
  g_array_set_clear_func (self->ratings, clear_rating);
  return self;
}

/**
 * tori_ratings_copy:
 * @self: (nullable): ratings; NULL is the same as none
 *
 * Returns: (transfer full): the same ratings, to be changed before they are shared
 */
ToriRatings *
tori_ratings_copy (const ToriRatings *self)
{
  ToriRatings *copy = tori_ratings_new ();

  for (guint i = 0; i < tori_ratings_get_n (self); i++)
    tori_ratings_set (copy, tori_ratings_get (self, i));
  return copy;
}

ToriRatings *
tori_ratings_ref (ToriRatings *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tori_ratings_unref (ToriRatings *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->ratings);
  g_free (self);
}

/**
 * tori_ratings_equal:
 * @a: (nullable): ratings
 * @b: (nullable): ratings
 *
 * Returns: whether both hold the same, in whatever order
 */
gboolean
tori_ratings_equal (const ToriRatings *a, const ToriRatings *b)
{
  if (a == b)
    return TRUE;
  if (tori_ratings_get_n (a) != tori_ratings_get_n (b))
    return FALSE;
  for (guint i = 0; i < tori_ratings_get_n (a); i++)
    {
      const ToriRating *x = tori_ratings_get (a, i);
      const ToriRating *y = tori_ratings_find (b, x->scale);

      if (y == NULL || x->since != y->since || g_strcmp0 (x->level, y->level) != 0
          || g_strcmp0 (x->unknown, y->unknown) != 0)
        return FALSE;
    }
  return TRUE;
}

guint
tori_ratings_get_n (const ToriRatings *self)
{
  return self == NULL ? 0 : self->ratings->len;
}

const ToriRating *
tori_ratings_get (const ToriRatings *self, guint position)
{
  g_return_val_if_fail (position < tori_ratings_get_n (self), NULL);

  return &g_array_index (self->ratings, ToriRating, position);
}

/**
 * tori_ratings_find:
 * @self: (nullable): ratings
 * @scale: id of a scale
 *
 * Returns: (transfer none) (nullable): the rating on that scale, NULL when it is not assessed
 */
const ToriRating *
tori_ratings_find (const ToriRatings *self, const char *scale)
{
  for (guint i = 0; i < tori_ratings_get_n (self); i++)
    if (g_str_equal (tori_ratings_get (self, i)->scale, scale))
      return tori_ratings_get (self, i);
  return NULL;
}

/**
 * tori_ratings_set:
 * @self: ratings that nobody else holds yet
 * @rating: what to put in place of the rating on its scale; it is copied
 */
void
tori_ratings_set (ToriRatings *self, const ToriRating *rating)
{
  ToriRating copy = { g_strdup (rating->scale), g_strdup (rating->level), rating->since,
                      g_strdup (rating->unknown) };
  guint at = 0;

  g_return_if_fail (is_own (self));

  while (at < self->ratings->len && !g_str_equal (tori_ratings_get (self, at)->scale, rating->scale))
    at++;
  if (at < self->ratings->len)
    g_array_remove_index (self->ratings, at);
  g_array_insert_val (self->ratings, at, copy);
}

/**
 * tori_ratings_remove:
 * @self: ratings that nobody else holds yet
 * @scale: id of the scale that is no longer assessed
 */
void
tori_ratings_remove (ToriRatings *self, const char *scale)
{
  g_return_if_fail (is_own (self));

  for (guint i = 0; i < self->ratings->len; i++)
    if (g_str_equal (tori_ratings_get (self, i)->scale, scale))
      {
        g_array_remove_index (self->ratings, i);
        return;
      }
}
