/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-record.h"

G_BEGIN_DECLS

#define TORI_TYPE_DIVISION (tori_division_get_type ())

G_DECLARE_FINAL_TYPE (ToriDivision, tori_division, TORI, DIVISION, ToriRecord)

const char *tori_division_get_name (ToriDivision *self);
int tori_division_get_from (ToriDivision *self);
int tori_division_get_until (ToriDivision *self);
const char *const *tori_division_get_successors (ToriDivision *self);

G_END_DECLS
