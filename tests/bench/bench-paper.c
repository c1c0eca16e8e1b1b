/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-paper.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <pango/pangocairo.h>
#include <string.h>
#include <time.h>

#include "model/tori-block.h"
#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-item.h"
#include "model/tori-label.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"
#include "model/tori-topic.h"
#include "report/tori-report-private.h"

/* The phases of all years stand in one cell. */
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

#define PADDING 3.0
#define POINTS_PER_MM (72 / 25.4)

struct _BenchPaper
{
  GPtrArray *texts; /* of char: N_COLUMNS a row */
  double widths[N_COLUMNS];
  double width, height, left, top, bottom;
  double font_size;
};

/* --- The texts --- */

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

/* The widths of our table, so that lines are as long. */
static void
take_widths (BenchPaper *self, ToriPlan *plan, const ToriReportOptions *options, double width)
{
  ToriReportColumns *columns =
      tori_report_columns_new (plan, tori_plan_get_year (plan), options, width, self->font_size);
  const guint after = TORI_COLUMN_YEARS + columns->n_years;

  self->widths[COLUMN_NUMBER] = columns->widths[TORI_COLUMN_NUMBER];
  self->widths[COLUMN_TITLE] = columns->widths[TORI_COLUMN_TITLE];
  self->widths[COLUMN_ITEM] = columns->widths[TORI_COLUMN_ITEM];
  for (guint i = TORI_COLUMN_YEARS; i < after; i++)
    self->widths[COLUMN_PHASES] += columns->widths[i];
  for (guint i = 0; i < TORI_N_COLUMNS_AFTER_YEARS; i++)
    self->widths[COLUMN_ACTIONS + i] = columns->widths[after + i];
  tori_report_columns_unref (columns);
}

/**
 * bench_paper_new:
 * @plan: a plan
 * @options: how its table is printed
 *
 * Returns: (transfer full): what a bare program needs for the same table
 */
BenchPaper *
bench_paper_new (ToriPlan *plan, const ToriReportOptions *options)
{
  BenchPaper *self = g_new0 (BenchPaper, 1);
  const ToriReportMargins margins = tori_report_options_find_margins (options);

  self->font_size = tori_report_options_find_font_size (options);
  tori_paper_get_size (options->paper, options->portrait, &self->width, &self->height);
  self->left = margins.left * POINTS_PER_MM;
  self->top = margins.top * POINTS_PER_MM;
  self->bottom = margins.bottom * POINTS_PER_MM;
  take_widths (self, plan, options, self->width - self->left - margins.right * POINTS_PER_MM);
  self->texts = list_texts (plan);
  return self;
}

void
bench_paper_free (BenchPaper *self)
{
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/* --- The bare program --- */

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* It breaks no row: a page is as tall as its row needs it, since cairo would not draw what is outside. */
static double
draw_row (
    BenchPaper *self, cairo_surface_t *surface, cairo_t *cr, PangoLayout **layouts, char **texts, double y)
{
  const double end = self->height - self->bottom;
  double x = self->left;
  double height = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      int cell_height;

      pango_layout_set_text (layouts[i], texts[i], -1);
      pango_layout_get_size (layouts[i], NULL, &cell_height);
      height = MAX (height, pango_units_to_double (cell_height) + 2 * PADDING);
    }
  if (y > self->top && y + height > end)
    {
      cairo_show_page (cr);
      y = self->top;
    }
  if (y + height > end)
    cairo_pdf_surface_set_size (surface, self->width, y + height + self->bottom);
  else if (y <= self->top)
    cairo_pdf_surface_set_size (surface, self->width, self->height);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      cairo_move_to (cr, x + PADDING, y + PADDING);
      pango_cairo_show_layout (cr, layouts[i]);
      x += self->widths[i];
    }
  return y + height;
}

/**
 * bench_paper_draw:
 * @self: a table
 *
 * Draws it into a PDF that nobody reads.
 */
