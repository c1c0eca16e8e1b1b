/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-paper.h"
#include "model/tori-block.h"
#include "model/tori-entry.h"
#include "model/tori-history.h"
#include "model/tori-initiative.h"
#include "model/tori-pillar.h"
#include "report/tori-crew.h"
#include "report/tori-report.h"
#include "support/tori-test-plans.h"

/* What the table of N initiatives on A3 costs as PDF, beside the least that it could cost: a bare program
 * that gives each cell's text to Pango and draws it with cairo, row by row, without arrows, lines, headers or
 * structure, in columns of the same widths. Both run in turn, and the best time of each counts: that of the
 * processor on one core, that of the clock on two. Then what a preview waits for, and, where they are
 * installed, what other programs take for the same content as HTML. */

#define ROUNDS 5
#define MANY 100 /* fewer initiatives are not for measuring: one round will do */

static const ToriReportOptions a3 = { TORI_REPORT_TABLE, .paper = TORI_PAPER_A3 };

static void
draw_report (ToriPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tori_report_to_pdf (plan, &a3, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 0);
}

typedef struct
{
  double bare_cpu, one_cpu; /* milliseconds */
  double bare_wall, two_wall;
} Times;

static Times
measure (ToriPlan *plan, guint n_rounds)
{
  g_autoptr (BenchPaper) paper = bench_paper_new (plan, &a3);
  Times best = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };

  for (guint i = 0; i < n_rounds; i++)
    {
      BenchTime start = bench_time_now ();

      bench_paper_draw (paper);
      bench_time_take (&start, &best.bare_wall, &best.bare_cpu);
      tori_crew_set_default_size (1);
      start = bench_time_now ();
      draw_report (plan);
      bench_time_take (&start, NULL, &best.one_cpu);
      tori_crew_set_default_size (2);
      start = bench_time_now ();
      draw_report (plan);
      bench_time_take (&start, &best.two_wall, NULL);
    }
  tori_crew_set_default_size (0);
  return best;
}

static void
print_pdf (guint n, guint n_rounds)
{
  g_autoptr (ToriPlan) small_plan = tori_test_big_plan (MAX (1, n / 10));
  g_autoptr (ToriPlan) plan = tori_test_big_plan (n);
  Times small = measure (small_plan, n_rounds);
  Times times = measure (plan, n_rounds);

  g_print ("report n=%u chars=%u one_core=%.2f goal=1.20 two_cores=%.2f goal=0.80 (of the bare program)\n", n,
           bench_count_characters (plan) / n, times.one_cpu / times.bare_cpu,
           times.two_wall / times.bare_wall);
  g_print ("report n=%u bare_ms=%.0f one_core_ms=%.0f two_cores_ms=%.0f growth_from_tenth=%.2f\n", n,
           times.bare_cpu, times.one_cpu, times.two_wall, times.one_cpu / small.one_cpu);
}

/* --- What a preview waits for --- */

static ToriBlock *
get_block (ToriPlan *plan, guint n, guint of)
{
  ToriList *pillars = tori_plan_get_pillars (plan);
  guint total = 0, wanted;

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    total += tori_list_get_length (tori_pillar_get_initiatives (tori_list_get (pillars, i)));
  wanted = (guint) ((guint64) (total - 1) * n / of);
  for (guint i = 0;; i++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, i));
      const guint length = tori_list_get_length (initiatives);

      if (wanted < length)
        return tori_list_get (tori_entry_get_actions (tori_initiative_find_entry (
                                  tori_list_get (initiatives, wanted), tori_plan_get_year (plan))),
                              0);
      wanted -= length;
    }
}

typedef struct
{
  ToriPages *pages;
  ToriRecord *record;
  gboolean found;
} Where;

static void
find_record (const ToriPageArea *area, gpointer user_data)
{
  Where *where = user_data;

  where->found = where->found || area->record == where->record;
}

static guint
find_page (ToriPages *pages, gpointer record)
{
  Where where = { pages, record, FALSE };

  for (guint page = 0;; page++)
    {
      tori_pages_foreach_area (pages, page, find_record, &where);
      if (where.found)
        return page;
    }
}

static void
changed_cb (ToriPages *pages, ToriRecord *source, const ToriField *field)
{
  tori_pages_update (pages, source, field);
}

static void
draw_page (ToriPages *pages, guint page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1190, 842);
  cairo_t *cr = cairo_create (surface);

  tori_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A character is typed into a text of the first, of a middle or of the last initiative, whose page is seen.
 */
