/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tori-test-window.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

#include "tori-test-slow.h"
#include "ui/tori-sidebar.h"

/* What the tests of real windows share. Nothing waits for a time, everything for a condition. */

/**
 * tori_test_patience:
 *
 * Returns: how long a condition may take until the test is given up, in microseconds
 */
gint64
tori_test_patience (void)
{
#ifdef __SANITIZE_ADDRESS__
  return 100 * G_USEC_PER_SEC; /* everything is several times as slow */
#else
  return 20 * G_USEC_PER_SEC;
#endif
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* One turn of the main loop; it ends even if nothing happens, so that the time can be looked at. */
void
tori_test_turn (void)
{
  const guint id = g_timeout_add (100, wake_cb, NULL);

  g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

/* Lets everything happen that is due. */
void
tori_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
drawn_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  (*(int *) data)++;
  return G_SOURCE_CONTINUE;
}

/**
 * tori_test_draw:
 * @widget: a widget in a window that is shown
 *
 * Waits for a few frames, so that everything has found its size.
 */
void
tori_test_draw (GtkWidget *widget)
{
  int frames = 0;
  const guint id = gtk_widget_add_tick_callback (widget, drawn_cb, &frames, NULL);

  tori_test_wait (frames > 4);
  gtk_widget_remove_tick_callback (widget, id);
}

/**
 * tori_test_take_picture:
 * @window: a window that is drawn
 * @scale: how many pixels of the picture one of the window has
 *
 * Returns: (transfer full): what it looks like
 */
GdkTexture *
tori_test_take_picture (GtkWidget *window, int scale)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  const int width = gdk_paintable_get_intrinsic_width (paintable);
  const int height = gdk_paintable_get_intrinsic_height (paintable);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GdkTexture *texture;

  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (
      gtk_native_get_renderer (GTK_NATIVE (window)), node,
      &GRAPHENE_RECT_INIT (0, 0, (float) (scale * width), (float) (scale * height)));
  gsk_render_node_unref (node);
  return texture;
}

static ToriApplication *application;

/* Starts the toolkit with the words of this build. (Not gtk_test_init (), which would take the Japanese
 * locale away.) */
void
tori_test_ui_start (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TORIKUMI_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  gtk_init ();
  adw_init ();
}

void
tori_test_ui_end (void)
{
  tori_test_settle ();
  g_clear_object (&application);
}

/* libadwaita 1.7 tries the buttons of a message dialog at a third of its width, however long their words are,
 * and GTK 4.18 complains. Nothing that we write can change that. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE")
        && g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel"))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

/**
 * tori_test_ui_run:
 * @argc: of main
 * @argv: of main
 * @add_tests: registers the tests
 *
 * Runs tests that show windows.
 *
 * Returns: what main returns
 */
int
tori_test_ui_run (int argc, char **argv, void (*add_tests) (void))
{
  int state;

  g_test_init (&argc, &argv, NULL); /* the session has folders of its own */
  g_log_set_writer_func (write_log, NULL, NULL);
  tori_test_ui_start ();
  if (g_getenv ("TORIKUMI_SLOW") != NULL) /* set by tools/dev soak */
    tori_test_slow_begin ();
  add_tests ();
  state = g_test_run ();
  tori_test_ui_end ();
  return state;
}

/**
 * tori_test_application:
 *
 * Returns: (transfer none): the program's application, registered
 */
