/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void tori_pdf_save_async (GBytes *pdf, GFile *file, GAsyncReadyCallback callback, gpointer user_data);
GFile *tori_pdf_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
