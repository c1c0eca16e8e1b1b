/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/tori-plan.h"
#include "storage/tori-safe-file.h"

G_BEGIN_DECLS

/**
 * ToriTheirs:
 * @bytes: what the file holds
 * @digest: of these bytes
 * @plan: the plan in them
 *
 * What somebody else has saved in the place of what we had seen.
 */
typedef struct
{
  GBytes *bytes;
  ToriDigest digest;
  ToriPlan *plan;
} ToriTheirs;

void tori_theirs_free (ToriTheirs *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriTheirs, tori_theirs_free)

#define TORI_TYPE_STORE (tori_store_get_type ())

G_DECLARE_FINAL_TYPE (ToriStore, tori_store, TORI, STORE, GObject)

ToriStore *tori_store_new (GFile *file);
ToriStore *tori_store_new_known (GFile *file, const ToriDigest *digest);
GFile *tori_store_get_file (ToriStore *self);
gboolean tori_store_get_base_digest (ToriStore *self, ToriDigest *digest);
gboolean tori_store_get_saving (ToriStore *self);

void tori_store_load_async (ToriStore *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
ToriPlan *tori_store_load_finish (ToriStore *self, GAsyncResult *result, GError **error);
void tori_store_check_async (ToriStore *self, GAsyncReadyCallback callback, gpointer user_data);
ToriTheirs *tori_store_check_finish (ToriStore *self, GAsyncResult *result, GError **error);
void tori_store_take_in (ToriStore *self, const ToriTheirs *theirs);
ToriPlan *tori_store_decode_base (ToriStore *self, const char *plan_id);

void
tori_store_save_async (ToriStore *self, ToriPlan *plan, GAsyncReadyCallback callback, gpointer user_data);
void tori_store_save_as_async (
    ToriStore *self, ToriPlan *plan, GFile *file, GAsyncReadyCallback callback, gpointer user_data);
gboolean
tori_store_save_finish (ToriStore *self, GAsyncResult *result, ToriSaveReport *report, GError **error);

G_END_DECLS
