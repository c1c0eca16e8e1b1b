/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-set-line.h"

#include <math.h>

/* A line as it came out of Pango: glyphs and their places, some ten bytes a character, and nothing of Pango
 * itself. It is painted without being laid out again, and is the same on screen, in PDF and on paper. */

typedef struct
{
  guint16 index;
  gint16 shift; /* glyphs keep the order of reading; this is room for what marks need upwards, in 1/100 pt */
  float x;      /* from the beginning of the run */
} Glyph;

/* Glyphs of one font. Where every character is one glyph the clusters need not be stored. */
typedef struct
{
  cairo_scaled_font_t *font; /* owned by the cache of fonts */
  const char *text;
  guint n_bytes;
  guint n_glyphs;
  const Glyph *glyphs;
  guint n_clusters;
  const cairo_text_cluster_t *clusters; /* NULL: one glyph a character */
  float x;
} Run;

struct _ToriSetLine
{
  float x;
  float width;
  float height;
  float baseline; /* from the top of the line */
  float grey;
  guint n_runs;
  Run *runs;
};

/* Whether one glyph stands for each character, in order and on the line: nearly all of Japanese. */
static gboolean
run_is_simple (const PangoLayoutRun *run, const char *text)
{
  const PangoGlyphString *glyphs = run->glyphs;
  const char *p = text;

  if (glyphs->num_glyphs != run->item->num_chars || (run->item->analysis.level & 1) != 0)
    return FALSE;
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];

      if (glyphs->log_clusters[i] != p - text || info->geometry.y_offset != 0 || info->glyph > G_MAXUINT16)
        return FALSE;
      p = g_utf8_next_char (p);
    }
  return TRUE;
}

/* Puts the glyphs of an item behind those that the run has, from @start on. Returns where they end. */
static double
add_simple (Run *run, Glyph *glyphs, const PangoGlyphString *string, double start)
{
  int x = 0;

  for (int i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &string->glyphs[i];
      Glyph *glyph = &glyphs[run->n_glyphs++];

      glyph->index = (guint16) info->glyph;
      glyph->x = (float) (start + pango_units_to_double (x + info->geometry.x_offset));
      x += info->geometry.width;
    }
  return start + pango_units_to_double (x);
}

static void
add_cluster_glyphs (
    Run *run, Glyph *glyphs, cairo_text_cluster_t *cluster, const PangoGlyphItemIter *iter, const int *starts)
{
  const PangoGlyphString *string = iter->glyph_item->glyphs;
  gboolean backward = iter->start_glyph > iter->end_glyph;
  int from = backward ? iter->end_glyph + 1 : iter->start_glyph;
  int to = backward ? iter->start_glyph + 1 : iter->end_glyph;

  for (int i = from; i < to; i++)
    {
      const PangoGlyphInfo *info = &string->glyphs[i];
      Glyph *glyph = &glyphs[run->n_glyphs];

      if (info->glyph == PANGO_GLYPH_EMPTY)
        continue;
      glyph->index = (guint16) info->glyph;
      glyph->x = (float) pango_units_to_double (starts[i] + info->geometry.x_offset);
      glyph->shift = (gint16) lround (100 * pango_units_to_double (info->geometry.y_offset));
      run->n_glyphs++;
      cluster->num_glyphs++;
    }
}

/* Whatever is not simple: ligatures, marks, right to left. Glyphs go in the order of reading, each with its
 * place, so that what is copied out of a PDF reads right. */
