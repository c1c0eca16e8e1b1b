/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-window-private.h"

#include <glib/gi18n.h>

#include "ui/tori-help-window.h"
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

/* Several steps at once, back or forth. */
static void
go_to_step_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  write_pending (data);
  tori_history_go_to (get_history (data), g_variant_get_uint32 (parameter));
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
view_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  ToriWindow *self = data;

  g_simple_action_set_state (action, state);
  if (self->view != NULL)
    tori_plan_view_set_view (self->view, g_variant_get_string (state, NULL));
  tori_window_update_actions (self);
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
  tori_document_keep (self->document);
  tori_window_show_preview (self);
}

static void
export_pdf_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;

  write_pending (self);
  tori_document_keep (self->document);
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

static void
take_in_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  write_pending (data);
  tori_window_take_in (data, NULL);
}

/* About what the user is looking at. */
static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  g_autofree char *view = tori_window_dup_view (self);
  const char *page = "find";

  if (self->document == NULL)
    page = "start";
  else if (self->reading)
    page = "shared";
  else if (g_str_equal (view, "schedule") || g_str_equal (view, "totals"))
    page = view;
  tori_help_show (gtk_window_get_application (GTK_WINDOW (self)), page);
}

static const GActionEntry entries[] = {
  { .name = "help", .activate = help_cb },
  { .name = "save", .activate = save_cb },
  { .name = "save-as", .activate = save_as_cb },
  { .name = "take-in", .activate = take_in_cb },
  { .name = "print", .activate = print_cb },
  { .name = "export-pdf", .activate = export_pdf_cb },
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "go-to-step", .activate = go_to_step_cb, .parameter_type = "u" },
  { .name = "search", .activate = search_cb },
  { .name = "show-all", .activate = show_all_cb },
  { .name = "view", .parameter_type = "s", .state = "'list'", .change_state = view_cb },
  { .name = "sidebar", .state = "true", .change_state = sidebar_cb },
  { .name = "year", .parameter_type = "i", .state = "0", .change_state = year_cb },
  { .name = "plan-settings", .activate = plan_settings_cb },
  { .name = "close", .activate = close_cb },
};

/* What changes the plan, and cannot be done while somebody else writes. */
static gboolean
is_change (const char *name)
{
  static const char *const changes[] = { "save",
                                         "undo",
                                         "redo",
                                         "go-to-step",
                                         "next-year",
                                         "versions",
                                         "plan-settings",
                                         "add-initiative",
                                         "paste",
                                         "remove-initiative",
                                         "replace",
                                         "set-level",
                                         "set-state",
                                         "set-divisions",
                                         "set-pillar",
                                         "renumber",
                                         "duplicate",
                                         "move-up",
                                         "move-down",
                                         "move-pillar",
                                         "drop-initiatives",
                                         NULL };

  return g_strv_contains (changes, name);
}

void
tori_window_enable (ToriWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled && !(self->reading && is_change (name)));
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
  static const char *const plain[] = { "save",      "save-as",  "print",    "export-pdf",
                                       "search",    "show-all", "view",     "year",
                                       "next-year", "take-in",  "versions", "plan-settings" };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    tori_window_enable (self, plain[i], ready);
  tori_window_enable (self, "sidebar", ready);
  tori_window_enable (self, "undo", ready && tori_history_get_can_undo (history));
  tori_window_enable (self, "redo", ready && tori_history_get_can_redo (history));
  tori_window_enable (self, "go-to-step", ready);
  gtk_widget_set_sensitive (GTK_WIDGET (self->history_button),
                            ready && !self->reading && tori_history_get_n_steps (history) > 0);
  tori_window_update_initiative_actions (self, ready);
  tori_window_enable (self, "close", !self->composing);
  tori_window_enable (self, "help", !self->composing);
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

/* How the plan is shown: in the words of the action. Returns: (transfer full) */
char *
tori_window_dup_view (ToriWindow *self)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), "view");

  return g_variant_dup_string (state, NULL);
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
  tori_window_add_initiative_actions (self);
  tori_window_add_lock_actions (self);
  tori_window_add_versions_action (self);
  tori_window_add_year_actions (self);
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
across_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ToriWindow *self = TORI_WINDOW (widget);

  if (self->view != NULL)
    tori_plan_view_go_across (self->view);
  return self->view != NULL;
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
    { GDK_KEY_F1, gtk_named_action_new ("win.help") },
    { GDK_KEY_F6, gtk_callback_action_new (across_cb, NULL, NULL) },
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
