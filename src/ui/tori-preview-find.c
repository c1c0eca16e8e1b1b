/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/tori-preview-private.h"

/* Looking for words on the pages. */

/* Which of how many; as long as pages are searched there may be more. */
static void
show_hits (ToriPreviewWindow *self)
{
  const guint n = tori_page_finder_get_n_hits (self->finder);
  const guint hit = tori_page_finder_get_hit (self->finder);
  const gboolean complete = tori_page_finder_get_complete (self->finder);
  const gboolean searching = *tori_page_finder_get_text (self->finder) != '\0';
  g_autofree char *label = NULL;

  if (!searching || (n == 0 && !complete))
    label = g_strdup ("");
  else if (n == 0)
    label = g_strdup (_ ("Not found"));
  else
    /* Translators: which of the places that were found is shown; while more are looked for, at least. */
    label = g_strdup_printf (complete ? C_ ("places", "%u of %u") : C_ ("places", "%u of %u+"), hit, n);
  gtk_label_set_label (self->find_label, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.find-next", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.find-previous", n > 0);
}

static void
search_cb (ToriPreviewWindow *self)
{
  tori_page_finder_set_text (self->finder, gtk_editable_get_text (GTK_EDITABLE (self->find_entry)));
  show_hits (self);
}

static void
mode_cb (ToriPreviewWindow *self)
{
  if (gtk_search_bar_get_search_mode (self->find_bar))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
      search_cb (self);
      return;
    }
  tori_page_finder_set_text (self->finder, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->viewer));
}

static gboolean
previous_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return gtk_widget_activate_action (widget, "preview.find-previous", NULL);
}

/* In the bubble phase, so that Return first ends what an input method composes. */
static void
add_keys (ToriPreviewWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_SHIFT_MASK),
                        gtk_callback_action_new (previous_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->find_entry), keys);
}

/**
 * tori_preview_window_set_up_find:
 * @self: a preview that has its viewer
 */
void
tori_preview_window_set_up_find (ToriPreviewWindow *self)
{
  self->finder = tori_page_finder_new (self->viewer);
  gtk_search_bar_connect_entry (self->find_bar, GTK_EDITABLE (self->find_entry));
  add_keys (self);
  g_signal_connect_object (self->find_entry, "search-changed", G_CALLBACK (search_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_entry, "activate", G_CALLBACK (tori_page_finder_next), self->finder,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "notify::search-mode-enabled", G_CALLBACK (mode_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finder, "notify", G_CALLBACK (show_hits), self, G_CONNECT_SWAPPED);
  show_hits (self);
}
