/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-record.h"
#include "model/tori-list.h"
#include "model/tori-ratings.h"
#include "model/tori-years.h"

G_BEGIN_DECLS

#define TORI_TYPE_STATE (tori_state_get_type ())
#define TORI_TYPE_ENTRY (tori_entry_get_type ())

/* How far an entry is on its way from the division to the report. */
typedef enum
{
  TORI_STATE_DRAFT,
  TORI_STATE_SUBMITTED,
  TORI_STATE_RETURNED,
  TORI_STATE_CONFIRMED,
} ToriState;

GType tori_state_get_type (void);

G_DECLARE_FINAL_TYPE (ToriEntry, tori_entry, TORI, ENTRY, ToriRecord)

int tori_entry_get_year (ToriEntry *self);
ToriState tori_entry_get_state (ToriEntry *self);
const ToriRatings *tori_entry_get_ratings (ToriEntry *self);
ToriList *tori_entry_get_topics (ToriEntry *self);
ToriList *tori_entry_get_actions (ToriEntry *self);
ToriList *tori_entry_get_outcome (ToriEntry *self);
ToriList *tori_entry_get_outlook (ToriEntry *self);
const char *tori_entry_get_note (ToriEntry *self);
const char *const *tori_entry_get_attachments (ToriEntry *self);
const ToriStamp *tori_entry_get_modified (ToriEntry *self);

G_END_DECLS
