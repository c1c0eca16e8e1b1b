/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-codec-private.h"

#include <string.h>

#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-item.h"
#include "model/tori-level.h"
#include "model/tori-list.h"
#include "model/tori-scale.h"
#include "model/tori-topic.h"

/* What can only be judged when the whole plan has been read: that ids are unique among their kind, that
 * references lead somewhere, and that an initiative has one entry a year. The ids are sorted and searched,
 * not hashed: no choice of ids makes that slow. */

typedef struct
{
  GArray *owners; /* of ToriIdOwner, sorted by kind and id */
  GError **error;
} Checker;

static int
compare_owners (gconstpointer a, gconstpointer b)
{
  const ToriIdOwner *one = a;
  const ToriIdOwner *other = b;
  const GType type_one = G_OBJECT_TYPE (one->record);
  const GType type_other = G_OBJECT_TYPE (other->record);
  int order;

  if (type_one != type_other)
    return type_one < type_other ? -1 : 1;
  order = strcmp (one->id, other->id);
  if (order != 0)
    return order;
  return one->order < other->order ? -1 : one->order > other->order;
}

static ToriRecord *
find (Checker *self, GType type, const char *id)
{
  guint low = 0, high = self->owners->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const ToriIdOwner *owner = &g_array_index (self->owners, ToriIdOwner, middle);
      const GType owner_type = G_OBJECT_TYPE (owner->record);
      const int order = owner_type != type ? (owner_type < type ? -1 : 1) : strcmp (owner->id, id);

      if (order == 0)
        return owner->record;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* Fails at a member of @record, and there @detail; @value is quoted. */
static gboolean
fail (Checker *self,
      ToriStorageError code,
      ToriRecord *record,
      const char *member,
      const char *detail,
      const char *value)
{
  g_autoptr (GString) path = g_string_new (NULL);

  tori_record_append_path (record, path);
  if (path->len > 0)
    g_string_append_c (path, '.');
  g_string_append (path, member);
  g_strdelimit (path->str, "-", '_');
  g_string_append (path, detail);
  g_propagate_error (self->error, tori_storage_error_new_at_path (code, path->str, value));
  return FALSE;
}

static gboolean
check_unique (Checker *self)
{
  const ToriIdOwner *first = NULL;

  for (guint i = 1; i < self->owners->len; i++)
    {
      const ToriIdOwner *before = &g_array_index (self->owners, ToriIdOwner, i - 1);
      const ToriIdOwner *owner = &g_array_index (self->owners, ToriIdOwner, i);

      if (G_OBJECT_TYPE (before->record) == G_OBJECT_TYPE (owner->record)
          && strcmp (before->id, owner->id) == 0 && (!first || owner->order < first->order))
        first = owner;
    }

  return !first || fail (self, TORI_STORAGE_ERROR_DUPLICATE_ID, first->record, "id", "", first->id);
}

/* The record within which a reference to a record of @type has to stay; NULL for the whole plan. */
static ToriRecord *
get_scope (ToriRecord *record, GType type)
{
  if (type == TORI_TYPE_ITEM)
    return tori_record_get_ancestor (record, TORI_TYPE_INITIATIVE);
  if (type == TORI_TYPE_TOPIC)
    return tori_record_get_ancestor (record, TORI_TYPE_ENTRY);
  return NULL;
}

static gboolean
is_known (Checker *self, ToriRecord *record, GType type, const char *id)
{
  ToriRecord *target = find (self, type, id);
  ToriRecord *scope = get_scope (record, type);

  return target && (!scope || tori_record_get_parent (target) == scope);
}

static gboolean
check_refs (Checker *self, ToriRecord *record, const ToriField *field)
{
  char **ids = *(char ***) tori_record_peek (record, field);

  for (guint i = 0; ids && ids[i]; i++)
    if (!is_known (self, record, field->type (), ids[i]))
      {
        g_autofree char *index = g_strdup_printf ("[%u]", i);

        return fail (self, TORI_STORAGE_ERROR_DANGLING, record, field->name, index, ids[i]);
      }
  return TRUE;
}

static gboolean
check_ratings (Checker *self, ToriRecord *record, const ToriField *field)
{
  const ToriRatings *ratings = *(ToriRatings **) tori_record_peek (record, field);

  for (guint i = 0; i < tori_ratings_get_n (ratings); i++)
    {
      const ToriRating *rating = tori_ratings_get (ratings, i);
      ToriRecord *scale = find (self, TORI_TYPE_SCALE, rating->scale);
      ToriRecord *level = find (self, TORI_TYPE_LEVEL, rating->level);
      g_autofree char *at_scale = g_strdup_printf (".%s", rating->scale);
      g_autofree char *at_level = g_strdup_printf (".%s.level", rating->scale);

      if (!scale)
        return fail (self, TORI_STORAGE_ERROR_DANGLING, record, field->name, at_scale, rating->scale);
      if (!level || tori_record_get_parent (level) != scale)
        return fail (self, TORI_STORAGE_ERROR_DANGLING, record, field->name, at_level, rating->level);
    }
  return TRUE;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return tori_entry_get_year (*(ToriEntry **) a) - tori_entry_get_year (*(ToriEntry **) b);
}

static gboolean
check_entry_years (Checker *self, ToriInitiative *initiative)
{
  ToriList *entries = tori_initiative_get_entries (initiative);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < tori_list_get_length (entries); i++)
    g_ptr_array_add (sorted, tori_list_get (entries, i));
  g_ptr_array_sort (sorted, compare_years);
  for (guint i = 1; i < sorted->len; i++)
    if (compare_years (&sorted->pdata[i - 1], &sorted->pdata[i]) == 0)
      {
        g_autofree char *year = g_strdup_printf ("%d", tori_entry_get_year (sorted->pdata[i]));

        return fail (self, TORI_STORAGE_ERROR_DUPLICATE_YEAR, sorted->pdata[i], "year", "", year);
      }
  return TRUE;
}

