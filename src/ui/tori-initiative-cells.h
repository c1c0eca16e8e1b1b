/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tori-cells.h"
#include "model/tori-initiative.h"
#include "model/tori-plan.h"

G_BEGIN_DECLS

/* What stands in the columns when initiatives go to a spreadsheet and come from there. */
typedef enum
{
  TORI_CELL_COLUMN_NONE,
  TORI_CELL_COLUMN_NUMBER,
  TORI_CELL_COLUMN_TITLE,
  TORI_CELL_COLUMN_DIVISIONS,
  TORI_CELL_COLUMN_LEVEL, /* of the plan's first scale */
  TORI_CELL_COLUMN_STATE,
  TORI_CELL_COLUMN_ACTIONS,
  TORI_CELL_COLUMN_OUTCOME,
  TORI_CELL_COLUMN_OUTLOOK,
  TORI_CELL_COLUMN_NOTE,
} ToriCellColumn;
#define TORI_N_CELL_COLUMNS (TORI_CELL_COLUMN_NOTE + 1)

const char *tori_cell_column_title (ToriCellColumn column);
char *tori_initiative_cells_dup_text (ToriInitiative *initiative, int year, ToriCellColumn column);
ToriCells *tori_initiative_cells_new (ToriPlan *plan, GPtrArray *initiatives, int year);

G_END_DECLS
