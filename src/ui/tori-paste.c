/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-paste.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/tori-block.h"
#include "model/tori-department.h"
#include "model/tori-edit.h"
#include "model/tori-entry.h"
#include "model/tori-fold.h"
#include "model/tori-label.h"
#include "model/tori-scale.h"
#include "ui/tori-initiative-words.h"
#include "ui/tori-state-words.h"

/*
 * Cells of a spreadsheet on their way into a plan. A row whose number an initiative has changes that one; any
 * other row becomes a new initiative. A cell that is empty changes nothing, and what can't be understood,
 * such as a division that the plan does not have, is named and left out.
 */
struct _ToriPaste
{
  GObject parent_instance;

  ToriPlan *plan;
  int year;
  ToriCells *cells;
  gboolean has_heads; /* the first row names the columns */
  guint n_columns;
  ToriCellColumn *columns; /* where each goes */
  GHashTable *numbers;     /* folded number → ToriInitiative: each row asks for its own several times */
};

G_DEFINE_FINAL_TYPE (ToriPaste, tori_paste, G_TYPE_OBJECT)

static void
tori_paste_finalize (GObject *object)
{
  ToriPaste *self = TORI_PASTE (object);

  g_object_unref (self->plan);
  tori_cells_free (self->cells);
  g_free (self->columns);
  g_hash_table_unref (self->numbers);

  G_OBJECT_CLASS (tori_paste_parent_class)->finalize (object);
}

static void
tori_paste_class_init (ToriPasteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_paste_finalize;
}

static void
tori_paste_init (ToriPaste *self)
{
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/* --- Columns --- */

static char *
fold_word (const char *word)
{
  return g_strstrip (tori_fold (word));
}

static gboolean
is_same_word (const char *a, const char *b)
{
  g_autofree char *one = fold_word (a);
  g_autofree char *other = fold_word (b);

  return g_str_equal (one, other);
}

/* By what the columns are called when they are copied; levels also by the name of their scale. */
static ToriCellColumn
find_column (ToriPaste *self, const char *head)
{
  ToriList *scales = tori_plan_get_scales (self->plan);

  if (tori_list_get_length (scales) > 0
      && is_same_word (head, tori_scale_get_name (tori_list_get (scales, 0))))
    return TORI_CELL_COLUMN_LEVEL;
  for (guint i = TORI_CELL_COLUMN_NUMBER; i < TORI_N_CELL_COLUMNS; i++)
    if (is_same_word (head, tori_cell_column_title ((ToriCellColumn) i)))
      return (ToriCellColumn) i;
  return TORI_CELL_COLUMN_NONE;
}

/* Without heads a single column is titles, and more are as they are copied. */
static void
guess_columns (ToriPaste *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->columns[i] = find_column (self, tori_cells_get (self->cells, 0, i));
      self->has_heads = self->has_heads || self->columns[i] != TORI_CELL_COLUMN_NONE;
    }
  if (self->has_heads)
    return;
  if (self->n_columns == 1)
    self->columns[0] = TORI_CELL_COLUMN_TITLE;
  else
    for (guint i = 0; i < self->n_columns; i++)
      self->columns[i] = i + 1 < TORI_N_CELL_COLUMNS ? (ToriCellColumn) (i + 1) : TORI_CELL_COLUMN_NONE;
}

static void
note_number (ToriPaste *self, ToriInitiative *initiative)
{
  g_hash_table_insert (self->numbers, fold_word (tori_initiative_get_number (initiative)),
                       g_object_ref (initiative));
}

static void
note_numbers (ToriPaste *self)
{
  ToriList *pillars = tori_plan_get_pillars (self->plan);

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriList *list = tori_pillar_get_initiatives (tori_list_get (pillars, i));

      for (guint k = 0; k < tori_list_get_length (list); k++)
        note_number (self, tori_list_get (list, k));
    }
}

