/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "storage/tori-safe-file.h"

G_BEGIN_DECLS

/**
 * ToriVersion:
 * @path: where it is kept
 * @time: when it was saved, in microseconds since 1970
 * @size: in bytes
 *
 * What a plan's file once held.
 */
typedef struct
{
  char *path;
  gint64 time;
  gint64 size;
} ToriVersion;

void tori_version_free (ToriVersion *self);

gboolean tori_versions_keep (const char *plan_id,
                             const char *uri,
                             gint64 time,
                             GBytes *bytes,
                             const ToriDigest *digest,
                             GError **error);
GPtrArray *tori_versions_list (const char *plan_id);
GPtrArray *tori_versions_list_of_file (const char *uri);
GBytes *tori_versions_find (const char *plan_id, const ToriDigest *digest);

G_END_DECLS
