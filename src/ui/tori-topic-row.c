/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-topic-row.h"

#include <glib/gi18n.h>

#include "model/tori-edit.h"
#include "model/tori-topic.h"
#include "ui/tori-editor-layout.h"
#include "ui/tori-foreign-note.h"
#include "ui/tori-rating-field.h"
#include "ui/tori-reference-chooser.h"
#include "ui/tori-text-field.h"

/* A topic of the year's entry: its title, the schedule items that it is about, and what it has of its own:
 * the divisions in charge and the ratings. */
struct _ToriTopicRow
{
  ToriEditorRow parent_instance;

  ToriTextField *title;
  ToriReferenceChooser *items;
  ToriReferenceChooser *divisions;
  ToriRatingField *ratings;
};

G_DEFINE_FINAL_TYPE (ToriTopicRow, tori_topic_row, TORI_TYPE_EDITOR_ROW)

static void
set_ids (ToriTopicRow *self, ToriStep step, const char *property, const char *const *ids)
{
  ToriHistory *history =
      tori_editor_subject_get_history (tori_editor_row_get_subject (TORI_EDITOR_ROW (self)));

  tori_history_begin (history, step);
  tori_history_set_strv (history, tori_editor_row_get_record (TORI_EDITOR_ROW (self)), property, ids);
  tori_history_end (history);
}

static void
items_chosen_cb (ToriTopicRow *self, const char *const *ids)
{
  set_ids (self, TORI_STEP_TOPIC, "items", ids);
}

static void
divisions_chosen_cb (ToriTopicRow *self, const char *const *ids)
{
  set_ids (self, TORI_STEP_DIVISIONS, "divisions", ids);
}

static void
rated_cb (ToriTopicRow *self, const char *scale, const char *level, int since)
{
  tori_edit_rate (tori_editor_subject_get_history (tori_editor_row_get_subject (TORI_EDITOR_ROW (self))),
                  tori_editor_row_get_record (TORI_EDITOR_ROW (self)), scale, level, since);
}

static void
tori_topic_row_follow (ToriEditorRow *row)
{
  ToriTopicRow *self = TORI_TOPIC_ROW (row);
  ToriTopic *topic = tori_editor_row_get_record (row);
  static const char *const none[] = { NULL };

  tori_text_field_set_record (self->title,
                              tori_editor_subject_get_history (tori_editor_row_get_subject (row)), topic);
  tori_reference_chooser_set_ids (self->items, topic == NULL ? none : tori_topic_get_items (topic));
  tori_reference_chooser_set_ids (self->divisions, topic == NULL ? none : tori_topic_get_divisions (topic));
  tori_rating_field_set_ratings (self->ratings, topic == NULL ? NULL : tori_topic_get_ratings (topic));
}

static void
tori_topic_row_class_init (ToriTopicRowClass *klass)
{
  ToriEditorRowClass *row_class = TORI_EDITOR_ROW_CLASS (klass);

  row_class->move_step = TORI_STEP_MOVE_TOPIC;
  row_class->remove_step = TORI_STEP_REMOVE_TOPIC;
  row_class->follow = tori_topic_row_follow;
}

static void
tori_topic_row_init (ToriTopicRow *self)
{
}

static void
build (ToriTopicRow *self)
{
  ToriEditorRow *row = TORI_EDITOR_ROW (self);
  ToriEditorSubject *subject = tori_editor_row_get_subject (row);
  GtkWidget *columns = tori_group_box_new_columns (30, 12);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *named = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *facts = tori_group_box_new_wrap (6);
  GtkWidget *title = tori_text_field_new (TORI_STEP_TOPIC, "title");
  GtkWidget *items = tori_reference_chooser_new (subject, &tori_reference_items, _ ("Add Item"), TRUE);
  GtkWidget *divisions =
      tori_reference_chooser_new (subject, &tori_reference_divisions, _ ("Add Division"), TRUE);
  GtkWidget *ratings = tori_rating_field_new (subject, TRUE);

  self->title = TORI_TEXT_FIELD (title);
  self->items = TORI_REFERENCE_CHOOSER (items);
  self->divisions = TORI_REFERENCE_CHOOSER (divisions);
  self->ratings = TORI_RATING_FIELD (ratings);
  tori_text_field_set_single_line (self->title, TRUE);
  /* Translators: in the empty field for the title of a topic. */
  tori_text_field_set_placeholder (self->title, _ ("What the texts call it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Title of the topic"), -1);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (title, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), tori_editor_row_make_buttons (row, _ ("Move Topic Up"),
                                                                _ ("Move Topic Down"), _ ("Remove Topic")));
  gtk_box_prepend (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (named), line);
  gtk_box_append (GTK_BOX (named), tori_foreign_note_new (self->title));
  tori_group_box_append (TORI_GROUP_BOX (facts), items);
  tori_group_box_append (TORI_GROUP_BOX (facts), divisions);
  tori_group_box_append (TORI_GROUP_BOX (facts), ratings);
  tori_group_box_append (TORI_GROUP_BOX (columns), named);
  tori_group_box_append (TORI_GROUP_BOX (columns), facts);
  adw_bin_set_child (ADW_BIN (self), columns);
  g_signal_connect_object (items, "chosen", G_CALLBACK (items_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (divisions, "chosen", G_CALLBACK (divisions_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ratings, "rated", G_CALLBACK (rated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tori_topic_row_new:
 * @subject: what the editor shows
 *
 * Returns: a row of no topic yet
 */
ToriEditorRow *
tori_topic_row_new (ToriEditorSubject *subject)
{
  ToriTopicRow *self = g_object_new (TORI_TYPE_TOPIC_ROW, "subject", subject, NULL);

  build (self);
  return TORI_EDITOR_ROW (self);
}

GtkWidget *
tori_topic_row_get_field (ToriTopicRow *self)
{
  g_return_val_if_fail (TORI_IS_TOPIC_ROW (self), NULL);

  return GTK_WIDGET (self->title);
}
