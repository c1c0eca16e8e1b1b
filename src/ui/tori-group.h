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
  TORI_GROUP_NOBODY, /* no division is in charge */
} ToriGroupKind;

#define TORI_TYPE_GROUP (tori_group_get_type ())

G_DECLARE_FINAL_TYPE (ToriGroup, tori_group, TORI, GROUP, GObject)

ToriGroup *tori_group_new (ToriGroupKind kind, ToriRecord *record);
ToriGroupKind tori_group_get_kind (ToriGroup *self);
ToriRecord *tori_group_get_record (ToriGroup *self);
gboolean tori_group_equal (ToriGroup *a, ToriGroup *b);
const char *tori_group_get_label (ToriGroup *self);
gboolean tori_group_contains (ToriGroup *self, ToriInitiative *initiative, int year);

guint tori_group_get_count (ToriGroup *self);
void tori_group_set_count (ToriGroup *self, guint count);

G_END_DECLS
