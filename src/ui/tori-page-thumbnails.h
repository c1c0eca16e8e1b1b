/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/tori-page-viewer.h"

G_BEGIN_DECLS

/* The pages of a viewer, small and with their numbers. */
#define TORI_TYPE_PAGE_THUMBNAILS (tori_page_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (ToriPageThumbnails, tori_page_thumbnails, TORI, PAGE_THUMBNAILS, AdwBin)

GtkWidget *tori_page_thumbnails_new (ToriPageViewer *viewer);

G_END_DECLS
