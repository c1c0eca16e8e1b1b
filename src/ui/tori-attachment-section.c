/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-attachment-section.h"

#include <glib/gi18n.h>

#include "model/tori-attachment.h"
#include "model/tori-edit.h"
#include "ui/tori-attachment-form.h"
#include "ui/tori-editor-layout.h"
#include "ui/tori-reference-chooser.h"
#include "ui/tori-text-field.h"

/* What goes with the entry's texts: the note, and the plan's attachments (別紙) that it refers to. */
struct _ToriAttachmentSection
{
  ToriEditorSection parent_instance;

  ToriTextField *note;
  ToriReferenceChooser *attachments;
  ToriAttachmentForm *form;
};

G_DEFINE_FINAL_TYPE (ToriAttachmentSection, tori_attachment_section, TORI_TYPE_EDITOR_SECTION)

static ToriEditorSubject *
get_subject (ToriAttachmentSection *self)
{
  return tori_editor_section_get_subject (TORI_EDITOR_SECTION (self));
}

static ToriRecord *
make_record_cb (ToriAttachmentSection *self)
{
  ToriEntry *entry = tori_editor_subject_begin (get_subject (self), TORI_STEP_NOTE);

  tori_editor_subject_end (get_subject (self));
  return g_object_ref (TORI_RECORD (entry));
}

static void
chosen_cb (ToriAttachmentSection *self, const char *const *ids)
{
  ToriEntry *entry = tori_editor_subject_begin (get_subject (self), TORI_STEP_ATTACHMENTS);

  tori_history_set_strv (tori_editor_subject_get_history (get_subject (self)), entry, "attachments", ids);
  tori_editor_subject_end (get_subject (self));
}

/* A new attachment comes into the plan and to the entry in one step. */
static void
made_cb (ToriAttachmentSection *self, ToriAttachment *attachment)
{
  ToriHistory *history = tori_editor_subject_get_history (get_subject (self));
  ToriList *list = tori_plan_get_attachments (tori_history_get_plan (history));
  ToriEntry *entry = tori_editor_subject_begin (get_subject (self), TORI_STEP_ATTACHMENTS);
  const char *const *former = tori_entry_get_attachments (entry);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  tori_edit_add (history, TORI_STEP_ATTACHMENTS, list, tori_list_get_length (list), attachment);
  g_strv_builder_addv (ids, (const char **) former);
  g_strv_builder_add (ids, tori_record_get_id (TORI_RECORD (attachment)));
  strv = g_strv_builder_end (ids);
  tori_history_set_strv (history, entry, "attachments", (const char *const *) strv);
  tori_editor_subject_end (get_subject (self));
}

static void
tori_attachment_section_follow (ToriEditorSection *section, ToriRecord *source, const ToriField *field)
{
  ToriAttachmentSection *self = TORI_ATTACHMENT_SECTION (section);
  ToriEntry *entry = tori_editor_subject_get_entry (get_subject (self));
  static const char *const none[] = { NULL };

  if (source != NULL && !TORI_IS_ENTRY (source) && !TORI_IS_ATTACHMENT (source) && !TORI_IS_PLAN (source))
    return;
  tori_text_field_set_record (self->note, tori_editor_subject_get_history (get_subject (self)), entry);
  tori_reference_chooser_set_ids (self->attachments,
                                  entry == NULL ? none : tori_entry_get_attachments (entry));
}

static void
tori_attachment_section_class_init (ToriAttachmentSectionClass *klass)
{
  TORI_EDITOR_SECTION_CLASS (klass)->follow = tori_attachment_section_follow;
}

static void
tori_attachment_section_init (ToriAttachmentSection *self)
{
}

static void
open_form_cb (GtkMenuButton *button, gpointer data)
{
  ToriAttachmentSection *self = data;

  tori_attachment_form_begin (self->form, tori_editor_subject_get_plan (get_subject (self)));
}

static GtkWidget *
build_attachments (ToriAttachmentSection *self)
{
  GtkWidget *box = tori_group_box_new_wrap (6);
  GtkWidget *fresh = gtk_menu_button_new ();
  GtkWidget *form = tori_attachment_form_new ();

  self->attachments = TORI_REFERENCE_CHOOSER (tori_reference_chooser_new (
      get_subject (self), &tori_reference_attachments, _ ("Add Attachment"), TRUE));
  self->form = TORI_ATTACHMENT_FORM (form);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (fresh), _ ("New Attachment…"));
  gtk_widget_add_css_class (fresh, "flat");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (fresh), form);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (fresh), open_form_cb, self, NULL);
  g_signal_connect_object (self->attachments, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "made", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  tori_group_box_append (TORI_GROUP_BOX (box), GTK_WIDGET (self->attachments));
  tori_group_box_append (TORI_GROUP_BOX (box), fresh);
  return box;
}

/**
 * tori_attachment_section_new:
 * @subject: what the editor shows
 *
 * Returns: the card of the entry's note and attachments
 */
GtkWidget *
tori_attachment_section_new (ToriEditorSubject *subject)
{
  ToriAttachmentSection *self = g_object_new (TORI_TYPE_ATTACHMENT_SECTION, "subject", subject, NULL);
  ToriEditorSection *section = TORI_EDITOR_SECTION (self);
  GtkWidget *columns = tori_group_box_new_columns (32, 18);
  GtkWidget *note = tori_text_field_new (TORI_STEP_NOTE, "note");

  self->note = TORI_TEXT_FIELD (note);
  /* Translators: in the empty field for a note below the entry's texts. */
  tori_text_field_set_placeholder (self->note, _ ("What else the reader should know"));
  g_signal_connect_object (note, "make-record", G_CALLBACK (make_record_cb), self, G_CONNECT_SWAPPED);
  tori_editor_section_set_title (section, _ ("Note and attachments"));
  tori_group_box_append (TORI_GROUP_BOX (columns), tori_editor_label (_ ("Note"), note));
  tori_group_box_append (TORI_GROUP_BOX (columns),
                         tori_editor_label (_ ("Attachments"), build_attachments (self)));
  tori_editor_section_add (section, columns);
  tori_editor_section_follow (section);
  return GTK_WIDGET (self);
}
