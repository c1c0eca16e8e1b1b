/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-list-order.h"

#include "model/tori-charge.h"
#include "model/tori-department.h"
#include "model/tori-entry.h"
#include "model/tori-fold.h"
#include "model/tori-scale.h"
#include "ui/tori-initiative-words.h"
#include "ui/tori-number-order.h"

struct _ToriListOrder
{
  ToriPlan *plan;
  GHashTable *places; /* id of a division → its place among all, from 1; NULL until it is wanted */
};

/**
 * tori_list_order_new:
 * @plan: a plan, which has to live as long
 *
 * Returns: (transfer full): what is needed for the keys of its initiatives
 */
ToriListOrder *
tori_list_order_new (ToriPlan *plan)
{
  ToriListOrder *self = g_new0 (ToriListOrder, 1);

  self->plan = plan;
  return self;
}

/**
 * tori_list_order_free:
 * @self: (nullable): an order
 */
void
tori_list_order_free (ToriListOrder *self)
{
  if (self == NULL)
    return;
  tori_list_order_forget_divisions (self);
  g_free (self);
}

/**
 * tori_list_order_forget_divisions:
 * @self: an order
 *
 * To be called when the directory of divisions has changed.
 */
void
tori_list_order_forget_divisions (ToriListOrder *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
}

/* 2 before 10, R1-1 behind both, none last. */
void
tori_list_order_number (ToriInitiative *initiative, int year, ToriSortKey *key, gpointer order)
{
  key->text = tori_number_make_key (tori_initiative_get_number (initiative));
  key->number = *key->text == '\0' ? 1 : 0;
}

/* Blind to width, case and kana. Kanji have no order of their own that people would know. */
void
tori_list_order_title (ToriInitiative *initiative, int year, ToriSortKey *key, gpointer order)
{
  key->text = tori_fold (tori_initiative_get_title (initiative));
}

/* Not assessed first, then in the order of the scale and, where a level has a year, by that. */
void
tori_list_order_level (ToriInitiative *initiative, int year, ToriSortKey *key, gpointer order)
{
  ToriList *scales = tori_plan_get_scales (((ToriListOrder *) order)->plan);
  ToriEntry *entry = tori_initiative_find_entry (initiative, year);
  const ToriRating *rating;
  ToriScale *scale;
  guint position;

  key->number = -1;
  if (entry == NULL || tori_list_get_length (scales) == 0)
    return;
  scale = tori_list_get (scales, 0);
  rating = tori_ratings_find (tori_entry_get_ratings (entry), tori_record_get_id (TORI_RECORD (scale)));
  if (rating != NULL
      && tori_list_find (tori_scale_get_levels (scale),
                         tori_list_find_id (tori_scale_get_levels (scale), rating->level), &position))
    key->number = (gint64) position * (TORI_FISCAL_YEAR_MAX + 1) + rating->since;
}

static GHashTable *
get_places (ToriListOrder *self)
{
  ToriList *departments = tori_plan_get_departments (self->plan);
  guint place = 0;

  if (self->places != NULL)
    return self->places;
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < tori_list_get_length (departments); i++)
    {
      ToriList *divisions = tori_department_get_divisions (tori_list_get (departments, i));

      for (guint k = 0; k < tori_list_get_length (divisions); k++)
        g_hash_table_insert (self->places, g_strdup (tori_record_get_id (tori_list_get (divisions, k))),
                             GUINT_TO_POINTER (++place));
    }
  return self->places;
}

/* Nobody first, then as the directory has them. */
void
tori_list_order_divisions (ToriInitiative *initiative, int year, ToriSortKey *key, gpointer order)
{
  GHashTable *places = get_places (order);
  g_autoptr (GPtrArray) ids = tori_charge_list_divisions (initiative, year);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%06u", GPOINTER_TO_UINT (g_hash_table_lookup (places, ids->pdata[i])));
  key->text = g_string_free (text, FALSE);
}

void
tori_list_order_state (ToriInitiative *initiative, int year, ToriSortKey *key, gpointer order)
{
  ToriEntry *entry = tori_initiative_find_entry (initiative, year);

  key->number = entry == NULL ? -1 : (gint64) tori_entry_get_state (entry);
}

/* What was never changed first. */
void
tori_list_order_changed (ToriInitiative *initiative, int year, ToriSortKey *key, gpointer order)
{
  g_autoptr (GDateTime) time = tori_initiative_find_changed (initiative, year);

  key->number = time == NULL ? G_MININT64 : g_date_time_to_unix (time);
}

void
tori_list_order_characters (ToriInitiative *initiative, int year, ToriSortKey *key, gpointer order)
{
  key->number = (gint64) tori_initiative_count_characters (initiative, year);
}
