/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-open-year-row.h"

#include <glib/gi18n.h>

#include "model/tori-fiscal-year.h"
#include "model/tori-year-words.h"
#include "ui/tori-reason.h"

/* A row for a fiscal year that may be left open. It is typed in any way in which people write one, and goes
 * into the plan when it is confirmed; what is no year stays in the row, marked, until it is one. */
struct _ToriOpenYearRow
{
  AdwEntryRow parent_instance;

  ToriHistory *history;
  ToriRecord *record;
  const char *property; /* static */
  GtkWidget *reason;    /* why what was typed is not taken */
};

G_DEFINE_FINAL_TYPE (ToriOpenYearRow, tori_open_year_row, ADW_TYPE_ENTRY_ROW)

static gboolean
read_year (ToriOpenYearRow *self, int *year)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  *year = 0;
  return *text == '\0' || (tori_fiscal_year_parse (text, year) && tori_fiscal_year_is_valid (*year));
}

static void
show_year (ToriOpenYearRow *self)
{
  g_autofree char *words = NULL;
  int year;

  g_object_get (self->record, self->property, &year, NULL);
  words = year == 0 ? g_strdup ("") : tori_year_words (tori_history_get_plan (self->history), year);
  tori_reason_tell (self->reason, GTK_WIDGET (self), NULL);
  gtk_editable_set_text (GTK_EDITABLE (self), words);
}

static void
apply_cb (ToriOpenYearRow *self)
{
  int year;

  if (!read_year (self, &year))
    {
      /* Translators: beside a year that was typed. */
      tori_reason_tell (self->reason, GTK_WIDGET (self), _ ("Not a fiscal year"));
      return;
    }
  tori_history_begin (self->history, TORI_STEP_PLAN);
  tori_history_set_int (self->history, self->record, self->property, year);
  tori_history_end (self->history);
  show_year (self);
}

static void
tori_open_year_row_dispose (GObject *object)
{
  g_clear_object (&TORI_OPEN_YEAR_ROW (object)->history);
  g_clear_object (&TORI_OPEN_YEAR_ROW (object)->record);

  G_OBJECT_CLASS (tori_open_year_row_parent_class)->dispose (object);
}

static void
tori_open_year_row_class_init (ToriOpenYearRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_open_year_row_dispose;
}

static void
tori_open_year_row_init (ToriOpenYearRow *self)
{
  self->reason = tori_reason_new ();
  gtk_label_set_wrap (GTK_LABEL (self->reason), FALSE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->reason);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
}

/**
 * tori_open_year_row_new:
 * @history: the history of the plan
 * @record: a record of the plan
 * @property: (transfer none): one of its fiscal years; a static string
 * @title: what it is called
 *
 * Returns: the row
 */
GtkWidget *
tori_open_year_row_new (ToriHistory *history, gpointer record, const char *property, const char *title)
{
  ToriOpenYearRow *self = g_object_new (TORI_TYPE_OPEN_YEAR_ROW, "title", title, NULL);
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  self->history = g_object_ref (history);
  self->record = g_object_ref (record);
  self->property = property;
  show_year (self);
  g_signal_connect (self, "apply", G_CALLBACK (apply_cb), NULL);
  g_signal_connect_object (record, signal, G_CALLBACK (show_year), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
