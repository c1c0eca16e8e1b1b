/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-replace-dialog.h"

#include <glib/gi18n.h>

#include "model/tori-entry.h"
#include "model/tori-item.h"
#include "model/tori-replace.h"
#include "model/tori-topic.h"
#include "model/tori-year-words.h"
#include "ui/tori-dialog-header.h"
#include "ui/tori-help-window.h"

/* Finds words in all texts of the initiatives that are shown and puts others there. Each place is seen
 * before, and can be left out. */
struct _ToriReplaceDialog
{
  AdwWindow parent_instance;

  ToriHistory *history;
  ToriListing *listing;
  GListStore *places; /* NULL: nothing was looked for yet */

  GtkEditable *words;
  GtkEditable *with;
  GtkCheckButton *exactly;
  GtkStack *stack;
  AdwStatusPage *blank;
  GtkListView *list;
  GtkLabel *count;
  GtkWidget *apply;
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Who has more of them narrows the list first. */
#define MOST_PLACES 20000
#define CONTEXT 24 /* characters on each side */

G_DEFINE_FINAL_TYPE (ToriReplaceDialog, tori_replace_dialog, ADW_TYPE_WINDOW)

/* --- What is said of a place --- */

static const char *
describe_field (ToriPlace *place)
{
  ToriRecord *record = tori_place_get_record (place);
  ToriList *list = tori_record_get_list (record);
  const char *field = list == NULL ? "" : tori_list_get_field (list)->name;

  if (TORI_IS_INITIATIVE (record))
    return C_ ("column", "Initiative");
  if (TORI_IS_ITEM (record))
    return C_ ("column", "Item");
  if (TORI_IS_TOPIC (record))
    return C_ ("place of words", "Topic");
  if (TORI_IS_ENTRY (record))
    return C_ ("column", "Note");
  if (g_str_equal (field, "actions"))
    return C_ ("column", "Actions Taken");
  if (g_str_equal (field, "outcome"))
    return C_ ("column", "Results and Issues");
  if (g_str_equal (field, "outlook"))
    return C_ ("column", "Next Steps");
  return C_ ("place of words", "Indicator");
}

static char *
describe_where (ToriPlace *place)
{
  ToriInitiative *initiative = tori_place_get_initiative (place);

  /* Translators: where words stand: number and title of an initiative, then the field. */
  return g_strdup_printf (_ ("%1$s %2$s – %3$s"), tori_initiative_get_number (initiative),
                          tori_initiative_get_title (initiative), describe_field (place));
}

/* The line with what goes struck through and what comes in bold. */
static char *
make_excerpt (ToriReplaceDialog *self, ToriPlace *place)
{
  g_autofree char *before = tori_place_dup_before (place, CONTEXT);
  g_autofree char *words = tori_place_dup_words (place);
  g_autofree char *after = tori_place_dup_after (place, CONTEXT);

  return g_markup_printf_escaped ("%s<s>%s</s><b>%s</b>%s", before, words, gtk_editable_get_text (self->with),
                                  after);
}

/* --- The list --- */

static void
update_count (ToriReplaceDialog *self)
{
  const guint n = self->places == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->places));
  g_autofree char *text = NULL;
  guint chosen = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ToriPlace) place = g_list_model_get_item (G_LIST_MODEL (self->places), i);

      chosen += tori_place_get_chosen (place) ? 1 : 0;
    }
  /* Translators: how many of the places found will be changed. */
  text = g_strdup_printf (ngettext ("%1$u of %2$u place", "%1$u of %2$u places", n), chosen, n);
  gtk_label_set_text (self->count, n == 0 ? "" : text);
  gtk_widget_set_sensitive (self->apply, chosen > 0);
}

static void
toggled_cb (GtkCheckButton *check, ToriReplaceDialog *self)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (check), "item");
  ToriPlace *place = gtk_list_item_get_item (item);

  if (place == NULL)
    return;
  tori_place_set_chosen (place, gtk_check_button_get_active (check));
  update_count (self);
}

static void
setup_cb (ToriReplaceDialog *self, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *check = gtk_check_button_new ();

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (words), label);
    }
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "item", item);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), words);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (ToriReplaceDialog *self, GtkListItem *item)
{
  ToriPlace *place = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *check = gtk_widget_get_first_child (row);
  GtkWidget *words = gtk_widget_get_last_child (row);
  g_autofree char *excerpt = make_excerpt (self, place);
  g_autofree char *where = describe_where (place);
  const char *plain;

  gtk_label_set_markup (GTK_LABEL (gtk_widget_get_first_child (words)), excerpt);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (words)), where);
  plain = gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (words)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), tori_place_get_chosen (place));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, where,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, plain, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  where, -1);
}

