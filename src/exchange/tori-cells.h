/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of texts, as spreadsheets give and take them by the clipboard. */
typedef struct _ToriCells ToriCells;

ToriCells *tori_cells_new (void);
ToriCells *tori_cells_new_from_tsv (const char *text);
ToriCells *tori_cells_new_from_html (const char *html, gsize size);
void tori_cells_free (ToriCells *self);

void tori_cells_begin_row (ToriCells *self);
void tori_cells_add (ToriCells *self, const char *text);

guint tori_cells_get_n_rows (const ToriCells *self);
guint tori_cells_get_n_columns (const ToriCells *self);
const char *tori_cells_get (const ToriCells *self, guint row, guint column);

char *tori_cells_to_tsv (const ToriCells *self);
char *tori_cells_to_html (const ToriCells *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriCells, tori_cells_free)

G_END_DECLS
