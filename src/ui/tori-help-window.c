/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-help-window.h"

#include <glib/gi18n.h>

#include "model/tori-fold.h"
#include "ui/tori-help-page.h"

/* The manual: its pages at the side, with a field that leaves those with a word in them, and one of them. It
 * belongs to the whole program and stays beside the window that it explains. */
struct _ToriHelpWindow
{
  AdwWindow parent_instance;

  GPtrArray *pages; /* of ToriHelpPage */
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkScrolledWindow *scrolled;
  AdwClamp *clamp;
  char *folded; /* what is searched for */
};

G_DEFINE_FINAL_TYPE (ToriHelpWindow, tori_help_window, ADW_TYPE_WINDOW)

static ToriHelpPage *
get_page (ToriHelpWindow *self, GtkListBoxRow *row)
{
  return row == NULL ? NULL : self->pages->pdata[gtk_list_box_row_get_index (row)];
}

static GtkListBoxRow *
find_row (ToriHelpWindow *self, const char *id)
{
  for (guint i = 0; i < self->pages->len; i++)
    if (g_str_equal (tori_help_page_get_id (self->pages->pdata[i]), id))
      return gtk_list_box_get_row_at_index (self->list, (int) i);
  return NULL;
}

/* --- A page --- */

static gboolean activate_link_cb (GtkLabel *label, const char *address, ToriHelpWindow *self);

/* Links are found wherever they stand. */
static void
connect_links (ToriHelpWindow *self, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_signal_connect_object (widget, "activate-link", G_CALLBACK (activate_link_cb), self, 0);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    connect_links (self, child);
}

static void
selected_cb (ToriHelpWindow *self)
{
  ToriHelpPage *page = get_page (self, gtk_list_box_get_selected_row (self->list));
  GtkWidget *content;

  if (page == NULL)
    return;
  content = tori_help_page_build (page, self->pages);
  connect_links (self, content);
  adw_clamp_set_child (self->clamp, content);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tori_help_page_get_title (page), -1);
}

static void
show_page (ToriHelpWindow *self, const char *id)
{
  GtkListBoxRow *row = find_row (self, id);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

/* In an idle: the label that was clicked goes with its page. */
static gboolean
follow_link_cb (gpointer data)
{
  GtkWidget *row = data;
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (row));

  if (list != NULL)
    gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (row));
  return G_SOURCE_REMOVE;
}

static gboolean
activate_link_cb (GtkLabel *label, const char *address, ToriHelpWindow *self)
{
  GtkListBoxRow *row = find_row (self, address);

  if (row == NULL)
    return FALSE; /* an address of the web */
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, follow_link_cb, g_object_ref (row), g_object_unref);
  return TRUE;
}

/* --- Searching --- */

static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  ToriHelpWindow *self = data;

  return self->folded == NULL || *self->folded == '\0'
         || tori_fold_contains (tori_help_page_get_text (get_page (self, row)), self->folded);
}

static void
search_cb (ToriHelpWindow *self)
{
  g_free (self->folded);
  self->folded = tori_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
}

/* Return goes to the first page that is left. */
static void
search_activate_cb (ToriHelpWindow *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        {
          gtk_list_box_select_row (self->list, row);
          gtk_widget_grab_focus (GTK_WIDGET (row));
          return;
        }
    }
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (TORI_HELP_WINDOW (widget)->search));
}

/* --- Building --- */

static GtkWidget *
make_row (ToriHelpPage *page)
{
  GtkWidget *label = gtk_label_new (tori_help_page_get_title (page));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return label;
}

static GtkWidget *
build_side (ToriHelpWindow *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *nothing = gtk_label_new (_ ("No page has these words"));

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _ ("Search the help"), "margin-top", 6, "margin-bottom", 6,
                "margin-start", 6, "margin-end", 6, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search the help"), -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pages of the help"), -1);
  gtk_label_set_wrap (GTK_LABEL (nothing), TRUE);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_list_box_set_placeholder (self->list, nothing);
  for (guint i = 0; i < self->pages->len; i++)
    gtk_list_box_append (self->list, make_row (self->pages->pdata[i]));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_size_request (side, 220, -1);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (side), scrolled);
  return side;
}

static GtkWidget *
build_content (ToriHelpWindow *self)
{
  self->clamp = ADW_CLAMP (adw_clamp_new ());
  adw_clamp_set_maximum_size (self->clamp, 760);
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->clamp));
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_hexpand (GTK_WIDGET (self->scrolled), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scrolled), TRUE);
  return GTK_WIDGET (self->scrolled);
}

static void
tori_help_window_finalize (GObject *object)
{
  g_free (TORI_HELP_WINDOW (object)->folded);
  g_ptr_array_unref (TORI_HELP_WINDOW (object)->pages);

  G_OBJECT_CLASS (tori_help_window_parent_class)->finalize (object);
}

static void
tori_help_window_class_init (ToriHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tori_help_window_finalize;
  gtk_widget_class_install_action (widget_class, "help.find", NULL, find_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "help.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
tori_help_window_init (ToriHelpWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->pages = tori_help_page_list ();
  gtk_box_append (GTK_BOX (halves), build_side (self));
  gtk_box_append (GTK_BOX (halves), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (halves), build_content (self));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), halves);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Help"));
  gtk_window_set_default_size (GTK_WINDOW (self), 960, 720);
  g_signal_connect_object (self->list, "selected-rows-changed", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activate_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tori_help_window_get_page:
 * @self: the manual
 *
 * Returns: (transfer none) (nullable): the id of the page that is shown
 */
const char *
tori_help_window_get_page (ToriHelpWindow *self)
{
  ToriHelpPage *page;

  g_return_val_if_fail (TORI_IS_HELP_WINDOW (self), NULL);

  page = get_page (self, gtk_list_box_get_selected_row (self->list));
  return page == NULL ? NULL : tori_help_page_get_id (page);
}

static ToriHelpWindow *
find_window (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (TORI_IS_HELP_WINDOW (l->data))
      return l->data;
  return NULL;
}

/**
 * tori_help_hide:
 * @application: the application
 *
 * Closes the manual, if it is shown.
 */
void
tori_help_hide (GtkApplication *application)
{
  ToriHelpWindow *window = find_window (application);

  if (window != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
}

/**
 * tori_help_show:
 * @application: the application
 * @id: a page of the manual
 *
 * Shows a page of the manual, in its one window.
 */
void
tori_help_show (GtkApplication *application, const char *id)
{
  ToriHelpWindow *window;

  g_return_if_fail (GTK_IS_APPLICATION (application));

  window = find_window (application);
  if (window == NULL)
    window = g_object_new (TORI_TYPE_HELP_WINDOW, "application", application, NULL);
  show_page (window, id);
  gtk_window_present (GTK_WINDOW (window));
}

static gboolean
bound_cb (GtkWidget *widget, GVariant *id, gpointer data)
{
  GApplication *application = g_application_get_default ();

  if (application == NULL)
    return FALSE;
  tori_help_show (GTK_APPLICATION (application), g_variant_get_string (id, NULL));
  return TRUE;
}

/**
 * tori_help_bind:
 * @klass: a class of windows or fields
 * @id: the page of the manual that explains them
 *
 * Lets F1 show that page there, after the input method has had the key.
 */
void
tori_help_bind (GtkWidgetClass *klass, const char *id)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_F1, 0, bound_cb, "s", id);
}
