/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-editor-section.h"

G_BEGIN_DECLS

#define TORI_TYPE_EDITOR_SCHEDULE (tori_editor_schedule_get_type ())
G_DECLARE_FINAL_TYPE (ToriEditorSchedule, tori_editor_schedule, TORI, EDITOR_SCHEDULE, ToriEditorSection)

GtkWidget *tori_editor_schedule_new (ToriEditorSubject *subject);

G_END_DECLS
