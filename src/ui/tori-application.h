/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/tori-window.h"

G_BEGIN_DECLS

#define TORI_TYPE_APPLICATION (tori_application_get_type ())

G_DECLARE_FINAL_TYPE (ToriApplication, tori_application, TORI, APPLICATION, AdwApplication)

ToriWindow *tori_application_restore (ToriApplication *self, ToriRecovery *copies);
int tori_application_run (int argc, char **argv);
ToriApplication *tori_application_new (void);
ToriWindow *tori_application_find_window (ToriApplication *self, GFile *file);

G_END_DECLS
