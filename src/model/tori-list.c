/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-list.h"

#include "model/tori-record-private.h"

/*
 * The records that belong to a record, in order; a GListModel for the views. Not a GListStore: there are
 * eleven lists to an initiative, most of them empty or of one record, and this one is a pointer array that
 * also keeps its records' way up.
 */
struct _ToriList
{
  GObject parent_instance;

  ToriRecord *owner; /* unowned; NULL when it is gone */
  const ToriField *field;
  GPtrArray *records; /* NULL while there was none yet */
};

static void get_item_type_iface (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ToriList,
                               tori_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, get_item_type_iface))

static GType
tori_list_get_item_type (GListModel *model)
{
  return TORI_LIST (model)->field->type ();
}

static guint
tori_list_get_n_items (GListModel *model)
{
  return tori_list_get_length (TORI_LIST (model));
}

static gpointer
tori_list_get_item (GListModel *model, guint position)
{
  ToriList *self = TORI_LIST (model);

  return position < tori_list_get_length (self) ? g_object_ref (self->records->pdata[position]) : NULL;
}

static void
get_item_type_iface (GListModelInterface *iface)
{
  iface->get_item_type = tori_list_get_item_type;
  iface->get_n_items = tori_list_get_n_items;
  iface->get_item = tori_list_get_item;
}

static void
tori_list_finalize (GObject *object)
{
  ToriList *self = TORI_LIST (object);

  for (guint i = 0; i < tori_list_get_length (self); i++)
    tori_record_set_list (self->records->pdata[i], NULL);
  g_clear_pointer (&self->records, g_ptr_array_unref);

  G_OBJECT_CLASS (tori_list_parent_class)->finalize (object);
}

static void
tori_list_class_init (ToriListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_list_finalize;
}

static void
tori_list_init (ToriList *self)
{
}

/**
 * tori_list_new: (skip)
 * @owner: the record whose list it is; no reference is taken
 * @field: the owner's field
 *
 * Returns: (transfer full): an empty list
 */
ToriList *
tori_list_new (ToriRecord *owner, const ToriField *field)
{
  ToriList *self = g_object_new (TORI_TYPE_LIST, NULL);

  self->owner = owner;
  self->field = field;
  return self;
}

/* The owner is going; somebody may hold the list for longer. */
void
tori_list_disown (ToriList *self)
{
  self->owner = NULL;
}

/**
 * tori_list_get_owner:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the record whose list it is
 */
ToriRecord *
tori_list_get_owner (ToriList *self)
{
  g_return_val_if_fail (TORI_IS_LIST (self), NULL);

  return self->owner;
}

/**
 * tori_list_get_field: (skip)
 * @self: a list
 *
 * Returns: (transfer none): the owner's field that it is
 */
const ToriField *
tori_list_get_field (ToriList *self)
{
  g_return_val_if_fail (TORI_IS_LIST (self), NULL);

  return self->field;
}

guint
tori_list_get_length (ToriList *self)
{
  g_return_val_if_fail (TORI_IS_LIST (self), 0);

  return self->records == NULL ? 0 : self->records->len;
}

/**
 * tori_list_get:
 * @self: a list
 * @position: below its length
 *
 * Returns: (transfer none): the record there, without taking a reference
 */
gpointer
tori_list_get (ToriList *self, guint position)
{
  g_return_val_if_fail (position < tori_list_get_length (self), NULL);

  return self->records->pdata[position];
}

/**
 * tori_list_find:
 * @self: a list
 * @record: a record
 * @position: (out) (optional): its place
 *
 * Returns: whether the record is in the list
 */
gboolean
tori_list_find (ToriList *self, gpointer record, guint *position)
{
  g_return_val_if_fail (TORI_IS_LIST (self), FALSE);

  return self->records != NULL && g_ptr_array_find (self->records, record, position);
}

/**
 * tori_list_find_id:
 * @self: a list of records that have ids
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the record with that id
 */
gpointer
tori_list_find_id (ToriList *self, const char *id)
{
  for (guint i = 0; i < tori_list_get_length (self); i++)
    if (g_str_equal (tori_record_get_id (self->records->pdata[i]), id))
      return self->records->pdata[i];
  return NULL;
}

/**
 * tori_list_splice:
 * @self: a list
 * @position: where
 * @n_removals: how many records go
 * @additions: (array length=n_additions) (nullable): records that belong nowhere yet, or are among those that
 * go; a reference to each is taken
 * @n_additions: how many come
 *
 * The one way in which a list changes. Interfaces do not call it but ask the #ToriHistory.
 */
void
tori_list_splice (
    ToriList *self, guint position, guint n_removals, ToriRecord *const *additions, guint n_additions)
{
  g_autoptr (GPtrArray) removed = NULL;

  g_return_if_fail (TORI_IS_LIST (self));
  g_return_if_fail (position + n_removals <= tori_list_get_length (self));

  if (n_removals == 0 && n_additions == 0)
    return;
  if (self->records == NULL)
    self->records = g_ptr_array_new_full (n_additions, g_object_unref);

  removed = g_ptr_array_new_full (n_removals, g_object_unref);
  for (guint i = 0; i < n_removals; i++)
    {
      ToriRecord *record = self->records->pdata[position + i];

      tori_record_set_list (record, NULL);
      g_ptr_array_add (removed, g_object_ref (record));
    }
  if (n_removals > 0)
    g_ptr_array_remove_range (self->records, position, n_removals);

  if (n_additions > 0)
    {
      const guint tail = self->records->len - position;

      g_ptr_array_set_size (self->records, (int) (self->records->len + n_additions));
      memmove (&self->records->pdata[position + n_additions], &self->records->pdata[position],
               tail * sizeof (gpointer));
      for (guint i = 0; i < n_additions; i++)
        {
          g_assert (g_type_is_a (G_OBJECT_TYPE (additions[i]), self->field->type ()));
          tori_record_set_list (additions[i], self);
          self->records->pdata[position + i] = g_object_ref (additions[i]);
        }
    }

  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removals, n_additions);
  if (self->owner != NULL)
    tori_record_changed (self->owner, self->field);
}
