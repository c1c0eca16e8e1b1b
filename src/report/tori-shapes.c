/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-shapes.h"

/* Grounds, rules and arrows of a page. All of a kind are painted at once: that is several times faster than
 * one by one, and the order of the kinds does not depend on that of the cells.
 */

typedef enum
{
  FORM_BOX,  /* a rectangle */
  FORM_RULE, /* a line; its width or its height is 0 */
  FORM_ARROW,
} Form;

/* Arrows are told apart without colour, on any printer: planned by a line around them, revised by a broken
 * line, actual by being filled. */
static const struct
{
  Form form;
  double ground; /* grey, or -1 for none */
  double grey;   /* of the line */
  double width;  /* of the line, 0 for none */
  double dashes[2];
} specs[TORI_N_SHAPES] = {
  [TORI_SHAPE_HEADER] = { FORM_BOX, 0.92 },
  [TORI_SHAPE_BAND] = { FORM_BOX, 0.86 },
  [TORI_SHAPE_YEAR] = { FORM_BOX, 0.94 },
  [TORI_SHAPE_YEAR_RULE] = { FORM_RULE, -1, 0.25, 0.3, { 0.6, 1.4 } },
  [TORI_SHAPE_ITEM_RULE] = { FORM_RULE, -1, 0.25, 0.3 },
  [TORI_SHAPE_TEXT_RULE] = { FORM_RULE, -1, 0.35, 0.35, { 1, 1.5 } },
  [TORI_SHAPE_PLANNED] = { FORM_ARROW, 1, 0, 0.5 },
  [TORI_SHAPE_REVISED] = { FORM_ARROW, 1, 0, 0.5, { 2.2, 1.4 } },
  [TORI_SHAPE_ACTUAL] = { FORM_ARROW, 0.78, 0, 0.5 },
  [TORI_SHAPE_PATTERN] = { FORM_BOX, 0.35, 0, 0.5 },
  [TORI_SHAPE_PATTERN + 1] = { FORM_BOX, 1, 0, 0.5 },
  [TORI_SHAPE_PATTERN + 2] = { FORM_BOX, 0.8, 0, 0.5 },
  [TORI_SHAPE_PATTERN + 3] = { FORM_BOX, 1, 0, 0.5 },
  [TORI_SHAPE_PATTERN + 4] = { FORM_BOX, 1, 0, 0.5 },
  [TORI_SHAPE_PATTERN + 5] = { FORM_BOX, 1, 0, 0.5 },
  [TORI_SHAPE_PATTERN + 6] = { FORM_BOX, 1, 0, 0.5 },
  [TORI_SHAPE_PATTERN + 7] = { FORM_BOX, 1, 0, 0.5 },
  [TORI_SHAPE_PATTERN + 8] = { FORM_BOX, 0.6, 0, 0.5 },
  [TORI_SHAPE_PATTERN + 9] = { FORM_BOX, 1, 0, 0.5 },
  [TORI_SHAPE_PATTERN + 10] = { FORM_BOX, 0.8, 0, 0.5 },
  [TORI_SHAPE_PATTERN + 11] = { FORM_BOX, 1, 0, 0.5 },
  [TORI_SHAPE_LAST_PATTERN] = { FORM_BOX, 1, 0, 0.5, { 1.6, 1.4 } },
  [TORI_SHAPE_PLATE] = { FORM_BOX, 1 },
  [TORI_SHAPE_COLUMN_RULE] = { FORM_RULE, -1, 0, 0.35 },
  [TORI_SHAPE_ROW_RULE] = { FORM_RULE, -1, 0, 0.5 },
  [TORI_SHAPE_HEAD_RULE] = { FORM_RULE, -1, 0, 0.9 },
  [TORI_SHAPE_FRAME] = { FORM_BOX, -1, 0, 0.9 },
};

/* Lines over the ground of a pattern. */
enum
{
  HATCH_UP = 1 << 0, /* from lower left to upper right */
  HATCH_DOWN = 1 << 1,
  HATCH_ACROSS = 1 << 2,
  HATCH_UPRIGHT = 1 << 3,
  HATCH_DOTS = 1 << 4,
};

static const struct
{
  guint lines;
  double gap, width;
} hatches[TORI_N_PATTERNS] = {
  [1] = { HATCH_UP, 4, 0.6 },
  [3] = { HATCH_DOTS, 3, 1.1 },
  [4] = { HATCH_DOWN, 4, 0.6 },
  [5] = { HATCH_ACROSS, 3, 0.6 },
  [6] = { HATCH_UP | HATCH_DOWN, 4, 0.5 },
  [7] = { HATCH_UPRIGHT, 3, 0.6 },
  [9] = { HATCH_UP, 2, 0.8 },
  [10] = { HATCH_DOWN, 3, 0.9 },
  [11] = { HATCH_ACROSS | HATCH_UPRIGHT, 3.5, 0.5 },
};

/* Of an arrow's height, but at most so many points. */
#define HEAD 0.35
#define MAX_HEAD 5.0

typedef struct
{
  double x, y, width, height;
  gboolean blunt; /* an arrow without a head */
} Item;

struct _ToriShapes
{
  GArray *items[TORI_N_SHAPES]; /* Item; NULL: none */
};

/**
 * tori_shapes_new:
 *
 * Returns: (transfer full): an empty collection
 */
ToriShapes *
tori_shapes_new (void)
{
  return g_new0 (ToriShapes, 1);
}

/**
 * tori_shapes_free:
 * @self: (transfer full): shapes
 */
