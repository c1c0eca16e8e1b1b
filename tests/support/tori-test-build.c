/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "support/tori-test-build.h"

/* Small plans for the tests of the model, which have no file to read. */

/* An empty plan that spans some years. */
ToriPlan *
tori_test_plan_new (int first, int last, int year)
{
  ToriYears years = { .first = first, .last = last };

  return g_object_new (TORI_TYPE_PLAN, "years", &years, "year", year, NULL);
}

/* Adds a record with these properties at the end of a list, which owns it; the list says of what type. */
gpointer
tori_test_add (ToriList *list, const char *first_property, ...)
{
  g_autoptr (ToriRecord) record = NULL;
  va_list args;

  va_start (args, first_property);
  record = TORI_RECORD (g_object_new_valist (tori_list_get_field (list)->type (), first_property, args));
  va_end (args);
  tori_list_splice (list, tori_list_get_length (list), 0, &record, 1);

  return record;
}

/* The rating on one scale; free with tori_ratings_unref(). */
ToriRatings *
tori_test_rating (const char *scale, const char *level, int since)
{
  ToriRating rating = { .scale = (char *) scale, .level = (char *) level, .since = since };
  ToriRatings *ratings = tori_ratings_new ();

  tori_ratings_set (ratings, &rating);

  return ratings;
}
