/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <time.h>

#include "model/tori-block.h"
#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-item.h"
#include "model/tori-label.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"
#include "model/tori-topic.h"
#include "report/tori-report.h"
#include "support/tori-test-plans.h"

/* What the table as PDF costs, beside the least that it could cost: a bare program that gives each cell's
 * text to Pango and draws it with cairo, row by row, without arrows, lines, headers or structure. It breaks
 * no row: a page is as tall as its row needs it, since cairo would not draw what is outside. Both run in
 * turn, and the best time of each counts: that of the processor, since other programs run beside a benchmark.
 */

#define ROUNDS 5
#define MANY 100 /* fewer initiatives are not for measuring: one round will do */

/* The table's columns on A4 landscape with letters of 8 points; the years' phases stand in one cell. */
typedef enum
{
  COLUMN_NUMBER,
  COLUMN_TITLE,
  COLUMN_ITEM,
  COLUMN_PHASES,
  COLUMN_ACTIONS,
  COLUMN_LEVEL,
  COLUMN_STATUS,
  COLUMN_CHARGE,
} Column;
#define N_COLUMNS (COLUMN_CHARGE + 1)

static const double widths[N_COLUMNS] = { 23, 76, 84, 120, 149, 48, 175, 55 };

#define PAGE_WIDTH 842.0
#define PAGE_HEIGHT 595.0
#define MARGIN 43.0
#define PADDING 3.0
#define FONT_SIZE 8.0

/* The bare program's data: N_COLUMNS texts a row. */

static void
append_line (GString *text, const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
append_blocks (GString *text, ToriEntry *entry, ToriList *blocks)
{
  for (guint i = 0; i < tori_list_get_length (blocks); i++)
    {
      ToriBlock *block = tori_list_get (blocks, i);
      const char *const *topics = tori_block_get_topics (block);

      for (guint t = 0; topics[t] != NULL; t++)
        append_line (text,
                     tori_topic_get_title (tori_list_find_id (tori_entry_get_topics (entry), topics[t])));
      append_line (text, tori_block_get_text (block));
    }
}

static void
append_schedule (GString **texts, ToriInitiative *initiative)
{
  ToriList *items = tori_initiative_get_schedule (initiative);

  for (guint i = 0; i < tori_list_get_length (items); i++)
    {
      ToriItem *item = tori_list_get (items, i);
      guint n;
      const ToriSpan *spans = tori_lanes_get_spans (tori_item_get_lanes (item), 0, &n);

      append_line (texts[COLUMN_ITEM], tori_item_get_item (item));
      for (guint s = 0; s < n; s++)
        append_line (texts[COLUMN_PHASES], spans[s].phase);
    }
}

static void
append_level (GString *text, ToriPlan *plan, ToriEntry *entry)
{
  ToriScale *scale = tori_list_get (tori_plan_get_scales (plan), 0);
  const ToriRating *rating =
      tori_ratings_find (tori_entry_get_ratings (entry), tori_record_get_id (TORI_RECORD (scale)));
  g_autofree char *label = NULL;

  if (rating != NULL)
    {
      label =
          tori_label_level (tori_list_find_id (tori_scale_get_levels (scale), rating->level), rating->since);
      append_line (text, label);
    }
}

static void
add_row (GPtrArray *rows, ToriPlan *plan, ToriInitiative *initiative)
{
  ToriEntry *entry = tori_initiative_find_entry (initiative, tori_plan_get_year (plan));
  const char *const *divisions = tori_initiative_get_divisions (initiative);
  GString *texts[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    texts[i] = g_string_new (NULL);
  append_line (texts[COLUMN_NUMBER], tori_initiative_get_number (initiative));
  append_line (texts[COLUMN_TITLE], tori_initiative_get_title (initiative));
  append_schedule (texts, initiative);
  append_blocks (texts[COLUMN_ACTIONS], entry, tori_entry_get_actions (entry));
  append_level (texts[COLUMN_LEVEL], plan, entry);
  append_blocks (texts[COLUMN_STATUS], entry, tori_entry_get_outcome (entry));
  append_blocks (texts[COLUMN_STATUS], entry, tori_entry_get_outlook (entry));
  for (guint i = 0; divisions[i] != NULL; i++)
    {
      g_autofree char *name = tori_label_division (tori_plan_find (plan, TORI_TYPE_DIVISION, divisions[i]));

      append_line (texts[COLUMN_CHARGE], name);
    }
  for (guint i = 0; i < N_COLUMNS; i++)
    g_ptr_array_add (rows, g_string_free (texts[i], FALSE));
}

static GPtrArray *
list_texts (ToriPlan *plan)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  ToriList *pillars = tori_plan_get_pillars (plan);

  for (guint p = 0; p < tori_list_get_length (pillars); p++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, p));

      for (guint i = 0; i < tori_list_get_length (initiatives); i++)
        add_row (rows, plan, tori_list_get (initiatives, i));
    }
  return rows;
}

