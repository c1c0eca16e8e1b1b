/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-listing.h"

G_BEGIN_DECLS

/* What an initiative is sorted by: the number, then the text, which may be NULL. */
typedef struct
{
  gint64 number;
  char *text;
} ToriSortKey;

typedef void (*ToriSortKeyFunc) (ToriInitiative *initiative, int year, ToriSortKey *key, gpointer data);

#define TORI_TYPE_KEY_SORTER (tori_key_sorter_get_type ())

G_DECLARE_FINAL_TYPE (ToriKeySorter, tori_key_sorter, TORI, KEY_SORTER, GtkSorter)

GtkSorter *tori_key_sorter_new (ToriListing *listing, ToriSortKeyFunc get_key, gpointer data);
void tori_key_sorter_forget (ToriKeySorter *self, ToriInitiative *initiative);

G_END_DECLS
