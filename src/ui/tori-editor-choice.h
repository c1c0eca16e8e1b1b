/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-plan.h"

G_BEGIN_DECLS

#define TORI_TYPE_EDITOR_CHOICE (tori_editor_choice_get_type ())
G_DECLARE_FINAL_TYPE (ToriEditorChoice, tori_editor_choice, TORI, EDITOR_CHOICE, AdwBin)

GtkWidget *tori_editor_choice_new (const char *label);
void
tori_editor_choice_set_choices (ToriEditorChoice *self, const char *const *names, const char *const *details);
void tori_editor_choice_set_selected (ToriEditorChoice *self, guint position);
guint tori_editor_choice_get_selected (ToriEditorChoice *self);

GtkWidget *tori_editor_choice_new_years (const char *label);
void tori_editor_choice_set_year (ToriEditorChoice *self, ToriPlan *plan, int year, const char *none);

G_END_DECLS
