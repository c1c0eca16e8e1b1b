/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-window-private.h"

#include <glib/gi18n.h>

#include "model/tori-edit.h"
#include "ui/tori-step-words.h"

/* What can be done in a window. Every command is an action here; buttons, menus and keys only name it. */

static ToriHistory *
get_history (ToriWindow *self)
{
  return tori_document_get_history (self->document);
}

static ToriListing *
get_listing (ToriWindow *self)
{
  return tori_plan_view_get_listing (self->view);
}

/* What is being typed in the editor belongs to what is done now. */
static void
write_pending (ToriWindow *self)
{
  if (self->editor != NULL)
    tori_editor_write (self->editor);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  write_pending (data);
  tori_history_undo (get_history (data));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tori_history_redo (get_history (data));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;

  gtk_window_present (data); /* also when the key was pressed in the editor */
  tori_plan_view_start_search (self->view);
}

static void
show_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;

  tori_plan_view_stop_search (self->view);
  tori_listing_show_all (get_listing (self));
}

static void
sidebar_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  ToriWindow *self = data;

  g_simple_action_set_state (action, state);
  if (self->view != NULL)
    g_object_set (self->view, "shows-sidebar", g_variant_get_boolean (state), NULL);
}

static void
year_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  tori_listing_set_year (get_listing (data), g_variant_get_int32 (state));
}

/* The pillar where a new initiative goes, and its place there: after the selected one, else at the end of the
 * sidebar's pillar or of the last one. */
static ToriPillar *
find_place (ToriWindow *self, guint *position)
{
  ToriInitiative *selected = tori_plan_view_get_selected (self->view);
  ToriGroup *group = tori_census_get_only (tori_listing_get_census (get_listing (self)), TORI_FACET_PILLAR);
  ToriList *pillars = tori_plan_get_pillars (tori_document_get_plan (self->document));
  ToriPillar *pillar;

  if (selected != NULL)
    {
      tori_list_find (tori_record_get_list (TORI_RECORD (selected)), selected, position);
      *position += 1;
      return TORI_PILLAR (tori_record_get_parent (TORI_RECORD (selected)));
    }
  if (group != NULL)
    pillar = TORI_PILLAR (tori_group_get_record (group));
  else
    pillar = tori_list_get (pillars, tori_list_get_length (pillars) - 1);
  *position = tori_list_get_length (tori_pillar_get_initiatives (pillar));
  return pillar;
}

/* A division that is chosen in the sidebar is in charge of what is added there. */
static void
put_in_charge (ToriWindow *self, ToriInitiative *initiative)
{
  ToriGroup *group = tori_census_get_only (tori_listing_get_census (get_listing (self)), TORI_FACET_CHARGE);
  const char *ids[] = { NULL, NULL };

  if (group == NULL || tori_group_get_kind (group) != TORI_GROUP_DIVISION)
    return;
  ids[0] = tori_record_get_id (tori_group_get_record (group));
  tori_history_set_strv (get_history (self), initiative, "divisions", ids);
}

static void
add_initiative_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  guint position;
  ToriPillar *pillar = find_place (self, &position);
  ToriInitiative *initiative;

  tori_history_begin (get_history (self), TORI_STEP_ADD_INITIATIVE);
  initiative = tori_edit_add_initiative (get_history (self), pillar, position);
  put_in_charge (self, initiative);
  tori_history_end (get_history (self));
  tori_plan_view_show_initiative (self->view, initiative);
  tori_window_edit (self, initiative);
}

static void
forget_toast_cb (ToriWindow *self)
{
  self->undo_toast = NULL;
}

static char *
describe_removal (GPtrArray *initiatives)
{
  if (initiatives->len == 1)
    /* Translators: %s is the number of the initiative that was deleted. */
    return g_strdup_printf (_ ("Initiative %s deleted"),
                            tori_initiative_get_number (g_ptr_array_index (initiatives, 0)));
  return g_strdup_printf (ngettext ("%u initiative deleted", "%u initiatives deleted", initiatives->len),
                          initiatives->len);
}

/* All that are selected, in one step. */
static void
remove_initiative_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  g_autoptr (GPtrArray) initiatives = tori_plan_view_list_selected (self->view);
  g_autofree char *text = describe_removal (initiatives);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  tori_history_begin (get_history (self), TORI_STEP_REMOVE_INITIATIVE);
  for (guint i = 0; i < initiatives->len; i++)
    tori_edit_remove (get_history (self), TORI_STEP_REMOVE_INITIATIVE, g_ptr_array_index (initiatives, i));
  tori_history_end (get_history (self));
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  self->undo_toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget_toast_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
edit_initiative_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tori_window_edit (data, tori_plan_view_get_selected (TORI_WINDOW (data)->view));
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  write_pending (data);
  tori_window_save (data, FALSE, NULL);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  write_pending (data);
  tori_window_save (data, TRUE, NULL);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;

  write_pending (self);
  tori_window_show_preview (self);
}

