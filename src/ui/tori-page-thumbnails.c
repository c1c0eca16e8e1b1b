/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-page-thumbnails.h"

#include <glib/gi18n.h>

#include "ui/tori-page-thumb.h"

/* A list of numbers that grows with the pages. GTK makes some two hundred rows of it whatever can be seen, so
 * the pages are drawn one at a time, in idle time, and only in rows that are on screen. */

struct _ToriPageThumbnails
{
  AdwBin parent_instance;

  ToriPageViewer *viewer;
  GtkStringList *numbers;
  GtkSingleSelection *selection;
  GtkListView *list;
  GPtrArray *thumbs;  /* ToriPageThumb: those in a row; the rows hold them */
  gboolean following; /* the selection is being moved to the viewer's page */
  guint draw_id;
};

G_DEFINE_FINAL_TYPE (ToriPageThumbnails, tori_page_thumbnails, ADW_TYPE_BIN)

/* --- Drawing --- */

static gboolean
is_seen (ToriPageThumbnails *self, GtkWidget *thumb)
{
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (thumb) && gtk_widget_compute_bounds (thumb, GTK_WIDGET (self), &bounds)
         && bounds.origin.y < (float) gtk_widget_get_height (GTK_WIDGET (self))
         && bounds.origin.y + bounds.size.height > 0;
}

static gboolean
draw_cb (gpointer data)
{
  ToriPageThumbnails *self = data;

  for (guint i = 0; i < self->thumbs->len; i++)
    if (is_seen (self, self->thumbs->pdata[i]) && tori_page_thumb_draw (self->thumbs->pdata[i]))
      return G_SOURCE_CONTINUE;
  self->draw_id = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_draw (ToriPageThumbnails *self)
{
  if (self->draw_id == 0)
    self->draw_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE + 50, draw_cb, self, NULL);
}

/* --- Rows --- */

static void
setup_cb (ToriPageThumbnails *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), tori_page_thumb_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "numeric");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (ToriPageThumbnails *self, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *thumb = gtk_widget_get_first_child (box);
  const char *number = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_autofree char *label = g_strdup_printf (_ ("Page %u"), gtk_list_item_get_position (item) + 1);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (thumb), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  tori_page_thumb_show (TORI_PAGE_THUMB (thumb), tori_page_viewer_get_pages (self->viewer),
                        gtk_list_item_get_position (item));
  g_ptr_array_add (self->thumbs, thumb);
  queue_draw (self);
}

static void
unbind_cb (ToriPageThumbnails *self, GtkListItem *item)
{
  GtkWidget *thumb = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  tori_page_thumb_show (TORI_PAGE_THUMB (thumb), NULL, 0);
  g_ptr_array_remove_fast (self->thumbs, thumb);
}

/* --- Following the viewer --- */

static void
follow_page (ToriPageThumbnails *self)
{
  const guint page = tori_page_viewer_get_page (self->viewer);

  if (page >= g_list_model_get_n_items (G_LIST_MODEL (self->numbers)))
    return;
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, page);
  self->following = FALSE;
  if (gtk_widget_get_height (GTK_WIDGET (self->list)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", page);
}

static void
follow_number (ToriPageThumbnails *self)
{
  const guint before = g_list_model_get_n_items (G_LIST_MODEL (self->numbers));
  const guint n = tori_page_viewer_get_n_pages (self->viewer);
  g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func (g_free);

  for (guint i = before; i < n; i++)
    g_ptr_array_add (more, g_strdup_printf ("%u", i + 1));
  g_ptr_array_add (more, NULL);
  self->following = TRUE;
  gtk_string_list_splice (self->numbers, MIN (before, n), before - MIN (before, n),
                          (const char *const *) more->pdata);
  self->following = FALSE;
  follow_page (self);
  queue_draw (self);
}

static void
follow_pages (ToriPageThumbnails *self)
{
  for (guint i = 0; i < self->thumbs->len; i++)
    {
      GtkWidget *label = gtk_widget_get_next_sibling (self->thumbs->pdata[i]);
      const guint number = (guint) g_ascii_strtoull (gtk_label_get_label (GTK_LABEL (label)), NULL, 10);

      tori_page_thumb_show (self->thumbs->pdata[i], tori_page_viewer_get_pages (self->viewer), number - 1);
    }
  queue_draw (self);
}

static void
selected_cb (ToriPageThumbnails *self)
{
  const guint selected = gtk_single_selection_get_selected (self->selection);

  if (!self->following && selected != GTK_INVALID_LIST_POSITION)
    tori_page_viewer_set_page (self->viewer, selected);
}

static void
activate_cb (ToriPageThumbnails *self, guint position)
{
  tori_page_viewer_set_page (self->viewer, position);
  gtk_widget_grab_focus (GTK_WIDGET (self->viewer));
}

/* --- The class --- */

static void
tori_page_thumbnails_dispose (GObject *object)
{
  ToriPageThumbnails *self = TORI_PAGE_THUMBNAILS (object);

  g_clear_handle_id (&self->draw_id, g_source_remove);
  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_object (&self->viewer);
  g_clear_object (&self->selection);
  g_clear_object (&self->numbers);

  G_OBJECT_CLASS (tori_page_thumbnails_parent_class)->dispose (object);
}

static void
tori_page_thumbnails_finalize (GObject *object)
{
  g_ptr_array_unref (TORI_PAGE_THUMBNAILS (object)->thumbs);

  G_OBJECT_CLASS (tori_page_thumbnails_parent_class)->finalize (object);
}

static void
tori_page_thumbnails_class_init (ToriPageThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_page_thumbnails_dispose;
  G_OBJECT_CLASS (klass)->finalize = tori_page_thumbnails_finalize;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tori-thumbnails");
}

static void
tori_page_thumbnails_init (ToriPageThumbnails *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkAdjustment *adjustment;

  self->thumbs = g_ptr_array_new ();
  self->numbers = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->numbers)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->list =
      GTK_LIST_VIEW (gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory));
  /* Translators: what a screen reader calls the list of small pages beside the preview. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Page thumbnails"), -1);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * tori_page_thumbnails_new:
 * @viewer: the viewer whose pages it shows, and which goes where somebody clicks
 *
 * Returns: (transfer floating): the list, which scrolls by itself
 */
GtkWidget *
tori_page_thumbnails_new (ToriPageViewer *viewer)
{
  ToriPageThumbnails *self;

  g_return_val_if_fail (TORI_IS_PAGE_VIEWER (viewer), NULL);

  self = g_object_new (TORI_TYPE_PAGE_THUMBNAILS, NULL);
  self->viewer = g_object_ref (viewer);
  g_signal_connect_object (viewer, "notify::page", G_CALLBACK (follow_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewer, "notify::n-pages", G_CALLBACK (follow_number), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewer, "redrawn", G_CALLBACK (follow_pages), self, G_CONNECT_SWAPPED);
  follow_number (self);
  return GTK_WIDGET (self);
}
