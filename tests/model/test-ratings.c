/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-indicator.h"
#include "model/tori-ratings.h"
#include "model/tori-values.h"
#include "model/tori-years.h"

static void
test_ratings (void)
{
  g_autoptr (ToriRatings) ratings = tori_ratings_new ();
  g_autoptr (ToriRatings) other = NULL;
  const ToriRating first = { (char *) "a", (char *) "done", 2017, (char *) "\"x\": 1" };
  const ToriRating second = { (char *) "b", (char *) "S", 0, NULL };
  const ToriRating changed = { (char *) "a", (char *) "going", 0, NULL };

  g_assert_null (tori_ratings_find (NULL, "a"));
  tori_ratings_set (ratings, &first);
  tori_ratings_set (ratings, &second);
  other = tori_ratings_copy (ratings);
  g_assert_true (tori_ratings_equal (ratings, other));
  g_assert_cmpint (tori_ratings_find (other, "a")->since, ==, 2017);
  g_assert_cmpstr (tori_ratings_find (other, "a")->unknown, ==, "\"x\": 1");

  tori_ratings_set (other, &changed);
  g_assert_cmpuint (tori_ratings_get_n (other), ==, 2);
  g_assert_cmpstr (tori_ratings_get (other, 0)->level, ==, "going");
  g_assert_false (tori_ratings_equal (ratings, other));
  tori_ratings_remove (other, "a");
  g_assert_null (tori_ratings_find (other, "a"));
  g_assert_cmpuint (tori_ratings_get_n (ratings), ==, 2);
}

/* The same ratings are equal in whatever order they were given. */
static void
test_ratings_order (void)
{
  g_autoptr (ToriRatings) one = tori_ratings_new ();
  g_autoptr (ToriRatings) two = tori_ratings_new ();
  const ToriRating a = { (char *) "a", (char *) "x", 0, NULL };
  const ToriRating b = { (char *) "b", (char *) "y", 0, NULL };

  tori_ratings_set (one, &a);
  tori_ratings_set (one, &b);
  tori_ratings_set (two, &b);
  tori_ratings_set (two, &a);
  g_assert_true (tori_ratings_equal (one, two));
}

static void
test_values (void)
{
  g_autoptr (ToriValues) values = tori_values_new ();
  g_autoptr (ToriValues) other = NULL;

  tori_values_set (values, 2018, "70.50", NULL);
  tori_values_set (values, 2016, NULL, "0");
  g_assert_cmpint (tori_values_get (values, 0)->year, ==, 2016);
  g_assert_null (tori_values_find (values, 2016)->target);
  g_assert_cmpstr (tori_values_find (values, 2018)->target, ==, "70.50");

  other = tori_values_copy (values);
  g_assert_true (tori_values_equal (values, other));
  tori_values_set (other, 2018, "70.5", NULL); /* another text is another value */
  g_assert_false (tori_values_equal (values, other));
  tori_values_set (other, 2018, NULL, NULL);
  g_assert_null (tori_values_find (other, 2018));
  g_assert_cmpuint (tori_values_get_n (other), ==, 1);
}

/* A year that holds something of a later version stays when its figures go. */
static void
test_values_unknown (void)
{
  g_autoptr (ToriValues) values = tori_values_new ();
  const ToriValue value = { 2018, (char *) "1", NULL, (char *) "\"forecast\": 2" };

  tori_values_add (values, &value);
  tori_values_set (values, 2018, NULL, NULL);
  g_assert_cmpstr (tori_values_find (values, 2018)->unknown, ==, "\"forecast\": 2");
}

static void
test_years_and_stamp (void)
{
  const ToriYears years = { 2017, 2021, NULL };
  const ToriYears later = { 2017, 2022, NULL };
  const ToriStamp stamp = { (char *) "2019-04-01T00:00:00+09:00", (char *) "人事課", NULL };
  g_autoptr (ToriYears) same = tori_years_copy (&years);
  g_autoptr (ToriStamp) copy = tori_stamp_copy (&stamp);

  g_assert_true (tori_years_equal (&years, same));
  g_assert_false (tori_years_equal (&years, &later));
  g_assert_false (tori_years_equal (&years, NULL));
  g_assert_true (tori_stamp_equal (&stamp, copy));
  g_free (copy->by);
  copy->by = NULL;
  g_assert_false (tori_stamp_equal (&stamp, copy));
}

static void
test_share (void)
{
  static const struct
  {
    const char *target, *actual;
    ToriBetter better;
    double share; /* below zero: none */
  } cases[] = {
    { "8", "9", TORI_BETTER_HIGHER, 1.125 },
    { "35", "33.8", TORI_BETTER_LOWER, 35 / 33.8 },
    { "50", "52.4", TORI_BETTER_LOWER, 50 / 52.4 },
    { "8", "0", TORI_BETTER_HIGHER, -1 },
    { "0", "8", TORI_BETTER_LOWER, -1 },
    { "-3", "8", TORI_BETTER_HIGHER, -1 },
    { NULL, "8", TORI_BETTER_HIGHER, -1 },
    { "8", NULL, TORI_BETTER_HIGHER, -1 }, /* absent is not zero */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ToriValues) values = tori_values_new ();
      g_autoptr (ToriIndicator) indicator = NULL;
      double share = 0;

      tori_values_set (values, 2019, cases[i].target, cases[i].actual);
      indicator = g_object_new (TORI_TYPE_INDICATOR, "values", values, "better", cases[i].better, NULL);
      g_assert_cmpint (tori_indicator_get_share (indicator, 2019, &share), ==, cases[i].share >= 0);
      if (cases[i].share >= 0)
        g_assert_cmpfloat_with_epsilon (share, cases[i].share, 1e-9);
      g_assert_false (tori_indicator_get_share (indicator, 2018, &share));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/values/ratings", test_ratings);
  g_test_add_func ("/values/ratings-order", test_ratings_order);
  g_test_add_func ("/values/share", test_share);
  g_test_add_func ("/values/figures", test_values);
  g_test_add_func ("/values/figures-unknown", test_values_unknown);
  g_test_add_func ("/values/years-and-stamp", test_years_and_stamp);

  return g_test_run ();
}
