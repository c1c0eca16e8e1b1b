/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-scales-group.h"

#include <glib/gi18n.h>

#include "model/tori-edit.h"
#include "model/tori-level.h"
#include "model/tori-scale.h"
#include "ui/tori-level-words.h"
#include "ui/tori-plan-usage.h"
#include "ui/tori-text-row.h"

/*
 * The scales by which is assessed, and their levels with what they mean. A level or scale that an entry has
 * can't be removed: its assessments would be lost. Rows are made anew when a list has changed, in an idle,
 * because the button that changed it stands in one of them.
 */
struct _ToriScalesGroup
{
  AdwPreferencesGroup parent_instance;

  ToriHistory *history;
  GPtrArray *rows;   /* unowned */
  ToriRecord *added; /* whose row is opened when it is there; weak */
  guint rebuild_id;
};

G_DEFINE_FINAL_TYPE (ToriScalesGroup, tori_scales_group, ADW_TYPE_PREFERENCES_GROUP)

static ToriRecord *
get_record (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "record");
}

static void
set_record (gpointer widget, gpointer record)
{
  g_object_set_data_full (widget, "record", g_object_ref (record), g_object_unref);
}

/* --- Adding, moving, removing --- */

static void
add_record (ToriScalesGroup *self, ToriList *list, ToriRecord *record)
{
  g_set_weak_pointer (&self->added, record);
  tori_edit_add (self->history, TORI_STEP_PLAN, list, tori_list_get_length (list), record);
}

static void
add_scale_cb (ToriScalesGroup *self)
{
  g_autoptr (ToriRecord) scale = g_object_new (TORI_TYPE_SCALE, NULL);

  add_record (self, tori_plan_get_scales (tori_history_get_plan (self->history)), scale);
}

static void
add_level_cb (ToriScalesGroup *self, GtkWidget *button)
{
  g_autoptr (ToriRecord) level = g_object_new (TORI_TYPE_LEVEL, NULL);

  add_record (self, tori_scale_get_levels (TORI_SCALE (get_record (button))), level);
}

static void
move_up_cb (ToriScalesGroup *self, GtkWidget *button)
{
  ToriRecord *record = get_record (button);
  ToriList *list = tori_record_get_list (record);
  guint position;

  if (list != NULL && tori_list_find (list, record, &position) && position > 0)
    tori_edit_move (self->history, TORI_STEP_PLAN, record, list, position - 1);
}

static void
say (ToriScalesGroup *self, const char *text)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (text));
}

static void
remove_cb (ToriScalesGroup *self, GtkWidget *button)
{
  ToriRecord *record = get_record (button);
  const guint n = tori_plan_usage_count (tori_history_get_plan (self->history), record);
  g_autofree char *text = NULL;

  if (n == 0)
    {
      tori_edit_remove (self->history, TORI_STEP_PLAN, record);
      return;
    }
  text = g_strdup_printf (
      TORI_IS_SCALE (record)
          ? ngettext (
              "%u initiative is assessed by this scale, in this year or another. Take that back first.",
              "%u initiatives are assessed by this scale, in this year or another. Take that back first.", n)
          : ngettext ("%u initiative has this level, in this year or another. Give it another first.",
                      "%u initiatives have this level, in this year or another. Give them another first.", n),
      n);
  say (self, text);
}

/* --- Rows --- */

static GtkWidget *
create_button (ToriScalesGroup *self,
               gpointer record,
               const char *name,
               const char *icon,
               const char *words,
               void (*callback) (ToriScalesGroup *self, GtkWidget *button))
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  set_record (button, record);
  gtk_widget_set_name (button, name);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (callback), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add (ToriScalesGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
switched_cb (GtkSwitch *toggle, GParamSpec *pspec, ToriScalesGroup *self)
{
  const char *property = g_object_get_data (G_OBJECT (toggle), "property");

  tori_history_begin (self->history, TORI_STEP_PLAN);
  tori_history_set_int (self->history, get_record (GTK_WIDGET (toggle)), property,
                        gtk_switch_get_active (toggle));
  tori_history_end (self->history);
}

static GtkWidget *
create_switch (
    ToriScalesGroup *self, ToriLevel *level, const char *property, const char *title, const char *about)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();
  gboolean active;

  g_object_get (level, property, &active, NULL);
  gtk_switch_set_active (GTK_SWITCH (toggle), active);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_name (toggle, property);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  set_record (toggle, level);
  g_object_set_data (G_OBJECT (toggle), "property", (gpointer) property);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (switched_cb), self, 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  return row;
}

