/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-listing.h"

#include "model/tori-pillar.h"

/*
 * The initiatives of a plan that are shown: the pillars' own lists, one after another, through one filter
 * that asks the census for the groups that are chosen and the searcher for the words that are looked for.
 * Nothing is copied. All views of a plan show the same listing.
 */
struct _ToriListing
{
  GObject parent_instance;

  ToriPlan *plan;
  int year;
  ToriCensus *census;
  ToriSearcher *searcher;
  guint count_id;

  GListModel *all;
  GtkFilter *filter;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
};

typedef enum
{
  PROP_YEAR = 1,
  PROP_SEARCH,
  PROP_PENDING,
  PROP_NARROWED
} ToriListingProp;

static GParamSpec *props[PROP_NARROWED + 1];

enum
{
  SIGNAL_RENEW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ToriListing, tori_listing, G_TYPE_OBJECT)

static gboolean
is_found (gpointer initiative, gpointer data)
{
  return tori_searcher_finds (TORI_LISTING (data)->searcher, initiative);
}

static gboolean
is_shown (gpointer initiative, gpointer data)
{
  ToriListing *self = data;

  return tori_census_shows (self->census, initiative) && tori_searcher_finds (self->searcher, initiative);
}

static gpointer
map_pillar (gpointer pillar, gpointer data)
{
  GListModel *initiatives = g_object_ref (G_LIST_MODEL (tori_pillar_get_initiatives (pillar)));

  g_object_unref (pillar);
  return initiatives;
}

static gboolean
count_cb (gpointer data)
{
  ToriListing *self = data;

  self->count_id = 0;
  tori_census_count (self->census, is_found, self);
  return G_SOURCE_REMOVE;
}

/* Counts may come a frame later than what they count. */
static void
queue_count (ToriListing *self)
{
  if (self->count_id == 0)
    self->count_id = g_idle_add (count_cb, self);
}

static void
filter (ToriListing *self)
{
  g_signal_emit (self, signals[SIGNAL_RENEW], 0);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  queue_count (self);
}

static void
census_cb (ToriListing *self)
{
  filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROWED]);
}

static void
searcher_cb (ToriListing *self)
{
  filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PENDING]);
}

