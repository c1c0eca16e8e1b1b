/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-indicator.h"
#include "ui/tori-editor-entry.h"
#include "ui/tori-editor-subject.h"

G_BEGIN_DECLS

#define TORI_TYPE_INDICATOR_FIGURES (tori_indicator_figures_get_type ())
G_DECLARE_FINAL_TYPE (ToriIndicatorFigures, tori_indicator_figures, TORI, INDICATOR_FIGURES, AdwBin)

GtkWidget *tori_indicator_figures_new (ToriEditorSubject *subject);
void tori_indicator_figures_set_indicator (ToriIndicatorFigures *self, ToriIndicator *indicator);
ToriEditorEntry *tori_indicator_figures_get_entry (ToriIndicatorFigures *self, int year, gboolean actual);

char *tori_indicator_figures_read (const char *text, char **reason);

G_END_DECLS
