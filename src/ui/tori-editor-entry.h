/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TORI_TYPE_EDITOR_ENTRY (tori_editor_entry_get_type ())
G_DECLARE_FINAL_TYPE (ToriEditorEntry, tori_editor_entry, TORI, EDITOR_ENTRY, AdwBin)

/* Puts what was typed into the plan. Gives NULL when it is there now (or was), else a sentence for the user
 * that says why it is not. */
typedef char *(*ToriEditorEntryWrite) (gpointer owner, const char *text);

GtkWidget *tori_editor_entry_new (ToriEditorEntryWrite write, gpointer owner, gboolean at_once);
void tori_editor_entry_set_least_width (ToriEditorEntry *self, int least_width);
void tori_editor_entry_set_text (ToriEditorEntry *self, const char *text);
void tori_editor_entry_write (ToriEditorEntry *self);
GtkWidget *tori_editor_entry_get_entry (ToriEditorEntry *self);
const char *tori_editor_entry_get_reason (ToriEditorEntry *self);

G_END_DECLS
