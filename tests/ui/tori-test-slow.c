/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tori-test-slow.h"

#include "storage/tori-file-calls.h"

/* A server that takes its time, and not always the same: what the program does in threads comes late, and in
 * another order than on a quick disk. */

#define MOST (150 * G_TIME_SPAN_MILLISECOND)

static ToriFileCalls quick;

static void
wait_for_server (void)
{
  g_usleep ((gulong) g_random_int_range (0, MOST));
}

static int
open_slowly (const char *path, int flags, mode_t mode)
{
  wait_for_server ();
  return quick.open (path, flags, mode);
}

static int
rename_slowly (const char *from, const char *to, unsigned int flags)
{
  const int result = quick.rename (from, to, flags);

  wait_for_server ();
  return result;
}

static int
unlink_slowly (const char *path)
{
  wait_for_server ();
  return quick.unlink (path);
}

/**
 * tori_test_slow_begin:
 *
 * Lets every file be as if it were on a slow server, until the program ends.
 */
void
tori_test_slow_begin (void)
{
  quick = tori_file_calls;
  tori_file_calls.open = open_slowly;
  tori_file_calls.rename = rename_slowly;
  tori_file_calls.unlink = unlink_slowly;
}
