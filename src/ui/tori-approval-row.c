/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-approval-row.h"

#include <glib/gi18n.h>


/* The boxes for approval (決裁欄): whether there are any, and their titles, of which each has a row. */
struct _ToriApprovalRow
{
  AdwExpanderRow parent_instance;

  GPtrArray *rows; /* of AdwEntryRow, unowned */
  GtkWidget *add_row;
  gboolean setting;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* More do not fit beside each other on A4. */
#define MAX_BOXES 10

G_DEFINE_FINAL_TYPE (ToriApprovalRow, tori_approval_row, ADW_TYPE_EXPANDER_ROW)

static void
changed (ToriApprovalRow *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void add_box (ToriApprovalRow *self, const char *title);

/* Rows are numbered, so that a screen reader can tell them apart. */
static void
number_rows (ToriApprovalRow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      /* Translators: the title of the box for approval (決裁欄) with this number. */
      g_autofree char *title = g_strdup_printf (_ ("Box %u"), i + 1);

      adw_preferences_row_set_title (self->rows->pdata[i], title);
    }
  gtk_widget_set_sensitive (self->add_row, self->rows->len < MAX_BOXES);
}

static void
remove_row (ToriApprovalRow *self, GtkWidget *row)
{
  g_ptr_array_remove (self->rows, row);
  adw_expander_row_remove (ADW_EXPANDER_ROW (self), row);
}

static void
remove_cb (ToriApprovalRow *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);
  guint position = 0;

  g_ptr_array_find (self->rows, row, &position);
  remove_row (self, row);
  number_rows (self);
  /* The focus stays among the boxes. */
  if (self->rows->len > 0)
    gtk_widget_grab_focus (self->rows->pdata[MIN (position, self->rows->len - 1)]);
  else
    gtk_widget_grab_focus (self->add_row);
  changed (self);
}

static void
add_cb (ToriApprovalRow *self)
{
  add_box (self, "");
  number_rows (self);
  gtk_widget_grab_focus (self->rows->pdata[self->rows->len - 1]);
  changed (self);
}

static void
add_box (ToriApprovalRow *self, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_name (button, "remove-box");
  gtk_widget_set_tooltip_text (button, _ ("Remove this box"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove this box"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  gtk_editable_set_text (GTK_EDITABLE (row), title);
  g_ptr_array_add (self->rows, row);
  /* The button for another one stays the last. */
  g_object_ref (self->add_row);
  adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->add_row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->add_row);
  g_object_unref (self->add_row);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
}

static void
tori_approval_row_finalize (GObject *object)
{
  g_ptr_array_unref (TORI_APPROVAL_ROW (object)->rows);

  G_OBJECT_CLASS (tori_approval_row_parent_class)->finalize (object);
}

static void
tori_approval_row_class_init (ToriApprovalRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_approval_row_finalize;

  /**
   * ToriApprovalRow::changed:
   * @self: a row
   *
   * The user wants other boxes.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TORI_TYPE_APPROVAL_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

/* libadwaita's switch has no name of its own. */
static void
name_switch (GtkWidget *inside, const char *name)
{
  if (GTK_IS_SWITCH (inside))
    gtk_accessible_update_property (GTK_ACCESSIBLE (inside), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_switch (child, name);
}

static void
title_cb (GtkWidget *row)
{
  name_switch (row, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
tori_approval_row_init (ToriApprovalRow *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add a Box"));

  self->rows = g_ptr_array_new ();
  self->add_row = gtk_list_box_row_new ();
  gtk_widget_set_name (button, "add-box");
  gtk_widget_add_css_class (button, "flat");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->add_row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->add_row), button);
  gtk_widget_set_focusable (self->add_row, FALSE);
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (self), TRUE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->add_row);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::enable-expansion", G_CALLBACK (changed), NULL);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
  title_cb (GTK_WIDGET (self));
}

static gboolean
has_titles (ToriApprovalRow *self, const char *const *titles)
{
  g_auto (GStrv) mine = tori_approval_row_dup_titles (self);

  return g_strv_equal ((const char *const *) mine, titles);
}

/**
 * tori_approval_row_set:
 * @self: a row
 * @titles: the titles of the boxes
 * @shown: whether there are boxes on paper
 */
void
tori_approval_row_set (ToriApprovalRow *self, const char *const *titles, gboolean shown)
{
  g_return_if_fail (TORI_IS_APPROVAL_ROW (self));

  self->setting = TRUE;
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), shown);
  if (!has_titles (self, titles)) /* or the row would go in which somebody is writing */
    {
      while (self->rows->len > 0)
        remove_row (self, self->rows->pdata[0]);
      for (guint i = 0; titles[i] != NULL; i++)
        add_box (self, titles[i]);
      number_rows (self);
    }
  self->setting = FALSE;
}

/**
 * tori_approval_row_dup_titles:
 * @self: a row
 *
 * Returns: (transfer full): the titles of the boxes, whether they are shown or not
 */
char **
tori_approval_row_dup_titles (ToriApprovalRow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (TORI_IS_APPROVAL_ROW (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    g_strv_builder_add (builder, gtk_editable_get_text (self->rows->pdata[i]));
  return g_strv_builder_end (builder);
}

gboolean
tori_approval_row_get_shown (ToriApprovalRow *self)
{
  g_return_val_if_fail (TORI_IS_APPROVAL_ROW (self), FALSE);

  return adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self));
}
