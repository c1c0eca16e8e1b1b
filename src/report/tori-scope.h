/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-entry.h"
#include "model/tori-initiative.h"
#include "model/tori-item.h"
#include "model/tori-block.h"
#include "model/tori-topic.h"
#include "model/tori-plan.h"

G_BEGIN_DECLS

/* Whose report it is: some divisions, or everybody. */
typedef struct _ToriScope ToriScope;

typedef enum
{
  TORI_CHARGE_NONE,
  TORI_CHARGE_PART,  /* one of its topics */
  TORI_CHARGE_WHOLE, /* the initiative itself */
} ToriCharge;

ToriScope *tori_scope_new (int year, GPtrArray *records);
void tori_scope_free (ToriScope *self);

ToriCharge tori_scope_get_charge (const ToriScope *self, ToriInitiative *initiative);
gboolean tori_scope_has_topic (const ToriScope *self, ToriInitiative *initiative, ToriTopic *topic);
gboolean
tori_scope_has_block (const ToriScope *self, ToriInitiative *initiative, ToriEntry *entry, ToriBlock *block);
gboolean
tori_scope_has_item (const ToriScope *self, ToriInitiative *initiative, ToriEntry *entry, ToriItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriScope, tori_scope_free)

G_END_DECLS
