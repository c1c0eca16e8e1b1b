/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-plan-settings.h"

#include <glib/gi18n.h>

#include "model/tori-attachment.h"
#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-edit.h"
#include "model/tori-label.h"
#include "ui/tori-dialog-header.h"
#include "ui/tori-division-details.h"
#include "ui/tori-help-window.h"
#include "ui/tori-plan-usage.h"
#include "ui/tori-scales-group.h"
#include "ui/tori-text-row.h"
#include "ui/tori-words-row.h"
#include "ui/tori-year-row.h"

/*
 * What holds for the whole plan: its title, years, pillars, scales, phases, departments and divisions. As in
 * the editor every change goes into the plan at once and can be undone, so there is nothing to confirm; and
 * what is shown follows the plan. Rows are made anew when a list has changed, in an idle, because the button
 * that changed it stands in one of them.
 */
struct _ToriPlanSettings
{
  AdwWindow parent_instance;

  GtkWidget *header;
  ToriHistory *history;
  GPtrArray *rows;   /* of the pillars, departments and divisions; unowned */
  ToriRecord *added; /* whose row gets the focus when it is there; weak */
  guint rebuild_id;
  gboolean showing; /* the rows are being set to what the plan says */

  AdwToastOverlay *toasts;
  AdwPreferencesGroup *plan_group;
  AdwPreferencesGroup *pillars_group;
  AdwPreferencesGroup *departments_group;
  AdwPreferencesGroup *phases_group;
  AdwPreferencesGroup *attachments_group;
  ToriScalesGroup *scales_group;
  ToriYearRow *first_row;
  ToriYearRow *last_row;
  ToriYearRow *year_row;
  AdwComboRow *era_row;
};

#define MOST_CHARACTERS 100000

G_DEFINE_FINAL_TYPE (ToriPlanSettings, tori_plan_settings, ADW_TYPE_WINDOW)

static ToriPlan *
get_plan (ToriPlanSettings *self)
{
  return tori_history_get_plan (self->history);
}

/* --- Years --- */

static void
show_years (ToriPlanSettings *self)
{
  const ToriYears *years = tori_plan_get_years (get_plan (self));

  self->showing = TRUE;
  tori_year_row_set_year (self->first_row, years->first);
  tori_year_row_set_year (self->last_row, years->last);
  tori_year_row_set_year (self->year_row, tori_plan_get_year (get_plan (self)));
  adw_combo_row_set_selected (self->era_row, tori_plan_get_era (get_plan (self)));
  self->showing = FALSE;
}

/* The years stay in order: the one that was changed moves the others along. */
static void
set_years (ToriPlanSettings *self, int first, int last, int year)
{
  g_autoptr (ToriYears) years = tori_years_copy (tori_plan_get_years (get_plan (self)));
  const gboolean moves = years->first != first || years->last != last;

  years->first = first;
  years->last = last;
  tori_history_begin (self->history, moves ? TORI_STEP_PLAN : TORI_STEP_REPORTED_YEAR);
  tori_history_set_boxed (self->history, get_plan (self), "years", years);
  tori_history_set_int (self->history, get_plan (self), "year", CLAMP (year, first, last));
  tori_history_end (self->history);
}

static void
first_cb (ToriPlanSettings *self)
{
  const int first = tori_year_row_get_year (self->first_row);

  if (!self->showing)
    set_years (self, first, MAX (first, tori_year_row_get_year (self->last_row)),
               tori_year_row_get_year (self->year_row));
}

static void
last_cb (ToriPlanSettings *self)
{
  const int last = tori_year_row_get_year (self->last_row);

  if (!self->showing)
    set_years (self, MIN (last, tori_year_row_get_year (self->first_row)), last,
               tori_year_row_get_year (self->year_row));
}

static void
year_cb (ToriPlanSettings *self)
{
  if (self->showing)
    return;
  set_years (self, tori_year_row_get_year (self->first_row), tori_year_row_get_year (self->last_row),
             tori_year_row_get_year (self->year_row));
  show_years (self);
}

static void
era_cb (ToriPlanSettings *self)
{
  if (self->showing)
    return;
  tori_history_begin (self->history, TORI_STEP_PLAN);
  tori_history_set_int (self->history, get_plan (self), "era",
                        (int) adw_combo_row_get_selected (self->era_row));
  tori_history_end (self->history);
}

/* --- Adding and removing --- */

static void
add_record (ToriPlanSettings *self, ToriList *list, ToriRecord *record)
{
  g_set_weak_pointer (&self->added, record);
  tori_edit_add (self->history, TORI_STEP_PLAN, list, tori_list_get_length (list), record);
}

