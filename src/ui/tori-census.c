/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-census-private.h"

#include <string.h>

#include "model/tori-charge.h"
#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-entry.h"
#include "model/tori-level.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"

/*
 * Who belongs where in a fiscal year: the groups that the sidebar offers, which of them are chosen, and to
 * which ones each initiative belongs. That is worked out once for each initiative and again only when
 * something that it depends on has changed, since filters and counts ask for it again and again.
 *
 * Many changes come at once, so what follows from them is done in an idle: first of all what is shown, by
 * ::changed, then the list of groups.
 */

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  ToriGroupKind kind;
  gconstpointer record;
  int number;
} Key;

/* The groups of an initiative; none when it is not part of the plan in that year. */
typedef struct
{
  guint n;
  guint32 places[];
} Row;

G_DEFINE_FINAL_TYPE (ToriCensus, tori_census, G_TYPE_OBJECT)

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_direct_hash (key->record) * 31 + (guint) key->kind * 7 + (guint) key->number;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const Key *p = a, *q = b;

  return p->kind == q->kind && p->record == q->record && p->number == q->number;
}

/* --- The groups --- */

static guint
add_group (ToriCensus *self, ToriGroupKind kind, gpointer record, int number)
{
  const Key key = { kind, record, number };

  ToriGroup *group = tori_group_new (kind, record, number);
  const int facet = tori_group_get_facet (group);

  g_ptr_array_add (self->groups, group);
  g_array_append_val (self->facets, facet);
  g_hash_table_insert (self->places, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (self->groups->len - 1));
  return self->groups->len - 1;
}

static guint
find_place (ToriCensus *self, ToriGroupKind kind, gpointer record, int number)
{
  const Key key = { kind, record, number };
  gpointer place;

  if (g_hash_table_lookup_extended (self->places, &key, NULL, &place))
    return GPOINTER_TO_UINT (place);
  /* A year of a level with which nothing has been rated before. */
  return add_group (self, kind, record, number);
}

static void
list_charges (ToriCensus *self)
{
  ToriList *departments = tori_plan_get_departments (self->plan);

  for (guint i = 0; i < tori_list_get_length (departments); i++)
    {
      ToriList *divisions = tori_department_get_divisions (tori_list_get (departments, i));

      add_group (self, TORI_GROUP_DEPARTMENT, tori_list_get (departments, i), 0);
      for (guint j = 0; j < tori_list_get_length (divisions); j++)
        {
          gpointer division = tori_list_get (divisions, j);

          add_group (self, TORI_GROUP_DIVISION, division, 0);
          g_hash_table_insert (self->divisions, (gpointer) tori_record_get_id (division), division);
        }
    }
  add_group (self, TORI_GROUP_NOBODY, NULL, 0);
}

static void
list_levels (ToriCensus *self)
{
  ToriList *scales = tori_plan_get_scales (self->plan);

  self->n_scales = MIN (tori_list_get_length (scales), TORI_CENSUS_MAX_FACETS - TORI_FACET_SCALE);
  for (guint i = 0; i < self->n_scales; i++)
    {
      ToriList *levels = tori_scale_get_levels (tori_list_get (scales, i));

      add_group (self, TORI_GROUP_NOT_ASSESSED, tori_list_get (scales, i), 0);
      for (guint j = 0; j < tori_list_get_length (levels); j++)
        {
          gpointer level = tori_list_get (levels, j);

          g_hash_table_insert (self->levels, (gpointer) tori_record_get_id (level), level);
          if (!tori_level_has_year (level))
            add_group (self, TORI_GROUP_LEVEL, level, 0);
        }
    }
}