void
tori_shapes_free (ToriShapes *self)
{
  for (guint i = 0; i < TORI_N_SHAPES; i++)
    g_clear_pointer (&self->items[i], g_array_unref);
  g_free (self);
}

static void
add_item (ToriShapes *self, ToriShape shape, const Item *item)
{
  if (self->items[shape] == NULL)
    self->items[shape] = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_append_vals (self->items[shape], item, 1);
}

/**
 * tori_shapes_add:
 * @self: shapes
 * @shape: of what kind
 * @x: left edge
 * @y: top
 * @width: its width; 0 for a rule that goes down
 * @height: its height; 0 for a rule that goes across
 */
void
tori_shapes_add (ToriShapes *self, ToriShape shape, double x, double y, double width, double height)
{
  add_item (self, shape, &(Item){ x, y, width, height });
}

/**
 * tori_shapes_add_blunt:
 * @self: shapes
 * @arrow: a kind of arrow
 * @x: left edge
 * @y: top
 * @width: its width
 * @height: its height
 *
 * Adds an arrow that goes on beyond the table: it has no head.
 */
void
tori_shapes_add_blunt (ToriShapes *self, ToriShape arrow, double x, double y, double width, double height)
{
  add_item (self, arrow, &(Item){ x, y, width, height, TRUE });
}

static void
trace_arrow (cairo_t *cr, const Item *item)
{
  double right = item->x + item->width;
  double bottom = item->y + item->height;
  double head = item->blunt ? 0 : MIN (item->height * HEAD, MAX_HEAD);

  cairo_move_to (cr, item->x, item->y);
  cairo_line_to (cr, right - head, item->y);
  if (!item->blunt)
    cairo_line_to (cr, right, item->y + item->height / 2);
  cairo_line_to (cr, right - head, bottom);
  cairo_line_to (cr, item->x, bottom);
  cairo_close_path (cr);
}

static void
trace_item (cairo_t *cr, Form form, const Item *item)
{
  switch (form)
    {
    case FORM_BOX: cairo_rectangle (cr, item->x, item->y, item->width, item->height); break;
    case FORM_RULE:
      cairo_move_to (cr, item->x, item->y);
      cairo_line_to (cr, item->x + item->width, item->y + item->height);
      break;
    case FORM_ARROW: trace_arrow (cr, item); break;
    default: g_assert_not_reached ();
    }
}

/* The lines of a hatch over one box, a little beyond its edges. */
static void
trace_hatch (cairo_t *cr, const Item *item, guint lines, double gap)
{
  double bottom = item->y + item->height, right = item->x + item->width;

  for (double x = item->x - item->height; lines & (HATCH_UP | HATCH_DOWN) && x < right; x += gap)
    {
      if (lines & HATCH_UP)
        {
          cairo_move_to (cr, x, bottom);
          cairo_line_to (cr, x + item->height, item->y);
        }
      if (lines & HATCH_DOWN)
        {
          cairo_move_to (cr, x, item->y);
          cairo_line_to (cr, x + item->height, bottom);
        }
    }
  for (double y = item->y + gap / 2; lines & (HATCH_ACROSS | HATCH_DOTS) && y < bottom; y += gap)
    {
      cairo_move_to (cr, item->x + (lines & HATCH_DOTS ? gap / 2 : 0), y);
      cairo_line_to (cr, right, y);
    }
  for (double x = item->x + gap / 2; lines & HATCH_UPRIGHT && x < right; x += gap)
    {
      cairo_move_to (cr, x, item->y);
      cairo_line_to (cr, x, bottom);
    }
}

/* Paints the hatch of a pattern inside the boxes that have been traced. */
static void
paint_hatch (cairo_t *cr, const GArray *items, guint pattern)
{
  const double dots[] = { 0, hatches[pattern].gap };
  cairo_path_t *boxes = cairo_copy_path (cr);

  cairo_save (cr);
  cairo_clip (cr);
  for (guint i = 0; i < items->len; i++)
    trace_hatch (cr, &g_array_index (items, Item, i), hatches[pattern].lines, hatches[pattern].gap);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, hatches[pattern].width);
  if (hatches[pattern].lines & HATCH_DOTS)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
    }
  else
    cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
  cairo_append_path (cr, boxes);
  cairo_path_destroy (boxes);
}

/**
 * tori_shapes_paint:
 * @self: shapes
 * @cr: where to
 */
void
tori_shapes_paint (ToriShapes *self, cairo_t *cr)
{
  cairo_save (cr);
  for (guint shape = 0; shape < TORI_N_SHAPES; shape++)
    {
      const GArray *items = self->items[shape];
      double ground = specs[shape].ground;
      double grey = specs[shape].grey;

      for (guint i = 0; items != NULL && i < items->len; i++)
        trace_item (cr, specs[shape].form, &g_array_index (items, Item, i));
      if (items != NULL && ground >= 0)
        {
          cairo_set_source_rgb (cr, ground, ground, ground);
          cairo_fill_preserve (cr);
        }
      if (items != NULL && shape >= TORI_SHAPE_PATTERN && shape <= TORI_SHAPE_LAST_PATTERN
          && hatches[shape - TORI_SHAPE_PATTERN].lines != 0)
        paint_hatch (cr, items, shape - TORI_SHAPE_PATTERN);
      if (items != NULL && specs[shape].width > 0)
        {
          cairo_set_source_rgb (cr, grey, grey, grey);
          cairo_set_line_width (cr, specs[shape].width);
          cairo_set_dash (cr, specs[shape].dashes, specs[shape].dashes[0] > 0 ? 2 : 0, 0);
          cairo_stroke_preserve (cr);
        }
      cairo_new_path (cr);
    }
  cairo_restore (cr);
}
