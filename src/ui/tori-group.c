/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-group.h"

#include <glib/gi18n.h>

#include "model/tori-department.h"
#include "model/tori-entry.h"
#include "model/tori-label.h"
#include "model/tori-scale.h"
#include "ui/tori-state-words.h"

/* Initiatives that have something in common, which the sidebar offers to choose: how many those are, and
 * whether it is chosen. */
struct _ToriGroup
{
  GObject parent_instance;

  ToriGroupKind kind;
  ToriRecord *record; /* NULL for those that are about none */
  int number;
  char *label;
  guint count;
  gboolean chosen;
};

typedef enum
{
  PROP_COUNT = 1,
  PROP_CHOSEN
} ToriGroupProp;

static GParamSpec *props[PROP_CHOSEN + 1];

G_DEFINE_FINAL_TYPE (ToriGroup, tori_group, G_TYPE_OBJECT)

static void
tori_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((ToriGroupProp) id)
    {
    case PROP_COUNT: g_value_set_uint (value, TORI_GROUP (object)->count); return;
    case PROP_CHOSEN: g_value_set_boolean (value, TORI_GROUP (object)->chosen); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((ToriGroupProp) id)
    {
    case PROP_COUNT: tori_group_set_count (TORI_GROUP (object), g_value_get_uint (value)); return;
    case PROP_CHOSEN: tori_group_set_chosen (TORI_GROUP (object), g_value_get_boolean (value)); return;
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
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tori_group_get_property;
  object_class->set_property = tori_group_set_property;
  object_class->finalize = tori_group_finalize;

  props[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tori_group_init (ToriGroup *self)
{
}

static char *
make_label (ToriGroupKind kind, gpointer record, int number)
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
    case TORI_GROUP_NOT_ASSESSED: return g_strdup (_ ("Not assessed"));
    case TORI_GROUP_LEVEL: return tori_label_level (record, number);
    case TORI_GROUP_NO_ENTRY: return g_strdup (C_ ("state of an entry", "No entry"));
    case TORI_GROUP_STATE: return g_strdup (tori_state_words ((ToriState) number));
    default: g_return_val_if_reached (g_strdup (""));
    }
}

/**
 * tori_group_new:
 * @kind: what it gathers
 * @record: (nullable): the pillar, department, division, scale or level that it is about
 * @number: the year of a level, 0 for a level without; a #ToriState; 0 for other kinds
 *
 * Returns: (transfer full): the group, its count 0
 */
ToriGroup *
tori_group_new (ToriGroupKind kind, gpointer record, int number)
{
  ToriGroup *self = g_object_new (TORI_TYPE_GROUP, NULL);

  self->kind = kind;
  g_set_object (&self->record, record);
  self->number = number;
  self->label = make_label (kind, record, number);
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
 * Returns: (transfer none) (nullable): the pillar, department, division, scale or level that it is about
 */
ToriRecord *
tori_group_get_record (ToriGroup *self)
{
  g_return_val_if_fail (TORI_IS_GROUP (self), NULL);

  return self->record;
}

/**
 * tori_group_get_number:
 * @self: a group
 *
 * Returns: the year of a level that has one, or a #ToriState; 0 for other kinds
 */
int
tori_group_get_number (ToriGroup *self)
{
  g_return_val_if_fail (TORI_IS_GROUP (self), 0);

  return self->number;
}

static int
find_scale (ToriRecord *scale)
{
  guint place = 0;

  tori_list_find (tori_record_get_list (scale), scale, &place);
  return TORI_FACET_SCALE + (int) place;
}

/**
 * tori_group_get_facet:
 * @self: a group
 *
 * Returns: a #ToriFacet, or the scale's place in the plan counted from %TORI_FACET_SCALE
 */
int
tori_group_get_facet (ToriGroup *self)
{
  g_return_val_if_fail (TORI_IS_GROUP (self), TORI_FACET_NONE);

  switch (self->kind)
    {
    case TORI_GROUP_PILLAR: return TORI_FACET_PILLAR;
    case TORI_GROUP_DEPARTMENT:
    case TORI_GROUP_DIVISION:
    case TORI_GROUP_NOBODY: return TORI_FACET_CHARGE;
    case TORI_GROUP_NOT_ASSESSED: return find_scale (self->record);
    case TORI_GROUP_LEVEL: return find_scale (tori_record_get_parent (self->record));
    case TORI_GROUP_NO_ENTRY:
    case TORI_GROUP_STATE: return TORI_FACET_STATE;
    case TORI_GROUP_ALL:
    default: return TORI_FACET_NONE;
    }
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
  return a->kind == b->kind && a->record == b->record && a->number == b->number;
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

guint
tori_group_get_count (ToriGroup *self)
{
  g_return_val_if_fail (TORI_IS_GROUP (self), 0);

  return self->count;
}

/**
 * tori_group_set_count:
 * @self: a group
 * @count: how many initiatives would be shown with it, given what else is chosen
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

gboolean
tori_group_get_chosen (ToriGroup *self)
{
  g_return_val_if_fail (TORI_IS_GROUP (self), FALSE);

  return self->chosen;
}

/**
 * tori_group_set_chosen:
 * @self: a group
 * @chosen: whether only initiatives of this group, or of others of its facet, are shown
 */
void
tori_group_set_chosen (ToriGroup *self, gboolean chosen)
{
  g_return_if_fail (TORI_IS_GROUP (self));

  chosen = !!chosen;
  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHOSEN]);
}
