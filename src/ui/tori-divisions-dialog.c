/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-divisions-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/tori-charge.h"
#include "model/tori-department.h"
#include "model/tori-fold.h"
#include "model/tori-label.h"
#include "ui/tori-dialog-header.h"
#include "ui/tori-help-window.h"

/* Asks which divisions are in charge of several initiatives. */
struct _ToriDivisionsDialog
{
  AdwWindow parent_instance;

  GtkSearchEntry *search;
  GtkListBox *list;
  GPtrArray *checks; /* GtkCheckButton, each with the id of its division; unowned */
  char *folded;      /* what is searched for */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ToriDivisionsDialog, tori_divisions_dialog, ADW_TYPE_WINDOW)

static void
apply_cb (ToriDivisionsDialog *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_strv_builder_add (ids, g_object_get_data (self->checks->pdata[i], "id"));
  strv = g_strv_builder_end (ids);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, strv);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- Searching --- */

static gboolean
is_found (GtkListBoxRow *row, gpointer data)
{
  const char *folded = g_object_get_data (G_OBJECT (row), "folded");

  return strstr (folded, TORI_DIVISIONS_DIALOG (data)->folded) != NULL;
}

static void
search_cb (ToriDivisionsDialog *self)
{
  g_free (self->folded);
  self->folded = tori_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
}

/* --- Rows --- */

static void
append_row (ToriDivisionsDialog *self, ToriDepartment *department, ToriDivision *division, gboolean chosen)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *full = tori_label_division (division);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (tori_record_get_id (TORI_RECORD (division))),
                          g_free);
  g_ptr_array_add (self->checks, check);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tori_division_get_name (division));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), tori_department_get_name (department));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data_full (G_OBJECT (row), "folded", tori_fold (full), g_free);
  gtk_list_box_append (self->list, row);
}

/* Divisions that do not exist in the year are left out, unless they are in charge. */
static void
fill (ToriDivisionsDialog *self, ToriPlan *plan, int year, const char *const *chosen)
{
  ToriList *departments = tori_plan_get_departments (plan);

  for (guint i = 0; i < tori_list_get_length (departments); i++)
    {
      ToriDepartment *department = tori_list_get (departments, i);
      ToriList *divisions = tori_department_get_divisions (department);

      for (guint k = 0; k < tori_list_get_length (divisions); k++)
        {
          ToriDivision *division = tori_list_get (divisions, k);
          const gboolean is_chosen = g_strv_contains (chosen, tori_record_get_id (TORI_RECORD (division)));

          if (is_chosen || tori_charge_is_valid (division, year))
            append_row (self, department, division, is_chosen);
        }
    }
}

/* --- The window --- */

static void
tori_divisions_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (TORI_DIVISIONS_DIALOG (object)->checks);
  g_free (TORI_DIVISIONS_DIALOG (object)->folded);

  G_OBJECT_CLASS (tori_divisions_dialog_parent_class)->finalize (object);
}

static void
tori_divisions_dialog_class_init (ToriDivisionsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_divisions_dialog_finalize;

  /**
   * ToriDivisionsDialog::chosen:
   * @self: a dialog
   * @ids: (type GStrv): ids of the divisions that shall be in charge
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TORI_TYPE_DIVISIONS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  tori_help_bind (GTK_WIDGET_CLASS (klass), "find");
}

static void
tori_divisions_dialog_init (ToriDivisionsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *apply;

  self->checks = g_ptr_array_new ();
  self->folded = g_strdup ("");
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 460, 560);
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search for a division"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_cb), self);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_list_box_set_filter_func (self->list, is_found, self, NULL);
  gtk_widget_add_css_class (page, "tori-form");
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), tori_dialog_header_new ("set", _ ("_Set"), &apply));
  g_signal_connect_swapped (apply, "clicked", G_CALLBACK (apply_cb), self);
  gtk_window_set_default_widget (GTK_WINDOW (self), apply);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * tori_divisions_dialog_new:
 * @plan: a plan
 * @year: the fiscal year whose divisions are offered
 * @n_initiatives: how many initiatives it is about
 * @chosen: (array zero-terminated=1): ids of the divisions that are in charge of all of them
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
tori_divisions_dialog_new (ToriPlan *plan, int year, guint n_initiatives, const char *const *chosen)
{
  ToriDivisionsDialog *self = g_object_new (TORI_TYPE_DIVISIONS_DIALOG, NULL);
  g_autofree char *title = g_strdup_printf (ngettext ("Divisions in Charge of %u Initiative",
                                                      "Divisions in Charge of %u Initiatives", n_initiatives),
                                            n_initiatives);

  gtk_window_set_title (GTK_WINDOW (self), title);
  fill (self, plan, year, chosen);
  return GTK_WINDOW (self);
}
