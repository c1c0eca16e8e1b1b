/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "tori-test-preview.h"
#include "tori-test-window.h"
#include "storage/tori-codec.h"
#include "storage/tori-versions.h"
#include "ui/tori-conflicts-dialog.h"
#include "ui/tori-recover-dialog.h"
#include "ui/tori-versions-dialog.h"
#include "ui/tori-divisions-dialog.h"
#include "ui/tori-editor.h"
#include "ui/tori-new-plan-dialog.h"
#include "ui/tori-plan-settings.h"
#include "ui/tori-preferences.h"
#include "ui/tori-renumber-dialog.h"
#include "ui/tori-replace-dialog.h"

/* Walks through every window: whatever can have the focus has a name that is none of a class, and a button
 * without words says by a tooltip what it does. */

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  return GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget)) : NULL;
}

/* Words that are seen inside of it. */
static gboolean
has_words (GtkWidget *widget)
{
  const char *text = get_text (widget);

  if (text != NULL && *text != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_words (child))
      return TRUE;
  return FALSE;
}

static char *
get_label (GtkWidget *widget)
{
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return NULL;
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "\001");
}

static gboolean
is_named (GtkWidget *widget)
{
  g_autofree char *label = get_label (widget);

  if (label != NULL && *label != '\0' && !g_str_has_prefix (label, "Gtk") && !g_str_has_prefix (label, "Adw")
      && !g_str_has_prefix (label, "Tori"))
    return TRUE;
  /* A button says that it is labelled by its icon, which is silent. */
  return (!GTK_IS_BUTTON (widget)
          && gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
         || has_words (widget);
}

/* The part of a widget that takes the focus, such as the text of an entry, is named by the whole. */
static gboolean
is_named_by_whole (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (is_named (widget))
    return TRUE;
  if (GTK_IS_TEXT (widget))
    {
      GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);

      while (parent != NULL && !GTK_IS_EDITABLE (parent))
        parent = gtk_widget_get_parent (parent);
      return (parent != NULL && is_named (parent))
             || (row != NULL && *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) != '\0');
    }
  return parent != NULL && (GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent)) && is_named (parent);
}

static char *
describe (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    g_string_append_printf (path, "%s%s(%s)", path->len > 0 ? " < " : "", G_OBJECT_TYPE_NAME (at),
                            gtk_widget_get_name (at));
  return g_string_free (path, FALSE);
}

/* Buttons that GTK and libadwaita make themselves have names, but not all have tooltips. */
static gboolean
is_ours (GtkWidget *button)
{
  return gtk_widget_get_ancestor (button, GTK_TYPE_WINDOW_CONTROLS) == NULL
         && gtk_widget_get_ancestor (button, GTK_TYPE_SPIN_BUTTON) == NULL
         && gtk_widget_get_ancestor (button, GTK_TYPE_TEXT) == NULL && GTK_IS_BUTTON (button)
         && gtk_button_get_icon_name (GTK_BUTTON (button)) != NULL
         && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (button)) && !ADW_IS_ENTRY_ROW (button)
         && gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW) == NULL;
}

static guint
walk (GtkWidget *widget, GString *faults)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (gtk_widget_get_focusable (widget) && gtk_widget_get_sensitive (widget))
    {
      g_autofree char *path = describe (widget);

      n++;
      if (!GTK_IS_WINDOW (widget) && !GTK_IS_SPIN_BUTTON (gtk_widget_get_parent (widget))
          && !GTK_IS_SCROLLED_WINDOW (widget) && !is_named_by_whole (widget))
        g_string_append_printf (faults, "no name: %s\n", path);
      if (is_ours (widget) && gtk_widget_get_tooltip_text (widget) == NULL)
        g_string_append_printf (faults, "no tooltip: %s\n", path);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += walk (child, faults);
  return n;
}

static void
check (gpointer window, guint at_least)
{
  g_autoptr (GString) faults = g_string_new (NULL);
  guint n;

  tori_test_wait (gtk_widget_get_mapped (window) && gtk_widget_get_height (window) > 0);
  tori_test_settle ();
  n = walk (window, faults);
  g_assert_cmpstr (faults->str, ==, "");
  g_assert_cmpuint (n, >=, at_least);
}

static ToriWindow *
open_sample (void)
{
  g_autofree char *path = tori_test_sample_path ();

  return tori_test_open (path);
}

static void
test_views (void)
{
  static const char *const views[] = { "list", "cards", "schedule", "totals" };
  ToriWindow *window = open_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string (views[i]));
      check (window, 20);
    }
  tori_test_activate (window, "search");
  check (window, 20);
  tori_test_close (window);
}

