/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-versions-dialog.h"

#include <glib/gi18n.h>

#include "merge/tori-change-words.h"
#include "merge/tori-diff.h"
#include "merge/tori-merge.h"
#include "storage/tori-codec.h"
#include "storage/tori-versions.h"
#include "ui/tori-help-window.h"

/* What the plan's file held before: each version can be compared with the plan as it is now, looked at in a
 * window of its own, and restored in one step that can be undone. */
struct _ToriVersionsDialog
{
  AdwWindow parent_instance;

  ToriHistory *history;
  GPtrArray *versions; /* of ToriVersion */
  AdwPreferencesGroup *group;
};

enum
{
  SIGNAL_LOOK,
  SIGNAL_RESTORED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ToriVersionsDialog, tori_versions_dialog, ADW_TYPE_WINDOW)

#define MOST_LINES 100 /* of what differs; nobody reads more */

static const ToriVersion *
get_version (ToriVersionsDialog *self, GtkWidget *inside)
{
  GtkWidget *row = gtk_widget_get_ancestor (inside, ADW_TYPE_EXPANDER_ROW);

  return self->versions->pdata[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "version"))];
}

static ToriPlan *
read_plan (const ToriVersion *version)
{
  ToriDigest digest;
  g_autoptr (GBytes) bytes = tori_safe_file_load (version->path, &digest, NULL);

  return bytes == NULL ? NULL : tori_codec_decode_bytes (bytes, NULL);
}

/* --- What differs --- */

static void
add_line (AdwExpanderRow *row, const char *title, const char *subtitle)
{
  GtkWidget *line = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), subtitle_markup);
  adw_expander_row_add_row (row, line);
}

static void
compare (ToriVersionsDialog *self, AdwExpanderRow *row)
{
  g_autoptr (ToriPlan) plan = read_plan (get_version (self, GTK_WIDGET (row)));
  g_autoptr (GPtrArray) changes =
      plan == NULL ? NULL : tori_diff (plan, tori_history_get_plan (self->history));

  if (changes == NULL)
    {
      add_line (row, _ ("This version cannot be read"), "");
      return;
    }
  for (guint i = 0; i < changes->len && i < MOST_LINES; i++)
    {
      g_autofree char *subject = tori_change_words_subject (changes->pdata[i]);
      g_autofree char *words = tori_change_words (changes->pdata[i]);

      add_line (row, subject, words);
    }
  if (changes->len > MOST_LINES)
    {
      const guint more = changes->len - MOST_LINES;
      g_autofree char *words = g_strdup_printf (ngettext ("%u more change", "%u more changes", more), more);

      add_line (row, words, "");
    }
  if (changes->len == 0)
    add_line (row, _ ("The same as the plan is now"), "");
}

/* Only of those that somebody wants to see: a large plan takes its time. */
static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, ToriVersionsDialog *self)
{
  if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "compared") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "compared", row);
  compare (self, row);
}

/* --- What can be done --- */

static void
look_cb (ToriVersionsDialog *self, GtkWidget *button)
{
  g_autoptr (GFile) file = g_file_new_for_path (get_version (self, button)->path);

  g_signal_emit (self, signals[SIGNAL_LOOK], 0, file);
  gtk_window_close (GTK_WINDOW (self));
}

static void
restore_cb (ToriVersionsDialog *self, GtkWidget *button)
{
  g_autoptr (ToriPlan) plan = read_plan (get_version (self, button));
  g_autoptr (ToriRecord) now = NULL;

  if (plan == NULL)
    return; /* it says so when it is opened */
  now = tori_record_duplicate (TORI_RECORD (tori_history_get_plan (self->history)));
  tori_merge_free (tori_merge (self->history, TORI_STEP_RESTORE, TORI_PLAN (now), plan));
  g_signal_emit (self, signals[SIGNAL_RESTORED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- Building --- */

static void
tori_versions_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (TORI_VERSIONS_DIALOG (object)->versions);
  g_object_unref (TORI_VERSIONS_DIALOG (object)->history);

  G_OBJECT_CLASS (tori_versions_dialog_parent_class)->finalize (object);
}

static void
tori_versions_dialog_class_init (ToriVersionsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_versions_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);

  /**
   * ToriVersionsDialog::look:
   * @self: the dialog
   * @file: the version that is to be shown in a window of its own
   */
  signals[SIGNAL_LOOK] = g_signal_new ("look", TORI_TYPE_VERSIONS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  /**
   * ToriVersionsDialog::restored:
   * @self: the dialog
   *
   * The plan is as it was in the version that was chosen.
   */
  signals[SIGNAL_RESTORED] = g_signal_new ("restored", TORI_TYPE_VERSIONS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  tori_help_bind (GTK_WIDGET_CLASS (klass), "safety");
}

static void
tori_versions_dialog_init (ToriVersionsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Former Versions"));
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 560);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

static GtkWidget *
make_button (ToriVersionsDialog *self, const char *label, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_version (ToriVersionsDialog *self, guint i)
{
  const ToriVersion *version = self->versions->pdata[i];
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (version->time / G_USEC_PER_SEC);
  g_autofree char *title = time == NULL ? g_strdup ("") : g_date_time_format (time, "%x %R");
  g_autofree char *size = g_format_size ((guint64) version->size);
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  g_object_set_data (G_OBJECT (row), "version", GUINT_TO_POINTER (i));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), size);
  /* Translators: a button: shows a former version of the plan in a window of its own. */
  gtk_box_append (GTK_BOX (buttons), make_button (self, _ ("_Look At"), "look", G_CALLBACK (look_cb)));
  gtk_box_append (GTK_BOX (buttons), make_button (self, _ ("_Restore"), "restore", G_CALLBACK (restore_cb)));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), buttons);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
  adw_preferences_group_add (self->group, row);
}

/**
 * tori_versions_dialog_new:
 * @history: the history of a plan
 *
 * Returns: a dialog with what its file held before
 */
GtkWindow *
tori_versions_dialog_new (ToriHistory *history)
{
  ToriVersionsDialog *self = g_object_new (TORI_TYPE_VERSIONS_DIALOG, NULL);

  self->history = g_object_ref (history);
  self->versions = tori_versions_list (tori_record_get_id (TORI_RECORD (tori_history_get_plan (history))));
  adw_preferences_group_set_description (
      self->group,
      self->versions->len == 0
          ? _ ("There are none yet. Each time this plan is saved on this computer, what the file held before "
               "is "
               "kept here.")
          : _ ("What the file held before it was saved on this computer, by the time when that was written. "
               "Open a "
               "row to see what has changed since. Restoring can be undone, and nothing is saved by it."));
  for (guint i = 0; i < self->versions->len; i++)
    add_version (self, i);
  return GTK_WINDOW (self);
}