static void
take_over (ToriCensus *self, GPtrArray *former)
{
  self->active = 0;
  for (guint i = 0; i < former->len; i++)
    {
      ToriGroup *group = former->pdata[i];
      const gboolean is_level = tori_group_get_kind (group) == TORI_GROUP_LEVEL;
      gpointer record = tori_group_get_record (group);
      ToriGroup *now;

      if (!tori_group_get_chosen (group)
          || (is_level && !g_hash_table_contains (self->levels, tori_record_get_id (record))))
        continue;
      now = is_level
                ? self->groups
                      ->pdata[find_place (self, TORI_GROUP_LEVEL, record, tori_group_get_number (group))]
                : tori_census_find (self, tori_group_get_kind (group), record, tori_group_get_number (group));
      if (now == NULL)
        continue;
      tori_group_set_chosen (now, TRUE);
      self->active |= 1u << tori_group_get_facet (now);
    }
}

/* All groups from the beginning; what was chosen stays so if it is still there. */
static void
list_groups (ToriCensus *self)
{
  g_autoptr (GPtrArray) former = self->groups;
  ToriList *pillars = tori_plan_get_pillars (self->plan);

  self->is_outdated = FALSE;
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_array_set_size (self->facets, 0);
  g_hash_table_remove_all (self->places);
  g_hash_table_remove_all (self->divisions);
  g_hash_table_remove_all (self->levels);
  g_hash_table_remove_all (self->rows);
  add_group (self, TORI_GROUP_ALL, NULL, 0);
  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    add_group (self, TORI_GROUP_PILLAR, tori_list_get (pillars, i), 0);
  list_charges (self);
  list_levels (self);
  add_group (self, TORI_GROUP_NO_ENTRY, NULL, 0);
  for (int state = TORI_STATE_DRAFT; state <= TORI_STATE_CONFIRMED; state++)
    add_group (self, TORI_GROUP_STATE, NULL, state);
  take_over (self, former);
}

/* --- The groups of one initiative --- */

static void
add_charges (ToriCensus *self, GArray *places, ToriInitiative *initiative)
{
  g_autoptr (GPtrArray) ids = tori_charge_list_divisions (initiative, self->year);
  const guint first = places->len;

  for (guint i = 0; i < ids->len; i++)
    {
      gpointer division = g_hash_table_lookup (self->divisions, ids->pdata[i]);
      guint place, department;
      gboolean is_new = TRUE;

      if (division == NULL)
        continue;
      place = find_place (self, TORI_GROUP_DIVISION, division, 0);
      department = find_place (self, TORI_GROUP_DEPARTMENT, tori_record_get_parent (division), 0);
      g_array_append_val (places, place);
      for (guint j = first; j < places->len && is_new; j++)
        is_new = g_array_index (places, guint32, j) != department;
      if (is_new)
        g_array_append_val (places, department);
    }
  if (places->len == first)
    {
      const guint nobody = find_place (self, TORI_GROUP_NOBODY, NULL, 0);

      g_array_append_val (places, nobody);
    }
}

/* By the entry's own ratings, as totals count: those of its topics are further detail. */
static void
add_levels (ToriCensus *self, GArray *places, ToriEntry *entry)
{
  ToriList *scales = tori_plan_get_scales (self->plan);

  for (guint i = 0; i < self->n_scales; i++)
    {
      ToriRecord *scale = tori_list_get (scales, i);
      const ToriRating *rating =
          entry == NULL ? NULL
                        : tori_ratings_find (tori_entry_get_ratings (entry), tori_record_get_id (scale));
      gpointer level = rating == NULL ? NULL : g_hash_table_lookup (self->levels, rating->level);
      const guint place = level == NULL ? find_place (self, TORI_GROUP_NOT_ASSESSED, scale, 0)
                                        : find_place (self, TORI_GROUP_LEVEL, level,
                                                      tori_level_has_year (level) ? rating->since : 0);

      g_array_append_val (places, place);
    }
}

static Row *
make_row (ToriCensus *self, ToriInitiative *initiative)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  ToriEntry *entry;
  guint place;
  Row *row;

  if (tori_initiative_covers_year (initiative, self->year))
    {
      entry = tori_initiative_find_entry (initiative, self->year);
      place = find_place (self, TORI_GROUP_PILLAR, tori_record_get_parent (TORI_RECORD (initiative)), 0);
      g_array_append_val (places, place);
      add_charges (self, places, initiative);
      add_levels (self, places, entry);
      place = entry == NULL ? find_place (self, TORI_GROUP_NO_ENTRY, NULL, 0)
                            : find_place (self, TORI_GROUP_STATE, NULL, (int) tori_entry_get_state (entry));
      g_array_append_val (places, place);
    }
  row = g_malloc (sizeof (Row) + places->len * sizeof (guint32));
  row->n = places->len;
  if (row->n > 0)
    memcpy (row->places, places->data, row->n * sizeof (guint32));
  return row;
}

