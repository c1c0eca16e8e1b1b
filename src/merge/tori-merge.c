/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "merge/tori-merge.h"

#include "merge/tori-merge-private.h"
#include "model/tori-entry.h"
#include "model/tori-list.h"

/*
 * Three copies of a plan become one: what others changed since the copy that both began with is done in ours
 * as well, unless we changed the same field in another way; then ours stays, and the conflict is told.
 * Nothing is removed that somebody has changed or names, and no reference is left that leads nowhere.
 *
 * It is one step of our history, and so can be undone.
 */

/* --- Values --- */

/* Of two stamps of an entry the later one: who wrote last is no matter to decide. */
static gboolean
is_later (ToriRecord *one, ToriRecord *other)
{
  const ToriStamp *a = tori_entry_get_modified (TORI_ENTRY (one));
  const ToriStamp *b = tori_entry_get_modified (TORI_ENTRY (other));
  g_autoptr (GDateTime) at_a = a == NULL || a->at == NULL ? NULL : g_date_time_new_from_iso8601 (a->at, NULL);
  g_autoptr (GDateTime) at_b = b == NULL || b->at == NULL ? NULL : g_date_time_new_from_iso8601 (b->at, NULL);

  return at_a != NULL && (at_b == NULL || g_date_time_compare (at_a, at_b) > 0);
}

static gboolean
is_stamp (ToriRecord *record, const ToriField *field)
{
  return TORI_IS_ENTRY (record) && g_str_equal (field->name, "modified");
}

static void
merge_value (ToriMerging *self, const ToriChange *change, ToriRecord *ours)
{
  const ToriField *field = change->field;

  if (tori_record_field_equal (ours, change->new, field))
    return;
  if ((change->old != NULL && tori_record_field_equal (ours, change->old, field))
      || (is_stamp (ours, field) && is_later (change->new, ours)))
    {
      tori_history_copy_field (self->history, ours, field, change->new);
      tori_merging_take_down (self->result->changes, change, ours);
    }
  else if (!is_stamp (ours, field))
    tori_merging_take_down (self->result->conflicts, change, ours);
}

/* --- Records that are new --- */

/* Where one of theirs stands in our list: behind the nearest one before it that stands there. */
static guint
find_position (ToriMerging *self, ToriRecord *theirs, ToriList *list)
{
  ToriList *their_list = tori_record_get_list (theirs);
  guint at = 0, position;

  tori_list_find (their_list, theirs, &at);
  for (; at > 0; at--)
    {
      ToriRecord *before = tori_index_find (self->our_index, tori_list_get (their_list, at - 1));

      if (before != NULL && tori_list_find (list, before, &position))
        return position + 1;
    }
  return 0;
}

static ToriList *
find_our_list (ToriMerging *self, ToriRecord *theirs)
{
  ToriList *list = tori_record_get_list (theirs);
  ToriRecord *owner = tori_index_find (self->our_index, tori_list_get_owner (list));

  return owner == NULL ? NULL : tori_merging_get_list (owner, tori_list_get_field (list));
}

static void
add_record (ToriMerging *self, ToriRecord *theirs, ToriList *list)
{
  g_autoptr (ToriRecord) copy = tori_record_duplicate_alone (theirs);
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (theirs), &n_fields);

  tori_history_splice (self->history, list, find_position (self, theirs, list), 0, &copy, 1);
  tori_index_add (self->our_index, copy);
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == TORI_FIELD_LIST)
      for (guint j = 0; j < tori_list_get_length (tori_merging_get_list (theirs, &fields[i])); j++)
        {
          ToriRecord *child = tori_list_get (tori_merging_get_list (theirs, &fields[i]), j);

          /* What was there before has been moved here: a change of its own. */
          if (tori_index_find (self->base, child) == NULL && tori_index_find (self->our_index, child) == NULL)
            add_record (self, child, tori_merging_get_list (copy, &fields[i]));
        }
}

static void
take_new (ToriMerging *self, ToriRecord *theirs, ToriList *list)
{
  add_record (self, theirs, list);
  g_ptr_array_add (self->result->changes, tori_change_new (TORI_CHANGE_ADD, NULL, NULL, theirs));
}