static void
show_level (GtkWidget *row, GParamSpec *pspec, ToriLevel *level)
{
  g_autofree char *words = tori_level_words (level);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 *words == '\0' ? _ ("Level without a name") : words);
}

static void
add_level (ToriScalesGroup *self, ToriLevel *level)
{
  GtkWidget *row = adw_expander_row_new ();

  set_record (row, level);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  show_level (row, NULL, level);
  g_signal_connect_object (level, "notify::name", G_CALLBACK (show_level), row, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (
      ADW_EXPANDER_ROW (row),
      create_button (self, level, "move-up", "go-up-symbolic", _ ("Move this level up"), move_up_cb));
  adw_expander_row_add_action (
      ADW_EXPANDER_ROW (row),
      create_button (self, level, "remove", "user-trash-symbolic", _ ("Remove this level"), remove_cb));
  adw_expander_row_add_row (
      ADW_EXPANDER_ROW (row),
      tori_text_row_new (self->history, level, "name",
                         /* Translators: {year} must stay as it is: the user can write it. */
                         _ ("Name ({year} stands for the year in which it was reached)")));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            tori_text_row_new (self->history, level, "meaning", _ ("Definition")));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            create_switch (self, level, "counts", _ ("Counts in the rate of achievement"),
                                           _ ("Off for levels such as “not applicable”")));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            create_switch (self, level, "done", _ ("Is achieved"), ""));
  gtk_widget_add_css_class (row, "division");
  add (self, row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), self->added == TORI_RECORD (level));
}

static void
add_scale (ToriScalesGroup *self, ToriScale *scale)
{
  GtkWidget *row = tori_text_row_new (self->history, scale, "name", _ ("Scale"));
  ToriList *levels = tori_scale_get_levels (scale);

  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), create_button (self, scale, "add-level", "list-add-symbolic",
                                                                _ ("Add a level"), add_level_cb));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), create_button (self, scale, "remove", "user-trash-symbolic",
                                                                _ ("Remove this scale"), remove_cb));
  add (self, row);
  for (guint i = 0; i < tori_list_get_length (levels); i++)
    add_level (self, tori_list_get (levels, i));
}

static void
build (ToriScalesGroup *self)
{
  ToriList *scales = tori_plan_get_scales (tori_history_get_plan (self->history));

  for (guint i = 0; i < tori_list_get_length (scales); i++)
    add_scale (self, tori_list_get (scales, i));
}

static gboolean
rebuild_cb (gpointer data)
{
  ToriScalesGroup *self = data;

  self->rebuild_id = 0;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  build (self);
  g_clear_weak_pointer (&self->added);
  return G_SOURCE_REMOVE;
}

/* What a switch shows is made anew as well, when it was undone. */
static void
changed_cb (ToriScalesGroup *self, ToriRecord *source, const ToriField *field)
{
  const gboolean of_scales = TORI_IS_SCALE (source) || TORI_IS_PLAN (source);
  const gboolean undone = TORI_IS_LEVEL (source) && tori_history_get_stepping (self->history);

  if (((of_scales && field->kind == TORI_FIELD_LIST) || (undone && field->kind == TORI_FIELD_FLAG))
      && self->rebuild_id == 0)
    self->rebuild_id = g_idle_add (rebuild_cb, self);
}

static void
tori_scales_group_dispose (GObject *object)
{
  ToriScalesGroup *self = TORI_SCALES_GROUP (object);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_weak_pointer (&self->added);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (tori_scales_group_parent_class)->dispose (object);
}

static void
tori_scales_group_class_init (ToriScalesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_scales_group_dispose;
}

static void
tori_scales_group_init (ToriScalesGroup *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Add _Scale"));

  self->rows = g_ptr_array_new ();
  gtk_widget_set_name (button, "add-scale");
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_scale_cb), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Scales and Levels"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
}

/**
 * tori_scales_group_set_history:
 * @self: a group without a plan
 * @history: the history of the plan whose scales it edits
 */
void
tori_scales_group_set_history (ToriScalesGroup *self, ToriHistory *history)
{
  g_return_if_fail (TORI_IS_SCALES_GROUP (self));
  g_return_if_fail (self->history == NULL);

  self->history = g_object_ref (history);
  build (self);
  g_signal_connect_object (tori_history_get_plan (history), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}
