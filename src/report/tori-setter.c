/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-setter.h"

#include <string.h>

#define RULE_HEIGHT 5.0

/* In ems; how narrow indentation may make a paragraph. */
#define MIN_MEASURE 5.0

struct _ToriSetter
{
  ToriTypesetter *typesetter;
  GPtrArray *lines; /* of the paragraph being set */
  GArray *spans;    /* ToriGridSpan, of the item */
  GArray *strips;   /* ToriStrip, of the cell */
  GArray *cells;    /* ToriCell, of the row */
  ToriArena *arena; /* of the row */
  const double *columns;
  guint n_columns;
  ToriCell *cell;    /* the last of the cells, while it is filled */
  ToriStripKind gap; /* before the next paragraph; TORI_STRIP_TEXT: none */
};

/**
 * tori_setter_new:
 * @font_size: size of running text in points
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a setter, or NULL when the system has no Japanese font
 */
ToriSetter *
tori_setter_new (double font_size, GError **error)
{
  ToriTypesetter *typesetter = tori_typesetter_new (font_size, error);
  ToriSetter *self;

  if (typesetter == NULL)
    return NULL;
  self = g_new0 (ToriSetter, 1);
  self->typesetter = typesetter;
  self->lines = g_ptr_array_new ();
  self->spans = g_array_new (FALSE, FALSE, sizeof (ToriGridSpan));
  self->strips = g_array_new (FALSE, FALSE, sizeof (ToriStrip));
  self->cells = g_array_new (FALSE, FALSE, sizeof (ToriCell));
  return self;
}

/**
 * tori_setter_free:
 * @self: (transfer full): a setter
 *
 * What it set must not be painted any more.
 */
