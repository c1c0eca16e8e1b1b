/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-lanes.h"

/*
 * The lanes of a schedule item. Once a value is in a record it is shared and never changed; an edit copies
 * it, changes the copy and hands that to the history. Inside a lane spans are in order and do not overlap.
 */
struct _ToriLanes
{
  gatomicrefcount refs;
  GPtrArray *lanes; /* of GArray of ToriSpan */
};

G_DEFINE_BOXED_TYPE (ToriLanes, tori_lanes, tori_lanes_ref, tori_lanes_unref)

G_DEFINE_ENUM_TYPE (ToriSpanKind,
                    tori_span_kind,
                    G_DEFINE_ENUM_VALUE (TORI_SPAN_PLANNED, "planned"),
                    G_DEFINE_ENUM_VALUE (TORI_SPAN_REVISED, "revised"),
                    G_DEFINE_ENUM_VALUE (TORI_SPAN_ACTUAL, "actual"))

static void
clear_span (gpointer data)
{
  ToriSpan *span = data;

  g_free (span->phase);
  g_free (span->unknown);
}

static GArray *
new_lane (void)
{
  GArray *lane = g_array_new (FALSE, FALSE, sizeof (ToriSpan));

  g_array_set_clear_func (lane, clear_span);
  return lane;
}

static GArray *
get_lane (const ToriLanes *self, guint lane)
{
  return self == NULL || lane >= self->lanes->len ? NULL : self->lanes->pdata[lane];
}

static gboolean
is_own (ToriLanes *self)
{
  return g_atomic_ref_count_compare (&self->refs, 1);
}

/**
 * tori_lanes_new:
 *
 * Returns: (transfer full): lanes without a lane, to be filled before they are shared
 */
ToriLanes *
tori_lanes_new (void)
{
  ToriLanes *self = g_new (ToriLanes, 1);

  g_atomic_ref_count_init (&self->refs);
  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

/**
 * tori_lanes_copy:
 * @self: (nullable): lanes; NULL is the same as none
 *
 * Returns: (transfer full): the same lanes, to be changed before they are shared
 */
ToriLanes *
tori_lanes_copy (const ToriLanes *self)
{
  ToriLanes *copy = tori_lanes_new ();

  for (guint i = 0; i < tori_lanes_get_n_lanes (self); i++)
    {
      guint n_spans;
      const ToriSpan *spans = tori_lanes_get_spans (self, i, &n_spans);

      tori_lanes_insert_lane (copy, i);
      for (guint j = 0; j < n_spans; j++)
        tori_lanes_add_span (copy, i, &spans[j]);
    }
  return copy;
}

ToriLanes *
tori_lanes_ref (ToriLanes *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tori_lanes_unref (ToriLanes *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->lanes);
  g_free (self);
}

/**
 * tori_lanes_equal:
 * @a: (nullable): lanes
 * @b: (nullable): lanes
 *
 * Returns: whether both hold the same spans in the same lanes
 */
gboolean
tori_lanes_equal (const ToriLanes *a, const ToriLanes *b)
{
  if (a == b)
    return TRUE;
  if (tori_lanes_get_n_lanes (a) != tori_lanes_get_n_lanes (b))
    return FALSE;
  for (guint i = 0; i < tori_lanes_get_n_lanes (a); i++)
    {
      guint n_a, n_b;
      const ToriSpan *x = tori_lanes_get_spans (a, i, &n_a);
      const ToriSpan *y = tori_lanes_get_spans (b, i, &n_b);

      if (n_a != n_b)
        return FALSE;
      for (guint j = 0; j < n_a; j++)
        if (x[j].from != y[j].from || x[j].to != y[j].to || x[j].kind != y[j].kind
            || g_strcmp0 (x[j].phase, y[j].phase) != 0 || g_strcmp0 (x[j].unknown, y[j].unknown) != 0)
          return FALSE;
    }
  return TRUE;
}

guint
tori_lanes_get_n_lanes (const ToriLanes *self)
{
  return self == NULL ? 0 : self->lanes->len;
}

/**
 * tori_lanes_get_spans:
 * @self: (nullable): lanes
 * @lane: which lane
 * @n_spans: (out): how many spans it has
 *
 * Returns: (transfer none) (array length=n_spans): the spans of the lane in order of their years; 0 of them
 * beyond the last lane
 */
const ToriSpan *
tori_lanes_get_spans (const ToriLanes *self, guint lane, guint *n_spans)
{
  GArray *spans = get_lane (self, lane);

  *n_spans = spans == NULL ? 0 : spans->len;
  return spans == NULL ? NULL : (const ToriSpan *) (gpointer) spans->data;
}

/**
 * tori_lanes_find_span:
 * @self: (nullable): lanes
 * @lane: which lane
 * @year: a fiscal year
 * @position: (out) (optional): the span's place in its lane
 *
 * Returns: (transfer none) (nullable): the span of the lane that covers the year
 */
const ToriSpan *
tori_lanes_find_span (const ToriLanes *self, guint lane, int year, guint *position)
{
  guint n_spans;
  const ToriSpan *spans = tori_lanes_get_spans (self, lane, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    if (spans[i].from <= year && year <= spans[i].to)
      {
        if (position != NULL)
          *position = i;
        return &spans[i];
      }
  return NULL;
}

/**
 * tori_lanes_insert_lane:
 * @self: lanes that nobody else holds yet
 * @lane: where the new, empty lane goes
 */
void
tori_lanes_insert_lane (ToriLanes *self, guint lane)
{
  g_return_if_fail (is_own (self));
  g_return_if_fail (lane <= self->lanes->len);

  g_ptr_array_insert (self->lanes, (int) lane, new_lane ());
}

void
tori_lanes_remove_lane (ToriLanes *self, guint lane)
{
  g_return_if_fail (is_own (self));
  g_return_if_fail (lane < self->lanes->len);

  g_ptr_array_remove_index (self->lanes, lane);
}

/**
 * tori_lanes_add_span:
 * @self: lanes that nobody else holds yet
 * @lane: the lane
 * @span: the span; it is copied
 *
 * Puts a span in its place in the order of years.
 *
 * Returns: FALSE, with nothing changed, when it would overlap another span of the lane or ends before it
 * begins
 */
gboolean
tori_lanes_add_span (ToriLanes *self, guint lane, const ToriSpan *span)
{
  GArray *spans = get_lane (self, lane);
  ToriSpan copy = *span;
  guint at = 0;

  g_return_val_if_fail (is_own (self), FALSE);
  g_return_val_if_fail (spans != NULL, FALSE);

  if (span->from > span->to)
    return FALSE;
  while (at < spans->len && g_array_index (spans, ToriSpan, at).to < span->from)
    at++;
  if (at < spans->len && g_array_index (spans, ToriSpan, at).from <= span->to)
    return FALSE;
  copy.phase = g_strdup (span->phase);
  copy.unknown = g_strdup (span->unknown);
  g_array_insert_val (spans, at, copy);
  return TRUE;
}

void
tori_lanes_remove_span (ToriLanes *self, guint lane, guint position)
{
  GArray *spans = get_lane (self, lane);

  g_return_if_fail (is_own (self));
  g_return_if_fail (spans != NULL && position < spans->len);

  g_array_remove_index (spans, position);
}
