/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-division-details.h"

#include <glib/gi18n.h>

#include "model/tori-department.h"
#include "model/tori-label.h"
#include "ui/tori-open-year-row.h"

/* From when until when there is a division, and which ones do its work afterwards: offices are reorganised
 * while a plan runs. Each change goes into the plan at once. */
struct _ToriDivisionDetails
{
  AdwWindow parent_instance;

  ToriHistory *history;
  ToriDivision *division;
};

G_DEFINE_FINAL_TYPE (ToriDivisionDetails, tori_division_details, ADW_TYPE_WINDOW)

static void
toggled_cb (GtkCheckButton *check, ToriDivisionDetails *self)
{
  const char *id = g_object_get_data (G_OBJECT (check), "id");
  const char *const *former = tori_division_get_successors (self->division);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; former[i] != NULL; i++)
    if (!g_str_equal (former[i], id))
      g_strv_builder_add (ids, former[i]);
  if (gtk_check_button_get_active (check))
    g_strv_builder_add (ids, id);
  strv = g_strv_builder_end (ids);
  tori_history_begin (self->history, TORI_STEP_PLAN);
  tori_history_set_strv (self->history, self->division, "successors", (const char *const *) strv);
  tori_history_end (self->history);
}

static void
add_successor (ToriDivisionDetails *self, AdwExpanderRow *list, ToriDivision *other)
{
  const char *id = tori_record_get_id (TORI_RECORD (other));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = tori_label_division (other);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_strv_contains (tori_division_get_successors (self->division), id));
  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (list, row);
}

static GtkWidget *
create_successors (ToriDivisionDetails *self)
{
  ToriList *departments = tori_plan_get_departments (tori_history_get_plan (self->history));
  GtkWidget *list = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (list), _ ("Divisions That Follow It"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (list), _ ("They do its work after its last year"));
  for (guint i = 0; i < tori_list_get_length (departments); i++)
    {
      ToriList *divisions = tori_department_get_divisions (tori_list_get (departments, i));

      for (guint k = 0; k < tori_list_get_length (divisions); k++)
        if (tori_list_get (divisions, k) != self->division)
          add_successor (self, ADW_EXPANDER_ROW (list), tori_list_get (divisions, k));
    }
  return list;
}

static void
tori_division_details_finalize (GObject *object)
{
  g_clear_object (&TORI_DIVISION_DETAILS (object)->history);
  g_clear_object (&TORI_DIVISION_DETAILS (object)->division);

  G_OBJECT_CLASS (tori_division_details_parent_class)->finalize (object);
}

static void
tori_division_details_class_init (ToriDivisionDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_division_details_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tori_division_details_init (ToriDivisionDetails *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 420);
}

/**
 * tori_division_details_new:
 * @history: the history of the plan
 * @division: a division of the plan
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
tori_division_details_new (ToriHistory *history, ToriDivision *division)
{
  ToriDivisionDetails *self = g_object_new (TORI_TYPE_DIVISION_DETAILS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *name = tori_label_division (division);

  self->history = g_object_ref (history);
  self->division = g_object_ref (division);
  gtk_window_set_title (GTK_WINDOW (self), name);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group), _ ("Years can be typed as H29, R1 or 2017; empty is without an end."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             tori_open_year_row_new (history, division, "from", _ ("First Fiscal Year")));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             tori_open_year_row_new (history, division, "until", _ ("Last Fiscal Year")));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_successors (self));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  return GTK_WINDOW (self);
}
