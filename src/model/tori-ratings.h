/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TORI_TYPE_RATINGS (tori_ratings_get_type ())

/**
 * ToriRating:
 * @scale: id of the scale
 * @level: id of one of the scale's levels
 * @since: the fiscal year of a level such as 「{year}達成済」; 0 when there is none
 * @unknown: (nullable): members that this version does not know, as raw JSON
 */
typedef struct
{
  char *scale;
  char *level;
  int since;
  char *unknown;
} ToriRating;

typedef struct _ToriRatings ToriRatings;

GType tori_ratings_get_type (void);

ToriRatings *tori_ratings_new (void);
ToriRatings *tori_ratings_copy (const ToriRatings *self);
ToriRatings *tori_ratings_ref (ToriRatings *self);
void tori_ratings_unref (ToriRatings *self);
gboolean tori_ratings_equal (const ToriRatings *a, const ToriRatings *b);

guint tori_ratings_get_n (const ToriRatings *self);
const ToriRating *tori_ratings_get (const ToriRatings *self, guint position);
const ToriRating *tori_ratings_find (const ToriRatings *self, const char *scale);
void tori_ratings_set (ToriRatings *self, const ToriRating *rating);
void tori_ratings_remove (ToriRatings *self, const char *scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriRatings, tori_ratings_unref)

G_END_DECLS
