/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-query.h"
#include "model/tori-initiative.h"

G_BEGIN_DECLS

gboolean tori_search_matches (const ToriQuery *query, ToriInitiative *initiative, int year);

G_END_DECLS
