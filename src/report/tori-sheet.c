/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-sheet.h"

#include "report/tori-sheet-private.h"

static void
clear_row (gpointer data)
{
  ToriRow *row = data;

  if (row->destroy != NULL)
    row->destroy (row->data);
  g_free (row->outline);
  g_clear_pointer (&row->arena, tori_arena_free);
}

static void
clear_header_cell (gpointer data)
{
  g_free (((ToriHeaderCell *) data)->text);
}

static void
section_free (ToriSection *section)
{
  g_free (section->columns);
  g_free (section->foot);
  g_array_unref (section->header);
  g_array_unref (section->rows);
  g_free (section);
}

static void
page_free (ToriPage *page)
{
  g_array_unref (page->pieces);
  g_free (page);
}

/**
 * tori_sheet_new:
 * @size: paper, margins and letters
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): an empty sheet, or NULL when the system has no Japanese font
 */
ToriSheet *
tori_sheet_new (const ToriSheetSize *size, GError **error)
{
  ToriTypesetter *typesetter = tori_typesetter_new (size->font_size, error);
  ToriSheet *self;

  if (typesetter == NULL)
    return NULL;
  self = g_new0 (ToriSheet, 1);
  self->size = *size;
  self->typesetter = typesetter;
  self->writer = tori_cell_writer_new (typesetter);
  self->arena = tori_arena_new ();
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_free);
  self->outline = g_array_new (FALSE, FALSE, sizeof (ToriOutlineEntry));
  return self;
}

/**
 * tori_sheet_free:
 * @self: (transfer full): a sheet
 */
void
tori_sheet_free (ToriSheet *self)
{
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->sections);
  g_array_unref (self->outline);
  tori_cell_writer_free (self->writer);
  tori_arena_free (self->arena);
  tori_typesetter_free (self->typesetter);
  g_free (self->foot_start);
  g_free (self->foot_end);
  g_free (self);
}

/**
 * tori_sheet_get_size:
 * @self: a sheet
 *
 * Returns: (transfer none): what it was made with
 */
const ToriSheetSize *
tori_sheet_get_size (ToriSheet *self)
{
  return &self->size;
}

/**
 * tori_sheet_get_typesetter:
 * @self: a sheet
 *
 * Returns: (transfer none): what sets its words
 */
ToriTypesetter *
tori_sheet_get_typesetter (ToriSheet *self)
{
  return self->typesetter;
}

/**
 * tori_sheet_set_foot:
 * @self: a sheet
 * @start: what stands at the left under the pages of the sections that are added from now on
 * @end: and at the right, under all pages
 *
 * Between them stands the number of the page. These lines only repeat what a heading says, so they are
 * shortened when they are too long.
 */
void
tori_sheet_set_foot (ToriSheet *self, const char *start, const char *end)
{
  g_free (self->foot_start);
  self->foot_start = g_strdup (start);
  g_free (self->foot_end);
  self->foot_end = g_strdup (end);
}

/**
 * tori_sheet_add_section:
 * @self: a sheet
 * @columns: (array length=n_columns): widths of the table's columns, in points
 * @n_columns: how many
 * @turn_page: whether it begins on a new page
 *
 * Returns: (transfer none): a section without rows
 */
ToriSection *
tori_sheet_add_section (ToriSheet *self, const double *columns, guint n_columns, gboolean turn_page)
{
  ToriSection *section = g_new0 (ToriSection, 1);

  section->sheet = self;
  section->turn_page = turn_page;
  section->foot = g_strdup (self->foot_start);
  section->columns = g_memdup2 (columns, n_columns * sizeof (double));
  section->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    section->width += columns[i];
  section->header = g_array_new (FALSE, TRUE, sizeof (ToriHeaderCell));
  g_array_set_clear_func (section->header, clear_header_cell);
  section->rows = g_array_new (FALSE, TRUE, sizeof (ToriRow));
  g_array_set_clear_func (section->rows, clear_row);
  g_ptr_array_add (self->sections, section);
  return section;
}

/**
 * tori_section_add_header:
 * @self: a section
 * @line: in which line of the header the cell begins
 * @n_lines: over how many lines it goes
 * @column: its first column
 * @n_columns: over how many columns it goes
 * @text: its text
 */