/* The bare program */

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static double
draw_row (cairo_surface_t *surface, cairo_t *cr, PangoLayout **layouts, char **texts, double y)
{
  double x = MARGIN;
  double height = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      int cell_height;

      pango_layout_set_text (layouts[i], texts[i], -1);
      pango_layout_get_size (layouts[i], NULL, &cell_height);
      height = MAX (height, pango_units_to_double (cell_height) + 2 * PADDING);
    }
  if (y > MARGIN && y + height > PAGE_HEIGHT - MARGIN)
    {
      cairo_show_page (cr);
      y = MARGIN;
    }
  if (y + height > PAGE_HEIGHT - MARGIN)
    cairo_pdf_surface_set_size (surface, PAGE_WIDTH, y + height + MARGIN);
  else if (y <= MARGIN)
    cairo_pdf_surface_set_size (surface, PAGE_WIDTH, PAGE_HEIGHT);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      cairo_move_to (cr, x + PADDING, y + PADDING);
      pango_cairo_show_layout (cr, layouts[i]);
      x += widths[i];
    }
  return y + height;
}

static void
draw_bare (GPtrArray *texts)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Serif CJK JP,serif");
  PangoLayout *layouts[N_COLUMNS];
  double y = MARGIN;

  pango_context_set_language (context, pango_language_from_string ("ja"));
  pango_font_description_set_absolute_size (font, FONT_SIZE * PANGO_SCALE);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      layouts[i] = pango_layout_new (context);
      pango_layout_set_font_description (layouts[i], font);
      pango_layout_set_wrap (layouts[i], PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (layouts[i], pango_units_from_double (widths[i] - 2 * PADDING));
    }
  for (guint i = 0; i < texts->len; i += N_COLUMNS)
    y = draw_row (surface, cr, layouts, (char **) &texts->pdata[i], y);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_object_unref (layouts[i]);
  g_object_unref (context);
  pango_font_description_free (font);
}

/* Ours */

static void
draw_report (ToriPlan *plan)
{
  const ToriReportOptions options = { TORI_REPORT_TABLE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tori_report_to_pdf (plan, &options, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 0);
}

/* In microseconds. */
static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static void
measure (guint n, double *report, double *bare)
{
  g_autoptr (ToriPlan) plan = tori_test_big_plan (n);
  g_autoptr (GPtrArray) texts = list_texts (plan);

  *report = *bare = G_MAXDOUBLE;
  for (guint i = 0; i < (n < MANY ? 1 : ROUNDS); i++)
    {
      double start = get_time ();

      draw_bare (texts);
      *bare = MIN (*bare, get_time () - start);
      start = get_time ();
      draw_report (plan);
      *report = MIN (*report, get_time () - start);
    }
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 1000;
  double report, bare, small_report, small_bare;

  measure (MAX (1, n / 10), &small_report, &small_bare);
  measure (n, &report, &bare);
  g_print ("report n=%u ratio_to_bare=%.2f best_ms=%.0f bare_ms=%.0f\n", n, report / bare, report / 1000,
           bare / 1000);
  g_print ("report n=%u growth_from_tenth=%.2f bare_growth=%.2f\n", n, report / small_report,
           bare / small_bare);
  return EXIT_SUCCESS;
}
