/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-editor-section.h"

G_BEGIN_DECLS

#define TORI_TYPE_INDICATOR_SECTION (tori_indicator_section_get_type ())
G_DECLARE_FINAL_TYPE (
    ToriIndicatorSection, tori_indicator_section, TORI, INDICATOR_SECTION, ToriEditorSection)

GtkWidget *tori_indicator_section_new (ToriEditorSubject *subject);

G_END_DECLS
