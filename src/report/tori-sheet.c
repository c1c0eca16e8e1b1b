/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-sheet.h"

#include "model/tori-record.h"
#include "report/tori-sheet-private.h"

static void
clear_row (gpointer data)
{
  ToriRow *row = data;

  if (row->destroy != NULL)
    row->destroy (row->data);
  g_free (row->outline);
  g_free (row->name);
  g_clear_object (&row->subject);
  tori_content_clear (&row->content);
}

static void
clear_header_cell (gpointer data)
{
  ToriHeaderCell *header = data;

  g_free (header->text);
  tori_content_clear (&header->content);
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
  ToriCrew *crew = tori_crew_new (size->font_size, error);
  ToriSheet *self;

  if (crew == NULL)
    return NULL;
  self = g_new0 (ToriSheet, 1);
  self->size = *size;
  self->crew = crew;
  self->typesetter = tori_setter_get_typesetter (tori_crew_get_setter (crew));
  self->arena = tori_arena_new ();
  self->parts = g_ptr_array_new_with_free_func (g_free);
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
  tori_crew_stop (self->crew);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->parts);
  g_array_unref (self->outline);
  g_clear_pointer (&self->targets, g_hash_table_unref);
  tori_arena_free (self->arena);
  tori_crew_free (self->crew);
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
 * tori_sheet_begin_part:
 * @self: a sheet
 * @name: whose part it is
 *
 * The sections that are added from now on belong to a part of their own, whose pages are counted from 1. The
 * first of them must begin on a page of its own.
 */
