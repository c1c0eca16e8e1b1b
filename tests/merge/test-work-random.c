/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <malloc.h>

#include "merge/tori-merge.h"
#include "storage/tori-codec.h"
#include "storage/tori-safe-file.h"
#include "support/tori-test-data.h"
#include "support/tori-test-editing.h"

/* Days of work at random: somebody edits, undoes, does again, saves, and brings in what a colleague has saved
 * meanwhile. At each save the file holds the plan, the plan is sound, and an undone merge leaves no trace. In
 * the long run no memory is kept. */

#define DAY 500 /* steps for which one plan is open */

static guint n_steps = 10000; /* tools/dev soak asks for more */

typedef struct
{
  GRand *random;
  char *folder, *path;
  GBytes *saved; /* what the file holds */
  ToriDigest digest;
  guint n_saves, n_merges;
} Work;

static GBytes *
encode (ToriPlan *plan)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tori_codec_encode (plan);
  g_autoptr (ToriPlan) again = tori_codec_decode_bytes (bytes, &error);
  g_autoptr (GBytes) same = NULL;

  g_assert_no_error (error);
  same = tori_codec_encode (again);
  g_assert_true (g_bytes_equal (bytes, same));
  return bytes;
}

static ToriTestEditing *
open_plan (Work *work)
{
  g_autoptr (GBytes) bytes = tori_safe_file_load (work->path, &work->digest, NULL);
  g_autoptr (ToriPlan) plan = tori_codec_decode_bytes (bytes, NULL);

  g_assert_true (g_bytes_equal (bytes, work->saved));
  return tori_test_editing_new (plan, g_rand_int (work->random));
}

static void
step (Work *work, ToriTestEditing *editing)
{
  if (g_rand_int_range (work->random, 0, 10) == 0)
    tori_test_editing_change_structure (editing);
  else
    tori_test_editing_step (editing);
}

static void
save (Work *work, ToriPlan *plan)
{
  ToriSaveReport report;
  GBytes *bytes = encode (plan);

  g_assert_true (tori_safe_file_save (work->path, bytes, &work->digest, &report, NULL));
  work->digest = report.digest;
  tori_save_report_clear (&report);
  g_bytes_unref (work->saved);
  work->saved = bytes;
  work->n_saves++;
}

/* A colleague opens the same file, and saves before we do. */
static void
bring_in (Work *work, ToriTestEditing *editing)
{
  g_autoptr (ToriTestEditing) theirs = open_plan (work);
  g_autoptr (ToriPlan) base = tori_codec_decode_bytes (work->saved, NULL);
  g_autoptr (GBytes) before = encode (editing->plan);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (ToriMerge) merge = NULL;

  for (int i = g_rand_int_range (work->random, 0, 10); i > 0; i--)
    step (work, theirs);
  save (work, theirs->plan);
  tori_history_end_run (editing->history);
  merge = tori_merge (editing->history, TORI_STEP_MERGE, base, theirs->plan);
  after = encode (editing->plan);
  if (tori_history_get_undo_step (editing->history) == TORI_STEP_MERGE && merge->changes->len > 0)
    {
      tori_history_undo (editing->history);
      undone = encode (editing->plan);
      g_assert_true (g_bytes_equal (undone, before));
      tori_history_redo (editing->history);
    }
  tori_history_begin (editing->history, TORI_STEP_MERGE);
  for (guint i = 0; i < merge->conflicts->len; i++)
    if (g_rand_boolean (work->random))
      tori_merge_take_theirs (merge, editing->history, merge->conflicts->pdata[i]);
  tori_history_end (editing->history);
  tori_test_editing_look (editing);
  g_bytes_unref (encode (editing->plan));
  work->n_merges++;
}

static void
work_a_day (Work *work)
{
  g_autoptr (ToriTestEditing) editing = open_plan (work);

  for (guint i = 0; i < DAY; i++)
    switch (g_rand_int_range (work->random, 0, 100))
      {
      case 0:
      case 1: save (work, editing->plan); break;
      case 2: bring_in (work, editing); break;
      default: step (work, editing);
      }
}

static void
begin (Work *work)
{
  g_autofree char *sample = g_build_filename (g_getenv ("TORIKUMI_SAMPLES"), "shiomihara.torikumi", NULL);
  gsize length;
  char *text = tori_test_read (sample, &length);

  g_clear_pointer (&work->saved, g_bytes_unref);
  work->saved = g_bytes_new_take (text, length);
  g_assert_true (g_file_set_contents (work->path, text, (gssize) length, NULL));
}

static gsize
get_heap (void)
{
  return mallinfo2 ().uordblks;
}

static void
test_work (void)
{
  Work work = { .random = g_rand_new_with_seed (20261201) };
  const guint n_days = n_steps / DAY;
  gsize heap = 0;

  work.folder = g_dir_make_tmp ("tori-XXXXXX", NULL);
  work.path = g_build_filename (work.folder, "計画.torikumi", NULL);
  for (guint day = 0; day < n_days; day++)
    {
      if (day % 20 == 0) /* a plan that only grows would tell of memory that is not lost */
        begin (&work);
      work_a_day (&work);
      if (day % 20 == 19)
        begin (&work);
      if (day == 19)
        heap = get_heap ();
    }
  g_test_message ("%u saves, %u merges; the heap grew by %.1f bytes a step", work.n_saves, work.n_merges,
                  ((double) get_heap () - (double) heap) / n_steps);
  g_assert_cmpuint (work.n_saves, >, n_steps / 100);
  g_assert_cmpuint (work.n_merges, >, n_steps / 200);
  /* Only the long run tells a leak from what is kept once. */
  if (n_steps > 100000)
    g_assert_cmpint ((gint64) get_heap () - (gint64) heap, <=, 16 * (gint64) n_steps);
  g_assert_cmpint (g_unlink (work.path), ==, 0);
  g_assert_cmpint (g_rmdir (work.folder), ==, 0);
  g_bytes_unref (work.saved);
  g_rand_free (work.random);
  g_free (work.folder);
  g_free (work.path);
}

int
main (int argc, char **argv)
{
  if (g_getenv ("TORIKUMI_SOAK") != NULL)
    n_steps = 1000000;
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/work-random/days", test_work);
  return g_test_run ();
}