static void
print_typing (guint n, guint n_keys)
{
  g_autoptr (ToriPlan) plan = tori_test_big_plan (n);
  g_autoptr (ToriHistory) history = tori_history_new (plan);
  g_autoptr (ToriPages) pages = tori_report_lay_out (plan, &a3, NULL);
  double worst = 0;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  tori_pages_get_n_pages (pages);
  g_signal_connect_object (plan, "changed", G_CALLBACK (changed_cb), pages, G_CONNECT_SWAPPED);
  for (guint third = 0; third <= 2; third++)
    {
      ToriBlock *block = get_block (plan, third, 2);
      const guint page = find_page (pages, block);

      for (guint i = 0; i < n_keys; i++)
        {
          g_autofree char *text = g_strconcat (tori_block_get_text (block), "字", NULL);
          BenchTime start = bench_time_now ();
          double wall = G_MAXDOUBLE;

          tori_history_type (history, TORI_STEP_ACTIONS, block, "text", text);
          draw_page (pages, page);
          bench_time_take (&start, &wall, NULL);
          g_array_append_val (times, wall);
          worst = MAX (worst, wall);
        }
    }
  g_print ("relayout n=%u keys=%u median_ms=%.1f worst_ms=%.1f goal=16\n", n, times->len,
           bench_get_median (times), worst);
}

static void
print_opening (guint n, guint n_rounds)
{
  g_autoptr (ToriPlan) plan = tori_test_big_plan (n);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < n_rounds; i++)
    {
      BenchTime start = bench_time_now ();
      g_autoptr (ToriPages) pages = tori_report_lay_out (plan, &a3, NULL);
      double wall = G_MAXDOUBLE;

      draw_page (pages, 0);
      bench_time_take (&start, &wall, NULL);
      g_array_append_val (times, wall);
      best = MIN (best, wall);
    }
  g_print ("first-page n=%u median_ms=%.1f best_ms=%.1f goal=100\n", n, bench_get_median (times), best);
}

/* --- Memory, of a process that does nothing else --- */

static int
run_child (guint n)
{
  g_autoptr (ToriPlan) plan = tori_test_big_plan (n);
  const guint plan_mb = bench_get_peak_memory ();

  draw_report (plan);
  g_print ("memory n=%u peak_mb=%u of_the_plan_mb=%u goal=%u\n", n, bench_get_peak_memory (), plan_mb,
           n > 1000 ? 500 : 250);
  return EXIT_SUCCESS;
}

static void
print_memory (const char *self, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, "--child", number, NULL);
  g_autofree char *output = NULL;

  if (child == NULL || !g_subprocess_communicate_utf8 (child, NULL, NULL, &output, NULL, &error))
    g_error ("%s", error->message);
  g_print ("%s", output);
}

/* --- Other programs --- */

static void
print_other (ToriPlan *plan, const char *name, const char *program, const char *arguments, double ours)
{
  g_autoptr (BenchPaper) paper = bench_paper_new (plan, &a3);
  g_autofree char *path = g_find_program_in_path (program);
  g_autofree char *folder = NULL;
  g_autofree char *html = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;
  double wall = G_MAXDOUBLE;
  BenchTime start;

  if (path == NULL)
    {
      g_print ("%s: not measured, it is not installed\n", name);
      return;
    }
  folder = g_dir_make_tmp ("torikumi-bench-XXXXXX", &error);
  g_assert_no_error (error);
  html = g_build_filename (folder, "table.html", NULL);
  bench_paper_write_html (paper, html);
  line = g_strdup_printf ("env HOME=%s %s", folder, program);
  line = g_strconcat (line, " ", arguments, NULL);
  start = bench_time_now ();
  bench_run_in (folder, line);
  bench_time_take (&start, &wall, NULL);
  g_print ("%s ratio_to_ours=%.1f ms=%.0f\n", name, wall / ours, wall);
  bench_remove_folder (folder);
}

static void
print_others (guint n)
{
  g_autoptr (ToriPlan) plan = tori_test_big_plan (n);
  double ours = G_MAXDOUBLE;

  for (guint i = 0; i < 3; i++)
    {
      BenchTime start = bench_time_now ();

      draw_report (plan);
      bench_time_take (&start, &ours, NULL);
    }
  print_other (plan, "libreoffice-writer (goal=6)", "soffice",
               "--headless --norestore --convert-to pdf:writer_web_pdf_Export table.html", ours);
  print_other (plan, "weasyprint (goal=15)", "weasyprint", "table.html table.pdf", ours);
}

int
main (int argc, char **argv)
{
  const guint n = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 1000;
  const gboolean real = n >= MANY;

  if (argc > 2 && g_str_equal (argv[1], "--child"))
    return run_child ((guint) strtoul (argv[2], NULL, 10));
  print_pdf (n, real ? ROUNDS : 1);
  print_typing (n, real ? 20 : 2);
  print_opening (10 * n, real ? ROUNDS : 1);
  print_memory (argv[0], n);
  print_memory (argv[0], 10 * n);
  if (real)
    print_others (n);
  return EXIT_SUCCESS;
}
