/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-block-row.h"
#include "ui/tori-editor-section.h"

G_BEGIN_DECLS

#define TORI_TYPE_BLOCK_COLUMN (tori_block_column_get_type ())
G_DECLARE_FINAL_TYPE (ToriBlockColumn, tori_block_column, TORI, BLOCK_COLUMN, ToriEditorSection)

GtkWidget *tori_block_column_new (ToriEditorSubject *subject, const ToriBlockKind *kind);

extern const ToriBlockKind tori_block_kinds[3];

G_END_DECLS