/* --- Searching --- */

static void
show_blank (ToriReplaceDialog *self)
{
  const guint n = g_list_model_get_n_items (tori_listing_get_model (self->listing));
  const gboolean searched = *gtk_editable_get_text (self->words) != '\0';
  g_autofree char *year =
      tori_year_words (tori_listing_get_plan (self->listing), tori_listing_get_year (self->listing));
  g_autofree char *text = g_strdup_printf (
      /* Translators: %2$s is a fiscal year. */
      ngettext ("The texts of the %1$u initiative shown are searched, and its entry of %2$s.",
                "The texts of the %1$u initiatives shown are searched, and their entries of %2$s.", n),
      n, year);

  adw_status_page_set_title (self->blank, searched ? _ ("Nothing Found") : _ ("Find and Replace"));
  adw_status_page_set_description (self->blank, text);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->blank));
}

static void
search (ToriReplaceDialog *self)
{
  g_autoptr (GtkNoSelection) model = NULL;

  g_clear_object (&self->places);
  self->places = tori_replace_find (
      tori_listing_get_model (self->listing), tori_listing_get_year (self->listing),
      gtk_editable_get_text (self->words), gtk_check_button_get_active (self->exactly), MOST_PLACES);
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->places)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  if (g_list_model_get_n_items (G_LIST_MODEL (self->places)) == 0)
    show_blank (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "places");
  update_count (self);
}

/* The excerpts show what comes. */
static void
with_cb (ToriReplaceDialog *self)
{
  const guint n = self->places == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->places));

  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self->places), 0, n, n);
}

static void
apply_cb (ToriReplaceDialog *self)
{
  const guint n =
      tori_replace_apply (self->history, G_LIST_MODEL (self->places), gtk_editable_get_text (self->with));

  g_signal_emit (self, signals[SIGNAL_DONE], 0, n);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- The window --- */

static void
tori_replace_dialog_finalize (GObject *object)
{
  ToriReplaceDialog *self = TORI_REPLACE_DIALOG (object);

  g_clear_object (&self->places);
  g_clear_object (&self->history);
  g_clear_object (&self->listing);

  G_OBJECT_CLASS (tori_replace_dialog_parent_class)->finalize (object);
}

static void
tori_replace_dialog_class_init (ToriReplaceDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_replace_dialog_finalize;

  /**
   * ToriReplaceDialog::done:
   * @self: a dialog
   * @n: at how many places words were replaced
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", TORI_TYPE_REPLACE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  tori_help_bind (GTK_WIDGET_CLASS (klass), "find");
}

static GtkEditable *
add_entry (GtkWidget *group, const char *title, const char *name)
{
  GtkWidget *row = adw_entry_row_new ();

  gtk_widget_set_name (row, name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return GTK_EDITABLE (row);
}

static GtkWidget *
create_form (ToriReplaceDialog *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->words = add_entry (group, _ ("Find"), "find");
  self->with = add_entry (group, _ ("Replace with"), "with");
  self->exactly =
      GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("Distinguish _width, case and kana")));
  gtk_check_button_set_active (self->exactly, TRUE);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_set_hexpand (GTK_WIDGET (self->exactly), TRUE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->exactly));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->count));
  gtk_widget_add_css_class (page, "tori-form");
  gtk_box_append (GTK_BOX (page), group);
  gtk_box_append (GTK_BOX (page), line);
  g_signal_connect_swapped (self->words, "changed", G_CALLBACK (search), self);
  g_signal_connect_swapped (self->with, "changed", G_CALLBACK (with_cb), self);
  g_signal_connect_swapped (self->exactly, "toggled", G_CALLBACK (search), self);
  return page;
}

static GtkWidget *
create_list (ToriReplaceDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_show_separators (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "tori-places");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: what a screen reader calls the list of places found. */
                                  _ ("Places found"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  return scroller;
}

static void
tori_replace_dialog_init (ToriReplaceDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Find and Replace"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 600);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->blank = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->blank, "edit-find-replace-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->blank), "compact");
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->blank));
  gtk_stack_add_named (self->stack, create_list (self), "places");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), tori_dialog_header_new ("replace", _ ("_Replace"), &self->apply));
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (apply_cb), self);
  gtk_box_append (GTK_BOX (box), create_form (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * tori_replace_dialog_new:
 * @history: the history of the plan
 * @listing: what is shown of it
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
tori_replace_dialog_new (ToriHistory *history, ToriListing *listing)
{
  ToriReplaceDialog *self = g_object_new (TORI_TYPE_REPLACE_DIALOG, NULL);

  self->history = g_object_ref (history);
  self->listing = g_object_ref (listing);
  show_blank (self);
  update_count (self);
  return GTK_WINDOW (self);
}