static void
add_pillar_cb (ToriPlanSettings *self)
{
  g_autoptr (ToriRecord) pillar = g_object_new (TORI_TYPE_PILLAR, NULL);

  add_record (self, tori_plan_get_pillars (get_plan (self)), pillar);
}

static void
add_department_cb (ToriPlanSettings *self)
{
  g_autoptr (ToriRecord) department = g_object_new (TORI_TYPE_DEPARTMENT, NULL);

  add_record (self, tori_plan_get_departments (get_plan (self)), department);
}

static void
add_division_cb (ToriPlanSettings *self, GtkWidget *button)
{
  ToriDepartment *department = g_object_get_data (G_OBJECT (button), "record");
  g_autoptr (ToriRecord) division = g_object_new (TORI_TYPE_DIVISION, NULL);

  add_record (self, tori_department_get_divisions (department), division);
}

static void
details_cb (ToriPlanSettings *self, GtkWidget *button)
{
  GtkWindow *details =
      tori_division_details_new (self->history, g_object_get_data (G_OBJECT (button), "record"));

  gtk_window_set_transient_for (details, GTK_WINDOW (self));
  gtk_window_present (details);
}

static char *
describe_hindrance (ToriRecord *record, guint n)
{
  if (TORI_IS_PILLAR (record))
    return g_strdup_printf (ngettext ("%u initiative belongs to this pillar. Delete it first.",
                                      "%u initiatives belong to this pillar. Delete them first.", n),
                            n);
  if (TORI_IS_DEPARTMENT (record))
    return g_strdup_printf (ngettext ("This department has %u division. Remove it first.",
                                      "This department has %u divisions. Remove them first.", n),
                            n);
  if (TORI_IS_ATTACHMENT (record))
    return g_strdup_printf (ngettext ("%u entry names this attachment. Take it out there first.",
                                      "%u entries name this attachment. Take it out there first.", n),
                            n);
  return g_strdup_printf (
      ngettext ("%u initiative names this division, in this year or another. Take it out there first.",
                "%u initiatives name this division, in this year or another. Take it out there first.", n),
      n);
}

static void
move_up_cb (ToriPlanSettings *self, GtkWidget *button)
{
  ToriRecord *record = g_object_get_data (G_OBJECT (button), "record");
  ToriList *list = tori_record_get_list (record);
  guint position;

  if (list != NULL && tori_list_find (list, record, &position) && position > 0)
    tori_edit_move (self->history, TORI_STEP_PLAN, record, list, position - 1);
}

static void
remove_cb (ToriPlanSettings *self, GtkWidget *button)
{
  ToriRecord *record = g_object_get_data (G_OBJECT (button), "record");
  const guint n = tori_plan_usage_count (get_plan (self), record);
  g_autofree char *text = NULL;

  if (n == 0)
    {
      tori_edit_remove (self->history, TORI_STEP_PLAN, record);
      return;
    }
  text = describe_hindrance (record, n);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

/* --- The sign of a pillar, which is its place unless somebody wants another --- */

static char *
dup_pillar_title (ToriPillar *pillar)
{
  g_autofree char *label = tori_label_pillar (pillar);

  /* Translators: %s is the sign of a pillar, such as Ⅱ. */
  return g_strdup_printf (_ ("Pillar %s"), label);
}

static void
sign_typed_cb (GtkEditable *entry, ToriPlanSettings *self)
{
  tori_history_type (self->history, TORI_STEP_PLAN, g_object_get_data (G_OBJECT (entry), "record"), "label",
                     gtk_editable_get_text (entry));
}

static void
show_sign (GtkEditable *entry, GParamSpec *pspec, ToriPillar *pillar)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (entry), TORI_TYPE_TEXT_ROW);
  g_autofree char *sign = NULL;
  g_autofree char *title = dup_pillar_title (pillar);

  g_object_get (pillar, "label", &sign, NULL);
  if (row != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (g_strcmp0 (gtk_editable_get_text (entry), sign) == 0)
    return;
  g_signal_handlers_block_matched (entry, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, sign_typed_cb, NULL);
  gtk_editable_set_text (entry, sign == NULL ? "" : sign);
  g_signal_handlers_unblock_matched (entry, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, sign_typed_cb, NULL);
}

