/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-codec.h"
#include "support/tori-test-data.h"
#include "support/tori-test-editing.h"

/* What the editor does, in any order and very often: all of it can be undone to the same bytes, and done
 * again.
 */

#define STEPS 100000
static void
test_editing (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TORIKUMI_SAMPLES"), "shiomihara.torikumi", NULL);
  gsize length;
  g_autofree char *before = tori_test_read (path, &length);
  g_autoptr (ToriPlan) plan = tori_codec_decode (before, length, NULL);
  g_autoptr (ToriTestEditing) self = NULL;
  g_autoptr (GBytes) end = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;
  guint n = 0;

  g_assert_nonnull (plan);
  self = tori_test_editing_new (plan, 20261127);
  for (guint i = 0; i < STEPS; i++)
    tori_test_editing_step (self);
  end = tori_codec_encode (plan);

  for (; tori_history_get_can_undo (self->history); n++)
    tori_history_undo (self->history);
  undone = tori_codec_encode (plan);
  g_assert_cmpmem (g_bytes_get_data (undone, NULL), g_bytes_get_size (undone), before, length);
  g_assert_cmpuint (n, >, STEPS / 4);
  g_test_message ("%u steps undone", n);
  while (tori_history_get_can_redo (self->history))
    tori_history_redo (self->history);
  redone = tori_codec_encode (plan);
  g_assert_true (g_bytes_equal (redone, end));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editing/many", test_editing);
  return g_test_run ();
}
