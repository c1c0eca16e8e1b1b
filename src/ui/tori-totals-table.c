/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-totals-table.h"

#include <glib/gi18n.h>

#include "model/tori-label.h"
#include "model/tori-year-words.h"
#include "ui/tori-group.h"
#include "ui/tori-level-words.h"

/* --- What is counted --- */

static gboolean
is_shown (gpointer initiative, gpointer shown)
{
  return g_hash_table_contains (shown, initiative);
}

static GHashTable *
collect_shown (ToriListing *listing)
{
  GListModel *model = tori_listing_get_model (listing);
  GHashTable *shown = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ToriInitiative) initiative = g_list_model_get_item (model, i);

      g_hash_table_add (shown, initiative); /* the plan has it */
    }
  return shown;
}

static void
add_column (ToriTotalsTable *self, ToriTotalsColumnKind kind, const ToriTotalsLevel *level)
{
  const ToriTotalsColumn column = { kind, level == NULL ? (ToriTotalsLevel){ NULL } : *level };

  g_array_append_val (self->columns, column);
}

static void
add_columns (ToriTotalsTable *self)
{
  for (guint i = 0; i < self->levels->len; i++)
    add_column (self, TORI_TOTALS_COLUMN_LEVEL, &g_array_index (self->levels, ToriTotalsLevel, i));
  if (self->totals->scale != NULL)
    add_column (self, TORI_TOTALS_COLUMN_NOT_ASSESSED, NULL);
  add_column (self, TORI_TOTALS_COLUMN_COUNT, NULL);
  if (self->totals->total.relisted > 0)
    add_column (self, TORI_TOTALS_COLUMN_RELISTED, NULL);
  if (self->totals->scale != NULL)
    add_column (self, TORI_TOTALS_COLUMN_RATE, NULL);
}

/**
 * tori_totals_table_new:
 * @listing: what is shown
 * @scale: (nullable): by which scale
 * @by: what a row stands for
 *
 * Counts what the listing shows in its year, and for comparison the same initiatives in the year before.
 *
 * Returns: (transfer full): the table; free with tori_totals_table_free()
 */
ToriTotalsTable *
tori_totals_table_new (ToriListing *listing, ToriScale *scale, ToriTotalsBy by)
{
  ToriTotalsTable *self = g_new0 (ToriTotalsTable, 1);
  ToriPlan *plan = tori_listing_get_plan (listing);
  const int year = tori_listing_get_year (listing);
  const gboolean narrowed = tori_listing_is_narrowed (listing);
  g_autoptr (GHashTable) shown = narrowed ? collect_shown (listing) : NULL;
  ToriTotalsWanted wanted = narrowed ? is_shown : NULL;
  g_autoptr (ToriTotalsSurvey) now = tori_totals_survey_new_of (plan, year, wanted, shown);
  g_autoptr (ToriTotalsSurvey) before = tori_totals_survey_new_of (plan, year - 1, wanted, shown);

  self->plan = plan;
  self->totals = tori_totals_new_from_survey (now, scale, by);
  if (tori_totals_survey_has_entries (before))
    self->before = tori_totals_new_from_survey (before, scale, by);
  self->levels = tori_totals_list_levels (self->totals, self->before);
  self->columns = g_array_new (FALSE, FALSE, sizeof (ToriTotalsColumn));
  add_columns (self);
  return self;
}

/**
 * tori_totals_table_free:
 * @self: (nullable): a table
 */
void
tori_totals_table_free (ToriTotalsTable *self)
{
  if (self == NULL)
    return;
  tori_totals_free (self->totals);
  tori_totals_free (self->before);
  g_array_unref (self->levels);
  g_array_unref (self->columns);
  g_free (self);
}

/**
 * tori_totals_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has, the total among them
 */
guint
tori_totals_table_get_n_rows (const ToriTotalsTable *self)
{
  return self->totals->n_rows + 1;
}

/* The last row is the total. */
const ToriTotalsRow *
tori_totals_table_get_row (const ToriTotalsTable *self, guint row)
{
  return row < self->totals->n_rows ? &self->totals->rows[row] : &self->totals->total;
}

