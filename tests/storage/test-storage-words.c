/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-storage-words.h"

#include <gio/gio.h>
#include <string.h>

#include "storage/tori-storage-error.h"

/* Every code has words of its own that say what to do. */
static void
test_all_codes (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint code = 0; code < TORI_STORAGE_N_ERRORS; code++)
    {
      g_autoptr (GError) error = tori_storage_error_new_for_file (code, "X-1");
      char *text = tori_storage_error_describe (error, "plan.torikumi");

      g_test_message ("%s", text);
      g_assert_true (g_str_has_prefix (text, "plan.torikumi: "));
      g_assert_true (g_str_has_suffix (text, "."));
      g_assert_nonnull (strstr (text, ". "));
      g_assert_true (g_hash_table_add (seen, text));
      g_assert_cmpstr (tori_storage_error_get_name (code), !=, NULL);
    }
}

static void
assert_text (GError *error, const char *expected)
{
  g_autoptr (GError) owned = error;
  g_autoptr (GError) copy = g_error_copy (owned);
  g_autofree char *text = tori_storage_error_describe (copy, "a.torikumi");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_places (void)
{
  assert_text (
      tori_storage_error_new_at_place (TORI_STORAGE_ERROR_MISSING_COMMA, 12, 8),
      "a.torikumi, line 12, character 8: A comma is missing in front of this place. Put it in in a text "
      "editor, or open a backup copy.");
  assert_text (
      tori_storage_error_new_at_path (TORI_STORAGE_ERROR_YEAR_RANGE, "pillars[2].year", "29"),
      "a.torikumi, at pillars[2].year: 29 is not a year from 1900 to 2200. Mend it in a text editor, or "
      "open a backup copy.");
  assert_text (
      tori_storage_error_new_at_path (TORI_STORAGE_ERROR_NOT_A_PLAN, "", NULL),
      "a.torikumi: This is not a plan file, but one of another program. Choose a file that was saved by "
      "Torikumi.");
  assert_text (
      tori_storage_error_new_for_file (TORI_STORAGE_ERROR_DAMAGED, "/state/copy"),
      "a.torikumi: The file was damaged while it was saved, for the drive or the server reported an "
      "error. Its former content is whole in /state/copy; keep that, and save the plan in another place.");
  assert_text (g_error_new (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The server does not answer."),
               "a.torikumi: The server does not answer.");
}

static void
test_other_name (void)
{
  g_autofree char *plain = tori_storage_words_name_other ("計画.x.torikumi", 2);
  g_autofree char *bare = tori_storage_words_name_other ("計画", 1);
  g_autofree char *hidden = tori_storage_words_name_other (".plan", 1);

  g_assert_cmpstr (plain, ==, "計画.x (saved by somebody else 2).torikumi");
  g_assert_cmpstr (bare, ==, "計画 (saved by somebody else 1)");
  g_assert_cmpstr (hidden, ==, ".plan (saved by somebody else 1)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/storage-words/all-codes", test_all_codes);
  g_test_add_func ("/storage-words/places", test_places);
  g_test_add_func ("/storage-words/other-name", test_other_name);
  return g_test_run ();
}
