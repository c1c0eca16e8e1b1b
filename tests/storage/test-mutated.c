/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <sys/resource.h>

#include "storage/tori-codec.h"
#include "storage/tori-storage-words.h"
#include "support/tori-test-data.h"

/* Real plans, damaged at random: each is opened, or refused with a sentence, in no time and little memory;
 * what is opened can be written and read again. */

#define LONGEST (2 * G_TIME_SPAN_SECOND)
#define MOST_MEMORY (256 * 1024) /* kB */

static guint n_mutants = 500;
static guint n_opened, n_refused;

/* Does one damage: what disks, mail programs and text editors do. */
static void
damage (GString *text, GRand *random)
{
  static const char *const pieces[] = { "\"",
                                        "{",
                                        "}",
                                        "[",
                                        "]",
                                        ",",
                                        ":",
                                        "null",
                                        "1e999",
                                        "\\u0000",
                                        "\\ud800",
                                        "\xff",
                                        "\xef\xbb\xbf",
                                        "\r\n",
                                        "-0",
                                        "9007199254740993",
                                        "\"id\": \"\"",
                                        "2500" };
  const gssize at = (gssize) g_rand_int_range (random, 0, (gint32) text->len);
  const gssize n = MIN ((gssize) g_rand_int_range (random, 1, 200), (gssize) text->len - at);
  const char *piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];
  g_autofree char *copy = g_strndup (text->str + at, (gsize) n);

  switch (g_rand_int_range (random, 0, 7))
    {
    case 0: text->str[at] = (char) (text->str[at] ^ (1 << g_rand_int_range (random, 0, 8))); break;
    case 1: g_string_erase (text, at, n); break;
    case 2: g_string_insert (text, at, copy); break;
    case 3: g_string_truncate (text, (gsize) at); break;
    case 4: g_string_insert (text, at, piece); break;
    case 5: g_string_overwrite (text, (gsize) at, piece); break;
    default: g_string_insert (text, g_rand_int_range (random, 0, (gint32) text->len), copy);
    }
}

static void
check_again (ToriPlan *plan)
{
  g_autoptr (GBytes) bytes = tori_codec_encode (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPlan) again = tori_codec_decode_bytes (bytes, &error);
  g_autoptr (GBytes) bytes_again = NULL;

  g_assert_no_error (error);
  bytes_again = tori_codec_encode (again);
  g_assert_true (g_bytes_equal (bytes, bytes_again));
}

static void
check_mutant (const char *data, gsize length, GRand *random)
{
  g_autoptr (GString) text = g_string_new_len (data, (gssize) length);
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPlan) plan = NULL;
  g_autofree char *sentence = NULL;
  gint64 begun;

  for (gint32 i = g_rand_int_range (random, 1, 4); i > 0 && text->len > 0; i--)
    damage (text, random);
  begun = g_get_monotonic_time ();
  plan = tori_codec_decode (text->str, text->len, &error);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, LONGEST);
  g_assert_true ((plan == NULL) == (error != NULL));
  if (plan != NULL)
    {
      check_again (plan);
      n_opened++;
      return;
    }
  sentence = tori_storage_error_describe (error, "x");
  g_assert_cmpuint (strlen (sentence), >, strlen ("x: "));
  g_assert_true (g_utf8_validate (sentence, -1, NULL));
  n_refused++;
}

static void
check_plan (const char *path, GRand *random)
{
  gsize length;
  g_autofree char *data = tori_test_read (path, &length);

  for (guint i = 0; i < n_mutants; i++)
    check_mutant (data, length, random);
}

static void
test_mutated (void)
{
  g_autofree char *sample = g_build_filename (g_getenv ("TORIKUMI_SAMPLES"), "shiomihara.torikumi", NULL);
  const char *others = g_getenv ("TORIKUMI_PLANS");
  g_auto (GStrv) paths = others == NULL ? NULL : g_strsplit (others, G_SEARCHPATH_SEPARATOR_S, -1);
  GRand *random = g_rand_new_with_seed (20261127);
  struct rusage used;

  check_plan (sample, random);
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    check_plan (paths[i], random);
  g_rand_free (random);
  g_test_message ("%u opened, %u refused", n_opened, n_refused);
  g_assert_cmpuint (n_opened, >, n_mutants / 100);
  g_assert_cmpuint (n_refused, >, n_mutants / 2);
  g_assert_cmpint (getrusage (RUSAGE_SELF, &used), ==, 0);
#ifndef __SANITIZE_ADDRESS__ /* which takes several times as much for itself */
  g_assert_cmpint (used.ru_maxrss, <, MOST_MEMORY);
#endif
}

int
main (int argc, char **argv)
{
  if (g_getenv ("TORIKUMI_SOAK") != NULL)
    n_mutants = 10000;
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mutated/real", test_mutated);
  return g_test_run ();
}
