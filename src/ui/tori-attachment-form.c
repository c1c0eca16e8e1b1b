/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-attachment-form.h"

#include <glib/gi18n.h>

#include "model/tori-attachment.h"
#include "ui/tori-editor-section.h"
#include "ui/tori-reason.h"

/* The small form for an attachment that the plan does not have yet. */
struct _ToriAttachmentForm
{
  GtkPopover parent_instance;

  GtkSpinButton *number;
  GtkEditable *title;
  GtkEditable *file;
  GtkWidget *reason;
};

enum
{
  SIGNAL_MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ToriAttachmentForm, tori_attachment_form, GTK_TYPE_POPOVER)

/* A path that would mean another file on the next computer is none that the plan can keep. */
static gboolean
is_relative (const char *path)
{
  g_auto (GStrv) parts = g_strsplit_set (path, "/\\", -1);

  if (g_path_is_absolute (path) || strchr (path, ':') != NULL || *path == '\\')
    return FALSE;
  return !g_strv_contains ((const char *const *) parts, "..");
}

static void
forget_reason (ToriAttachmentForm *self)
{
  tori_reason_tell (self->reason, GTK_WIDGET (self->title), NULL);
  tori_reason_tell (self->reason, GTK_WIDGET (self->file), NULL);
}

static void
add_cb (ToriAttachmentForm *self)
{
  g_autoptr (ToriAttachment) attachment = NULL;
  const char *title = gtk_editable_get_text (self->title);
  const char *file = gtk_editable_get_text (self->file);

  forget_reason (self);
  if (*title == '\0' && *file == '\0')
    {
      tori_reason_tell (self->reason, GTK_WIDGET (self->title), _ ("Give the attachment a title or a file."));
      return;
    }
  if (!is_relative (file))
    {
      tori_reason_tell (
          self->reason, GTK_WIDGET (self->file),
          _ ("Write where the file lies from the plan's folder, such as figures/table1.pdf. It must lie "
             "in that folder or below it."));
      return;
    }
  attachment = g_object_new (TORI_TYPE_ATTACHMENT, "number", gtk_spin_button_get_value_as_int (self->number),
                             "title", title, "file", file, NULL);
  g_signal_emit (self, signals[SIGNAL_MADE], 0, attachment);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
tori_attachment_form_class_init (ToriAttachmentFormClass *klass)
{
  /**
   * ToriAttachmentForm::made:
   * @self: a form
   * @attachment: what the user has filled in
   */
  signals[SIGNAL_MADE] = g_signal_new ("made", TORI_TYPE_ATTACHMENT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, TORI_TYPE_ATTACHMENT);
}

static void
tori_attachment_form_init (ToriAttachmentForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *number = gtk_spin_button_new_with_range (1, 9999, 1);
  GtkWidget *title = gtk_entry_new ();
  GtkWidget *file = gtk_entry_new ();
  GtkWidget *add = gtk_button_new_with_label (_ ("Add"));

  self->number = GTK_SPIN_BUTTON (number);
  self->title = GTK_EDITABLE (title);
  self->file = GTK_EDITABLE (file);
  self->reason = tori_reason_new ();
  gtk_editable_set_width_chars (self->title, 28);
  gtk_widget_set_halign (number, GTK_ALIGN_START);
  gtk_entry_set_placeholder_text (GTK_ENTRY (file), _ ("In the plan's folder: figures/table1.pdf"));
  gtk_label_set_max_width_chars (GTK_LABEL (self->reason), 36);
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_add_css_class (box, "tori-form");
  gtk_box_append (GTK_BOX (box), tori_editor_label (_ ("Number"), number));
  gtk_box_append (GTK_BOX (box), tori_editor_label (C_ ("attachment", "Title"), title));
  gtk_box_append (GTK_BOX (box), tori_editor_label (_ ("File"), file));
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_box_append (GTK_BOX (box), add);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (title, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tori_attachment_form_new (void)
{
  return g_object_new (TORI_TYPE_ATTACHMENT_FORM, NULL);
}

/**
 * tori_attachment_form_begin:
 * @self: a form
 * @plan: the plan that gets the attachment
 *
 * Empties the form, and offers the number after the highest one.
 */
void
tori_attachment_form_begin (ToriAttachmentForm *self, ToriPlan *plan)
{
  ToriList *attachments = tori_plan_get_attachments (plan);
  int highest = 0;

  g_return_if_fail (TORI_IS_ATTACHMENT_FORM (self));

  for (guint i = 0; i < tori_list_get_length (attachments); i++)
    highest = MAX (highest, tori_attachment_get_number (tori_list_get (attachments, i)));
  gtk_spin_button_set_value (self->number, highest + 1);
  gtk_editable_set_text (self->title, "");
  gtk_editable_set_text (self->file, "");
  forget_reason (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}
