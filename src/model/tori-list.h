/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-record.h"

G_BEGIN_DECLS

#define TORI_TYPE_LIST (tori_list_get_type ())

G_DECLARE_FINAL_TYPE (ToriList, tori_list, TORI, LIST, GObject)

ToriList *tori_list_new (ToriRecord *owner, const ToriField *field);
void tori_list_disown (ToriList *self);

ToriRecord *tori_list_get_owner (ToriList *self);
const ToriField *tori_list_get_field (ToriList *self);
guint tori_list_get_length (ToriList *self);
gpointer tori_list_get (ToriList *self, guint position);
gboolean tori_list_find (ToriList *self, gpointer record, guint *position);
gpointer tori_list_find_id (ToriList *self, const char *id);
void tori_list_splice (
    ToriList *self, guint position, guint n_removals, ToriRecord *const *additions, guint n_additions);

G_END_DECLS
