/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-short-selection.h"

/*
 * The beginning of a selection model: its first items, as many as there is a limit for. What is selected
 * beyond them stays selected.
 *
 * GTK 4.8 makes some 200 rows of a list, however few are to be seen, and that takes many times as long as a
 * frame. While somebody types into a search, a list shows a screenful and makes the others when there is
 * time.
 */
struct _ToriShortSelection
{
  GObject parent_instance;

  GtkSelectionModel *model;
  guint limit;
  guint screenful;
  guint rest_id;
};

/* A screenful of rows, also on a high screen, as long as nobody knows better; and how long nobody must have
 * asked for others before the rest of the rows is made, in milliseconds. */
#define SCREENFUL 48
#define REST 300

/* The rest comes in portions, each of which takes less than a frame; GTK makes no more rows than ALL, so that
 * what is beyond costs nothing. */
#define PORTION 12
#define PAUSE 20
#define ALL 240

static guint
get_n_items (ToriShortSelection *self)
{
  return MIN (g_list_model_get_n_items (G_LIST_MODEL (self->model)), self->limit);
}

/* --- The list --- */

static GType
short_get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
short_get_n_items (GListModel *list)
{
  return get_n_items (TORI_SHORT_SELECTION (list));
}

static gpointer
short_get_item (GListModel *list, guint position)
{
  ToriShortSelection *self = TORI_SHORT_SELECTION (list);

  return position < self->limit ? g_list_model_get_item (G_LIST_MODEL (self->model), position) : NULL;
}

static void
list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = short_get_item_type;
  iface->get_n_items = short_get_n_items;
  iface->get_item = short_get_item;
}

static void
items_changed_cb (ToriShortSelection *self, guint position, guint n_removed, guint n_added)
{
  const guint n_after = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const guint n_before = n_after - n_added + n_removed;

  if (position >= self->limit)
    return;
  /* Behind a change that does not fit in, what stood there moves out of the limit or into it. */
  if (n_removed != n_added && MAX (n_before, n_after) > self->limit)
    {
      n_removed = MIN (n_before, self->limit) - position;
      n_added = MIN (n_after, self->limit) - position;
    }
  n_removed = MIN (n_removed, self->limit - position);
  n_added = MIN (n_added, self->limit - position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

/* --- The selection --- */

static gboolean
short_is_selected (GtkSelectionModel *model, guint position)
{
  ToriShortSelection *self = TORI_SHORT_SELECTION (model);

  return position < self->limit && gtk_selection_model_is_selected (self->model, position);
}

static GtkBitset *
short_get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  ToriShortSelection *self = TORI_SHORT_SELECTION (model);
  g_autoptr (GtkBitset) shared = gtk_selection_model_get_selection_in_range (self->model, position, n_items);
  GtkBitset *bits = gtk_bitset_copy (shared);

  gtk_bitset_remove_range_closed (bits, self->limit, G_MAXUINT);
  return bits;
}

static gboolean
short_select_item (GtkSelectionModel *model, guint position, gboolean only)
{
  return gtk_selection_model_select_item (TORI_SHORT_SELECTION (model)->model, position, only);
}

static gboolean
short_unselect_item (GtkSelectionModel *model, guint position)
{
  return gtk_selection_model_unselect_item (TORI_SHORT_SELECTION (model)->model, position);
}

static gboolean
short_select_range (GtkSelectionModel *model, guint position, guint n_items, gboolean only)
{
  return gtk_selection_model_select_range (TORI_SHORT_SELECTION (model)->model, position, n_items, only);
}

static gboolean
short_unselect_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_selection_model_unselect_range (TORI_SHORT_SELECTION (model)->model, position, n_items);
}

/* All means all that the user sees in the list, which has more to come. */
static gboolean
short_select_all (GtkSelectionModel *model)
{
  return gtk_selection_model_select_all (TORI_SHORT_SELECTION (model)->model);
}

static gboolean
short_unselect_all (GtkSelectionModel *model)
{
  return gtk_selection_model_unselect_all (TORI_SHORT_SELECTION (model)->model);
}

static gboolean
short_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  return gtk_selection_model_set_selection (TORI_SHORT_SELECTION (model)->model, selected, mask);
}

