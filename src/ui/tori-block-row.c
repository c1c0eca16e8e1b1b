/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-block-row.h"

#include <glib/gi18n.h>

#include "model/tori-block.h"
#include "model/tori-edit.h"
#include "model/tori-former.h"
#include "model/tori-year-words.h"
#include "ui/tori-foreign-note.h"
#include "ui/tori-reference-chooser.h"
#include "ui/tori-text-field.h"

/* A block of one of the entry's three texts: the topics that it is about, where it was copied from, the text.
 * Without a record it waits for the first key, which makes the block, and the entry if need be. */
struct _ToriBlockRow
{
  ToriEditorRow parent_instance;

  const ToriBlockKind *kind;
  ToriReferenceChooser *topics;
  GtkLabel *copied;
  ToriTextField *field;
  GtkLabel *length;
  GtkWidget *sort;
  GtkLabel *same;
};

G_DEFINE_FINAL_TYPE (ToriBlockRow, tori_block_row, TORI_TYPE_EDITOR_ROW)

static ToriRecord *
make_record_cb (ToriBlockRow *self)
{
  ToriEditorSubject *subject = tori_editor_row_get_subject (TORI_EDITOR_ROW (self));
  ToriEntry *entry = tori_editor_subject_begin (subject, self->kind->step);
  g_autoptr (ToriBlock) block = g_object_new (TORI_TYPE_BLOCK, NULL);
  g_autoptr (ToriList) list = NULL;

  g_object_get (entry, self->kind->property, &list, NULL);
  tori_edit_add (tori_editor_subject_get_history (subject), self->kind->step, list,
                 tori_list_get_length (list), block);
  tori_editor_subject_end (subject);
  return TORI_RECORD (g_steal_pointer (&block));
}

static void
topics_chosen_cb (ToriBlockRow *self, const char *const *ids)
{
  ToriHistory *history =
      tori_editor_subject_get_history (tori_editor_row_get_subject (TORI_EDITOR_ROW (self)));

  tori_history_begin (history, TORI_STEP_TEXT_TOPICS);
  tori_history_set_strv (history, tori_editor_row_get_record (TORI_EDITOR_ROW (self)), "topics", ids);
  tori_history_end (history);
}

/* What was taken over from the year before, and the years in it that are over. */
static void
show_same (ToriBlockRow *self)
{
  ToriEditorSubject *subject = tori_editor_row_get_subject (TORI_EDITOR_ROW (self));
  ToriEntry *former = tori_editor_subject_get_former (subject);
  g_auto (GStrv) stale = NULL;
  const guint n = former == NULL
                      ? 0
                      : tori_text_lines_count_same (tori_text_field_get_lines (self->field),
                                                    tori_editor_subject_get_year (subject), &stale);
  g_autofree char *year = NULL;
  g_autofree char *count = NULL;
  g_autofree char *years = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->same), n > 0);
  if (n == 0)
    return;
  year = tori_year_words (tori_editor_subject_get_plan (subject), tori_entry_get_year (former));
  /* Translators: below a text; %2$s is a fiscal year. */
  count = g_strdup_printf (ngettext ("%1$u sentence as in %2$s", "%1$u sentences as in %2$s", n), n, year);
  years = g_strjoinv (C_ ("list", ", "), stale);
  /* Translators: %1$s says how many sentences were taken over, %2$s names the years in them. */
  words = g_strdup_printf (_ ("%1$s; years in them: %2$s"), count, years);
  gtk_label_set_text (self->same, *stale == NULL ? count : words);
  if (*stale == NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->same), "warning");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->same), "warning");
}

static char *
describe_length (guint n, guint limit)
{
  if (n == 0)
    return g_strdup ("");
  if (limit == 0)
    /* Translators: the length of a text, quietly below it. */
    return g_strdup_printf (ngettext ("%u character", "%u characters", n), n);
  if (n <= limit)
    /* Translators: the length of a text, and how long it may be. */
    return g_strdup_printf (ngettext ("%1$u of %2$u character", "%1$u of %2$u characters", limit), n, limit);
  /* Translators: the length of a text, how long it may be, and by how much it is too long. */
  return g_strdup_printf (
      ngettext ("%1$u of %2$u character, %3$u too many", "%1$u of %2$u characters, %3$u too many", limit), n,
      limit, n - limit);
}

static void
show_length (ToriBlockRow *self)
{
  ToriPlan *plan = tori_editor_subject_get_plan (tori_editor_row_get_subject (TORI_EDITOR_ROW (self)));
  const guint n = tori_text_field_get_length (self->field), limit = tori_plan_get_text_limit (plan);
  g_autofree char *words = describe_length (n, limit);
  const gboolean is_long = limit > 0 && n > limit;

  gtk_label_set_label (self->length, words);
  gtk_widget_add_css_class (GTK_WIDGET (self->length), is_long ? "error" : "dim-label");
  gtk_widget_remove_css_class (GTK_WIDGET (self->length), is_long ? "dim-label" : "error");
}

static void
text_changed_cb (ToriBlockRow *self)
{
  show_length (self);
  gtk_widget_set_visible (self->sort, tori_text_lines_can_sort (tori_text_field_get_lines (self->field)));
  show_same (self);
}

static void
sort_cb (ToriBlockRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->field)); /* the button goes */
  gtk_widget_activate_action (GTK_WIDGET (self->field), "lines.sort", NULL);
}