/**
 * tori_paste_new:
 * @plan: a plan
 * @year: the fiscal year whose entries get levels and texts
 * @cells: (transfer full): what comes
 *
 * Returns: (transfer full): the way of the cells into the plan, as far as that can be guessed
 */
ToriPaste *
tori_paste_new (ToriPlan *plan, int year, ToriCells *cells)
{
  ToriPaste *self = g_object_new (TORI_TYPE_PASTE, NULL);

  self->plan = g_object_ref (plan);
  self->year = year;
  self->cells = cells;
  self->n_columns = tori_cells_get_n_columns (cells);
  self->columns = g_new0 (ToriCellColumn, MAX (self->n_columns, 1));
  guess_columns (self);
  note_numbers (self);
  return self;
}

gboolean
tori_paste_get_has_heads (ToriPaste *self)
{
  return self->has_heads;
}

/**
 * tori_paste_set_has_heads:
 * @self: what is pasted
 * @has_heads: whether its first row names the columns, and is none of its own
 */
void
tori_paste_set_has_heads (ToriPaste *self, gboolean has_heads)
{
  self->has_heads = has_heads && tori_cells_get_n_rows (self->cells) > 0;
}

/**
 * tori_paste_get_n_rows:
 * @self: what is pasted
 *
 * Returns: how many rows there are, without the heads
 */
guint
tori_paste_get_n_rows (ToriPaste *self)
{
  const guint n = tori_cells_get_n_rows (self->cells);

  return n - (self->has_heads && n > 0 ? 1 : 0);
}

guint
tori_paste_get_n_columns (ToriPaste *self)
{
  return self->n_columns;
}

/**
 * tori_paste_get_head:
 * @self: what is pasted
 * @column: a column of the cells
 *
 * Returns: what stands in its first row
 */
const char *
tori_paste_get_head (ToriPaste *self, guint column)
{
  return tori_cells_get (self->cells, 0, column);
}

ToriCellColumn
tori_paste_get_column (ToriPaste *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, TORI_CELL_COLUMN_NONE);

  return self->columns[column];
}

/**
 * tori_paste_set_column:
 * @self: what is pasted
 * @column: a column of the cells
 * @target: where it goes; another column that went there goes nowhere
 */
void
tori_paste_set_column (ToriPaste *self, guint column, ToriCellColumn target)
{
  g_return_if_fail (column < self->n_columns);

  for (guint i = 0; i < self->n_columns && target != TORI_CELL_COLUMN_NONE; i++)
    if (self->columns[i] == target)
      self->columns[i] = TORI_CELL_COLUMN_NONE;
  self->columns[column] = target;
}

/* --- Understanding a row --- */

static const char *
get_cell (ToriPaste *self, guint row, ToriCellColumn column)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i] == column)
      return tori_cells_get (self->cells, row + (self->has_heads ? 1 : 0), i);
  return "";
}

static ToriInitiative *
find_initiative (ToriPaste *self, guint row)
{
  g_autofree char *number = fold_word (get_cell (self, row, TORI_CELL_COLUMN_NUMBER));

  return *number == '\0' ? NULL : g_hash_table_lookup (self->numbers, number);
}

/* By its full name or, where that is clear, by its own. */
static ToriDivision *
find_division (ToriPaste *self, const char *name)
{
  ToriList *departments = tori_plan_get_departments (self->plan);
  ToriDivision *found = NULL;
  guint n = 0;

  for (guint i = 0; i < tori_list_get_length (departments); i++)
    {
      ToriList *divisions = tori_department_get_divisions (tori_list_get (departments, i));

      for (guint k = 0; k < tori_list_get_length (divisions); k++)
        {
          ToriDivision *division = tori_list_get (divisions, k);
          g_autofree char *full = tori_label_division (division);

          if (is_same_word (full, name))
            return division;
          if (is_same_word (tori_division_get_name (division), name))
            {
              found = division;
              n++;
            }
        }
    }
  return n == 1 ? found : NULL;
}

