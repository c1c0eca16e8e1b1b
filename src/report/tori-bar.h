/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "report/tori-shapes.h"
#include "report/tori-typesetter.h"

G_BEGIN_DECLS

/* A part of a bar before it is set, or an entry of what explains the parts. */
typedef struct
{
  guint pattern;
  double value;
  const char *label;
} ToriBarPart;

typedef struct
{
  double x, y, width, height;
  guint pattern;
} ToriBarBox;

typedef struct
{
  ToriSetLine *line;
  double x, y;
  cairo_rectangle_t room; /* that it must not leave */
  gboolean plate;         /* a white ground keeps it legible */
} ToriBarWord;

/* A stacked bar, or a legend; places are relative to its upper left corner. */
struct _ToriBar
{
  double height;
  const char *text; /* what it says in words */
  ToriBarBox *boxes;
  guint n_boxes;
  ToriBarWord *words;
  guint n_words;
};
typedef struct _ToriBar ToriBar;

ToriBar *tori_bar_new (ToriTypesetter *typesetter,
                       ToriArena *arena,
                       double width,
                       double whole,
                       const ToriBarPart *parts,
                       guint n_parts,
                       const char *end);
ToriBar *tori_bar_new_legend (
    ToriTypesetter *typesetter, ToriArena *arena, double width, const ToriBarPart *parts, guint n_parts);
void tori_bar_add_shapes (const ToriBar *self, ToriShapes *shapes, double x, double y);

typedef void (*ToriBarLineFunc) (
    const ToriSetLine *line, double x, double y, const cairo_rectangle_t *room, gpointer data);

void tori_bar_foreach_line (const ToriBar *self, double x, double y, ToriBarLineFunc func, gpointer data);

G_END_DECLS
