/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which characters and pairs of characters stand in the texts of a record, so that a search need not read
 * the texts of those that can't match. */
typedef struct _ToriSignature ToriSignature;

ToriSignature *tori_signature_new (gsize n_bytes);
void tori_signature_free (ToriSignature *self);
void tori_signature_add (ToriSignature *self, const char *text);
gboolean tori_signature_may_contain (const ToriSignature *self, const char *folded);
gsize tori_signature_get_size (const ToriSignature *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriSignature, tori_signature_free)

G_END_DECLS
