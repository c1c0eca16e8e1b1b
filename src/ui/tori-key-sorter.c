/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-key-sorter.h"

#include <string.h>

/* Sorts initiatives by keys that are worked out once for each, not once for each comparison, and kept until
 * they change. */
struct _ToriKeySorter
{
  GtkSorter parent_instance;

  ToriListing *listing; /* weak: the listing has the sorter */
  ToriSortKeyFunc get_key;
  gpointer data;
  GHashTable *keys; /* ToriInitiative → ToriSortKey */
};

G_DEFINE_FINAL_TYPE (ToriKeySorter, tori_key_sorter, GTK_TYPE_SORTER)

static void
free_key (gpointer data)
{
  ToriSortKey *key = data;

  g_free (key->text);
  g_free (key);
}

static const ToriSortKey *
find_key (ToriKeySorter *self, gpointer initiative)
{
  ToriSortKey *key = g_hash_table_lookup (self->keys, initiative);

  if (key != NULL)
    return key;
  key = g_new0 (ToriSortKey, 1);
  self->get_key (initiative, self->listing == NULL ? 0 : tori_listing_get_year (self->listing), key,
                 self->data);
  g_hash_table_insert (self->keys, g_object_ref (initiative), key);
  return key;
}

static GtkOrdering
tori_key_sorter_compare (GtkSorter *sorter, gpointer a, gpointer b)
{
  ToriKeySorter *self = TORI_KEY_SORTER (sorter);
  const ToriSortKey *one = find_key (self, a);
  const ToriSortKey *other = find_key (self, b);

  if (one->number != other->number)
    return one->number < other->number ? GTK_ORDERING_SMALLER : GTK_ORDERING_LARGER;
  return gtk_ordering_from_cmpfunc (g_strcmp0 (one->text, other->text));
}

static GtkSorterOrder
tori_key_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
tori_key_sorter_finalize (GObject *object)
{
  g_clear_weak_pointer (&TORI_KEY_SORTER (object)->listing);
  g_hash_table_unref (TORI_KEY_SORTER (object)->keys);

  G_OBJECT_CLASS (tori_key_sorter_parent_class)->finalize (object);
}

static void
tori_key_sorter_class_init (ToriKeySorterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_key_sorter_finalize;
  GTK_SORTER_CLASS (klass)->compare = tori_key_sorter_compare;
  GTK_SORTER_CLASS (klass)->get_order = tori_key_sorter_get_order;
}

static void
tori_key_sorter_init (ToriKeySorter *self)
{
  self->keys = g_hash_table_new_full (NULL, NULL, g_object_unref, free_key);
}

/**
 * tori_key_sorter_new:
 * @listing: what is sorted; keys are of its year
 * @get_key: works out the key of an initiative
 * @data: for @get_key
 *
 * Returns: (transfer full): the sorter
 */
GtkSorter *
tori_key_sorter_new (ToriListing *listing, ToriSortKeyFunc get_key, gpointer data)
{
  ToriKeySorter *self = g_object_new (TORI_TYPE_KEY_SORTER, NULL);

  g_set_weak_pointer (&self->listing, listing);
  self->get_key = get_key;
  self->data = data;
  return GTK_SORTER (self);
}

/**
 * tori_key_sorter_forget:
 * @self: a sorter
 * @initiative: (nullable): the initiative whose key may have changed; NULL for all
 *
 * Lets everything be sorted anew when a key is another.
 */
void
tori_key_sorter_forget (ToriKeySorter *self, ToriInitiative *initiative)
{
  const ToriSortKey *former;
  ToriSortKey fresh = { 0, NULL };
  gboolean same;

  g_return_if_fail (TORI_IS_KEY_SORTER (self));

  if (initiative == NULL)
    {
      g_hash_table_remove_all (self->keys);
      gtk_sorter_changed (GTK_SORTER (self), GTK_SORTER_CHANGE_DIFFERENT);
      return;
    }
  former = g_hash_table_lookup (self->keys, initiative);
  if (former == NULL)
    return; /* it was not sorted by this yet */
  self->get_key (initiative, self->listing == NULL ? 0 : tori_listing_get_year (self->listing), &fresh,
                 self->data);
  same = former->number == fresh.number && g_strcmp0 (former->text, fresh.text) == 0;
  g_free (fresh.text);
  if (same)
    return;
  g_hash_table_remove (self->keys, initiative);
  gtk_sorter_changed (GTK_SORTER (self), GTK_SORTER_CHANGE_DIFFERENT);
}
