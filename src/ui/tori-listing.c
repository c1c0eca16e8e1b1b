/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-listing.h"

#include "model/tori-pillar.h"
#include "ui/tori-search.h"

/* From this many initiatives on a search through all texts works in steps, so that the window stays awake. */
#define MANY 2000

/*
 * The initiatives of a plan that are shown: the pillars' own lists, one after another, through a filter for
 * each kind of choice. Nothing is copied. A filter runs again when something that it looks at has changed;
 * not the search's, lest a row vanishes under the fingers of who is typing in it.
 */
struct _ToriListing
{
  GObject parent_instance;

  ToriPlan *plan;
  int year;
  ToriGroup *group;
  char *search;
  ToriQuery *query;

  GListModel *all;
  GtkFilter *year_filter;
  GtkFilter *group_filter;
  GtkFilter *search_filter;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
};

typedef enum
{
  PROP_YEAR = 1,
  PROP_GROUP,
  PROP_SEARCH,
  PROP_PENDING
} ToriListingProp;

static GParamSpec *props[PROP_PENDING + 1];

G_DEFINE_FINAL_TYPE (ToriListing, tori_listing, G_TYPE_OBJECT)

static gboolean
is_of_year (gpointer item, gpointer data)
{
  return tori_initiative_covers_year (item, TORI_LISTING (data)->year);
}

static gboolean
is_of_group (gpointer item, gpointer data)
{
  ToriListing *self = data;

  return self->group == NULL || tori_group_contains (self->group, item, self->year);
}

static gboolean
is_found (gpointer item, gpointer data)
{
  ToriListing *self = data;

  return self->query == NULL || tori_search_matches (self->query, item, self->year);
}

static gpointer
map_pillar (gpointer pillar, gpointer data)
{
  GListModel *initiatives = g_object_ref (G_LIST_MODEL (tori_pillar_get_initiatives (pillar)));

  g_object_unref (pillar);
  return initiatives;
}

static void
changed_cb (ToriPlan *plan, ToriRecord *source, const ToriField *field, ToriListing *self)
{
  if (field->kind == TORI_FIELD_YEAR || (source == TORI_RECORD (plan) && field->kind == TORI_FIELD_BOXED))
    gtk_filter_changed (self->year_filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (self->group != NULL && (field->kind == TORI_FIELD_REFS || field->kind == TORI_FIELD_LIST))
    gtk_filter_changed (self->group_filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
update_incremental (ToriListing *self)
{
  const gboolean many = g_list_model_get_n_items (self->all) > MANY;

  gtk_filter_list_model_set_incremental (self->filtered, many && *self->search != '\0');
  gtk_sort_list_model_set_incremental (self->sorted, many);
}

static void
pending_cb (ToriListing *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PENDING]);
}

static void
tori_listing_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ToriListing *self = TORI_LISTING (object);

  switch ((ToriListingProp) id)
    {
    case PROP_YEAR: g_value_set_int (value, self->year); return;
    case PROP_GROUP: g_value_set_object (value, self->group); return;
    case PROP_SEARCH: g_value_set_string (value, self->search); return;
    case PROP_PENDING: g_value_set_boolean (value, tori_listing_get_pending (self)); return;
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
    case PROP_GROUP: tori_listing_set_group (self, g_value_get_object (value)); return;
    case PROP_SEARCH: tori_listing_set_search (self, g_value_get_string (value)); return;
    case PROP_PENDING:
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_listing_dispose (GObject *object)
{
  ToriListing *self = TORI_LISTING (object);

  /* A view may hold the models for longer; the filters must not ask us any more. */
  if (self->filtered != NULL)
    gtk_filter_list_model_set_model (self->filtered, NULL);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->year_filter);
  g_clear_object (&self->group_filter);
  g_clear_object (&self->search_filter);
  g_clear_object (&self->all);
  g_clear_object (&self->group);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (tori_listing_parent_class)->dispose (object);
}

static void
tori_listing_finalize (GObject *object)
{
  ToriListing *self = TORI_LISTING (object);

  g_free (self->search);
  g_clear_pointer (&self->query, tori_query_free);

  G_OBJECT_CLASS (tori_listing_parent_class)->finalize (object);
}

static void
tori_listing_class_init (ToriListingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tori_listing_get_property;
  object_class->set_property = tori_listing_set_property;
  object_class->dispose = tori_listing_dispose;
  object_class->finalize = tori_listing_finalize;

  props[PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, 0, G_MAXINT, 0, flags);
  props[PROP_GROUP] = g_param_spec_object ("group", NULL, NULL, TORI_TYPE_GROUP, flags);
  props[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", flags);
  props[PROP_PENDING] =
      g_param_spec_boolean ("pending", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tori_listing_init (ToriListing *self)
{
  self->search = g_strdup ("");
}

static void
build_models (ToriListing *self)
{
  GListModel *pillars = g_object_ref (G_LIST_MODEL (tori_plan_get_pillars (self->plan)));
  GtkMapListModel *lists = gtk_map_list_model_new (pillars, map_pillar, NULL, NULL);
  GtkEveryFilter *every = gtk_every_filter_new ();

  self->all = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
  self->year_filter = GTK_FILTER (gtk_custom_filter_new (is_of_year, self, NULL));
  self->group_filter = GTK_FILTER (gtk_custom_filter_new (is_of_group, self, NULL));
  self->search_filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  gtk_multi_filter_append (GTK_MULTI_FILTER (every), g_object_ref (self->year_filter));
  gtk_multi_filter_append (GTK_MULTI_FILTER (every), g_object_ref (self->group_filter));
  gtk_multi_filter_append (GTK_MULTI_FILTER (every), g_object_ref (self->search_filter));
  self->filtered = gtk_filter_list_model_new (g_object_ref (self->all), GTK_FILTER (every));
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
  update_incremental (self);
  g_signal_connect_object (self->all, "items-changed", G_CALLBACK (update_incremental), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->filtered, "notify::pending", G_CALLBACK (pending_cb), self,
                           G_CONNECT_SWAPPED);
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
  gtk_filter_changed (self->year_filter, GTK_FILTER_CHANGE_DIFFERENT);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_YEAR]);
}

ToriGroup *
tori_listing_get_group (ToriListing *self)
{
  g_return_val_if_fail (TORI_IS_LISTING (self), NULL);

  return self->group;
}

/**
 * tori_listing_set_group:
 * @self: a listing
 * @group: (nullable): the part of the plan that is shown; NULL for all of it
 */
void
tori_listing_set_group (ToriListing *self, ToriGroup *group)
{
  g_return_if_fail (TORI_IS_LISTING (self));

  if (!g_set_object (&self->group, group))
    return;
  gtk_filter_changed (self->group_filter, GTK_FILTER_CHANGE_DIFFERENT);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GROUP]);
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

  return self->search;
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

  if (search == NULL)
    search = "";
  if (g_str_equal (self->search, search))
    return;
  g_free (self->search);
  self->search = g_strdup (search);
  g_clear_pointer (&self->query, tori_query_free);
  self->query = tori_query_new (search);
  update_incremental (self);
  /* Not "more strict" when letters were added at the end: か does not find が, か゛ does. */
  gtk_filter_changed (self->search_filter, GTK_FILTER_CHANGE_DIFFERENT);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH]);
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

  return self->filtered != NULL && gtk_filter_list_model_get_pending (self->filtered) > 0;
}
