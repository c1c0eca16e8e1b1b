/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TORI_TYPE_START_PAGE (tori_start_page_get_type ())

G_DECLARE_FINAL_TYPE (ToriStartPage, tori_start_page, TORI, START_PAGE, AdwBin)

GtkWidget *tori_start_page_new (void);

G_END_DECLS
