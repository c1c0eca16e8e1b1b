/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "report/tori-report.h"
#include "ui/tori-report-settings.h"

G_BEGIN_DECLS

#define TORI_TYPE_REPORT_PANEL (tori_report_panel_get_type ())

G_DECLARE_FINAL_TYPE (ToriReportPanel, tori_report_panel, TORI, REPORT_PANEL, AdwBin)

GtkWidget *tori_report_panel_new (ToriPlan *plan, ToriReportSettings *settings);
void tori_report_panel_follow (ToriReportPanel *self);

G_END_DECLS
