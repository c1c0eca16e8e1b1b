/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-codec-private.h"

/* Members in the order of the file format. What is ALWAYS written here is what a reader cannot do without. */

#define NEEDED (TORI_FIELD_ALWAYS | TORI_FIELD_REQUIRED)
#define FORM(name, type, fields)                                                                             \
  const ToriForm name = { fields, G_N_ELEMENTS (fields), G_STRUCT_OFFSET (type, unknown) }

static const ToriField years_fields[] = {
  { "first", TORI_FIELD_YEAR, G_STRUCT_OFFSET (ToriYears, first), NEEDED },
  { "last", TORI_FIELD_YEAR, G_STRUCT_OFFSET (ToriYears, last), NEEDED },
};

static const ToriField stamp_fields[] = {
  { "at", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriStamp, at) },
  { "by", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriStamp, by) },
};

static const ToriField span_fields[] = {
  { "phase", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriSpan, phase) },
  { "from", TORI_FIELD_YEAR, G_STRUCT_OFFSET (ToriSpan, from), NEEDED },
  { "to", TORI_FIELD_YEAR, G_STRUCT_OFFSET (ToriSpan, to), NEEDED },
  { "kind", TORI_FIELD_CHOICE, G_STRUCT_OFFSET (ToriSpan, kind), TORI_FIELD_PLAIN, tori_span_kind_get_type,
    TORI_SPAN_PLANNED },
};

static const ToriField rating_fields[] = {
  { "level", TORI_FIELD_ID, G_STRUCT_OFFSET (ToriRating, level), NEEDED },
  { "since", TORI_FIELD_YEAR, G_STRUCT_OFFSET (ToriRating, since) },
};

static const ToriField value_fields[] = {
  { "year", TORI_FIELD_YEAR, G_STRUCT_OFFSET (ToriValue, year), NEEDED },
  { "target", TORI_FIELD_DECIMAL, G_STRUCT_OFFSET (ToriValue, target) },
  { "actual", TORI_FIELD_DECIMAL, G_STRUCT_OFFSET (ToriValue, actual) },
};

FORM (tori_form_years, ToriYears, years_fields);
FORM (tori_form_stamp, ToriStamp, stamp_fields);
FORM (tori_form_span, ToriSpan, span_fields);
FORM (tori_form_rating, ToriRating, rating_fields);
FORM (tori_form_value, ToriValue, value_fields);
