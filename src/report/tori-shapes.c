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
  [TORI_SHAPE_COLUMN_RULE] = { FORM_RULE, -1, 0, 0.35 },
  [TORI_SHAPE_ROW_RULE] = { FORM_RULE, -1, 0, 0.5 },
  [TORI_SHAPE_HEAD_RULE] = { FORM_RULE, -1, 0, 0.9 },
  [TORI_SHAPE_FRAME] = { FORM_BOX, -1, 0, 0.9 },
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