const ToriTotalsColumn *
tori_totals_table_get_column (const ToriTotalsTable *self, guint column)
{
  return &g_array_index (self->columns, ToriTotalsColumn, column);
}

static guint
count (const ToriTotals *totals, const ToriTotalsRow *row, const ToriTotalsColumn *column)
{
  switch (column->kind)
    {
    case TORI_TOTALS_COLUMN_LEVEL: return tori_totals_count_level (totals, row, &column->level);
    case TORI_TOTALS_COLUMN_NOT_ASSESSED: return row->not_assessed;
    case TORI_TOTALS_COLUMN_COUNT: return row->count;
    case TORI_TOTALS_COLUMN_RELISTED: return row->relisted;
    case TORI_TOTALS_COLUMN_RATE: return row->done;
    default: g_return_val_if_reached (0);
    }
}

/**
 * tori_totals_table_count:
 * @self: a table
 * @row: a row
 * @column: a column
 *
 * Returns: how many initiatives are counted there; of a rate, those that were achieved
 */
guint
tori_totals_table_count (const ToriTotalsTable *self, guint row, guint column)
{
  return count (self->totals, tori_totals_table_get_row (self, row),
                tori_totals_table_get_column (self, column));
}

/* --- Words --- */

char *
tori_totals_table_dup_row_title (const ToriTotalsTable *self, guint row)
{
  ToriRecord *record = tori_totals_table_get_row (self, row)->record;
  g_autoptr (ToriGroup) group = NULL;

  if (row == self->totals->n_rows)
    /* Translators: the last row of a table of counts. */
    return g_strdup (C_ ("totals", "Total"));
  if (record == NULL)
    group = tori_group_new (TORI_GROUP_NOBODY, NULL, 0);
  else if (self->totals->by == TORI_TOTALS_BY_PILLAR)
    group = tori_group_new (TORI_GROUP_PILLAR, record, 0);
  else if (self->totals->by == TORI_TOTALS_BY_DEPARTMENT)
    group = tori_group_new (TORI_GROUP_DEPARTMENT, record, 0);
  else
    return tori_label_division (TORI_DIVISION (record));
  return g_strdup (tori_group_get_label (group));
}

char *
tori_totals_table_dup_column_title (const ToriTotalsTable *self, guint column)
{
  const ToriTotalsColumn *c = tori_totals_table_get_column (self, column);

  switch (c->kind)
    {
    case TORI_TOTALS_COLUMN_LEVEL: return tori_label_level (c->level.level, c->level.since);
    case TORI_TOTALS_COLUMN_NOT_ASSESSED: return g_strdup (_ ("Not assessed"));
    case TORI_TOTALS_COLUMN_COUNT: return g_strdup (C_ ("totals", "Total"));
    /* Translators: how many initiatives a pillar lists that belong to another one (再掲). */
    case TORI_TOTALS_COLUMN_RELISTED: return g_strdup (C_ ("totals", "Listed Again"));
    case TORI_TOTALS_COLUMN_RATE: return g_strdup (C_ ("totals", "Rate"));
    default: g_return_val_if_reached (NULL);
    }
}

char *
tori_totals_table_dup_text (const ToriTotalsTable *self, guint row, guint column)
{
  const ToriTotalsRow *counted = tori_totals_table_get_row (self, row);

  if (tori_totals_table_get_column (self, column)->kind == TORI_TOTALS_COLUMN_RATE)
    return tori_totals_format_share (counted->done, counted->counted);
  return g_strdup_printf ("%u", tori_totals_table_count (self, row, column));
}

/**
 * tori_totals_table_dup_change:
 * @self: a table
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer full): the difference to the year before with its sign, "" where there is none to be had
 */
char *
tori_totals_table_dup_change (const ToriTotalsTable *self, guint row, guint column)
{
  const ToriTotalsRow *now = tori_totals_table_get_row (self, row);
  const ToriTotalsColumn *c = tori_totals_table_get_column (self, column);
  const ToriTotalsRow *then = NULL;

  if (self->before != NULL)
    then =
        row == self->totals->n_rows ? &self->before->total : tori_totals_find_row (self->before, now->record);
  if (then == NULL)
    return g_strdup ("");
  if (c->kind == TORI_TOTALS_COLUMN_RATE)
    return now->counted == 0 || then->counted == 0 ? g_strdup ("")
                                                   : tori_totals_format_rate_change (now, then);
  return tori_totals_format_change (count (self->totals, now, c), count (self->before, then, c));
}

