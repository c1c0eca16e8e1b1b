/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-recovery.h"

/* Any bytes are a whole slot or none. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) slot = g_bytes_new (data, size);
  g_autoptr (GBytes) plan = NULL;
  ToriRecoveryAbout about;
  guint64 sequence;

  if (!tori_recovery_parse (slot, &about, &sequence, &plan))
    {
      g_assert_null (plan);
      return 0;
    }
  g_assert_nonnull (about.plan_id);
  g_assert_cmpuint (g_bytes_get_size (plan), <, size);
  tori_recovery_about_clear (&about);
  return 0;
}