/* The ids of the divisions in a cell; names that the plan does not have go to @problems. */
static char **
read_divisions (ToriPaste *self, guint row, GPtrArray *problems)
{
  g_autofree char *cell = g_strdup (get_cell (self, row, TORI_CELL_COLUMN_DIVISIONS));
  g_autoptr (GString) plain = g_string_new (cell);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  g_string_replace (plain, "、", "\n", 0);
  g_string_replace (plain, "，", "\n", 0);
  g_string_replace (plain, ",", "\n", 0);
  names = g_strsplit (plain->str, "\n", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);
      ToriDivision *division = *name == '\0' ? NULL : find_division (self, name);

      if (division != NULL)
        g_strv_builder_add (ids, tori_record_get_id (TORI_RECORD (division)));
      else if (*name != '\0' && problems != NULL)
        /* Translators: %s is a name that the plan's directory does not have. */
        g_ptr_array_add (problems, g_strdup_printf (_ ("There is no division “%s”."), name));
    }
  return g_strv_builder_end (ids);
}

static gboolean
read_level (ToriPaste *self, guint row, const char **scale, const char **level, int *since)
{
  const char *cell = get_cell (self, row, TORI_CELL_COLUMN_LEVEL);
  ToriList *scales = tori_plan_get_scales (self->plan);
  ToriList *levels =
      tori_list_get_length (scales) == 0 ? NULL : tori_scale_get_levels (tori_list_get (scales, 0));

  for (guint i = 0; levels != NULL && *cell != '\0' && i < tori_list_get_length (levels); i++)
    {
      ToriLevel *candidate = tori_list_get (levels, i);
      const int last = tori_level_has_year (candidate) ? self->year : 0;
      const int first = tori_level_has_year (candidate) ? tori_plan_get_years (self->plan)->first : 0;

      for (int year = first; year <= last; year++)
        {
          g_autofree char *label = tori_label_level (candidate, year);

          if (!is_same_word (label, cell))
            continue;
          *scale = tori_record_get_id (tori_list_get (scales, 0));
          *level = tori_record_get_id (TORI_RECORD (candidate));
          *since = year;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
read_state (ToriPaste *self, guint row, ToriState *state)
{
  const char *cell = get_cell (self, row, TORI_CELL_COLUMN_STATE);

  for (int i = TORI_STATE_DRAFT; i <= TORI_STATE_CONFIRMED && *cell != '\0'; i++)
    if (is_same_word (cell, tori_state_words ((ToriState) i)))
      {
        *state = (ToriState) i;
        return TRUE;
      }
  return FALSE;
}

static ToriList *
get_blocks (ToriEntry *entry, ToriCellColumn column)
{
  if (column == TORI_CELL_COLUMN_ACTIONS)
    return tori_entry_get_actions (entry);
  return column == TORI_CELL_COLUMN_OUTCOME ? tori_entry_get_outcome (entry) : tori_entry_get_outlook (entry);
}

/* A text that stands in several pieces, each for topics of its own, can't be replaced by one. */
static gboolean
is_in_pieces (ToriInitiative *initiative, int year, ToriCellColumn column)
{
  ToriEntry *entry = initiative == NULL ? NULL : tori_initiative_find_entry (initiative, year);

  return entry != NULL && tori_list_get_length (get_blocks (entry, column)) > 1;
}

/* Whether a cell says the same as the plan. */
static gboolean
is_same (ToriPaste *self, guint row, ToriInitiative *initiative, ToriCellColumn column)
{
  const char *cell = get_cell (self, row, column);
  g_autofree char *now =
      initiative == NULL ? g_strdup ("") : tori_initiative_cells_dup_text (initiative, self->year, column);

  return *cell == '\0' || g_str_equal (cell, now);
}

static void
note_problems (ToriPaste *self, guint row, ToriInitiative *initiative, GPtrArray *problems)
{
  const char *scale, *level;
  ToriState state;
  int since;

  if (!is_same (self, row, initiative, TORI_CELL_COLUMN_DIVISIONS))
    g_strfreev (read_divisions (self, row, problems));
  if (!is_same (self, row, initiative, TORI_CELL_COLUMN_LEVEL)
      && !read_level (self, row, &scale, &level, &since))
    g_ptr_array_add (problems, g_strdup_printf (_ ("There is no level “%s”."),
                                                get_cell (self, row, TORI_CELL_COLUMN_LEVEL)));
  if (!is_same (self, row, initiative, TORI_CELL_COLUMN_STATE) && !read_state (self, row, &state))
    g_ptr_array_add (problems, g_strdup_printf (_ ("There is no state “%s”."),
                                                get_cell (self, row, TORI_CELL_COLUMN_STATE)));
  for (guint i = TORI_CELL_COLUMN_ACTIONS; i <= TORI_CELL_COLUMN_OUTLOOK; i++)
    if (!is_same (self, row, initiative, (ToriCellColumn) i)
        && is_in_pieces (initiative, self->year, (ToriCellColumn) i))
      g_ptr_array_add (problems,
                       /* Translators: %s is a field such as Actions Taken. */
                       g_strdup_printf (_ ("“%s” has several texts here; change it in the editor."),
                                        tori_cell_column_title ((ToriCellColumn) i)));
}

/* Names the fields of the row that differ from the plan. */
static char *
list_changes (ToriPaste *self, guint row, ToriInitiative *initiative)
{
  GString *fields = g_string_new (NULL);

  for (guint i = TORI_CELL_COLUMN_TITLE; i < TORI_N_CELL_COLUMNS; i++)
    if (!is_same (self, row, initiative, (ToriCellColumn) i))
      /* Translators: between the names of fields. */
      g_string_append_printf (fields, "%s%s", fields->len > 0 ? C_ ("list", ", ") : "",
                              tori_cell_column_title ((ToriCellColumn) i));
  return g_string_free (fields, FALSE);
}

static gboolean
is_empty (ToriPaste *self, guint row)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i] != TORI_CELL_COLUMN_NONE
        && *tori_cells_get (self->cells, row + (self->has_heads ? 1 : 0), i) != '\0')
      return FALSE;
  return TRUE;
}

