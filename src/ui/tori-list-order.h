/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-key-sorter.h"

G_BEGIN_DECLS

/* What the keys of the list's columns are; the data is the plan's #ToriListOrder. */
typedef struct _ToriListOrder ToriListOrder;

ToriListOrder *tori_list_order_new (ToriPlan *plan);
void tori_list_order_free (ToriListOrder *self);
void tori_list_order_forget_divisions (ToriListOrder *self);

void tori_list_order_number (ToriInitiative *initiative, int year, ToriSortKey *key, gpointer order);
void tori_list_order_title (ToriInitiative *initiative, int year, ToriSortKey *key, gpointer order);
void tori_list_order_level (ToriInitiative *initiative, int year, ToriSortKey *key, gpointer order);
void tori_list_order_divisions (ToriInitiative *initiative, int year, ToriSortKey *key, gpointer order);
void tori_list_order_state (ToriInitiative *initiative, int year, ToriSortKey *key, gpointer order);
void tori_list_order_changed (ToriInitiative *initiative, int year, ToriSortKey *key, gpointer order);
void tori_list_order_characters (ToriInitiative *initiative, int year, ToriSortKey *key, gpointer order);

G_END_DECLS
