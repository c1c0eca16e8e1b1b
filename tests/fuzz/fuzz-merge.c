/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "merge/tori-merge.h"
#include "storage/tori-codec.h"
#include "support/tori-test-data.h"
#include "support/tori-test-editing.h"

/* Two people edit copies of the same plan, each byte an edit of one of them; what comes of it is a sound
 * plan, and can be undone. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

#define MOST 200 /* edits */

static ToriTestEditing *
begin (guint32 seed)
{
  static char *text;
  static gsize length;
  g_autoptr (ToriPlan) plan = NULL;

  if (text == NULL)
    text = tori_test_read_data ("small.torikumi", &length);
  plan = tori_codec_decode (text, length, NULL);
  return tori_test_editing_new (plan, seed);
}

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

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const guint32 seed = size < 2 ? 0 : (guint32) (data[0] << 8 | data[1]);
  g_autoptr (ToriTestEditing) base = begin (seed);
  g_autoptr (ToriTestEditing) ours = begin (seed);
  g_autoptr (ToriTestEditing) theirs = begin (seed + 1);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) merged = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (ToriMerge) merge = NULL;

  for (gsize i = 2; i < MIN (size, MOST); i++)
    {
      ToriTestEditing *who = data[i] & 1 ? ours : theirs;

      if (data[i] & 2)
        tori_test_editing_change_structure (who);
      else
        tori_test_editing_step (who);
    }
  before = encode (ours->plan);
  merge = tori_merge (ours->history, TORI_STEP_MERGE, base->plan, theirs->plan);
  merged = encode (ours->plan);
  g_assert_nonnull (merged);
  if (merge->changes->len > 0)
    tori_history_undo (ours->history);
  undone = encode (ours->plan);
  g_assert_true (g_bytes_equal (undone, before));
  return 0;
}