void
tori_setter_free (ToriSetter *self)
{
  tori_typesetter_free (self->typesetter);
  g_ptr_array_unref (self->lines);
  g_array_unref (self->spans);
  g_array_unref (self->strips);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * tori_setter_get_typesetter:
 * @self: a setter
 *
 * Returns: (transfer none): what it sets with
 */
ToriTypesetter *
tori_setter_get_typesetter (ToriSetter *self)
{
  return self->typesetter;
}

static void
end_cell (ToriSetter *self)
{
  if (self->cells->len == 0)
    return;
  self->cell->n_strips = self->strips->len;
  self->cell->strips =
      tori_arena_dup (self->arena, self->strips->data, self->strips->len * sizeof (ToriStrip));
  if (self->cell->n_strips > 0)
    self->cell->strips[self->cell->n_strips - 1].keep = FALSE;
  g_array_set_size (self->strips, 0);
  self->gap = TORI_STRIP_TEXT;
}

static void
begin_cell (ToriSetter *self, const ToriNote *note)
{
  ToriCell cell = { note->cell.column, note->cell.n_columns, note->cell.flags, .source = note->source };

  g_assert (cell.column + cell.n_columns <= self->n_columns);

  end_cell (self);
  for (guint i = 0; i < cell.column + cell.n_columns; i++)
    *(i < cell.column ? &cell.x : &cell.width) += self->columns[i];
  if (note->kind == TORI_NOTE_GRID)
    {
      ToriGrid *grid = tori_arena_new_array (self->arena, ToriGrid, 1);

      grid->item_width = self->columns[cell.column];
      grid->year_widths = self->columns + cell.column + 1;
      grid->n_years = cell.n_columns - 1;
      grid->current = note->cell.current;
      cell.grid = grid;
    }
  g_array_append_val (self->cells, cell);
  self->cell = &g_array_index (self->cells, ToriCell, self->cells->len - 1);
}

/* Keeps a heading with what follows, two lines of a paragraph together at the foot and at the head of a page,
 * and short paragraphs whole. */
static gboolean
stays_with_next (const ToriParagraph *paragraph, guint line, guint n_lines)
{
  if (paragraph->keep || n_lines < 4)
    return paragraph->keep || line + 1 < n_lines;
  return line == 0 || line + 2 == n_lines;
}

static void
flush_gap (ToriSetter *self)
{
  ToriStrip strip = { self->gap, .keep = TRUE, .height = RULE_HEIGHT };

  if (self->gap == TORI_STRIP_SPACE)
    strip.height = 0.35 * tori_typesetter_get_pitch (self->typesetter, TORI_STYLE_BODY);
  if (self->gap != TORI_STRIP_TEXT && self->strips->len > 0)
    g_array_append_val (self->strips, strip);
  self->gap = TORI_STRIP_TEXT;
}

static void
add_paragraph (ToriSetter *self, const ToriNote *note)
{
  const ToriParagraph *paragraph = &note->paragraph;
  double em = tori_typesetter_get_size (self->typesetter, paragraph->style);
  double indent = paragraph->indent * em;
  ToriMeasure measure = { self->cell->width - 2 * TORI_CELL_PAD_X, paragraph->hang * em, paragraph->align };
  guint n;

  indent = CLAMP (indent, 0, MAX (0, measure.width - MIN_MEASURE * em));
  measure.width -= indent;
  measure.whole_from = paragraph->whole_from;
  measure.whole_to = paragraph->whole_to;
  flush_gap (self);
  g_ptr_array_set_size (self->lines, 0);
  n = tori_typesetter_set (self->typesetter, self->arena, paragraph->style, &measure, paragraph->text,
                           paragraph->length, self->lines);
  for (guint i = 0; i < n; i++)
    {
      ToriStrip strip = { TORI_STRIP_TEXT, stays_with_next (paragraph, i, n), i + 1 == n, note->source };

      strip.x = (float) indent;
      strip.line = g_ptr_array_index (self->lines, i);
      strip.height = tori_set_line_get_height (strip.line);
      g_array_append_val (self->strips, strip);
    }
}

static void
add_repeat (ToriSetter *self, const ToriNote *note)
{
  self->cell->repeat_source = note->source;
  self->cell->repeat_style = note->repeat.style;
  self->cell->repeat_align = note->repeat.align;
  self->cell->repeat_hang =
      note->repeat.hang * tori_typesetter_get_size (self->typesetter, note->repeat.style);
  self->cell->repeat_text = note->repeat.text;
  self->cell->repeat_mark = note->repeat.mark;
}

/* Returns how many notes it took: the item and its spans. */
static guint
add_item (ToriSetter *self, const ToriNote *notes, guint n_notes)
{
  guint first = self->strips->len;
  guint n = 1;

  g_array_set_size (self->spans, 0);
  for (; n < n_notes && notes[n].kind == TORI_NOTE_SPAN; n++)
    g_array_append_val (self->spans, notes[n].span);
  tori_grid_set_item (self->cell->grid, self->typesetter, self->arena, notes->item.text,
                      (const ToriGridSpan *) (gpointer) self->spans->data, self->spans->len, self->strips);
  for (guint i = first; i < self->strips->len; i++)
    {
      ToriStrip *strip = &g_array_index (self->strips, ToriStrip, i);

      strip->source = notes->source;
      strip->slice->arrow_source = notes->item.arrow_source;
    }
  return n;
}

/* A bar or a legend. Returns how many notes it took: that and its parts. */
static guint
add_bar (ToriSetter *self, const ToriNote *notes, guint n_notes)
{
  double width = self->cell->width - 2 * TORI_CELL_PAD_X;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (ToriBarPart));
  ToriStrip strip = { TORI_STRIP_BAR, .source = notes->source };
  guint n = 1;

  for (; n < n_notes && notes[n].kind == TORI_NOTE_PART; n++)
    g_array_append_val (parts, notes[n].part);
  flush_gap (self);
  if (notes->kind == TORI_NOTE_BAR)
    strip.bar = tori_bar_new (self->typesetter, self->arena, width, notes->bar.whole,
                              (const ToriBarPart *) (gpointer) parts->data, parts->len, notes->bar.end);
  else
    strip.bar = tori_bar_new_legend (self->typesetter, self->arena, width,
                                     (const ToriBarPart *) (gpointer) parts->data, parts->len);
  strip.bar->text = notes->bar.text;
  strip.height = strip.bar->height;
  g_array_append_val (self->strips, strip);
  return n;
}

