/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "storage/tori-safe-file.h"

G_BEGIN_DECLS

GBytes *tori_remote_file_load (GFile *file, ToriDigest *digest, GCancellable *cancellable, GError **error);
gboolean tori_remote_file_save (
    GFile *file, GBytes *bytes, const ToriDigest *expected, ToriSaveReport *report, GError **error);

G_END_DECLS
