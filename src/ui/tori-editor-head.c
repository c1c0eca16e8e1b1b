/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-editor-head.h"

#include <glib/gi18n.h>

#include "model/tori-edit.h"
#include "model/tori-label.h"
#include "ui/tori-editor-choice.h"
#include "ui/tori-editor-entry.h"
#include "ui/tori-editor-layout.h"
#include "ui/tori-foreign-note.h"
#include "ui/tori-rating-field.h"
#include "ui/tori-reference-chooser.h"
#include "ui/tori-state-words.h"
#include "ui/tori-text-field.h"

/* The first card: what is written about (place, number, title, divisions in charge), and how far the entry is
 * (level, state, who wrote it and when). */
struct _ToriEditorHead
{
  ToriEditorSection parent_instance;

  GtkLabel *place;
  ToriTextField *title;
  ToriReferenceChooser *divisions;
  ToriRatingField *ratings;
  ToriEditorChoice *state;
  ToriEditorEntry *author;
  GtkLabel *modified;
};

G_DEFINE_FINAL_TYPE (ToriEditorHead, tori_editor_head, TORI_TYPE_EDITOR_SECTION)

static ToriEditorSubject *
get_subject (ToriEditorHead *self)
{
  return tori_editor_section_get_subject (TORI_EDITOR_SECTION (self));
}

static void
divisions_chosen_cb (ToriEditorHead *self, const char *const *ids)
{
  ToriHistory *history = tori_editor_subject_get_history (get_subject (self));

  tori_history_begin (history, TORI_STEP_DIVISIONS);
  tori_history_set_strv (history, tori_editor_subject_get_initiative (get_subject (self)), "divisions", ids);
  tori_history_end (history);
}

static void
rated_cb (ToriEditorHead *self, const char *scale, const char *level, int since)
{
  ToriEntry *entry = tori_editor_subject_begin (get_subject (self), TORI_STEP_LEVEL);

  tori_edit_rate (tori_editor_subject_get_history (get_subject (self)), entry, scale, level, since);
  tori_editor_subject_end (get_subject (self));
}

static void
state_chosen_cb (ToriEditorHead *self, int state)
{
  ToriEntry *entry = tori_editor_subject_begin (get_subject (self), TORI_STEP_STATE);

  tori_history_set_int (tori_editor_subject_get_history (get_subject (self)), entry, "state", state);
  tori_editor_subject_end (get_subject (self));
}

static char *
write_author (gpointer owner, const char *text)
{
  ToriEditorHead *self = owner;
  ToriEntry *entry = tori_editor_subject_begin (get_subject (self), TORI_STEP_AUTHOR);

  tori_edit_set_author (tori_editor_subject_get_history (get_subject (self)), entry, text);
  tori_editor_subject_end (get_subject (self));
  return NULL;
}

static void
show_place (ToriEditorHead *self)
{
  ToriInitiative *initiative = tori_editor_subject_get_initiative (get_subject (self));
  const int year = tori_editor_subject_get_year (get_subject (self));
  ToriRecord *parent = tori_record_get_parent (TORI_RECORD (initiative));
  g_autofree char *circled = tori_label_circled (tori_label_find_place (initiative, year));
  g_autofree char *pillar = parent == NULL ? g_strdup ("") : tori_label_pillar (TORI_PILLAR (parent));
  /* Translators: above the title: number of the initiative, sign and title of its pillar, place in the
   * pillar: "No. 7 · Ⅲ A better office · ②". */
  g_autofree char *text = g_strdup_printf (
      _ ("No. %s · %s %s · %s"), tori_initiative_get_number (initiative), pillar,
      parent == NULL ? "" : tori_pillar_get_title (TORI_PILLAR (parent)), *circled == '\0' ? "–" : circled);

  gtk_label_set_label (self->place, text);
}

static char *
describe_stamp (const ToriStamp *stamp)
{
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (stamp == NULL || stamp->at == NULL)
    return g_strdup (C_ ("last changed", "Never"));
  at = g_date_time_new_from_iso8601 (stamp->at, NULL);
  if (at == NULL)
    return g_strdup (stamp->at);
  local = g_date_time_to_local (at);
  return g_date_time_format (local, "%x %R");
}

static void
show_entry (ToriEditorHead *self)
{
  ToriEntry *entry = tori_editor_subject_get_entry (get_subject (self));
  const ToriStamp *stamp = entry == NULL ? NULL : tori_entry_get_modified (entry);
  g_autofree char *modified = describe_stamp (stamp);

  tori_rating_field_set_ratings (self->ratings, entry == NULL ? NULL : tori_entry_get_ratings (entry));
  tori_editor_choice_set_selected (self->state,
                                   entry == NULL ? TORI_STATE_DRAFT : tori_entry_get_state (entry));
  tori_editor_entry_set_text (self->author, stamp == NULL || stamp->by == NULL ? "" : stamp->by);
  gtk_label_set_label (self->modified, modified);
}

