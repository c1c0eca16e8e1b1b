/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tori-cells.h"
#include "model/tori-totals.h"
#include "ui/tori-listing.h"

G_BEGIN_DECLS

typedef enum
{
  TORI_TOTALS_COLUMN_LEVEL,
  TORI_TOTALS_COLUMN_NOT_ASSESSED,
  TORI_TOTALS_COLUMN_COUNT,
  TORI_TOTALS_COLUMN_RELISTED,
  TORI_TOTALS_COLUMN_RATE
} ToriTotalsColumnKind;

typedef struct
{
  ToriTotalsColumnKind kind;
  ToriTotalsLevel level;
} ToriTotalsColumn;

/* The totals of what a listing shows, as a table: what stands in which cell, for the screen and for the
 * clipboard. Valid until the plan changes. */
typedef struct
{
  ToriPlan *plan;
  ToriTotals *totals;
  ToriTotals *before; /* NULL: nobody reported on these in the year before */
  GArray *levels;     /* ToriTotalsLevel: of both years */
  GArray *columns;    /* ToriTotalsColumn */
} ToriTotalsTable;

ToriTotalsTable *tori_totals_table_new (ToriListing *listing, ToriScale *scale, ToriTotalsBy by);
void tori_totals_table_free (ToriTotalsTable *self);

guint tori_totals_table_get_n_rows (const ToriTotalsTable *self);
const ToriTotalsRow *tori_totals_table_get_row (const ToriTotalsTable *self, guint row);
const ToriTotalsColumn *tori_totals_table_get_column (const ToriTotalsTable *self, guint column);
guint tori_totals_table_count (const ToriTotalsTable *self, guint row, guint column);

char *tori_totals_table_dup_row_title (const ToriTotalsTable *self, guint row);
char *tori_totals_table_dup_column_title (const ToriTotalsTable *self, guint column);
char *tori_totals_table_dup_text (const ToriTotalsTable *self, guint row, guint column);
char *tori_totals_table_dup_change (const ToriTotalsTable *self, guint row, guint column);
char *tori_totals_table_dup_notes (const ToriTotalsTable *self);
ToriCells *tori_totals_table_to_cells (const ToriTotalsTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriTotalsTable, tori_totals_table_free)

G_END_DECLS
