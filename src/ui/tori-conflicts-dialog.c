/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-conflicts-dialog.h"

#include <glib/gi18n.h>

#include "merge/tori-change-words.h"
#include "ui/tori-dialog-header.h"
#include "ui/tori-help-window.h"

/* What two people changed in different ways, side by side. Ours is in the plan; where theirs is chosen, it
 * comes in its place, all of it as one step. */
struct _ToriConflictsDialog
{
  AdwWindow parent_instance;

  ToriHistory *history;
  ToriMerge *merge;
  GtkBox *page;
  GPtrArray *theirs; /* of GtkCheckButton, one a conflict; active where theirs is chosen */
};

G_DEFINE_FINAL_TYPE (ToriConflictsDialog, tori_conflicts_dialog, ADW_TYPE_WINDOW)

static void
apply_cb (ToriConflictsDialog *self)
{
  tori_history_begin (self->history, TORI_STEP_MERGE);
  for (guint i = 0; i < self->theirs->len; i++)
    if (gtk_check_button_get_active (self->theirs->pdata[i]))
      tori_merge_take_theirs (self->merge, self->history, self->merge->conflicts->pdata[i]);
  tori_history_end (self->history);
  gtk_window_close (GTK_WINDOW (self));
}

static void
tori_conflicts_dialog_finalize (GObject *object)
{
  ToriConflictsDialog *self = TORI_CONFLICTS_DIALOG (object);

  g_ptr_array_unref (self->theirs);
  tori_merge_free (self->merge);
  g_object_unref (self->history);

  G_OBJECT_CLASS (tori_conflicts_dialog_parent_class)->finalize (object);
}

static void
tori_conflicts_dialog_class_init (ToriConflictsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_conflicts_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  tori_help_bind (GTK_WIDGET_CLASS (klass), "shared");
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
tori_conflicts_dialog_init (ToriConflictsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *apply;

  self->theirs = g_ptr_array_new ();
  self->page = GTK_BOX (page);
  gtk_widget_add_css_class (page, "tori-form");
  gtk_box_append (
      self->page,
      make_label (_ ("You and somebody else have changed the same things in different ways. Yours are "
                     "in the plan now; choose where theirs shall take their place. It can be undone."),
                  NULL));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), tori_dialog_header_new ("take", _ ("_Apply"), &apply));
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 800, 600);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  g_signal_connect_object (apply, "clicked", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_choice (const char *title, const char *value, GtkWidget *group)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, value);

  gtk_box_append (GTK_BOX (box), make_label (title, "dim-label"));
  gtk_box_append (GTK_BOX (box), make_label (*value == '\0' ? _ ("(empty)") : value, NULL));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (group));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_hexpand (check, TRUE);
  return check;
}

static void
add_conflict (ToriConflictsDialog *self, const ToriChange *conflict)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const ToriChange of_ours = { .kind = conflict->kind, .field = conflict->field, .new = conflict->ours };
  g_autofree char *subject = tori_change_words_subject (conflict->ours == NULL ? conflict : &of_ours);
  g_autofree char *place = tori_change_words_place (conflict);
  g_autofree char *our_value = tori_change_words_value (conflict, conflict->ours);
  g_autofree char *their_value = tori_change_words_value (conflict, conflict->new);
  /* Translators: of two values of the same field, the one that you have written. */
  GtkWidget *ours = make_choice (C_ ("conflict", "Yours"), our_value, NULL);
  /* Translators: of two values of the same field, the one that somebody else has written. */
  GtkWidget *theirs = make_choice (C_ ("conflict", "Theirs"), their_value, ours);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (ours), TRUE);
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_box_append (GTK_BOX (sides), ours);
  gtk_box_append (GTK_BOX (sides), theirs);
  gtk_box_append (GTK_BOX (card), make_label (subject, "heading"));
  if (*place != '\0')
    gtk_box_append (GTK_BOX (card), make_label (place, NULL));
  gtk_box_append (GTK_BOX (card), sides);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "tori-conflict");
  gtk_box_append (self->page, card);
  g_ptr_array_add (self->theirs, theirs);
}

/**
 * tori_conflicts_dialog_new:
 * @history: the history of our plan
 * @merge: (transfer full): what came of a merge, with conflicts
 *
 * Returns: a dialog in which they are decided
 */
GtkWindow *
tori_conflicts_dialog_new (ToriHistory *history, ToriMerge *merge)
{
  ToriConflictsDialog *self = g_object_new (TORI_TYPE_CONFLICTS_DIALOG, NULL);
  const guint n = merge->conflicts->len;
  g_autofree char *title = g_strdup_printf (ngettext ("%u Conflict", "%u Conflicts", n), n);

  self->history = g_object_ref (history);
  self->merge = merge;
  gtk_window_set_title (GTK_WINDOW (self), title);
  for (guint i = 0; i < n; i++)
    add_conflict (self, merge->conflicts->pdata[i]);
  return GTK_WINDOW (self);
}
