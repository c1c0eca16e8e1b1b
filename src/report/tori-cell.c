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
  GArray *sources;  /* ToriSource */
  /* of the row being filled */
  ToriArena *arena;
  const double *columns;
  guint n_columns;
  const char *outline;
  gboolean open;
  ToriCell cell;
  ToriSourceIndex source;
  ToriStripKind gap; /* before the next paragraph; TORI_STRIP_TEXT: none */
  /* of the schedule being filled */
  ToriGrid *grid;
  char *item;
  gboolean has_item;
  ToriSourceIndex item_source, lanes_source;
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
  self->sources = g_array_new (FALSE, FALSE, sizeof (ToriSource));
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
  g_array_unref (self->sources);
  g_array_unref (self->spans);
  g_free (self->item);
  g_free (self);
}

static void
end_item (ToriCellWriter *self)
{
  guint first = self->strips->len;

  if (self->has_item)
    {
      tori_grid_set_item (self->grid, self->typesetter, self->arena, self->item,
                          (const ToriGridSpan *) (gpointer) self->spans->data, self->spans->len,
                          self->strips);
    }
  for (guint i = first; i < self->strips->len; i++)
    {
      ToriStrip *strip = &g_array_index (self->strips, ToriStrip, i);

      strip->source = self->item_source;
      strip->slice->arrow_source = self->lanes_source;
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
  self->source = 0;
  self->gap = TORI_STRIP_TEXT;
  self->open = FALSE;
}

/**
 * tori_cell_writer_start:
 * @self: a writer
 * @arena: (transfer full): where the row lives
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
  self->outline = NULL;
  g_array_set_size (self->cells, 0);
}

/**
 * tori_cell_writer_finish:
 * @self: a writer
 * @row: (out): what the row became; to be cleared with tori_set_row_clear()
 */
void
tori_cell_writer_finish (ToriCellWriter *self, ToriSetRow *row)
{
  end_cell (self);
  row->arena = self->arena;
  row->n_cells = self->cells->len;
  row->cells = tori_arena_dup (self->arena, self->cells->data, self->cells->len * sizeof (ToriCell));
  row->n_sources = self->sources->len;
  row->sources = tori_arena_dup (self->arena, self->sources->data, self->sources->len * sizeof (ToriSource));
  row->outline = self->outline;
  g_array_set_size (self->sources, 0);
}

/**
 * tori_set_row_clear:
 * @self: what a row became
 *
 * Lets go of it; the row can be filled again.
 */
void
tori_set_row_clear (ToriSetRow *self)
{
  for (guint i = 0; i < self->n_sources; i++)
    g_clear_object (&self->sources[i].record);
  g_clear_pointer (&self->arena, tori_arena_free);
  *self = (ToriSetRow){ NULL };
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

/* Where the row's list has what is asked for; it is put there if need be. */
static ToriSourceIndex
find_source (ToriCellWriter *self, gpointer record, const char *property, const char *link)
{
  ToriSource source = { NULL, property };

  if (record == NULL && link == NULL)
    return 0;
  for (guint i = self->sources->len; i > 0; i--)
    {
      const ToriSource *known = &g_array_index (self->sources, ToriSource, i - 1);

      if (known->record == record && g_strcmp0 (known->property, property) == 0
          && g_strcmp0 (known->link, link) == 0)
        return (ToriSourceIndex) i;
    }
  if (self->sources->len == G_MAXUINT16)
    return 0;
  source.record = record != NULL ? g_object_ref (record) : NULL;
  source.link = link != NULL ? tori_arena_strndup (self->arena, link, strlen (link)) : NULL;
  g_array_append_val (self->sources, source);
  return (ToriSourceIndex) self->sources->len;
}

/* The present source, with where it leads. */
static ToriSourceIndex
find_link (ToriCellWriter *self, const char *link)
{
  const ToriSource *source =
      self->source > 0 ? &g_array_index (self->sources, ToriSource, self->source - 1) : NULL;

  return find_source (self, source != NULL ? source->record : NULL, source != NULL ? source->property : NULL,
                      link);
}

/**
 * tori_cell_set_source:
 * @self: a writer that has a cell
 * @record: (nullable) (type ToriRecord): a record of the plan, NULL for none
 * @property: (nullable): one of its properties, a static text
 *
 * Says which field of the plan that shows what is written from now on, up to the next call or the end of the
 * cell. In a schedule the item's text and its lanes may have one each.
 */
void
tori_cell_set_source (ToriCellWriter *self, gpointer record, const char *property)
{
  g_assert (self->open);

  self->source = find_source (self, record, property, NULL);
  if (self->cell.source == 0)
    self->cell.source = self->source;
}

/**
 * tori_cell_set_outline:
 * @self: a writer
 * @title: the row's name in the outline, for a row that was added to it
 *
 * For a name that is known only when the row is filled.
 */
void
tori_cell_set_outline (ToriCellWriter *self, const char *title)
{
  self->outline = tori_arena_strndup (self->arena, title, strlen (title));
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
  ToriSourceIndex source = self->source;
  guint n;

  g_assert (self->open);

  if (length == 0)
    return;
  indent = CLAMP (indent, 0, MAX (0, measure.width - MIN_MEASURE * em));
  measure.width -= indent;
  measure.whole_from = paragraph->whole_from;
  measure.whole_to = paragraph->whole_to;
  if (paragraph->link != NULL)
    source = find_link (self, paragraph->link);
  flush_gap (self);
  g_ptr_array_set_size (self->lines, 0);
  n = tori_typesetter_set (self->typesetter, self->arena, paragraph->style, &measure, paragraph->text, length,
                           self->lines);
  for (guint i = 0; i < n; i++)
    {
      ToriStrip strip = { TORI_STRIP_TEXT, stays_with_next (paragraph, i, n), i + 1 == n, source,
                          .x = indent };

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
  self->cell.repeat_source = self->source;
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
  self->item_source = self->lanes_source = self->source;
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
  if (self->n_lanes++ == 0)
    self->lanes_source = self->source;
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
      cell->repeats[i].ends = i + 1 == lines->len;
      cell->repeats[i].source = cell->repeat_source;
      cell->repeats[i].line = g_ptr_array_index (lines, i);
      cell->repeats[i].height = tori_set_line_get_height (cell->repeats[i].line);
    }
}
