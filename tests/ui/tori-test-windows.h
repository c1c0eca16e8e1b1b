/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tori-test-window.h"

G_BEGIN_DECLS

typedef void (*ToriTestVisit) (gpointer window, guint at_least);

void tori_test_add_windows (const char *path, ToriTestVisit function);

G_END_DECLS
