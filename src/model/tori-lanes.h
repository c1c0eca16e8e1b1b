/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TORI_TYPE_SPAN_KIND (tori_span_kind_get_type ())
#define TORI_TYPE_LANES (tori_lanes_get_type ())

typedef enum
{
  TORI_SPAN_PLANNED,
  TORI_SPAN_REVISED,
  TORI_SPAN_ACTUAL,
} ToriSpanKind;

/**
 * ToriSpan:
 * @phase: (nullable): the phase word (検討, 実施, …), free text; NULL is the same as ""
 * @from: first fiscal year
 * @to: last fiscal year, inclusive
 * @kind: planned, revised or actual
 * @unknown: (nullable): members that this version does not know, as raw JSON
 *
 * A phase of work over some fiscal years: an arrow of the schedule.
 */
typedef struct
{
  char *phase;
  int from;
  int to;
  ToriSpanKind kind;
  char *unknown;
} ToriSpan;

typedef struct _ToriLanes ToriLanes;

GType tori_span_kind_get_type (void);
GType tori_lanes_get_type (void);

ToriLanes *tori_lanes_new (void);
ToriLanes *tori_lanes_copy (const ToriLanes *self);
ToriLanes *tori_lanes_ref (ToriLanes *self);
void tori_lanes_unref (ToriLanes *self);
gboolean tori_lanes_equal (const ToriLanes *a, const ToriLanes *b);

guint tori_lanes_get_n_lanes (const ToriLanes *self);
const ToriSpan *tori_lanes_get_spans (const ToriLanes *self, guint lane, guint *n_spans);
const ToriSpan *tori_lanes_find_span (const ToriLanes *self, guint lane, int year, guint *position);

void tori_lanes_insert_lane (ToriLanes *self, guint lane);
void tori_lanes_remove_lane (ToriLanes *self, guint lane);
gboolean tori_lanes_add_span (ToriLanes *self, guint lane, const ToriSpan *span);
void tori_lanes_remove_span (ToriLanes *self, guint lane, guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriLanes, tori_lanes_unref)

G_END_DECLS