static gboolean check_record (Checker *self, ToriRecord *record);

static gboolean
check_field (Checker *self, ToriRecord *record, const ToriField *field)
{
  gpointer *place = tori_record_peek (record, field);

  if (field->kind == TORI_FIELD_LIST)
    {
      for (guint i = 0; i < tori_list_get_length (*place); i++)
        if (!check_record (self, tori_list_get (*place, i)))
          return FALSE;
      return TRUE;
    }
  if (field->kind == TORI_FIELD_REF)
    return !*place || is_known (self, record, field->type (), *place)
           || fail (self, TORI_STORAGE_ERROR_DANGLING, record, field->name, "", *place);
  if (field->kind == TORI_FIELD_REFS)
    return check_refs (self, record, field);
  if (field->kind == TORI_FIELD_BOXED && field->type () == TORI_TYPE_RATINGS)
    return check_ratings (self, record, field);
  return TRUE;
}

static gboolean
check_record (Checker *self, ToriRecord *record)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  if (TORI_IS_INITIATIVE (record) && !check_entry_years (self, TORI_INITIATIVE (record)))
    return FALSE;
  for (guint i = 0; i < n_fields; i++)
    if (!check_field (self, record, &fields[i]))
      return FALSE;
  return TRUE;
}

/*
 * tori_codec_check:
 * @plan: a plan that was just read
 * @owners: of ToriIdOwner, all records of it that have ids, in the order of the file; it is sorted
 * @error: return location of an error in #TORI_STORAGE_ERROR with a path
 *
 * Returns: whether ids, references and years are sound
 */
gboolean
tori_codec_check (ToriPlan *plan, GArray *owners, GError **error)
{
  Checker self = { owners, error };

  g_array_sort (owners, compare_owners);
  return check_unique (&self) && check_record (&self, TORI_RECORD (plan));
}
