/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-topic-section.h"

#include <glib/gi18n.h>

#include "model/tori-block.h"
#include "model/tori-edit.h"
#include "model/tori-topic.h"
#include "ui/tori-editor-rows.h"
#include "ui/tori-topic-row.h"

/* The topics of the year's entry. Many entries have none; then the card is two lines. */
struct _ToriTopicSection
{
  ToriEditorSection parent_instance;

  ToriEditorRows *rows;
  GtkWidget *empty;
  GtkWidget *each_item;
};

G_DEFINE_FINAL_TYPE (ToriTopicSection, tori_topic_section, TORI_TYPE_EDITOR_SECTION)

static ToriEditorSubject *
get_subject (ToriTopicSection *self)
{
  return tori_editor_section_get_subject (TORI_EDITOR_SECTION (self));
}

static ToriEditorRow *
make_row (gpointer owner)
{
  return tori_topic_row_new (get_subject (owner));
}

static void
add_cb (ToriTopicSection *self)
{
  ToriList *list =
      tori_entry_get_topics (tori_editor_subject_begin (get_subject (self), TORI_STEP_ADD_TOPIC));
  const guint position = tori_list_get_length (list);
  g_autoptr (ToriTopic) topic = g_object_new (TORI_TYPE_TOPIC, NULL);

  tori_edit_add (tori_editor_subject_get_history (get_subject (self)), TORI_STEP_ADD_TOPIC, list, position,
                 topic);
  tori_editor_subject_end (get_subject (self));
  gtk_widget_grab_focus (
      tori_topic_row_get_field (TORI_TOPIC_ROW (tori_editor_rows_get_row (self->rows, position))));
}

static void
each_item_cb (ToriTopicSection *self)
{
  tori_edit_add_topics (tori_editor_subject_get_history (get_subject (self)),
                        tori_editor_subject_get_initiative (get_subject (self)),
                        tori_editor_subject_get_year (get_subject (self)));
}

static void
tori_topic_section_follow (ToriEditorSection *section, ToriRecord *source, const ToriField *field)
{
  ToriTopicSection *self = TORI_TOPIC_SECTION (section);
  ToriEntry *entry = tori_editor_subject_get_entry (get_subject (self));
  ToriInitiative *initiative = tori_editor_subject_get_initiative (get_subject (self));
  ToriList *list = entry == NULL ? NULL : tori_entry_get_topics (entry);

  if (source == NULL)
    tori_editor_rows_set_list (self->rows, list);
  else if (tori_record_get_ancestor (source, TORI_TYPE_BLOCK) == NULL)
    tori_editor_rows_follow (self->rows);
  gtk_widget_set_visible (self->empty, list == NULL || tori_list_get_length (list) == 0);
  gtk_widget_set_visible (self->each_item,
                          tori_list_get_length (tori_initiative_get_schedule (initiative)) > 0);
}

static void
tori_topic_section_class_init (ToriTopicSectionClass *klass)
{
  TORI_EDITOR_SECTION_CLASS (klass)->follow = tori_topic_section_follow;
}

static void
tori_topic_section_init (ToriTopicSection *self)
{
}

static void
build (ToriTopicSection *self)
{
  ToriEditorSection *section = TORI_EDITOR_SECTION (self);
  GtkWidget *add = gtk_button_new_with_label (_ ("Add Topic"));

  self->rows = TORI_EDITOR_ROWS (tori_editor_rows_new (make_row, self, FALSE));
  self->empty =
      gtk_label_new (_ ("No topics. Add some when the texts are about several things, such as the items of "
                        "the schedule."));
  /* Translators: a button that gives every item of the schedule a topic. */
  self->each_item = gtk_button_new_with_label (_ ("One Topic per Item"));
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_add_css_class (self->each_item, "flat");
  tori_editor_section_set_title (section, _ ("Topics"));
  tori_editor_section_add_button (section, self->each_item);
  tori_editor_section_add_button (section, add);
  tori_editor_section_add (section, self->empty);
  tori_editor_section_add (section, GTK_WIDGET (self->rows));
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->each_item, "clicked", G_CALLBACK (each_item_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tori_topic_section_new:
 * @subject: what the editor shows
 *
 * Returns: the card of the entry's topics
 */
GtkWidget *
tori_topic_section_new (ToriEditorSubject *subject)
{
  ToriTopicSection *self = g_object_new (TORI_TYPE_TOPIC_SECTION, "subject", subject, NULL);

  build (self);
  tori_editor_section_follow (TORI_EDITOR_SECTION (self));
  return GTK_WIDGET (self);
}
