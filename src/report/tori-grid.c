/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-grid.h"

#include <math.h>

#include "report/tori-cell.h"

/* A schedule: at the left the item's text, at the right its lanes, one under the other, with an arrow for
 * each phase. An item is one slice; one that is taller than SLICE_LINES lines is cut into several at the
 * ends of its lines, and then the next slice goes on with what is left of the text and of the lanes.
 */

#define SLICE_LINES 9
#define ARROW_PAD 1.2 /* above and below a phase word */
#define ARROW_GAP 0.9 /* between an arrow and the edge of its years */
#define LANE_GAP 1.6
#define WORD_PAD 1.5

/* Set */

typedef struct
{
  const ToriGrid *grid;
  ToriTypesetter *typesetter;
  ToriArena *arena;
  double limit; /* of a slice's height */
  /* what has to be placed */
  GPtrArray *text;   /* lines of the item */
  GPtrArray **words; /* lines of each span */
  const ToriGridSpan *spans;
  guint n_spans;
  /* how far it has been placed */
  guint text_at;
  guint lane_at;
  guint line_at; /* in the lane, when it is cut */
} Item;

static void
find_span_place (const ToriGrid *grid, const ToriGridSpan *span, double *x, double *width)
{
  double end;

  *x = grid->item_width;
  for (guint i = 0; i < span->from; i++)
    *x += grid->year_widths[i];
  end = *x;
  for (guint i = span->from; i <= span->to; i++)
    end += grid->year_widths[i];
  *x += ARROW_GAP;
  *width = end - ARROW_GAP - *x;
}

static double
get_head (const Item *item)
{
  return tori_typesetter_get_size (item->typesetter, TORI_STYLE_PHASE) * 0.5;
}

/* The word in one line, in smaller letters if it must be, or in as many lines as it takes. */
static void
set_word (const Item *item, const ToriGridSpan *span, GPtrArray *lines)
{
  ToriMeasure measure = { .align = TORI_ALIGN_CENTER };
  double x, width;

  if (span->phase == NULL || *span->phase == '\0')
    return;
  find_span_place (item->grid, span, &x, &width);
  measure.width = width - 2 * WORD_PAD - (span->goes_on ? 0 : get_head (item) / 2);
  if (tori_typesetter_set (item->typesetter, item->arena, TORI_STYLE_PHASE, &measure, span->phase, -1, lines)
      == 1)
    return;
  g_ptr_array_set_size (lines, 0);
  tori_typesetter_set (item->typesetter, item->arena, TORI_STYLE_PHASE_SMALL, &measure, span->phase, -1,
                       lines);
}

static double
get_lines_height (const GPtrArray *lines, guint from, guint to)
{
  double height = 0;

  for (guint i = from; i < to; i++)
    height += tori_set_line_get_height (g_ptr_array_index (lines, i));
  return height;
}

static guint
count_lanes (const Item *item)
{
  guint n = 0;

  for (guint i = 0; i < item->n_spans; i++)
    n = MAX (n, item->spans[i].lane + 1);
  return n;
}

/* Height of @lane from its line @item->line_at on, without the gap to the next. */
static double
get_lane_height (const Item *item, guint lane)
{
  double height = tori_typesetter_get_pitch (item->typesetter, TORI_STYLE_PHASE);

  for (guint i = 0; i < item->n_spans; i++)
    {
      if (item->spans[i].lane == lane && item->line_at < item->words[i]->len)
        height = MAX (height, get_lines_height (item->words[i], item->line_at, item->words[i]->len));
    }
  return height + 2 * ARROW_PAD;
}

/* Places a lane's lines from @item->line_at up to @end as arrows at @y. */
static void
add_arrows (Item *item, ToriSlice *slice, double y, double height, guint end)
{
  for (guint i = 0; i < item->n_spans; i++)
    {
      const ToriGridSpan *span = &item->spans[i];
      ToriArrow *arrow = &slice->arrows[slice->n_arrows];
      guint last = MIN (end, item->words[i]->len);

      if (span->lane != item->lane_at)
        continue;
      find_span_place (item->grid, span, &arrow->x, &arrow->width);
      arrow->y = y;
      arrow->height = height;
      arrow->kind = span->kind;
      arrow->goes_on = span->goes_on;
      if (last > item->line_at)
        {
          arrow->n_lines = last - item->line_at;
          arrow->lines = tori_arena_dup (item->arena, &item->words[i]->pdata[item->line_at],
                                         arrow->n_lines * sizeof (gpointer));
        }
      slice->n_arrows++;
    }
}

