/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "merge/tori-index.h"

#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-list.h"

/* The records of a plan by what they are known again in another copy of it: their id, which is unique among
 * their kind; an entry has none and is known by its initiative and year. */
struct _ToriIndex
{
  ToriPlan *plan;
  GHashTable *types; /* GType → GHashTable: id, which is the record's own → ToriRecord */
};

static GHashTable *
ensure_type (ToriIndex *self, GType type)
{
  GHashTable *ids = g_hash_table_lookup (self->types, GSIZE_TO_POINTER (type));

  if (ids == NULL)
    {
      ids = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (self->types, GSIZE_TO_POINTER (type), ids);
    }
  return ids;
}

/**
 * tori_index_new:
 * @plan: a plan, which lives longer
 *
 * Returns: (transfer full): where its records are found
 */
ToriIndex *
tori_index_new (ToriPlan *plan)
{
  ToriIndex *self = g_new0 (ToriIndex, 1);

  self->plan = plan;
  self->types = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  tori_index_add (self, TORI_RECORD (plan));
  return self;
}

void
tori_index_free (ToriIndex *self)
{
  g_hash_table_unref (self->types);
  g_free (self);
}

/**
 * tori_index_add:
 * @self: an index
 * @record: a record that came into the plan
 *
 * Makes it and everything below it known.
 */
void
tori_index_add (ToriIndex *self, ToriRecord *record)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);
  const char *id = tori_record_get_id (record);

  if (*id != '\0')
    g_hash_table_replace (ensure_type (self, G_OBJECT_TYPE (record)), (gpointer) id, record);
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == TORI_FIELD_LIST)
      {
        ToriList *list = *(ToriList **) tori_record_peek (record, &fields[i]);

        for (guint j = 0; j < tori_list_get_length (list); j++)
          tori_index_add (self, tori_list_get (list, j));
      }
}

/**
 * tori_index_get:
 * @self: an index
 * @type: a class of records that have ids
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the record of that id
 */
gpointer
tori_index_get (ToriIndex *self, GType type, const char *id)
{
  GHashTable *ids = g_hash_table_lookup (self->types, GSIZE_TO_POINTER (type));

  return ids == NULL ? NULL : g_hash_table_lookup (ids, id);
}

/**
 * tori_index_find:
 * @self: an index
 * @record: a record of another copy of the plan
 *
 * Returns: (transfer none) (nullable): the same record in this copy
 */
gpointer
tori_index_find (ToriIndex *self, ToriRecord *record)
{
  ToriInitiative *initiative;

  if (TORI_IS_PLAN (record))
    return self->plan;
  if (!TORI_IS_ENTRY (record))
    return tori_index_get (self, G_OBJECT_TYPE (record), tori_record_get_id (record));
  initiative = tori_index_find (self, tori_record_get_parent (record));
  return initiative == NULL
             ? NULL
             : tori_initiative_find_entry (initiative, tori_entry_get_year (TORI_ENTRY (record)));
}
