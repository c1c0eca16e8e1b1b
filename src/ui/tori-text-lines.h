/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TORI_TYPE_TEXT_LINES (tori_text_lines_get_type ())

G_DECLARE_FINAL_TYPE (ToriTextLines, tori_text_lines, TORI, TEXT_LINES, GObject)

ToriTextLines *tori_text_lines_new (GtkTextView *view);
ToriTextLines *tori_text_lines_get (GtkWidget *view);
void tori_text_lines_set_former (ToriTextLines *self, GHashTable *sentences);
guint tori_text_lines_count_same (ToriTextLines *self, int year, GStrv *stale);
void tori_text_lines_update_sizes (ToriTextLines *self);
int tori_text_lines_measure (ToriTextLines *self, PangoLayout *layout, const char *text);
gboolean tori_text_lines_type_return (ToriTextLines *self, GtkTextIter *at);
gboolean tori_text_lines_indent (ToriTextLines *self, int by);
gboolean tori_text_lines_can_sort (ToriTextLines *self);
void tori_text_lines_sort (ToriTextLines *self);
char *tori_text_lines_dup_tip (ToriTextLines *self, int x, int y);

G_END_DECLS
