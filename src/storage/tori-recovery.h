/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "storage/tori-safe-file.h"

G_BEGIN_DECLS

/**
 * ToriRecoveryAbout:
 * @plan_id: the plan's id
 * @uri: (nullable): where it is saved; NULL while it is in no file
 * @has_base: whether @base is known
 * @base: what the file held when it was loaded or saved last
 * @time: when the copy was made, in seconds since 1970
 *
 * What is known of a plan besides its content; clear with tori_recovery_about_clear ().
 */
typedef struct
{
  char *plan_id;
  char *uri;
  gboolean has_base;
  ToriDigest base;
  gint64 time;
} ToriRecoveryAbout;

void tori_recovery_about_clear (ToriRecoveryAbout *about);

#define TORI_TYPE_RECOVERY (tori_recovery_get_type ())

G_DECLARE_FINAL_TYPE (ToriRecovery, tori_recovery, TORI, RECOVERY, GObject)

ToriRecovery *tori_recovery_new (void);
gboolean
tori_recovery_write (ToriRecovery *self, const ToriRecoveryAbout *about, GBytes *plan, GError **error);
GBytes *tori_recovery_read (ToriRecovery *self, ToriRecoveryAbout *about);
void tori_recovery_drop (ToriRecovery *self);
void tori_recovery_leave (ToriRecovery *self);
void tori_recovery_take_over (ToriRecovery *self);
GPtrArray *tori_recovery_list_orphans (void);

gboolean tori_recovery_parse (GBytes *slot, ToriRecoveryAbout *about, guint64 *sequence, GBytes **plan);

G_END_DECLS
