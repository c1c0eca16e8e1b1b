/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-block.h"
#include "model/tori-edit.h"
#include "model/tori-indicator.h"
#include "support/tori-test-records.h"
#include "tori-test-editor.h"
#include "tori-test-window.h"
#include "ui/tori-attachment-form.h"
#include "ui/tori-attachment-section.h"
#include "ui/tori-block-column.h"
#include "ui/tori-editor-about.h"
#include "ui/tori-editor-choice.h"
#include "ui/tori-editor-entry.h"
#include "ui/tori-editor-head.h"
#include "ui/tori-indicator-chart.h"
#include "ui/tori-indicator-figures.h"
#include "ui/tori-indicator-section.h"
#include "ui/tori-reference-chooser.h"
#include "ui/tori-text-field.h"
#include "ui/tori-topic-section.h"

#define YEAR(year) GINT_TO_POINTER (year)

/* --- Every field: one step, and back ---------------------------------------------------------------------
 */

static void
edit_title (ToriTestEditor *self)
{
  tori_test_insert (tori_test_nth (tori_test_section (self, TORI_TYPE_EDITOR_HEAD), TORI_TYPE_TEXT_FIELD, 0),
                    "新");
}

static void
edit_divisions (ToriTestEditor *self)
{
  tori_test_refer (
      tori_test_nth (tori_test_section (self, TORI_TYPE_EDITOR_HEAD), TORI_TYPE_REFERENCE_CHOOSER, 0),
      "財政");
}

static gpointer
get_head_choice (ToriTestEditor *self, guint n)
{
  return tori_test_nth (tori_test_section (self, TORI_TYPE_EDITOR_HEAD), TORI_TYPE_EDITOR_CHOICE, n);
}

static void
edit_level (ToriTestEditor *self)
{
  tori_test_choose (get_head_choice (self, 0), 1);
}

static void
edit_not_assessed (ToriTestEditor *self)
{
  tori_test_choose (get_head_choice (self, 0), 0);
}

static void
edit_since (ToriTestEditor *self)
{
  tori_test_choose (get_head_choice (self, 1), 3);
}

static void
edit_state (ToriTestEditor *self)
{
  tori_test_choose (get_head_choice (self, 2), 3);
}

static void
edit_author (ToriTestEditor *self)
{
  tori_test_fill (tori_test_nth (tori_test_section (self, TORI_TYPE_EDITOR_HEAD), TORI_TYPE_EDITOR_ENTRY, 0),
                  "窓口係");
}

static void
press_in (ToriTestEditor *self, GType section, GType inside, guint n)
{
  g_signal_emit_by_name (
      tori_test_nth (tori_test_nth (tori_test_section (self, section), inside, 0), GTK_TYPE_BUTTON, n),
      "clicked");
}

static gpointer
get_topic_field (ToriTestEditor *self, guint n)
{
  return tori_test_nth (tori_test_section (self, TORI_TYPE_TOPIC_SECTION), TORI_TYPE_TEXT_FIELD, n);
}

static void
edit_topic (ToriTestEditor *self)
{
  tori_test_insert (get_topic_field (self, 1), "応対");
}

/* The buttons beside the title of the section come first: one topic per item, add. */
static void
press_topics (ToriTestEditor *self, guint n)
{
  press_in (self, TORI_TYPE_TOPIC_SECTION, GTK_TYPE_BOX, n);
}

static void
edit_add_topic (ToriTestEditor *self)
{
  press_topics (self, 1);
}

static void
press_topic_row (ToriTestEditor *self, guint row, guint button)
{
  gpointer line = gtk_widget_get_parent (get_topic_field (self, row));

  g_signal_emit_by_name (tori_test_nth (line, GTK_TYPE_BUTTON, button), "clicked");
}

static void
edit_move_topic (ToriTestEditor *self)
{
  press_topic_row (self, 0, 1);
}

static void
edit_remove_topic (ToriTestEditor *self)
{
  press_topic_row (self, 1, 2);
}

static void
edit_topic_items (ToriTestEditor *self)
{
  tori_test_refer (
      tori_test_nth (tori_test_section (self, TORI_TYPE_TOPIC_SECTION), TORI_TYPE_REFERENCE_CHOOSER, 0),
      "電話");
}

