/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-text-row.h"


/* A row in which one text of the plan's settings is written. Each key goes into the plan at once, as typing
 * that is undone in one step; and what changes in the plan is shown. */
struct _ToriTextRow
{
  AdwEntryRow parent_instance;

  ToriHistory *history;
  ToriRecord *record;
  const char *property; /* static */
};

G_DEFINE_FINAL_TYPE (ToriTextRow, tori_text_row, ADW_TYPE_ENTRY_ROW)

static void
typed_cb (ToriTextRow *self)
{
  tori_history_type (self->history, TORI_STEP_PLAN, self->record, self->property,
                     gtk_editable_get_text (GTK_EDITABLE (self)));
}

static void
show_text (ToriTextRow *self)
{
  g_autofree char *text = NULL;

  g_object_get (self->record, self->property, &text, NULL);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text) == 0)
    return;
  g_signal_handlers_block_by_func (self, typed_cb, NULL); /* nobody typed this */
  gtk_editable_set_text (GTK_EDITABLE (self), text == NULL ? "" : text);
  g_signal_handlers_unblock_by_func (self, typed_cb, NULL);
}

static void
tori_text_row_dispose (GObject *object)
{
  ToriTextRow *self = TORI_TEXT_ROW (object);

  g_clear_object (&self->history);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tori_text_row_parent_class)->dispose (object);
}

static void
tori_text_row_class_init (ToriTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_text_row_dispose;
}

static void
tori_text_row_init (ToriTextRow *self)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE); /* there is one history */
}

/**
 * tori_text_row_new:
 * @history: the history of the plan
 * @record: a record of the plan
 * @property: (transfer none): one of its texts; a static string
 * @title: what it is called
 *
 * Returns: the row
 */
GtkWidget *
tori_text_row_new (ToriHistory *history, gpointer record, const char *property, const char *title)
{
  ToriTextRow *self = g_object_new (TORI_TYPE_TEXT_ROW, "title", title, NULL);
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  self->history = g_object_ref (history);
  self->record = g_object_ref (record);
  self->property = property;
  show_text (self);
  g_signal_connect (self, "changed", G_CALLBACK (typed_cb), NULL);
  g_signal_connect_object (record, signal, G_CALLBACK (show_text), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

ToriRecord *
tori_text_row_get_record (ToriTextRow *self)
{
  g_return_val_if_fail (TORI_IS_TEXT_ROW (self), NULL);

  return self->record;
}
