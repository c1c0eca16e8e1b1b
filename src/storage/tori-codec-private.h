/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tori-codec.h"

#include "model/tori-lanes.h"
#include "model/tori-ratings.h"
#include "model/tori-values.h"
#include "model/tori-years.h"

G_BEGIN_DECLS

/* The members of a plain struct, in the same words as those of a record: so both are read and written by the
 * same code. */
typedef struct
{
  const ToriField *fields;
  guint n_fields;
  gsize unknown; /* offset of the members that we do not know */
} ToriForm;

extern const ToriForm tori_form_years;
extern const ToriForm tori_form_stamp;
extern const ToriForm tori_form_span;
extern const ToriForm tori_form_rating;
extern const ToriForm tori_form_value;

/* A record with its id, for tori_codec_check (). */
typedef struct
{
  const char *id;
  ToriRecord *record;
  guint order; /* in the file */
} ToriIdOwner;

gboolean tori_codec_check_kind (const char *data, gsize length, GError **error);
gboolean tori_codec_check (ToriPlan *plan, GArray *owners, GError **error);

G_END_DECLS
