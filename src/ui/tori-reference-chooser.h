/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/tori-reference-kind.h"

G_BEGIN_DECLS

#define TORI_TYPE_REFERENCE_CHOOSER (tori_reference_chooser_get_type ())
G_DECLARE_FINAL_TYPE (ToriReferenceChooser, tori_reference_chooser, TORI, REFERENCE_CHOOSER, AdwBin)

GtkWidget *tori_reference_chooser_new (ToriEditorSubject *subject,
                                       const ToriReferenceKind *kind,
                                       const char *label,
                                       gboolean several);
void tori_reference_chooser_set_ids (ToriReferenceChooser *self, const char *const *ids);
const char *const *tori_reference_chooser_get_ids (ToriReferenceChooser *self);

G_END_DECLS
