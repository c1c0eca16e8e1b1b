/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-lanes.h"

static gboolean
add (ToriLanes *lanes, guint lane, const char *phase, int from, int to)
{
  const ToriSpan span = { (char *) phase, from, to, TORI_SPAN_PLANNED, NULL };

  return tori_lanes_add_span (lanes, lane, &span);
}

static void
test_order (void)
{
  g_autoptr (ToriLanes) lanes = tori_lanes_new ();
  const ToriSpan *spans;
  guint n, position;

  tori_lanes_insert_lane (lanes, 0);
  g_assert_true (add (lanes, 0, "実施", 2019, 2021));
  g_assert_true (add (lanes, 0, "検討", 2016, 2016));
  g_assert_true (add (lanes, 0, "試行", 2017, 2018));
  spans = tori_lanes_get_spans (lanes, 0, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (spans[0].phase, ==, "検討");
  g_assert_cmpstr (spans[1].phase, ==, "試行");
  g_assert_cmpstr (spans[2].phase, ==, "実施");

  g_assert_cmpstr (tori_lanes_find_span (lanes, 0, 2020, &position)->phase, ==, "実施");
  g_assert_cmpuint (position, ==, 2);
  g_assert_null (tori_lanes_find_span (lanes, 0, 2022, NULL));
  g_assert_null (tori_lanes_find_span (lanes, 1, 2020, NULL));

  tori_lanes_remove_span (lanes, 0, 1);
  g_assert_null (tori_lanes_find_span (lanes, 0, 2017, NULL));
}

static void
test_no_overlap (void)
{
  g_autoptr (ToriLanes) lanes = tori_lanes_new ();
  guint n;

  tori_lanes_insert_lane (lanes, 0);
  g_assert_true (add (lanes, 0, "検討", 2016, 2018));
  g_assert_false (add (lanes, 0, "実施", 2018, 2019));
  g_assert_false (add (lanes, 0, "実施", 2015, 2016));
  g_assert_false (add (lanes, 0, "実施", 2017, 2017));
  g_assert_false (add (lanes, 0, "実施", 2014, 2020));
  g_assert_false (add (lanes, 0, "実施", 2020, 2019));
  tori_lanes_get_spans (lanes, 0, &n);
  g_assert_cmpuint (n, ==, 1);

  tori_lanes_insert_lane (lanes, 0); /* another lane is independent */
  g_assert_true (add (lanes, 0, "実施", 2017, 2017));
  tori_lanes_remove_lane (lanes, 1);
  g_assert_cmpuint (tori_lanes_get_n_lanes (lanes), ==, 1);
  g_assert_cmpstr (tori_lanes_find_span (lanes, 0, 2017, NULL)->phase, ==, "実施");
}

static void
test_equal (void)
{
  g_autoptr (ToriLanes) lanes = tori_lanes_new ();
  const ToriSpan base = { (char *) "実施", 2017, 2018, TORI_SPAN_PLANNED, (char *) "\"x\": 1" };

  tori_lanes_insert_lane (lanes, 0);
  tori_lanes_add_span (lanes, 0, &base);
  g_assert_false (tori_lanes_equal (lanes, NULL));
  g_assert_true (tori_lanes_equal (NULL, NULL));
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (ToriLanes) other = tori_lanes_copy (lanes);
      ToriSpan span = base;

      g_assert_true (tori_lanes_equal (lanes, other));
      tori_lanes_remove_span (other, 0, 0);
      span.phase = i == 0 ? (char *) "検討" : span.phase;
      span.from += i == 1 ? -1 : 0;
      span.to += i == 2 ? 1 : 0;
      span.kind = i == 3 ? TORI_SPAN_ACTUAL : span.kind;
      span.unknown = i == 4 ? NULL : span.unknown;
      tori_lanes_add_span (other, 0, &span);
      if (i == 5)
        tori_lanes_insert_lane (other, 1);
      g_assert_false (tori_lanes_equal (lanes, other));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/lanes/order", test_order);
  g_test_add_func ("/lanes/no-overlap", test_no_overlap);
  g_test_add_func ("/lanes/equal", test_equal);

  return g_test_run ();
}
