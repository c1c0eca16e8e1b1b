/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "merge/tori-merge.h"
#include "model/tori-history.h"
#include "storage/tori-recovery.h"
#include "storage/tori-store.h"

G_BEGIN_DECLS

#define TORI_TYPE_DOCUMENT (tori_document_get_type ())

G_DECLARE_FINAL_TYPE (ToriDocument, tori_document, TORI, DOCUMENT, GObject)

ToriDocument *tori_document_new (ToriPlan *plan);
ToriDocument *tori_document_new_unsaved (ToriPlan *plan);
ToriDocument *tori_document_new_restored (ToriRecovery *copies, GError **error);
void tori_document_load_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data);
ToriDocument *tori_document_load_finish (GAsyncResult *result, GError **error);
void
tori_document_save_async (ToriDocument *self, GFile *file, GAsyncReadyCallback callback, gpointer user_data);
gboolean
tori_document_save_finish (ToriDocument *self, GAsyncResult *result, ToriSaveReport *report, GError **error);

void tori_document_check_async (ToriDocument *self, GAsyncReadyCallback callback, gpointer user_data);
ToriTheirs *tori_document_check_finish (ToriDocument *self, GAsyncResult *result, GError **error);
ToriMerge *tori_document_take_in (ToriDocument *self, const ToriTheirs *theirs);

ToriPlan *tori_document_get_plan (ToriDocument *self);
ToriHistory *tori_document_get_history (ToriDocument *self);
GFile *tori_document_get_file (ToriDocument *self);
char *tori_document_get_display_name (ToriDocument *self);
gboolean tori_document_get_modified (ToriDocument *self);
gboolean tori_document_get_saving (ToriDocument *self);
gboolean tori_document_keep (ToriDocument *self);
void tori_document_leave (ToriDocument *self);
const GError *tori_document_get_unguarded (ToriDocument *self);

G_END_DECLS