static void
edit_topic_divisions (ToriTestEditor *self)
{
  tori_test_refer (
      tori_test_nth (tori_test_section (self, TORI_TYPE_TOPIC_SECTION), TORI_TYPE_REFERENCE_CHOOSER, 1),
      "人事");
}

static void
edit_topic_level (ToriTestEditor *self)
{
  tori_test_choose (
      tori_test_nth (tori_test_section (self, TORI_TYPE_TOPIC_SECTION), TORI_TYPE_EDITOR_CHOICE, 0), 2);
}

static gpointer
get_column (ToriTestEditor *self, guint n)
{
  return tori_test_nth (self->editor, TORI_TYPE_BLOCK_COLUMN, n);
}

static void
edit_actions (ToriTestEditor *self)
{
  tori_test_insert (tori_test_nth (get_column (self, 0), TORI_TYPE_TEXT_FIELD, 0), "・研修");
}

static void
edit_outcome (ToriTestEditor *self)
{
  tori_test_insert (tori_test_nth (get_column (self, 1), TORI_TYPE_TEXT_FIELD, 0), "また、");
}

static void
edit_outlook (ToriTestEditor *self) /* there is no block of it yet */
{
  tori_test_insert (tori_test_nth (get_column (self, 2), TORI_TYPE_TEXT_FIELD, 0), "続けます。");
}

static void
edit_text_topics (ToriTestEditor *self)
{
  tori_test_refer (tori_test_nth (get_column (self, 0), TORI_TYPE_REFERENCE_CHOOSER, 0), "電話");
}

static void
edit_add_text (ToriTestEditor *self)
{
  g_signal_emit_by_name (tori_test_nth (get_column (self, 1), GTK_TYPE_BUTTON, 0), "clicked");
}

static void
edit_remove_text (ToriTestEditor *self)
{
  gpointer row = tori_test_nth (get_column (self, 0), TORI_TYPE_BLOCK_ROW, 0);
  gpointer field = tori_test_nth (row, TORI_TYPE_TEXT_FIELD, 0);

  g_signal_emit_by_name (tori_test_nth (gtk_widget_get_next_sibling (field), GTK_TYPE_BUTTON, 0), "clicked");
}

static void
edit_note (ToriTestEditor *self)
{
  tori_test_insert (
      tori_test_nth (tori_test_section (self, TORI_TYPE_ATTACHMENT_SECTION), TORI_TYPE_TEXT_FIELD, 0),
      "別紙のとおり");
}

static void
edit_new_attachment (ToriTestEditor *self)
{
  gpointer section = tori_test_section (self, TORI_TYPE_ATTACHMENT_SECTION);
  GtkMenuButton *button = tori_test_nth (section, GTK_TYPE_MENU_BUTTON, 1);
  GtkWidget *form;

  tori_test_open_popover (button);
  form = GTK_WIDGET (gtk_menu_button_get_popover (button));
  gtk_editable_set_text (tori_test_nth (form, GTK_TYPE_ENTRY, 0), "件数の推移");
  gtk_editable_set_text (tori_test_nth (form, GTK_TYPE_ENTRY, 1), "表/件数.pdf");
  g_signal_emit_by_name (tori_test_find (form, GTK_TYPE_BUTTON, "Add"), "clicked");
}

static gpointer
get_figures (ToriTestEditor *self)
{
  return tori_test_nth (tori_test_section (self, TORI_TYPE_INDICATOR_SECTION), TORI_TYPE_INDICATOR_FIGURES,
                        0);
}

static void
edit_add_indicator (ToriTestEditor *self)
{
  press_in (self, TORI_TYPE_INDICATOR_SECTION, GTK_TYPE_BOX, 0);
}

static gpointer
get_about (ToriTestEditor *self)
{
  return tori_test_section (self, TORI_TYPE_EDITOR_ABOUT);
}

static void
edit_number (ToriTestEditor *self)
{
  tori_test_fill (tori_test_nth (get_about (self), TORI_TYPE_EDITOR_ENTRY, 0), "R1-1");
}

static void
edit_pillar (ToriTestEditor *self)
{
  tori_test_choose (tori_test_nth (get_about (self), TORI_TYPE_EDITOR_CHOICE, 0), 1);
}

static void
edit_from (ToriTestEditor *self)
{
  tori_test_choose (tori_test_nth (get_about (self), TORI_TYPE_EDITOR_CHOICE, 1), 2);
}

