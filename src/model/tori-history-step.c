/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-history-step.h"

#include "model/tori-entry.h"
#include "model/tori-record-private.h"

/* What was done in one step, so that it can be taken back and done once more. */

static void
change_free (gpointer data)
{
  ToriHistoryChange *change = data;

  g_clear_object (&change->record);
  if (change->field->kind != TORI_FIELD_LIST)
    {
      g_value_unset (&change->before);
      g_value_unset (&change->after);
    }
  g_clear_pointer (&change->removed, g_ptr_array_unref);
  g_clear_pointer (&change->added, g_ptr_array_unref);
  g_free (change);
}

ToriHistoryStep *
tori_history_step_new (ToriStep name, guint64 serial)
{
  ToriHistoryStep *step = g_new (ToriHistoryStep, 1);

  step->name = name;
  step->serial = serial;
  step->changes = g_ptr_array_new_with_free_func (change_free);
  return step;
}

void
tori_history_step_free (gpointer data)
{
  ToriHistoryStep *step = data;

  g_ptr_array_unref (step->changes);
  g_free (step);
}

static ToriHistoryChange *
change_new (ToriRecord *record, const ToriField *field)
{
  ToriHistoryChange *change = g_new0 (ToriHistoryChange, 1);

  change->record = g_object_ref (record);
  change->field = field;
  return change;
}

static void
change_apply (const ToriHistoryChange *change, gboolean forward)
{
  ToriList *list;
  GPtrArray *out, *in;

  if (change->field->kind != TORI_FIELD_LIST)
    {
      tori_record_set_value (change->record, change->field, forward ? &change->after : &change->before);
      return;
    }
  list = *(ToriList **) tori_record_peek (change->record, change->field);
  out = forward ? change->removed : change->added;
  in = forward ? change->added : change->removed;
  tori_list_splice (list, change->position, out->len, (ToriRecord *const *) in->pdata, in->len);
}

static void
init_value (ToriRecord *record, const ToriField *field, GValue *value)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), field->name);

  g_value_init (value, pspec->value_type);
}

/* Sets a field, and notes the change unless it is none. */
void
tori_history_step_set_value (ToriHistoryStep *self,
                             gpointer record,
                             const ToriField *field,
                             const GValue *value)
{
  ToriHistoryChange *change;
  g_auto (GValue) before = G_VALUE_INIT;

  init_value (record, field, &before);
  tori_record_get_value (record, field, &before);
  if (!tori_record_set_value (record, field, value))
    return;
  change = change_new (record, field);
  init_value (record, field, &change->before);
  init_value (record, field, &change->after);
  g_value_copy (&before, &change->before);
  tori_record_get_value (record, field, &change->after);
  g_ptr_array_add (self->changes, change);
}

/* Changes a list, and notes that. */
void
tori_history_step_splice (ToriHistoryStep *self,
                          ToriList *list,
                          guint position,
                          guint n_removals,
                          ToriRecord *const *additions,
                          guint n_additions)
{
  ToriHistoryChange *change = change_new (tori_list_get_owner (list), tori_list_get_field (list));

  change->position = position;
  change->removed = g_ptr_array_new_with_free_func (g_object_unref);
  change->added = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_removals; i++)
    g_ptr_array_add (change->removed, g_object_ref (tori_list_get (list, position + i)));
  for (guint i = 0; i < n_additions; i++)
    g_ptr_array_add (change->added, g_object_ref (additions[i]));
  change_apply (change, TRUE);
  g_ptr_array_add (self->changes, change);
}

/* The last change of this field in the step, which may be NULL; or NULL. */
ToriHistoryChange *
tori_history_step_find (ToriHistoryStep *self, gpointer record, const ToriField *field)
{
  for (guint i = self == NULL ? 0 : self->changes->len; i > 0; i--)
    {
      ToriHistoryChange *change = self->changes->pdata[i - 1];

      if (change->record == record && change->field == field)
        return change;
    }
  return NULL;
}

/* Sets the time stamp of an entry to now. The step may hold a change of it already. */
static void
stamp (ToriHistoryStep *self, ToriRecord *entry, ToriHistoryChange *change, char *(*now) (void) )
{
  const ToriField *field = tori_record_class_find_field (TORI_RECORD_GET_CLASS (entry), "modified");
  const ToriStamp *former = tori_entry_get_modified (TORI_ENTRY (entry));
  g_auto (GValue) value = G_VALUE_INIT;
  ToriStamp *fresh = former == NULL ? g_new0 (ToriStamp, 1) : tori_stamp_copy (former);

  g_free (fresh->at);
  fresh->at = now ();
  g_value_init (&value, TORI_TYPE_STAMP);
  g_value_take_boxed (&value, fresh);

  if (change == NULL)
    {
      tori_history_step_set_value (self, entry, field, &value);
      return;
    }
  tori_record_set_value (entry, field, &value);
  g_value_copy (&value, &change->after);
}

/* Stamps each entry that a step changed and that is still in the plan. A step may have changed thousands. */
void
tori_history_step_stamp (ToriHistoryStep *self, char *(*now) (void) )
{
  g_autoptr (GHashTable) stamps = g_hash_table_new (NULL, NULL); /* entry → change of its stamp */
  g_autoptr (GHashTable) stamped = g_hash_table_new (NULL, NULL);
  const guint n = self->changes->len;

  for (guint i = 0; i < n; i++)
    {
      ToriHistoryChange *change = self->changes->pdata[i];

      if (TORI_IS_ENTRY (change->record) && g_str_equal (change->field->name, "modified"))
        g_hash_table_insert (stamps, change->record, change);
    }
  for (guint i = 0; i < n; i++)
    {
      const ToriHistoryChange *change = self->changes->pdata[i];
      ToriRecord *entry = tori_record_get_ancestor (change->record, TORI_TYPE_ENTRY);

      if (entry != NULL && g_hash_table_add (stamped, entry)
          && tori_record_get_ancestor (entry, TORI_TYPE_PLAN) != NULL)
        stamp (self, entry, g_hash_table_lookup (stamps, entry), now);
    }
}

/* Does the step once more, or takes it back. */
void
tori_history_step_take (const ToriHistoryStep *self, gboolean forward)
{
  const guint n = self->changes->len;

  for (guint i = 0; i < n; i++)
    change_apply (self->changes->pdata[forward ? i : n - 1 - i], forward);
}
