/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-report-options.h"

G_BEGIN_DECLS

#define TORI_TYPE_REPORT_SETTINGS (tori_report_settings_get_type ())

G_DECLARE_FINAL_TYPE (ToriReportSettings, tori_report_settings, TORI, REPORT_SETTINGS, GObject)

ToriReportSettings *tori_report_settings_new (int year, const char *const *approvals);
const ToriReportOptions *tori_report_settings_get (ToriReportSettings *self);
const ToriReportOptions *tori_report_settings_peek (ToriReportSettings *self, ToriReportKind kind);
void tori_report_settings_set (ToriReportSettings *self, const ToriReportOptions *options);
void tori_report_settings_choose (ToriReportSettings *self, ToriReportKind kind, const char *part);
const char *const *tori_report_settings_get_approvals (ToriReportSettings *self);
void tori_report_settings_set_approvals (ToriReportSettings *self, const char *const *titles, gboolean shown);
void tori_report_settings_store (ToriReportSettings *self);

G_END_DECLS
