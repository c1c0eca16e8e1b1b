/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/tori-command.h"
#include "model/tori-plan.h"

G_BEGIN_DECLS

gboolean tori_plan_file_read (const char *file, ToriPlan **plan, ToriExit *exit);
gboolean tori_plan_file_keep (const char *file, ToriExit *exit);
gboolean tori_plan_file_write (const char *file, GBytes *bytes, ToriExit *exit);

G_END_DECLS
