/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-initiative.h"
#include "model/tori-query.h"

G_BEGIN_DECLS

/* Where in an initiative and its entry a text stands. */
typedef enum
{
  TORI_SEARCH_NUMBER,
  TORI_SEARCH_TITLE,
  TORI_SEARCH_DIVISION,
  TORI_SEARCH_LEVEL,
  TORI_SEARCH_ITEM,
  TORI_SEARCH_PHASE,
  TORI_SEARCH_INDICATOR,
  TORI_SEARCH_TOPIC,
  TORI_SEARCH_ACTIONS,
  TORI_SEARCH_OUTCOME,
  TORI_SEARCH_OUTLOOK,
  TORI_SEARCH_NOTE,
} ToriSearchField;

/* Returns: whether that was enough */
typedef gboolean (*ToriSearchFunc) (ToriSearchField field, const char *text, gpointer data);

gboolean tori_search_foreach (ToriInitiative *initiative, int year, ToriSearchFunc func, gpointer data);
gboolean tori_search_matches (const ToriQuery *query, ToriInitiative *initiative, int year);
ToriSignature *tori_search_sign (ToriInitiative *initiative, int year);

G_END_DECLS