static void
edit_until (ToriTestEditor *self)
{
  tori_test_choose (tori_test_nth (get_about (self), TORI_TYPE_EDITOR_CHOICE, 2), 3);
}

static void
edit_relisted (ToriTestEditor *self) /* takes away what there is */
{
  g_signal_emit_by_name (
      tori_test_nth (tori_test_nth (get_about (self), TORI_TYPE_REFERENCE_CHOOSER, 0), GTK_TYPE_BUTTON, 0),
      "clicked");
}

static void
edit_merged_into (ToriTestEditor *self)
{
  tori_test_refer (tori_test_nth (get_about (self), TORI_TYPE_REFERENCE_CHOOSER, 1), "公共");
}

static const struct
{
  const char *name;
  void (*edit) (ToriTestEditor *self);
  ToriStep step;
} edits[] = {
  { "title", edit_title, TORI_STEP_TITLE },
  { "divisions", edit_divisions, TORI_STEP_DIVISIONS },
  { "level", edit_level, TORI_STEP_LEVEL },
  { "not assessed", edit_not_assessed, TORI_STEP_LEVEL },
  { "since", edit_since, TORI_STEP_LEVEL },
  { "state", edit_state, TORI_STEP_STATE },
  { "author", edit_author, TORI_STEP_AUTHOR },
  { "topic", edit_topic, TORI_STEP_TOPIC },
  { "add topic", edit_add_topic, TORI_STEP_ADD_TOPIC },
  { "move topic", edit_move_topic, TORI_STEP_MOVE_TOPIC },
  { "remove topic", edit_remove_topic, TORI_STEP_REMOVE_TOPIC },
  { "items of a topic", edit_topic_items, TORI_STEP_TOPIC },
  { "divisions of a topic", edit_topic_divisions, TORI_STEP_DIVISIONS },
  { "level of a topic", edit_topic_level, TORI_STEP_LEVEL },
  { "actions", edit_actions, TORI_STEP_ACTIONS },
  { "outcome", edit_outcome, TORI_STEP_OUTCOME },
  { "outlook", edit_outlook, TORI_STEP_OUTLOOK },
  { "topics of a text", edit_text_topics, TORI_STEP_TEXT_TOPICS },
  { "add text", edit_add_text, TORI_STEP_ADD_TEXT },
  { "remove text", edit_remove_text, TORI_STEP_REMOVE_TEXT },
  { "note", edit_note, TORI_STEP_NOTE },
  { "new attachment", edit_new_attachment, TORI_STEP_ATTACHMENTS },
  { "add indicator", edit_add_indicator, TORI_STEP_ADD_INDICATOR },
  { "number", edit_number, TORI_STEP_NUMBER },
  { "pillar", edit_pillar, TORI_STEP_MOVE_INITIATIVE },
  { "from", edit_from, TORI_STEP_YEARS },
  { "until", edit_until, TORI_STEP_YEARS },
  { "relisted", edit_relisted, TORI_STEP_RELISTED },
  { "merged into", edit_merged_into, TORI_STEP_MERGED_INTO },
};

static void
test_every_field (ToriTestEditor *self, gconstpointer data)
{
  g_autofree char *before = tori_test_dump (self->plan);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *after = NULL;
      g_autofree char *back = NULL;
      g_autofree char *again = NULL;

      g_test_message ("%s", edits[i].name);
      edits[i].edit (self);
      g_assert_cmpint (tori_history_get_undo_step (self->history), ==, edits[i].step);
      after = tori_test_dump (self->plan);
      g_assert_cmpstr (after, !=, before);
      tori_history_undo (self->history);
      back = tori_test_dump (self->plan);
      g_assert_cmpstr (back, ==, before);
      g_assert_false (tori_history_get_can_undo (self->history));
      tori_history_redo (self->history);
      again = tori_test_dump (self->plan);
      g_assert_cmpstr (again, ==, after);
      tori_history_undo (self->history);
      g_assert_nonnull (self->editor);
    }
}

