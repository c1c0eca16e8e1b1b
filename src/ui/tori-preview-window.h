/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-plan.h"
#include "ui/tori-group.h"
#include "ui/tori-page-viewer.h"
#include "ui/tori-report-job.h"
#include "ui/tori-report-settings.h"

G_BEGIN_DECLS

#define TORI_TYPE_PREVIEW_WINDOW (tori_preview_window_get_type ())

G_DECLARE_FINAL_TYPE (ToriPreviewWindow, tori_preview_window, TORI, PREVIEW_WINDOW, AdwWindow)

GtkWindow *tori_preview_window_new (ToriPlan *plan, int year);
void tori_preview_window_choose (ToriPreviewWindow *self, ToriGroup *group);
void tori_preview_window_offer_export (ToriPreviewWindow *self);

ToriReportSettings *tori_preview_window_get_settings (ToriPreviewWindow *self);
ToriPageViewer *tori_preview_window_get_viewer (ToriPreviewWindow *self);
ToriReportJob *tori_preview_window_get_job (ToriPreviewWindow *self);

G_END_DECLS
