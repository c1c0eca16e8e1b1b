/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>

#include "ui/tori-appearance.h"
#include "ui/tori-file-chooser.h"
#include "ui/tori-help-window.h"
#include "ui/tori-new-plan-dialog.h"
#include "ui/tori-orphans.h"
#include "ui/tori-preferences.h"
#include "ui/tori-recover-dialog.h"
#include "ui/tori-settings.h"

/*
 * The program with its windows. It runs once in a session: a second call hands its files over to the first
 * and ends, so that a plan that is open already is shown instead of opened twice. Where there is no session
 * bus each call is a program of its own.
 */
struct _ToriApplication
{
  AdwApplication parent_instance;

  gboolean quitting; /* window after window, until the user wants one to stay */
  guint signal_ids[3];
};

/* By which the system ends a program. */
static const int ends[] = { SIGTERM, SIGHUP, SIGINT };

G_DEFINE_FINAL_TYPE (ToriApplication, tori_application, ADW_TYPE_APPLICATION)

static ToriWindow *
get_active_window (ToriApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (TORI_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* A window at its start page is taken before a new one is made. */
static ToriWindow *
get_free_window (ToriApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (TORI_IS_WINDOW (l->data) && tori_window_is_free (l->data))
      return l->data;
  return tori_window_new (GTK_APPLICATION (self));
}

static void
open_file (ToriApplication *self, GFile *file)
{
  ToriWindow *window = tori_application_find_window (self, file);

  if (window == NULL)
    {
      window = get_free_window (self);
      tori_window_open (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));
}

/* --- Actions --- */

static void
created_cb (GtkWidget *dialog, ToriPlan *plan, ToriApplication *self)
{
  g_autoptr (ToriDocument) document = tori_document_new_unsaved (plan);
  ToriWindow *window = get_free_window (self);

  tori_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *window = get_active_window (data);
  GtkWindow *dialog = tori_new_plan_dialog_new ();

  if (window == NULL)
    gtk_window_set_application (dialog, data);
  else
    {
      gtk_window_set_transient_for (dialog, GTK_WINDOW (window));
      tori_window_watch (window, dialog);
    }
  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), data, 0);
  gtk_window_present (dialog);
}

static void
open_response_cb (GtkNativeDialog *chooser, int response, ToriApplication *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));

      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          open_file (self, file);
        }
    }
  g_object_unref (chooser);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriApplication *self = data;
  ToriWindow *window = get_active_window (self);
  /* The reference is ours until there is a response. */
  GtkFileChooserNative *chooser = tori_file_chooser_new_open (window == NULL ? NULL : GTK_WINDOW (window));

  g_signal_connect_object (chooser, "response", G_CALLBACK (open_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_recent_cb (GSimpleAction *action, GVariant *uri, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (uri, NULL));

  open_file (data, file);
}

/* The sample is opened as a plan that is in no file: what somebody tries out there is kept nowhere unless it
 * is saved. */
static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *folder = DEVEL ? g_getenv ("TORIKUMI_SAMPLES") : NULL;
  g_autoptr (GFile) file = g_file_new_build_filename (folder != NULL ? folder : PKGDATADIR "/samples",
                                                      "shiomihara.torikumi", NULL);
  ToriWindow *window = get_free_window (data);

  tori_window_open_copy (window, file);
  gtk_window_present (GTK_WINDOW (window));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *window = get_active_window (data);

  adw_show_about_window (window == NULL ? NULL : GTK_WINDOW (window), "application-icon", APP_ID,
                         "application-name", g_get_application_name (), "version", VERSION, "comments",
                         _ ("Keep, edit and print a local government’s reform plan"), "license-type",
                         GTK_LICENSE_GPL_3_0, "copyright", "© 2026 The Torikumi Developers", "developer-name",
                         /* Translators: who makes the program. */
                         _ ("The Torikumi Developers"), "translator-credits",
                         /* Translators: your names, one a line. */
                         _ ("translator-credits"), NULL);
}

static void
help_cb (GSimpleAction *action, GVariant *page, gpointer data)
{
  tori_help_show (data, g_variant_get_string (page, NULL));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *window = get_active_window (data);
  GtkShortcutsWindow *shortcuts;

  if (window == NULL)
    return;
  shortcuts = gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window));
  if (shortcuts == NULL)
    {
      g_autoptr (GtkBuilder) builder =
          gtk_builder_new_from_resource ("/io/github/torikumi/Torikumi/ui/tori-shortcuts.ui");

      shortcuts = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
      /* As the window's overlay it knows the keys of the actions that it names. */
      gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (window), shortcuts);
    }
  gtk_window_present (GTK_WINDOW (shortcuts));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *window = get_active_window (data);
  g_autoptr (GSettings) settings = tori_settings_open ();
  GtkWindow *preferences;

  preferences = tori_preferences_new (settings);
  if (window == NULL)
    gtk_window_set_application (preferences, data);
  else
    gtk_window_set_transient_for (preferences, GTK_WINDOW (window));
  gtk_window_present (preferences);
}

