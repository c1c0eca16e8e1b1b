/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-group.h"

#include <glib/gi18n.h>

#include "model/tori-charge.h"
#include "model/tori-department.h"
#include "model/tori-label.h"

/* A part of the plan that the sidebar offers: which initiatives belong to it, and how many those are. */
struct _ToriGroup
{
  GObject parent_instance;

  ToriGroupKind kind;
  ToriRecord *record; /* the pillar, department or division; NULL for the others */
  char *label;
  guint count;
};

typedef enum
{
  PROP_COUNT = 1
} ToriGroupProp;

static GParamSpec *props[PROP_COUNT + 1];

G_DEFINE_FINAL_TYPE (ToriGroup, tori_group, G_TYPE_OBJECT)

static void
tori_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((ToriGroupProp) id)
    {
    case PROP_COUNT: g_value_set_uint (value, TORI_GROUP (object)->count); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((ToriGroupProp) id)
    {
    case PROP_COUNT: tori_group_set_count (TORI_GROUP (object), g_value_get_uint (value)); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_group_finalize (GObject *object)
{
  g_clear_object (&TORI_GROUP (object)->record);
  g_free (TORI_GROUP (object)->label);

  G_OBJECT_CLASS (tori_group_parent_class)->finalize (object);
}

static void
tori_group_class_init (ToriGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tori_group_get_property;
  object_class->set_property = tori_group_set_property;
  object_class->finalize = tori_group_finalize;

  props[PROP_COUNT] =
      g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tori_group_init (ToriGroup *self)
{
}

static char *
make_label (ToriGroupKind kind, gpointer record)
{
  g_autofree char *place = NULL;

  switch (kind)
    {
    case TORI_GROUP_ALL:
      /* Translators: in the sidebar: all initiatives of the plan. */
      return g_strdup (_ ("All Initiatives"));
    case TORI_GROUP_PILLAR:
      place = tori_label_pillar (record);
      return g_strdup_printf ("%s %s", place, tori_pillar_get_title (record));
    case TORI_GROUP_DEPARTMENT: return g_strdup (tori_department_get_name (record));
    case TORI_GROUP_DIVISION: return g_strdup (tori_division_get_name (record));
    case TORI_GROUP_NOBODY:
      /* Translators: in the sidebar: initiatives that no division is in charge of. */
      return g_strdup (_ ("No Division in Charge"));
    default: g_return_val_if_reached (g_strdup (""));
    }
}

/**
 * tori_group_new:
 * @kind: what it gathers
 * @record: (nullable): the pillar, department or division
 *
 * Returns: (transfer full): the group, its count 0
 */
ToriGroup *
tori_group_new (ToriGroupKind kind, ToriRecord *record)
{
  ToriGroup *self = g_object_new (TORI_TYPE_GROUP, NULL);

  self->kind = kind;
  g_set_object (&self->record, record);
  self->label = make_label (kind, record);
  return self;
}

ToriGroupKind
tori_group_get_kind (ToriGroup *self)
{
  g_return_val_if_fail (TORI_IS_GROUP (self), TORI_GROUP_ALL);

  return self->kind;
}

/**
 * tori_group_get_record:
 * @self: a group
 *
 * Returns: (transfer none) (nullable): the pillar, department or division that it is about
 */
ToriRecord *
tori_group_get_record (ToriGroup *self)
{
  g_return_val_if_fail (TORI_IS_GROUP (self), NULL);

  return self->record;
}

/**
 * tori_group_equal:
 * @a: (nullable): a group
 * @b: (nullable): another
 *
 * Returns: whether both gather the same
 */
gboolean
tori_group_equal (ToriGroup *a, ToriGroup *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->kind == b->kind && a->record == b->record;
}

/**
 * tori_group_get_label:
 * @self: a group
 *
 * Returns: its name in the sidebar, as it was when the group was made
 */
const char *
tori_group_get_label (ToriGroup *self)
{
  g_return_val_if_fail (TORI_IS_GROUP (self), "");

  return self->label;
}

static gboolean
has_department (ToriDepartment *department, GPtrArray *ids)
{
  ToriList *divisions = tori_department_get_divisions (department);

  for (guint i = 0; i < ids->len; i++)
    if (tori_list_find_id (divisions, ids->pdata[i]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * tori_group_contains:
 * @self: a group
 * @initiative: an initiative of the plan
 * @year: a fiscal year
 *
 * Returns: whether the initiative belongs to the group in that year
 */
gboolean
tori_group_contains (ToriGroup *self, ToriInitiative *initiative, int year)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_return_val_if_fail (TORI_IS_GROUP (self), FALSE);

  switch (self->kind)
    {
    case TORI_GROUP_ALL: return TRUE;
    case TORI_GROUP_PILLAR: return tori_record_get_parent (TORI_RECORD (initiative)) == self->record;
    case TORI_GROUP_DIVISION:
      return tori_charge_has_division (initiative, year, tori_record_get_id (self->record));
    case TORI_GROUP_DEPARTMENT:
      ids = tori_charge_list_divisions (initiative, year);
      return has_department (TORI_DEPARTMENT (self->record), ids);
    case TORI_GROUP_NOBODY: ids = tori_charge_list_divisions (initiative, year); return ids->len == 0;
    default: g_return_val_if_reached (FALSE);
    }
}

guint
tori_group_get_count (ToriGroup *self)
{
  g_return_val_if_fail (TORI_IS_GROUP (self), 0);

  return self->count;
}

/**
 * tori_group_set_count:
 * @self: a group
 * @count: how many initiatives belong to it in the year that is shown
 */
void
tori_group_set_count (ToriGroup *self, guint count)
{
  g_return_if_fail (TORI_IS_GROUP (self));

  if (self->count == count)
    return;
  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNT]);
}