/* Returns how many notes it took. */
static guint
follow (ToriSetter *self, const ToriNote *notes, guint n_notes)
{
  switch (notes->kind)
    {
    case TORI_NOTE_CELL:
    case TORI_NOTE_GRID: begin_cell (self, notes); break;
    case TORI_NOTE_PARAGRAPH: add_paragraph (self, notes); break;
    case TORI_NOTE_RULE: self->gap = TORI_STRIP_RULE; break;
    case TORI_NOTE_SPACE:
      if (self->gap != TORI_STRIP_RULE)
        self->gap = TORI_STRIP_SPACE;
      break;
    case TORI_NOTE_REPEAT: add_repeat (self, notes); break;
    case TORI_NOTE_ITEM: return add_item (self, notes, n_notes);
    case TORI_NOTE_BAR:
    case TORI_NOTE_LEGEND: return add_bar (self, notes, n_notes);
    case TORI_NOTE_SPAN:
    case TORI_NOTE_PART:
    default: g_assert_not_reached ();
    }
  return 1;
}

/**
 * tori_setter_set:
 * @self: a setter
 * @content: what was written down
 * @columns: (array length=n_columns): widths of the table's columns in points; kept by reference
 * @n_columns: how many
 *
 * Sets a row. Its state is the caller's: other threads may look at it.
 */
void
tori_setter_set (ToriSetter *self, ToriContent *content, const double *columns, guint n_columns)
{
  self->arena = content->arena;
  self->columns = columns;
  self->n_columns = n_columns;
  g_array_set_size (self->cells, 0);
  for (guint i = 0; i < content->n_notes;)
    i += follow (self, &content->notes[i], content->n_notes - i);
  end_cell (self);
  content->n_cells = self->cells->len;
  content->cells = tori_arena_dup (self->arena, self->cells->data, self->cells->len * sizeof (ToriCell));
  content->n_notes = 0;
  g_clear_pointer (&content->notes, g_free);
}

/* The words repeated, in at most @max_lines lines: in full they stand where the row began, and the row must
 * have room to go on. */
static void
set_repeat_lines (ToriSetter *self, ToriArena *arena, const ToriCell *cell, guint max_lines, GPtrArray *lines)
{
  ToriMeasure measure = { cell->width - 2 * TORI_CELL_PAD_X, cell->repeat_hang, cell->repeat_align };
  glong n_chars = g_utf8_strlen (cell->repeat_text, -1);
  g_autofree char *text = g_strconcat (cell->repeat_text, cell->repeat_mark, NULL);

  for (;;)
    {
      g_autofree char *start = NULL;

      g_ptr_array_set_size (lines, 0);
      tori_typesetter_set (self->typesetter, arena, cell->repeat_style, &measure,
                           tori_arena_strndup (arena, text, strlen (text)), -1, lines);
      if (lines->len <= max_lines || n_chars <= 1)
        return;
      n_chars = MAX (1, n_chars * (2 * max_lines - 1) / (2 * lines->len));
      start = g_utf8_substring (cell->repeat_text, 0, n_chars);
      g_free (text);
      text = g_strconcat (start, "…", cell->repeat_mark, NULL);
    }
}

/**
 * tori_setter_set_repeat:
 * @self: a setter
 * @content: a row that was set
 * @cell: a cell of it
 * @max_height: how high it may become, in points
 *
 * Sets what the cell begins with after a page was turned; done only for the rows to which it happens.
 */
void
tori_setter_set_repeat (ToriSetter *self, ToriContent *content, ToriCell *cell, double max_height)
{
  double pitch = tori_typesetter_get_pitch (self->typesetter, cell->repeat_style);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  if (cell->repeats != NULL || cell->repeat_text == NULL)
    return;
  set_repeat_lines (self, content->arena, cell, (guint) MAX (1, max_height / pitch), lines);
  cell->n_repeats = lines->len;
  cell->repeats = tori_arena_new_array (content->arena, ToriStrip, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      cell->repeats[i].ends = i + 1 == lines->len;
      cell->repeats[i].source = cell->repeat_source;
      cell->repeats[i].line = g_ptr_array_index (lines, i);
      cell->repeats[i].height = tori_set_line_get_height (cell->repeats[i].line);
    }
}
