/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-cell.h"

#include <string.h>

#include "report/tori-grid.h"

#define RULE_HEIGHT 5.0

/* In ems; how narrow indentation may make a paragraph. */
#define MIN_MEASURE 5.0

struct _ToriCellWriter
{
  ToriTypesetter *typesetter;
  GPtrArray *lines; /* of the paragraph being set */
  GArray *strips;   /* ToriStrip, of the cell being filled */
  GArray *cells;    /* ToriCell */
  /* of the row being filled */
  ToriArena *arena;
  const double *columns;
  guint n_columns;
  gboolean open;
  ToriCell cell;
  ToriStripKind gap; /* before the next paragraph; TORI_STRIP_TEXT: none */
  /* of the schedule being filled */
  ToriGrid *grid;
  char *item;
  gboolean has_item;
  guint n_lanes;
  GArray *spans; /* ToriGridSpan */
};

static void
clear_span (gpointer data)
{
  g_free (((ToriGridSpan *) data)->phase);
}

/**
 * tori_cell_writer_new:
 * @typesetter: sets the words; must outlive the writer
 *
 * Returns: (transfer full): a writer that can be used for one row after the other
 */
ToriCellWriter *
tori_cell_writer_new (ToriTypesetter *typesetter)
{
  ToriCellWriter *self = g_new0 (ToriCellWriter, 1);

  self->typesetter = typesetter;
  self->lines = g_ptr_array_new ();
  self->strips = g_array_new (FALSE, FALSE, sizeof (ToriStrip));
  self->cells = g_array_new (FALSE, FALSE, sizeof (ToriCell));
  self->spans = g_array_new (FALSE, FALSE, sizeof (ToriGridSpan));
  g_array_set_clear_func (self->spans, clear_span);
  return self;
}

/**
 * tori_cell_writer_free:
 * @self: (transfer full): a writer
 */
void
tori_cell_writer_free (ToriCellWriter *self)
{
  g_ptr_array_unref (self->lines);
  g_array_unref (self->strips);
  g_array_unref (self->cells);
  g_array_unref (self->spans);
  g_free (self->item);
  g_free (self);
}

static void
end_item (ToriCellWriter *self)
{
  if (self->has_item)
    {
      tori_grid_set_item (self->grid, self->typesetter, self->arena, self->item,
                          (const ToriGridSpan *) (gpointer) self->spans->data, self->spans->len,
                          self->strips);
    }
  g_clear_pointer (&self->item, g_free);
  g_array_set_size (self->spans, 0);
  self->n_lanes = 0;
  self->has_item = FALSE;
}

static void
end_cell (ToriCellWriter *self)
{
  if (!self->open)
    return;
  end_item (self);
  self->cell.n_strips = self->strips->len;
  self->cell.strips =
      tori_arena_dup (self->arena, self->strips->data, self->strips->len * sizeof (ToriStrip));
  if (self->cell.n_strips > 0)
    self->cell.strips[self->cell.n_strips - 1].keep = FALSE;
  g_array_append_val (self->cells, self->cell);
  g_array_set_size (self->strips, 0);
  self->grid = NULL;
  self->gap = TORI_STRIP_TEXT;
  self->open = FALSE;
}

/**
 * tori_cell_writer_start:
 * @self: a writer
 * @arena: where the row lives
 * @columns: (array length=n_columns): widths of the table's columns in points; kept by reference
 * @n_columns: how many
 *
 * Begins a row.
 */
void
tori_cell_writer_start (ToriCellWriter *self, ToriArena *arena, const double *columns, guint n_columns)
{
  self->arena = arena;
  self->columns = columns;
  self->n_columns = n_columns;
  g_array_set_size (self->cells, 0);
}

/**
 * tori_cell_writer_finish:
 * @self: a writer
 * @n_cells: (out): how many cells
 *
 * Returns: (transfer none) (array length=n_cells): the row's cells, in its arena
 */
ToriCell *
tori_cell_writer_finish (ToriCellWriter *self, guint *n_cells)
{
  end_cell (self);
  *n_cells = self->cells->len;
  return tori_arena_dup (self->arena, self->cells->data, self->cells->len * sizeof (ToriCell));
}

