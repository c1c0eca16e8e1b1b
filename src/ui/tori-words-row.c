/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-words-row.h"

#include <glib/gi18n.h>


/* A row in which several words of the plan's settings are written, with commas between them. They go into the
 * plan when they are confirmed, since a word that is not finished is none. */
struct _ToriWordsRow
{
  AdwEntryRow parent_instance;

  ToriHistory *history;
  ToriRecord *record;
  const char *property; /* static */
};

G_DEFINE_FINAL_TYPE (ToriWordsRow, tori_words_row, ADW_TYPE_ENTRY_ROW)

static char **
read_words (ToriWordsRow *self)
{
  g_autoptr (GString) text = g_string_new (gtk_editable_get_text (GTK_EDITABLE (self)));
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_string_replace (text, "、", ",", 0);
  g_string_replace (text, "，", ",", 0);
  parts = g_strsplit (text->str, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

static void
show_words (ToriWordsRow *self)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *text = NULL;

  g_object_get (self->record, self->property, &words, NULL);
  /* Translators: stands between words that can be edited. */
  text = words == NULL ? g_strdup ("") : g_strjoinv (C_ ("list", ", "), words);
  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

static void
apply_cb (ToriWordsRow *self)
{
  g_auto (GStrv) words = read_words (self);

  tori_history_begin (self->history, TORI_STEP_PLAN);
  tori_history_set_strv (self->history, self->record, self->property, (const char *const *) words);
  tori_history_end (self->history);
  show_words (self);
}

static void
tori_words_row_dispose (GObject *object)
{
  g_clear_object (&TORI_WORDS_ROW (object)->history);
  g_clear_object (&TORI_WORDS_ROW (object)->record);

  G_OBJECT_CLASS (tori_words_row_parent_class)->dispose (object);
}

static void
tori_words_row_class_init (ToriWordsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_words_row_dispose;
}

static void
tori_words_row_init (ToriWordsRow *self)
{
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
}

/**
 * tori_words_row_new:
 * @history: the history of the plan
 * @record: a record of the plan
 * @property: (transfer none): one of its lists of words; a static string
 * @title: what they are called
 *
 * Returns: the row
 */
GtkWidget *
tori_words_row_new (ToriHistory *history, gpointer record, const char *property, const char *title)
{
  ToriWordsRow *self = g_object_new (TORI_TYPE_WORDS_ROW, "title", title, NULL);
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  self->history = g_object_ref (history);
  self->record = g_object_ref (record);
  self->property = property;
  show_words (self);
  g_signal_connect (self, "apply", G_CALLBACK (apply_cb), NULL);
  g_signal_connect_object (record, signal, G_CALLBACK (show_words), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