static void
tori_editor_head_follow (ToriEditorSection *section, ToriRecord *source, const ToriField *field)
{
  ToriEditorHead *self = TORI_EDITOR_HEAD (section);
  ToriEditorSubject *subject = get_subject (self);
  ToriInitiative *initiative = tori_editor_subject_get_initiative (subject);

  if (source != NULL && tori_record_get_ancestor (source, TORI_TYPE_ENTRY) != NULL && !TORI_IS_ENTRY (source))
    return; /* texts and topics; their key strokes do not concern the head */
  tori_text_field_set_record (self->title, tori_editor_subject_get_history (subject), initiative);
  tori_reference_chooser_set_ids (self->divisions, tori_initiative_get_divisions (initiative));
  show_place (self);
  show_entry (self);
}

/* On the level: what is asked for first, and nothing that a stray key would change. */
static gboolean
tori_editor_head_grab_focus (GtkWidget *widget)
{
  ToriEditorHead *self = TORI_EDITOR_HEAD (widget);

  return gtk_widget_child_focus (GTK_WIDGET (self->ratings), GTK_DIR_TAB_FORWARD)
         || gtk_widget_child_focus (GTK_WIDGET (self->state), GTK_DIR_TAB_FORWARD);
}

static void
tori_editor_head_class_init (ToriEditorHeadClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = tori_editor_head_grab_focus;
  TORI_EDITOR_SECTION_CLASS (klass)->follow = tori_editor_head_follow;
}

static void
tori_editor_head_init (ToriEditorHead *self)
{
}

static GtkWidget *
make_state (void)
{
  GtkWidget *state = tori_editor_choice_new (_ ("State"));
  const char *names[] = { tori_state_words (TORI_STATE_DRAFT), tori_state_words (TORI_STATE_SUBMITTED),
                          tori_state_words (TORI_STATE_RETURNED), tori_state_words (TORI_STATE_CONFIRMED),
                          NULL };

  tori_editor_choice_set_choices (TORI_EDITOR_CHOICE (state), names, NULL);
  return state;
}

static GtkWidget *
make_line (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
build (ToriEditorHead *self)
{
  ToriEditorSection *section = TORI_EDITOR_SECTION (self);
  GtkWidget *facts = tori_group_box_new_wrap (18);
  GtkWidget *about = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *author;

  self->place = GTK_LABEL (make_line ("dim-label"));
  self->title = TORI_TEXT_FIELD (tori_text_field_new (TORI_STEP_TITLE, "title"));
  tori_text_field_set_single_line (self->title, TRUE);
  /* Translators: in the empty field for the title of an initiative. */
  tori_text_field_set_placeholder (self->title, _ ("What is to be done"));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "tori-title");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("initiative", "Title"), -1);
  gtk_box_append (GTK_BOX (about), GTK_WIDGET (self->place));
  gtk_box_append (GTK_BOX (about), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (about), tori_foreign_note_new (self->title));
  tori_editor_section_add (section, about);

  self->divisions = TORI_REFERENCE_CHOOSER (
      tori_reference_chooser_new (get_subject (self), &tori_reference_divisions, _ ("Add Division"), TRUE));
  tori_group_box_append (TORI_GROUP_BOX (facts),
                         tori_editor_label (_ ("Divisions in charge"), GTK_WIDGET (self->divisions)));

  self->ratings = TORI_RATING_FIELD (tori_rating_field_new (get_subject (self), FALSE));
  self->state = TORI_EDITOR_CHOICE (make_state ());
  self->author = TORI_EDITOR_ENTRY (tori_editor_entry_new (write_author, self, FALSE));
  self->modified = GTK_LABEL (make_line (NULL));
  tori_editor_entry_set_least_width (self->author, 16);
  author = tori_editor_entry_get_entry (self->author);
  gtk_accessible_update_property (GTK_ACCESSIBLE (author), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Written by"),
                                  -1);
  gtk_widget_set_margin_top (GTK_WIDGET (self->modified), 8);
  tori_group_box_append (TORI_GROUP_BOX (facts), GTK_WIDGET (self->ratings));
  tori_group_box_append (TORI_GROUP_BOX (facts), tori_editor_label (_ ("State"), GTK_WIDGET (self->state)));
  tori_group_box_append (TORI_GROUP_BOX (facts),
                         tori_editor_label (_ ("Written by"), GTK_WIDGET (self->author)));
  tori_group_box_append (TORI_GROUP_BOX (facts),
                         tori_editor_label (_ ("Last changed"), GTK_WIDGET (self->modified)));
  tori_editor_section_add (section, facts);

  g_signal_connect_object (self->divisions, "chosen", G_CALLBACK (divisions_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ratings, "rated", G_CALLBACK (rated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "chosen", G_CALLBACK (state_chosen_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tori_editor_head_new:
 * @subject: what the editor shows
 *
 * Returns: the head of the editor's page
 */
GtkWidget *
tori_editor_head_new (ToriEditorSubject *subject)
{
  ToriEditorHead *self = g_object_new (TORI_TYPE_EDITOR_HEAD, "subject", subject, NULL);

  build (self);
  tori_editor_section_follow (TORI_EDITOR_SECTION (self));
  return GTK_WIDGET (self);
}

/**
 * tori_editor_head_choose_level:
 * @self: the head
 * @position: a place in the list of levels of the first scale, counted from 1; 0 for "not assessed"
 *
 * Returns: FALSE when there is none at that place
 */
gboolean
tori_editor_head_choose_level (ToriEditorHead *self, int position)
{
  g_return_val_if_fail (TORI_IS_EDITOR_HEAD (self), FALSE);

  return tori_rating_field_choose (self->ratings, position);
}