/**
 * tori_paste_describe:
 * @self: what is pasted
 * @row: a row
 * @words: (out) (transfer full): what becomes of it
 * @problems: (out) (transfer full): what of it can't be taken, in lines; "" for nothing
 *
 * Returns: what becomes of it
 */
ToriPasteFate
tori_paste_describe (ToriPaste *self, guint row, char **words, char **problems)
{
  ToriInitiative *initiative = find_initiative (self, row);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *changes = list_changes (self, row, initiative);
  ToriPasteFate fate = TORI_PASTE_NOTHING;

  if (!is_empty (self, row))
    {
      note_problems (self, row, initiative, lines);
      fate = initiative == NULL ? TORI_PASTE_NEW : *changes == '\0' ? TORI_PASTE_NOTHING : TORI_PASTE_CHANGE;
    }
  if (fate == TORI_PASTE_NEW)
    /* Translators: %s is the title of an initiative that is going to be made. */
    *words = g_strdup_printf (_ ("New initiative: %s"), get_cell (self, row, TORI_CELL_COLUMN_TITLE));
  else if (fate == TORI_PASTE_CHANGE)
    /* Translators: number and title of an initiative, and the fields that are going to be changed. */
    *words = g_strdup_printf (_ ("%1$s %2$s: %3$s"), tori_initiative_get_number (initiative),
                              tori_initiative_get_title (initiative), changes);
  else
    *words = g_strdup (initiative == NULL ? _ ("Empty row") : _ ("Nothing differs"));
  g_ptr_array_add (lines, NULL);
  *problems = g_strjoinv ("\n", (char **) lines->pdata);
  return fate;
}

/* --- Into the plan --- */