static void
selection_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = short_is_selected;
  iface->get_selection_in_range = short_get_selection_in_range;
  iface->select_item = short_select_item;
  iface->unselect_item = short_unselect_item;
  iface->select_range = short_select_range;
  iface->unselect_range = short_unselect_range;
  iface->select_all = short_select_all;
  iface->unselect_all = short_unselect_all;
  iface->set_selection = short_set_selection;
}

static void
selection_changed_cb (ToriShortSelection *self, guint position, guint n_items)
{
  const guint n = get_n_items (self);

  if (position < n)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, MIN (n_items, n - position));
}

/* --- GObject --- */

G_DEFINE_FINAL_TYPE_WITH_CODE (ToriShortSelection,
                               tori_short_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_iface_init))

static void
tori_short_selection_dispose (GObject *object)
{
  g_clear_handle_id (&TORI_SHORT_SELECTION (object)->rest_id, g_source_remove);

  G_OBJECT_CLASS (tori_short_selection_parent_class)->dispose (object);
}

static void
tori_short_selection_finalize (GObject *object)
{
  g_object_unref (TORI_SHORT_SELECTION (object)->model);

  G_OBJECT_CLASS (tori_short_selection_parent_class)->finalize (object);
}

static void
tori_short_selection_class_init (ToriShortSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_short_selection_dispose;
  G_OBJECT_CLASS (klass)->finalize = tori_short_selection_finalize;
}

static void
tori_short_selection_init (ToriShortSelection *self)
{
  self->limit = G_MAXUINT;
  self->screenful = SCREENFUL;
}

/**
 * tori_short_selection_new:
 * @model: a selection model
 *
 * Returns: (transfer full): the same, without a limit
 */
ToriShortSelection *
tori_short_selection_new (GtkSelectionModel *model)
{
  ToriShortSelection *self;

  g_return_val_if_fail (GTK_IS_SELECTION_MODEL (model), NULL);

  self = g_object_new (TORI_TYPE_SHORT_SELECTION, NULL);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * tori_short_selection_set_limit:
 * @self: the beginning of a model
 * @limit: how many items it has at the most; G_MAXUINT is all
 */
void
tori_short_selection_set_limit (ToriShortSelection *self, guint limit)
{
  const guint before = get_n_items (self);
  guint after;

  g_return_if_fail (TORI_IS_SHORT_SELECTION (self));

  self->limit = limit;
  after = get_n_items (self);
  if (after > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, after - before);
  else if (after < before)
    g_list_model_items_changed (G_LIST_MODEL (self), after, before - after, 0);
}

static gboolean
rest_cb (gpointer data)
{
  ToriShortSelection *self = data;

  if (self->limit >= MIN (ALL, g_list_model_get_n_items (G_LIST_MODEL (self->model))))
    {
      self->rest_id = 0;
      tori_short_selection_set_limit (self, G_MAXUINT);
      return G_SOURCE_REMOVE;
    }
  tori_short_selection_set_limit (self, self->limit + PORTION);
  self->rest_id = g_timeout_add (PAUSE, rest_cb, self);
  return G_SOURCE_REMOVE;
}

/**
 * tori_short_selection_renew:
 * @self: the beginning of a model
 *
 * To be called when others are about to be shown: there is a screenful of them, until nobody has asked for
 * others for a moment.
 */
void
tori_short_selection_renew (ToriShortSelection *self)
{
  g_return_if_fail (TORI_IS_SHORT_SELECTION (self));

  g_clear_handle_id (&self->rest_id, g_source_remove);
  tori_short_selection_set_limit (self, self->screenful);
  self->rest_id = g_timeout_add (REST, rest_cb, self);
}

/**
 * tori_short_selection_set_screenful:
 * @self: the beginning of a model
 * @n: how many items are seen at once
 */
void
tori_short_selection_set_screenful (ToriShortSelection *self, guint n)
{
  g_return_if_fail (TORI_IS_SHORT_SELECTION (self));

  self->screenful = CLAMP (n, 1, SCREENFUL);
}

/**
 * tori_short_selection_include:
 * @self: the beginning of a model
 * @position: a position that must be in it now
 */
void
tori_short_selection_include (ToriShortSelection *self, guint position)
{
  g_return_if_fail (TORI_IS_SHORT_SELECTION (self));

  if (position < self->limit)
    return;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  tori_short_selection_set_limit (self, G_MAXUINT);
}
