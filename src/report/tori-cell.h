/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-strip.h"

G_BEGIN_DECLS

/* Fills the cells of one row, from left to right. */
typedef struct _ToriCellSetter ToriCellSetter;

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
} ToriParagraph;

ToriCellSetter *tori_cell_setter_new (ToriTypesetter *typesetter);
void tori_cell_setter_free (ToriCellSetter *self);
void tori_cell_setter_start (ToriCellSetter *self, ToriArena *arena, const double *columns, guint n_columns);
ToriCell *tori_cell_setter_finish (ToriCellSetter *self, guint *n_cells);

void tori_cell_begin (ToriCellSetter *self, guint column, guint n_columns, ToriCellFlags flags);
void tori_cell_add (ToriCellSetter *self, const ToriParagraph *paragraph);
void tori_cell_add_rule (ToriCellSetter *self);
void tori_cell_add_space (ToriCellSetter *self);
void tori_cell_repeat (ToriCellSetter *self, const ToriParagraph *paragraph, const char *mark);

void tori_cell_begin_grid (ToriCellSetter *self, guint column, guint n_years, int current);
void tori_cell_begin_item (ToriCellSetter *self, const char *text);
void tori_cell_begin_lane (ToriCellSetter *self);
void tori_cell_add_span (
    ToriCellSetter *self, ToriArrowKind kind, const char *phase, guint from, guint to, gboolean goes_on);

void tori_cell_set_repeat (ToriTypesetter *typesetter, ToriArena *arena, ToriCell *cell, double max_height);

#define TORI_CELL_PAD_X 3.0
#define TORI_CELL_PAD_Y 2.5

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriCellSetter, tori_cell_setter_free)

G_END_DECLS