/* Both added a record of the same id, or an entry of the same year. */
static void
merge_both_new (ToriMerging *self, ToriRecord *theirs, ToriRecord *ours)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (theirs), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind != TORI_FIELD_LIST)
      {
        ToriChange *change = tori_change_new (TORI_CHANGE_SET, &fields[i], NULL, theirs);

        merge_value (self, change, ours);
        tori_change_free (change);
      }
    else
      for (guint j = 0; j < tori_list_get_length (tori_merging_get_list (theirs, &fields[i])); j++)
        {
          ToriRecord *child = tori_list_get (tori_merging_get_list (theirs, &fields[i]), j);
          ToriRecord *counterpart = tori_index_find (self->our_index, child);

          if (counterpart != NULL && tori_index_find (self->base, child) == NULL)
            merge_both_new (self, child, counterpart);
          else if (counterpart == NULL)
            take_new (self, child, tori_merging_get_list (ours, &fields[i]));
        }
}

/* --- Records that are gone with us --- */

/* They changed something in what we removed: told once, of the topmost of it. */
static void
report_gone (ToriMerging *self, ToriRecord *theirs)
{
  ToriRecord *top = theirs, *old;

  for (ToriRecord *parent = tori_record_get_parent (top);
       parent != NULL && tori_index_find (self->our_index, parent) == NULL;
       parent = tori_record_get_parent (top))
    top = parent;
  if (!g_hash_table_add (self->reported, top))
    return;
  old = tori_index_find (self->base, top);
  g_ptr_array_add (self->result->conflicts, tori_change_new (TORI_CHANGE_SET, NULL, old, top));
}

/* --- Places --- */

static void
put_record (ToriMerging *self, ToriRecord *theirs, ToriRecord *ours, ToriList *to)
{
  ToriList *from = tori_record_get_list (ours);
  g_autoptr (ToriRecord) moved = g_object_ref (ours);
  guint position;

  tori_list_find (from, ours, &position);
  tori_history_splice (self->history, from, position, 1, NULL, 0);
  tori_history_splice (self->history, to, find_position (self, theirs, to), 0, &moved, 1);
}

static void
move_record (ToriMerging *self, const ToriChange *change, ToriRecord *ours)
{
  ToriList *to = find_our_list (self, change->new), *from = tori_record_get_list (ours);
  ToriRecord *owner = tori_index_find (self->base, tori_list_get_owner (from));

  if (to == NULL)
    {
      report_gone (self, tori_record_get_parent (change->new));
      return;
    }
  if (to == from)
    return;
  if (owner == NULL
      || tori_merging_get_list (owner, tori_list_get_field (from)) != tori_record_get_list (change->old))
    {
      tori_merging_take_down (self->result->conflicts, change, ours);
      return;
    }
  put_record (self, change->new, ours, to);
  tori_merging_take_down (self->result->changes, change, ours);
}

/* Puts those of our list that theirs has too into the order of theirs; others stay where they are. */
static void
sort_list (ToriMerging *self, ToriList *list, GPtrArray *ours, GPtrArray *theirs)
{
  const guint n = tori_list_get_length (list);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  guint next = 0;

  for (guint i = 0; i < n; i++)
    {
      ToriRecord *record = tori_list_get (list, i);

      g_ptr_array_add (sorted, g_ptr_array_find (ours, record, NULL)
                                   ? tori_index_find (self->our_index, theirs->pdata[next++])
                                   : record);
    }
  tori_history_splice (self->history, list, 0, n, (ToriRecord *const *) sorted->pdata, n);
}

/* Those of a list of one copy that stand in the same list of all three. */
static GPtrArray *
find_common (ToriMerging *self, ToriList *list, const ToriChange *change, ToriRecord *ours)
{
  struct
  {
    ToriIndex *index;
    ToriList *list;
  } copies[] = { { self->base, tori_merging_get_list (change->old, change->field) },
                 { self->our_index, tori_merging_get_list (ours, change->field) },
                 { self->theirs, tori_merging_get_list (change->new, change->field) } };
  GPtrArray *common = g_ptr_array_new ();

  for (guint i = 0; i < tori_list_get_length (list); i++)
    {
      ToriRecord *record = tori_list_get (list, i);
      gboolean everywhere = TRUE;

      for (guint j = 0; j < G_N_ELEMENTS (copies); j++)
        {
          ToriRecord *counterpart = tori_index_find (copies[j].index, record);

          everywhere =
              everywhere && counterpart != NULL && tori_record_get_list (counterpart) == copies[j].list;
        }
      if (everywhere)
        g_ptr_array_add (common, record);
    }
  return common;
}

