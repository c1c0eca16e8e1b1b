/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "storage/tori-recovery.h"

G_BEGIN_DECLS

/**
 * ToriOrphan:
 * @copies: the copies that are left of the plan
 * @title: the plan's title
 * @place: (nullable): where it is saved, fit to be shown; NULL for one that was never saved
 * @differs: what differs from the file
 * @time: when it was kept, in words
 *
 * A plan whose editor has died, as it is offered.
 */
typedef struct
{
  ToriRecovery *copies;
  char *title;
  char *place;
  char *differs;
  char *time;
} ToriOrphan;

void tori_orphan_free (ToriOrphan *self);
void tori_orphans_list_async (GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *tori_orphans_list_finish (GAsyncResult *result);

G_END_DECLS