static void
close_next (ToriApplication *self)
{
  ToriWindow *window = get_active_window (self);

  if (window == NULL)
    return;
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_close (GTK_WINDOW (window));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TORI_APPLICATION (data)->quitting = TRUE;
  close_next (data);
}

static void
stayed_cb (ToriApplication *self)
{
  self->quitting = FALSE;
}

/* From a notification back to the window that sent it. */
static void
show_window_cb (GSimpleAction *action, GVariant *id, gpointer data)
{
  GtkWindow *window = gtk_application_get_window_by_id (data, g_variant_get_uint32 (id));

  if (window != NULL)
    gtk_window_present (window);
}

static const GActionEntry entries[] = {
  { .name = "show-window", .activate = show_window_cb, .parameter_type = "u" },
  { .name = "new", .activate = new_cb },
  { .name = "open", .activate = open_cb },
  { .name = "open-recent", .activate = open_recent_cb, .parameter_type = "s" },
  { .name = "open-sample", .activate = open_sample_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "help", .activate = help_cb, .parameter_type = "s" },
  { .name = "about", .activate = about_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "quit", .activate = quit_cb },
};

/* Only keys with Ctrl: keys for the whole program come before the input method (see tori-window-actions.c for
 * the others). */
static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.new", { "<Ctrl>n" } },
  { "app.open", { "<Ctrl>o" } },
  { "app.preferences", { "<Ctrl>comma" } },
  { "app.shortcuts", { "<Ctrl>question" } },
  { "app.quit", { "<Ctrl>q" } },
  { "win.save", { "<Ctrl>s" } },
  { "win.save-as", { "<Ctrl><Shift>s" } },
  { "win.print", { "<Ctrl>p" } },
  { "win.undo", { "<Ctrl>z" } },
  { "win.redo", { "<Ctrl><Shift>z", "<Ctrl>y" } },
  { "win.search", { "<Ctrl>f" } },
  { "win.replace", { "<Ctrl>h" } },
  { "win.add-initiative", { "<Ctrl><Shift>n" } },
  { "win.view::list", { "<Ctrl>1" } },
  { "win.view::cards", { "<Ctrl>2" } },
  { "win.view::schedule", { "<Ctrl>3" } },
  { "win.view::totals", { "<Ctrl>4" } },
  { "win.close", { "<Ctrl>w" } },
};

/* While an input method is composing in any window, these keys are its. */
static void
composing_cb (ToriApplication *self)
{
  gboolean composing = FALSE;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    composing = composing || (TORI_IS_WINDOW (l->data) && tori_window_get_composing (l->data));
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name);

      if (action != NULL)
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), !composing);
    }
}

/* --- When the program or the session ends --- */

static void
restore_cb (ToriRecoverDialog *dialog, ToriRecovery *copies, ToriApplication *self)
{
  tori_application_restore (self, copies);
}

static void
orphans_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ToriApplication) self = data;
  g_autoptr (GPtrArray) orphans = tori_orphans_list_finish (result);
  ToriWindow *window = get_active_window (self);
  GtkWindow *dialog;

  if (orphans->len == 0)
    return;
  dialog = tori_recover_dialog_new (orphans);
  if (window == NULL)
    gtk_window_set_application (dialog, GTK_APPLICATION (self));
  else
    gtk_window_set_transient_for (dialog, GTK_WINDOW (window));
  g_signal_connect_object (dialog, "restore", G_CALLBACK (restore_cb), self, 0);
  gtk_window_present (dialog);
}

/* The system ends us: what is not saved is left for the next start. */
static gboolean
terminated_cb (gpointer data)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (data)); l != NULL; l = l->next)
    if (TORI_IS_WINDOW (l->data) && tori_window_get_document (l->data) != NULL)
      tori_window_leave (l->data);
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_CONTINUE;
}

/* --- Overrides --- */

