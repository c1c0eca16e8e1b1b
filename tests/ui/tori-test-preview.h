/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tori-test-window.h"
#include "ui/tori-preview-window.h"

G_BEGIN_DECLS

ToriPreviewWindow *tori_test_open_preview (ToriWindow *window);
void tori_test_wait_for_pages (ToriPreviewWindow *preview);
guint tori_test_set_option (ToriPreviewWindow *preview, const char *row, guint position);
char *tori_test_read_pdf (const char *path);
guint tori_test_count_pdf_pages (const char *path);
char *tori_test_make_folder (void);

G_END_DECLS
