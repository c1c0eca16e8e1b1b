/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-plan.h"

#include "model/tori-record-private.h"
#include "model/tori-attachment.h"
#include "model/tori-department.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"

/* A reform plan with everything in it: the root of all records. */
struct _ToriPlan
{
  ToriRecord parent_instance;

  char *id;
  char *title;
  char *organization;
  char *heading;
  ToriYears *years;
  int year;
  int era;
  char **phases;
  ToriList *scales;
  ToriList *departments;
  ToriList *attachments;
  ToriList *pillars;
  int text_limit;

  GHashTable *index; /* of GType to (id to record), unowned; made when asked for, dropped when a list or an id
                        changes */
};

G_DEFINE_FINAL_TYPE (ToriPlan, tori_plan, TORI_TYPE_RECORD)

static const ToriField fields[] = {
  { "id", TORI_FIELD_ID, G_STRUCT_OFFSET (ToriPlan, id), TORI_FIELD_ALWAYS | TORI_FIELD_REQUIRED },
  { "title", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriPlan, title), TORI_FIELD_ALWAYS },
  { "organization", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriPlan, organization) },
  { "heading", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriPlan, heading) },
  { "years", TORI_FIELD_BOXED, G_STRUCT_OFFSET (ToriPlan, years), TORI_FIELD_ALWAYS | TORI_FIELD_REQUIRED,
    tori_years_get_type },
  { "year", TORI_FIELD_YEAR, G_STRUCT_OFFSET (ToriPlan, year), TORI_FIELD_ALWAYS | TORI_FIELD_REQUIRED },
  { "era", TORI_FIELD_CHOICE, G_STRUCT_OFFSET (ToriPlan, era), TORI_FIELD_PLAIN, tori_era_rule_get_type,
    TORI_ERA_RULE_BY_DATE },
  { "phases", TORI_FIELD_WORDS, G_STRUCT_OFFSET (ToriPlan, phases) },
  { "scales", TORI_FIELD_LIST, G_STRUCT_OFFSET (ToriPlan, scales), TORI_FIELD_PLAIN, tori_scale_get_type },
  { "departments", TORI_FIELD_LIST, G_STRUCT_OFFSET (ToriPlan, departments), TORI_FIELD_PLAIN,
    tori_department_get_type },
  { "attachments", TORI_FIELD_LIST, G_STRUCT_OFFSET (ToriPlan, attachments), TORI_FIELD_PLAIN,
    tori_attachment_get_type },
  { "pillars", TORI_FIELD_LIST, G_STRUCT_OFFSET (ToriPlan, pillars), TORI_FIELD_ALWAYS,
    tori_pillar_get_type },
  /* Not in the format's tables: it stands where a program that does not know it would write it. */
  { "text-limit", TORI_FIELD_NUMBER, G_STRUCT_OFFSET (ToriPlan, text_limit), TORI_FIELD_PLAIN, NULL, 0 },
};

static void
index_list (GHashTable *ids, ToriList *list, GType type)
{
  for (guint i = 0; i < tori_list_get_length (list); i++)
    {
      ToriRecord *record = tori_list_get (list, i);
      const ToriField *below;
      guint n_below;

      if (G_OBJECT_TYPE (record) == type)
        g_hash_table_insert (ids, (gpointer) tori_record_get_id (record), record);
      below = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_below);
      for (guint j = 0; j < n_below && G_OBJECT_TYPE (record) != type; j++)
        if (below[j].kind == TORI_FIELD_LIST)
          index_list (ids, *(ToriList **) tori_record_peek (record, &below[j]), type);
    }
}

static GHashTable *
make_index (ToriPlan *self, GType type)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].kind == TORI_FIELD_LIST)
      index_list (ids, *(ToriList **) tori_record_peek (TORI_RECORD (self), &fields[i]), type);
  return ids;
}

static void
tori_plan_changed (ToriRecord *record, ToriRecord *source, const ToriField *field)
{
  if (field->kind == TORI_FIELD_LIST || field->kind == TORI_FIELD_ID)
    g_hash_table_remove_all (TORI_PLAN (record)->index);
}