static void
tori_application_startup (GApplication *application)
{
  g_autoptr (GSettings) settings = tori_settings_open ();

  /* Translators: the name of the program; in Japanese 取組. */
  g_set_application_name (_ ("Torikumi"));
  G_APPLICATION_CLASS (tori_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           (const char *const *) accels[i].keys);
  gtk_window_set_default_icon_name (APP_ID);
  tori_appearance_apply ();
  tori_orphans_list_async (orphans_cb, g_object_ref (application));
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    TORI_APPLICATION (application)->signal_ids[i] = g_unix_signal_add (ends[i], terminated_cb, application);
  if (settings == NULL) /* tried out of a folder, it has nowhere to remember anything */
    g_action_map_remove_action (G_ACTION_MAP (application), "preferences");
}

static void
tori_application_activate (GApplication *application)
{
  ToriApplication *self = TORI_APPLICATION (application);
  ToriWindow *window = get_active_window (self);

  if (window == NULL)
    {
      window = tori_window_new (GTK_APPLICATION (self));
      tori_window_set_document (window, NULL);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
tori_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (TORI_APPLICATION (application), files[i]);
}

static void
tori_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (tori_application_parent_class)->window_added (application, window);

  if (!TORI_IS_WINDOW (window))
    return;
  g_signal_connect_object (window, "notify::composing", G_CALLBACK (composing_cb), application,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "stayed", G_CALLBACK (stayed_cb), application, G_CONNECT_SWAPPED);
}

static void
tori_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (tori_application_parent_class)->window_removed (application, window);

  if (!TORI_IS_WINDOW (window))
    return;
  if (get_active_window (TORI_APPLICATION (application)) == NULL)
    tori_help_hide (application); /* it explains what is not there any more */
  if (TORI_APPLICATION (application)->quitting)
    close_next (TORI_APPLICATION (application));
}

static void
tori_application_shutdown (GApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    g_clear_handle_id (&TORI_APPLICATION (application)->signal_ids[i], g_source_remove);

  G_APPLICATION_CLASS (tori_application_parent_class)->shutdown (application);
}

static void
tori_application_class_init (ToriApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = tori_application_startup;
  application_class->activate = tori_application_activate;
  application_class->open = tori_application_open;
  application_class->shutdown = tori_application_shutdown;
  GTK_APPLICATION_CLASS (klass)->window_added = tori_application_window_added;
  GTK_APPLICATION_CLASS (klass)->window_removed = tori_application_window_removed;
}

static void
tori_application_init (ToriApplication *self)
{
}

ToriApplication *
tori_application_new (void)
{
  return g_object_new (TORI_TYPE_APPLICATION, "application-id", APP_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/torikumi/Torikumi", NULL);
}

/**
 * tori_application_find_window:
 * @self: the application
 * @file: a file
 *
 * Returns: (transfer none) (nullable): the window that has that file open, under whatever name
 */
ToriWindow *
tori_application_find_window (ToriApplication *self, GFile *file)
{
  g_return_val_if_fail (TORI_IS_APPLICATION (self), NULL);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (TORI_IS_WINDOW (l->data) && tori_window_has_file (l->data, file))
      return l->data;
  return NULL;
}

/* Where its file is shown as it was saved, if it is; one file has one window. */
static ToriWindow *
get_window_for (ToriApplication *self, ToriDocument *restored)
{
  GFile *file = tori_document_get_file (restored);
  ToriWindow *window = file == NULL ? NULL : tori_application_find_window (self, file);
  ToriDocument *shown = window == NULL ? NULL : tori_window_get_document (window);

  return shown != NULL && !tori_document_get_modified (shown) ? window : get_free_window (self);
}

/**
 * tori_application_restore:
 * @self: the application
 * @copies: copies of a plan whose editor has died
 *
 * Shows the plan with what was not saved.
 *
 * Returns: (transfer none) (nullable): the window that shows it; NULL when the copies cannot be read any more
 */
ToriWindow *
tori_application_restore (ToriApplication *self, ToriRecovery *copies)
{
  g_autoptr (ToriDocument) document = NULL;
  ToriWindow *window;

  g_return_val_if_fail (TORI_IS_APPLICATION (self), NULL);

  document = tori_document_new_restored (copies, NULL);
  if (document == NULL)
    return NULL; /* it could be read a moment ago; it is offered again at the next start */
  window = get_window_for (self, document);
  tori_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/**
 * tori_application_run:
 * @argc: number of arguments
 * @argv: the files to open
 *
 * Runs the program with its windows until the last one is closed.
 *
 * Returns: exit state
 */
int
tori_application_run (int argc, char **argv)
{
  g_autoptr (ToriApplication) self = tori_application_new ();

  return g_application_run (G_APPLICATION (self), argc, argv);
}
