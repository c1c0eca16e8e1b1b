/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "merge/tori-merge-private.h"

/* What others removed, and what names something that is not there any more. */

/* Whether a record of ours is as it was, with all below it. */
gboolean
tori_merging_is_untouched (ToriMerging *self, ToriRecord *base, ToriRecord *ours)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (base), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      ToriList *base_list, *our_list;

      if (fields[i].kind != TORI_FIELD_LIST)
        {
          if (!tori_record_field_equal (base, ours, &fields[i]))
            return FALSE;
          continue;
        }
      base_list = tori_merging_get_list (base, &fields[i]);
      our_list = tori_merging_get_list (ours, &fields[i]);
      for (guint j = 0; j < tori_list_get_length (our_list); j++)
        {
          ToriRecord *child = tori_list_get (our_list, j), *former = tori_index_find (self->base, child);

          if (former == NULL || tori_record_get_list (former) != base_list
              || !tori_merging_is_untouched (self, former, child))
            return FALSE;
        }
    }
  return TRUE;
}

typedef struct
{
  ToriMerging *merge;
  GHashTable *doomed; /* ToriRecord → the change that removes it */
  GHashTable *named;  /* changes whose records are named by what stays */
} Usage;

static void
doom (Usage *self, ToriRecord *record, ToriChange *change)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  g_hash_table_insert (self->doomed, record, change);
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == TORI_FIELD_LIST)
      for (guint j = 0; j < tori_list_get_length (tori_merging_get_list (record, &fields[i])); j++)
        doom (self, tori_list_get (tori_merging_get_list (record, &fields[i]), j), change);
}

static void
note_named (ToriRecord *record, const ToriField *field, GType type, const char *id, gpointer data)
{
  Usage *self = data;
  ToriRecord *target = tori_index_get (self->merge->our_index, type, id);
  ToriChange *change = target == NULL ? NULL : g_hash_table_lookup (self->doomed, target);

  if (change != NULL)
    g_hash_table_add (self->named, change);
}

static void
look_for_names (Usage *self, ToriRecord *record)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  if (g_hash_table_contains (self->doomed, record))
    return;
  tori_refs_foreach (record, note_named, self);
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == TORI_FIELD_LIST)
      for (guint j = 0; j < tori_list_get_length (tori_merging_get_list (record, &fields[i])); j++)
        look_for_names (self, tori_list_get (tori_merging_get_list (record, &fields[i]), j));
}

/* What is named by something that stays, stays too; and then what that one names. */
static void
spare_named (ToriMerging *self)
{
  guint n_spared = 1;

  while (n_spared > 0 && self->removals->len > 0)
    {
      Usage usage = { self, g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL) };

      for (guint i = 0; i < self->removals->len; i++)
        doom (&usage, ((ToriChange *) self->removals->pdata[i])->ours, self->removals->pdata[i]);
      look_for_names (&usage, TORI_RECORD (self->ours));
      n_spared = g_hash_table_size (usage.named);
      for (guint i = self->removals->len; i > 0; i--)
        {
          ToriChange *change = self->removals->pdata[i - 1];

          if (!g_hash_table_contains (usage.named, change))
            continue;
          tori_merging_take_down (self->result->conflicts, change, change->ours);
          g_ptr_array_remove_index (self->removals, i - 1);
        }
      g_hash_table_unref (usage.doomed);
      g_hash_table_unref (usage.named);
    }
}

void
tori_merging_remove_all (ToriMerging *self)
{
  spare_named (self);
  for (guint i = 0; i < self->removals->len; i++)
    {
      ToriChange *change = self->removals->pdata[i];
      ToriList *list = tori_record_get_list (change->ours);
      guint position;

      tori_list_find (list, change->ours, &position);
      tori_history_splice (self->history, list, position, 1, NULL, 0);
      tori_merging_take_down (self->result->changes, change, NULL);
    }
}

/* --- References --- */

typedef struct
{
  ToriRecord *record;
  const ToriField *field;
  char *id;
} Ref;

typedef struct
{
  ToriMerging *merge;
  GArray *lost; /* of Ref */
} Lost;

static void
note_lost (ToriRecord *record, const ToriField *field, GType type, const char *id, gpointer data)
{
  Lost *self = data;
  const Ref ref = { record, field, g_strdup (id) };

  if (tori_refs_leads (self->merge->our_index, record, type, id))
    g_free (ref.id);
  else
    g_array_append_val (self->lost, ref);
}

static void
look_for_lost (Lost *self, ToriRecord *record)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  tori_refs_foreach (record, note_lost, self);
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == TORI_FIELD_LIST)
      for (guint j = 0; j < tori_list_get_length (tori_merging_get_list (record, &fields[i])); j++)
        look_for_lost (self, tori_list_get (tori_merging_get_list (record, &fields[i]), j));
}

/* What they name and we removed. */
void
tori_merging_drop_lost (ToriMerging *self)
{
  Lost lost = { self, g_array_new (FALSE, FALSE, sizeof (Ref)) };

  look_for_lost (&lost, TORI_RECORD (self->ours));
  for (guint i = 0; i < lost.lost->len; i++)
    {
      Ref *ref = &g_array_index (lost.lost, Ref, i);
      const gboolean again = i > 0 && ref[-1].record == ref->record && ref[-1].field == ref->field;
      ToriRecord *theirs = again ? NULL : tori_index_find (self->theirs, ref->record);

      tori_refs_drop (self->history, ref->record, ref->field, ref->id);
      if (theirs != NULL)
        g_ptr_array_add (self->result->conflicts,
                         tori_change_copy_for (&(ToriChange){ .kind = TORI_CHANGE_SET,
                                                              .field = ref->field,
                                                              .old = tori_index_find (self->base, theirs),
                                                              .new = theirs },
                                               ref->record));
      g_free (ref->id);
    }
  g_array_unref (lost.lost);
}
