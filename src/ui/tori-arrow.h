/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-lanes.h"

G_BEGIN_DECLS

void tori_arrow_snapshot (GtkSnapshot *snapshot,
                          const graphene_rect_t *bounds,
                          ToriSpanKind kind,
                          const GdkRGBA *color,
                          GtkTextDirection direction);
float tori_arrow_get_point (float width, float height);

G_END_DECLS
