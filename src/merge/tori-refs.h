/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "merge/tori-index.h"
#include "model/tori-history.h"

G_BEGIN_DECLS

/* A reference: @record, in its field @field, names the record of class @type and @id. */
typedef void (*ToriRefFunc) (
    ToriRecord *record, const ToriField *field, GType type, const char *id, gpointer data);

void tori_refs_foreach (ToriRecord *record, ToriRefFunc func, gpointer data);
gboolean tori_refs_leads (ToriIndex *index, ToriRecord *record, GType type, const char *id);
void tori_refs_drop (ToriHistory *history, ToriRecord *record, const ToriField *field, const char *id);

G_END_DECLS
