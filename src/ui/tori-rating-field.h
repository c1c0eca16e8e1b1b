/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tori-ratings.h"
#include "ui/tori-editor-subject.h"

G_BEGIN_DECLS

#define TORI_TYPE_RATING_FIELD (tori_rating_field_get_type ())
G_DECLARE_FINAL_TYPE (ToriRatingField, tori_rating_field, TORI, RATING_FIELD, AdwBin)

GtkWidget *tori_rating_field_new (ToriEditorSubject *subject, gboolean compact);
void tori_rating_field_set_ratings (ToriRatingField *self, const ToriRatings *ratings);
gboolean tori_rating_field_choose (ToriRatingField *self, int position);

G_END_DECLS
