/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-indicator.h"
#include "ui/tori-editor-subject.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TORI_TYPE_INDICATOR_CHART (tori_indicator_chart_get_type ())

G_DECLARE_FINAL_TYPE (ToriIndicatorChart, tori_indicator_chart, TORI, INDICATOR_CHART, GtkWidget)

GtkWidget *tori_indicator_chart_new (ToriEditorSubject *subject);
void tori_indicator_chart_set_indicator (ToriIndicatorChart *self, ToriIndicator *indicator);

G_END_DECLS
