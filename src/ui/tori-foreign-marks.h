/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TORI_TYPE_FOREIGN_MARKS (tori_foreign_marks_get_type ())
G_DECLARE_FINAL_TYPE (ToriForeignMarks, tori_foreign_marks, TORI, FOREIGN_MARKS, GObject)

ToriForeignMarks *tori_foreign_marks_new (GtkTextView *view);
char *tori_foreign_marks_dup_found (ToriForeignMarks *self, char **instead);
gboolean tori_foreign_marks_can_replace (ToriForeignMarks *self);
void tori_foreign_marks_replace (ToriForeignMarks *self);
char *tori_foreign_marks_dup_tip (ToriForeignMarks *self, int x, int y);

G_END_DECLS
