/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-listing.h"

G_BEGIN_DECLS

GMenuModel *tori_initiative_menu_new (ToriListing *listing);

G_END_DECLS
