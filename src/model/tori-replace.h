/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-history.h"
#include "model/tori-initiative.h"

G_BEGIN_DECLS

#define TORI_TYPE_PLACE (tori_place_get_type ())

/* Where words stand in a text of a plan. */
G_DECLARE_FINAL_TYPE (ToriPlace, tori_place, TORI, PLACE, GObject)

ToriInitiative *tori_place_get_initiative (ToriPlace *self);
ToriRecord *tori_place_get_record (ToriPlace *self);
const char *tori_place_get_property (ToriPlace *self);
char *tori_place_dup_before (ToriPlace *self, guint n);
char *tori_place_dup_words (ToriPlace *self);
char *tori_place_dup_after (ToriPlace *self, guint n);
gboolean tori_place_get_chosen (ToriPlace *self);
void tori_place_set_chosen (ToriPlace *self, gboolean chosen);

GListStore *
tori_replace_find (GListModel *initiatives, int year, const char *words, gboolean exactly, guint limit);
guint tori_replace_apply (ToriHistory *history, GListModel *places, const char *with);

G_END_DECLS