static void
tori_listing_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ToriListing *self = TORI_LISTING (object);

  switch ((ToriListingProp) id)
    {
    case PROP_YEAR: g_value_set_int (value, self->year); return;
    case PROP_SEARCH: g_value_set_string (value, tori_listing_get_search (self)); return;
    case PROP_PENDING: g_value_set_boolean (value, tori_listing_get_pending (self)); return;
    case PROP_NARROWED: g_value_set_boolean (value, tori_listing_is_narrowed (self)); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_listing_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ToriListing *self = TORI_LISTING (object);

  switch ((ToriListingProp) id)
    {
    case PROP_YEAR: tori_listing_set_year (self, g_value_get_int (value)); return;
    case PROP_SEARCH: tori_listing_set_search (self, g_value_get_string (value)); return;
    case PROP_PENDING:
    case PROP_NARROWED:
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_listing_dispose (GObject *object)
{
  ToriListing *self = TORI_LISTING (object);

  g_clear_handle_id (&self->count_id, g_source_remove);
  /* A view may hold the models for longer; the filter must not ask us any more. */
  if (self->filtered != NULL)
    gtk_filter_list_model_set_model (self->filtered, NULL);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->census);
  g_clear_object (&self->searcher);
  g_clear_object (&self->all);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (tori_listing_parent_class)->dispose (object);
}

static void
tori_listing_class_init (ToriListingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tori_listing_get_property;
  object_class->set_property = tori_listing_set_property;
  object_class->dispose = tori_listing_dispose;

  props[PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, 0, G_MAXINT, 0, flags);
  props[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", flags);
  props[PROP_PENDING] = g_param_spec_boolean ("pending", NULL, NULL, FALSE, readable);
  props[PROP_NARROWED] = g_param_spec_boolean ("narrowed", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ToriListing::renew:
   * @self: a listing
   *
   * Many others may be shown in the next moment.
   */
  signals[SIGNAL_RENEW] =
      g_signal_new ("renew", TORI_TYPE_LISTING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tori_listing_init (ToriListing *self)
{
}

static void
build_models (ToriListing *self)
{
  GListModel *pillars = g_object_ref (G_LIST_MODEL (tori_plan_get_pillars (self->plan)));
  GtkMapListModel *lists = gtk_map_list_model_new (pillars, map_pillar, NULL, NULL);

  self->all = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
  self->census = tori_census_new (self->plan, self->all, self->year);
  self->searcher = tori_searcher_new (self->plan, self->all, self->year);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->filtered = gtk_filter_list_model_new (g_object_ref (self->all), g_object_ref (self->filter));
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)), NULL);
}

/**
 * tori_listing_new:
 * @plan: a plan
 * @year: the fiscal year to begin with
 *
 * Returns: (transfer full): all initiatives of that year
 */
ToriListing *
tori_listing_new (ToriPlan *plan, int year)
{
  ToriListing *self;

  g_return_val_if_fail (TORI_IS_PLAN (plan), NULL);

  self = g_object_new (TORI_TYPE_LISTING, NULL);
  self->plan = g_object_ref (plan);
  self->year = year;
  build_models (self);
  tori_census_count (self->census, NULL, NULL);
  g_signal_connect_object (self->census, "changed", G_CALLBACK (census_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->searcher, "changed", G_CALLBACK (searcher_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all, "items-changed", G_CALLBACK (queue_count), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tori_listing_get_all:
 * @self: a listing
 *
 * Returns: (transfer none): every initiative of the plan, of whichever year
 */
GListModel *
tori_listing_get_all (ToriListing *self)
{
  g_return_val_if_fail (TORI_IS_LISTING (self), NULL);

  return self->all;
}

/**
 * tori_listing_get_model:
 * @self: a listing
 *
 * Returns: (transfer none): what is shown, in the order in which it is shown
 */
GListModel *
tori_listing_get_model (ToriListing *self)
{
  g_return_val_if_fail (TORI_IS_LISTING (self), NULL);

  return G_LIST_MODEL (self->sorted);
}

/**
 * tori_listing_get_in_order:
 * @self: a listing
 *
 * Returns: (transfer none): what is shown, in the order of the plan, however it is sorted
 */
GListModel *
tori_listing_get_in_order (ToriListing *self)
{
  g_return_val_if_fail (TORI_IS_LISTING (self), NULL);

  return G_LIST_MODEL (self->filtered);
}

/**
 * tori_listing_set_sorter:
 * @self: a listing
 * @sorter: (nullable): the order; NULL for the plan's own
 */
void
tori_listing_set_sorter (ToriListing *self, GtkSorter *sorter)
{
  g_return_if_fail (TORI_IS_LISTING (self));

  gtk_sort_list_model_set_sorter (self->sorted, sorter);
}

/**
 * tori_listing_is_sorted:
 * @self: (nullable): a listing
 *
 * Returns: whether it is in another order than the plan
 */
gboolean
tori_listing_is_sorted (ToriListing *self)
{
  GtkSorter *sorter = self == NULL ? NULL : gtk_sort_list_model_get_sorter (self->sorted);

  return sorter != NULL && gtk_sorter_get_order (sorter) != GTK_SORTER_ORDER_NONE;
}

ToriPlan *
tori_listing_get_plan (ToriListing *self)
{
  g_return_val_if_fail (TORI_IS_LISTING (self), NULL);

  return self->plan;
}

int
tori_listing_get_year (ToriListing *self)
{
  g_return_val_if_fail (TORI_IS_LISTING (self), 0);

  return self->year;
}

/**
 * tori_listing_set_year:
 * @self: a listing
 * @year: the fiscal year whose initiatives and entries are shown
 */
void
tori_listing_set_year (ToriListing *self, int year)
{
  g_return_if_fail (TORI_IS_LISTING (self));

  if (self->year == year)
    return;
  self->year = year;
  tori_searcher_set_year (self->searcher, year);
  tori_census_set_year (self->census, year);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_YEAR]);
}

/**
 * tori_listing_get_census:
 * @self: a listing
 *
 * Returns: (transfer none): the groups by which it can be narrowed
 */
ToriCensus *
tori_listing_get_census (ToriListing *self)
{
  g_return_val_if_fail (TORI_IS_LISTING (self), NULL);

  return self->census;
}

/**
 * tori_listing_get_searcher:
 * @self: a listing
 *
 * Returns: (transfer none): what looks for words
 */
ToriSearcher *
tori_listing_get_searcher (ToriListing *self)
{
  g_return_val_if_fail (TORI_IS_LISTING (self), NULL);

  return self->searcher;
}

/**
 * tori_listing_get_search:
 * @self: a listing
 *
 * Returns: what is looked for, "" for nothing
 */
const char *
tori_listing_get_search (ToriListing *self)
{
  g_return_val_if_fail (TORI_IS_LISTING (self), "");

  return tori_searcher_get_text (self->searcher);
}

/**
 * tori_listing_set_search:
 * @self: a listing
 * @search: (nullable): words that must stand in an initiative that is shown
 */
void
tori_listing_set_search (ToriListing *self, const char *search)
{
  g_return_if_fail (TORI_IS_LISTING (self));

  if (!tori_searcher_set_text (self->searcher, search))
    return;
  filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROWED]);
}

/**
 * tori_listing_get_pending:
 * @self: a listing
 *
 * Returns: whether the search still goes on, so that more may come
 */
gboolean
tori_listing_get_pending (ToriListing *self)
{
  g_return_val_if_fail (TORI_IS_LISTING (self), FALSE);

  return self->searcher != NULL && tori_searcher_get_pending (self->searcher);
}

/**
 * tori_listing_is_narrowed:
 * @self: a listing
 *
 * Returns: whether something is looked for or chosen, so that not all of the year's initiatives are shown
 */
gboolean
tori_listing_is_narrowed (ToriListing *self)
{
  g_return_val_if_fail (TORI_IS_LISTING (self), FALSE);

  return tori_census_is_narrowed (self->census) || tori_searcher_get_query (self->searcher) != NULL;
}

/**
 * tori_listing_show_all:
 * @self: a listing
 *
 * Lets go of everything that narrows it.
 */
void
tori_listing_show_all (ToriListing *self)
{
  g_return_if_fail (TORI_IS_LISTING (self));

  tori_census_clear (self->census);
  tori_listing_set_search (self, NULL);
}

/**
 * tori_listing_find:
 * @model: a list
 * @item: (nullable): an object
 * @position: (out): its place
 *
 * Returns: whether it is in the list
 */
gboolean
tori_listing_find (GListModel *model, gpointer item, guint *position)
{
  const guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) other = g_list_model_get_item (model, i);

      if (other != item)
        continue;
      *position = i;
      return TRUE;
    }
  return FALSE;
}
