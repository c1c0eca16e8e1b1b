/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-paint.h"

#include <string.h>

#include "report/tori-grid.h"
#include "report/tori-sheet-private.h"

/* Goes over one page, to collect its shapes, to paint its words, or to tell what stands where. Screen, PDF
 * and printer differ only in the cairo context that they hand in. */

#define FOOT_GAP 8.0

/* One of shapes, ink and func is there. */
typedef struct
{
  ToriSheet *sheet;
  ToriShapes *shapes;
  ToriInk *ink;
  ToriTags *tags;   /* NULL: none; only with ink */
  const char *part; /* the element that is open inside a cell with links; NULL: none */
  const char *link; /* where that leads to; NULL: nowhere */
  ToriPageLineFunc func;
  gpointer user_data;
  gboolean repeating; /* what stands elsewhere */
} Painter;

static void
begin_tag (Painter *painter, const char *tag)
{
  if (painter->tags == NULL || tag == NULL)
    return;
  tori_ink_flush (painter->ink);
  tori_tags_begin (painter->tags, tag);
}

static void
end_tag (Painter *painter, const char *tag)
{
  if (painter->tags == NULL || tag == NULL)
    return;
  tori_ink_flush (painter->ink);
  tori_tags_end (painter->tags, tag);
}

static const char *
get_link (const ToriContent *set, const ToriStrip *strip)
{
  return set != NULL && strip->source > 0 ? set->sources[strip->source - 1].link : NULL;
}

