/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "model/tori-totals.h"

#include "model/tori-charge.h"
#include "model/tori-department.h"
#include "model/tori-entry.h"
#include "model/tori-pillar.h"

/* How many initiatives of a year have reached which level, by pillar, department or division. What the counts
 * mean is said in cli.md, "JSON of the results". An initiative is rated by its entry; the ratings of its
 * topics are further detail and never counted. Not assessed is not zero: it is a count of its own. */

G_DEFINE_ENUM_TYPE (ToriTotalsBy,
                    tori_totals_by,
                    G_DEFINE_ENUM_VALUE (TORI_TOTALS_BY_PILLAR, "pillar"),
                    G_DEFINE_ENUM_VALUE (TORI_TOTALS_BY_DEPARTMENT, "department"),
                    G_DEFINE_ENUM_VALUE (TORI_TOTALS_BY_DIVISION, "division"))

/* An initiative of the year, as far as counting wants to know. */
typedef struct
{
  ToriInitiative *initiative;
  ToriEntry *entry; /* NULL: none */
  guint pillar;     /* its place */
  GPtrArray *divisions;
} Surveyed;

struct _ToriTotalsSurvey
{
  ToriPlan *plan;
  int year;
  GArray *initiatives; /* Surveyed */
  gboolean has_entries;
};

/* What is needed while counting. */
typedef struct
{
  ToriTotals *totals;
  GHashTable *rows;   /* id of a pillar or division → place of its row, counted from 1 */
  gboolean *is_valid; /* per row: stands in the table even when nothing is counted in it */
  guint *last;        /* per row: the last initiative counted there, as the total's count with it */
} Counter;

/* --- Survey --- */

static void
clear_surveyed (gpointer data)
{
  g_ptr_array_unref (((Surveyed *) data)->divisions);
}

static void
survey_pillar (
    ToriTotalsSurvey *self, ToriPillar *pillar, guint place, ToriTotalsWanted wanted, gpointer data)
{
  ToriList *initiatives = tori_pillar_get_initiatives (pillar);

  for (guint i = 0; i < tori_list_get_length (initiatives); i++)
    {
      ToriInitiative *initiative = tori_list_get (initiatives, i);
      Surveyed surveyed = { initiative, NULL, place };

      if (!tori_initiative_covers_year (initiative, self->year)
          || (wanted != NULL && !wanted (initiative, data)))
        continue;
      surveyed.entry = tori_initiative_find_entry (initiative, self->year);
      surveyed.divisions = tori_charge_list_divisions (initiative, self->year);
      self->has_entries = self->has_entries || surveyed.entry != NULL;
      g_array_append_val (self->initiatives, surveyed);
    }
}

/**
 * tori_totals_survey_new:
 * @plan: a plan
 * @year: a fiscal year
 *
 * Goes over the initiatives that are part of the plan in @year, for whoever wants several totals of them.
 *
 * Returns: (transfer full): what they are counted from, valid until the plan changes
 */
ToriTotalsSurvey *
tori_totals_survey_new (ToriPlan *plan, int year)
{
  return tori_totals_survey_new_of (plan, year, NULL, NULL);
}

/**
 * tori_totals_survey_new_of:
 * @plan: a plan
 * @year: a fiscal year
 * @wanted: (nullable) (scope call): whether an initiative is to be counted; NULL for all
 * @data: for @wanted
 *
 * Returns: (transfer full): as tori_totals_survey_new(), of some of the initiatives
 */
ToriTotalsSurvey *
tori_totals_survey_new_of (ToriPlan *plan, int year, ToriTotalsWanted wanted, gpointer data)
{
  ToriTotalsSurvey *self;
  ToriList *pillars;

  g_return_val_if_fail (TORI_IS_PLAN (plan), NULL);

  self = g_new0 (ToriTotalsSurvey, 1);
  self->plan = plan;
  self->year = year;
  self->initiatives = g_array_new (FALSE, FALSE, sizeof (Surveyed));
  g_array_set_clear_func (self->initiatives, clear_surveyed);
  pillars = tori_plan_get_pillars (plan);
  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    survey_pillar (self, tori_list_get (pillars, i), i, wanted, data);

  return self;
}

/**
 * tori_totals_survey_has_entries:
 * @self: a survey
 *
 * Returns: whether anybody has reported in its year; what nobody reported on is not to be compared with
 */
gboolean
tori_totals_survey_has_entries (const ToriTotalsSurvey *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_entries;
}

/**
 * tori_totals_survey_free:
 * @self: (nullable): a survey
 */
void
tori_totals_survey_free (ToriTotalsSurvey *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->initiatives);
  g_free (self);
}