static void
merge_order (ToriMerging *self, const ToriChange *change, ToriRecord *ours)
{
  ToriList *our_list = tori_merging_get_list (ours, change->field);
  g_autoptr (GPtrArray) our_order = find_common (self, our_list, change, ours);
  g_autoptr (GPtrArray) base_order =
      find_common (self, tori_merging_get_list (change->old, change->field), change, ours);
  g_autoptr (GPtrArray) their_order =
      find_common (self, tori_merging_get_list (change->new, change->field), change, ours);

  if (tori_diff_is_same_order (our_order, self->theirs, their_order)
      || tori_diff_is_same_order (base_order, self->theirs, their_order))
    return;
  if (tori_diff_is_same_order (our_order, self->base, base_order))
    {
      sort_list (self, our_list, our_order, their_order);
      tori_merging_take_down (self->result->changes, change, ours);
    }
  else
    tori_merging_take_down (self->result->conflicts, change, ours);
}

/* --- All together --- */

static void
merge_added (ToriMerging *self, const ToriChange *change, ToriRecord *ours)
{
  ToriList *list = find_our_list (self, change->new);

  if (ours != NULL)
    {
      merge_both_new (self, change->new, ours);
      return;
    }
  if (list == NULL)
    {
      report_gone (self, change->new);
      return;
    }
  take_new (self, change->new, list);
}

static void
merge_removed (ToriMerging *self, const ToriChange *change)
{
  ToriRecord *ours = tori_index_find (self->our_index, change->old);

  if (ours == NULL)
    return;
  if (tori_merging_is_untouched (self, change->old, ours))
    tori_merging_take_down (self->removals, change, ours);
  else
    tori_merging_take_down (self->result->conflicts, change, ours);
}

static void
merge_change (ToriMerging *self, const ToriChange *change)
{
  ToriRecord *ours;

  if (change->kind == TORI_CHANGE_REMOVE)
    {
      merge_removed (self, change);
      return;
    }
  ours = tori_index_find (self->our_index, change->new);
  if (change->kind == TORI_CHANGE_ADD)
    merge_added (self, change, ours);
  else if (ours == NULL)
    report_gone (self, change->new);
  else if (change->kind == TORI_CHANGE_SET)
    merge_value (self, change, ours);
  else if (change->kind == TORI_CHANGE_MOVE)
    move_record (self, change, ours);
  else
    merge_order (self, change, ours);
}

/* Members that only a newer program knows: those that they wrote come into ours. They are no fields, and no
 * step of the history holds them; undoing leaves them, which loses nothing. */
static void
merge_unknown (ToriMerging *self, ToriRecord *theirs)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (theirs), &n_fields);
  ToriRecord *base = tori_index_find (self->base, theirs), *ours = tori_index_find (self->our_index, theirs);
  const char *former = base == NULL ? NULL : tori_record_get_unknown (base);

  if (ours != NULL && g_strcmp0 (tori_record_get_unknown (theirs), former) != 0
      && g_strcmp0 (tori_record_get_unknown (ours), former) == 0)
    tori_record_set_unknown (ours, tori_record_get_unknown (theirs));
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == TORI_FIELD_LIST)
      for (guint j = 0; j < tori_list_get_length (tori_merging_get_list (theirs, &fields[i])); j++)
        merge_unknown (self, tori_list_get (tori_merging_get_list (theirs, &fields[i]), j));
}

static void
merge_begin (ToriMerging *self, ToriHistory *ours, ToriPlan *base, ToriPlan *theirs)
{
  self->history = ours;
  self->ours = tori_history_get_plan (ours);
  self->result = g_new0 (ToriMerge, 1);
  self->result->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) tori_change_free);
  self->result->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) tori_change_free);
  self->result->base = g_object_ref (base);
  self->result->theirs = g_object_ref (theirs);
  self->base = tori_index_new (base);
  self->our_index = tori_index_new (self->ours);
  self->theirs = tori_index_new (theirs);
  self->removals = g_ptr_array_new_with_free_func ((GDestroyNotify) tori_change_free);
  self->reported = g_hash_table_new (NULL, NULL);
}

