/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-codec.h"
#include "storage/tori-storage-words.h"

/* Any bytes are refused with a sentence or give a plan; what is written of it gives the same plan again. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPlan) plan = tori_codec_decode ((const char *) data, size, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (ToriPlan) read = NULL;

  if (plan == NULL)
    {
      g_autofree char *sentence = tori_storage_error_describe (error, "x");

      g_assert_true (g_utf8_validate (sentence, -1, NULL));
      return 0;
    }
  bytes = tori_codec_encode (plan);
  read = tori_codec_decode_bytes (bytes, &error);
  g_assert_no_error (error);
  again = tori_codec_encode (read);
  g_assert_true (g_bytes_equal (bytes, again));
  return 0;
}