static const Row *
get_row (ToriCensus *self, ToriInitiative *initiative)
{
  Row *row = g_hash_table_lookup (self->rows, initiative);

  if (row == NULL)
    {
      row = make_row (self, initiative);
      g_hash_table_insert (self->rows, g_object_ref (initiative), row);
    }
  return row;
}

/* A bit for each facet of which a chosen group has the initiative. */
static guint32
find_facets (ToriCensus *self, const Row *row)
{
  guint32 facets = 0;

  for (guint i = 0; i < row->n; i++)
    if (tori_group_get_chosen (self->groups->pdata[row->places[i]]))
      facets |= 1u << g_array_index (self->facets, int, row->places[i]);
  return facets;
}

/* --- What the sidebar offers --- */

static void
sum_up (ToriCensus *self)
{
  const guint n = g_list_model_get_n_items (self->initiatives);

  g_array_set_size (self->totals, 0);
  self->n_all = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ToriInitiative) initiative = g_list_model_get_item (self->initiatives, i);
      const Row *row = get_row (self, initiative);

      self->n_all += row->n > 0 ? 1 : 0;
      g_array_set_size (self->totals, self->groups->len);
      for (guint j = 0; j < row->n; j++)
        g_array_index (self->totals, guint, row->places[j])++;
    }
  g_array_set_size (self->totals, self->groups->len);
  /* Those of initiatives that are gone. */
  if (g_hash_table_size (self->rows) > n)
    g_hash_table_remove_all (self->rows);
}

/* Divisions that are gone or not there yet, the lack of one, and the years of a level are offered only when
 * there is something to see. */
static gboolean
is_offered (ToriCensus *self, guint place)
{
  ToriGroup *group = self->groups->pdata[place];

  if (g_array_index (self->totals, guint, place) > 0 || tori_group_get_chosen (group))
    return TRUE;
  switch (tori_group_get_kind (group))
    {
    case TORI_GROUP_NOBODY:
    case TORI_GROUP_NO_ENTRY: return FALSE;
    case TORI_GROUP_DIVISION:
      return tori_charge_is_valid (TORI_DIVISION (tori_group_get_record (group)), self->year);
    case TORI_GROUP_LEVEL: return !tori_level_has_year (TORI_LEVEL (tori_group_get_record (group)));
    case TORI_GROUP_ALL:
    case TORI_GROUP_PILLAR:
    case TORI_GROUP_DEPARTMENT:
    case TORI_GROUP_NOT_ASSESSED:
    case TORI_GROUP_STATE:
    default: return TRUE;
    }
}

/* Pillars, departments, scales, states; the levels of a scale in its order, each with its years. */
static gint64
get_order (ToriGroup *group)
{
  const int facet = tori_group_get_facet (group);
  guint place = 0;

  if (tori_group_get_kind (group) == TORI_GROUP_LEVEL)
    {
      tori_list_find (tori_record_get_list (tori_group_get_record (group)), tori_group_get_record (group),
                      &place);
      place++;
    }
  if (facet == TORI_FACET_STATE)
    return (gint64) (TORI_CENSUS_MAX_FACETS + 1) << 48;
  return (gint64) (facet + 1) << 48 | (gint64) place << 16
         | (facet >= TORI_FACET_SCALE ? tori_group_get_number (group) : 0);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const gint64 p = get_order (*(ToriGroup *const *) a), q = get_order (*(ToriGroup *const *) b);

  return p < q ? -1 : p > q;
}

