/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-entry.h"
#include "model/tori-history.h"
#include "model/tori-initiative.h"
#include "model/tori-item.h"
#include "model/tori-pillar.h"

G_BEGIN_DECLS

void tori_edit_add (ToriHistory *history, ToriStep step, ToriList *list, guint position, gpointer record);
void tori_edit_remove (ToriHistory *history, ToriStep step, gpointer record);
void tori_edit_remove_all (ToriHistory *history, ToriStep step, GPtrArray *records);
void tori_edit_move (ToriHistory *history, ToriStep step, gpointer record, ToriList *list, guint position);

guint tori_edit_find_entry_place (ToriInitiative *initiative, int year);
ToriEntry *tori_edit_ensure_entry (ToriHistory *history, ToriInitiative *initiative, int year);
ToriInitiative *tori_edit_add_initiative (ToriHistory *history, ToriPillar *pillar, guint position);
void tori_edit_add_topics (ToriHistory *history, ToriInitiative *initiative, int year);
gboolean tori_edit_set_number (ToriHistory *history, ToriInitiative *initiative, const char *number);
void
tori_edit_type (ToriHistory *history, ToriStep step, gpointer record, const char *property, const char *text);
void tori_edit_rate (ToriHistory *history, gpointer rated, const char *scale, const char *level, int since);
void tori_edit_set_author (ToriHistory *history, ToriEntry *entry, const char *author);

/* --- Of several initiatives at once (tori-edit-bulk.c) --- */

void tori_edit_rate_all (
    ToriHistory *history, GPtrArray *initiatives, int year, const char *scale, const char *level, int since);
void tori_edit_set_state_all (ToriHistory *history, GPtrArray *initiatives, int year, ToriState state);
void tori_edit_set_divisions_all (ToriHistory *history, GPtrArray *initiatives, const char *const *divisions);
void tori_edit_move_all (ToriHistory *history, GPtrArray *initiatives, ToriPillar *pillar);
void tori_edit_move_before (ToriHistory *history,
                            GPtrArray *initiatives,
                            ToriPillar *pillar,
                            ToriInitiative *before);
ToriInitiative *
tori_edit_find_number_taken (ToriPlan *plan, GPtrArray *initiatives, const char *prefix, guint first);
gboolean
tori_edit_renumber_all (ToriHistory *history, GPtrArray *initiatives, const char *prefix, guint first);
GPtrArray *tori_edit_duplicate_all (ToriHistory *history, GPtrArray *initiatives);

G_END_DECLS
