/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tori-test-windows.h"

#include "storage/tori-codec.h"
#include "storage/tori-lock.h"
#include "storage/tori-versions.h"
#include "tori-test-preview.h"
#include "ui/tori-conflicts-dialog.h"
#include "ui/tori-divisions-dialog.h"
#include "ui/tori-editor.h"
#include "ui/tori-help-window.h"
#include "ui/tori-new-plan-dialog.h"
#include "ui/tori-plan-settings.h"
#include "ui/tori-preferences.h"
#include "ui/tori-recover-dialog.h"
#include "ui/tori-renumber-dialog.h"
#include "ui/tori-replace-dialog.h"
#include "ui/tori-versions-dialog.h"

/* Opens each window of the program, for tests that look at all of them. */

static ToriTestVisit visitor;

/* A window that is not active yet is pale. */
static void
visit (gpointer window, guint at_least)
{
  tori_test_wait (gtk_window_is_active (window));
  tori_test_draw (window);
  visitor (window, at_least);
}

static ToriWindow *
open_sample (void)
{
  g_autofree char *path = tori_test_sample_path ();

  return tori_test_open (path);
}

static void
visit_views (void)
{
  static const char *const views[] = { "list", "cards", "schedule", "totals" };
  ToriWindow *window = open_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string (views[i]));
      visit (window, 20);
    }
  tori_test_activate (window, "search");
  visit (window, 20);
  tori_test_close (window);
}

static void
visit_start (void)
{
  ToriWindow *window = tori_window_new (GTK_APPLICATION (tori_test_application ()));

  tori_window_set_document (window, NULL);
  gtk_window_present (GTK_WINDOW (window));
  visit (window, 4);
  tori_test_close (window);
}

static void
visit_opened (gpointer group, const char *action, GType type, guint at_least)
{
  GtkWindow *opened;

  tori_test_activate (group, action);
  tori_test_wait ((opened = tori_test_find_window (type)) != NULL);
  visit (opened, at_least);
  gtk_window_close (opened);
  tori_test_settle ();
}

static void
visit_dialogs (void)
{
  ToriWindow *window = open_sample ();
  ToriApplication *application = tori_test_application ();

  visit_opened (window, "set-divisions", TORI_TYPE_DIVISIONS_DIALOG, 4);
  visit_opened (window, "renumber", TORI_TYPE_RENUMBER_DIALOG, 4);
  visit_opened (window, "replace", TORI_TYPE_REPLACE_DIALOG, 4);
  visit_opened (window, "plan-settings", TORI_TYPE_PLAN_SETTINGS, 20);
  visit_opened (window, "edit-initiative", TORI_TYPE_EDITOR, 20);
  visit_opened (application, "preferences", TORI_TYPE_PREFERENCES, 2);
  visit_opened (application, "new", TORI_TYPE_NEW_PLAN_DIALOG, 5);
  tori_test_activate (window, "next-year");
  tori_test_wait (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  visit (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG), 2);
  gtk_window_close (tori_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  tori_test_settle ();
  tori_test_close (window);
}

static void
visit_help (void)
{
  ToriWindow *window = open_sample ();
  static const char *const pages[] = { "index", "shortcuts", "admin" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      tori_help_show (GTK_APPLICATION (tori_test_application ()), pages[i]);
      visit (tori_test_find_window (TORI_TYPE_HELP_WINDOW), 5);
    }
  tori_test_close (window);
}

/* A colleague has the plan open. */
static void
visit_locked (void)
{
  g_autofree char *path = tori_test_sample_path ();
  g_autoptr (ToriLock) lock = tori_lock_new (path);
  ToriLockHolder holder;
  ToriWindow *window;

  g_assert_cmpint (tori_lock_try (lock, TORI_LOCK_TAKE, &holder), ==, TORI_LOCK_MINE);
  window = open_sample ();
  tori_test_wait (tori_test_find (window, GTK_TYPE_INFO_BAR, NULL) != NULL);
  visit (window, 20);
  tori_test_close (window);
}

static void
visit_preview (void)
{
  ToriWindow *window = open_sample ();
  ToriPreviewWindow *preview = tori_test_open_preview (window);

  tori_test_wait_for_pages (preview);
  visit (preview, 20);
  tori_test_close (window);
}

/* What is asked about copies, conflicts and versions. */
static void
visit_safety (void)
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
  visit_opened (window, "versions", TORI_TYPE_VERSIONS_DIALOG, 3);
  g_ptr_array_add (orphans, &orphan);
  g_object_set (ours, "title", "一", NULL);
  g_object_set (theirs, "title", "二", NULL);
  dialogs[0] = tori_recover_dialog_new (orphans);
  dialogs[1] = tori_conflicts_dialog_new (history, tori_merge (history, TORI_STEP_MERGE, base, theirs));
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      gtk_window_present (dialogs[i]);
      tori_test_settle ();
      visit (dialogs[i], 3);
      gtk_window_destroy (dialogs[i]);
    }
  tori_test_close (window);
}

/**
 * tori_test_add_windows:
 * @path: of the tests
 * @function: called with each window when it is laid out, and with how many places at least can have the
 * focus
 *
 * Adds tests that open every window.
 */
void
tori_test_add_windows (const char *path, ToriTestVisit function)
{
  static const struct
  {
    const char *name;
    GTestFunc test;
  } tests[] = { { "start", visit_start },     { "views", visit_views },   { "dialogs", visit_dialogs },
                { "preview", visit_preview }, { "safety", visit_safety }, { "help", visit_help },
                { "locked", visit_locked } };

  visitor = function;
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *name = g_strconcat (path, "/", tests[i].name, NULL);

      g_test_add_func (name, tests[i].test);
    }
}
