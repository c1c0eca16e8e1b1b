/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "merge/tori-diff.h"

#include "model/tori-list.h"

/* What differs between two copies of a plan, record by record and field by field. A record is known again by
 * its id wherever it stands, so that a moved one is not taken for one that is gone and another that is new.
 */

typedef struct
{
  ToriIndex *old_index, *new_index;
  GPtrArray *changes;
} Diff;

static void
add (Diff *self, ToriChangeKind kind, const ToriField *field, ToriRecord *old, ToriRecord *new)
{
  g_ptr_array_add (self->changes, tori_change_new (kind, field, old, new));
}

static ToriList *
get_list (ToriRecord *record, const ToriField *field)
{
  return *(ToriList **) tori_record_peek (record, field);
}

/**
 * tori_diff_find_common:
 * @list: a list of one copy of a plan
 * @other: the index of another copy
 * @other_list: the same list there
 *
 * Returns: (transfer full) (element-type ToriRecord): the records of @list that stand in @other_list too, in
 * the order of @list
 */
GPtrArray *
tori_diff_find_common (ToriList *list, ToriIndex *other, ToriList *other_list)
{
  GPtrArray *common = g_ptr_array_new ();

  for (guint i = 0; i < tori_list_get_length (list); i++)
    {
      ToriRecord *record = tori_list_get (list, i), *counterpart = tori_index_find (other, record);

      if (counterpart != NULL && tori_record_get_list (counterpart) == other_list)
        g_ptr_array_add (common, record);
    }
  return common;
}

/**
 * tori_diff_is_same_order:
 * @order: (element-type ToriRecord): records of one copy
 * @other: the index of another copy
 * @other_order: (element-type ToriRecord): the same records there, in some order
 *
 * Returns: whether both orders are the same
 */
gboolean
tori_diff_is_same_order (GPtrArray *order, ToriIndex *other, GPtrArray *other_order)
{
  for (guint i = 0; i < order->len && i < other_order->len; i++)
    if (tori_index_find (other, order->pdata[i]) != other_order->pdata[i])
      return FALSE;
  return order->len == other_order->len;
}

static void compare (Diff *self, ToriRecord *old, ToriRecord *new);

static void
compare_lists (Diff *self, ToriRecord *old, ToriRecord *new, const ToriField *field)
{
  ToriList *new_list = get_list (new, field);

  if (old != NULL)
    {
      ToriList *old_list = get_list (old, field);
      g_autoptr (GPtrArray) old_order = tori_diff_find_common (old_list, self->new_index, new_list);
      g_autoptr (GPtrArray) new_order = tori_diff_find_common (new_list, self->old_index, old_list);

      if (!tori_diff_is_same_order (new_order, self->old_index, old_order))
        add (self, TORI_CHANGE_ORDER, field, old, new);
    }
  for (guint i = 0; i < tori_list_get_length (new_list); i++)
    {
      ToriRecord *child = tori_list_get (new_list, i), *former = tori_index_find (self->old_index, child);

      if (former == NULL && old != NULL)
        add (self, TORI_CHANGE_ADD, NULL, NULL, child); /* below a new one, it is part of that */
      else if (former != NULL && (old == NULL || tori_record_get_list (former) != get_list (old, field)))
        add (self, TORI_CHANGE_MOVE, NULL, former, child);
      compare (self, former, child);
    }
}

/* @old is NULL for a new record, in which only what was moved there is of interest. */
static void
compare (Diff *self, ToriRecord *old, ToriRecord *new)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (new), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == TORI_FIELD_LIST)
      compare_lists (self, old, new, &fields[i]);
    else if (old != NULL && !tori_record_field_equal (old, new, &fields[i]))
      add (self, TORI_CHANGE_SET, &fields[i], old, new);
}

static void
find_removed (Diff *self, ToriRecord *old)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (old), &n_fields);
  const gboolean gone = tori_index_find (self->new_index, old) == NULL;

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == TORI_FIELD_LIST)
      for (guint j = 0; j < tori_list_get_length (get_list (old, &fields[i])); j++)
        {
          ToriRecord *child = tori_list_get (get_list (old, &fields[i]), j);

          if (!gone && tori_index_find (self->new_index, child) == NULL)
            add (self, TORI_CHANGE_REMOVE, NULL, child, NULL);
          find_removed (self, child);
        }
}

GPtrArray *
tori_diff_indexed (ToriPlan *old, ToriIndex *old_index, ToriPlan *new, ToriIndex *new_index)
{
  Diff self = { old_index, new_index, g_ptr_array_new_with_free_func ((GDestroyNotify) tori_change_free) };

  compare (&self, TORI_RECORD (old), TORI_RECORD (new));
  find_removed (&self, TORI_RECORD (old));
  return self.changes;
}

/**
 * tori_diff:
 * @old: a copy of a plan
 * @new: another copy of it; both must live as long as the changes
 *
 * Returns: (transfer full) (element-type ToriChange): what differs; what is in the new copy in its order,
 * then what is gone
 */
GPtrArray *
tori_diff (ToriPlan *old, ToriPlan *new)
{
  g_autoptr (ToriIndex) old_index = NULL;
  g_autoptr (ToriIndex) new_index = NULL;

  g_return_val_if_fail (TORI_IS_PLAN (old), NULL);
  g_return_val_if_fail (TORI_IS_PLAN (new), NULL);

  old_index = tori_index_new (old);
  new_index = tori_index_new (new);
  return tori_diff_indexed (old, old_index, new, new_index);
}
