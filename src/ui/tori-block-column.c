/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-block-column.h"

#include <glib/gi18n.h>

#include "model/tori-block.h"
#include "model/tori-edit.h"
#include "model/tori-topic.h"
#include "ui/tori-editor-layout.h"
#include "ui/tori-editor-rows.h"
#include "ui/tori-former-view.h"

/* One of the entry's three texts with its blocks. While there is none there is a field to write the first one
 * into, as on a paper form. */
struct _ToriBlockColumn
{
  ToriEditorSection parent_instance;

  const ToriBlockKind *kind;
  ToriEditorRows *rows;
  GtkWidget *texts; /* this year's, and beside or below what was written before */
  ToriFormerView *former;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (ToriBlockColumn, tori_block_column, TORI_TYPE_EDITOR_SECTION)

const ToriBlockKind tori_block_kinds[3] = {
  /* Translators: the first of an entry's three texts (取組実績): what was done in the year. */
  { "actions", TORI_STEP_ACTIONS, NC_ ("entry", "Actions"),
    /* Translators: in an empty field. (実績 is written as notes with the month in parentheses.) */
    N_ ("What was done, and when") },
  /* Translators: the second text (成果と課題). */
  { "outcome", TORI_STEP_OUTCOME, NC_ ("entry", "Results and issues"),
    /* Translators: in an empty field. */
    N_ ("What came of it, and what is left") },
  /* Translators: the third text (今後の方向性等). */
  { "outlook", TORI_STEP_OUTLOOK, NC_ ("entry", "Outlook"),
    /* Translators: in an empty field. */
    N_ ("What comes next") },
};

static ToriList *
get_list (ToriBlockColumn *self, ToriEntry *entry)
{
  ToriList *list;

  if (entry == NULL)
    return NULL;
  g_object_get (entry, self->kind->property, &list, NULL);
  g_object_unref (list); /* the entry's own */
  return list;
}

static ToriEditorRow *
make_row (gpointer owner)
{
  ToriBlockColumn *self = owner;

  return tori_block_row_new (tori_editor_section_get_subject (TORI_EDITOR_SECTION (self)), self->kind);
}

static void
add_cb (ToriBlockColumn *self)
{
  ToriEditorSubject *subject = tori_editor_section_get_subject (TORI_EDITOR_SECTION (self));
  g_autoptr (ToriBlock) block = g_object_new (TORI_TYPE_BLOCK, NULL);
  ToriList *list = get_list (self, tori_editor_subject_begin (subject, TORI_STEP_ADD_TEXT));
  const guint position = tori_list_get_length (list);

  tori_edit_add (tori_editor_subject_get_history (subject), TORI_STEP_ADD_TEXT, list, position, block);
  tori_editor_subject_end (subject);
  gtk_widget_grab_focus (
      tori_block_row_get_field (TORI_BLOCK_ROW (tori_editor_rows_get_row (self->rows, position))));
}

/* What changes elsewhere in the initiative may be what was written before. */
static gboolean
is_of_year (ToriBlockColumn *self, ToriRecord *source)
{
  ToriEditorSubject *subject = tori_editor_section_get_subject (TORI_EDITOR_SECTION (self));
  ToriRecord *entry = tori_record_get_ancestor (source, TORI_TYPE_ENTRY);

  return entry == NULL || entry == TORI_RECORD (tori_editor_subject_get_entry (subject));
}

static void
tori_block_column_follow (ToriEditorSection *section, ToriRecord *source, const ToriField *field)
{
  ToriBlockColumn *self = TORI_BLOCK_COLUMN (section);
  ToriList *list = get_list (self, tori_editor_subject_get_entry (tori_editor_section_get_subject (section)));

  if (source == NULL || !is_of_year (self, source))
    tori_former_view_follow (self->former);
  if (source == NULL)
    tori_editor_rows_set_list (self->rows, list);
  else if (TORI_IS_TOPIC (source) || TORI_IS_PLAN (source)
           || (TORI_IS_ENTRY (source) && field->kind == TORI_FIELD_LIST)
           || (TORI_IS_BLOCK (source) && !g_str_equal (field->name, "text")))
    tori_editor_rows_follow (self->rows);
  gtk_widget_set_visible (self->add, list != NULL && tori_list_get_length (list) > 0);
}

static void
tori_block_column_class_init (ToriBlockColumnClass *klass)
{
  TORI_EDITOR_SECTION_CLASS (klass)->follow = tori_block_column_follow;
}

static void
tori_block_column_init (ToriBlockColumn *self)
{
  self->rows = TORI_EDITOR_ROWS (tori_editor_rows_new (make_row, self, TRUE));
  gtk_widget_set_vexpand (GTK_WIDGET (self->rows), TRUE);
  self->texts = tori_group_box_new_columns (25, 12);
  gtk_widget_set_vexpand (self->texts, TRUE);
  tori_group_box_append (TORI_GROUP_BOX (self->texts), GTK_WIDGET (self->rows));
  tori_editor_section_add (TORI_EDITOR_SECTION (self), self->texts);
}

/**
 * tori_block_column_new:
 * @subject: what the editor shows
 * @kind: which of the three texts
 *
 * Returns: the column of that text
 */
GtkWidget *
tori_block_column_new (ToriEditorSubject *subject, const ToriBlockKind *kind)
{
  ToriBlockColumn *self = g_object_new (TORI_TYPE_BLOCK_COLUMN, "subject", subject, NULL);
  /* Translators: a button beside the title of a text that has one block already. */
  const char *label = _ ("Add Another Text");

  self->kind = kind;
  self->former = TORI_FORMER_VIEW (tori_former_view_new (subject, kind));
  tori_group_box_append (TORI_GROUP_BOX (self->texts), GTK_WIDGET (self->former));
  tori_editor_section_set_title (TORI_EDITOR_SECTION (self), g_dpgettext2 (NULL, "entry", kind->title));
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  tori_editor_section_add_button (TORI_EDITOR_SECTION (self), self->add);
  tori_editor_section_follow (TORI_EDITOR_SECTION (self));
  return GTK_WIDGET (self);
}
