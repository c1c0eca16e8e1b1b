/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-initiative.h"

G_BEGIN_DECLS

typedef enum
{
  TORI_GROUP_ALL,
  TORI_GROUP_PILLAR,
  TORI_GROUP_DEPARTMENT,
  TORI_GROUP_DIVISION,
  TORI_GROUP_NOBODY,       /* no division is in charge */
  TORI_GROUP_NOT_ASSESSED, /* has no level of a scale, which is the record */
  TORI_GROUP_LEVEL,        /* the number is the year of a level that has one */
  TORI_GROUP_NO_ENTRY,     /* nothing was written about the year yet */
  TORI_GROUP_STATE,        /* the number is a ToriState */
} ToriGroupKind;

/* Groups of one facet widen what is shown, those of several narrow it. Each scale of the plan is a facet of
 * its own, counted from the last. */
typedef enum
{
  TORI_FACET_NONE = -1, /* all initiatives */
  TORI_FACET_PILLAR,
  TORI_FACET_CHARGE,
  TORI_FACET_STATE,
  TORI_FACET_SCALE
} ToriFacet;

#define TORI_TYPE_GROUP (tori_group_get_type ())

G_DECLARE_FINAL_TYPE (ToriGroup, tori_group, TORI, GROUP, GObject)

ToriGroup *tori_group_new (ToriGroupKind kind, gpointer record, int number);
ToriGroupKind tori_group_get_kind (ToriGroup *self);
ToriRecord *tori_group_get_record (ToriGroup *self);
int tori_group_get_number (ToriGroup *self);
int tori_group_get_facet (ToriGroup *self);
gboolean tori_group_equal (ToriGroup *a, ToriGroup *b);
const char *tori_group_get_label (ToriGroup *self);
guint tori_group_get_count (ToriGroup *self);
void tori_group_set_count (ToriGroup *self, guint count);
gboolean tori_group_get_chosen (ToriGroup *self);
void tori_group_set_chosen (ToriGroup *self, gboolean chosen);

G_END_DECLS