/* --- Levels --- */

/* What is rated in an entry; its level is NULL when that is not assessed. */
static ToriTotalsLevel
find_rating (const ToriTotals *self, ToriEntry *entry)
{
  ToriTotalsLevel rated = { NULL };
  const ToriRating *rating = NULL;

  if (entry != NULL && self->scale != NULL)
    rating =
        tori_ratings_find (tori_entry_get_ratings (entry), tori_record_get_id (TORI_RECORD (self->scale)));
  if (rating != NULL)
    rated.level = tori_list_find_id (tori_scale_get_levels (self->scale), rating->level);
  if (rated.level != NULL && tori_level_has_year (rated.level))
    rated.since = rating->since;

  return rated;
}

static gboolean
find_level (const ToriTotalsLevel *levels, guint n_levels, const ToriTotalsLevel *level, guint *position)
{
  for (guint i = 0; i < n_levels; i++)
    if (levels[i].level == level->level && levels[i].since == level->since)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

static int
compare_since (gconstpointer a, gconstpointer b)
{
  return ((const ToriTotalsLevel *) a)->since - ((const ToriTotalsLevel *) b)->since;
}

/* The levels in the scale's order, those that nobody has reached as well; a level with a year once for each
 * year that occurs. */
static void
collect_levels (ToriTotals *self, const ToriTotalsLevel *rated, guint n_rated)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (ToriTotalsLevel));
  GArray *all = g_array_new (FALSE, FALSE, sizeof (ToriTotalsLevel));
  ToriList *levels = self->scale != NULL ? tori_scale_get_levels (self->scale) : NULL;

  for (guint i = 0; i < n_rated; i++)
    {
      guint position;

      if (rated[i].level != NULL && tori_level_has_year (rated[i].level)
          && !find_level ((gpointer) found->data, found->len, &rated[i], &position))
        g_array_append_val (found, rated[i]);
    }
  g_array_sort (found, compare_since);

  for (guint i = 0; levels != NULL && i < tori_list_get_length (levels); i++)
    {
      ToriTotalsLevel plain = { .level = tori_list_get (levels, i) };

      if (!tori_level_has_year (plain.level))
        g_array_append_val (all, plain);
      for (guint j = 0; j < found->len; j++)
        if (g_array_index (found, ToriTotalsLevel, j).level == plain.level)
          g_array_append_val (all, g_array_index (found, ToriTotalsLevel, j));
    }
  self->n_levels = all->len;
  self->levels = (ToriTotalsLevel *) (gpointer) g_array_free (all, FALSE);
}

/* First those that count, in the order of the scale, then of the years. */
static int
compare_levels (gconstpointer a, gconstpointer b)
{
  const ToriTotalsLevel *one = a, *other = b;
  const gboolean counts = tori_level_get_counts (one->level);
  guint position = 0, other_position = 0;

  if (counts != tori_level_get_counts (other->level))
    return counts ? -1 : 1;
  tori_list_find (tori_record_get_list (TORI_RECORD (one->level)), one->level, &position);
  tori_list_find (tori_record_get_list (TORI_RECORD (other->level)), other->level, &other_position);
  if (position != other_position)
    return position < other_position ? -1 : 1;
  return one->since - other->since;
}

/* --- Rows --- */

static void
add_row (Counter *counter, ToriRecord *record, gboolean is_valid)
{
  ToriTotals *self = counter->totals;

  self->rows = g_renew (ToriTotalsRow, self->rows, self->n_rows + 1);
  self->rows[self->n_rows] = (ToriTotalsRow){ .record = record, .levels = g_new0 (guint, self->n_levels) };
  counter->is_valid = g_renew (gboolean, counter->is_valid, self->n_rows + 1);
  counter->is_valid[self->n_rows] = is_valid;
  counter->last = g_renew (guint, counter->last, self->n_rows + 1);
  counter->last[self->n_rows] = 0;
  self->n_rows++;
}

/* From now on records of this id are counted in the last row. */
static void
name_row (Counter *counter, ToriRecord *record)
{
  g_hash_table_insert (counter->rows, (gpointer) tori_record_get_id (record),
                       GUINT_TO_POINTER (counter->totals->n_rows));
}

static void
add_pillar_rows (Counter *counter, ToriPlan *plan)
{
  ToriList *pillars = tori_plan_get_pillars (plan);

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      add_row (counter, tori_list_get (pillars, i), TRUE);
      name_row (counter, tori_list_get (pillars, i));
    }
}

