/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "merge/tori-refs.h"

#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-item.h"
#include "model/tori-level.h"
#include "model/tori-list.h"
#include "model/tori-ratings.h"
#include "model/tori-scale.h"
#include "model/tori-topic.h"

/* The places of a record that name other records of the plan, so that none is left that leads nowhere. */

static gboolean
is_ratings (const ToriField *field)
{
  return field->kind == TORI_FIELD_BOXED && field->type () == TORI_TYPE_RATINGS;
}

/**
 * tori_refs_foreach:
 * @record: a record
 * @func: called for each reference of it, not of those below
 * @data: for @func
 */
void
tori_refs_foreach (ToriRecord *record, ToriRefFunc func, gpointer data)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const ToriField *field = &fields[i];
      gpointer *place = tori_record_peek (record, field);

      if (field->kind == TORI_FIELD_REF && *place != NULL)
        func (record, field, field->type (), *place, data);
      else if (field->kind == TORI_FIELD_REFS)
        for (char **id = *place; id != NULL && *id != NULL; id++)
          func (record, field, field->type (), *id, data);
      else if (is_ratings (field))
        for (guint j = 0; j < tori_ratings_get_n (*place); j++)
          {
            func (record, field, TORI_TYPE_SCALE, tori_ratings_get (*place, j)->scale, data);
            func (record, field, TORI_TYPE_LEVEL, tori_ratings_get (*place, j)->level, data);
          }
    }
}

/**
 * tori_refs_leads:
 * @index: of the plan
 * @record: a record of it
 * @type: a class
 * @id: an id that @record names
 *
 * Returns: whether there is such a record where @record may name it: an item in its own initiative, a topic
 * in its own entry
 */
gboolean
tori_refs_leads (ToriIndex *index, ToriRecord *record, GType type, const char *id)
{
  ToriRecord *target = tori_index_get (index, type, id);

  if (target == NULL || tori_record_get_list (target) == NULL)
    return FALSE;
  if (type == TORI_TYPE_ITEM)
    return tori_record_get_parent (target) == tori_record_get_ancestor (record, TORI_TYPE_INITIATIVE);
  if (type == TORI_TYPE_TOPIC)
    return tori_record_get_parent (target) == tori_record_get_ancestor (record, TORI_TYPE_ENTRY);
  return tori_record_get_ancestor (target, TORI_TYPE_PLAN) != NULL;
}

static void
drop_rating (ToriHistory *history, ToriRecord *record, const ToriField *field, const char *id)
{
  g_autoptr (ToriRatings) ratings = tori_ratings_copy (*(ToriRatings **) tori_record_peek (record, field));

  for (guint i = tori_ratings_get_n (ratings); i > 0; i--)
    {
      const ToriRating *rating = tori_ratings_get (ratings, i - 1);

      if (g_str_equal (rating->scale, id) || g_str_equal (rating->level, id))
        tori_ratings_remove (ratings, rating->scale);
    }
  tori_history_set_boxed (history, record, field->name, ratings);
}

/**
 * tori_refs_drop:
 * @history: a history with an open step
 * @record: a record
 * @field: one of its fields with references
 * @id: an id in it
 *
 * Takes the reference out.
 */
void
tori_refs_drop (ToriHistory *history, ToriRecord *record, const ToriField *field, const char *id)
{
  g_autoptr (GPtrArray) kept = NULL;

  if (field->kind == TORI_FIELD_REF)
    {
      tori_history_set_text (history, record, field->name, NULL);
      return;
    }
  if (is_ratings (field))
    {
      drop_rating (history, record, field, id);
      return;
    }
  kept = g_ptr_array_new_with_free_func (g_free);
  for (char **each = *(char ***) tori_record_peek (record, field); each != NULL && *each != NULL; each++)
    if (!g_str_equal (*each, id))
      g_ptr_array_add (kept, g_strdup (*each));
  g_ptr_array_add (kept, NULL);
  tori_history_set_strv (history, record, field->name, (const char *const *) kept->pdata);
}
