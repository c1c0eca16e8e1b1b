/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TORI_PLAN_TYPE "application/vnd.torikumi.plan+json"

GList *tori_recent_list (void);
GMenuModel *tori_recent_menu_new (void);
void tori_recent_add (GFile *file);
void tori_recent_remove (GFile *file);

G_END_DECLS
