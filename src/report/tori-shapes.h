/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Patterns that are told apart in black and white; the last one is empty, for what is not there. */
#define TORI_N_PATTERNS 13
#define TORI_PATTERN_EMPTY (TORI_N_PATTERNS - 1)

/* What a page has besides words, in the order in which it is painted. */
typedef enum
{
  TORI_SHAPE_HEADER, /* grounds */
  TORI_SHAPE_BAND,
  TORI_SHAPE_YEAR,
  TORI_SHAPE_YEAR_RULE, /* between the years of a schedule */
  TORI_SHAPE_ITEM_RULE, /* around its items */
  TORI_SHAPE_TEXT_RULE, /* between two texts of a cell */
  TORI_SHAPE_PLANNED,   /* arrows */
  TORI_SHAPE_REVISED,
  TORI_SHAPE_ACTUAL,
  TORI_SHAPE_PATTERN, /* parts of bars, a kind for each pattern */
  TORI_SHAPE_LAST_PATTERN = TORI_SHAPE_PATTERN + TORI_N_PATTERNS - 1,
  TORI_SHAPE_PLATE, /* under a word on a pattern */
  TORI_SHAPE_COLUMN_RULE,
  TORI_SHAPE_ROW_RULE,
  TORI_SHAPE_HEAD_RULE, /* under the header */
  TORI_SHAPE_FRAME,
} ToriShape;
#define TORI_N_SHAPES (TORI_SHAPE_FRAME + 1)

typedef struct _ToriShapes ToriShapes;

ToriShapes *tori_shapes_new (void);
void tori_shapes_free (ToriShapes *self);
void tori_shapes_add (ToriShapes *self, ToriShape shape, double x, double y, double width, double height);
void
tori_shapes_add_blunt (ToriShapes *self, ToriShape arrow, double x, double y, double width, double height);
void tori_shapes_paint (ToriShapes *self, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriShapes, tori_shapes_free)

G_END_DECLS