/* In a year without an entry each edit of the entry makes it, in the same step. */
static void
test_no_entry_yet (ToriTestEditor *self, gconstpointer data)
{
  static void (*const first[]) (ToriTestEditor *) = { edit_level,   edit_author,        edit_add_topic,
                                                      edit_actions, edit_outcome,       edit_outlook,
                                                      edit_note,    edit_new_attachment };
  g_autofree char *before = tori_test_dump (self->plan);

  tori_test_settle ();
  g_assert_null (tori_initiative_find_entry (self->initiative, 2020)); /* looking makes nothing */
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autofree char *back = NULL;

      first[i](self);
      g_assert_nonnull (tori_initiative_find_entry (self->initiative, 2020));
      tori_history_undo (self->history);
      back = tori_test_dump (self->plan);
      g_assert_cmpstr (back, ==, before);
      g_assert_false (tori_history_get_can_undo (self->history));
    }
  tori_test_choose (
      tori_test_nth (tori_test_section (self, TORI_TYPE_EDITOR_HEAD), TORI_TYPE_EDITOR_CHOICE, 1), 2);
  g_assert_cmpint (tori_entry_get_state (tori_initiative_find_entry (self->initiative, 2020)), ==,
                   TORI_STATE_RETURNED);
}

/* --- Texts as blocks ---------------------------------------------------------------------------------------
 */

/* The field stays the same widget when its block comes and goes, so that focus and input method stay. */
static void
test_first_key (ToriTestEditor *self, gconstpointer data)
{
  GtkWidget *field = tori_test_nth (get_column (self, 1), TORI_TYPE_TEXT_FIELD, 0);

  gtk_widget_grab_focus (field);
  tori_test_insert (field, "窓");
  tori_test_insert (field, "口");
  g_assert_true (tori_test_nth (get_column (self, 1), TORI_TYPE_TEXT_FIELD, 0) == field);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->editor)) == field);
  tori_history_undo (self->history);
  g_assert_false (tori_history_get_can_undo (self->history));
  g_assert_true (tori_test_nth (get_column (self, 1), TORI_TYPE_TEXT_FIELD, 0) == field);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->editor)) == field);
  g_assert_cmpuint (tori_text_field_get_length (TORI_TEXT_FIELD (field)), ==, 0);
  tori_history_redo (self->history);
  g_assert_cmpuint (tori_text_field_get_length (TORI_TEXT_FIELD (field)), ==, 2);
}

static void
test_move_text (ToriTestEditor *self, gconstpointer data)
{
  ToriList *outcome = tori_entry_get_outcome (tori_initiative_find_entry (self->initiative, 2018));
  GtkWidget *field = tori_test_nth (get_column (self, 1), TORI_TYPE_TEXT_FIELD, 0);
  gpointer first = tori_list_get (outcome, 0);

  edit_add_text (self);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->editor))
                 == tori_test_nth (get_column (self, 1), TORI_TYPE_TEXT_FIELD, 1));
  gtk_widget_grab_focus (field);
  g_signal_emit_by_name (tori_test_nth (gtk_widget_get_next_sibling (field), GTK_TYPE_BUTTON, 1), "clicked");
  g_assert_true (tori_list_get (outcome, 1) == first);
  g_assert_true (tori_test_nth (get_column (self, 1), TORI_TYPE_TEXT_FIELD, 1) == field); /* moved along */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->editor)) == field);
}

static void
test_copied_from (ToriTestEditor *self, gconstpointer data)
{
  ToriBlock *block =
      tori_list_get (tori_entry_get_outcome (tori_initiative_find_entry (self->initiative, 2018)), 0);
  GtkLabel *label;

  g_object_set (block, "copied-from", 2017, NULL);
  label = tori_test_find (get_column (self, 1), GTK_TYPE_LABEL, "Copied from FY2017, not edited yet");
  g_assert_nonnull (label);
  edit_outcome (self);
  g_assert_cmpint (tori_block_get_copied_from (block), ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (label)));
  tori_history_undo (self->history);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (label)));
}

/* --- What is refused ---------------------------------------------------------------------------------------
 */

static void
test_number_refused (ToriTestEditor *self, gconstpointer data)
{
  ToriEditorEntry *entry = tori_test_nth (get_about (self), TORI_TYPE_EDITOR_ENTRY, 0);

  tori_test_fill (entry, "2");
  g_assert_cmpstr (tori_editor_entry_get_reason (entry), ==,
                   "Number 2 is already that of “公共料金の納付”. Give this one another.");
  g_assert_cmpstr (tori_initiative_get_number (self->initiative), ==, "1");
  g_assert_false (tori_history_get_can_undo (self->history));
  tori_test_fill (entry, "21");
  g_assert_cmpstr (tori_editor_entry_get_reason (entry), ==, "");
  g_assert_cmpstr (tori_initiative_get_number (self->initiative), ==, "21");
}