/* --- What the counts mean --- */

static void
add_definitions (const ToriTotalsTable *self, GString *notes, GString *done)
{
  ToriList *levels = self->totals->scale == NULL ? NULL : tori_scale_get_levels (self->totals->scale);

  for (guint i = 0; levels != NULL && i < tori_list_get_length (levels); i++)
    {
      ToriLevel *level = tori_list_get (levels, i);
      g_autofree char *name = tori_level_words (level);

      if (*tori_level_get_meaning (level) != '\0')
        /* Translators: a level and its definition. */
        g_string_append_printf (notes, _ ("%1$s: %2$s"), name, tori_level_get_meaning (level));
      if (*tori_level_get_meaning (level) != '\0')
        g_string_append_c (notes, '\n');
      if (!tori_level_get_done (level) || !tori_level_get_counts (level))
        continue;
      /* Translators: between the names of several levels. */
      g_string_append (done, done->len > 0 ? C_ ("between levels", ", ") : "");
      g_string_append (done, name);
    }
}

static void
add_rule (const ToriTotalsTable *self, GString *notes, const char *done)
{
  g_autofree char *before = tori_year_words (self->plan, self->totals->year - 1);

  if (self->totals->scale != NULL)
    {
      g_string_append_printf (
          /* Translators: %s are the names of levels. */
          notes, _ ("The rate of achievement is the share of “%s” in what was assessed and counts."), done);
      g_string_append_c (notes, '\n');
    }
  if (self->before != NULL)
    g_string_append_printf (
        /* Translators: below a table with numbers such as +2; %s is a fiscal year. */
        notes, _ ("Small numbers are the change against %s; that of the rate is in points."), before);
  else
    g_string_append_printf (notes, _ ("There are no results of %s to compare with."), before);
  if (self->totals->by == TORI_TOTALS_BY_PILLAR)
    return;
  g_string_append_c (notes, '\n');
  g_string_append (notes, _ ("An initiative that several are in charge of is counted with each of them, and "
                             "once in the total."));
}

/**
 * tori_totals_table_dup_notes:
 * @self: a table
 *
 * Returns: (transfer full): what its levels mean and how is counted, in lines
 */
char *
tori_totals_table_dup_notes (const ToriTotalsTable *self)
{
  GString *notes = g_string_new (NULL);
  g_autoptr (GString) done = g_string_new (NULL);

  add_definitions (self, notes, done);
  add_rule (self, notes, done->str);
  return g_string_free (notes, FALSE);
}

static const char *
get_by_title (ToriTotalsBy by)
{
  switch (by)
    {
    case TORI_TOTALS_BY_PILLAR: return C_ ("totals", "Pillar");
    case TORI_TOTALS_BY_DEPARTMENT: return C_ ("totals", "Department");
    case TORI_TOTALS_BY_DIVISION: return C_ ("totals", "Division");
    default: g_return_val_if_reached ("");
    }
}

/**
 * tori_totals_table_to_cells:
 * @self: a table
 *
 * Returns: (transfer full): the same for a spreadsheet, with its heads
 */
ToriCells *
tori_totals_table_to_cells (const ToriTotalsTable *self)
{
  ToriCells *cells = tori_cells_new ();

  tori_cells_begin_row (cells);
  tori_cells_add (cells, get_by_title (self->totals->by));
  for (guint k = 0; k < self->columns->len; k++)
    {
      g_autofree char *title = tori_totals_table_dup_column_title (self, k);

      tori_cells_add (cells, title);
    }
  for (guint i = 0; i < tori_totals_table_get_n_rows (self); i++)
    {
      g_autofree char *title = tori_totals_table_dup_row_title (self, i);

      tori_cells_begin_row (cells);
      tori_cells_add (cells, title);
      for (guint k = 0; k < self->columns->len; k++)
        {
          g_autofree char *text = tori_totals_table_dup_text (self, i, k);

          tori_cells_add (cells, text);
        }
    }
  return cells;
}
