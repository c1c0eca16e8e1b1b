/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/tori-editor-subject.h"

G_BEGIN_DECLS

#define TORI_TYPE_EDITOR_SECTION (tori_editor_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (ToriEditorSection, tori_editor_section, TORI, EDITOR_SECTION, AdwBin)

/**
 * ToriEditorSectionClass:
 * @follow: show the subject as it is now. With a source, only that field of that record of the plan has
 *   changed; without, something else is shown. Always keeps the widget that has the focus, if what it shows
 * is still there: the user is typing.
 */
struct _ToriEditorSectionClass
{
  AdwBinClass parent_class;

  void (*follow) (ToriEditorSection *self, ToriRecord *source, const ToriField *field);
};

ToriEditorSubject *tori_editor_section_get_subject (ToriEditorSection *self);
void tori_editor_section_set_title (ToriEditorSection *self, const char *title);
GtkWidget *tori_editor_section_get_title_label (ToriEditorSection *self);
void tori_editor_section_add (ToriEditorSection *self, GtkWidget *child);
void tori_editor_section_add_button (ToriEditorSection *self, GtkWidget *button);
void tori_editor_section_follow (ToriEditorSection *self);

GtkWidget *tori_editor_label (const char *label, GtkWidget *field);

G_END_DECLS