static void
test_start (void)
{
  ToriWindow *window = tori_window_new (GTK_APPLICATION (tori_test_application ()));

  tori_window_set_document (window, NULL);
  gtk_window_present (GTK_WINDOW (window));
  check (window, 4);
  tori_test_close (window);
}

static void
check_opened (gpointer group, const char *action, GType type, guint at_least)
{
  GtkWindow *opened;

  tori_test_activate (group, action);
  tori_test_wait ((opened = tori_test_find_window (type)) != NULL);
  check (opened, at_least);
  gtk_window_close (opened);
  tori_test_settle ();
}

static void
test_dialogs (void)
{
  ToriWindow *window = open_sample ();
  ToriApplication *application = tori_test_application ();

  check_opened (window, "set-divisions", TORI_TYPE_DIVISIONS_DIALOG, 4);
  check_opened (window, "renumber", TORI_TYPE_RENUMBER_DIALOG, 4);
  check_opened (window, "replace", TORI_TYPE_REPLACE_DIALOG, 4);
  check_opened (window, "plan-settings", TORI_TYPE_PLAN_SETTINGS, 20);
  check_opened (window, "edit-initiative", TORI_TYPE_EDITOR, 20);
  check_opened (application, "preferences", TORI_TYPE_PREFERENCES, 2);
  check_opened (application, "new", TORI_TYPE_NEW_PLAN_DIALOG, 5);
  tori_test_close (window);
}

static void
test_preview (void)
{
  ToriWindow *window = open_sample ();
  ToriPreviewWindow *preview = tori_test_open_preview (window);

  tori_test_wait_for_pages (preview);
  check (preview, 20);
  tori_test_close (window);
}

/* What is asked about copies, conflicts and versions. */
static void
test_safety (void)
{
  ToriWindow *window = open_sample ();
  ToriPlan *plan = tori_document_get_plan (tori_window_get_document (window));
  g_autoptr (GBytes) bytes = tori_codec_encode (plan);
  g_autoptr (ToriPlan) base = TORI_PLAN (tori_record_duplicate (TORI_RECORD (plan)));
  g_autoptr (ToriPlan) ours = TORI_PLAN (tori_record_duplicate (TORI_RECORD (plan)));
  g_autoptr (ToriPlan) theirs = TORI_PLAN (tori_record_duplicate (TORI_RECORD (plan)));
  g_autoptr (ToriHistory) history = tori_history_new (ours);
  g_autoptr (GPtrArray) orphans = g_ptr_array_new ();
  g_autoptr (ToriRecovery) copies = tori_recovery_new ();
  ToriOrphan orphan = { copies, (char *) "題", (char *) "/share/a", (char *) "1", (char *) "2" };
  const ToriDigest digest = { { 0 } };
  GtkWindow *dialogs[2];

  g_assert_true (
      tori_versions_keep (tori_record_get_id (TORI_RECORD (plan)), "file:///x", 1, bytes, &digest, NULL));
  check_opened (window, "versions", TORI_TYPE_VERSIONS_DIALOG, 3);
  g_ptr_array_add (orphans, &orphan);
  g_object_set (ours, "title", "一", NULL);
  g_object_set (theirs, "title", "二", NULL);
  dialogs[0] = tori_recover_dialog_new (orphans);
  dialogs[1] = tori_conflicts_dialog_new (history, tori_merge (history, TORI_STEP_MERGE, base, theirs));
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      gtk_window_present (dialogs[i]);
      tori_test_settle ();
      check (dialogs[i], 3);
      gtk_window_destroy (dialogs[i]);
    }
  tori_test_close (window);
}

/* The walker sees what it is there for. */
static void
test_faults (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GString) faults = g_string_new (NULL);

  gtk_box_append (GTK_BOX (box), gtk_label_new ("words that name nothing"));
  gtk_box_append (GTK_BOX (box), gtk_button_new_from_icon_name ("edit-find-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_entry_new ());
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  tori_test_wait (gtk_widget_get_mapped (box));
  walk (box, faults);
  g_assert_nonnull (strstr (faults->str, "no name: GtkButton"));
  g_assert_nonnull (strstr (faults->str, "no tooltip: GtkButton"));
  g_assert_nonnull (strstr (faults->str, "no name: GtkText"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/accessible/faults", test_faults);
  g_test_add_func ("/accessible/start", test_start);
  g_test_add_func ("/accessible/views", test_views);
  g_test_add_func ("/accessible/dialogs", test_dialogs);
  g_test_add_func ("/accessible/preview", test_preview);
  g_test_add_func ("/accessible/safety", test_safety);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  return tori_test_ui_run (argc, argv, add_tests);
}