static void
test_figures (ToriTestEditor *self, gconstpointer data)
{
  static const struct
  {
    const char *typed, *figure;
    gboolean refused;
  } cases[] = {
    { "１，２３４．５", "1234.5", FALSE },
    { "約5", "1234.5", TRUE },
    { "0", "0", FALSE },
    { "△3", "-3", FALSE },
    { "  ", NULL, FALSE },
  };
  ToriIndicator *indicator;
  ToriEditorEntry *entry;

  edit_add_indicator (self);
  indicator = tori_list_get (tori_initiative_get_indicators (self->initiative), 0);
  entry = tori_indicator_figures_get_entry (get_figures (self), 2019, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ToriValue *value;

      tori_test_fill (entry, cases[i].typed);
      g_assert_cmpint (*tori_editor_entry_get_reason (entry) != '\0', ==, cases[i].refused);
      value = tori_values_find (tori_indicator_get_values (indicator), 2019);
      g_assert_cmpstr (value == NULL ? NULL : value->actual, ==, cases[i].figure);
    }
  g_assert_null (tori_indicator_get_values (indicator)); /* an absent figure leaves nothing behind */
  tori_test_fill (entry, "7");
  tori_test_fill (tori_indicator_figures_get_entry (get_figures (self), 2019, FALSE), "8");
  g_assert_cmpstr (tori_values_find (tori_indicator_get_values (indicator), 2019)->actual, ==, "7");
  g_assert_cmpstr (tori_values_find (tori_indicator_get_values (indicator), 2019)->target, ==, "8");
  g_assert_nonnull (tori_test_find (get_figures (self), GTK_TYPE_LABEL, "87.5%"));
  tori_test_wait (tori_test_find (self->editor, TORI_TYPE_INDICATOR_CHART, NULL) != NULL);
  tori_test_fill (tori_indicator_figures_get_entry (get_figures (self), 2019, FALSE), "");
  g_assert_null (tori_test_find (get_figures (self), GTK_TYPE_LABEL, "87.5%"));
  tori_test_wait (tori_test_find (self->editor, TORI_TYPE_INDICATOR_CHART, NULL)
                  == NULL); /* one figure is no line */
}

static void
test_years_refused (ToriTestEditor *self, gconstpointer data)
{
  edit_from (self);
  g_assert_cmpint (tori_initiative_get_from (self->initiative), ==, 2018);
  tori_test_choose (tori_test_nth (get_about (self), TORI_TYPE_EDITOR_CHOICE, 2), 1); /* 2017 */
  g_assert_cmpint (tori_initiative_get_until (self->initiative), ==, 0);
  g_assert_nonnull (tori_test_find (get_about (self), GTK_TYPE_LABEL,
                                    "The first year would be after the last. Change the other one first."));
}

static void
test_attachment_refused (ToriTestEditor *self, gconstpointer data)
{
  static const char *const paths[] = { "/etc/x.pdf", "../x.pdf", "C:\\x.pdf", "\\\\server\\x.pdf",
                                       "a/../../x" };
  gpointer section = tori_test_section (self, TORI_TYPE_ATTACHMENT_SECTION);
  GtkMenuButton *button = tori_test_nth (section, GTK_TYPE_MENU_BUTTON, 1);
  GtkWidget *form, *title, *file;

  tori_test_open_popover (button);
  form = GTK_WIDGET (gtk_menu_button_get_popover (button));
  title = tori_test_nth (form, GTK_TYPE_ENTRY, 0);
  file = tori_test_nth (form, GTK_TYPE_ENTRY, 1);
  g_signal_emit_by_name (tori_test_find (form, GTK_TYPE_BUTTON, "Add"), "clicked");
  g_assert_true (tori_test_is_refused (title)); /* both are empty */
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (file), paths[i]);
      g_signal_emit_by_name (tori_test_find (form, GTK_TYPE_BUTTON, "Add"), "clicked");
      g_assert_false (tori_test_is_refused (title));
      g_assert_true (tori_test_is_refused (file));
    }
  g_assert_cmpuint (tori_list_get_length (tori_plan_get_attachments (self->plan)), ==, 0);
  gtk_popover_popdown (GTK_POPOVER (form));
}