static ToriMerge *
merge_end (ToriMerging *self)
{
  tori_index_free (self->base);
  tori_index_free (self->our_index);
  tori_index_free (self->theirs);
  g_ptr_array_unref (self->removals);
  g_hash_table_unref (self->reported);
  return self->result;
}

/**
 * tori_merge:
 * @ours: the history of our copy of a plan
 * @step: what the step is called
 * @base: the copy that both began with
 * @theirs: the copy of somebody else
 *
 * Does in our copy what others have changed in theirs, as one step.
 *
 * Returns: (transfer full): what was done, and where both had changed the same in different ways
 */
ToriMerge *
tori_merge (ToriHistory *ours, ToriStep step, ToriPlan *base, ToriPlan *theirs)
{
  ToriMerging self;
  g_autoptr (GPtrArray) changes = NULL;

  g_return_val_if_fail (TORI_IS_HISTORY (ours), NULL);
  g_return_val_if_fail (TORI_IS_PLAN (base) && TORI_IS_PLAN (theirs), NULL);

  merge_begin (&self, ours, base, theirs);
  changes = tori_diff_indexed (base, self.base, theirs, self.theirs);
  tori_history_begin (ours, step);
  for (guint i = 0; i < changes->len; i++)
    merge_change (&self, changes->pdata[i]);
  tori_merging_remove_all (&self);
  tori_merging_drop_lost (&self);
  tori_history_end (ours);
  merge_unknown (&self, TORI_RECORD (theirs));
  return merge_end (&self);
}

void
tori_merge_free (ToriMerge *self)
{
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->conflicts);
  g_object_unref (self->base);
  g_object_unref (self->theirs);
  g_free (self);
}

static void
take_order (ToriMerging *self, const ToriChange *conflict, ToriRecord *ours)
{
  ToriList *our_list = tori_merging_get_list (ours, conflict->field),
           *their_list = tori_merging_get_list (conflict->new, conflict->field);
  g_autoptr (GPtrArray) our_order = tori_diff_find_common (our_list, self->theirs, their_list);
  g_autoptr (GPtrArray) their_order = tori_diff_find_common (their_list, self->our_index, our_list);

  sort_list (self, our_list, our_order, their_order);
}

static void
take (ToriMerging *self, const ToriChange *conflict)
{
  ToriRecord *ours = tori_index_find (self->our_index, tori_change_get_record (conflict));
  const gboolean has_place = ours == NULL || conflict->kind == TORI_CHANGE_MOVE;
  ToriList *list = conflict->new == NULL || !has_place ? NULL : find_our_list (self, conflict->new);

  if (conflict->kind == TORI_CHANGE_REMOVE)
    {
      if (ours != NULL)
        tori_merging_take_down (self->removals, conflict, ours);
      tori_merging_remove_all (self);
    }
  else if (ours == NULL)
    {
      if (list != NULL)
        add_record (self, conflict->new, list);
    }
  else if (conflict->kind == TORI_CHANGE_MOVE)
    {
      if (list != NULL && list != tori_record_get_list (ours))
        put_record (self, conflict->new, ours, list);
    }
  else if (conflict->kind == TORI_CHANGE_ORDER)
    take_order (self, conflict, ours);
  else if (conflict->field != NULL)
    tori_history_copy_field (self->history, ours, conflict->field, conflict->new);
  tori_merging_drop_lost (self);
}

/**
 * tori_merge_take_theirs:
 * @self: what came of a merge
 * @ours: the history of our copy
 * @conflict: one of the conflicts
 *
 * Does what they did where ours was kept, as far as it can be done: what is named elsewhere is not removed.
 */
void
tori_merge_take_theirs (ToriMerge *self, ToriHistory *ours, const ToriChange *conflict)
{
  ToriMerging merge;
  ToriPlan *nothing;

  g_return_if_fail (TORI_IS_HISTORY (ours));

  /* What we removed comes back whole: as if nobody had had it before. */
  nothing = g_object_new (TORI_TYPE_PLAN, NULL);
  merge_begin (&merge, ours, conflict->ours == NULL ? nothing : self->base, self->theirs);
  tori_history_begin (ours, TORI_STEP_MERGE);
  take (&merge, conflict);
  tori_history_end (ours);
  tori_merge_free (merge_end (&merge));
  g_object_unref (nothing);
}
