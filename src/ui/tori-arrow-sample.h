/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-lanes.h"

G_BEGIN_DECLS

#define TORI_TYPE_ARROW_SAMPLE (tori_arrow_sample_get_type ())

G_DECLARE_FINAL_TYPE (ToriArrowSample, tori_arrow_sample, TORI, ARROW_SAMPLE, GtkWidget)

GtkWidget *tori_arrow_sample_new (ToriSpanKind kind);

G_END_DECLS
