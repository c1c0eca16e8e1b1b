/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-editor-section.h"

G_BEGIN_DECLS

#define TORI_TYPE_ATTACHMENT_SECTION (tori_attachment_section_get_type ())
G_DECLARE_FINAL_TYPE (
    ToriAttachmentSection, tori_attachment_section, TORI, ATTACHMENT_SECTION, ToriEditorSection)

GtkWidget *tori_attachment_section_new (ToriEditorSubject *subject);

G_END_DECLS
