/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "storage/tori-storage-error.h"

G_BEGIN_DECLS

/* SHA-256 of a file's bytes: by it we know a file again. */
typedef struct
{
  guint8 bytes[32];
} ToriDigest;

/**
 * ToriSaveReport:
 * @is_confirmed: FALSE when the new content is in its place, but the disk or server has not confirmed the
 * entry in the folder
 * @kept_path: (nullable): where the content is that somebody else saved in the same moment
 * @digest: of what is in the file now
 *
 * What is to be said of a save that has been done; clear with tori_save_report_clear ().
 */
typedef struct
{
  gboolean is_confirmed;
  char *kept_path;
  ToriDigest digest;
} ToriSaveReport;

gboolean tori_digest_equal (const ToriDigest *a, const ToriDigest *b);
void tori_save_report_clear (ToriSaveReport *report);

GBytes *tori_safe_file_load (const char *path, ToriDigest *digest, GError **error);
gboolean tori_safe_file_save (
    const char *path, GBytes *bytes, const ToriDigest *expected, ToriSaveReport *report, GError **error);
gboolean tori_safe_file_replace (const char *path, GBytes *bytes, ToriSaveReport *report, GError **error);

G_END_DECLS
