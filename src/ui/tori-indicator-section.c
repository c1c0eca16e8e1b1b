/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-indicator-section.h"

#include <glib/gi18n.h>

#include "model/tori-edit.h"
#include "model/tori-indicator.h"
#include "ui/tori-editor-rows.h"
#include "ui/tori-indicator-row.h"

/* The initiative's indicators. */
struct _ToriIndicatorSection
{
  ToriEditorSection parent_instance;

  ToriEditorRows *rows;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (ToriIndicatorSection, tori_indicator_section, TORI_TYPE_EDITOR_SECTION)

static ToriEditorSubject *
get_subject (ToriIndicatorSection *self)
{
  return tori_editor_section_get_subject (TORI_EDITOR_SECTION (self));
}

static ToriEditorRow *
make_row (gpointer owner)
{
  return tori_indicator_row_new (get_subject (owner));
}

static void
add_cb (ToriIndicatorSection *self)
{
  ToriList *list = tori_initiative_get_indicators (tori_editor_subject_get_initiative (get_subject (self)));
  const guint position = tori_list_get_length (list);
  g_autoptr (ToriIndicator) indicator = g_object_new (TORI_TYPE_INDICATOR, NULL);

  tori_edit_add (tori_editor_subject_get_history (get_subject (self)), TORI_STEP_ADD_INDICATOR, list,
                 position, indicator);
  gtk_widget_grab_focus (
      tori_indicator_row_get_field (TORI_INDICATOR_ROW (tori_editor_rows_get_row (self->rows, position))));
}

static void
tori_indicator_section_follow (ToriEditorSection *section, ToriRecord *source, const ToriField *field)
{
  ToriIndicatorSection *self = TORI_INDICATOR_SECTION (section);
  ToriList *list = tori_initiative_get_indicators (tori_editor_subject_get_initiative (get_subject (self)));

  if (source == NULL)
    tori_editor_rows_set_list (self->rows, list);
  else if (TORI_IS_INDICATOR (source) || TORI_IS_PLAN (source))
    tori_editor_rows_follow (self->rows);
  gtk_widget_set_visible (self->empty, tori_list_get_length (list) == 0);
}

static void
tori_indicator_section_class_init (ToriIndicatorSectionClass *klass)
{
  TORI_EDITOR_SECTION_CLASS (klass)->follow = tori_indicator_section_follow;
}

static void
tori_indicator_section_init (ToriIndicatorSection *self)
{
}

/**
 * tori_indicator_section_new:
 * @subject: what the editor shows
 *
 * Returns: the card of the initiative's indicators
 */
GtkWidget *
tori_indicator_section_new (ToriEditorSubject *subject)
{
  ToriIndicatorSection *self = g_object_new (TORI_TYPE_INDICATOR_SECTION, "subject", subject, NULL);
  ToriEditorSection *section = TORI_EDITOR_SECTION (self);
  GtkWidget *add = gtk_button_new_with_label (_ ("Add Indicator"));

  self->rows = TORI_EDITOR_ROWS (tori_editor_rows_new (make_row, self, FALSE));
  self->empty = gtk_label_new (_ ("No indicators. Add one if progress is measured in figures."));
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_add_css_class (add, "flat");
  tori_editor_section_set_title (section, _ ("Indicators"));
  tori_editor_section_add_button (section, add);
  tori_editor_section_add (section, self->empty);
  tori_editor_section_add (section, GTK_WIDGET (self->rows));
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  tori_editor_section_follow (section);
  return GTK_WIDGET (self);
}
