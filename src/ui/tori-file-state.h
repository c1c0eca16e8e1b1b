/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-listing.h"

G_BEGIN_DECLS

void tori_file_state_restore (GFile *file, ToriListing *listing);
void tori_file_state_store (GFile *file, ToriListing *listing);

G_END_DECLS
