/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-record.h"
#include "model/tori-list.h"

G_BEGIN_DECLS

typedef struct _ToriEntry ToriEntry; /* model/tori-entry.h */

#define TORI_TYPE_INITIATIVE (tori_initiative_get_type ())

G_DECLARE_FINAL_TYPE (ToriInitiative, tori_initiative, TORI, INITIATIVE, ToriRecord)

const char *tori_initiative_get_number (ToriInitiative *self);
const char *tori_initiative_get_title (ToriInitiative *self);
int tori_initiative_get_from (ToriInitiative *self);
int tori_initiative_get_until (ToriInitiative *self);
const char *tori_initiative_get_merged_into (ToriInitiative *self);
const char *const *tori_initiative_get_relisted (ToriInitiative *self);
const char *const *tori_initiative_get_divisions (ToriInitiative *self);
ToriList *tori_initiative_get_schedule (ToriInitiative *self);
ToriList *tori_initiative_get_indicators (ToriInitiative *self);
ToriList *tori_initiative_get_entries (ToriInitiative *self);

ToriEntry *tori_initiative_find_entry (ToriInitiative *self, int year);
gboolean tori_initiative_covers_year (ToriInitiative *self, int year);

G_END_DECLS
