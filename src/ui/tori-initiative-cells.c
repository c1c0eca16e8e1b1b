/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-initiative-cells.h"

#include <glib/gi18n.h>

#include "model/tori-block.h"
#include "model/tori-entry.h"
#include "ui/tori-initiative-words.h"

/**
 * tori_cell_column_title:
 * @column: a column
 *
 * Returns: what heads it, "" for none
 */
const char *
tori_cell_column_title (ToriCellColumn column)
{
  switch (column)
    {
    case TORI_CELL_COLUMN_NUMBER: return C_ ("column", "No.");
    case TORI_CELL_COLUMN_TITLE: return C_ ("column", "Initiative");
    case TORI_CELL_COLUMN_DIVISIONS: return C_ ("column", "In Charge");
    case TORI_CELL_COLUMN_LEVEL: return C_ ("column", "Level");
    case TORI_CELL_COLUMN_STATE: return C_ ("column", "State");
    case TORI_CELL_COLUMN_ACTIONS: return C_ ("column", "Actions Taken");
    case TORI_CELL_COLUMN_OUTCOME: return C_ ("column", "Results and Issues");
    case TORI_CELL_COLUMN_OUTLOOK: return C_ ("column", "Next Steps");
    case TORI_CELL_COLUMN_NOTE: return C_ ("column", "Note");
    case TORI_CELL_COLUMN_NONE:
    default: return "";
    }
}

static char *
join_texts (ToriList *blocks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tori_list_get_length (blocks); i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, tori_block_get_text (tori_list_get (blocks, i)));
    }
  return g_string_free (text, FALSE);
}

static char *
get_text (ToriInitiative *initiative, ToriEntry *entry, int year, ToriCellColumn column)
{
  switch (column)
    {
    case TORI_CELL_COLUMN_NUMBER: return g_strdup (tori_initiative_get_number (initiative));
    case TORI_CELL_COLUMN_TITLE: return g_strdup (tori_initiative_get_title (initiative));
    case TORI_CELL_COLUMN_DIVISIONS: return tori_initiative_words_divisions (initiative, year);
    case TORI_CELL_COLUMN_LEVEL: return tori_initiative_words_level (initiative, year);
    case TORI_CELL_COLUMN_STATE: return tori_initiative_words_state (initiative, year);
    case TORI_CELL_COLUMN_ACTIONS: return entry == NULL ? NULL : join_texts (tori_entry_get_actions (entry));
    case TORI_CELL_COLUMN_OUTCOME: return entry == NULL ? NULL : join_texts (tori_entry_get_outcome (entry));
    case TORI_CELL_COLUMN_OUTLOOK: return entry == NULL ? NULL : join_texts (tori_entry_get_outlook (entry));
    case TORI_CELL_COLUMN_NOTE: return entry == NULL ? NULL : g_strdup (tori_entry_get_note (entry));
    case TORI_CELL_COLUMN_NONE:
    default: g_return_val_if_reached (NULL);
    }
}

/**
 * tori_initiative_cells_dup_text:
 * @initiative: an initiative
 * @year: a fiscal year
 * @column: a column
 *
 * Returns: (transfer full): what a spreadsheet gets of it
 */
char *
tori_initiative_cells_dup_text (ToriInitiative *initiative, int year, ToriCellColumn column)
{
  char *text = get_text (initiative, tori_initiative_find_entry (initiative, year), year, column);

  return text == NULL ? g_strdup ("") : text;
}

/**
 * tori_initiative_cells_new:
 * @plan: a plan
 * @initiatives: (element-type ToriInitiative): some of its initiatives
 * @year: a fiscal year
 *
 * Returns: (transfer full): what a spreadsheet gets of them: a row of heads, then a row for each
 */
ToriCells *
tori_initiative_cells_new (ToriPlan *plan, GPtrArray *initiatives, int year)
{
  ToriCells *cells = tori_cells_new ();

  tori_cells_begin_row (cells);
  for (guint column = TORI_CELL_COLUMN_NUMBER; column < TORI_N_CELL_COLUMNS; column++)
    tori_cells_add (cells, tori_cell_column_title ((ToriCellColumn) column));
  for (guint i = 0; i < initiatives->len; i++)
    {
      ToriInitiative *initiative = g_ptr_array_index (initiatives, i);

      tori_cells_begin_row (cells);
      for (guint column = TORI_CELL_COLUMN_NUMBER; column < TORI_N_CELL_COLUMNS; column++)
        {
          g_autofree char *text = tori_initiative_cells_dup_text (initiative, year, (ToriCellColumn) column);

          tori_cells_add (cells, text);
        }
    }
  return cells;
}
