/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-indicator-row.h"

#include <glib/gi18n.h>

#include "model/tori-edit.h"
#include "model/tori-indicator.h"
#include "ui/tori-editor-choice.h"
#include "ui/tori-editor-entry.h"
#include "ui/tori-editor-layout.h"
#include "ui/tori-editor-section.h"
#include "ui/tori-indicator-chart.h"
#include "ui/tori-indicator-figures.h"
#include "ui/tori-text-field.h"

/* An indicator of the initiative: what is measured, and its figures by year. */
struct _ToriIndicatorRow
{
  ToriEditorRow parent_instance;

  ToriTextField *name;
  ToriTextField *unit;
  ToriEditorChoice *better;
  ToriEditorEntry *baseline;
  ToriIndicatorFigures *figures;
  ToriIndicatorChart *chart;
};

G_DEFINE_FINAL_TYPE (ToriIndicatorRow, tori_indicator_row, TORI_TYPE_EDITOR_ROW)

static ToriHistory *
get_history (ToriIndicatorRow *self)
{
  return tori_editor_subject_get_history (tori_editor_row_get_subject (TORI_EDITOR_ROW (self)));
}

static void
better_chosen_cb (ToriIndicatorRow *self, int better)
{
  tori_history_begin (get_history (self), TORI_STEP_INDICATOR);
  tori_history_set_int (get_history (self), tori_editor_row_get_record (TORI_EDITOR_ROW (self)), "better",
                        better);
  tori_history_end (get_history (self));
}

static char *
write_baseline (gpointer owner, const char *text)
{
  ToriIndicatorRow *self = owner;
  ToriIndicator *indicator = tori_editor_row_get_record (TORI_EDITOR_ROW (self));
  g_autofree char *figure = NULL;
  char *reason = NULL;

  figure = tori_indicator_figures_read (text, &reason);
  if (reason != NULL || indicator == NULL)
    return reason;
  tori_history_begin (get_history (self), TORI_STEP_FIGURE);
  tori_history_set_text (get_history (self), indicator, "baseline", figure);
  tori_history_end (get_history (self));
  return NULL;
}

static void
tori_indicator_row_follow (ToriEditorRow *row)
{
  ToriIndicatorRow *self = TORI_INDICATOR_ROW (row);
  ToriIndicator *indicator = tori_editor_row_get_record (row);
  const char *baseline = indicator == NULL ? NULL : tori_indicator_get_baseline (indicator);

  tori_text_field_set_record (self->name, get_history (self), indicator);
  tori_text_field_set_record (self->unit, get_history (self), indicator);
  tori_editor_choice_set_selected (self->better,
                                   indicator == NULL ? 0 : tori_indicator_get_better (indicator));
  tori_editor_entry_set_text (self->baseline, baseline == NULL ? "" : baseline);
  tori_indicator_figures_set_indicator (self->figures, indicator);
  tori_indicator_chart_set_indicator (self->chart, indicator);
}

static void
tori_indicator_row_class_init (ToriIndicatorRowClass *klass)
{
  ToriEditorRowClass *row_class = TORI_EDITOR_ROW_CLASS (klass);

  row_class->move_step = TORI_STEP_NONE;
  row_class->remove_step = TORI_STEP_REMOVE_INDICATOR;
  row_class->follow = tori_indicator_row_follow;
}

static void
tori_indicator_row_init (ToriIndicatorRow *self)
{
}

static GtkWidget *
make_text (const char *property, const char *label)
{
  GtkWidget *field = tori_text_field_new (TORI_STEP_INDICATOR, property);

  tori_text_field_set_single_line (TORI_TEXT_FIELD (field), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return field;
}

static GtkWidget *
build_facts (ToriIndicatorRow *self)
{
  GtkWidget *facts = tori_group_box_new_wrap (12);
  GtkWidget *baseline = tori_editor_entry_new (write_baseline, self, FALSE);
  GtkWidget *inner = tori_editor_entry_get_entry (TORI_EDITOR_ENTRY (baseline));
  /* Translators: which way the figures of an indicator should go. */
  const char *ways[] = { C_ ("indicator", "Higher is better"), C_ ("indicator", "Lower is better"), NULL };

  self->unit = TORI_TEXT_FIELD (make_text ("unit", _ ("Unit")));
  self->better = TORI_EDITOR_CHOICE (tori_editor_choice_new (_ ("Direction")));
  self->baseline = TORI_EDITOR_ENTRY (baseline);
  tori_editor_choice_set_choices (self->better, ways, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self->unit), 96, -1);
  gtk_editable_set_alignment (GTK_EDITABLE (inner), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Baseline"), -1);
  /* Translators: of an indicator: 件, %, 円. */
  tori_group_box_append (TORI_GROUP_BOX (facts), tori_editor_label (_ ("Unit"), GTK_WIDGET (self->unit)));
  tori_group_box_append (TORI_GROUP_BOX (facts),
                         tori_editor_label (_ ("Direction"), GTK_WIDGET (self->better)));
  /* Translators: the figure before the plan began (基準値). */
  tori_group_box_append (TORI_GROUP_BOX (facts), tori_editor_label (_ ("Baseline"), baseline));
  g_signal_connect_object (self->better, "chosen", G_CALLBACK (better_chosen_cb), self, G_CONNECT_SWAPPED);
  return facts;
}

static void
build (ToriIndicatorRow *self)
{
  ToriEditorRow *row = TORI_EDITOR_ROW (self);
  GtkWidget *columns = tori_group_box_new_columns (30, 18);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name = TORI_TEXT_FIELD (make_text ("name", _ ("Name of the indicator")));
  /* Translators: in the empty field for the name of an indicator. */
  tori_text_field_set_placeholder (self->name, _ ("What is measured"));
  self->figures = TORI_INDICATOR_FIGURES (tori_indicator_figures_new (tori_editor_row_get_subject (row)));
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (line), tori_editor_row_make_buttons (row, NULL, NULL, _ ("Remove Indicator")));
  gtk_box_append (GTK_BOX (left), line);
  gtk_box_append (GTK_BOX (left), build_facts (self));
  self->chart = TORI_INDICATOR_CHART (tori_indicator_chart_new (tori_editor_row_get_subject (row)));
  gtk_widget_set_halign (GTK_WIDGET (self->chart), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->chart));
  tori_group_box_append (TORI_GROUP_BOX (columns), left);
  tori_group_box_append (TORI_GROUP_BOX (columns), GTK_WIDGET (self->figures));
  adw_bin_set_child (ADW_BIN (self), columns);
}

/**
 * tori_indicator_row_new:
 * @subject: what the editor shows
 *
 * Returns: a row of no indicator yet
 */
ToriEditorRow *
tori_indicator_row_new (ToriEditorSubject *subject)
{
  ToriIndicatorRow *self = g_object_new (TORI_TYPE_INDICATOR_ROW, "subject", subject, NULL);

  build (self);
  return TORI_EDITOR_ROW (self);
}

GtkWidget *
tori_indicator_row_get_field (ToriIndicatorRow *self)
{
  g_return_val_if_fail (TORI_IS_INDICATOR_ROW (self), NULL);

  return GTK_WIDGET (self->name);
}