/* Departments and divisions as the directory lists them, then a row for what nobody is in charge of. */
static void
add_charge_rows (Counter *counter, ToriPlan *plan)
{
  gboolean by_department = counter->totals->by == TORI_TOTALS_BY_DEPARTMENT;
  ToriList *departments = tori_plan_get_departments (plan);

  for (guint i = 0; i < tori_list_get_length (departments); i++)
    {
      ToriDepartment *department = tori_list_get (departments, i);
      ToriList *divisions = tori_department_get_divisions (department);

      if (by_department)
        add_row (counter, TORI_RECORD (department), FALSE);
      for (guint j = 0; j < tori_list_get_length (divisions); j++)
        {
          ToriDivision *division = tori_list_get (divisions, j);
          gboolean is_valid = tori_charge_is_valid (division, counter->totals->year);

          if (!by_department)
            add_row (counter, TORI_RECORD (division), is_valid);
          else if (is_valid)
            counter->is_valid[counter->totals->n_rows - 1] = TRUE;
          name_row (counter, TORI_RECORD (division));
        }
    }
  add_row (counter, NULL, FALSE);
}

/* Rows of divisions that do not exist in this year and have nothing to count are left out. */
static void
drop_empty_rows (Counter *counter)
{
  ToriTotals *self = counter->totals;
  guint kept = 0;

  for (guint i = 0; i < self->n_rows; i++)
    if (counter->is_valid[i] || self->rows[i].count > 0)
      self->rows[kept++] = self->rows[i];
    else
      g_free (self->rows[i].levels);
  self->n_rows = kept;
}

/* --- Counting --- */

static void
count_in_row (const ToriTotals *self, ToriTotalsRow *row, const ToriTotalsLevel *rated)
{
  guint position;

  row->count++;
  if (rated->level == NULL || !find_level (self->levels, self->n_levels, rated, &position))
    {
      row->not_assessed++;
      return;
    }

  row->levels[position]++;
  if (!tori_level_get_counts (rated->level))
    {
      row->not_counted++;
      return;
    }
  row->counted++;
  row->done += tori_level_get_done (rated->level) ? 1 : 0;
}

/* Once in its own pillar; a pillar that lists it again only says so. */
static void
count_by_pillar (Counter *counter, ToriInitiative *initiative, guint pillar, const ToriTotalsLevel *rated)
{
  ToriTotals *self = counter->totals;
  const char *const *relisted = tori_initiative_get_relisted (initiative);

  count_in_row (self, &self->rows[pillar], rated);
  for (guint i = 0; relisted[i] != NULL; i++)
    {
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (counter->rows, relisted[i]));

      if (row > 0 && row - 1 != pillar)
        {
          self->rows[row - 1].relisted++;
          self->total.relisted++;
        }
    }
}

/* Once in the row of each division in charge; in a department once, however many of its divisions there are.
 */
static void
count_by_charge (Counter *counter, const GPtrArray *ids, const ToriTotalsLevel *rated)
{
  ToriTotals *self = counter->totals;
  gboolean found = FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (counter->rows, ids->pdata[i]));

      found = found || place > 0;
      if (place == 0 || counter->last[place - 1] == self->total.count)
        continue;
      counter->last[place - 1] = self->total.count;
      count_in_row (self, &self->rows[place - 1], rated);
    }
  if (!found)
    count_in_row (self, &self->rows[self->n_rows - 1], rated);
}

static void
count_all (Counter *counter, const ToriTotalsSurvey *survey, const ToriTotalsLevel *rated)
{
  ToriTotals *self = counter->totals;

  for (guint i = 0; i < survey->initiatives->len; i++)
    {
      const Surveyed *surveyed = &g_array_index (survey->initiatives, Surveyed, i);

      count_in_row (self, &self->total, &rated[i]);
      if (self->by == TORI_TOTALS_BY_PILLAR)
        count_by_pillar (counter, surveyed->initiative, surveyed->pillar, &rated[i]);
      else
        count_by_charge (counter, surveyed->divisions, &rated[i]);
    }
}

/**
 * tori_totals_new_from_survey:
 * @survey: a survey of a year
 * @scale: (nullable): by which scale; %NULL when the plan has none, and then nothing is assessed
 * @by: what a row stands for
 *
 * Counts what was surveyed. By department or division an initiative stands in the row of each that is in
 * charge, but once in the total; initiatives that nobody is in charge of have a last row without a record, so
 * that no initiative is missing from the rows.
 *
 * Returns: (transfer full): the counts; free with tori_totals_free()
 */