void
bench_paper_draw (BenchPaper *self)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append_cb, bytes, self->width, self->height);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Serif CJK JP,serif");
  PangoLayout *layouts[N_COLUMNS];
  double y = self->top;

  pango_context_set_language (context, pango_language_from_string ("ja"));
  pango_font_description_set_absolute_size (font, self->font_size * PANGO_SCALE);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      layouts[i] = pango_layout_new (context);
      pango_layout_set_font_description (layouts[i], font);
      pango_layout_set_wrap (layouts[i], PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (layouts[i], pango_units_from_double (self->widths[i] - 2 * PADDING));
    }
  for (guint i = 0; i < self->texts->len; i += N_COLUMNS)
    y = draw_row (self, surface, cr, layouts, (char **) &self->texts->pdata[i], y);
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

/**
 * bench_paper_write_html:
 * @self: a table
 * @path: a file
 *
 * Writes it as a page for programs that print HTML, on the same paper.
 */
void
bench_paper_write_html (BenchPaper *self, const char *path)
{
  g_autoptr (GString) html =
      g_string_new ("<!DOCTYPE html><html lang=\"ja\"><meta charset=\"utf-8\"><style>\n");
  g_autoptr (GError) error = NULL;

  g_string_append_printf (
      html,
      "@page { size: A3 landscape; margin: 22mm 10mm 20mm 25mm }\n"
      "body { font: %dpt 'Noto Serif CJK JP' } td { border: 1px solid; vertical-align: top }\n"
      "table { border-collapse: collapse; table-layout: fixed }</style>\n<table>\n",
      (int) self->font_size);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_string_append_printf (html, "<col style=\"width: %dpt\">", (int) self->widths[i]);
  for (guint i = 0; i < self->texts->len; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (self->texts->pdata[i], -1);
      g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);
      g_autofree char *cell = g_strjoinv ("<br>", lines);

      g_string_append_printf (html, "%s<td>%s</td>", i % N_COLUMNS == 0 ? "\n<tr>" : "", cell);
    }
  g_string_append (html, "</table></html>\n");
  g_file_set_contents (path, html->str, (gssize) html->len, &error);
  g_assert_no_error (error);
}

/* --- Figures --- */

BenchTime
bench_time_now (void)
{
  struct timespec cpu;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &cpu);
  return (BenchTime){ (double) g_get_monotonic_time () / 1e3,
                      (double) cpu.tv_sec * 1e3 + (double) cpu.tv_nsec / 1e6 };
}

/**
 * bench_time_take:
 * @start: when something began
 * @best_wall: (inout) (optional): the shortest time so far, by the clock
 * @best_cpu: (inout) (optional): and that of the processor
 *
 * Takes the time since then if it is shorter.
 */
void
bench_time_take (const BenchTime *start, double *best_wall, double *best_cpu)
{
  const BenchTime now = bench_time_now ();

  if (best_wall != NULL)
    *best_wall = MIN (*best_wall, now.wall - start->wall);
  if (best_cpu != NULL)
    *best_cpu = MIN (*best_cpu, now.cpu - start->cpu);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

double
bench_get_median (GArray *times)
{
  g_array_sort (times, compare);
  return g_array_index (times, double, times->len / 2);
}

/* In megabytes: the most that this process has had in memory at one time. */
guint
bench_get_peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);
  return (guint) (g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) / 1024);
}

/* Of all cells of the table of the plan's year. */
guint
bench_count_characters (ToriPlan *plan)
{
  g_autoptr (GPtrArray) texts = list_texts (plan);
  guint n = 0;

  for (guint i = 0; i < texts->len; i++)
    n += (guint) g_utf8_strlen (texts->pdata[i], -1);
  return n;
}

/* --- Other programs --- */

void
bench_run_in (const char *folder, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_auto (GStrv) arguments = NULL;

  g_shell_parse_argv (line, NULL, &arguments, &error);
  g_assert_no_error (error);
  g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
}

static void
remove_all (GFile *file)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      file, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    remove_all (child);
  g_file_delete (file, NULL, NULL);
}

void
bench_remove_folder (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  remove_all (file);
}
