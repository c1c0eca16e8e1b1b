/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-history.h"
#include "model/tori-pillar.h"
#include "ui/tori-initiative-cells.h"

G_BEGIN_DECLS

#define TORI_TYPE_PASTE (tori_paste_get_type ())

G_DECLARE_FINAL_TYPE (ToriPaste, tori_paste, TORI, PASTE, GObject)

/* What becomes of a row. */
typedef enum
{
  TORI_PASTE_NOTHING, /* it is the heads, or empty */
  TORI_PASTE_NEW,     /* an initiative is made */
  TORI_PASTE_CHANGE   /* an initiative gets what differs */
} ToriPasteFate;

ToriPaste *tori_paste_new (ToriPlan *plan, int year, ToriCells *cells);
gboolean tori_paste_get_has_heads (ToriPaste *self);
void tori_paste_set_has_heads (ToriPaste *self, gboolean has_heads);
guint tori_paste_get_n_rows (ToriPaste *self);
guint tori_paste_get_n_columns (ToriPaste *self);
const char *tori_paste_get_head (ToriPaste *self, guint column);
ToriCellColumn tori_paste_get_column (ToriPaste *self, guint column);
void tori_paste_set_column (ToriPaste *self, guint column, ToriCellColumn target);

ToriPasteFate tori_paste_describe (ToriPaste *self, guint row, char **words, char **problems);
GPtrArray *tori_paste_apply (ToriPaste *self, ToriHistory *history, ToriPillar *pillar);

G_END_DECLS
