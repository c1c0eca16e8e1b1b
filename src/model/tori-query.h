/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-signature.h"

G_BEGIN_DECLS

/* The words that somebody searches for. Parsed once, then asked about many records. */
typedef struct _ToriQuery ToriQuery;

/* Which words of a query have been found in one record so far; begins as 0. */
typedef guint64 ToriQueryFound;

ToriQuery *tori_query_new (const char *text);
void tori_query_free (ToriQuery *query);
gboolean tori_query_is_empty (const ToriQuery *query);
gboolean tori_query_feed (const ToriQuery *query, ToriQueryFound *found, const char *text);
gboolean tori_query_find (const ToriQuery *query, const char *text, gsize from, gsize *start, gsize *end);
gboolean tori_query_may_match (const ToriQuery *query, const ToriSignature *signature);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriQuery, tori_query_free)

G_END_DECLS
