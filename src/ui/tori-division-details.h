/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-division.h"
#include "model/tori-history.h"

G_BEGIN_DECLS

#define TORI_TYPE_DIVISION_DETAILS (tori_division_details_get_type ())

G_DECLARE_FINAL_TYPE (ToriDivisionDetails, tori_division_details, TORI, DIVISION_DETAILS, AdwWindow)

GtkWindow *tori_division_details_new (ToriHistory *history, ToriDivision *division);

G_END_DECLS