ToriApplication *
tori_test_application (void)
{
  if (application == NULL)
    {
      g_autoptr (GError) error = NULL;

      application = tori_application_new ();
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  return application;
}

/**
 * tori_test_sample_path:
 *
 * Returns: (transfer full): where the sample is, in a copy of this session: tests that run beside each other
 * would have the same file open
 */
char *
tori_test_sample_path (void)
{
  g_autofree char *original =
      g_build_filename (g_getenv ("TORIKUMI_SOURCE_ROOT"), "data", "samples", "shiomihara.torikumi", NULL);
  char *path = g_build_filename (g_get_user_cache_dir (), "shiomihara.torikumi", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_assert_true (g_file_get_contents (original, &bytes, &length, NULL));
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_cache_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  return path;
}

/* A window with a plan that is in no file. */
ToriWindow *
tori_test_show_plan (ToriPlan *plan)
{
  g_autoptr (ToriDocument) document = tori_document_new (plan);
  ToriWindow *window = tori_window_new (GTK_APPLICATION (tori_test_application ()));

  tori_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  tori_test_wait (gtk_window_is_active (GTK_WINDOW (window)));
  return window;
}

/* A window with the plan of a file. */
ToriWindow *
tori_test_open (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  ToriWindow *window = tori_window_new (GTK_APPLICATION (tori_test_application ()));

  tori_window_open (window, file);
  gtk_window_present (GTK_WINDOW (window));
  tori_test_wait (tori_window_get_document (window) != NULL);
  tori_test_wait (gtk_window_is_active (GTK_WINDOW (window)));
  return window;
}

/* Ends a window without questions; it is gone as soon as what it was doing is done. */
void
tori_test_close (ToriWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  tori_test_wait (window == NULL);
  tori_test_settle ();
}

/**
 * tori_test_remove_folder:
 * @folder: a folder of a plan whose window was closed
 *
 * Removes it, in which nothing is left but the lock, as long as a thread takes it away.
 */
void
tori_test_remove_folder (const char *folder)
{
  tori_test_wait (g_rmdir (folder) == 0);
}

gboolean
tori_test_is_enabled (ToriWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

/* Does what a menu would do. */
void
tori_test_activate (gpointer group, const char *action)
{
  g_assert_true (g_action_group_get_action_enabled (group, action));
  g_action_group_activate_action (group, action, NULL);
}

/* A row of the sidebar, counted over all sections. */
GtkListBoxRow *
tori_test_get_group_row (ToriWindow *window, int row)
{
  ToriSidebar *sidebar = tori_test_find (window, TORI_TYPE_SIDEBAR, NULL);
  g_autoptr (ToriGroup) group = g_list_model_get_item (tori_sidebar_get_groups (sidebar), (guint) row);

  return tori_sidebar_find_row (sidebar, group);
}

/* Clicks a row of the sidebar. */
void
tori_test_choose_group (ToriWindow *window, int row)
{
  GtkListBoxRow *found = tori_test_get_group_row (window, row);

  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (found)), "row-activated", found);
}

static gboolean
is_labelled (GtkWidget *widget, const char *label)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), label) == 0)
    return TRUE;
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return TRUE;
  return g_strcmp0 (gtk_widget_get_name (widget), label) == 0;
}

/**
 * tori_test_find:
 * @inside: a widget
 * @type: what is looked for
 * @label: (nullable): its label or name
 *
 * Returns: (nullable): the first widget of that type inside that can be seen
 */
gpointer
tori_test_find (gpointer inside, GType type, const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (!gtk_widget_get_visible (child))
        continue;
      if (g_type_is_a (G_OBJECT_TYPE (child), type) && (label == NULL || is_labelled (child, label)))
        return child;
      found = tori_test_find (child, type, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * tori_test_is_refused:
 * @field: what something is entered in
 *
 * Returns: whether what is in it is marked as wrong, for the eye and for a screen reader, and the reason told
 */
gboolean
tori_test_is_refused (GtkWidget *field)
{
  g_autofree char *state = gtk_test_accessible_check_state (
      GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  const gboolean is_refused = state == NULL;

  g_assert_true (gtk_widget_has_css_class (field, "error") == is_refused);
  g_assert_true (
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY)
      == is_refused);
  return is_refused;
}

/* Whether a cell or card that can be seen has this text. */
gboolean
tori_test_shows (GtkWidget *inside, const char *text)
{
  if (GTK_IS_INSCRIPTION (inside) && gtk_widget_get_mapped (inside)
      && g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (inside)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (tori_test_shows (child, text))
      return TRUE;
  return FALSE;
}

/**
 * tori_test_find_window:
 * @type: what is looked for
 *
 * Returns: (nullable): the first window of that type
 */
gpointer
tori_test_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

void
tori_test_press (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* Answers a dialog. */
void
tori_test_respond (GtkWindow *dialog, const char *response)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
}

static gboolean
rest_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until nothing happens any more for a while. GTK 4.18 asks about each folder of a path one after the other,
 * and falls over an answer that comes when the chooser is gone. */
static void
rest (void)
{
  for (gboolean at_rest = FALSE; !at_rest;)
    {
      const guint id = g_timeout_add (200, rest_cb, &at_rest);

      tori_test_settle ();
      g_main_context_iteration (NULL, TRUE);
      if (!at_rest)
        g_source_remove (id);
    }
}

static gboolean
has_chosen (GtkFileChooser *chooser, GFile *file)
{
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (chooser);

  return chosen != NULL && g_file_equal (chosen, file);
}

/* Answers the file chooser that is open; it is GTK's own, as no portal is there. A whole path may stand for
 * the name, as when somebody types it. */
void
tori_test_choose_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog;

  tori_test_wait (tori_test_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL);
  dialog = tori_test_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  if (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), path);
  else
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), file, NULL);
  tori_test_wait (has_chosen (GTK_FILE_CHOOSER (dialog), file));
  rest ();
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
}
