/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-editor-section.h"

G_BEGIN_DECLS

#define TORI_TYPE_EDITOR_ABOUT (tori_editor_about_get_type ())
G_DECLARE_FINAL_TYPE (ToriEditorAbout, tori_editor_about, TORI, EDITOR_ABOUT, ToriEditorSection)

GtkWidget *tori_editor_about_new (ToriEditorSubject *subject);

G_END_DECLS
