/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-reference-list.h"

#include <glib/gi18n.h>

#include "model/tori-fold.h"

/*
 * A list to choose from that is searched by any part of the names, blind to width, case and kana. (The search
 * of GtkDropDown knows beginnings only: 「人事」 would not find 「総務部人事課」.) Typing searches, the
 * arrows go through what is found, Return takes it; the input method gets every key first.
 *
 * Of ten thousand initiatives the first ones that are found are enough; who seeks another one types more.
 */
struct _ToriReferenceList
{
  GtkPopover parent_instance;

  GtkEditable *search;
  GtkListBox *list;
  GtkWidget *more;
  GPtrArray *references; /* of ToriReference */
  GStrv chosen;
};

enum
{
  SIGNAL_TAKEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ToriReferenceList, tori_reference_list, GTK_TYPE_POPOVER)

#define MOST_ROWS 100
#define REFERENCE "tori-reference"

static const ToriReference *
get_reference (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), REFERENCE);
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  return label;
}

static void
add_row (ToriReferenceList *self, ToriReference *reference)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_label (reference->name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, reference->name, -1);
  g_object_set_data (G_OBJECT (row), REFERENCE, reference);
  gtk_list_box_append (self->list, row);
}

static void
clear_rows (ToriReferenceList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_found (ToriReferenceList *self)
{
  g_autofree char *needle = tori_fold (gtk_editable_get_text (self->search));
  guint n_found = 0;

  clear_rows (self);
  for (guint i = 0; self->references != NULL && i < self->references->len; i++)
    {
      ToriReference *reference = self->references->pdata[i];

      if (g_strv_contains ((const char *const *) self->chosen, reference->id)
          || (*needle != '\0' && strstr (reference->folded, needle) == NULL))
        continue;
      if (n_found++ < MOST_ROWS)
        add_row (self, reference);
    }
  gtk_widget_set_visible (self->more, n_found > MOST_ROWS);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
take (ToriReferenceList *self, GtkListBoxRow *row)
{
  g_autofree char *id = NULL;

  if (row == NULL)
    return;
  id = g_strdup (get_reference (row)->id);
  g_signal_emit (self, signals[SIGNAL_TAKEN], 0, id);
}

static void
activate_cb (ToriReferenceList *self)
{
  take (self, gtk_list_box_get_selected_row (self->list));
}

static void
row_activated_cb (ToriReferenceList *self, GtkListBoxRow *row)
{
  take (self, row);
}

static void
close_cb (ToriReferenceList *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* The row stays in sight while the focus stays in the entry. */
static void
show_row (ToriReferenceList *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  graphene_rect_t bounds;

  if (adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, (double) bounds.origin.y,
                               (double) (bounds.origin.y + bounds.size.height));
}

/* In the bubble phase: what the input method wants has not come this far. */
static gboolean
key_pressed_cb (ToriReferenceList *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step;

  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    step = 1;
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    step = -1;
  else
    return GDK_EVENT_PROPAGATE;
  if (row != NULL)
    row = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step);
  if (row != NULL)
    {
      gtk_list_box_select_row (self->list, row);
      show_row (self, row);
    }
  return GDK_EVENT_STOP;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *group = get_reference (row)->group;
  GtkWidget *header;

  if (group == NULL || (before != NULL && g_strcmp0 (get_reference (before)->group, group) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = make_label (group);
  gtk_widget_add_css_class (header, "caption-heading");
  gtk_widget_add_css_class (header, "dim-label");
  gtk_widget_add_css_class (header, "tori-group");
  gtk_list_box_row_set_header (row, header);
}

static void
tori_reference_list_finalize (GObject *object)
{
  ToriReferenceList *self = TORI_REFERENCE_LIST (object);

  g_clear_pointer (&self->references, g_ptr_array_unref);
  g_strfreev (self->chosen);

  G_OBJECT_CLASS (tori_reference_list_parent_class)->finalize (object);
}

static void
tori_reference_list_class_init (ToriReferenceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_reference_list_finalize;

  /**
   * ToriReferenceList::taken:
   * @self: a list
   * @id: the id of what the user took
   */
  signals[SIGNAL_TAKEN] = g_signal_new ("taken", TORI_TYPE_REFERENCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tori_reference_list_init (ToriReferenceList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  /* Translators: stands in a list to choose from when the search finds nothing. */
  GtkWidget *nothing = gtk_label_new (_ ("Nothing found"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = GTK_EDITABLE (search);
  self->list = GTK_LIST_BOX (list);
  /* Translators: stands below a long list that shows its first rows only. */
  self->more = make_label (_ ("Type more to find the others."));
  gtk_widget_add_css_class (self->more, "dim-label");

  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_list_box_set_placeholder (self->list, nothing);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_size_request (box, 300, -1);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->more);
  gtk_popover_set_child (GTK_POPOVER (self), box);

  g_signal_connect_object (search, "changed", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "stop-search", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (search, keys);
}

/**
 * tori_reference_list_new:
 * @label: what is chosen here, for a screen reader
 *
 * Returns: an empty list
 */
GtkWidget *
tori_reference_list_new (const char *label)
{
  ToriReferenceList *self = g_object_new (TORI_TYPE_REFERENCE_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/**
 * tori_reference_list_fill:
 * @self: a list
 * @references: (element-type ToriReference): what can be chosen; shared
 * @chosen: ids of what has been chosen already
 *
 * Shows all that has not been chosen yet, ready for a new search.
 */
void
tori_reference_list_fill (ToriReferenceList *self, GPtrArray *references, const char *const *chosen)
{
  g_return_if_fail (TORI_IS_REFERENCE_LIST (self));

  clear_rows (self);
  g_ptr_array_ref (references);
  g_clear_pointer (&self->references, g_ptr_array_unref);
  self->references = references;
  g_strfreev (self->chosen);
  self->chosen = g_strdupv ((char **) chosen);
  if (*gtk_editable_get_text (self->search) == '\0')
    show_found (self);
  else
    gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
