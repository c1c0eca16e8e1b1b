/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "merge/tori-diff.h"
#include "merge/tori-merge.h"
#include "storage/tori-codec.h"
#include "support/tori-test-data.h"
#include "support/tori-test-editing.h"

/* Copies of a plan that two people changed at random are brought together. Whatever they did: what only one
 * of them did is in the result, the result is a sound plan, and undoing gives ours again. */

#define ROUNDS 30

static char *sample;
static gsize sample_length;

static ToriTestEditing *
begin (guint seed)
{
  g_autoptr (ToriPlan) plan = tori_codec_decode (sample, sample_length, NULL);

  g_assert_nonnull (plan);
  return tori_test_editing_new (plan, seed);
}

static ToriTestEditing *
edit (guint seed, guint n)
{
  ToriTestEditing *self = begin (seed);

  for (guint i = 0; i < n; i++)
    if (i % 5 == 0)
      tori_test_editing_change_structure (self);
    else
      tori_test_editing_step (self);
  return self;
}

/* The bytes of a plan, which must be sound. */
static GBytes *
encode (ToriPlan *plan)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tori_codec_encode (plan);
  g_autoptr (ToriPlan) again = tori_codec_decode_bytes (bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (again);
  return bytes;
}

static void
assert_equal (GBytes *one, GBytes *other)
{
  gsize length;
  const char *text = g_bytes_get_data (one, &length);

  g_assert_cmpmem (text, length, g_bytes_get_data (other, NULL), g_bytes_get_size (other));
}

/* When only one side did anything, its plan is what comes out. */
static void
test_one_side (void)
{
  for (guint seed = 1; seed <= ROUNDS; seed++)
    {
      g_autoptr (ToriTestEditing) base = begin (seed);
      g_autoptr (ToriTestEditing) ours = begin (seed);
      g_autoptr (ToriTestEditing) theirs = edit (seed, seed * 3);
      g_autoptr (GBytes) expected = encode (theirs->plan);
      g_autoptr (ToriMerge) merge = tori_merge (ours->history, TORI_STEP_MERGE, base->plan, theirs->plan);
      g_autoptr (ToriMerge) again = tori_merge (theirs->history, TORI_STEP_MERGE, base->plan, base->plan);
      g_autoptr (GBytes) merged = encode (ours->plan);
      g_autoptr (GBytes) kept = encode (theirs->plan);

      for (guint i = 0; i < merge->conflicts->len; i++)
        {
          g_autofree char *path = tori_change_dup_path (merge->conflicts->pdata[i]);

          g_test_message ("%d %s", ((ToriChange *) merge->conflicts->pdata[i])->kind, path);
        }
      g_assert_cmpuint (merge->conflicts->len, ==, 0);
      g_assert_cmpuint (again->changes->len + again->conflicts->len, ==, 0);
      assert_equal (merged, expected);
      assert_equal (kept, expected);
    }
}

/* What differs between two plans but for the order of lists and the stamps of entries. */
static guint
count_differences (ToriPlan *one, ToriPlan *other)
{
  g_autoptr (GPtrArray) changes = tori_diff (one, other);
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const ToriChange *change = changes->pdata[i];

      if (change->kind != TORI_CHANGE_ORDER
          && (change->field == NULL || !g_str_equal (change->field->name, "modified")))
        n++;
    }
  return n;
}

static void
test_both_sides (void)
{
  guint n_conflicts = 0, n_peaceful = 0;

  for (guint seed = 1; seed <= ROUNDS; seed++)
    {
      g_autoptr (ToriTestEditing) base = begin (seed);
      g_autoptr (ToriTestEditing) ours = edit (seed, 1 + seed);
      g_autoptr (ToriTestEditing) theirs = edit (1000 + seed, 1 + seed);
      g_autoptr (GBytes) before = encode (ours->plan);
      g_autoptr (ToriPlan) our_copy = tori_codec_decode_bytes (before, NULL);
      g_autoptr (ToriMerge) merge = tori_merge (ours->history, TORI_STEP_MERGE, base->plan, theirs->plan);
      g_autoptr (GBytes) merged = encode (ours->plan);
      g_autoptr (GBytes) undone = NULL;

      n_conflicts += merge->conflicts->len;
      if (merge->conflicts->len == 0)
        {
          g_autoptr (ToriMerge) back = tori_merge (theirs->history, TORI_STEP_MERGE, base->plan, our_copy);

          g_assert_cmpuint (back->conflicts->len, ==, 0);
          g_assert_cmpuint (count_differences (ours->plan, theirs->plan), ==, 0);
          n_peaceful++;
        }
      else
        for (guint i = 0; i < merge->conflicts->len; i++)
          {
            const guint n = tori_history_get_n_done (ours->history);
            g_autoptr (GBytes) taken = NULL;

            tori_merge_take_theirs (merge, ours->history, merge->conflicts->pdata[i]);
            taken = encode (ours->plan);
            if (tori_history_get_n_done (ours->history) > n)
              tori_history_undo (ours->history);
            g_bytes_unref (taken);
            taken = encode (ours->plan);
            assert_equal (taken, merged);
          }
      if (merge->changes->len > 0)
        tori_history_undo (ours->history);
      undone = encode (ours->plan);
      assert_equal (undone, before);
    }
  g_test_message ("%u conflicts, %u without", n_conflicts, n_peaceful);
  g_assert_cmpuint (n_conflicts, >, ROUNDS / 4);
  g_assert_cmpuint (n_peaceful, >, 3);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = g_build_filename (g_getenv ("TORIKUMI_SAMPLES"), "shiomihara.torikumi", NULL);
  int result;

  g_test_init (&argc, &argv, NULL);
  sample = tori_test_read (path, &sample_length);
  g_test_add_func ("/merge-random/one-side", test_one_side);
  g_test_add_func ("/merge-random/both-sides", test_both_sides);
  result = g_test_run ();
  g_free (sample);
  return result;
}
