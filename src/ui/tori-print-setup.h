/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/tori-report-options.h"

G_BEGIN_DECLS

void
tori_print_setup_load (const ToriReportOptions *options, GtkPrintSettings **settings, GtkPageSetup **setup);
void
tori_print_setup_store (const ToriReportOptions *options, GtkPrintSettings *settings, GtkPageSetup *setup);

gboolean tori_print_setup_find_paper (double width, double height, ToriPaper *paper, gboolean *portrait);

G_END_DECLS