/* --- Going about
 * -------------------------------------------------------------------------------------------- */

static void
test_previous_and_next (ToriTestEditor *self, gconstpointer data)
{
  g_autoptr (GListStore) list = g_list_store_new (TORI_TYPE_INITIATIVE);
  ToriInitiative *other = tori_test_get_initiative (self->plan, "i2");
  GtkWidget *field = tori_test_nth (get_column (self, 1), TORI_TYPE_TEXT_FIELD, 0);
  g_autofree char *text = NULL;

  g_list_store_append (list, self->initiative);
  g_list_store_append (list, other);
  tori_editor_set_list (self->editor, G_LIST_MODEL (list));
  gtk_widget_grab_focus (field);
  gtk_widget_activate_action (GTK_WIDGET (self->editor), "editor.previous", NULL);
  g_assert_true (tori_editor_get_initiative (self->editor) == self->initiative); /* it is the first */
  gtk_widget_activate_action (GTK_WIDGET (self->editor), "editor.next", NULL);
  g_assert_true (tori_editor_get_initiative (self->editor) == other);
  g_assert_cmpint (tori_editor_get_year (self->editor), ==, 2018);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->editor)) == field); /* in the same place */
  g_assert_cmpuint (tori_text_field_get_length (TORI_TEXT_FIELD (field)), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->editor), "editor.previous", NULL);
  text = tori_test_field_text (field);
  g_assert_cmpstr (text, ==, "待ち時間が減りました。");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->editor)) == field);
  g_assert_false (tori_history_get_can_undo (self->history));
}

/* What stands in an entry unwritten is written before anything else is shown or the window closes. */
static void
test_nothing_lost (ToriTestEditor *self, gconstpointer data)
{
  ToriEditorEntry *author =
      tori_test_nth (tori_test_section (self, TORI_TYPE_EDITOR_HEAD), TORI_TYPE_EDITOR_ENTRY, 0);
  ToriEntry *entry = tori_initiative_find_entry (self->initiative, 2018);

  gtk_widget_grab_focus (tori_editor_entry_get_entry (author));
  gtk_editable_set_text (GTK_EDITABLE (tori_editor_entry_get_entry (author)), "甲");
  tori_editor_show (self->editor, self->initiative, 2019);
  g_assert_cmpstr (tori_entry_get_modified (entry)->by, ==, "甲");
  tori_editor_show (self->editor, self->initiative, 2018);
  gtk_editable_set_text (GTK_EDITABLE (tori_editor_entry_get_entry (author)), "乙");
  gtk_window_close (GTK_WINDOW (self->editor));
  tori_test_wait (self->editor == NULL);
  g_assert_cmpstr (tori_entry_get_modified (entry)->by, ==, "乙");
}

static void
test_other_year (ToriTestEditor *self, gconstpointer data)
{
  GtkWidget *bar = tori_test_find (self->editor, GTK_TYPE_INFO_BAR, NULL);

  g_assert_null (bar); /* 2018 is being reported */
  tori_editor_show (self->editor, self->initiative, 2019);
  bar = tori_test_find (self->editor, GTK_TYPE_INFO_BAR, NULL);
  g_assert_nonnull (bar);
  edit_actions (self);
  g_assert_nonnull (tori_initiative_find_entry (self->initiative, 2019));
  g_signal_emit_by_name (tori_test_find (bar, GTK_TYPE_BUTTON, "Show That Year"), "clicked");
  g_assert_cmpint (tori_editor_get_year (self->editor), ==, 2018);
  g_assert_false (gtk_widget_get_visible (bar));
}

static void
test_removed (ToriTestEditor *self, gconstpointer data)
{
  edit_pillar (self); /* out of one list and into another is no removal */
  g_assert_nonnull (self->editor);
  tori_edit_remove (self->history, TORI_STEP_REMOVE_INITIATIVE, self->initiative);
  tori_test_wait (self->editor == NULL);
  tori_history_undo (self->history);
}

/* --- The search of a chooser
 * ---------------------------------------------------------------------------------- */

