/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-sheet-private.h"

/* Turns rows into pages, one row after the other, as far as they are wanted.
 *
 * A row goes onto the page as far as its strips fit, and on with the rest on the next page, under the header,
 * the band and its own number and title. It begins on the next page when one of its cells could not begin
 * here, or when it would fit there whole and has but little room here. A row of any height comes to an end,
 * since on a fresh page every cell gives at least a strip.
 */

#define EPSILON 0.01

/* Of a page: where less than this is left, a row that fits on the next page whole begins there. */
#define LITTLE_ROOM 0.25

/* Of a page's height: what a band and a row's title may take of the pages that they go on to. */
#define MAX_BAND 0.125
#define MAX_TITLE 0.25

/* Of a page's height: sections that are higher are divided rather than leave so much empty. */
#define MAX_TOGETHER 0.6

/* Between what stands above a table and the table. */
#define SECTION_GAP 6.0

static double
get_body_height (ToriSheet *self)
{
  return self->size.height - self->size.top - self->size.bottom;
}

static gboolean
vanishes_at_top (const ToriStrip *strip)
{
  return strip->kind == TORI_STRIP_RULE || strip->kind == TORI_STRIP_SPACE;
}

/* Height of the strips as they stand under each other; @at_top: nothing stands above them. */
double
tori_strips_get_height (const ToriStrip *strips, guint from, guint to, gboolean at_top)
{
  double height = 0;

  for (guint i = from; i < to; i++)
    {
      if (at_top && vanishes_at_top (&strips[i]))
        continue;
      at_top = FALSE;
      height += strips[i].height;
    }
  return height;
}

/* How many strips of @cell from @from on fit into @room; adds their height to @used. @force takes no notice
 * of what should stay together. */
static guint
fit_cell (const ToriCell *cell, guint from, double room, gboolean force, double *used)
{
  double y = 0;
  double height = 0;
  guint best = from;

  for (guint i = from; i < cell->n_strips; i++)
    {
      const ToriStrip *strip = &cell->strips[i];

      if (y > 0 || !vanishes_at_top (strip))
        y += strip->height;
      if (y > room + EPSILON)
        break;
      if (force || i + 1 == cell->n_strips || !strip->keep)
        {
          best = i + 1;
          height = y;
        }
    }
  *used = height;
  return best;
}

/* A row on its way onto pages. */
typedef struct
{
  ToriSection *section;
  ToriRow *row;
  guint *from;
  guint *to;
  gboolean begun;
  double height;  /* of the piece that fits */
  gboolean done;  /* with this piece */
  gboolean stuck; /* a cell that has something left could give nothing */
  gboolean moved; /* any cell gave something */
} Flow;

/* Room above the strips of a cell, and as much below them. A schedule brings its own. */
double
tori_row_get_padding (const ToriRow *row, const ToriCell *cell)
{
  return row->kind == TORI_ROW_PLAIN || cell->grid != NULL ? 0 : TORI_CELL_PAD_Y;
}

static void
fit_row (Flow *flow, double room, gboolean force)
{
  flow->done = TRUE;
  flow->stuck = flow->moved = FALSE;
  flow->height = 0;
  for (guint i = 0; i < flow->row->content.n_cells; i++)
    {
      const ToriCell *cell = &flow->row->content.cells[i];
      double padding = 2 * tori_row_get_padding (flow->row, cell);
      double repeat = flow->begun ? tori_strips_get_height (cell->repeats, 0, cell->n_repeats, TRUE) : 0;
      double used;

      flow->to[i] = fit_cell (cell, flow->from[i], room - padding - repeat, force, &used);
      flow->height = MAX (flow->height, used + repeat + padding);
      if (flow->to[i] < cell->n_strips)
        flow->done = FALSE;
      if (flow->to[i] > flow->from[i])
        flow->moved = TRUE;
      else if (flow->from[i] < cell->n_strips)
        flow->stuck = TRUE;
    }
  if (!flow->begun && flow->row->least_height > flow->height)
    {
      flow->height = flow->row->least_height;
      if (flow->height > room + EPSILON && !force)
        {
          flow->done = FALSE;
          flow->stuck = TRUE;
        }
    }
}