static void
add_sign (ToriPlanSettings *self, GtkWidget *row, ToriPillar *pillar)
{
  GtkWidget *entry = gtk_entry_new ();
  const char *words = _ ("Sign of this pillar; empty for its place (Ⅰ, Ⅱ, …)");

  gtk_widget_set_name (entry, "sign");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 4);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE); /* there is one history */
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (entry, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (entry), "record", g_object_ref (pillar), g_object_unref);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), entry);
  show_sign (GTK_EDITABLE (entry), NULL, pillar);
  g_signal_connect_object (entry, "changed", G_CALLBACK (sign_typed_cb), self, 0);
  g_signal_connect_object (pillar, "notify::label", G_CALLBACK (show_sign), entry, G_CONNECT_SWAPPED);
}

/* --- Rows --- */

static void
add_button (ToriPlanSettings *self,
            GtkWidget *row,
            ToriRecord *record,
            const char *name,
            const char *icon,
            const char *words,
            void (*callback) (ToriPlanSettings *self, GtkWidget *button))
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  g_object_set_data_full (G_OBJECT (button), "record", g_object_ref (record), g_object_unref);
  gtk_widget_set_name (button, name);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (callback), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
}

static GtkWidget *
add_row (ToriPlanSettings *self,
         AdwPreferencesGroup *group,
         gpointer record,
         const char *property,
         const char *title,
         const char *removal)
{
  GtkWidget *row = tori_text_row_new (self->history, record, property, title);

  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  if (TORI_IS_PILLAR (record))
    add_sign (self, row, record);
  if (TORI_IS_DEPARTMENT (record))
    add_button (self, row, record, "add-division", "list-add-symbolic", _ ("Add a division"),
                add_division_cb);
  if (TORI_IS_DIVISION (record))
    add_button (self, row, record, "details", "x-office-calendar-symbolic",
                _ ("Years of this division and what follows it"), details_cb);
  if (!TORI_IS_ATTACHMENT (record))
    add_button (self, row, record, "move-up", "go-up-symbolic", _ ("Move up"), move_up_cb);
  add_button (self, row, record, "remove", "user-trash-symbolic", removal, remove_cb);
  return row;
}

static void
build_rows (ToriPlanSettings *self)
{
  ToriList *pillars = tori_plan_get_pillars (get_plan (self));
  ToriList *departments = tori_plan_get_departments (get_plan (self));
  ToriList *attachments = tori_plan_get_attachments (get_plan (self));

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriPillar *pillar = tori_list_get (pillars, i);
      g_autofree char *title = dup_pillar_title (pillar);

      add_row (self, self->pillars_group, pillar, "title", title, _ ("Remove this pillar"));
    }
  for (guint i = 0; i < tori_list_get_length (attachments); i++)
    {
      ToriAttachment *attachment = tori_list_get (attachments, i);
      /* Translators: a document that belongs to the plan; %d is its number. */
      g_autofree char *title = g_strdup_printf (_ ("Attachment %d"), tori_attachment_get_number (attachment));

      add_row (self, self->attachments_group, attachment, "title", title, _ ("Remove this attachment"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->attachments_group), tori_list_get_length (attachments) > 0);
  for (guint i = 0; i < tori_list_get_length (departments); i++)
    {
      ToriDepartment *department = tori_list_get (departments, i);
      ToriList *divisions = tori_department_get_divisions (department);

      add_row (self, self->departments_group, department, "name", _ ("Department"),
               _ ("Remove this department"));
      for (guint j = 0; j < tori_list_get_length (divisions); j++)
        gtk_widget_add_css_class (add_row (self, self->departments_group, tori_list_get (divisions, j),
                                           "name", _ ("Division"), _ ("Remove this division")),
                                  "division");
    }
}

static AdwPreferencesGroup *
get_group (ToriPlanSettings *self, GtkWidget *row)
{
  ToriRecord *record = tori_text_row_get_record (TORI_TEXT_ROW (row));

  if (TORI_IS_PILLAR (record))
    return self->pillars_group;
  return TORI_IS_ATTACHMENT (record) ? self->attachments_group : self->departments_group;
}