static void
test_search (ToriTestEditor *self, gconstpointer data)
{
  static const struct
  {
    const char *typed, *taken;
  } cases[] = { { "財政", "d-zaisei" }, { "総務部財", "d-zaisei" }, { "課", "d-zaisei" }, { "消防", NULL } };
  gpointer chooser =
      tori_test_nth (tori_test_section (self, TORI_TYPE_EDITOR_HEAD), TORI_TYPE_REFERENCE_CHOOSER, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *ids;

      tori_test_refer (chooser, cases[i].typed);
      ids = tori_initiative_get_divisions (self->initiative);
      g_assert_cmpstr (ids[0], ==, "d-jinji");
      g_assert_cmpstr (ids[1], ==, cases[i].taken);
      if (ids[1] != NULL)
        tori_history_undo (self->history);
    }
}

/* --- After anything at all, what is shown is what is there
 * ---------------------------------------------------- */

static void
assert_shows_plan (ToriTestEditor *self)
{
  ToriEntry *entry = tori_initiative_find_entry (self->initiative, tori_editor_get_year (self->editor));
  ToriList *lists[3];

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const guint n =
          entry == NULL
              ? 0
              : (lists[0] = tori_entry_get_actions (entry), lists[1] = tori_entry_get_outcome (entry),
                 lists[2] = tori_entry_get_outlook (entry), tori_list_get_length (lists[i]));

      for (guint j = 0; j < n; j++)
        {
          g_autofree char *shown =
              tori_test_field_text (tori_test_nth (get_column (self, i), TORI_TYPE_TEXT_FIELD, j));

          g_assert_cmpstr (shown, ==, tori_block_get_text (tori_list_get (lists[i], j)));
        }
    }
}

static void
test_random (ToriTestEditor *self, gconstpointer data)
{
  g_autofree char *before = tori_test_dump (self->plan);
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;

  for (guint i = 0; i < 150; i++)
    {
      const guint which = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (edits) + 4);

      if (which < G_N_ELEMENTS (edits))
        {
          /* Only what is there whatever has happened before. */
          if (edits[which].edit == edit_title || edits[which].edit == edit_add_topic
              || edits[which].edit == edit_actions || edits[which].edit == edit_outcome
              || edits[which].edit == edit_outlook || edits[which].edit == edit_note
              || edits[which].edit == edit_number || edits[which].edit == edit_add_indicator)
            edits[which].edit (self);
        }
      else if (which == G_N_ELEMENTS (edits))
        tori_editor_show (self->editor, self->initiative, g_test_rand_int_range (2017, 2022));
      else if (which == G_N_ELEMENTS (edits) + 1)
        tori_history_redo (self->history);
      else
        tori_history_undo (self->history);
      assert_shows_plan (self);
    }
  after = tori_test_dump (self->plan);
  while (tori_history_get_can_undo (self->history))
    tori_history_undo (self->history);
  back = tori_test_dump (self->plan);
  g_assert_cmpstr (back, ==, before);
  while (tori_history_get_can_redo (self->history))
    tori_history_redo (self->history);
  again = tori_test_dump (self->plan);
  g_assert_cmpuint (strlen (again), >=, strlen (after)); /* what had been undone before came back as well */
  assert_shows_plan (self);
}

static void
add_tests (void)
{
#define ADD(name, year, function)                                                                            \
  g_test_add ("/editor/" name, ToriTestEditor, YEAR (year), tori_test_editor_open, function,                 \
              tori_test_editor_close)
  ADD ("every-field", 2018, test_every_field);
  ADD ("no-entry-yet", 2020, test_no_entry_yet);
  ADD ("first-key", 2020, test_first_key);
  ADD ("move-text", 2018, test_move_text);
  ADD ("copied-from", 2018, test_copied_from);
  ADD ("number-refused", 2018, test_number_refused);
  ADD ("figures", 2018, test_figures);
  ADD ("years-refused", 2018, test_years_refused);
  ADD ("attachment-refused", 2018, test_attachment_refused);
  ADD ("previous-and-next", 2018, test_previous_and_next);
  ADD ("nothing-lost", 2018, test_nothing_lost);
  ADD ("other-year", 2018, test_other_year);
  ADD ("removed", 2018, test_removed);
  ADD ("search", 2018, test_search);
  ADD ("random", 2018, test_random);
#undef ADD
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("LANGUAGE", "C", TRUE); /* the sentences as they are in the source */
  return tori_test_ui_run (argc, argv, add_tests);
}
