/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-crew.h"
#include "report/tori-sheet.h"

G_BEGIN_DECLS

/* What filling, paging and painting of a sheet share. */

#define TORI_HEADER_LINES 2

typedef struct
{
  ToriRowKind kind;
  ToriRowFunc func;
  gpointer data;
  GDestroyNotify destroy;
  char *outline; /* NULL: none */
  guint outline_level;
  char *name;       /* that links lead to; NULL: none */
  gpointer subject; /* the record that it is about, a counted reference; NULL: none */
  double least_height;
  ToriContent content;
  gboolean placed; /* begun on a page */
  guint page;      /* where it begins */
  double y;
} ToriRow;

typedef struct
{
  ToriContent content;
  ToriCell cell; /* the only one of it */
  guint line, n_lines;
  char *text;
} ToriHeaderCell;

struct _ToriSection
{
  ToriSheet *sheet;
  gboolean turn_page;
  gboolean together; /* rather not divided */
  const char *part;  /* that it belongs to; NULL: none */
  char *foot;        /* of the pages that end in it */
  double *columns;
  guint n_columns;
  double left; /* on the page */
  double width;
  GArray *header; /* ToriHeaderCell */
  double line_heights[TORI_HEADER_LINES];
  double header_height; /* 0 until it was set */
  GArray *rows;         /* ToriRow */
};

/* The part of a row that stands on a page, or the header of the table. */
typedef struct
{
  ToriSection *section;
  ToriRow *row; /* NULL: the header */
  double y, height;
  gboolean begun;         /* on a page before */
  gboolean goes_on;       /* on the next page */
  const guint *from, *to; /* strips of each cell */
} ToriPiece;

typedef struct
{
  GArray *pieces; /* ToriPiece */
} ToriPage;

struct _ToriSheet
{
  ToriSheetSize size;
  ToriCrew *crew;
  ToriTypesetter *typesetter; /* of this thread */
  ToriArena *arena;           /* pieces */
  char *foot_start, *foot_end;
  GPtrArray *parts; /* their names, in order */
  GPtrArray *sections;
  GPtrArray *pages;
  GArray *outline;     /* ToriOutlineEntry, when it was asked for */
  GHashTable *targets; /* name → ToriRow, likewise; NULL: not yet */
  /* how far the rows have been put down for setting */
  guint ahead_section, ahead_row;
  guint n_ahead; /* of the pages */
  /* how far the pages have been made */
  guint section_at, row_at;
  double y;            /* on the last page; 0 is its top margin */
  ToriSection *headed; /* section whose header stands on the last page */
  ToriRow *band;       /* the band that the rows are under, begun on a page before or on this */
  gboolean band_shown; /* on the last page */
  gboolean band_begun; /* on any page */
};

guint tori_sheet_count_page (ToriSheet *self, guint page, guint *n_pages);
void tori_sheet_rewind (ToriSheet *self);
void tori_sheet_forget_page (ToriSheet *self, guint page);
void tori_sheet_fill_row (ToriSheet *self, ToriRow *row);
void tori_sheet_set_header (ToriSheet *self, ToriSection *section);
double tori_row_get_padding (const ToriRow *row, const ToriCell *cell);
double tori_strips_get_height (const ToriStrip *strips, guint from, guint to, gboolean at_top);

G_END_DECLS
