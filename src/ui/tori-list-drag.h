/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-listing.h"
#include "ui/tori-view.h"

G_BEGIN_DECLS

void tori_list_drag_attach (ToriView *view, ToriListing *listing, GtkSelectionModel *selection);

G_END_DECLS
