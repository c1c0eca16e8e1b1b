/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-history.h"
#include "model/tori-initiative.h"

G_BEGIN_DECLS

#define TORI_TYPE_EDITOR (tori_editor_get_type ())
G_DECLARE_FINAL_TYPE (ToriEditor, tori_editor, TORI, EDITOR, AdwWindow)

GtkWindow *tori_editor_new (ToriHistory *history);
void tori_editor_show (ToriEditor *self, ToriInitiative *initiative, int year);
void tori_editor_go_to (ToriEditor *self, ToriRecord *record, const char *property);
void tori_editor_set_reading (ToriEditor *self, gboolean reading);
void tori_editor_write (ToriEditor *self);
ToriInitiative *tori_editor_get_initiative (ToriEditor *self);
int tori_editor_get_year (ToriEditor *self);
GListModel *tori_editor_get_list (ToriEditor *self);
void tori_editor_set_list (ToriEditor *self, GListModel *list);
gboolean tori_editor_get_composing (ToriEditor *self);

G_END_DECLS
