/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-pages.h"

G_BEGIN_DECLS

/* A PDF on its way: long reports are written in pieces, between which a window can show how far it is. */
typedef struct _ToriPdf ToriPdf;

ToriPdf *tori_pdf_new (ToriPages *pages);
void tori_pdf_forget_drawn (ToriPdf *self);
void tori_pdf_free (ToriPdf *self);
gboolean tori_pdf_work (ToriPdf *self, gint64 until);
double tori_pdf_get_fraction (ToriPdf *self);
GBytes *tori_pdf_finish (ToriPdf *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriPdf, tori_pdf_free)

G_END_DECLS
