/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-editor-section.h"

G_BEGIN_DECLS

#define TORI_TYPE_TOPIC_SECTION (tori_topic_section_get_type ())
G_DECLARE_FINAL_TYPE (ToriTopicSection, tori_topic_section, TORI, TOPIC_SECTION, ToriEditorSection)

GtkWidget *tori_topic_section_new (ToriEditorSubject *subject);

G_END_DECLS
