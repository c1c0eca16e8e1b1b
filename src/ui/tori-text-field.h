/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-history.h"
#include "ui/tori-foreign-marks.h"
#include "ui/tori-text-lines.h"

G_BEGIN_DECLS

#define TORI_TYPE_TEXT_FIELD (tori_text_field_get_type ())
G_DECLARE_FINAL_TYPE (ToriTextField, tori_text_field, TORI, TEXT_FIELD, GtkTextView)

GtkWidget *tori_text_field_new (ToriStep step, const char *property);
void tori_text_field_set_record (ToriTextField *self, ToriHistory *history, gpointer record);
gpointer tori_text_field_get_record (ToriTextField *self);
const char *tori_text_field_get_property_name (ToriTextField *self);
void tori_text_field_set_single_line (ToriTextField *self, gboolean single_line);
void tori_text_field_set_lined (ToriTextField *self);
ToriTextLines *tori_text_field_get_lines (ToriTextField *self);
ToriForeignMarks *tori_text_field_get_foreign (ToriTextField *self);
void tori_text_field_set_placeholder (ToriTextField *self, const char *placeholder);
guint tori_text_field_get_length (ToriTextField *self);

G_END_DECLS
