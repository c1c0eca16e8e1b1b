/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-census.h"

G_BEGIN_DECLS

/* As many as fit into a mask; whatever a plan has more of scales is not offered. */
#define TORI_CENSUS_MAX_FACETS 32

struct _ToriCensus
{
  GObject parent_instance;

  ToriPlan *plan;
  GListModel *initiatives; /* of all years */
  int year;

  GListStore *shown;     /* of ToriGroup: those that the sidebar offers, in order */
  GPtrArray *groups;     /* of ToriGroup: all there are; their places here are what a row holds */
  GArray *facets;        /* int: of each of them */
  GArray *totals;        /* guint: how many initiatives each has, whatever is chosen */
  guint n_all;           /* of the year */
  GHashTable *places;    /* Key to place in groups */
  GHashTable *divisions; /* id to ToriDivision */
  GHashTable *levels;    /* id to ToriLevel */
  guint n_scales;
  GHashTable *rows;     /* initiative to Row */
  guint32 active;       /* a bit for each facet in which something is chosen */
  gboolean is_outdated; /* pillars, departments or scales have changed: all groups are made anew */
  gboolean is_moved;    /* initiatives belong to other groups than before */
  guint idle_id;
};

void tori_census_queue_refresh (ToriCensus *self);

G_END_DECLS
