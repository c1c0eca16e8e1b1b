/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TORI_TYPE_YEARS (tori_years_get_type ())
#define TORI_TYPE_STAMP (tori_stamp_get_type ())

/**
 * ToriYears:
 * @first: first fiscal year
 * @last: last fiscal year, inclusive
 * @unknown: (nullable): members that this version does not know, as raw JSON
 */
typedef struct
{
  int first;
  int last;
  char *unknown;
} ToriYears;

/**
 * ToriStamp:
 * @at: (nullable): a time as RFC 3339
 * @by: (nullable): who, as somebody typed it
 * @unknown: (nullable): members that this version does not know, as raw JSON
 *
 * When something was changed last, and by whom.
 */
typedef struct
{
  char *at;
  char *by;
  char *unknown;
} ToriStamp;

GType tori_years_get_type (void);
GType tori_stamp_get_type (void);

ToriYears *tori_years_copy (const ToriYears *self);
void tori_years_free (ToriYears *self);
gboolean tori_years_equal (const ToriYears *a, const ToriYears *b);

ToriStamp *tori_stamp_copy (const ToriStamp *self);
void tori_stamp_free (ToriStamp *self);
gboolean tori_stamp_equal (const ToriStamp *a, const ToriStamp *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriYears, tori_years_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriStamp, tori_stamp_free)

G_END_DECLS