static double
fill_clusters (ToriArena *arena, Run *run, PangoLayoutRun *item, const char *layout_text)
{
  const PangoGlyphString *string = item->glyphs;
  Glyph *glyphs = tori_arena_new_array (arena, Glyph, string->num_glyphs);
  cairo_text_cluster_t *clusters = tori_arena_new_array (arena, cairo_text_cluster_t, item->item->num_chars);
  g_autofree int *starts = g_new (int, (gsize) string->num_glyphs + 1);
  const char *p = run->text;
  PangoGlyphItemIter iter;

  starts[0] = 0;
  for (int i = 0; i < string->num_glyphs; i++)
    starts[i + 1] = starts[i] + string->glyphs[i].geometry.width;
  for (gboolean more = pango_glyph_item_iter_init_start (&iter, item, layout_text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      cairo_text_cluster_t *cluster = &clusters[run->n_clusters++];
      const char *end = g_utf8_offset_to_pointer (p, iter.end_char - iter.start_char);

      cluster->num_bytes = (int) (end - p);
      add_cluster_glyphs (run, glyphs, cluster, &iter, starts);
      p = end;
    }
  run->glyphs = glyphs;
  run->clusters = clusters;
  return pango_units_to_double (starts[string->num_glyphs]);
}

/* The caller's text at @index bytes of the text that was set. */
static const char *
map_text (const ToriLineSetting *setting, int index)
{
  if (setting->set_text == setting->text)
    return setting->text + index;
  return g_utf8_offset_to_pointer (setting->text,
                                   g_utf8_pointer_to_offset (setting->set_text, setting->set_text + index));
}

/* Letters of other scripts may come from fonts that stand higher than ours: the line grows with them. */
static void
make_room (ToriSetLine *line, const ToriLineSetting *setting, PangoFont *font)
{
  cairo_font_extents_t extents;
  double below = line->height - line->baseline;
  double size = setting->size;

  cairo_scaled_font_extents (tori_font_cache_get (setting->fonts, font), &extents);
  /* Japanese fonts ask for more than their square, which no table gives them. */
  if (extents.ascent + extents.descent <= 1.6 * size)
    return;
  line->baseline = (float) MAX (line->baseline, extents.ascent);
  line->height = (float) (line->baseline + MAX (below, extents.descent));
}

static void
begin_run (const ToriLineSetting *setting, ToriSetLine *line, Run *run, PangoLayoutRun *item)
{
  const PangoItem *info = item->item;

  run->font = tori_font_cache_get (setting->fonts, info->analysis.font);
  run->text = map_text (setting, info->offset);
  run->n_bytes = (guint) (map_text (setting, info->offset + info->length) - run->text);
  run->x = line->width;
  make_room (line, setting, info->analysis.font);
}

/* Whether the item can go on in a simple run of that font. */
static gboolean
continues (const ToriLineSetting *setting, PangoLayoutRun *item, cairo_scaled_font_t *font)
{
  return tori_font_cache_get (setting->fonts, item->item->analysis.font) == font
         && run_is_simple (item, setting->set_text + item->item->offset);
}

/* Makes one run of the simple items of one font from @items on: Pango parts kanji, kana, digits and letters,
 * although one font has them all, and a run costs more than its glyphs. Returns the first item after them. */
static GSList *
fill_simple (const ToriLineSetting *setting, ToriSetLine *line, Run *run, GSList *items)
{
  GSList *end = items;
  gsize n_glyphs = 0;
  Glyph *glyphs;
  double x = 0;

  for (; end != NULL && continues (setting, end->data, run->font); end = end->next)
    n_glyphs += (gsize) ((PangoLayoutRun *) end->data)->glyphs->num_glyphs;
  glyphs = tori_arena_new_array (setting->arena, Glyph, n_glyphs);
  run->glyphs = glyphs;
  for (GSList *l = items; l != end; l = l->next)
    {
      PangoLayoutRun *item = l->data;
      const char *text_end = map_text (setting, item->item->offset + item->item->length);

      run->n_bytes = (guint) (text_end - run->text);
      x = add_simple (run, glyphs, item->glyphs, x);
    }
  line->width += (float) x;
  return end;
}

/* Fills the line with runs. Returns how many. */
static guint
fill_runs (const ToriLineSetting *setting, ToriSetLine *line, Run *runs, GSList *items)
{
  guint n = 0;

  while (items != NULL)
    {
      PangoLayoutRun *item = items->data;
      Run *run = &runs[n++];

      begin_run (setting, line, run, item);
      if (run_is_simple (item, setting->set_text + item->item->offset))
        {
          items = fill_simple (setting, line, run, items);
          continue;
        }
      line->width += (float) fill_clusters (setting->arena, run, item, setting->set_text);
      items = items->next;
    }
  return n;
}

/* Characters of the width of an em may be moved apart; Latin words and figures stay as they are. */
static gboolean
is_wide (gunichar c)
{
  return c >= 0x2e80;
}

typedef struct
{
  gboolean marked; /* the first place stays as it is */
  gboolean begun;  /* something stands before, in this line */
  gboolean wide;   /* and it is wide */
  double shift;
  guint n_gaps;
} Spread;

/* Opens the places of @run where the line may open by @gap each. */
static void
spread_run (Run *run, Spread *spread, double gap)
{
  Glyph *glyphs = (Glyph *) run->glyphs; /* in our own arena */
  const char *p = run->text;

  if (run->clusters != NULL)
    {
      run->x += (float) spread->shift;
      spread->begun = TRUE;
      spread->wide = FALSE;
      return;
    }
  for (guint i = 0; i < run->n_glyphs; i++)
    {
      gboolean wide = is_wide (g_utf8_get_char (p));

      if (spread->begun && spread->marked)
        spread->marked = FALSE;
      else if (spread->begun && (wide || spread->wide))
        {
          spread->n_gaps++;
          spread->shift += gap;
        }
      glyphs[i].x += (float) spread->shift;
      spread->begun = TRUE;
      spread->wide = wide;
      p = g_utf8_next_char (p);
    }
}

/* How far a line is opened at most, in ems: as a whole, and between two characters. */
#define MAX_SLACK 2.0
#define MAX_GAP 0.13

/* 両端揃え: fills the line by opening it evenly. A line with much room left, before a long Latin word, stays
 * short rather than fall apart. @marked: it begins with a mark, which the next lines are aligned behind. */
static void
justify (const ToriLineSetting *setting, ToriSetLine *line, double width, gboolean marked)
{
  double slack = width - (double) line->width;
  const Spread start = { .marked = marked };
  Spread spread = start;

  if (slack < 0.01 || slack > MAX_SLACK * setting->size)
    return;
  for (guint i = 0; i < line->n_runs; i++)
    spread_run (&line->runs[i], &spread, 0);
  if (spread.n_gaps == 0 || slack / spread.n_gaps > MAX_GAP * setting->size)
    return;
  slack /= spread.n_gaps;
  spread = start;
  for (guint i = 0; i < line->n_runs; i++)
    spread_run (&line->runs[i], &spread, slack);
  line->width = (float) width;
}

/* Blanks at the end of a line hang into the margin: they do not make it wider. */
static void
trim_line (ToriSetLine *line)
{
  const Run *run = line->n_runs > 0 ? &line->runs[line->n_runs - 1] : NULL;
  const char *end = run != NULL ? run->text + run->n_bytes : NULL;

  if (run == NULL || run->clusters != NULL)
    return;
  for (guint n = run->n_glyphs; n > 0; n--)
    {
      end = g_utf8_prev_char (end);
      if (!g_unichar_isspace (g_utf8_get_char (end)))
        return;
      line->width = run->x + run->glyphs[n - 1].x;
    }
}

/* Makes a line out of one of Pango's; @last: it ends a paragraph. */
ToriSetLine *
tori_set_line_new (const ToriLineSetting *setting, PangoLayoutLine *layout_line, gboolean last)
{
  const ToriMeasure *measure = &setting->measure;
  ToriSetLine *line = tori_arena_new_array (setting->arena, ToriSetLine, 1);
  double indent = layout_line->is_paragraph_start ? 0 : measure->hang;
  double width = measure->width - indent;
  g_autofree Run *runs = g_new0 (Run, g_slist_length (layout_line->runs) + 1);

  line->grey = (float) setting->grey;
  line->height = (float) (setting->pitch);
  line->baseline = (float) ((line->height - setting->size) / 2 + 0.88 * setting->size);
  line->n_runs = fill_runs (setting, line, runs, layout_line->runs);
  line->runs = tori_arena_dup (setting->arena, runs, line->n_runs * sizeof (Run));
  trim_line (line);
  if (setting->justify && !last)
    justify (setting, line, width, layout_line->is_paragraph_start && measure->hang > 0);
  line->x = (float) indent;
  if (measure->align == TORI_ALIGN_CENTER)
    line->x += (float) (MAX (0, width - line->width) / 2);
  else if (measure->align == TORI_ALIGN_END)
    line->x += (float) MAX (0, width - line->width);
  return line;
}

/**
 * tori_set_line_get_height:
 * @self: a line
 *
 * Returns: its height with what is between lines, in points
 */
double
tori_set_line_get_height (const ToriSetLine *self)
{
  return (double) self->height;
}

/**
 * tori_set_line_get_x:
 * @self: a line
 *
 * Returns: where it begins, from the left edge of the paragraph's room
 */
double
tori_set_line_get_x (const ToriSetLine *self)
{
  return (double) self->x;
}

/**
 * tori_set_line_get_width:
 * @self: a line
 *
 * Returns: its width in points
 */
double
tori_set_line_get_width (const ToriSetLine *self)
{
  return (double) self->width;
}

/* Where a character of a run stands in it, or -G_MAXDOUBLE if it has no glyph of its own. */
static double
find_glyph (const Run *run, gsize index)
{
  gsize bytes = 0, glyphs = 0;

  if (run->clusters == NULL)
    {
      glyphs = (gsize) g_utf8_pointer_to_offset (run->text, run->text + index);
      return glyphs < run->n_glyphs ? (double) run->glyphs[glyphs].x : -G_MAXDOUBLE;
    }
  for (guint i = 0; i < run->n_clusters; i++)
    {
      bytes += (gsize) run->clusters[i].num_bytes;
      if (index < bytes && glyphs < run->n_glyphs)
        return (double) run->glyphs[glyphs].x;
      glyphs += (gsize) run->clusters[i].num_glyphs;
    }
  return -G_MAXDOUBLE;
}

/**
 * tori_set_line_find_x:
 * @self: a line
 * @index: the place of a character in its text, in bytes; beyond the text, its end
 *
 * Returns: where that character begins, from the beginning of the line
 */
double
tori_set_line_find_x (const ToriSetLine *self, gsize index)
{
  for (guint i = 0; i < self->n_runs; i++)
    {
      const Run *run = &self->runs[i];
      const double x = index < run->n_bytes ? find_glyph (run, index) : -G_MAXDOUBLE;

      if (x > -G_MAXDOUBLE)
        return MIN ((double) run->x + x, (double) self->width);
      index -= MIN (index, run->n_bytes);
    }
  return (double) self->width;
}

/**
 * tori_set_line_dup_text:
 * @self: a line
 *
 * Returns: (transfer full): its characters
 */
char *
tori_set_line_dup_text (const ToriSetLine *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_runs; i++)
    g_string_append_len (text, self->runs[i].text, self->runs[i].n_bytes);
  return g_string_free (text, FALSE);
}

