/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-editor-row.h"

G_BEGIN_DECLS

#define TORI_TYPE_TOPIC_ROW (tori_topic_row_get_type ())
G_DECLARE_FINAL_TYPE (ToriTopicRow, tori_topic_row, TORI, TOPIC_ROW, ToriEditorRow)

ToriEditorRow *tori_topic_row_new (ToriEditorSubject *subject);
GtkWidget *tori_topic_row_get_field (ToriTopicRow *self);

G_END_DECLS