static double
get_whole_height (const ToriRow *row)
{
  double height = 0;

  for (guint i = 0; i < row->content.n_cells; i++)
    {
      const ToriCell *cell = &row->content.cells[i];

      height = MAX (height, tori_strips_get_height (cell->strips, 0, cell->n_strips, TRUE)
                                + 2 * tori_row_get_padding (row, cell));
    }
  return height;
}

static void
turn_page (ToriSheet *self)
{
  ToriPage *page = g_new0 (ToriPage, 1);

  page->pieces = g_array_new (FALSE, FALSE, sizeof (ToriPiece));
  g_ptr_array_add (self->pages, page);
  self->y = 0;
  self->headed = NULL;
  self->band_shown = FALSE;
}

static void
add_piece (ToriSheet *self, ToriPiece *piece)
{
  ToriPage *page = g_ptr_array_index (self->pages, self->pages->len - 1);

  piece->y = self->size.top + self->y;
  g_array_append_vals (page->pieces, piece, 1);
  self->y += piece->height;
  if (piece->row != NULL && !piece->begun)
    {
      piece->row->placed = TRUE;
      piece->row->page = self->pages->len - 1;
      piece->row->y = piece->y;
    }
}

static void
add_header (ToriSheet *self, ToriSection *section)
{
  ToriPiece piece = { section, .height = section->header_height };

  if (section->header->len > 0)
    add_piece (self, &piece);
  self->headed = section;
}

static void
repeat_cells (ToriSheet *self, ToriRow *row)
{
  double max_height = get_body_height (self) * (row->kind == TORI_ROW_BAND ? MAX_BAND : MAX_TITLE);

  for (guint i = 0; i < row->content.n_cells; i++)
    tori_setter_set_repeat (tori_crew_get_setter (self->crew), &row->content, &row->content.cells[i],
                            max_height);
}

/* A band that goes over to the next page stands there as its repeated text alone. */
static double
get_band_height (ToriSheet *self)
{
  const ToriCell *cell;

  if (self->band == NULL || self->band_shown)
    return 0;
  cell = &self->band->content.cells[0];
  if (!self->band_begun)
    return get_whole_height (self->band);
  repeat_cells (self, self->band);
  return tori_strips_get_height (cell->repeats, 0, cell->n_repeats, TRUE)
         + 2 * tori_row_get_padding (self->band, cell);
}

static void
add_band (ToriSheet *self, ToriSection *section)
{
  guint *range;
  ToriPiece piece = { section, self->band, .height = get_band_height (self), .begun = self->band_begun };

  if (self->band == NULL || self->band_shown)
    return;
  range = tori_arena_new_array (self->arena, guint, 2);
  range[1] = self->band->content.cells[0].n_strips;
  if (self->band_begun)
    range[0] = range[1];
  piece.from = &range[0];
  piece.to = &range[1];
  add_piece (self, &piece);
  self->band_shown = self->band_begun = TRUE;
}

static void
add_flow (ToriSheet *self, Flow *flow)
{
  guint n = flow->row->content.n_cells;
  ToriPiece piece = { flow->section, flow->row, .height = flow->height, .begun = flow->begun };

  piece.goes_on = !flow->done;
  piece.from = tori_arena_dup (self->arena, flow->from, n * sizeof (guint));
  piece.to = tori_arena_dup (self->arena, flow->to, n * sizeof (guint));
  add_piece (self, &piece);
  for (guint i = 0; i < n; i++)
    flow->from[i] = flow->to[i];
  flow->begun = TRUE;
}