void
tori_section_add_header (
    ToriSection *self, guint line, guint n_lines, guint column, guint n_columns, const char *text)
{
  ToriHeaderCell header = { .line = line, .n_lines = n_lines, .text = g_strdup (text) };

  g_assert (line + n_lines <= TORI_HEADER_LINES);

  header.cell.column = column;
  header.cell.n_columns = n_columns;
  g_array_append_val (self->header, header);
}

/**
 * tori_section_add_row:
 * @self: a section
 * @kind: what the row is
 * @func: fills its cells, when its page is made
 * @data: (transfer full): for @func
 * @destroy: (nullable): frees @data
 */
void
tori_section_add_row (
    ToriSection *self, ToriRowKind kind, ToriRowFunc func, gpointer data, GDestroyNotify destroy)
{
  ToriRow row = { kind, func, data, destroy };

  g_array_append_val (self->rows, row);
}

/**
 * tori_section_outline_row:
 * @self: a section
 * @level: how deep, 0 is outermost
 * @title: name in the outline
 *
 * Puts the last row into the document's outline.
 */
void
tori_section_outline_row (ToriSection *self, guint level, const char *title)
{
  ToriRow *row = &g_array_index (self->rows, ToriRow, self->rows->len - 1);

  g_free (row->outline);
  row->outline = g_strdup (title);
  row->outline_level = level;
}

/**
 * tori_sheet_get_outline:
 * @self: a sheet
 * @n_entries: (out): how many
 *
 * Returns: (transfer none) (array length=n_entries): the outline of the pages made so far, in order
 */
const ToriOutlineEntry *
tori_sheet_get_outline (ToriSheet *self, guint *n_entries)
{
  *n_entries = self->outline->len;
  return (const ToriOutlineEntry *) (gpointer) self->outline->data;
}

/* Has the cells of @row filled, once. */
void
tori_sheet_fill_row (ToriSheet *self, ToriSection *section, ToriRow *row)
{
  if (row->arena != NULL)
    return;
  row->arena = tori_arena_new ();
  tori_cell_writer_start (self->writer, row->arena, section->columns, section->n_columns);
  row->func (self->writer, row->data);
  row->cells = tori_cell_writer_finish (self->writer, &row->n_cells);
}

/* Sets the header's cells and finds how high its lines must be. */
void
tori_sheet_set_header (ToriSheet *self, ToriSection *section)
{
  if (section->header_height > 0)
    return;
  for (guint i = 0; i < section->header->len; i++)
    {
      ToriHeaderCell *header = &g_array_index (section->header, ToriHeaderCell, i);
      ToriParagraph paragraph = { TORI_STYLE_LABEL, TORI_ALIGN_CENTER, .text = header->text };
      ToriCell *cells;
      guint n;

      tori_cell_writer_start (self->writer, self->arena, section->columns, section->n_columns);
      tori_cell_begin (self->writer, header->cell.column, header->cell.n_columns,
                       TORI_CELL_HEADER | TORI_CELL_MIDDLE);
      tori_cell_add (self->writer, &paragraph);
      cells = tori_cell_writer_finish (self->writer, &n);
      header->cell = cells[0];
    }
  /* Cells of one line first; what goes over both then stretches the lower if it must. */
  for (guint n_lines = 1; n_lines <= TORI_HEADER_LINES; n_lines++)
    {
      for (guint i = 0; i < section->header->len; i++)
        {
          ToriHeaderCell *header = &g_array_index (section->header, ToriHeaderCell, i);
          double height = tori_strips_get_height (header->cell.strips, 0, header->cell.n_strips, TRUE);

          if (header->n_lines != n_lines)
            continue;
          height += 2 * TORI_CELL_PAD_Y;
          for (guint l = header->line; l + 1 < header->line + n_lines; l++)
            height -= section->line_heights[l];
          section->line_heights[header->line + n_lines - 1] =
              MAX (section->line_heights[header->line + n_lines - 1], height);
        }
    }
  for (guint i = 0; i < TORI_HEADER_LINES; i++)
    section->header_height += section->line_heights[i];
}
