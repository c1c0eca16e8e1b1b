/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-remote-file.h"

#include <string.h>

#include "support/tori-test-data.h"
#include "tori-test-server.h"

typedef struct
{
  TestServer server;
  GFile *file;
  ToriDigest digest;
  ToriSaveReport report;
  GError *error;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;

  fixture->server.content = g_string_new ("old");
  fixture->server.room = -1;
  fixture->file = tori_test_server_new (&fixture->server);
  bytes = tori_remote_file_load (fixture->file, &fixture->digest, NULL, &fixture->error);
  g_assert_no_error (fixture->error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "old", 3);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->server.content)
    g_string_free (fixture->server.content, TRUE);
  g_object_unref (fixture->file);
  g_clear_error (&fixture->error);
}

static gboolean
save (Fixture *fixture, gsize size, const ToriDigest *expected)
{
  char *data = g_strnfill (size, 'n');
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);

  g_clear_error (&fixture->error);
  return tori_remote_file_save (fixture->file, bytes, expected, &fixture->report, &fixture->error);
}

static void
drop (Fixture *fixture)
{
  g_string_free (fixture->server.content, TRUE);
  fixture->server.content = NULL;
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_assert_true (save (fixture, 5000, &fixture->digest));
  g_assert_true (fixture->report.is_confirmed);
  g_assert_cmpuint (fixture->server.content->len, ==, 5000);
  fixture->digest = fixture->report.digest;
  g_assert_true (save (fixture, 0, &fixture->digest));
  g_assert_cmpstr (fixture->server.content->str, ==, "");

  drop (fixture);
  g_assert_true (save (fixture, 3, NULL));
  g_assert_cmpstr (fixture->server.content->str, ==, "nnn");
}

static void
assert_refused (Fixture *fixture, const ToriDigest *expected, ToriStorageError code)
{
  g_assert_false (save (fixture, 5000, expected));
  g_assert_error (fixture->error, TORI_STORAGE_ERROR, (int) code);
}

static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture, NULL, TORI_STORAGE_ERROR_EXISTS);
  g_string_assign (fixture->server.content, "other");
  assert_refused (fixture, &fixture->digest, TORI_STORAGE_ERROR_CONFLICT);
  g_assert_cmpstr (fixture->server.content->str, ==, "other");
  drop (fixture);
  assert_refused (fixture, &fixture->digest, TORI_STORAGE_ERROR_GONE);
  g_assert_null (fixture->server.content);
}

/* The good file stays when the new one cannot be written to its end. */
static void
test_faults (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = NULL;

  fixture->server.room = 2500;
  assert_refused (fixture, &fixture->digest, TORI_STORAGE_ERROR_NO_SPACE);
  g_assert_cmpstr (fixture->server.content->str, ==, "old");

  fixture->server.room = -1;
  fixture->server.is_closed = TRUE;
  assert_refused (fixture, &fixture->digest, TORI_STORAGE_ERROR_NO_PERMISSION);

  fixture->server.is_closed = FALSE;
  fixture->server.loses_at_close = TRUE;
  g_assert_false (save (fixture, 5000, &fixture->digest));
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_assert_cmpstr (fixture->server.content->str, ==, "old");

  fixture->server.loses_at_close = FALSE;
  fixture->server.cuts = TRUE;
  assert_refused (fixture, &fixture->digest, TORI_STORAGE_ERROR_DAMAGED);
  copy = tori_test_read (tori_storage_error_get_value (fixture->error), NULL);
  g_assert_cmpstr (copy, ==, "old");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_cancellable_cancel (cancelled);
  bytes = tori_remote_file_load (fixture->file, &fixture->digest, cancelled, &fixture->error);
  g_assert_null (bytes);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/remote-file/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("save", test_save);
  ADD ("conflict", test_conflict);
  ADD ("faults", test_faults);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
