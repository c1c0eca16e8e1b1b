/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "storage/tori-codec.h"
#include "storage/tori-json-reader.h"
#include "storage/tori-safe-file.h"
#include "support/tori-test-plans.h"

/* bench-json N: what reading and writing a plan of N initiatives costs, beside json-glib on the same file in
 * the same run. json-glib stops at its tree; we have checked the file strictly and filled the model.
 *
 * Each cost is that of a fresh process that does it once, as a user's does: a second time is cheaper by half
 * for a small plan, whose memory is there already, and not for a big one. It is time of the processor, with
 * the files in memory: neither the disk nor other programs are judged here. */

#define ROUNDS 3

static gint64
get_time (void)
{
  struct timespec time;

  g_assert_cmpint (clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time), ==, 0);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* The most memory that this process has had so far; getrusage () would count its parent's too. */
static gint64
get_peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);
  return g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10) * 1024;
}

static ToriPlan *
read_plan (const char *path)
{
  g_autoptr (GError) error = NULL;
  ToriDigest digest;
  g_autoptr (GBytes) bytes = tori_safe_file_load (path, &digest, &error);
  ToriPlan *plan = NULL;

  if (bytes)
    {
      gsize size;
      const char *text = g_bytes_get_data (bytes, &size);

      plan = tori_codec_decode (text, size, &error);
    }
  g_assert_no_error (error);
  return plan;
}

static JsonParser *
read_tree (const char *path)
{
  g_autoptr (GError) error = NULL;
  JsonParser *parser = json_parser_new ();

  json_parser_load_from_mapped_file (parser, path, &error);
  g_assert_no_error (error);
  return parser;
}

static void
write_plan (ToriPlan *plan, const char *path)
{
  g_autoptr (GBytes) bytes = tori_codec_encode (plan);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static gint64
measure_read (const char *path)
{
  const gint64 start = get_time ();
  g_autoptr (ToriPlan) plan = read_plan (path);
  const gint64 cost = get_time () - start;

  g_assert_nonnull (plan);
  return cost;
}

static gint64
measure_read_tree (const char *path)
{
  const gint64 start = get_time ();
  g_autoptr (JsonParser) parser = read_tree (path);
  const gint64 cost = get_time () - start;

  g_assert_nonnull (parser);
  return cost;
}

static gint64
measure_write (const char *path)
{
  g_autoptr (ToriPlan) plan = read_plan (path);
  g_autofree char *out = g_strconcat (path, ".out", NULL);
  const gint64 start = get_time ();

  write_plan (plan, out);
  return get_time () - start;
}

static gint64
measure_write_tree (const char *path)
{
  g_autoptr (JsonParser) parser = read_tree (path);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *out = g_strconcat (path, ".out", NULL);
  g_autoptr (GError) error = NULL;
  gint64 start;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, json_parser_get_root (parser));
  start = get_time ();
  json_generator_to_file (generator, out, &error);
  g_assert_no_error (error);
  return get_time () - start;
}

static gint64
measure_check (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  const gint64 start = get_time ();

  g_assert_true (
      tori_json_reader_check (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), NULL));
  return get_time () - start;
}

/* By how many bytes reading makes the process grow at most, those of the file included. */
static gint64
measure_memory (const char *path)
{
  const gint64 start = get_peak ();
  g_autoptr (ToriPlan) plan = read_plan (path);

  g_assert_nonnull (plan);
  return get_peak () - start;
}

static const struct
{
  const char *name;
  gint64 (*measure) (const char *path);
} measures[] = {
  { "read", measure_read },   { "read-tree", measure_read_tree },
  { "write", measure_write }, { "write-tree", measure_write_tree },
  { "check", measure_check }, { "memory", measure_memory },
};

static int
print_measure (const char *name, const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (g_str_equal (measures[i].name, name))
      g_print ("%" G_GINT64_FORMAT, measures[i].measure (path));
  return EXIT_SUCCESS;
}

/* The least that it costs in several fresh processes. */
static double
measure (const char *program, const char *name, const char *path)
{
  const char *argv[] = { program, "--measure", name, path, NULL };
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *out = NULL;
      g_autoptr (GError) error = NULL;
      double cost;
      int status;

      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, &error);
      g_assert_no_error (error);
      g_assert_cmpint (status, ==, 0);
      cost = g_ascii_strtod (out, NULL);
      best = MIN (best, cost);
    }
  return MAX (best, 1);
}

static void
bench_against_tree (
    const char *program, const char *name, const char *path, const char *small_path, double goal)
{
  g_autofree char *tree = g_strdup_printf ("%s-tree", name);
  const double ours = measure (program, name, path);
  const double theirs = measure (program, tree, path);
  const double small = measure (program, name, small_path);

  g_print ("json %s cpu_us=%.0f ratio_to_json_glib=%.2f goal=%.2f\n", name, ours, ours / theirs, goal);
  g_print ("json %s growth_of_ten_times=%.1f goal=11.0\n", name, ours / small);
}

static void
bench (const char *program, const char *folder, guint n)
{
  g_autofree char *path = g_build_filename (folder, "big.torikumi", NULL);
  g_autofree char *small_path = g_build_filename (folder, "small.torikumi", NULL);
  g_autofree char *out = g_strconcat (path, ".out", NULL);
  g_autofree char *small_out = g_strconcat (small_path, ".out", NULL);
  g_autoptr (ToriPlan) plan = tori_test_big_plan (n);
  g_autoptr (ToriPlan) small = tori_test_big_plan (n / 10);
  GStatBuf info;

  write_plan (plan, path);
  write_plan (small, small_path);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_print ("json n=%u bytes=%" G_GINT64_FORMAT "\n", n, (gint64) info.st_size);
  bench_against_tree (program, "read", path, small_path, 1.6);
  bench_against_tree (program, "write", path, small_path, 1.5);
  g_print ("json check megabytes_per_second=%.0f\n",
           (double) info.st_size / measure (program, "check", path));
  g_print ("json read memory_per_file_size=%.2f goal=3.00\n",
           measure (program, "memory", path) / (double) info.st_size);

  g_unlink (path);
  g_unlink (small_path);
  g_unlink (out);
  g_unlink (small_out);
}

int
main (int argc, char **argv)
{
  g_autofree char *in_memory = g_strdup ("/dev/shm/tori-bench-XXXXXX");
  g_autofree char *folder = NULL;

  if (argc == 4 && g_str_equal (argv[1], "--measure"))
    return print_measure (argv[2], argv[3]);

  folder = g_mkdtemp (in_memory) ? g_strdup (in_memory) : g_dir_make_tmp ("tori-bench-XXXXXX", NULL);
  g_assert_nonnull (folder);
  bench (argv[0], folder, argc > 1 ? (guint) atoi (argv[1]) : 1000);
  g_rmdir (folder);
  return EXIT_SUCCESS;
}
