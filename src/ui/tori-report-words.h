/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-plan.h"
#include "report/tori-report-options.h"

G_BEGIN_DECLS

const char *tori_report_words_kind (ToriReportKind kind);
const char *tori_report_words_column (ToriReportColumn column);
char *tori_report_words_paper (const ToriReportOptions *options);
char *tori_report_words_extent (const ToriReportOptions *options, guint n_pages, gboolean complete);

G_END_DECLS