/* Whether the row should rather begin, or go on, on the next page. */
static gboolean
should_turn (ToriSheet *self, Flow *flow, double room, double fresh_room)
{
  if (flow->done)
    return FALSE;
  if (flow->begun)
    return !flow->moved;
  if (flow->stuck)
    return TRUE;
  return room < LITTLE_ROOM * fresh_room && get_whole_height (flow->row) <= fresh_room;
}

static void
place_row (ToriSheet *self, ToriSection *section, ToriRow *row)
{
  gboolean table = row->kind != TORI_ROW_PLAIN;
  g_autofree guint *from = g_new0 (guint, MAX (1, row->content.n_cells));
  g_autofree guint *to = g_new0 (guint, MAX (1, row->content.n_cells));
  Flow flow = { section, row, from, to };
  double body = get_body_height (self);

  for (;;)
    {
      double above = table && self->headed != section ? section->header_height : 0;
      double band = table ? get_band_height (self) : 0;
      double room = body - self->y - above - band;
      gboolean fresh = self->y < EPSILON;

      fit_row (&flow, room, FALSE);
      if (!fresh && should_turn (self, &flow, room, body - section->header_height - band))
        {
          turn_page (self);
          continue;
        }
      if (!flow.moved && !flow.done)
        fit_row (&flow, room, TRUE);
      if (!flow.moved && !flow.done)
        fit_row (&flow, G_MAXDOUBLE, FALSE); /* a strip higher than the paper: nothing is left out for it */
      if (above > 0)
        add_header (self, section);
      if (band > 0)
        add_band (self, section);
      add_flow (self, &flow);
      if (flow.done)
        return;
      repeat_cells (self, row);
      turn_page (self);
    }
}

/* A band is placed together with the first row under it. One that is too tall to be kept together with
 * anything is a row itself. */
static void
begin_band (ToriSheet *self, ToriSection *section, ToriRow *row)
{
  gboolean tall = get_whole_height (row) > get_body_height (self) / 3;

  self->band = NULL;
  if (tall)
    place_row (self, section, row);
  self->band = row;
  self->band_shown = self->band_begun = tall;
}

/* Whether the section, all of which has to be filled to know, should begin on the next page. */
static gboolean
is_better_whole (ToriSheet *self, ToriSection *section)
{
  double body = get_body_height (self);
  double height = section->header_height;

  for (guint i = 0; i < section->rows->len; i++)
    {
      ToriRow *row = &g_array_index (section->rows, ToriRow, i);

      tori_sheet_fill_row (self, row);
      height += get_whole_height (row);
    }
  return self->y > 0 && height <= MAX_TOGETHER * body && self->y + SECTION_GAP + height > body + EPSILON;
}

static void
lay_out_next (ToriSheet *self)
{
  ToriSection *section = g_ptr_array_index (self->sections, self->section_at);

  if (self->row_at == 0)
    {
      tori_sheet_set_header (self, section);
      self->band = NULL;
      if (self->pages->len == 0 || (section->turn_page && self->y > 0))
        turn_page (self);
      if (section->together && is_better_whole (self, section))
        turn_page (self);
      if (self->y > 0)
        self->y += SECTION_GAP;
    }
  if (self->row_at < section->rows->len)
    {
      ToriRow *row = &g_array_index (section->rows, ToriRow, self->row_at);

      if (!section->together)
        tori_sheet_fill_row (self, row);
      if (row->kind == TORI_ROW_BAND)
        begin_band (self, section, row);
      else
        place_row (self, section, row);
      self->row_at++;
      return;
    }
  self->section_at++;
  self->row_at = 0;
}

