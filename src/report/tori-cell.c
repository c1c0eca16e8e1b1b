/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-cell.h"

#include <string.h>

#include "report/tori-content.h"

struct _ToriCellWriter
{
  ToriArena *arena;
  GArray *notes;   /* ToriNote */
  GArray *sources; /* ToriSource */
  const char *outline;
  ToriSourceIndex source; /* of what is written now */
  /* where they stand among the notes, counted from 1; 0: there is none */
  guint cell, grid, item;
  guint n_lanes; /* of the item */
};

static char *
copy (ToriCellWriter *self, const char *text)
{
  return tori_arena_strndup (self->arena, text, strlen (text));
}

static ToriNote *
get_note (ToriCellWriter *self, guint place)
{
  g_assert (place > 0);

  return &g_array_index (self->notes, ToriNote, place - 1);
}

static guint
add_note (ToriCellWriter *self, const ToriNote *note)
{
  g_assert (self->cell > 0 || note->kind == TORI_NOTE_CELL || note->kind == TORI_NOTE_GRID);

  g_array_append_vals (self->notes, note, 1);
  return self->notes->len;
}

/**
 * tori_content_write:
 * @self: an empty content
 * @func: writes a row
 * @data: for @func
 *
 * Writes the content down.
 */
void
tori_content_write (ToriContent *self, ToriRowFunc func, gpointer data)
{
  ToriCellWriter writer = { tori_arena_new (), g_array_new (FALSE, FALSE, sizeof (ToriNote)),
                            g_array_new (FALSE, FALSE, sizeof (ToriSource)) };

  g_assert (self->state == TORI_CONTENT_EMPTY);

  func (&writer, data);
  self->state = TORI_CONTENT_WRITTEN;
  self->arena = writer.arena;
  self->outline = writer.outline;
  self->n_sources = writer.sources->len;
  self->sources =
      tori_arena_dup (self->arena, writer.sources->data, writer.sources->len * sizeof (ToriSource));
  self->n_notes = writer.notes->len;
  self->notes = (ToriNote *) (gpointer) g_array_free (writer.notes, FALSE);
  g_array_unref (writer.sources);
}

/**
 * tori_content_clear:
 * @self: a content that no thread is setting
 *
 * Empties it; it can be written again.
 */
