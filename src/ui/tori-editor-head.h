/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-editor-section.h"

G_BEGIN_DECLS

#define TORI_TYPE_EDITOR_HEAD (tori_editor_head_get_type ())
G_DECLARE_FINAL_TYPE (ToriEditorHead, tori_editor_head, TORI, EDITOR_HEAD, ToriEditorSection)

GtkWidget *tori_editor_head_new (ToriEditorSubject *subject);
gboolean tori_editor_head_choose_level (ToriEditorHead *self, int position);

G_END_DECLS