void
tori_sheet_begin_part (ToriSheet *self, const char *name)
{
  g_ptr_array_add (self->parts, g_strdup (name));
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
  section->part = self->parts->len > 0 ? g_ptr_array_index (self->parts, self->parts->len - 1) : NULL;
  section->foot = g_strdup (self->foot_start);
  section->left = self->size.left;
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
 * tori_section_set_align:
 * @self: a section
 * @align: where it stands on the page when it is narrower
 */
void
tori_section_set_align (ToriSection *self, ToriAlign align)
{
  const ToriSheetSize *size = &self->sheet->size;
  double room = size->width - size->left - size->right - self->width;

  self->left = size->left + room * (align == TORI_ALIGN_START ? 0 : align == TORI_ALIGN_CENTER ? 0.5 : 1);
}

/**
 * tori_section_keep_together:
 * @self: a section of a few rows
 *
 * Has it begin on a new page when it does not fit on the one that has been begun, unless that would leave
 * much of a page empty.
 */
void
tori_section_keep_together (ToriSection *self)
{
  self->together = TRUE;
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
 * tori_section_mark_header:
 * @self: a section
 *
 * Lets the last cell of the header stand out among the others: bold, on a darker ground.
 */
void
tori_section_mark_header (ToriSection *self)
{
  g_array_index (self->header, ToriHeaderCell, self->header->len - 1).cell.flags |= TORI_CELL_MARKED;
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

static ToriRow *
get_last_row (ToriSection *self)
{
  g_assert (self->rows->len > 0);

  return &g_array_index (self->rows, ToriRow, self->rows->len - 1);
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
  ToriRow *row = get_last_row (self);

  g_free (row->outline);
  row->outline = g_strdup (title);
  row->outline_level = level;
}

/**
 * tori_section_name_row:
 * @self: a section
 * @name: a name that no other row of the sheet has, such as "initiative:ID"
 *
 * Names the last row, so that links can lead to it.
 */
void
tori_section_name_row (ToriSection *self, const char *name)
{
  ToriRow *row = get_last_row (self);

  g_free (row->name);
  row->name = g_strdup (name);
}

/**
 * tori_section_set_row_height:
 * @self: a section
 * @height: in points
 *
 * Has the last row take that much room at least, where something is to be written or stamped by hand.
 */
void
tori_section_set_row_height (ToriSection *self, double height)
{
  g_array_index (self->rows, ToriRow, self->rows->len - 1).least_height = height;
}

/**
 * tori_section_set_row_subject:
 * @self: a section
 * @record: (type ToriRecord): a record of the plan
 *
 * Says what the last row is about: it is set anew when something in that record changes.
 */
void
tori_section_set_row_subject (ToriSection *self, gpointer record)
{
  g_set_object (&get_last_row (self)->subject, record);
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
  g_array_set_size (self->outline, 0);
  for (guint s = 0; s < self->sections->len; s++)
    {
      const ToriSection *section = g_ptr_array_index (self->sections, s);

      for (guint i = 0; i < section->rows->len; i++)
        {
          const ToriRow *row = &g_array_index (section->rows, ToriRow, i);
          ToriOutlineEntry entry = { row->outline, row->outline_level, row->page, row->y };

          if (row->outline == NULL || !row->placed)
            continue;
          if (row->content.outline != NULL)
            entry.title = row->content.outline;
          g_array_append_val (self->outline, entry);
        }
    }
  *n_entries = self->outline->len;
  return (const ToriOutlineEntry *) (gpointer) self->outline->data;
}

static GHashTable *
find_targets (ToriSheet *self)
{
  GHashTable *targets = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint s = 0; s < self->sections->len; s++)
    {
      const ToriSection *section = g_ptr_array_index (self->sections, s);

      for (guint i = 0; i < section->rows->len; i++)
        {
          ToriRow *row = &g_array_index (section->rows, ToriRow, i);

          if (row->name != NULL)
            g_hash_table_insert (targets, row->name, row);
        }
    }
  return targets;
}

/**
 * tori_sheet_find_target:
 * @self: a sheet to which nothing is added any more
 * @name: name of a row
 * @page: (out): the page on which it begins
 * @y: (out): its top
 *
 * Returns: whether there is such a row on the pages made so far
 */
gboolean
tori_sheet_find_target (ToriSheet *self, const char *name, guint *page, double *y)
{
  const ToriRow *row;

  if (self->targets == NULL)
    self->targets = find_targets (self);
  row = g_hash_table_lookup (self->targets, name);
  if (row == NULL || !row->placed)
    return FALSE;
  *page = row->page;
  *y = row->y;
  return TRUE;
}

static gboolean
row_shows (const ToriRow *row, ToriRecord *record, const char *property)
{
  for (ToriRecord *r = row->subject != NULL ? record : NULL; r != NULL; r = tori_record_get_parent (r))
    {
      if (r == row->subject)
        return TRUE;
    }
  for (guint i = 0; i < row->content.n_sources; i++)
    {
      const ToriSource *source = &row->content.sources[i];

      if (source->record == record && g_strcmp0 (source->property, property) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * tori_sheet_update:
 * @self: a sheet
 * @changed: (type ToriRecord): the record that changed
 * @property: its property that did
 *
 * Lets go of the rows that are about @changed or about what it belongs to, and of those that show it. The
 * pages are then to be made again; all other rows stay set.
 *
 * Returns: whether there is any such row
 */
gboolean
tori_sheet_update (ToriSheet *self, gpointer changed, const char *property)
{
  gboolean found = FALSE;

  tori_crew_stop (self->crew);
  for (guint s = 0; s < self->sections->len; s++)
    {
      const ToriSection *section = g_ptr_array_index (self->sections, s);

      for (guint i = 0; i < section->rows->len; i++)
        {
          ToriRow *row = &g_array_index (section->rows, ToriRow, i);

          gboolean shows = row_shows (row, changed, property);

          if (shows || row->content.state == TORI_CONTENT_WRITTEN)
            tori_content_clear (&row->content);
          found = found || shows;
        }
    }
  tori_sheet_rewind (self);
  return found;
}

/* Lets go of the rows that end on a page, which is not drawn again. Bands may stand on further pages. */
void
tori_sheet_forget_page (ToriSheet *self, guint page)
{
  const GArray *pieces = ((ToriPage *) g_ptr_array_index (self->pages, page))->pieces;

  g_assert (tori_sheet_is_complete (self));

  for (guint i = 0; i < pieces->len; i++)
    {
      const ToriPiece *piece = &g_array_index (pieces, ToriPiece, i);

      if (piece->row != NULL && piece->row->kind != TORI_ROW_BAND && !piece->goes_on)
        tori_content_clear (&piece->row->content);
    }
}

/* How many rows are put down for setting before they are wanted, and how many at most at a time, since the
 * first page should not wait for them. */
#define MAX_AHEAD 48
#define AHEAD_STEP 3

/* The next row to put down. */
static ToriRow *
step_ahead (ToriSheet *self, ToriSection **section)
{
  for (; self->ahead_section < self->sections->len; self->ahead_section++, self->ahead_row = 0)
    {
      *section = g_ptr_array_index (self->sections, self->ahead_section);
      if (self->ahead_row < (*section)->rows->len)
        return &g_array_index ((*section)->rows, ToriRow, self->ahead_row++);
    }
  return NULL;
}

/* Has the next row of the sheet written and set; those that are set already stay as they are. */
void
tori_sheet_fill_row (ToriSheet *self, ToriRow *row)
{
  guint max = tori_crew_get_size (self->crew) > 1 ? MAX_AHEAD : 1;
  ToriSection *section;
  ToriRow *next;
  guint n = 0;

  while ((self->n_ahead == 0 || (self->n_ahead < max && n < AHEAD_STEP))
         && (next = step_ahead (self, &section)) != NULL)
    {
      self->n_ahead++;
      if (next->content.state != TORI_CONTENT_EMPTY)
        continue;
      tori_content_write (&next->content, next->func, next->data);
      tori_crew_add (self->crew, &next->content, section->columns, section->n_columns);
      n++;
    }
  self->n_ahead--;
  tori_crew_finish (self->crew, &row->content);
}

static void
write_header (ToriCellWriter *writer, gpointer data)
{
  const ToriHeaderCell *header = data;

  ToriCellFlags marked = header->cell.flags & TORI_CELL_MARKED;
  ToriParagraph paragraph = { marked ? TORI_STYLE_STRONG : TORI_STYLE_LABEL, TORI_ALIGN_CENTER };

  paragraph.text = header->text;
  tori_cell_begin (writer, header->cell.column, header->cell.n_columns,
                   TORI_CELL_HEADER | TORI_CELL_MIDDLE | marked);
  tori_cell_add (writer, &paragraph);
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

      tori_content_write (&header->content, write_header, header);
      tori_setter_set (tori_crew_get_setter (self->crew), &header->content, section->columns,
                       section->n_columns);
      header->content.state = TORI_CONTENT_SET;
      header->cell = header->content.cells[0];
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