/* As much of a lane as has room below @y; at least a line of it. */
static double
add_part_of_lane (Item *item, ToriSlice *slice, double y)
{
  double pitch = tori_typesetter_get_pitch (item->typesetter, TORI_STYLE_PHASE);
  guint n = (guint) MAX (1, floor ((item->limit - y - 2 * ARROW_PAD) / pitch));
  guint end = item->line_at + n;
  double height = pitch;

  for (guint i = 0; i < item->n_spans; i++)
    {
      guint last = MIN (end, item->words[i]->len);

      if (item->spans[i].lane == item->lane_at && last > item->line_at)
        height = MAX (height, get_lines_height (item->words[i], item->line_at, last));
    }
  height += 2 * ARROW_PAD;
  add_arrows (item, slice, y, height, end);
  item->line_at = end;
  return y + height;
}

static double
add_lanes (Item *item, ToriSlice *slice, guint n_lanes)
{
  double y = TORI_CELL_PAD_Y;
  gboolean any = FALSE;

  while (item->lane_at < n_lanes)
    {
      double height = get_lane_height (item, item->lane_at);

      if (y + height > item->limit)
        return any ? y : add_part_of_lane (item, slice, y);
      add_arrows (item, slice, y, height, G_MAXUINT);
      y += height + LANE_GAP;
      any = TRUE;
      item->lane_at++;
      item->line_at = 0;
    }
  return y - (any ? LANE_GAP : 0);
}

static double
add_text (Item *item, ToriSlice *slice)
{
  double y = TORI_CELL_PAD_Y;
  guint from = item->text_at;

  slice->text_x = TORI_CELL_PAD_X;
  slice->text_y = y;
  while (item->text_at < item->text->len)
    {
      double height = tori_set_line_get_height (g_ptr_array_index (item->text, item->text_at));

      if (y + height > item->limit && item->text_at > from)
        break;
      y += height;
      item->text_at++;
    }
  slice->n_lines = item->text_at - from;
  slice->lines = tori_arena_dup (item->arena, item->text->pdata + from, slice->n_lines * sizeof (gpointer));
  return y;
}

static void
add_slice (Item *item, guint n_lanes, gboolean begins, GArray *strips)
{
  ToriSlice *slice = tori_arena_new_array (item->arena, ToriSlice, 1);
  ToriStrip strip = { TORI_STRIP_SLICE, .slice = slice };
  double text_end, lanes_end;

  slice->begins = begins;
  slice->arrows = tori_arena_new_array (item->arena, ToriArrow, MAX (1, item->n_spans));
  text_end = add_text (item, slice);
  lanes_end = add_lanes (item, slice, n_lanes);
  strip.height = MAX (text_end, lanes_end) + TORI_CELL_PAD_Y;
  /* A few arrows stand in the middle beside their text. */
  for (guint i = 0; lanes_end < text_end && i < slice->n_arrows; i++)
    slice->arrows[i].y += (text_end - lanes_end) / 2;
  if (text_end < lanes_end && begins)
    slice->text_y += MIN ((lanes_end - text_end) / 2, ARROW_PAD);
  g_array_append_val (strips, strip);
}

/**
 * tori_grid_set_item:
 * @grid: the columns
 * @typesetter: sets the words
 * @arena: where the strips live
 * @text: the item's text, with its mark
 * @spans: (array length=n_spans): its phases, in any order
 * @n_spans: how many
 * @strips: (element-type ToriStrip): the strips are added here
 */
void
tori_grid_set_item (const ToriGrid *grid,
                    ToriTypesetter *typesetter,
                    ToriArena *arena,
                    const char *text,
                    const ToriGridSpan *spans,
                    guint n_spans,
                    GArray *strips)
{
  Item item = { grid, typesetter, arena, .spans = spans, .n_spans = n_spans };
  double size = tori_typesetter_get_size (typesetter, TORI_STYLE_BODY);
  ToriMeasure measure = { grid->item_width - 2 * TORI_CELL_PAD_X, size, TORI_ALIGN_START };
  guint n_lanes = count_lanes (&item);
  gboolean begins = TRUE;

  item.limit = SLICE_LINES * tori_typesetter_get_pitch (typesetter, TORI_STYLE_BODY);
  item.text = g_ptr_array_new ();
  item.words = g_new0 (GPtrArray *, MAX (1, n_spans));
  if (*text != '\0')
    tori_typesetter_set (typesetter, arena, TORI_STYLE_BODY, &measure, text, -1, item.text);
  for (guint i = 0; i < n_spans; i++)
    {
      item.words[i] = g_ptr_array_new ();
      set_word (&item, &spans[i], item.words[i]);
    }
  do
    {
      add_slice (&item, n_lanes, begins, strips);
      begins = FALSE;
    }
  while (item.text_at < item.text->len || item.lane_at < n_lanes);
  for (guint i = 0; i < n_spans; i++)
    g_ptr_array_unref (item.words[i]);
  g_free (item.words);
  g_ptr_array_unref (item.text);
}

