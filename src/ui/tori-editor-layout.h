/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children side by side and equally wide where each has @min_column_em of room, else one above another. */
#define TORI_TYPE_COLUMNS_LAYOUT (tori_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (ToriColumnsLayout, tori_columns_layout, TORI, COLUMNS_LAYOUT, GtkLayoutManager)

/* Children one after another as words in a line, each with its natural width. */
#define TORI_TYPE_WRAP_LAYOUT (tori_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (ToriWrapLayout, tori_wrap_layout, TORI, WRAP_LAYOUT, GtkLayoutManager)

/* A widget that only holds and lays out its children. */
#define TORI_TYPE_GROUP_BOX (tori_group_box_get_type ())
G_DECLARE_FINAL_TYPE (ToriGroupBox, tori_group_box, TORI, GROUP_BOX, GtkWidget)

GtkWidget *tori_group_box_new_columns (int min_column_em, int spacing);
GtkWidget *tori_group_box_new_wrap (int spacing);
void tori_group_box_append (ToriGroupBox *self, GtkWidget *child);
void tori_group_box_clear (ToriGroupBox *self);

G_END_DECLS
