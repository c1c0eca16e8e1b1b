/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TORI_TYPE_VALUES (tori_values_get_type ())

/**
 * ToriValue:
 * @year: a fiscal year
 * @target: (nullable): a decimal number as text, exactly as it was written; NULL is absent, which is not zero
 * @actual: (nullable): as @target
 * @unknown: (nullable): members that this version does not know, as raw JSON
 */
typedef struct
{
  int year;
  char *target;
  char *actual;
  char *unknown;
} ToriValue;

typedef struct _ToriValues ToriValues;

GType tori_values_get_type (void);

ToriValues *tori_values_new (void);
ToriValues *tori_values_copy (const ToriValues *self);
ToriValues *tori_values_ref (ToriValues *self);
void tori_values_unref (ToriValues *self);
gboolean tori_values_equal (const ToriValues *a, const ToriValues *b);

guint tori_values_get_n (const ToriValues *self);
const ToriValue *tori_values_get (const ToriValues *self, guint position);
const ToriValue *tori_values_find (const ToriValues *self, int year);
void tori_values_add (ToriValues *self, const ToriValue *value);
void tori_values_set (ToriValues *self, int year, const char *target, const char *actual);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriValues, tori_values_unref)

G_END_DECLS
