/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-renumber-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/tori-edit.h"
#include "ui/tori-dialog-header.h"
#include "ui/tori-help-window.h"

/* Asks how several initiatives shall be numbered, and says at once what that gives and whether a number is
 * another's already. */
struct _ToriRenumberDialog
{
  AdwWindow parent_instance;

  ToriHistory *history;
  GPtrArray *initiatives;
  GtkEditable *prefix;
  GtkSpinButton *first;
  GtkLabel *result;
  GtkWidget *apply;
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define MOST 99999

G_DEFINE_FINAL_TYPE (ToriRenumberDialog, tori_renumber_dialog, ADW_TYPE_WINDOW)

static guint
get_first (ToriRenumberDialog *self)
{
  return (guint) gtk_spin_button_get_value_as_int (self->first);
}

static void
update (ToriRenumberDialog *self)
{
  const char *prefix = gtk_editable_get_text (self->prefix);
  const guint first = get_first (self);
  ToriInitiative *other =
      tori_edit_find_number_taken (tori_history_get_plan (self->history), self->initiatives, prefix, first);
  g_autofree char *words = NULL;

  if (other != NULL)
    /* Translators: %1$s is the number of an initiative, %2$s its title. */
    words = g_strdup_printf (_ ("Number %1$s belongs to “%2$s”. Choose another beginning."),
                             tori_initiative_get_number (other), tori_initiative_get_title (other));
  else if (self->initiatives->len == 1)
    /* Translators: what number an initiative will get; %s%u is a number such as R1-3. */
    words = g_strdup_printf (_ ("New number: %s%u"), prefix, first);
  else
    /* Translators: what numbers initiatives will get, from the first to the last. */
    words = g_strdup_printf (_ ("New numbers: %s%u to %s%u"), prefix, first, prefix,
                             first + self->initiatives->len - 1);
  gtk_label_set_text (self->result, words);
  if (other != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->result), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->result), "error");
  gtk_widget_set_sensitive (self->apply, other == NULL);
}

static void
apply_cb (ToriRenumberDialog *self)
{
  if (!tori_edit_renumber_all (self->history, self->initiatives, gtk_editable_get_text (self->prefix),
                               get_first (self)))
    return;
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
tori_renumber_dialog_finalize (GObject *object)
{
  g_object_unref (TORI_RENUMBER_DIALOG (object)->history);
  g_ptr_array_unref (TORI_RENUMBER_DIALOG (object)->initiatives);

  G_OBJECT_CLASS (tori_renumber_dialog_parent_class)->finalize (object);
}

static void
tori_renumber_dialog_class_init (ToriRenumberDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_renumber_dialog_finalize;

  /**
   * ToriRenumberDialog::done:
   * @self: a dialog
   *
   * The initiatives have their new numbers.
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", TORI_TYPE_RENUMBER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  tori_help_bind (GTK_WIDGET_CLASS (klass), "find");
}

static GtkWidget *
create_form (ToriRenumberDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *number_row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (1, MOST, 1);

  /* Translators: what stands before a number, such as R1- in R1-3. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Before the Number (such as R1-)"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  self->prefix = GTK_EDITABLE (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (number_row), _ ("First Number"));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("First Number"),
                                  -1);
  self->first = GTK_SPIN_BUTTON (spin);
  adw_action_row_add_suffix (ADW_ACTION_ROW (number_row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (number_row), spin);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), number_row);
  return group;
}

static void
tori_renumber_dialog_init (ToriRenumberDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 440, -1);
  self->result = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_label_set_wrap (self->result, TRUE);
  gtk_label_set_xalign (self->result, 0);
  gtk_widget_add_css_class (page, "tori-form");
  gtk_box_append (GTK_BOX (box), tori_dialog_header_new ("renumber", _ ("_Renumber"), &self->apply));
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (apply_cb), self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->apply);
  gtk_box_append (GTK_BOX (page), create_form (self));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->result));
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/* Begins with the number that the first one has, which is nobody else's: R1-3 is 3 behind R1-. */
static void
show_number (ToriRenumberDialog *self)
{
  const char *number = tori_initiative_get_number (self->initiatives->pdata[0]);
  const char *digits = number + strlen (number);
  g_autofree char *prefix = NULL;

  while (digits > number && g_ascii_isdigit (digits[-1]))
    digits--;
  /* What a number does not begin with can't be kept: 007 is told apart from 7. */
  while (*digits == '0')
    digits++;
  prefix = g_strndup (number, (gsize) (digits - number));
  gtk_editable_set_text (self->prefix, prefix);
  gtk_spin_button_set_value (self->first, *digits == '\0' ? 1 : g_ascii_strtod (digits, NULL));
}

/**
 * tori_renumber_dialog_new:
 * @history: the history of the plan
 * @initiatives: (element-type ToriInitiative): initiatives in the order of their new numbers, at least one
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
tori_renumber_dialog_new (ToriHistory *history, GPtrArray *initiatives)
{
  ToriRenumberDialog *self = g_object_new (TORI_TYPE_RENUMBER_DIALOG, NULL);
  g_autofree char *title = g_strdup_printf (
      ngettext ("Renumber %u Initiative", "Renumber %u Initiatives", initiatives->len), initiatives->len);

  self->history = g_object_ref (history);
  self->initiatives = g_ptr_array_ref (initiatives);
  gtk_window_set_title (GTK_WINDOW (self), title);
  show_number (self);
  update (self);
  g_signal_connect_object (self->prefix, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first, "value-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}
