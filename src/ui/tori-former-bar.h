/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-editor-section.h"

G_BEGIN_DECLS

#define TORI_TYPE_FORMER_BAR (tori_former_bar_get_type ())

G_DECLARE_FINAL_TYPE (ToriFormerBar, tori_former_bar, TORI, FORMER_BAR, ToriEditorSection)

GtkWidget *tori_former_bar_new (ToriEditorSubject *subject);

G_END_DECLS