static gboolean
is_same (GListModel *model, GPtrArray *groups)
{
  if (g_list_model_get_n_items (model) != groups->len)
    return FALSE;
  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (ToriGroup) group = g_list_model_get_item (model, i);

      if (group != groups->pdata[i])
        return FALSE;
    }
  return TRUE;
}

static void
list_offered (ToriCensus *self)
{
  g_autoptr (GPtrArray) offered = g_ptr_array_new ();
  GListModel *model = G_LIST_MODEL (self->shown);

  for (guint i = 0; i < self->groups->len; i++)
    if (is_offered (self, i))
      g_ptr_array_add (offered, self->groups->pdata[i]);
  g_ptr_array_sort (offered, compare_groups);
  if (!is_same (model, offered))
    g_list_store_splice (self->shown, 0, g_list_model_get_n_items (model), offered->pdata, offered->len);
}

/* --- Following the plan --- */

static void
ensure (ToriCensus *self)
{
  if (self->is_outdated)
    list_groups (self);
}

static gboolean
idle_cb (gpointer data)
{
  tori_census_refresh (data);
  return G_SOURCE_REMOVE;
}

/* Before the window is drawn. */
void
tori_census_queue_refresh (ToriCensus *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

static void
changed_cb (ToriCensus *self, ToriRecord *source, const ToriField *field)
{
  ToriInitiative *initiative = tori_record_get_ancestor (source, TORI_TYPE_INITIATIVE);

  if (initiative != NULL)
    {
      /* Typing changes no group. */
      if (field->kind == TORI_FIELD_TEXT)
        return;
      g_hash_table_remove (self->rows, initiative);
      self->is_moved = TRUE;
    }
  else if (TORI_IS_PLAN (source) ? field->kind == TORI_FIELD_LIST || field->kind == TORI_FIELD_BOXED
                                 : !TORI_IS_PILLAR (source) || field->kind != TORI_FIELD_LIST)
    self->is_outdated = TRUE;
  tori_census_queue_refresh (self);
}

static void
items_changed_cb (ToriCensus *self)
{
  tori_census_queue_refresh (self);
}

/* --- GObject --- */

static void
tori_census_dispose (GObject *object)
{
  ToriCensus *self = TORI_CENSUS (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_object (&self->plan);
  g_clear_object (&self->initiatives);
  g_clear_pointer (&self->rows, g_hash_table_unref);

  G_OBJECT_CLASS (tori_census_parent_class)->dispose (object);
}

static void
tori_census_finalize (GObject *object)
{
  ToriCensus *self = TORI_CENSUS (object);

  g_object_unref (self->shown);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->facets);
  g_array_unref (self->totals);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->divisions);
  g_hash_table_unref (self->levels);

  G_OBJECT_CLASS (tori_census_parent_class)->finalize (object);
}

static void
tori_census_class_init (ToriCensusClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_census_dispose;
  G_OBJECT_CLASS (klass)->finalize = tori_census_finalize;

  /**
   * ToriCensus::changed:
   * @self: a census
   *
   * tori_census_shows() may answer otherwise than before.
   */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", TORI_TYPE_CENSUS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tori_census_init (ToriCensus *self)
{
  self->shown = g_list_store_new (TORI_TYPE_GROUP);
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  self->facets = g_array_new (FALSE, FALSE, sizeof (int));
  self->totals = g_array_new (FALSE, TRUE, sizeof (guint));
  self->places = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);
  self->divisions = g_hash_table_new (g_str_hash, g_str_equal);
  self->levels = g_hash_table_new (g_str_hash, g_str_equal);
  self->rows = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  self->is_outdated = TRUE;
}

/**
 * tori_census_new:
 * @plan: a plan
 * @initiatives: all of its initiatives
 * @year: the fiscal year to begin with
 *
 * Returns: (transfer full): the groups of that year, of which none is chosen
 */