static void
export_pdf_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;

  write_pending (self);
  tori_window_show_preview (self);
  tori_preview_window_offer_export (self->preview);
}

static void
plan_settings_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tori_window_show_settings (data);
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  GtkWindow *windows[] = { (GtkWindow *) self->editor, self->settings, (GtkWindow *) self->preview };

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    if (windows[i] != NULL && gtk_window_is_active (windows[i]))
      {
        gtk_window_close (windows[i]);
        return;
      }
  gtk_window_close (GTK_WINDOW (self));
}

static const GActionEntry entries[] = {
  { .name = "save", .activate = save_cb },
  { .name = "save-as", .activate = save_as_cb },
  { .name = "print", .activate = print_cb },
  { .name = "export-pdf", .activate = export_pdf_cb },
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "search", .activate = search_cb },
  { .name = "show-all", .activate = show_all_cb },
  { .name = "sidebar", .state = "true", .change_state = sidebar_cb },
  { .name = "year", .parameter_type = "i", .state = "0", .change_state = year_cb },
  { .name = "add-initiative", .activate = add_initiative_cb },
  { .name = "edit-initiative", .activate = edit_initiative_cb },
  { .name = "remove-initiative", .activate = remove_initiative_cb },
  { .name = "plan-settings", .activate = plan_settings_cb },
  { .name = "close", .activate = close_cb },
};

static void
enable (ToriWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
describe (GtkWidget *button, const char *words, const char *keys)
{
  /* Translators: tooltip of a button: what it does, then the keys that do the same. */
  g_autofree char *tooltip = g_strdup_printf (C_ ("tooltip", "%1$s (%2$s)"), words, keys);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* What can be done at the moment. While an input method is composing nothing can: a key whose action is
 * switched off goes to the input method, which wants it. */
void
tori_window_update_actions (ToriWindow *self)
{
  ToriHistory *history = self->document == NULL ? NULL : get_history (self);
  const gboolean ready = history != NULL && !self->composing;
  const gboolean selected = ready && tori_plan_view_get_selected (self->view) != NULL;
  static const char *const plain[] = {
    "save", "save-as", "print", "export-pdf", "search", "show-all", "year"
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    enable (self, plain[i], ready);
  enable (self, "sidebar", ready);
  enable (self, "undo", ready && tori_history_get_can_undo (history));
  enable (self, "redo", ready && tori_history_get_can_redo (history));
  enable (self, "add-initiative",
          ready && tori_list_get_length (tori_plan_get_pillars (tori_history_get_plan (history))) > 0);
  enable (self, "edit-initiative", selected);
  enable (self, "remove-initiative", selected);
  enable (self, "close", !self->composing);
  if (history == NULL)
    return;
  describe (self->undo_button, tori_step_words_undo (tori_history_get_undo_step (history)), _ ("Ctrl+Z"));
  describe (self->redo_button, tori_step_words_redo (tori_history_get_redo_step (history)),
            _ ("Ctrl+Shift+Z"));
}

/* The menu of years marks the one that is shown, whoever chose it. */
void
tori_window_note_year (ToriWindow *self, int year)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "year");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_int32 (year));
}

gboolean
tori_window_shows_sidebar (ToriWindow *self)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), "sidebar");

  return g_variant_get_boolean (state);
}

void
tori_window_add_actions (ToriWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  tori_window_update_actions (self);
}

/* --- Keys without Ctrl: in the bubble phase, so that an input method and a text field come first --- */

static gboolean
popup_menu_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_menu_button_popup (TORI_WINDOW (widget)->menu_button);
  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ToriWindow *self = TORI_WINDOW (widget);
  gboolean searching = FALSE;

  if (self->view != NULL)
    g_object_get (self->view, "searching", &searching, NULL);
  if (searching)
    tori_plan_view_stop_search (self->view);
  return searching;
}

void
tori_window_add_keys (ToriWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const struct
  {
    guint key;
    GtkShortcutAction *action;
  } shortcuts[] = {
    { GDK_KEY_F9, gtk_named_action_new ("win.sidebar") },
    { GDK_KEY_F10, gtk_callback_action_new (popup_menu_cb, NULL, NULL) },
    { GDK_KEY_Escape, gtk_callback_action_new (escape_cb, NULL, NULL) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_keyval_trigger_new (shortcuts[i].key, 0), shortcuts[i].action));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
