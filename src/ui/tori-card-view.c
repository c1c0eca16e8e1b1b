/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-card-view.h"

#include <glib/gi18n.h>

#include "ui/tori-card.h"
#include "ui/tori-initiative-words.h"
#include "ui/tori-short-selection.h"
#include "ui/tori-view-items.h"
#include "ui/tori-view.h"

/* The initiatives as cards, in as many columns as there is room for. */
struct _ToriCardView
{
  GtkWidget parent_instance;

  ToriListing *listing;
  GtkSelectionModel *selection; /* shared with the other views */
  ToriShortSelection *cards;
  ToriViewItems *items;
  GtkGridView *grid;
  GtkWidget *scroller;
};

#define MOST_COLUMNS 8

static void view_iface_init (ToriViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ToriCardView,
                               tori_card_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TORI_TYPE_VIEW, view_iface_init))

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  tori_view_items_set_child (item, tori_card_new ());
}

static void
update_card (GtkListItem *item, gpointer data)
{
  ToriCardView *self = data;
  ToriInitiative *initiative = gtk_list_item_get_item (item);
  GtkWidget *card = gtk_list_item_get_child (item);
  const int year = tori_listing_get_year (self->listing);
  g_autofree char *words = tori_initiative_words_row (initiative, year);

  tori_card_show (TORI_CARD (card), initiative, year,
                  tori_searcher_get_query (tori_listing_get_searcher (self->listing)));
  /* GTK 4.8 would say "GtkListItemWidget". */
  if (gtk_widget_get_parent (card) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (card)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  tori_card_show (TORI_CARD (gtk_list_item_get_child (item)), NULL, 0, NULL);
}

static void
activate_cb (ToriCardView *self, guint position)
{
  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-initiative", NULL);
}

/* --- As a view --- */

static void
tori_card_view_reveal (ToriView *view, guint position)
{
  ToriCardView *self = TORI_CARD_VIEW (view);

  tori_short_selection_include (self->cards, position);
  /* Before the first allocation this would leave the view blank (GTK 4.8). */
  if (gtk_widget_get_height (GTK_WIDGET (self->grid)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->grid), "list.scroll-to-item", "u", position);
}

static void
view_iface_init (ToriViewInterface *iface)
{
  iface->reveal = tori_card_view_reveal;
  iface->pick = tori_view_items_pick;
}

/* Shift and an arrow begin where the selected one is. */
static void
set_anchor (ToriCardView *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  if (gtk_bitset_get_size (selected) == 1
      && gtk_bitset_get_minimum (selected) < g_list_model_get_n_items (G_LIST_MODEL (self->cards)))
    gtk_widget_activate_action (GTK_WIDGET (self->grid), "list.select-item", "(ubb)",
                                gtk_bitset_get_minimum (selected), FALSE, FALSE);
}

static gboolean
tori_card_view_grab_focus (GtkWidget *widget)
{
  ToriCardView *self = TORI_CARD_VIEW (widget);

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if ((gtk_widget_get_state_flags (card) & GTK_STATE_FLAG_SELECTED) != 0)
      {
        set_anchor (self);
        return gtk_widget_grab_focus (card);
      }
  return gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* The cards are there while they are seen. */
static void
tori_card_view_map (GtkWidget *widget)
{
  ToriCardView *self = TORI_CARD_VIEW (widget);

  if (gtk_grid_view_get_model (self->grid) == NULL)
    {
      tori_short_selection_renew (self->cards);
      gtk_grid_view_set_model (self->grid, GTK_SELECTION_MODEL (self->cards));
    }
  GTK_WIDGET_CLASS (tori_card_view_parent_class)->map (widget);
}

static void
tori_card_view_unmap (GtkWidget *widget)
{
  ToriCardView *self = TORI_CARD_VIEW (widget);

  GTK_WIDGET_CLASS (tori_card_view_parent_class)->unmap (widget);

  if (self->cards != NULL)
    gtk_grid_view_set_model (self->grid, NULL);
}

static void
tori_card_view_dispose (GObject *object)
{
  ToriCardView *self = TORI_CARD_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_object (&self->cards);
  g_clear_object (&self->selection);
  g_clear_object (&self->listing);

  G_OBJECT_CLASS (tori_card_view_parent_class)->dispose (object);
}

static void
tori_card_view_class_init (ToriCardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tori_card_view_dispose;
  widget_class->map = tori_card_view_map;
  widget_class->unmap = tori_card_view_unmap;
  widget_class->grab_focus = tori_card_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tori-cards");
}

static void
tori_card_view_init (ToriCardView *self)
{
  self->grid = GTK_GRID_VIEW (gtk_grid_view_new (NULL, NULL));
  gtk_grid_view_set_max_columns (self->grid, MOST_COLUMNS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Initiatives"), -1);
  g_signal_connect_swapped (self->grid, "activate", G_CALLBACK (activate_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->grid));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * tori_card_view_new:
 * @listing: what is shown
 * @selection: which of it is selected
 *
 * Returns: the view
 */
GtkWidget *
tori_card_view_new (ToriListing *listing, GtkSelectionModel *selection)
{
  ToriCardView *self = g_object_new (TORI_TYPE_CARD_VIEW, NULL);
  g_autoptr (GtkListItemFactory) factory = NULL;

  self->listing = g_object_ref (listing);
  self->selection = g_object_ref (selection);
  self->cards = tori_short_selection_new (selection);
  self->items = tori_view_items_new (listing, update_card, self);
  factory = tori_view_items_create_factory (self->items);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_grid_view_set_factory (self->grid, factory);
  g_signal_connect_object (listing, "notify::search", G_CALLBACK (tori_view_items_refresh), self->items,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (listing, "renew", G_CALLBACK (tori_short_selection_renew), self->cards,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