static gboolean
has_link (const ToriContent *set, const ToriCell *cell, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      if (get_link (set, &cell->strips[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Goes over to the next element inside a cell with links; @part NULL: none follows. Such a cell is divided
 * into elements as a whole, since cairo 1.16 forgets what stands beside one. */
static void
set_part (Painter *painter, const char *part, const char *link)
{
  guint page;
  double y;

  if (link != NULL && tori_sheet_find_target (painter->sheet, link, &page, &y))
    part = CAIRO_TAG_LINK;
  else
    link = NULL;
  if (g_strcmp0 (part, painter->part) == 0 && g_strcmp0 (link, painter->link) == 0)
    return;
  end_tag (painter, painter->part);
  if (link == NULL)
    begin_tag (painter, part);
  else
    tori_tags_begin_link (painter->tags, page, y);
  painter->part = part;
  painter->link = link;
}

/* What is said again on each page, and what says nothing, is left out of the structure until it ends. */
static ToriTags *
begin_artifact (Painter *painter)
{
  ToriTags *tags = painter->tags;

  if (tags == NULL)
    return NULL;
  tori_ink_flush (painter->ink);
  tori_tags_begin_artifact (tags);
  painter->tags = NULL;
  return tags;
}

static void
end_artifact (Painter *painter, ToriTags *tags)
{
  if (tags == NULL)
    return;
  tori_ink_flush (painter->ink);
  tori_tags_end_artifact (tags);
  painter->tags = tags;
}

/* Whether the section's table begins here, and does not go on from the page before. */
static gboolean
set_table (Painter *painter, const ToriSection *section)
{
  if (painter->tags == NULL)
    return FALSE;
  tori_ink_flush (painter->ink);
  return tori_tags_set_table (painter->tags, section);
}

static void
show_line (const ToriSetLine *line, double x, double y, const cairo_rectangle_t *room, gpointer data)
{
  Painter *painter = data;
  g_autofree char *text = NULL;
  ToriPageLine shown;

  if (painter->ink != NULL)
    tori_ink_add (painter->ink, line, x, y);
  if (painter->func == NULL)
    return;
  text = tori_set_line_dup_text (line);
  shown = (ToriPageLine){ line,
                          text,
                          x + tori_set_line_get_x (line),
                          y,
                          tori_set_line_get_width (line),
                          tori_set_line_get_height (line),
                          room->x,
                          room->y,
                          room->width,
                          room->height,
                          painter->repeating };
  painter->func (&shown, painter->user_data);
}

static void
add_shape (Painter *painter, ToriShape shape, double x, double y, double width, double height)
{
  if (painter->shapes != NULL)
    tori_shapes_add (painter->shapes, shape, x, y, width, height);
}

static double
show_strip (Painter *painter,
            const ToriCell *cell,
            const ToriStrip *strip,
            const cairo_rectangle_t *room,
            double y,
            gboolean at_top)
{
  switch (strip->kind)
    {
    case TORI_STRIP_TEXT:
      show_line (strip->line, room->x + TORI_CELL_PAD_X + strip->x, y, room, painter);
      break;
    case TORI_STRIP_SLICE:
      if (painter->shapes != NULL)
        tori_grid_add_slice (cell->grid, painter->shapes, strip->slice, room->x, y, at_top);
      tori_grid_foreach_line (cell->grid, strip, room->x, y, show_line, painter);
      break;
    case TORI_STRIP_BAR:
      if (painter->shapes != NULL)
        tori_bar_add_shapes (strip->bar, painter->shapes, room->x + TORI_CELL_PAD_X, y);
      tori_bar_foreach_line (strip->bar, room->x + TORI_CELL_PAD_X, y, show_line, painter);
      break;
    case TORI_STRIP_RULE:
      if (at_top)
        return y;
      add_shape (painter, TORI_SHAPE_TEXT_RULE, room->x + TORI_CELL_PAD_X, y + strip->height / 2,
                 room->width - 2 * TORI_CELL_PAD_X, 0);
      break;
    case TORI_STRIP_SPACE:
      if (at_top)
        return y;
      break;
    default: g_assert_not_reached ();
    }
  return y + strip->height;
}

static void
show_cell (Painter *painter,
           const ToriContent *set,
           const ToriCell *cell,
           const cairo_rectangle_t *room,
           guint from,
           guint to,
           const char *tag,
           double padding,
           gboolean begun)
{
  double top = room->y + padding;
  double y = top;
  gboolean repeating = painter->repeating;
  gboolean linked = painter->tags != NULL && has_link (set, cell, from, to);

  if (cell->flags & TORI_CELL_MIDDLE)
    y = room->y + (room->height - tori_strips_get_height (cell->strips, from, to, TRUE)) / 2;
  begin_tag (painter, tag);
  if (cell->grid != NULL && painter->shapes != NULL)
    tori_grid_add_back (cell->grid, painter->shapes, room->x, room->y, room->height);
  if (linked)
    set_part (painter, "P", NULL);
  painter->repeating = TRUE;
  for (guint i = 0; begun && i < cell->n_repeats; i++)
    y = show_strip (painter, cell, &cell->repeats[i], room, y, FALSE);
  painter->repeating = repeating;
  for (guint i = from; i < to; i++)
    {
      if (linked)
        set_part (painter, "P", get_link (set, &cell->strips[i]));
      y = show_strip (painter, cell, &cell->strips[i], room, y, y <= top);
    }
  if (linked)
    set_part (painter, NULL, NULL);
  end_tag (painter, tag);
}

static void
add_ground (Painter *painter, const ToriPiece *piece, ToriShape shape)
{
  add_shape (painter, shape, piece->section->left, piece->y, piece->section->width, piece->height);
}

static gboolean
header_has_line (const ToriSection *section, guint line)
{
  for (guint i = 0; i < section->header->len; i++)
    {
      if (g_array_index (section->header, ToriHeaderCell, i).line == line)
        return TRUE;
    }
  return FALSE;
}

/* @again: the table has gone on from the page before. */
static void
show_header (Painter *painter, const ToriPiece *piece, gboolean again)
{
  const ToriSection *section = piece->section;
  double left = section->left;
  ToriTags *tags = again ? begin_artifact (painter) : NULL;

  add_ground (painter, piece, TORI_SHAPE_HEADER);
  painter->repeating = TRUE;
  for (guint line = 0; line < TORI_HEADER_LINES; line++)
    {
      double top = piece->y + (line > 0 ? section->line_heights[0] : 0);
      const char *tag = header_has_line (section, line) ? "TR" : NULL;

      begin_tag (painter, tag);
      for (guint i = 0; i < section->header->len; i++)
        {
          const ToriHeaderCell *header = &g_array_index (section->header, ToriHeaderCell, i);
          cairo_rectangle_t room = { left + header->cell.x, top, header->cell.width, 0 };

          if (header->line != line)
            continue;
          for (guint l = line; l < line + header->n_lines; l++)
            room.height += section->line_heights[l];
          if (header->cell.flags & TORI_CELL_MARKED)
            add_shape (painter, TORI_SHAPE_BAND, room.x, room.y, room.width, room.height);
          show_cell (painter, NULL, &header->cell, &room, 0, header->cell.n_strips, "TH", TORI_CELL_PAD_Y,
                     FALSE);
          if (header->cell.x > 0)
            add_shape (painter, TORI_SHAPE_COLUMN_RULE, room.x, room.y, 0, room.height);
          if (line > 0)
            add_shape (painter, TORI_SHAPE_COLUMN_RULE, room.x, room.y, room.width, 0);
        }
      end_tag (painter, tag);
    }
  painter->repeating = FALSE;
  end_artifact (painter, tags);
}

static void
show_row (Painter *painter, const ToriPiece *piece)
{
  const ToriRow *row = piece->row;
  double left = piece->section->left;
  gboolean plain = row->kind == TORI_ROW_PLAIN;
  gboolean again = row->kind == TORI_ROW_BAND && piece->begun && piece->from[0] == piece->to[0];
  ToriTags *tags = again ? begin_artifact (painter) : NULL;

  if (row->kind == TORI_ROW_BAND)
    add_ground (painter, piece, TORI_SHAPE_BAND);
  if (painter->tags != NULL && row->name != NULL && !piece->begun)
    tori_tags_add_target (painter->tags, row->page, row->y);
  begin_tag (painter, plain ? NULL : "TR");
  for (guint i = 0; i < row->content.n_cells; i++)
    {
      const ToriCell *cell = &row->content.cells[i];
      gboolean heads = (cell->flags & TORI_CELL_HEADER) != 0;
      const char *tag = plain ? (heads ? "H1" : "P") : (heads ? "TH" : "TD");
      cairo_rectangle_t room = { left + cell->x, piece->y, cell->width, piece->height };

      if (row->kind == TORI_ROW_BODY && heads)
        add_shape (painter, TORI_SHAPE_HEADER, room.x, room.y, room.width, room.height);
      if (!plain && cell->x > 0)
        add_shape (painter, TORI_SHAPE_COLUMN_RULE, room.x, room.y, 0, room.height);
      show_cell (painter, &row->content, cell, &room, piece->from[i], piece->to[i], tag,
                 tori_row_get_padding (row, cell), piece->begun);
    }
  end_tag (painter, plain ? NULL : "TR");
  end_artifact (painter, tags);
}

static gboolean
is_in_table (const ToriPiece *piece)
{
  return piece->row == NULL || piece->row->kind != TORI_ROW_PLAIN;
}

/* The pieces from @first on that belong to one table, inside one frame. */
static guint
show_table (Painter *painter, const GArray *pieces, guint first)
{
  const ToriPiece *top = &g_array_index (pieces, ToriPiece, first);
  double left = top->section->left;
  double bottom = top->y;
  gboolean begins = set_table (painter, top->section);
  guint i;

  for (i = first; i < pieces->len; i++)
    {
      const ToriPiece *piece = &g_array_index (pieces, ToriPiece, i);

      if (piece->section != top->section || !is_in_table (piece))
        break;
      if (piece->row == NULL)
        show_header (painter, piece, !begins);
      else
        show_row (painter, piece);
      if (i > first)
        {
          gboolean under_header = g_array_index (pieces, ToriPiece, i - 1).row == NULL;

          add_shape (painter, under_header ? TORI_SHAPE_HEAD_RULE : TORI_SHAPE_ROW_RULE, left, piece->y,
                     piece->section->width, 0);
        }
      bottom = piece->y + piece->height;
    }
  add_shape (painter, TORI_SHAPE_FRAME, left, top->y, top->section->width, bottom - top->y);
  return i;
}

/* Sets @text into one line; what is too long is cut, with a sign that it is. */
static ToriSetLine *
set_foot_line (ToriSheet *sheet, ToriArena *arena, ToriAlign align, double width, const char *text)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  ToriMeasure measure = { width, 0, align };

  if (text == NULL || *text == '\0')
    return NULL;
  if (tori_typesetter_set (sheet->typesetter, arena, TORI_STYLE_FOOT, &measure, text, -1, lines) > 1)
    {
      g_autofree char *start = tori_set_line_dup_text (g_ptr_array_index (lines, 0));
      glong n = g_utf8_strlen (start, -1);
      g_autofree char *kept = g_utf8_substring (start, 0, MAX (0, n - 2));
      g_autofree char *cut = g_strconcat (kept, "…", NULL);

      g_ptr_array_set_size (lines, 0);
      tori_typesetter_set (sheet->typesetter, arena, TORI_STYLE_FOOT, &measure,
                           tori_arena_strndup (arena, cut, strlen (cut)), -1, lines);
    }
  return g_ptr_array_index (lines, 0);
}

static void
show_foot (Painter *painter, guint page, const char *start)
{
  ToriSheet *sheet = painter->sheet;
  g_autoptr (ToriArena) arena = tori_arena_new ();
  double width = sheet->size.width - sheet->size.left - sheet->size.right;
  double y = sheet->size.height - sheet->size.bottom + FOOT_GAP;
  cairo_rectangle_t room = { sheet->size.left, y, width, sheet->size.bottom - FOOT_GAP };
  guint n_pages;
  guint place = tori_sheet_count_page (sheet, page, &n_pages);
  g_autofree char *number =
      n_pages > 0 ? g_strdup_printf ("%u / %u", place, n_pages) : g_strdup_printf ("%u", place);
  const struct
  {
    const char *text;
    ToriAlign align;
    double x, width; /* of the whole width */
  } parts[] = {
    { start, TORI_ALIGN_START, 0, 0.44 },
    { number, TORI_ALIGN_CENTER, 0.44, 0.12 },
    { sheet->foot_end, TORI_ALIGN_END, 0.56, 0.44 },
  };

  ToriTags *tags = begin_artifact (painter);

  painter->repeating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      ToriSetLine *line = set_foot_line (sheet, arena, parts[i].align, parts[i].width * width, parts[i].text);

      if (line != NULL)
        show_line (line, sheet->size.left + parts[i].x * width, y, &room, painter);
    }
  end_artifact (painter, tags);
}

static void
show_page (Painter *painter, guint number)
{
  const GArray *pieces = ((ToriPage *) g_ptr_array_index (painter->sheet->pages, number))->pieces;
  const char *foot = painter->sheet->foot_start;
  guint i = 0;

  while (i < pieces->len)
    {
      const ToriPiece *piece = &g_array_index (pieces, ToriPiece, i);

      foot = piece->section->foot;
      if (is_in_table (piece))
        i = show_table (painter, pieces, i);
      else
        {
          set_table (painter, NULL);
          show_row (painter, piece);
          i++;
        }
    }
  if (painter->shapes == NULL)
    show_foot (painter, number, foot);
}

/**
 * tori_sheet_paint:
 * @self: a sheet
 * @page: a page that was made, from 0
 * @cr: where to, in points from the page's upper left corner
 * @tags: (nullable): the structure of a tagged PDF, to be written too
 */
void
tori_sheet_paint (ToriSheet *self, guint page, cairo_t *cr, ToriTags *tags)
{
  g_autoptr (ToriShapes) shapes = tori_shapes_new ();
  ToriInk *ink = tori_ink_new (cr);
  Painter shape_painter = { self, .shapes = shapes };
  Painter word_painter = { self, .ink = ink, .tags = tags };

  cairo_save (cr);
  show_page (&shape_painter, page);
  begin_artifact (&word_painter);
  tori_shapes_paint (shapes, cr);
  end_artifact (&word_painter, tags);
  show_page (&word_painter, page);
  tori_ink_flush (ink);
  cairo_restore (cr);
  tori_ink_free (ink);
}

/**
 * tori_sheet_foreach_line:
 * @self: a sheet
 * @page: a page that was made, from 0
 * @func: called for each line of text, in the order of painting
 * @user_data: for @func
 */
void
tori_sheet_foreach_line (ToriSheet *self, guint page, ToriPageLineFunc func, gpointer user_data)
{
  Painter painter = { self, .func = func, .user_data = user_data };

  show_page (&painter, page);
}