/* Show */

/**
 * tori_grid_add_back:
 * @grid: the columns
 * @shapes: shapes of the page
 * @x: left edge
 * @y: top
 * @height: how far down
 *
 * Adds what lies under the arrows: the year reported, the lines between the years.
 */
void
tori_grid_add_back (const ToriGrid *grid, ToriShapes *shapes, double x, double y, double height)
{
  if (grid->current < 0)
    return;
  x += grid->item_width;
  for (guint i = 0; i < grid->n_years; i++)
    {
      if ((int) i == grid->current)
        tori_shapes_add (shapes, TORI_SHAPE_YEAR, x, y, grid->year_widths[i], height);
      tori_shapes_add (shapes, i == 0 ? TORI_SHAPE_ITEM_RULE : TORI_SHAPE_YEAR_RULE, x, y, 0, height);
      x += grid->year_widths[i];
    }
}

static void
add_arrow (const ToriArrow *arrow, ToriShapes *shapes, double x, double y)
{
  static const ToriShape kinds[] = { [TORI_ARROW_PLANNED] = TORI_SHAPE_PLANNED,
                                     [TORI_ARROW_REVISED] = TORI_SHAPE_REVISED,
                                     [TORI_ARROW_ACTUAL] = TORI_SHAPE_ACTUAL };

  if (arrow->goes_on)
    tori_shapes_add_blunt (shapes, kinds[arrow->kind], x + arrow->x, y + arrow->y, arrow->width,
                           arrow->height);
  else
    tori_shapes_add (shapes, kinds[arrow->kind], x + arrow->x, y + arrow->y, arrow->width, arrow->height);
}

/**
 * tori_grid_add_slice:
 * @grid: the columns
 * @shapes: shapes of the page
 * @slice: a slice
 * @x: left edge of the cell
 * @y: top of the slice
 * @first: whether nothing of the schedule stands above it on this page
 *
 * Adds the arrows and the line above an item.
 */
void
tori_grid_add_slice (
    const ToriGrid *grid, ToriShapes *shapes, const ToriSlice *slice, double x, double y, gboolean first)
{
  double width = grid->item_width;

  for (guint i = 0; i < grid->n_years; i++)
    width += grid->year_widths[i];
  if (slice->begins && !first)
    tori_shapes_add (shapes, TORI_SHAPE_ITEM_RULE, x, y, width, 0);
  for (guint i = 0; i < slice->n_arrows; i++)
    add_arrow (&slice->arrows[i], shapes, x, y);
}

static void
foreach_word (const ToriArrow *arrow, double x, double y, ToriGridLineFunc func, gpointer data)
{
  cairo_rectangle_t room = { x + arrow->x, y + arrow->y, arrow->width, arrow->height };
  double height = 0;

  for (guint i = 0; i < arrow->n_lines; i++)
    height += tori_set_line_get_height (arrow->lines[i]);
  y = room.y + (arrow->height - height) / 2;
  for (guint i = 0; i < arrow->n_lines; i++)
    {
      func (arrow->lines[i], room.x + WORD_PAD, y, &room, data);
      y += tori_set_line_get_height (arrow->lines[i]);
    }
}

/**
 * tori_grid_foreach_line:
 * @grid: the columns
 * @strip: a strip with a slice
 * @x: left edge of the cell
 * @y: top of the strip
 * @func: called for each line
 * @data: for @func
 *
 * Goes through the item's text and the words on its arrows.
 */
void
tori_grid_foreach_line (
    const ToriGrid *grid, const ToriStrip *strip, double x, double y, ToriGridLineFunc func, gpointer data)
{
  const ToriSlice *slice = strip->slice;
  cairo_rectangle_t room = { x, y, grid->item_width, strip->height };
  double text_y = y + slice->text_y;

  for (guint i = 0; i < slice->n_lines; i++)
    {
      func (slice->lines[i], x + slice->text_x, text_y, &room, data);
      text_y += tori_set_line_get_height (slice->lines[i]);
    }
  for (guint i = 0; i < slice->n_arrows; i++)
    foreach_word (&slice->arrows[i], x, y, func, data);
}
