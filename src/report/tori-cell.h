/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-strip.h"

G_BEGIN_DECLS

/* Writes down what stands in the cells of one row, from left to right. Nothing is set in type yet. */
typedef struct _ToriCellWriter ToriCellWriter;

/* Writes a row. The plan is read here and at no other time: texts are copied, and only what is named as a
 * source is kept. */
typedef void (*ToriRowFunc) (ToriCellWriter *writer, gpointer data);

/* A paragraph of a cell; all but the text may be left out. */
typedef struct
{
  ToriStyle style;
  ToriAlign align;
  double indent; /* of the whole paragraph, in ems */
  double hang;   /* of its lines after the first, in ems */
  gboolean keep; /* with what follows: a heading */
  const char *text;
  gssize length;              /* in bytes; 0 is up to the end */
  gsize whole_from, whole_to; /* bytes of the text that stay in one line */
  const char *link;           /* name of the row that it leads to */
} ToriParagraph;

void tori_cell_begin (ToriCellWriter *self, guint column, guint n_columns, ToriCellFlags flags);
void tori_cell_set_source (ToriCellWriter *self, gpointer record, const char *property);
void tori_cell_set_outline (ToriCellWriter *self, const char *title);
void tori_cell_add (ToriCellWriter *self, const ToriParagraph *paragraph);
void tori_cell_add_rule (ToriCellWriter *self);
void tori_cell_add_space (ToriCellWriter *self);
void tori_cell_repeat (ToriCellWriter *self, const ToriParagraph *paragraph, const char *mark);

void tori_cell_begin_grid (ToriCellWriter *self, guint column, guint n_years, int current);
void tori_cell_begin_item (ToriCellWriter *self, const char *text);
void tori_cell_begin_lane (ToriCellWriter *self);
void tori_cell_add_span (
    ToriCellWriter *self, ToriArrowKind kind, const char *phase, guint from, guint to, gboolean goes_on);

void tori_cell_add_bar (ToriCellWriter *self, double whole, const char *end, const char *text);
void tori_cell_add_legend (ToriCellWriter *self, const char *text);
void tori_cell_add_part (ToriCellWriter *self, guint pattern, double value, const char *label);

#define TORI_CELL_PAD_X 3.0
#define TORI_CELL_PAD_Y 2.5

G_END_DECLS