/**
 * tori_cell_begin:
 * @self: a writer
 * @column: the first column
 * @n_columns: over how many columns it goes
 * @flags: what it is
 *
 * Begins a cell; the one before is finished.
 */
void
tori_cell_begin (ToriCellWriter *self, guint column, guint n_columns, ToriCellFlags flags)
{
  g_assert (column + n_columns <= self->n_columns);

  end_cell (self);
  self->cell = (ToriCell){ .column = column, .n_columns = n_columns, .flags = flags };
  for (guint i = 0; i < column + n_columns; i++)
    *(i < column ? &self->cell.x : &self->cell.width) += self->columns[i];
  self->open = TRUE;
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
flush_gap (ToriCellWriter *self)
{
  ToriStrip strip = { self->gap, .keep = TRUE, .height = RULE_HEIGHT };

  if (self->gap == TORI_STRIP_SPACE)
    strip.height = 0.35 * tori_typesetter_get_pitch (self->typesetter, TORI_STYLE_BODY);
  if (self->gap != TORI_STRIP_TEXT && self->strips->len > 0)
    g_array_append_val (self->strips, strip);
  self->gap = TORI_STRIP_TEXT;
}

/**
 * tori_cell_add:
 * @self: a writer
 * @paragraph: a paragraph; an empty text adds nothing
 */
void
tori_cell_add (ToriCellWriter *self, const ToriParagraph *paragraph)
{
  double em = tori_typesetter_get_size (self->typesetter, paragraph->style);
  double indent = paragraph->indent * em;
  ToriMeasure measure = { self->cell.width - 2 * TORI_CELL_PAD_X, paragraph->hang * em, paragraph->align };
  gssize length = paragraph->length > 0 ? paragraph->length : (gssize) strlen (paragraph->text);
  guint n;

  g_assert (self->open);

  if (length == 0)
    return;
  indent = CLAMP (indent, 0, MAX (0, measure.width - MIN_MEASURE * em));
  measure.width -= indent;
  measure.whole_from = paragraph->whole_from;
  measure.whole_to = paragraph->whole_to;
  flush_gap (self);
  g_ptr_array_set_size (self->lines, 0);
  n = tori_typesetter_set (self->typesetter, self->arena, paragraph->style, &measure, paragraph->text, length,
                           self->lines);
  for (guint i = 0; i < n; i++)
    {
      ToriStrip strip = { TORI_STRIP_TEXT, stays_with_next (paragraph, i, n), .x = indent };

      strip.line = g_ptr_array_index (self->lines, i);
      strip.height = tori_set_line_get_height (strip.line);
      g_array_append_val (self->strips, strip);
    }
}

/**
 * tori_cell_add_rule:
 * @self: a writer
 *
 * Draws a line between what was added and what will be; not if there is nothing on one side.
 */
void
tori_cell_add_rule (ToriCellWriter *self)
{
  self->gap = TORI_STRIP_RULE;
}

/**
 * tori_cell_add_space:
 * @self: a writer
 *
 * Leaves room between what was added and what will be; not if there is nothing on one side.
 */
void
tori_cell_add_space (ToriCellWriter *self)
{
  if (self->gap != TORI_STRIP_RULE)
    self->gap = TORI_STRIP_SPACE;
}

/**
 * tori_cell_repeat:
 * @self: a writer
 * @paragraph: what the cell begins with on the next page when its row goes on there
 * @mark: put behind it, to say that it goes on
 */
void
tori_cell_repeat (ToriCellWriter *self, const ToriParagraph *paragraph, const char *mark)
{
  self->cell.repeat_style = paragraph->style;
  self->cell.repeat_align = paragraph->align;
  self->cell.repeat_hang = paragraph->hang * tori_typesetter_get_size (self->typesetter, paragraph->style);
  self->cell.repeat_text = tori_arena_strndup (self->arena, paragraph->text, strlen (paragraph->text));
  self->cell.repeat_mark = tori_arena_strndup (self->arena, mark, strlen (mark));
}

/**
 * tori_cell_begin_grid:
 * @self: a writer
 * @column: column of the items' texts; those of the years follow
 * @n_years: how many years
 * @current: which of them is the one reported; @n_years if none is, -1 for a legend, which has no years
 *
 * Begins a cell that holds a schedule.
 */
void
tori_cell_begin_grid (ToriCellWriter *self, guint column, guint n_years, int current)
{
  tori_cell_begin (self, column, n_years + 1, TORI_CELL_PLAIN);
  self->grid = tori_arena_new_array (self->arena, ToriGrid, 1);
  self->grid->item_width = self->columns[column];
  self->grid->year_widths = self->columns + column + 1;
  self->grid->n_years = n_years;
  self->grid->current = current;
  self->cell.grid = self->grid;
}

/**
 * tori_cell_begin_item:
 * @self: a writer whose cell holds a schedule
 * @text: the item's text with its mark, or ""
 */
void
tori_cell_begin_item (ToriCellWriter *self, const char *text)
{
  g_assert (self->grid != NULL);

  end_item (self);
  self->item = g_strdup (text);
  self->has_item = TRUE;
}

/**
 * tori_cell_begin_lane:
 * @self: a writer that has an item
 *
 * What follows stands in a line of its own.
 */
void
tori_cell_begin_lane (ToriCellWriter *self)
{
  self->n_lanes++;
}

/**
 * tori_cell_add_span:
 * @self: a writer that has a lane
 * @kind: how the arrow is drawn
 * @phase: the word on it
 * @from: its first column, counted from the first year
 * @to: its last column
 * @goes_on: whether it goes on beyond the last year of the table
 */
void
tori_cell_add_span (
    ToriCellWriter *self, ToriArrowKind kind, const char *phase, guint from, guint to, gboolean goes_on)
{
  ToriGridSpan span = { self->n_lanes - 1, from, to, goes_on, kind, g_strdup (phase) };

  g_assert (self->n_lanes > 0 && from <= to && to < self->grid->n_years);

  g_array_append_val (self->spans, span);
}

/* The words repeated, in at most @max_lines lines: in full they stand where the row began, and the row must
 * have room to go on. */
static void
set_repeat_lines (
    ToriTypesetter *typesetter, ToriArena *arena, const ToriCell *cell, guint max_lines, GPtrArray *lines)
{
  ToriMeasure measure = { cell->width - 2 * TORI_CELL_PAD_X, cell->repeat_hang, cell->repeat_align };
  glong n_chars = g_utf8_strlen (cell->repeat_text, -1);
  g_autofree char *text = g_strconcat (cell->repeat_text, cell->repeat_mark, NULL);

  tori_typesetter_set (typesetter, arena, cell->repeat_style, &measure, text, -1, lines);
  while (lines->len > max_lines && n_chars > 1)
    {
      g_autofree char *start = NULL;

      n_chars = MAX (1, n_chars * (2 * max_lines - 1) / (2 * lines->len));
      start = g_utf8_substring (cell->repeat_text, 0, n_chars);
      g_free (text);
      text = g_strconcat (start, "…", cell->repeat_mark, NULL);
      g_ptr_array_set_size (lines, 0);
      tori_typesetter_set (typesetter, arena, cell->repeat_style, &measure, text, -1, lines);
    }
}

/**
 * tori_cell_set_repeat:
 * @typesetter: sets the words
 * @arena: the row's
 * @cell: a cell
 * @max_height: how high it may become, in points
 *
 * Sets what the cell begins with after a page was turned; done only for the rows to which it happens.
 */
void
tori_cell_set_repeat (ToriTypesetter *typesetter, ToriArena *arena, ToriCell *cell, double max_height)
{
  double pitch = tori_typesetter_get_pitch (typesetter, cell->repeat_style);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  if (cell->repeats != NULL || cell->repeat_text == NULL)
    return;
  set_repeat_lines (typesetter, arena, cell, (guint) MAX (1, max_height / pitch), lines);
  cell->n_repeats = lines->len;
  cell->repeats = tori_arena_new_array (arena, ToriStrip, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      cell->repeats[i].line = g_ptr_array_index (lines, i);
      cell->repeats[i].height = tori_set_line_get_height (cell->repeats[i].line);
    }
}
