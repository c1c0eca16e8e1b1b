/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-bar.h"
#include "report/tori-typesetter.h"

G_BEGIN_DECLS

/* A cell is a list of strips that stand one under the other. A strip is never divided; between two of them
 * the page may turn, unless the upper one says that it stays with the next. All of paging is this rule. */

typedef enum
{
  TORI_STRIP_TEXT,
  TORI_STRIP_SLICE, /* of a schedule: a whole item or a part of a tall one */
  TORI_STRIP_BAR,   /* of a chart, or its legend */
  TORI_STRIP_RULE,  /* a line between two texts; vanishes at the top of a page */
  TORI_STRIP_SPACE, /* an empty line; vanishes there too */
} ToriStripKind;

/* What of the plan a strip shows, and where it leads. */
typedef struct
{
  gpointer record;      /* counted reference; NULL: nothing of the plan */
  const char *property; /* static */
  const char *link;     /* name of a row; NULL: none */
} ToriSource;

/* A place in the list of a row's sources, counted from 1; 0 is none. */
typedef guint16 ToriSourceIndex;

typedef enum
{
  TORI_ARROW_PLANNED,
  TORI_ARROW_REVISED,
  TORI_ARROW_ACTUAL,
} ToriArrowKind;

/* A phase drawn through the years that it covers; places are relative to the cell. */
typedef struct
{
  double x, y, width, height;
  ToriArrowKind kind;
  gboolean goes_on; /* beyond the last column: without a head */
  ToriSetLine **lines;
  guint n_lines;
} ToriArrow;

typedef struct
{
  gboolean begins; /* an item: a line is drawn above it, unless it is the first */
  double text_x, text_y;
  ToriSetLine **lines;
  guint n_lines;
  ToriArrow *arrows;
  guint n_arrows;
  ToriSourceIndex arrow_source; /* the strip's is that of the text */
} ToriSlice;

typedef struct
{
  ToriStripKind kind : 8;
  guint keep : 1; /* with the next */
  guint ends : 1; /* a paragraph */
  ToriSourceIndex source;
  float x; /* of a text's room, from the cell's left edge inside its padding */
  double height;
  union
  {
    ToriSetLine *line;
    ToriSlice *slice;
    ToriBar *bar;
  };
} ToriStrip;

/* The years of a schedule as columns; the item's text stands left of them. */
typedef struct
{
  double item_width;
  const double *year_widths;
  guint n_years;
  int current; /* the column of the year reported; n_years when it has none, -1: no lines between years */
} ToriGrid;

typedef enum
{
  TORI_CELL_PLAIN = 0,
  TORI_CELL_HEADER = 1 << 0, /* tells what the others are about */
  TORI_CELL_MIDDLE = 1 << 1, /* stands in the middle of its height */
  TORI_CELL_MARKED = 1 << 2, /* of a header: stands out among the others */
} ToriCellFlags;

typedef struct
{
  guint column, n_columns;
  ToriCellFlags flags;
  double x, width;        /* from the table's left edge */
  ToriSourceIndex source; /* the first that was named: what an empty cell shows */
  ToriStrip *strips;
  guint n_strips;
  const ToriGrid *grid; /* NULL but for a schedule */
  ToriStyle repeat_style;
  ToriAlign repeat_align;
  double repeat_hang;
  const char *repeat_text; /* what stands first after a page was turned; NULL for nothing */
  const char *repeat_mark; /* and what says that it goes on */
  ToriSourceIndex repeat_source;
  ToriStrip *repeats;
  guint n_repeats;
} ToriCell;

G_END_DECLS
