/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-lock-words.h"

/* A lock in a shared folder, which anybody may have written: what is shown of it is one clean line. */

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static void
check (const char *line)
{
  g_assert_true (g_utf8_validate (line, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (line, -1), <=, 80);
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *session = NULL;
  ToriLockHolder holder;

  tori_lock_parse (bytes, &holder, &session);
  check (holder.name);
  check (holder.host);
  tori_lock_holder_clear (&holder);
  return 0;
}
