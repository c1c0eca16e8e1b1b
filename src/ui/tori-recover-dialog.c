/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-recover-dialog.h"
#include "ui/tori-help-window.h"

#include <glib/gi18n.h>

/* At the start: the plans that were being edited when the program ended unexpectedly. Each can be restored or
 * given up; what is neither is offered again next time. */
struct _ToriRecoverDialog
{
  AdwWindow parent_instance;

  GtkListBox *list;
};

enum
{
  SIGNAL_RESTORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ToriRecoverDialog, tori_recover_dialog, ADW_TYPE_WINDOW)

static ToriRecovery *
get_copies (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "copies");
}

static gboolean
close_cb (gpointer data)
{
  gtk_window_close (data);
  return G_SOURCE_REMOVE;
}

/* With the last one goes the dialog, but after another that asked: GTK 4.8 does not notice when the window
 * that a dying dialog belongs to goes first. */
static void
remove_row (ToriRecoverDialog *self, GtkWidget *row)
{
  gtk_list_box_remove (self->list, row);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->list)) == NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self), g_object_unref);
}

static void
restore (ToriRecoverDialog *self, GtkWidget *row)
{
  g_autoptr (ToriRecovery) copies = g_object_ref (get_copies (row));

  g_signal_emit (self, signals[SIGNAL_RESTORE], 0, copies);
  remove_row (self, row);
}

static GtkWidget *
find_row (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);
}

static void
restore_cb (ToriRecoverDialog *self, GtkWidget *button)
{
  restore (self, find_row (button));
}

static void
discard_response_cb (AdwMessageDialog *dialog, const char *response, ToriRecoverDialog *self)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (dialog), "row");
  ToriRecovery *copies = get_copies (row);

  if (!g_str_equal (response, "discard"))
    return;
  tori_recovery_take_over (copies);
  tori_recovery_drop (copies);
  remove_row (self, row);
}

static void
discard_cb (ToriRecoverDialog *self, GtkWidget *button)
{
  GtkWidget *row = find_row (button);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), _ ("Give Up These Changes?"),
      _ ("What was not saved of this plan is removed for good. The file itself stays as it is."));
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_responses (message, "cancel", _ ("_Cancel"), "discard", _ ("_Give Up"), NULL);
  adw_message_dialog_set_response_appearance (message, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (message, "cancel");
  adw_message_dialog_set_close_response (message, "cancel");
  g_object_set_data (G_OBJECT (dialog), "row", row);
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tori_recover_dialog_class_init (ToriRecoverDialogClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);

  /**
   * ToriRecoverDialog::restore:
   * @self: the dialog
   * @copies: the copies of the plan that is to be shown
   */
  signals[SIGNAL_RESTORE] = g_signal_new ("restore", TORI_TYPE_RECOVER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, TORI_TYPE_RECOVERY);
  tori_help_bind (GTK_WIDGET_CLASS (klass), "safety");
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
tori_recover_dialog_init (ToriRecoverDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (page, "tori-form");
  gtk_box_append (GTK_BOX (page),
                  make_label (_ ("Torikumi ended unexpectedly while these plans had changes that "
                                 "were not saved. Restored changes are not saved by themselves: "
                                 "look at them, then save."),
                              NULL));
  gtk_box_append (GTK_BOX (page), list);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Unsaved Work Was Found"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 400);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

static void
add_row (ToriRecoverDialog *self, const ToriOrphan *orphan)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *discard = gtk_button_new_with_mnemonic (_ ("_Give Up"));
  GtkWidget *restore_button = gtk_button_new_with_mnemonic (_ ("_Restore"));
  g_autofree char *title =
      g_markup_escape_text (*orphan->title == '\0' ? _ ("Plan without a title") : orphan->title, -1);
  g_autofree char *details =
      orphan->place == NULL
          /* Translators: what differs, and when that was kept. */
          ? g_strdup_printf (_ ("%1$s · %2$s"), orphan->differs, orphan->time)
          /* Translators: what differs, when that was kept, and the file. */
          : g_strdup_printf (_ ("%1$s · %2$s\n%3$s"), orphan->differs, orphan->time, orphan->place);
  g_autofree char *subtitle = g_markup_escape_text (details, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data_full (G_OBJECT (row), "copies", g_object_ref (orphan->copies), g_object_unref);
  gtk_widget_add_css_class (restore_button, "suggested-action");
  gtk_widget_set_valign (discard, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (restore_button, GTK_ALIGN_CENTER);
  gtk_widget_set_name (discard, "give-up");
  gtk_widget_set_name (restore_button, "restore");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), discard);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), restore_button);
  g_signal_connect_object (discard, "clicked", G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (restore_button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

/**
 * tori_recover_dialog_new:
 * @orphans: (element-type ToriOrphan): plans whose editor has died
 *
 * Returns: a dialog that offers them
 */
GtkWindow *
tori_recover_dialog_new (GPtrArray *orphans)
{
  ToriRecoverDialog *self = g_object_new (TORI_TYPE_RECOVER_DIALOG, NULL);

  for (guint i = 0; i < orphans->len; i++)
    add_row (self, orphans->pdata[i]);
  return GTK_WINDOW (self);
}