static void
tori_plan_finalize (GObject *object)
{
  g_hash_table_unref (TORI_PLAN (object)->index);

  G_OBJECT_CLASS (tori_plan_parent_class)->finalize (object);
}

static void
tori_plan_class_init (ToriPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_plan_finalize;
  TORI_RECORD_CLASS (klass)->changed = tori_plan_changed;
  tori_record_class_install_fields (TORI_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
tori_plan_init (ToriPlan *self)
{
  self->index = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
}

/**
 * tori_plan_new:
 *
 * Returns: (transfer full): a plan without id, years and anything else, to be filled
 */
ToriPlan *
tori_plan_new (void)
{
  return g_object_new (TORI_TYPE_PLAN, NULL);
}

/**
 * tori_plan_get_title:
 * @self: a plan
 *
 * Returns: the name of the plan
 */
const char *
tori_plan_get_title (ToriPlan *self)
{
  g_return_val_if_fail (TORI_IS_PLAN (self), "");

  return tori_text (self->title);
}

const char *
tori_plan_get_organization (ToriPlan *self)
{
  g_return_val_if_fail (TORI_IS_PLAN (self), "");

  return tori_text (self->organization);
}

const char *
tori_plan_get_heading (ToriPlan *self)
{
  g_return_val_if_fail (TORI_IS_PLAN (self), "");

  return tori_text (self->heading);
}

const ToriYears *
tori_plan_get_years (ToriPlan *self)
{
  g_return_val_if_fail (TORI_IS_PLAN (self), NULL);

  return self->years;
}

/**
 * tori_plan_get_year:
 * @self: a plan
 *
 * Returns: the fiscal year being reported now
 */
int
tori_plan_get_year (ToriPlan *self)
{
  g_return_val_if_fail (TORI_IS_PLAN (self), 0);

  return self->year;
}

ToriEraRule
tori_plan_get_era (ToriPlan *self)
{
  g_return_val_if_fail (TORI_IS_PLAN (self), TORI_ERA_RULE_BY_DATE);

  return self->era;
}

const char *const *
tori_plan_get_phases (ToriPlan *self)
{
  g_return_val_if_fail (TORI_IS_PLAN (self), tori_strv (NULL));

  return tori_strv (self->phases);
}

ToriList *
tori_plan_get_scales (ToriPlan *self)
{
  g_return_val_if_fail (TORI_IS_PLAN (self), NULL);

  return self->scales;
}

ToriList *
tori_plan_get_departments (ToriPlan *self)
{
  g_return_val_if_fail (TORI_IS_PLAN (self), NULL);

  return self->departments;
}

ToriList *
tori_plan_get_attachments (ToriPlan *self)
{
  g_return_val_if_fail (TORI_IS_PLAN (self), NULL);

  return self->attachments;
}

ToriList *
tori_plan_get_pillars (ToriPlan *self)
{
  g_return_val_if_fail (TORI_IS_PLAN (self), NULL);

  return self->pillars;
}

/**
 * tori_plan_find:
 * @self: a plan
 * @type: a class of records that have ids
 * @id: (nullable): an id
 *
 * Looks a record up among all of its kind in the plan.
 *
 * Returns: (transfer none) (nullable): the record with that id
 */
gpointer
tori_plan_find (ToriPlan *self, GType type, const char *id)
{
  GHashTable *ids;

  g_return_val_if_fail (TORI_IS_PLAN (self), NULL);

  if (id == NULL)
    return NULL;
  ids = g_hash_table_lookup (self->index, GSIZE_TO_POINTER (type));
  if (ids == NULL)
    {
      ids = make_index (self, type);
      g_hash_table_insert (self->index, GSIZE_TO_POINTER (type), ids);
    }
  return g_hash_table_lookup (ids, id);
}

/**
 * tori_plan_get_text_limit:
 * @self: a plan
 *
 * Returns: how many characters a text of an entry may have, 0 for as many as one likes. Longer ones are told,
 * not cut.
 */
guint
tori_plan_get_text_limit (ToriPlan *self)
{
  g_return_val_if_fail (TORI_IS_PLAN (self), 0);

  return (guint) MAX (self->text_limit, 0);
}
