/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TORI_TYPE_SHORT_SELECTION (tori_short_selection_get_type ())

G_DECLARE_FINAL_TYPE (ToriShortSelection, tori_short_selection, TORI, SHORT_SELECTION, GObject)

ToriShortSelection *tori_short_selection_new (GtkSelectionModel *model);
void tori_short_selection_set_limit (ToriShortSelection *self, guint limit);
void tori_short_selection_set_screenful (ToriShortSelection *self, guint n);
void tori_short_selection_renew (ToriShortSelection *self);
void tori_short_selection_include (ToriShortSelection *self, guint position);

G_END_DECLS
