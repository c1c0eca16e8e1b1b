/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-paint.h"
#include "report/tori-sheet-private.h"

/* Tells what stands where on a page, cell by cell: a cell that shows several fields of the plan is divided
 * between them. */

typedef struct
{
  ToriPageAreaFunc func;
  gpointer user_data;
  double left; /* of the table */
  gpointer subject;
  const ToriContent *content;
  gboolean first; /* nothing of the cell has been told yet */
  /* the area being collected */
  gboolean open;
  ToriPageArea area;
  ToriSourceIndex source;
  GString *text;
} Walk;

static void
append_lines (GString *text, ToriSetLine *const *lines, guint n_lines)
{
  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *line = tori_set_line_dup_text (lines[i]);

      g_string_append (text, line);
    }
}

static void
begin_area (Walk *walk, double y, ToriSourceIndex source)
{
  walk->open = TRUE;
  if (!walk->first)
    walk->area.y = y;
  walk->first = FALSE;
  walk->source = source;
  g_string_truncate (walk->text, 0);
}

static void
end_area (Walk *walk, double bottom)
{
  const ToriSource *source = walk->source > 0 ? &walk->content->sources[walk->source - 1] : NULL;

  if (!walk->open)
    return;
  while (g_str_has_suffix (walk->text->str, "\n"))
    g_string_truncate (walk->text, walk->text->len - 1);
  walk->area.height = bottom - walk->area.y;
  walk->area.text = walk->text->str;
  walk->area.record = source != NULL ? source->record : NULL;
  walk->area.property = source != NULL ? source->property : NULL;
  walk->area.link = source != NULL ? source->link : NULL;
  if (walk->area.record == NULL)
    walk->area.record = walk->subject;
  walk->func (&walk->area, walk->user_data);
  walk->open = FALSE;
}

/* An item of a schedule: its text at the left, its phases at the right. */
static void
tell_slice (Walk *walk, const ToriGrid *grid, const ToriStrip *strip, double y)
{
  const ToriSlice *slice = strip->slice;
  const ToriPageArea cell = walk->area;

  walk->first = FALSE;
  if (slice->begins || slice->n_lines > 0)
    {
      walk->area.width = grid->item_width;
      begin_area (walk, y, strip->source);
      append_lines (walk->text, slice->lines, slice->n_lines);
      end_area (walk, y + strip->height);
    }
  if (slice->begins || slice->n_arrows > 0)
    {
      walk->area.x = cell.x + grid->item_width;
      walk->area.width = cell.width - grid->item_width;
      begin_area (walk, y, slice->arrow_source);
      for (guint i = 0; i < slice->n_arrows; i++)
        {
          append_lines (walk->text, slice->arrows[i].lines, slice->arrows[i].n_lines);
          g_string_append_c (walk->text, '\n');
        }
      end_area (walk, y + strip->height);
    }
  walk->area = cell;
}

static double
tell_strip (Walk *walk, const ToriCell *cell, const ToriStrip *strip, double y, gboolean at_top)
{
  switch (strip->kind)
    {
    case TORI_STRIP_TEXT:
      if (walk->open && walk->source != strip->source)
        end_area (walk, y);
      if (!walk->open)
        begin_area (walk, y, strip->source);
      append_lines (walk->text, &strip->line, 1);
      if (strip->ends)
        g_string_append_c (walk->text, '\n');
      break;
    case TORI_STRIP_BAR:
      if (!walk->open)
        begin_area (walk, y, strip->source);
      g_string_append_printf (walk->text, "%s\n", strip->bar->text);
      break;
    case TORI_STRIP_SLICE: tell_slice (walk, cell->grid, strip, y); break;
    case TORI_STRIP_RULE:
    case TORI_STRIP_SPACE:
      if (at_top)
        return y;
      break;
    default: g_assert_not_reached ();
    }
  return y + strip->height;
}

/* The strips of @cell from @from up to @to; @begun: after what is repeated. */
static void
tell_cell (Walk *walk, const ToriCell *cell, double padding, guint from, guint to, gboolean begun)
{
  const ToriPageArea room = walk->area;
  guint n_repeats = begun ? cell->n_repeats : 0;
  double top = room.y + padding;
  double y = top;

  if (cell->flags & TORI_CELL_MIDDLE)
    y = room.y + (room.height - tori_strips_get_height (cell->strips, from, to, TRUE)) / 2;
  walk->area.repeated = walk->area.repeated || n_repeats > 0;
  for (guint i = 0; i < n_repeats; i++)
    y = tell_strip (walk, cell, &cell->repeats[i], y, FALSE);
  if (n_repeats > 0 && from < to)
    end_area (walk, y);
  walk->area.repeated = room.repeated || (n_repeats > 0 && from == to);
  for (guint i = from; i < to; i++)
    y = tell_strip (walk, cell, &cell->strips[i], y, y <= top);
  if (cell->n_strips == 0 && !begun)
    begin_area (walk, room.y, cell->source);
  end_area (walk, room.y + room.height);
}

static void
set_room (Walk *walk, const ToriCell *cell, double y, double height)
{
  walk->area = (ToriPageArea){ .x = walk->left + cell->x, .y = y, .width = cell->width, .height = height };
  walk->area.header = (cell->flags & TORI_CELL_HEADER) != 0;
  walk->first = TRUE;
}

static void
tell_header (Walk *walk, const ToriPiece *piece)
{
  const ToriSection *section = piece->section;

  walk->subject = NULL;
  for (guint i = 0; i < section->header->len; i++)
    {
      const ToriHeaderCell *header = &g_array_index (section->header, ToriHeaderCell, i);
      double top = piece->y + (header->line > 0 ? section->line_heights[0] : 0);
      double height = 0;

      for (guint l = header->line; l < header->line + header->n_lines; l++)
        height += section->line_heights[l];
      set_room (walk, &header->cell, top, height);
      walk->area.repeated = TRUE;
      walk->area.column = TRUE;
      walk->content = &header->content;
      tell_cell (walk, &header->cell, TORI_CELL_PAD_Y, 0, header->cell.n_strips, FALSE);
    }
}

static void
tell_row (Walk *walk, const ToriPiece *piece)
{
  walk->subject = piece->row->subject;
  walk->content = &piece->row->content;
  for (guint i = 0; i < walk->content->n_cells; i++)
    {
      const ToriCell *cell = &walk->content->cells[i];

      set_room (walk, cell, piece->y, piece->height);
      tell_cell (walk, cell, tori_row_get_padding (piece->row, cell), piece->from[i], piece->to[i],
                 piece->begun);
    }
}

/**
 * tori_sheet_foreach_area:
 * @self: a sheet
 * @page: a page that was made, from 0
 * @func: called for each area
 * @user_data: for @func
 */
void
tori_sheet_foreach_area (ToriSheet *self, guint page, ToriPageAreaFunc func, gpointer user_data)
{
  const GArray *pieces = ((ToriPage *) g_ptr_array_index (self->pages, page))->pieces;
  Walk walk = { func, user_data, .text = g_string_new (NULL) };

  for (guint i = 0; i < pieces->len; i++)
    {
      const ToriPiece *piece = &g_array_index (pieces, ToriPiece, i);

      walk.left = piece->section->left;
      if (piece->row == NULL)
        tell_header (&walk, piece);
      else
        tell_row (&walk, piece);
    }
  g_string_free (walk.text, TRUE);
}