ToriCensus *
tori_census_new (ToriPlan *plan, GListModel *initiatives, int year)
{
  ToriCensus *self;

  g_return_val_if_fail (TORI_IS_PLAN (plan), NULL);

  self = g_object_new (TORI_TYPE_CENSUS, NULL);
  self->plan = g_object_ref (plan);
  self->initiatives = g_object_ref (initiatives);
  self->year = year;
  g_signal_connect_object (plan, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (initiatives, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  tori_census_refresh (self);
  return self;
}

/**
 * tori_census_set_year:
 * @self: a census
 * @year: a fiscal year
 */
void
tori_census_set_year (ToriCensus *self, int year)
{
  g_return_if_fail (TORI_IS_CENSUS (self));

  if (self->year == year)
    return;
  self->year = year;
  self->is_outdated = TRUE;
  tori_census_refresh (self);
}

/**
 * tori_census_get_groups:
 * @self: a census
 *
 * Returns: (transfer none): the #ToriGroup that can be chosen, those of a facet together; the first stands
 * for all initiatives
 */
GListModel *
tori_census_get_groups (ToriCensus *self)
{
  g_return_val_if_fail (TORI_IS_CENSUS (self), NULL);

  return G_LIST_MODEL (self->shown);
}

/**
 * tori_census_shows:
 * @self: a census
 * @initiative: an initiative of the plan
 *
 * Returns: whether it is part of the plan in the year and belongs to what is chosen
 */
gboolean
tori_census_shows (ToriCensus *self, ToriInitiative *initiative)
{
  const Row *row;

  ensure (self);
  row = get_row (self, initiative);
  return row->n > 0 && (find_facets (self, row) & self->active) == self->active;
}

/**
 * tori_census_find:
 * @self: a census
 * @kind: a kind of group
 * @record: (nullable): what it is about
 * @number: its number, as in tori_group_new()
 *
 * Returns: (transfer none) (nullable): that group; NULL when there is none
 */
ToriGroup *
tori_census_find (ToriCensus *self, ToriGroupKind kind, gpointer record, int number)
{
  const Key key = { kind, record, number };
  gpointer place;

  g_return_val_if_fail (TORI_IS_CENSUS (self), NULL);

  ensure (self);
  if (!g_hash_table_lookup_extended (self->places, &key, NULL, &place))
    return NULL;
  return self->groups->pdata[GPOINTER_TO_UINT (place)];
}

/**
 * tori_census_refresh:
 * @self: a census
 *
 * Takes up at once what has changed in the plan; else that is done before the window is drawn again.
 */
void
tori_census_refresh (ToriCensus *self)
{
  const gboolean may_differ = self->is_outdated || self->is_moved;

  g_return_if_fail (TORI_IS_CENSUS (self));

  g_clear_handle_id (&self->idle_id, g_source_remove);
  ensure (self);
  self->is_moved = FALSE;
  sum_up (self);
  list_offered (self);
  if (may_differ)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * tori_census_count:
 * @self: a census
 * @found: (scope call) (nullable): whether an initiative is shown as far as others have a say, such as a
 * search
 * @data: for @found
 *
 * Brings the counts of the groups up to date: how many initiatives would be shown with a group, given what is
 * chosen in other facets.
 */
void
tori_census_count (ToriCensus *self, ToriCensusFound found, gpointer data)
{
  const guint n = g_list_model_get_n_items (self->initiatives);
  g_autofree guint *counts = NULL;
  guint all = 0;

  g_return_if_fail (TORI_IS_CENSUS (self));

  tori_census_refresh (self);
  counts = g_new0 (guint, self->groups->len);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ToriInitiative) initiative = g_list_model_get_item (self->initiatives, i);
      const Row *row = get_row (self, initiative);
      const guint32 facets = find_facets (self, row);

      if (row->n == 0 || (found != NULL && !found (initiative, data)))
        continue;
      all++;
      for (guint j = 0; j < row->n; j++)
        {
          const guint32 with = facets | 1u << g_array_index (self->facets, int, row->places[j]);

          if ((with & self->active) == self->active)
            counts[row->places[j]]++;
        }
    }
  for (guint i = 0; i < self->groups->len; i++)
    tori_group_set_count (self->groups->pdata[i],
                          tori_group_get_kind (self->groups->pdata[i]) == TORI_GROUP_ALL ? all : counts[i]);
}