void
tori_content_clear (ToriContent *self)
{
  g_assert (self->state != TORI_CONTENT_TAKEN);

  for (guint i = 0; i < self->n_sources; i++)
    g_clear_object (&self->sources[i].record);
  g_clear_pointer (&self->arena, tori_arena_free);
  g_free (self->notes);
  *self = (ToriContent){ TORI_CONTENT_EMPTY };
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
  source.link = link != NULL ? copy (self, link) : NULL;
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

static void
begin_cell (ToriCellWriter *self, const ToriNote *note)
{
  self->cell = add_note (self, note);
  self->source = 0;
  self->grid = note->kind == TORI_NOTE_GRID ? self->cell : 0;
  self->item = 0;
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
  begin_cell (self, &(ToriNote){ TORI_NOTE_CELL, .cell = { column, n_columns, flags } });
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
  ToriNote *cell = get_note (self, self->cell);

  self->source = find_source (self, record, property, NULL);
  if (cell->source == 0)
    cell->source = self->source;
}

/**
 * tori_cell_set_outline:
 * @self: a writer
 * @title: the row's name in the outline, for a row that was added to it
 *
 * For a name that is known only when the row is written.
 */
void
tori_cell_set_outline (ToriCellWriter *self, const char *title)
{
  self->outline = copy (self, title);
}

/**
 * tori_cell_add:
 * @self: a writer
 * @paragraph: a paragraph; an empty text adds nothing
 */
void
tori_cell_add (ToriCellWriter *self, const ToriParagraph *paragraph)
{
  ToriNote note = { TORI_NOTE_PARAGRAPH, self->source, .paragraph = *paragraph };

  if (note.paragraph.length <= 0)
    note.paragraph.length = (gssize) strlen (paragraph->text);
  if (note.paragraph.length == 0)
    return;
  if (paragraph->link != NULL)
    note.source = find_link (self, paragraph->link);
  note.paragraph.text = tori_arena_strndup (self->arena, paragraph->text, (gsize) note.paragraph.length);
  note.paragraph.link = NULL;
  add_note (self, &note);
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
  add_note (self, &(ToriNote){ TORI_NOTE_RULE });
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
  add_note (self, &(ToriNote){ TORI_NOTE_SPACE });
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
  ToriNote note = { TORI_NOTE_REPEAT, self->source };

  note.repeat.style = paragraph->style;
  note.repeat.align = paragraph->align;
  note.repeat.hang = paragraph->hang;
  note.repeat.text = copy (self, paragraph->text);
  note.repeat.mark = copy (self, mark);
  add_note (self, &note);
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
  begin_cell (self, &(ToriNote){ TORI_NOTE_GRID, .cell = { column, n_years + 1, TORI_CELL_PLAIN, current } });
}

/**
 * tori_cell_begin_item:
 * @self: a writer whose cell holds a schedule
 * @text: the item's text with its mark, or ""
 */
void
tori_cell_begin_item (ToriCellWriter *self, const char *text)
{
  g_assert (self->grid > 0);

  self->item = add_note (
      self, &(ToriNote){ TORI_NOTE_ITEM, self->source, .item = { copy (self, text), self->source } });
  self->n_lanes = 0;
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
    get_note (self, self->item)->item.arrow_source = self->source;
}

/**
 * tori_cell_add_span:
 * @self: a writer that has a lane
 * @kind: how the arrow is drawn
 * @phase: (nullable): the word on it
 * @from: its first column, counted from the first year
 * @to: its last column
 * @goes_on: whether it goes on beyond the last year of the table
 */
void
tori_cell_add_span (
    ToriCellWriter *self, ToriArrowKind kind, const char *phase, guint from, guint to, gboolean goes_on)
{
  ToriNote note = { TORI_NOTE_SPAN, .span = { self->n_lanes - 1, from, to, goes_on, kind } };

  g_assert (self->n_lanes > 0 && from <= to && to + 1 < get_note (self, self->grid)->cell.n_columns);

  note.span.phase = phase != NULL ? copy (self, phase) : NULL;
  add_note (self, &note);
}

/**
 * tori_cell_add_bar:
 * @self: a writer that has a cell
 * @whole: the value of a bar that is as long as the cell is wide
 * @end: what stands behind the bar
 * @text: what it shows, in words
 *
 * Adds a bar without parts.
 */
void
tori_cell_add_bar (ToriCellWriter *self, double whole, const char *end, const char *text)
{
  add_note (self, &(ToriNote){ TORI_NOTE_BAR, self->source,
                               .bar = { whole, copy (self, end), copy (self, text) } });
}

/**
 * tori_cell_add_legend:
 * @self: a writer that has a cell
 * @text: what it says, in words
 *
 * Adds what explains the parts of bars; it has none yet.
 */
void
tori_cell_add_legend (ToriCellWriter *self, const char *text)
{
  add_note (self, &(ToriNote){ TORI_NOTE_LEGEND, self->source, .bar = { 0, "", copy (self, text) } });
}

/**
 * tori_cell_add_part:
 * @self: a writer that has just added a bar, a legend or a part of it
 * @pattern: its pattern, less than %TORI_N_PATTERNS
 * @value: how much it is
 * @label: its number in a bar, its meaning in a legend
 */
void
tori_cell_add_part (ToriCellWriter *self, guint pattern, double value, const char *label)
{
  g_assert (pattern < TORI_N_PATTERNS);

  add_note (self, &(ToriNote){ TORI_NOTE_PART, .part = { pattern, value, copy (self, label) } });
}