static void
set_blocks (ToriHistory *history, ToriEntry *entry, ToriCellColumn column, const char *text)
{
  ToriList *blocks = get_blocks (entry, column);
  g_autoptr (ToriRecord) block = NULL;

  if (tori_list_get_length (blocks) == 1)
    {
      tori_history_set_text (history, tori_list_get (blocks, 0), "text", text);
      tori_history_set_int (history, tori_list_get (blocks, 0), "copied-from", 0);
      return;
    }
  block = g_object_new (TORI_TYPE_BLOCK, "text", text, NULL);
  tori_edit_add (history, TORI_STEP_PASTE, blocks, 0, block);
}

static void
apply_entry (ToriPaste *self, ToriHistory *history, guint row, ToriInitiative *initiative)
{
  const char *scale, *level;
  ToriState state;
  int since;

  if (!is_same (self, row, initiative, TORI_CELL_COLUMN_LEVEL)
      && read_level (self, row, &scale, &level, &since))
    tori_edit_rate (history, tori_edit_ensure_entry (history, initiative, self->year), scale, level, since);
  if (!is_same (self, row, initiative, TORI_CELL_COLUMN_STATE) && read_state (self, row, &state))
    tori_history_set_int (history, tori_edit_ensure_entry (history, initiative, self->year), "state",
                          (int) state);
  for (guint i = TORI_CELL_COLUMN_ACTIONS; i <= TORI_CELL_COLUMN_OUTLOOK; i++)
    if (!is_same (self, row, initiative, (ToriCellColumn) i)
        && !is_in_pieces (initiative, self->year, (ToriCellColumn) i))
      set_blocks (history, tori_edit_ensure_entry (history, initiative, self->year), (ToriCellColumn) i,
                  get_cell (self, row, (ToriCellColumn) i));
  if (!is_same (self, row, initiative, TORI_CELL_COLUMN_NOTE))
    tori_history_set_text (history, tori_edit_ensure_entry (history, initiative, self->year), "note",
                           get_cell (self, row, TORI_CELL_COLUMN_NOTE));
}

static void
apply_row (ToriPaste *self, ToriHistory *history, guint row, ToriInitiative *initiative)
{
  if (!is_same (self, row, initiative, TORI_CELL_COLUMN_TITLE))
    tori_history_set_text (history, initiative, "title", get_cell (self, row, TORI_CELL_COLUMN_TITLE));
  if (!is_same (self, row, initiative, TORI_CELL_COLUMN_DIVISIONS))
    {
      g_auto (GStrv) ids = read_divisions (self, row, NULL);

      if (ids[0] != NULL)
        tori_history_set_strv (history, initiative, "divisions", (const char *const *) ids);
    }
  apply_entry (self, history, row, initiative);
}

/**
 * tori_paste_apply:
 * @self: what is pasted
 * @history: the history of the plan
 * @pillar: where new initiatives go
 *
 * Puts everything into the plan, in one step.
 *
 * Returns: (transfer container) (element-type ToriInitiative): the initiatives that were made or changed,
 * each once
 */
GPtrArray *
tori_paste_apply (ToriPaste *self, ToriHistory *history, ToriPillar *pillar)
{
  GPtrArray *touched = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  tori_history_begin (history, TORI_STEP_PASTE);
  for (guint row = 0; row < tori_paste_get_n_rows (self); row++)
    {
      ToriInitiative *initiative = find_initiative (self, row);
      const char *number = get_cell (self, row, TORI_CELL_COLUMN_NUMBER);

      if (is_empty (self, row))
        continue;
      if (initiative == NULL)
        {
          initiative = tori_edit_add_initiative (history, pillar,
                                                 tori_list_get_length (tori_pillar_get_initiatives (pillar)));
          if (*number != '\0')
            tori_history_set_text (history, initiative, "number", number);
          note_number (self, initiative); /* a later row may go on with it */
        }
      apply_row (self, history, row, initiative);
      if (g_hash_table_add (seen, initiative))
        g_ptr_array_add (touched, initiative);
    }
  tori_history_end (history);
  return touched;
}
