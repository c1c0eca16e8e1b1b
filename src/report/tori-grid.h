/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-shapes.h"
#include "report/tori-strip.h"

G_BEGIN_DECLS

/* A phase of an item before it is set; columns of years are counted from 0. */
typedef struct
{
  guint lane;
  guint from, to;
  gboolean goes_on;
  ToriArrowKind kind;
  const char *phase;
} ToriGridSpan;

void tori_grid_set_item (const ToriGrid *grid,
                         ToriTypesetter *typesetter,
                         ToriArena *arena,
                         const char *text,
                         const ToriGridSpan *spans,
                         guint n_spans,
                         GArray *strips);
void tori_grid_add_back (const ToriGrid *grid, ToriShapes *shapes, double x, double y, double height);
void tori_grid_add_slice (
    const ToriGrid *grid, ToriShapes *shapes, const ToriSlice *slice, double x, double y, gboolean first);

/* A line of a schedule at its place, with the room that it has. */
typedef void (*ToriGridLineFunc) (
    const ToriSetLine *line, double x, double y, const cairo_rectangle_t *room, gpointer data);

void tori_grid_foreach_line (
    const ToriGrid *grid, const ToriStrip *strip, double x, double y, ToriGridLineFunc func, gpointer data);

G_END_DECLS
