/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-entry.h"
#include "model/tori-history.h"
#include "model/tori-initiative.h"

G_BEGIN_DECLS

#define TORI_TYPE_EDITOR_SUBJECT (tori_editor_subject_get_type ())
G_DECLARE_FINAL_TYPE (ToriEditorSubject, tori_editor_subject, TORI, EDITOR_SUBJECT, GObject)

ToriEditorSubject *tori_editor_subject_new (ToriHistory *history);
void tori_editor_subject_show (ToriEditorSubject *self, ToriInitiative *initiative, int year);

ToriHistory *tori_editor_subject_get_history (ToriEditorSubject *self);
ToriPlan *tori_editor_subject_get_plan (ToriEditorSubject *self);
ToriInitiative *tori_editor_subject_get_initiative (ToriEditorSubject *self);
int tori_editor_subject_get_year (ToriEditorSubject *self);
ToriEntry *tori_editor_subject_get_entry (ToriEditorSubject *self);

ToriEntry *tori_editor_subject_get_former (ToriEditorSubject *self);
gboolean tori_editor_subject_get_shows_former (ToriEditorSubject *self);

ToriEntry *tori_editor_subject_begin (ToriEditorSubject *self, ToriStep step);
void tori_editor_subject_end (ToriEditorSubject *self);

G_END_DECLS
