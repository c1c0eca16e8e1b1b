/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-block-row.h"

G_BEGIN_DECLS

#define TORI_TYPE_FORMER_VIEW (tori_former_view_get_type ())

G_DECLARE_FINAL_TYPE (ToriFormerView, tori_former_view, TORI, FORMER_VIEW, AdwBin)

GtkWidget *tori_former_view_new (ToriEditorSubject *subject, const ToriBlockKind *kind);
void tori_former_view_follow (ToriFormerView *self);

G_END_DECLS
