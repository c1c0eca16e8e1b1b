/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-view-items.h"

/*
 * The cells or cards of a view that show an initiative at the moment. They are kept in a set, so that one
 * listener to the plan brings all of them up to date, instead of one listener a cell.
 */
struct _ToriViewItems
{
  GObject parent_instance;

  ToriViewItemFunc update;
  gpointer data;
  GHashTable *bound; /* set of GtkListItem, unowned */
};

G_DEFINE_FINAL_TYPE (ToriViewItems, tori_view_items, G_TYPE_OBJECT)

static GQuark
item_quark (void)
{
  return g_quark_from_static_string ("tori-list-item");
}

static void
bind_cb (ToriViewItems *self, GtkListItem *item)
{
  g_hash_table_add (self->bound, item);
  self->update (item, self->data);
}

static void
unbind_cb (ToriViewItems *self, GtkListItem *item)
{
  g_hash_table_remove (self->bound, item);
}

/* Those of this initiative, or all when it is NULL. */
static void
update (ToriViewItems *self, ToriInitiative *initiative)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (initiative == NULL || gtk_list_item_get_item (item) == initiative)
      self->update (item, self->data);
}

/* The place of an initiative among the others depends on their years, and what is said of several, such as
 * the name of a level, is no initiative's. */
static void
changed_cb (ToriViewItems *self, ToriRecord *source, const ToriField *field)
{
  ToriInitiative *initiative = tori_record_get_ancestor (source, TORI_TYPE_INITIATIVE);

  update (self, source == (ToriRecord *) initiative && field->kind == TORI_FIELD_YEAR ? NULL : initiative);
}

static void
tori_view_items_finalize (GObject *object)
{
  g_hash_table_unref (TORI_VIEW_ITEMS (object)->bound);

  G_OBJECT_CLASS (tori_view_items_parent_class)->finalize (object);
}

static void
tori_view_items_class_init (ToriViewItemsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_view_items_finalize;
}

static void
tori_view_items_init (ToriViewItems *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
}

/**
 * tori_view_items_new:
 * @listing: what the view shows
 * @update: brings an item up to date; its initiative is the list item's
 * @data: for @update; lives as long as this object
 *
 * Returns: (transfer full): the items of a view, none yet
 */
ToriViewItems *
tori_view_items_new (ToriListing *listing, ToriViewItemFunc update_item, gpointer data)
{
  ToriViewItems *self = g_object_new (TORI_TYPE_VIEW_ITEMS, NULL);

  self->update = update_item;
  self->data = data;
  g_signal_connect_object (listing, "notify::year", G_CALLBACK (tori_view_items_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tori_listing_get_plan (listing), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * tori_view_items_refresh:
 * @self: the items of a view
 *
 * Brings all of them up to date.
 */
void
tori_view_items_refresh (ToriViewItems *self)
{
  g_return_if_fail (TORI_IS_VIEW_ITEMS (self));

  update (self, NULL);
}

/**
 * tori_view_items_create_factory:
 * @self: the items of a view
 *
 * Returns: (transfer full): a factory whose items are kept here; connect to its setup
 */
GtkListItemFactory *
tori_view_items_create_factory (ToriViewItems *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  return factory;
}

/**
 * tori_view_items_set_child:
 * @item: a list item that is set up
 * @child: (transfer floating): the widget for it, which tori_view_items_pick() finds
 */
void
tori_view_items_set_child (GtkListItem *item, GtkWidget *child)
{
  g_object_set_qdata (G_OBJECT (child), item_quark (), item);
  gtk_list_item_set_child (item, child);
}

/**
 * tori_view_items_pick:
 * @view: a view of list items
 * @x: a place in it
 * @y: a place in it
 *
 * Returns: (transfer none) (nullable): the initiative that is shown there
 */
ToriInitiative *
tori_view_items_pick (ToriView *view, double x, double y)
{
  for (GtkWidget *at = gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT); at != NULL;
       at = gtk_widget_get_parent (at))
    {
      GtkWidget *first = gtk_widget_get_first_child (at);
      GtkListItem *item = g_object_get_qdata (G_OBJECT (at), item_quark ());

      if (item == NULL && first != NULL && !GTK_IS_COLUMN_VIEW (at) && !GTK_IS_GRID_VIEW (at))
        item = g_object_get_qdata (G_OBJECT (first), item_quark ());
      if (item != NULL)
        return gtk_list_item_get_item (item);
    }
  return NULL;
}