/* Takes all pages back; what was set stays. */
void
tori_sheet_rewind (ToriSheet *self)
{
  for (guint s = 0; s < self->sections->len; s++)
    {
      ToriSection *section = g_ptr_array_index (self->sections, s);

      for (guint i = 0; i < section->rows->len; i++)
        g_array_index (section->rows, ToriRow, i).placed = FALSE;
    }
  g_ptr_array_set_size (self->pages, 0);
  tori_arena_free (self->arena);
  self->arena = tori_arena_new ();
  self->section_at = self->row_at = 0;
  self->ahead_section = self->ahead_row = self->n_ahead = 0;
  self->y = 0;
  self->headed = NULL;
  self->band = NULL;
  self->band_shown = self->band_begun = FALSE;
}

/**
 * tori_sheet_advance:
 * @self: a sheet
 * @page: a page, from 0
 *
 * Makes pages until @page is complete.
 *
 * Returns: whether there is such a page
 */
gboolean
tori_sheet_advance (ToriSheet *self, guint page)
{
  while (self->section_at < self->sections->len && (page == G_MAXUINT || self->pages->len < page + 2))
    lay_out_next (self);
  return page < self->pages->len;
}

/**
 * tori_sheet_work:
 * @self: a sheet
 * @until: a monotonic time in microseconds
 *
 * Goes on making pages up to that time, but does something in any case.
 *
 * Returns: whether all pages are made
 */
gboolean
tori_sheet_work (ToriSheet *self, gint64 until)
{
  while (!tori_sheet_is_complete (self))
    {
      lay_out_next (self);
      if (g_get_monotonic_time () >= until)
        break;
    }
  return tori_sheet_is_complete (self);
}

/**
 * tori_sheet_is_complete:
 * @self: a sheet
 *
 * Returns: whether all pages are made
 */
gboolean
tori_sheet_is_complete (ToriSheet *self)
{
  return self->section_at >= self->sections->len;
}

/**
 * tori_sheet_get_n_made:
 * @self: a sheet
 *
 * Returns: how many pages are finished
 */
guint
tori_sheet_get_n_made (ToriSheet *self)
{
  if (tori_sheet_is_complete (self) || self->pages->len == 0)
    return self->pages->len;
  return self->pages->len - 1;
}

/**
 * tori_sheet_get_n_pages:
 * @self: a sheet
 *
 * Returns: how many pages there are; makes all that are not made yet
 */
guint
tori_sheet_get_n_pages (ToriSheet *self)
{
  tori_sheet_advance (self, G_MAXUINT);
  return self->pages->len;
}

static const char *
find_part (ToriSheet *self, guint page)
{
  const GArray *pieces = ((ToriPage *) g_ptr_array_index (self->pages, page))->pieces;

  return pieces->len > 0 ? g_array_index (pieces, ToriPiece, pieces->len - 1).section->part : NULL;
}

/**
 * tori_sheet_count_page:
 * @self: a sheet
 * @page: a page that was made, from 0
 * @n_pages: (out): how many pages its part has, 0 while that is not known
 *
 * Returns: its number in its part, from 1; a sheet without parts is one
 */
guint
tori_sheet_count_page (ToriSheet *self, guint page, guint *n_pages)
{
  guint first = page, end = page + 1;
  const char *part = find_part (self, page);

  if (part == NULL)
    {
      *n_pages = tori_sheet_is_complete (self) ? self->pages->len : 0;
      return page + 1;
    }
  while (first > 0 && find_part (self, first - 1) == part)
    first--;
  while (end < self->pages->len && find_part (self, end) == part)
    end++;
  *n_pages = end < self->pages->len || tori_sheet_is_complete (self) ? end - first : 0;
  return page - first + 1;
}

/**
 * tori_sheet_dup_page_label:
 * @self: a sheet
 * @page: a page that was made, from 0
 *
 * Returns: (transfer full): what the page is called: its number as printed, after the name of its part if
 * there are several
 */
char *
tori_sheet_dup_page_label (ToriSheet *self, guint page)
{
  guint n_pages;
  guint number = tori_sheet_count_page (self, page, &n_pages);

  if (self->parts->len < 2)
    return g_strdup_printf ("%u", number);
  return g_strdup_printf ("%s %u", find_part (self, page), number);
}
