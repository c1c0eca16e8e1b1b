/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/tori-editor-subject.h"

G_BEGIN_DECLS

#define TORI_TYPE_EDITOR_ROW (tori_editor_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (ToriEditorRow, tori_editor_row, TORI, EDITOR_ROW, AdwBin)

/**
 * ToriEditorRowClass:
 * @move_step: what moving one is called; TORI_STEP_NONE when their order cannot be changed
 * @remove_step: what removing one is called
 * @follow: show the record as it is now; there is none in a row that waits for the first key
 */
struct _ToriEditorRowClass
{
  AdwBinClass parent_class;

  ToriStep move_step;
  ToriStep remove_step;
  void (*follow) (ToriEditorRow *self);
};

ToriEditorSubject *tori_editor_row_get_subject (ToriEditorRow *self);
gpointer tori_editor_row_get_record (ToriEditorRow *self);
void tori_editor_row_set_record (ToriEditorRow *self, gpointer record);
GtkWidget *
tori_editor_row_make_buttons (ToriEditorRow *self, const char *up, const char *down, const char *remove);
gboolean tori_editor_row_can_take (ToriEditorRow *self, ToriEditorRow *other);
gboolean tori_editor_row_take (ToriEditorRow *self, ToriEditorRow *other, gboolean behind);
void tori_editor_row_follow (ToriEditorRow *self);

G_END_DECLS
