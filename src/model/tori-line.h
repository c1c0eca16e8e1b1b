/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TORI_LINE_PARAGRAPH,
  TORI_LINE_HEADING, /* <…> */
  TORI_LINE_GROUP,   /* ○… */
  TORI_LINE_BULLET,  /* ・… */
  TORI_LINE_FIGURE,  /* 【…】… */
  TORI_LINE_NOTE     /* ※… */
} ToriLineKind;

typedef enum
{
  TORI_TIME_NONE,
  TORI_TIME_MONTH,    /* (7月) */
  TORI_TIME_RANGE,    /* (4月～6月) */
  TORI_TIME_LIST,     /* (8月、11月), with ranges in it or without */
  TORI_TIME_ALL_YEAR, /* (通年) */
  TORI_TIME_ANY       /* (随時) */
} ToriTimeKind;

/* When something was done. Months are counted from the fiscal year's first: 0 is April, 11 is March. */
typedef struct
{
  ToriTimeKind kind;
  guint first, last; /* of a month, range, list or the whole year */
  guint months;      /* bit n: month n; 0 when at any time */
  gsize offset;      /* of the parenthesis with its brackets, in bytes from the beginning of the text */
  gsize length;
} ToriTime;

/* One line; all offsets are in bytes from the beginning of the text. A line is indentation, mark and body;
 * its mark (・, ○, ※, or the bracket of a heading) lies between mark_offset and body_offset and may be empty.
 * The body of a heading is what its brackets enclose; the body of a figure begins with its 【. */
typedef struct
{
  ToriLineKind kind;
  guint level; /* 0, or how deep the line is indented below those above it */
  gsize offset, length;
  gsize mark_offset;
  gsize body_offset, body_length;
  ToriTime time;
} ToriLine;

#define TORI_LINE_MAX_LEVEL 8

/* Private to the functions below; lives on the stack and needs no freeing. */
typedef struct
{
  const char *text;
  gsize at;
  guint indents[TORI_LINE_MAX_LEVEL];
  guint level;
} ToriLineIter;

void tori_line_iter_init (ToriLineIter *iter, const char *text);
gboolean tori_line_iter_next (ToriLineIter *iter, ToriLine *line);

G_END_DECLS