/* One text fills its column, however short it is. Several are told apart for a screen reader. */
static void
show_place (ToriBlockRow *self, ToriBlock *block)
{
  const char *title = g_dpgettext2 (NULL, "entry", self->kind->title);
  ToriList *list = block == NULL ? NULL : tori_record_get_list (TORI_RECORD (block));
  const gboolean several = list != NULL && tori_list_get_length (list) > 1;
  guint position = 0;

  gtk_widget_set_vexpand (GTK_WIDGET (self->field), !several);
  if (several && tori_list_find (list, block, &position))
    {
      /* Translators: names one of several texts for a screen reader: "Actions, text 2". */
      g_autofree char *name = g_strdup_printf (_ ("%s, text %u"), title, position + 1);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/* The sentences with which this text is compared. */
static void
show_former (ToriBlockRow *self)
{
  ToriEntry *former = tori_editor_subject_get_former (tori_editor_row_get_subject (TORI_EDITOR_ROW (self)));
  g_autoptr (ToriList) blocks = NULL;
  g_autoptr (GHashTable) sentences = NULL;

  if (former != NULL)
    {
      g_object_get (former, self->kind->property, &blocks, NULL);
      sentences = tori_former_collect (blocks);
    }
  tori_text_lines_set_former (tori_text_field_get_lines (self->field), sentences);
}

static void
tori_block_row_follow (ToriEditorRow *row)
{
  ToriBlockRow *self = TORI_BLOCK_ROW (row);
  ToriEditorSubject *subject = tori_editor_row_get_subject (row);
  ToriEntry *entry = tori_editor_subject_get_entry (subject);
  ToriBlock *block = tori_editor_row_get_record (row);
  static const char *const none[] = { NULL };
  const char *const *topics = block == NULL ? none : tori_block_get_topics (block);
  const int copied_from = block == NULL ? 0 : tori_block_get_copied_from (block);
  const gboolean has_topics = entry != NULL && tori_list_get_length (tori_entry_get_topics (entry)) > 0;

  tori_reference_chooser_set_ids (self->topics, topics);
  gtk_widget_set_visible (GTK_WIDGET (self->topics), block != NULL && (has_topics || *topics != NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->copied), copied_from != 0);
  if (copied_from != 0)
    {
      g_autofree char *year = tori_year_words (tori_editor_subject_get_plan (subject), copied_from);
      /* Translators: above a text that nobody has edited since it was copied; %s is a fiscal year. */
      g_autofree char *text = g_strdup_printf (_ ("Copied from %s, not edited yet"), year);

      gtk_label_set_label (self->copied, text);
    }
  show_former (self);
  tori_text_field_set_record (self->field, tori_editor_subject_get_history (subject), block);
  show_same (self);
  show_length (self);
  show_place (self, block);
}

static void
tori_block_row_class_init (ToriBlockRowClass *klass)
{
  ToriEditorRowClass *row_class = TORI_EDITOR_ROW_CLASS (klass);

  row_class->move_step = TORI_STEP_MOVE_TEXT;
  row_class->remove_step = TORI_STEP_REMOVE_TEXT;
  row_class->follow = tori_block_row_follow;
}

static void
tori_block_row_init (ToriBlockRow *self)
{
}

static GtkWidget *
make_note (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_button (ToriBlockRow *self, const char *label, const char *tip, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
build (ToriBlockRow *self)
{
  ToriEditorRow *row = TORI_EDITOR_ROW (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *footer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *topics =
      tori_reference_chooser_new (tori_editor_row_get_subject (row), &tori_reference_topics,
                                  /* Translators: a button beside the topics that a text is about */
                                  _ ("Add Topic"), TRUE);
  GtkWidget *copied = make_note ("accent");
  GtkWidget *field = tori_text_field_new (self->kind->step, "text");
  GtkWidget *length = make_note ("dim-label");

  self->topics = TORI_REFERENCE_CHOOSER (topics);
  self->copied = GTK_LABEL (copied);
  self->field = TORI_TEXT_FIELD (field);
  self->length = GTK_LABEL (length);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, length, NULL,
                                  -1);
  tori_text_field_set_lined (self->field);
  tori_text_field_set_placeholder (self->field, _ (self->kind->placeholder));
  gtk_widget_add_css_class (field, "tori-long-text");
  gtk_widget_set_hexpand (length, TRUE);
  self->sort =
      make_button (self, _ ("Sort by Month"),
                   _ ("Put the bullets in the order of their months (Ctrl+Shift+M)"), G_CALLBACK (sort_cb));
  gtk_box_append (GTK_BOX (footer), length);
  gtk_box_append (GTK_BOX (footer), self->sort);
  gtk_box_append (GTK_BOX (footer), tori_editor_row_make_buttons (row, _ ("Move Text Up"),
                                                                  _ ("Move Text Down"), _ ("Remove Text")));
  gtk_box_append (GTK_BOX (box), topics);
  gtk_box_append (GTK_BOX (box), copied);
  gtk_box_append (GTK_BOX (box), field);
  gtk_box_append (GTK_BOX (box), footer);
  self->same = GTK_LABEL (make_note ("dim-label"));
  gtk_widget_set_visible (GTK_WIDGET (self->same), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->same));
  gtk_box_append (GTK_BOX (box), tori_foreign_note_new (self->field));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (topics, "chosen", G_CALLBACK (topics_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "make-record", G_CALLBACK (make_record_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "notify::length", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tori_block_row_new:
 * @subject: what the editor shows
 * @kind: which of the three texts
 *
 * Returns: a row that waits for the first key
 */
ToriEditorRow *
tori_block_row_new (ToriEditorSubject *subject, const ToriBlockKind *kind)
{
  ToriBlockRow *self = g_object_new (TORI_TYPE_BLOCK_ROW, "subject", subject, NULL);

  self->kind = kind;
  build (self);
  return TORI_EDITOR_ROW (self);
}

GtkWidget *
tori_block_row_get_field (ToriBlockRow *self)
{
  g_return_val_if_fail (TORI_IS_BLOCK_ROW (self), NULL);

  return GTK_WIDGET (self->field);
}