static gboolean
rebuild_cb (gpointer data)
{
  ToriPlanSettings *self = data;

  self->rebuild_id = 0;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (get_group (self, self->rows->pdata[i]), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  build_rows (self);
  for (guint i = 0; self->added != NULL && i < self->rows->len; i++)
    if (tori_text_row_get_record (self->rows->pdata[i]) == self->added)
      gtk_widget_grab_focus (self->rows->pdata[i]);
  g_clear_weak_pointer (&self->added);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (ToriPlanSettings *self, ToriRecord *source, const ToriField *field)
{
  if (TORI_IS_PLAN (source) && field->kind != TORI_FIELD_LIST)
    show_years (self);
  if ((TORI_IS_PLAN (source) || TORI_IS_DEPARTMENT (source)) && field->kind == TORI_FIELD_LIST
      && self->rebuild_id == 0)
    self->rebuild_id = g_idle_add (rebuild_cb, self);
}

/* --- The limit of a text --- */

static void
limit_cb (ToriPlanSettings *self, GParamSpec *pspec, GtkSpinButton *spin)
{
  const int limit = gtk_spin_button_get_value_as_int (spin);
  ToriPlan *plan = tori_history_get_plan (self->history);

  if ((int) tori_plan_get_text_limit (plan) == limit)
    return;
  tori_history_begin (self->history, TORI_STEP_PLAN);
  tori_history_set_int (self->history, plan, "text-limit", limit);
  tori_history_end (self->history);
}

static gboolean
show_limit (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_double (to, MAX (g_value_get_int (from), 0));
  return TRUE;
}

static GtkWidget *
create_limit_row (ToriPlanSettings *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MOST_CHARACTERS, 50);
  const char *title = _ ("Characters of a Text at Most");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("The editor says when a text is longer. 0: no limit"));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_widget_set_name (spin, "text-limit");
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  g_object_bind_property_full (tori_history_get_plan (self->history), "text-limit", spin, "value",
                               G_BINDING_SYNC_CREATE, show_limit, NULL, NULL, NULL);
  g_signal_connect_object (spin, "notify::value", G_CALLBACK (limit_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* --- The class --- */

static void
tori_plan_settings_dispose (GObject *object)
{
  ToriPlanSettings *self = TORI_PLAN_SETTINGS (object);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_weak_pointer (&self->added);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (tori_plan_settings_parent_class)->dispose (object);
}

static void
tori_plan_settings_finalize (GObject *object)
{
  g_object_unref (TORI_PLAN_SETTINGS (object)->history);

  G_OBJECT_CLASS (tori_plan_settings_parent_class)->finalize (object);
}

static void
tori_plan_settings_class_init (ToriPlanSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tori_plan_settings_dispose;
  G_OBJECT_CLASS (klass)->finalize = tori_plan_settings_finalize;

  g_type_ensure (TORI_TYPE_YEAR_ROW);
  g_type_ensure (TORI_TYPE_SCALES_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/torikumi/Torikumi/ui/tori-plan-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, ToriPlanSettings, header);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanSettings, toasts);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanSettings, plan_group);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanSettings, pillars_group);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanSettings, departments_group);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanSettings, phases_group);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanSettings, attachments_group);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanSettings, scales_group);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanSettings, first_row);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanSettings, last_row);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanSettings, year_row);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanSettings, era_row);
  gtk_widget_class_bind_template_callback (widget_class, add_pillar_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_department_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  tori_help_bind (widget_class, "settings");
}

static void
tori_plan_settings_init (ToriPlanSettings *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tori_dialog_header_begin_below (self->header);
}

/**
 * tori_plan_settings_new:
 * @history: the history of the plan
 *
 * Returns: the window
 */
GtkWindow *
tori_plan_settings_new (ToriHistory *history)
{
  ToriPlanSettings *self = g_object_new (TORI_TYPE_PLAN_SETTINGS, NULL);
  ToriPlan *plan = tori_history_get_plan (history);

  self->history = g_object_ref (history);
  adw_preferences_group_add (self->plan_group,
                             tori_text_row_new (history, plan, "title", _ ("Title of the Plan")));
  adw_preferences_group_add (self->plan_group,
                             tori_text_row_new (history, plan, "organization", _ ("Organization")));
  /* Translators: {year} and {title} must stay as they are: the user can write them. */
  adw_preferences_group_add (
      self->plan_group,
      tori_text_row_new (history, plan, "heading", _ ("Heading of Reports ({year}, {title})")));
  adw_preferences_group_add (self->plan_group, create_limit_row (self));
  adw_preferences_group_add (self->phases_group, tori_words_row_new (history, plan, "phases", _ ("Phases")));
  tori_scales_group_set_history (self->scales_group, history);
  show_years (self);
  build_rows (self);
  g_signal_connect_object (self->first_row, "notify::year", G_CALLBACK (first_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->last_row, "notify::year", G_CALLBACK (last_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->year_row, "notify::year", G_CALLBACK (year_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->era_row, "notify::selected", G_CALLBACK (era_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}