ToriTotals *
tori_totals_new_from_survey (const ToriTotalsSurvey *survey, ToriScale *scale, ToriTotalsBy by)
{
  ToriTotals *self;
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree ToriTotalsLevel *rated = NULL;
  Counter counter = { .rows = rows };

  g_return_val_if_fail (survey != NULL, NULL);
  g_return_val_if_fail (scale == NULL || TORI_IS_SCALE (scale), NULL);

  self = g_new0 (ToriTotals, 1);
  self->year = survey->year;
  self->scale = scale;
  self->by = by;
  rated = g_new0 (ToriTotalsLevel, MAX (1, survey->initiatives->len));
  for (guint i = 0; i < survey->initiatives->len; i++)
    rated[i] = find_rating (self, g_array_index (survey->initiatives, Surveyed, i).entry);
  collect_levels (self, rated, survey->initiatives->len);
  self->total.levels = g_new0 (guint, self->n_levels);

  counter.totals = self;
  if (by == TORI_TOTALS_BY_PILLAR)
    add_pillar_rows (&counter, survey->plan);
  else
    add_charge_rows (&counter, survey->plan);
  count_all (&counter, survey, rated);
  drop_empty_rows (&counter);
  g_free (counter.is_valid);
  g_free (counter.last);

  return self;
}

/**
 * tori_totals_new:
 * @plan: a plan
 * @year: the fiscal year that is counted
 * @scale: (nullable): by which scale
 * @by: what a row stands for
 *
 * Counts the initiatives that are part of the plan in @year, as tori_totals_new_from_survey() does.
 *
 * Returns: (transfer full): the counts; free with tori_totals_free()
 */
ToriTotals *
tori_totals_new (ToriPlan *plan, int year, ToriScale *scale, ToriTotalsBy by)
{
  g_autoptr (ToriTotalsSurvey) survey = tori_totals_survey_new (plan, year);

  return survey != NULL ? tori_totals_new_from_survey (survey, scale, by) : NULL;
}

/**
 * tori_totals_new_before:
 * @self: the totals of a year
 * @plan: the plan that was counted
 *
 * Returns: (transfer full) (nullable): the same counts of the year before, for comparison; %NULL when no
 * initiative has an entry of that year, because what nobody reported on is not to be compared with
 */
ToriTotals *
tori_totals_new_before (const ToriTotals *self, ToriPlan *plan)
{
  g_autoptr (ToriTotalsSurvey) survey = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (TORI_IS_PLAN (plan), NULL);

  survey = tori_totals_survey_new (plan, self->year - 1);

  return survey->has_entries ? tori_totals_new_from_survey (survey, self->scale, self->by) : NULL;
}

/**
 * tori_totals_find_row:
 * @self: totals
 * @record: (nullable): a pillar, department or division; NULL for nobody in charge
 *
 * Returns: (transfer none) (nullable): its row
 */
const ToriTotalsRow *
tori_totals_find_row (const ToriTotals *self, ToriRecord *record)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_rows; i++)
    if (self->rows[i].record == record)
      return &self->rows[i];
  return NULL;
}

/**
 * tori_totals_count_level:
 * @self: totals
 * @row: one of their rows, or their total
 * @level: a level; 0 have reached it when the totals do not know it
 *
 * Returns: how many initiatives of the row have reached it
 */
guint
tori_totals_count_level (const ToriTotals *self, const ToriTotalsRow *row, const ToriTotalsLevel *level)
{
  guint position;

  g_return_val_if_fail (self != NULL && row != NULL && level != NULL, 0);

  if (row->levels == NULL || !find_level (self->levels, self->n_levels, level, &position))
    return 0;
  return row->levels[position];
}

/**
 * tori_totals_list_levels:
 * @self: totals
 * @before: (nullable): those of the year before
 *
 * A level that was reached in the year before only is listed as well: else its change would be lost.
 *
 * Returns: (transfer full) (element-type ToriTotalsLevel): the levels of both, first those that count, in the
 *   order of the scale and then of the years
 */
GArray *
tori_totals_list_levels (const ToriTotals *self, const ToriTotals *before)
{
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (ToriTotalsLevel));
  guint position;

  g_return_val_if_fail (self != NULL, levels);

  g_array_append_vals (levels, self->levels, self->n_levels);
  for (guint i = 0; before != NULL && i < before->n_levels; i++)
    if (!find_level (self->levels, self->n_levels, &before->levels[i], &position))
      g_array_append_val (levels, before->levels[i]);
  g_array_sort (levels, compare_levels);
  return levels;
}

/**
 * tori_totals_free:
 * @self: (nullable): totals
 */
void
tori_totals_free (ToriTotals *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_rows; i++)
    g_free (self->rows[i].levels);
  g_free (self->rows);
  g_free (self->total.levels);
  g_free (self->levels);
  g_free (self);
}
