/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-entry.h"
#include "model/tori-history.h"
#include "model/tori-initiative.h"

G_BEGIN_DECLS

ToriEntry *tori_former_find (ToriInitiative *initiative, int year);
gboolean tori_former_can_copy (ToriInitiative *initiative, int year);
gboolean tori_former_copy (ToriHistory *history, ToriInitiative *initiative, int year);

GHashTable *tori_former_collect (ToriList *blocks);
gboolean tori_former_next (GHashTable *sentences, const char *text, gsize *at, gsize *start, gsize *end);
GStrv tori_former_list_stale (const char *sentence, int year);

G_END_DECLS
