/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-editor-row.h"

G_BEGIN_DECLS

#define TORI_TYPE_BLOCK_ROW (tori_block_row_get_type ())
G_DECLARE_FINAL_TYPE (ToriBlockRow, tori_block_row, TORI, BLOCK_ROW, ToriEditorRow)

/* One of an entry's three texts. */
typedef struct
{
  const char *property; /* of the entry: its list of blocks */
  ToriStep step;
  const char *title;       /* to be translated, in the context "entry" */
  const char *placeholder; /* to be translated */
} ToriBlockKind;

ToriEditorRow *tori_block_row_new (ToriEditorSubject *subject, const ToriBlockKind *kind);
GtkWidget *tori_block_row_get_field (ToriBlockRow *self);

G_END_DECLS