/* Painting */

struct _ToriInk
{
  cairo_t *cr;
  cairo_scaled_font_t *font;
  double grey;
  GArray *glyphs;   /* cairo_glyph_t */
  GArray *clusters; /* cairo_text_cluster_t */
  GString *text;
};

/**
 * tori_ink_new:
 * @cr: where to
 *
 * Returns: (transfer full): what paints lines there
 */
ToriInk *
tori_ink_new (cairo_t *cr)
{
  ToriInk *self = g_new0 (ToriInk, 1);

  self->cr = cr;
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  self->text = g_string_new (NULL);
  return self;
}

/**
 * tori_ink_free:
 * @self: (transfer full): what paints lines
 *
 * Everything must have been painted.
 */
void
tori_ink_free (ToriInk *self)
{
  g_assert (self->glyphs->len == 0);

  g_array_unref (self->glyphs);
  g_array_unref (self->clusters);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * tori_ink_flush:
 * @self: what paints lines
 *
 * Paints what was added. Characters go with their glyphs, so that the text of a PDF is the text of the plan.
 */
void
tori_ink_flush (ToriInk *self)
{
  if (self->clusters->len == 0)
    return;
  cairo_set_source_rgb (self->cr, self->grey, self->grey, self->grey);
  cairo_set_scaled_font (self->cr, self->font);
  cairo_show_text_glyphs (self->cr, self->text->str, (int) self->text->len,
                          (const cairo_glyph_t *) (gpointer) self->glyphs->data, (int) self->glyphs->len,
                          (const cairo_text_cluster_t *) (gpointer) self->clusters->data,
                          (int) self->clusters->len, 0);
  g_array_set_size (self->glyphs, 0);
  g_array_set_size (self->clusters, 0);
  g_string_truncate (self->text, 0);
}

static void
add_simple_clusters (ToriInk *self, const Run *run)
{
  guint at = self->clusters->len;
  const char *p = run->text;

  g_array_set_size (self->clusters, at + run->n_glyphs);
  for (guint i = 0; i < run->n_glyphs; i++)
    {
      int n_bytes = g_utf8_skip[(guint8) *p];

      g_array_index (self->clusters, cairo_text_cluster_t, at + i) = (cairo_text_cluster_t){ n_bytes, 1 };
      p += n_bytes;
    }
}

static void
add_run (ToriInk *self, const Run *run, double grey, double x, double y)
{
  guint at;

  if (run->font != self->font || (self->grey < grey || self->grey > grey))
    tori_ink_flush (self);
  self->font = run->font;
  self->grey = grey;
  at = self->glyphs->len;
  g_array_set_size (self->glyphs, at + run->n_glyphs);
  for (guint i = 0; i < run->n_glyphs; i++)
    {
      const Glyph *glyph = &run->glyphs[i];

      g_array_index (self->glyphs, cairo_glyph_t, at + i) =
          (cairo_glyph_t){ glyph->index, x + (double) glyph->x, y + glyph->shift / 100.0 };
    }
  if (run->clusters != NULL)
    g_array_append_vals (self->clusters, run->clusters, run->n_clusters);
  else
    add_simple_clusters (self, run);
  g_string_append_len (self->text, run->text, run->n_bytes);
}

/**
 * tori_ink_add:
 * @self: what paints lines
 * @line: a line
 * @x: left edge of the paragraph's room
 * @y: top of the line
 *
 * Takes the line up; it is painted before or at the next call of tori_ink_flush().
 */
void
tori_ink_add (ToriInk *self, const ToriSetLine *line, double x, double y)
{
  for (guint i = 0; i < line->n_runs; i++)
    {
      const Run *run = &line->runs[i];

      add_run (self, run, (double) line->grey, x + (double) line->x + (double) run->x,
               y + (double) line->baseline);
    }
}
