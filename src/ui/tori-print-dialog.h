/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "report/tori-report.h"
#include "ui/tori-group.h"

G_BEGIN_DECLS

typedef enum
{
  TORI_PRINT_TO_PRINTER,
  TORI_PRINT_TO_PDF,
} ToriPrintTarget;

#define TORI_TYPE_PRINT_DIALOG (tori_print_dialog_get_type ())

G_DECLARE_FINAL_TYPE (ToriPrintDialog, tori_print_dialog, TORI, PRINT_DIALOG, AdwWindow)

GtkWindow *tori_print_dialog_new (ToriPlan *plan, int year, ToriGroup *group, ToriPrintTarget target);
const ToriReportOptions *tori_print_dialog_get_options (ToriPrintDialog *self);
ToriPrintTarget tori_print_dialog_get_target (ToriPrintDialog *self);
char *tori_print_dialog_suggest_name (ToriPrintDialog *self);

G_END_DECLS
