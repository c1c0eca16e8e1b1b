/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-record-private.h"

#include "model/tori-lanes.h"
#include "model/tori-list.h"
#include "model/tori-ratings.h"
#include "model/tori-values.h"
#include "model/tori-years.h"

/*
 * The base of every object of a plan. A subclass holds its fields in its instance and names them in one
 * table; everything that treats all members alike (properties, file, history, merge) works on that table and
 * so cannot forget one.
 *
 * A record knows the list that it stands in, but holds no reference to it: there are hundreds of thousands of
 * records, and a pointer costs less than a signal handler each. The list sets and clears it.
 */
typedef struct
{
  ToriList *list; /* unowned */
  char *unknown;
} ToriRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ToriRecord, tori_record, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ToriRecordPrivate *
get_private (ToriRecord *self)
{
  return tori_record_get_instance_private (self);
}

static GParamSpec *
make_property (const ToriField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (field->kind)
    {
    case TORI_FIELD_ID:
    case TORI_FIELD_TEXT: return g_param_spec_string (field->name, NULL, NULL, "", flags);
    case TORI_FIELD_DECIMAL:
    case TORI_FIELD_REF: return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    case TORI_FIELD_YEAR: return g_param_spec_int (field->name, NULL, NULL, 0, 2200, 0, flags);
    case TORI_FIELD_NUMBER:
      return g_param_spec_int (field->name, NULL, NULL, G_MININT, G_MAXINT, field->fallback, flags);
    case TORI_FIELD_FLAG: return g_param_spec_boolean (field->name, NULL, NULL, field->fallback, flags);
    case TORI_FIELD_CHOICE:
      return g_param_spec_enum (field->name, NULL, NULL, field->type (), field->fallback, flags);
    case TORI_FIELD_WORDS:
    case TORI_FIELD_REFS: return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
    case TORI_FIELD_LIST:
      return g_param_spec_object (field->name, NULL, NULL, TORI_TYPE_LIST,
                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    case TORI_FIELD_BOXED: return g_param_spec_boxed (field->name, NULL, NULL, field->type (), flags);
    default: g_assert_not_reached ();
    }
}

static gboolean
boxed_equal (GType type, gconstpointer a, gconstpointer b)
{
  if (type == TORI_TYPE_LANES)
    return tori_lanes_equal (a, b);
  if (type == TORI_TYPE_RATINGS)
    return tori_ratings_equal (a, b);
  if (type == TORI_TYPE_VALUES)
    return tori_values_equal (a, b);
  if (type == TORI_TYPE_YEARS)
    return tori_years_equal (a, b);
  if (type == TORI_TYPE_STAMP)
    return tori_stamp_equal (a, b);
  g_assert_not_reached ();
}

static gboolean
strv_equal (const char *const *a, const char *const *b)
{
  static const char *const none[] = { NULL };

  return g_strv_equal (a == NULL ? none : a, b == NULL ? none : b);
}

static gboolean
take_string (char **place, const char *text)
{
  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (*place, text) == 0)
    return FALSE;
  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}

static gboolean
take_strv (char ***place, char **strv)
{
  if (strv_equal ((const char *const *) *place, (const char *const *) strv))
    return FALSE;
  g_strfreev (*place);
  *place = strv == NULL || *strv == NULL ? NULL : g_strdupv (strv);
  return TRUE;
}

static gboolean
take_int (int *place, int number)
{
  if (*place == number)
    return FALSE;
  *place = number;
  return TRUE;
}

static gboolean
take_boxed (gpointer *place, GType type, gpointer boxed)
{
  if (boxed_equal (type, *place, boxed))
    return FALSE;
  if (*place != NULL)
    g_boxed_free (type, *place);
  *place = boxed == NULL ? NULL : g_boxed_copy (type, boxed);
  return TRUE;
}

static gboolean
take_value (gpointer place, const ToriField *field, const GValue *value)
{
  switch (field->kind)
    {
    case TORI_FIELD_ID:
    case TORI_FIELD_TEXT:
    case TORI_FIELD_DECIMAL:
    case TORI_FIELD_REF: return take_string (place, g_value_get_string (value));
    case TORI_FIELD_YEAR:
    case TORI_FIELD_NUMBER: return take_int (place, g_value_get_int (value));
    case TORI_FIELD_FLAG: return take_int (place, g_value_get_boolean (value));
    case TORI_FIELD_CHOICE: return take_int (place, g_value_get_enum (value));
    case TORI_FIELD_WORDS:
    case TORI_FIELD_REFS: return take_strv (place, g_value_get_boxed (value));
    case TORI_FIELD_BOXED: return take_boxed (place, field->type (), g_value_get_boxed (value));
    case TORI_FIELD_LIST:
    default: g_return_val_if_reached (FALSE);
    }
}

static void
tori_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  tori_record_get_value (TORI_RECORD (object), &TORI_RECORD_GET_CLASS (object)->fields[id - 1], value);
}

static void
tori_record_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  tori_record_set_value (TORI_RECORD (object), &TORI_RECORD_GET_CLASS (object)->fields[id - 1], value);
}

static void
tori_record_finalize (GObject *object)
{
  ToriRecord *self = TORI_RECORD (object);
  ToriRecordClass *klass = TORI_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ToriField *field = &klass->fields[i];
      gpointer *place = tori_record_peek (self, field);

      switch (field->kind)
        {
        case TORI_FIELD_ID:
        case TORI_FIELD_TEXT:
        case TORI_FIELD_DECIMAL:
        case TORI_FIELD_REF: g_free (*place); break;
        case TORI_FIELD_WORDS:
        case TORI_FIELD_REFS: g_strfreev (*place); break;
        case TORI_FIELD_LIST:
          tori_list_disown (*place);
          g_object_unref (*place);
          break;
        case TORI_FIELD_BOXED:
          if (*place != NULL)
            g_boxed_free (field->type (), *place);
          break;
        case TORI_FIELD_YEAR:
        case TORI_FIELD_NUMBER:
        case TORI_FIELD_FLAG:
        case TORI_FIELD_CHOICE:
        default: break;
        }
    }
  g_free (get_private (self)->unknown);

  G_OBJECT_CLASS (tori_record_parent_class)->finalize (object);
}

static void
tori_record_constructed (GObject *object)
{
  ToriRecord *self = TORI_RECORD (object);
  ToriRecordClass *klass = TORI_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ToriField *field = &klass->fields[i];
      gpointer place = tori_record_peek (self, field);

      if (field->kind == TORI_FIELD_LIST)
        *(ToriList **) place = tori_list_new (self, field);
      else if (field->kind == TORI_FIELD_FLAG || field->kind == TORI_FIELD_CHOICE
               || field->kind == TORI_FIELD_NUMBER)
        *(int *) place = field->fallback;
    }

  G_OBJECT_CLASS (tori_record_parent_class)->constructed (object);
}

static void
tori_record_class_init (ToriRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tori_record_constructed;
  object_class->finalize = tori_record_finalize;

  /**
   * ToriRecord::changed:
   * @self: a record
   * @source: the record that changed, @self or one below it
   * @field: (type gpointer): the #ToriField of @source that changed
   *
   * Something in the record or below it has changed; emitted on the source first and then on each of its
   * ancestors.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TORI_TYPE_RECORD, G_SIGNAL_RUN_FIRST,
                                          G_STRUCT_OFFSET (ToriRecordClass, changed), NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, TORI_TYPE_RECORD, G_TYPE_POINTER);
}

static void
tori_record_init (ToriRecord *self)
{
}

/**
 * tori_record_class_install_fields: (skip)
 * @klass: the class, in its class_init
 * @fields: (array length=n_fields): its members in the order of the file; must live as long as the program
 * @n_fields: how many there are
 *
 * Declares the members of a class of records and makes a property of each.
 */
void
tori_record_class_install_fields (ToriRecordClass *klass, const ToriField *fields, guint n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  /* GObject lets no class inherit these two. */
  object_class->get_property = tori_record_get_property;
  object_class->set_property = tori_record_set_property;

  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->props = g_new0 (GParamSpec *, n_fields + 1);
  for (guint i = 0; i < n_fields; i++)
    klass->props[i + 1] = make_property (&fields[i]);
  g_object_class_install_properties (object_class, n_fields + 1, klass->props);
}

/**
 * tori_record_class_get_fields: (skip)
 * @klass: a class of records
 * @n_fields: (out): how many fields there are
 *
 * Returns: (transfer none) (array length=n_fields): the members, in the order of the file
 */
const ToriField *
tori_record_class_get_fields (ToriRecordClass *klass, guint *n_fields)
{
  *n_fields = klass->n_fields;
  return klass->fields;
}

/**
 * tori_record_class_find_field: (skip)
 * @klass: a class of records
 * @name: name of a property
 *
 * Returns: (transfer none) (nullable): the field of that name
 */
const ToriField *
tori_record_class_find_field (ToriRecordClass *klass, const char *name)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, name))
      return &klass->fields[i];
  return NULL;
}

/**
 * tori_record_get_id:
 * @self: a record
 *
 * Returns: its id, "" when it has none (yet) or when its class has no ids
 */
const char *
tori_record_get_id (ToriRecord *self)
{
  ToriRecordClass *klass;
  const char *id;

  g_return_val_if_fail (TORI_IS_RECORD (self), "");

  klass = TORI_RECORD_GET_CLASS (self);
  if (klass->n_fields == 0 || klass->fields[0].kind != TORI_FIELD_ID)
    return "";
  id = *(char **) tori_record_peek (self, &klass->fields[0]);
  return id == NULL ? "" : id;
}

/**
 * tori_record_get_unknown:
 * @self: a record
 *
 * Returns: (nullable): the members of its object in the file that this version does not know, as raw JSON
 * without the braces
 */
const char *
tori_record_get_unknown (ToriRecord *self)
{
  g_return_val_if_fail (TORI_IS_RECORD (self), NULL);

  return get_private (self)->unknown;
}

void
tori_record_set_unknown (ToriRecord *self, const char *unknown)
{
  g_return_if_fail (TORI_IS_RECORD (self));

  g_free (get_private (self)->unknown);
  get_private (self)->unknown = g_strdup (unknown);
}

/**
 * tori_record_get_parent:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the record that it belongs to; NULL for a plan and for what is in no
 * plan
 */
ToriRecord *
tori_record_get_parent (ToriRecord *self)
{
  ToriList *list = tori_record_get_list (self);

  return list == NULL ? NULL : tori_list_get_owner (list);
}

/**
 * tori_record_get_list:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the list that it stands in
 */
ToriList *
tori_record_get_list (ToriRecord *self)
{
  g_return_val_if_fail (TORI_IS_RECORD (self), NULL);

  return get_private (self)->list;
}

/**
 * tori_record_get_ancestor:
 * @self: a record
 * @type: a class of records
 *
 * Returns: (transfer none) (nullable): the nearest record of that class that @self belongs to, or @self
 * itself
 */
gpointer
tori_record_get_ancestor (ToriRecord *self, GType type)
{
  while (self != NULL && !g_type_is_a (G_OBJECT_TYPE (self), type))
    self = tori_record_get_parent (self);
  return self;
}

void
tori_record_set_list (ToriRecord *self, ToriList *list)
{
  g_assert (list == NULL || get_private (self)->list == NULL);

  get_private (self)->list = list;
}

/**
 * tori_record_changed: (skip)
 * @self: a record
 * @field: the field of it that changed
 *
 * Says so, here and on each ancestor.
 */
void
tori_record_changed (ToriRecord *self, const ToriField *field)
{
  for (ToriRecord *at = self; at != NULL; at = tori_record_get_parent (at))
    g_signal_emit (at, signals[SIGNAL_CHANGED], 0, self, field);
}

/**
 * tori_record_get_value: (skip)
 * @self: a record
 * @field: one of its fields
 * @value: (inout): a value of the type of the field's property
 *
 * The field's content as its property gives it.
 */
void
tori_record_get_value (ToriRecord *self, const ToriField *field, GValue *value)
{
  gpointer place = tori_record_peek (self, field);

  switch (field->kind)
    {
    case TORI_FIELD_ID:
    case TORI_FIELD_TEXT:
      g_value_set_string (value, *(char **) place == NULL ? "" : *(char **) place);
      return;
    case TORI_FIELD_DECIMAL:
    case TORI_FIELD_REF: g_value_set_string (value, *(char **) place); return;
    case TORI_FIELD_YEAR:
    case TORI_FIELD_NUMBER: g_value_set_int (value, *(int *) place); return;
    case TORI_FIELD_FLAG: g_value_set_boolean (value, *(int *) place); return;
    case TORI_FIELD_CHOICE: g_value_set_enum (value, *(int *) place); return;
    case TORI_FIELD_WORDS:
    case TORI_FIELD_REFS:
    case TORI_FIELD_BOXED: g_value_set_boxed (value, *(gpointer *) place); return;
    case TORI_FIELD_LIST: g_value_set_object (value, *(gpointer *) place); return;
    default: g_assert_not_reached ();
    }
}

/**
 * tori_record_set_value: (skip)
 * @self: a record
 * @field: one of its fields, not a list
 * @value: what to put there, of the type of the field's property
 *
 * The one place where a member changes. Interfaces do not call it but ask the #ToriHistory, so that it can be
 * undone.
 *
 * Returns: whether that was a change; if so, the property was notified and ::changed emitted
 */
gboolean
tori_record_set_value (ToriRecord *self, const ToriField *field, const GValue *value)
{
  ToriRecordClass *klass;

  g_return_val_if_fail (TORI_IS_RECORD (self), FALSE);

  if (!take_value (tori_record_peek (self, field), field, value))
    return FALSE;
  klass = TORI_RECORD_GET_CLASS (self);
  g_object_notify_by_pspec (G_OBJECT (self), klass->props[field - klass->fields + 1]);
  tori_record_changed (self, field);
  return TRUE;
}

/**
 * tori_record_peek: (skip)
 * @self: a record
 * @field: one of its fields
 *
 * For the codec, which reads and fills records that nobody listens to yet.
 *
 * Returns: the place of the field in the instance; what is there is said at #ToriFieldKind
 */
gpointer
tori_record_peek (ToriRecord *self, const ToriField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

/**
 * tori_record_field_equal: (skip)
 * @self: a record
 * @other: a record of the same class, perhaps of another plan
 * @field: one of their fields, not a list
 *
 * Returns: whether both hold the same in that field
 */
gboolean
tori_record_field_equal (ToriRecord *self, ToriRecord *other, const ToriField *field)
{
  gpointer *a = tori_record_peek (self, field), *b = tori_record_peek (other, field);

  switch (field->kind)
    {
    case TORI_FIELD_ID:
    case TORI_FIELD_TEXT:
    case TORI_FIELD_DECIMAL:
    case TORI_FIELD_REF: return g_strcmp0 (*a, *b) == 0;
    case TORI_FIELD_YEAR:
    case TORI_FIELD_NUMBER:
    case TORI_FIELD_FLAG:
    case TORI_FIELD_CHOICE: return *(int *) a == *(int *) b;
    case TORI_FIELD_WORDS:
    case TORI_FIELD_REFS: return strv_equal (*a, *b);
    case TORI_FIELD_BOXED: return boxed_equal (field->type (), *a, *b);
    case TORI_FIELD_LIST:
    default: g_return_val_if_reached (FALSE);
    }
}

/**
 * tori_record_append_path:
 * @self: a record
 * @path: where to
 *
 * Appends where the record stands in its plan, as messages about a file have it: `pillars[2].initiatives[0]`;
 * nothing for the plan itself.
 */
void
tori_record_append_path (ToriRecord *self, GString *path)
{
  ToriList *list = tori_record_get_list (self);
  guint position = 0;

  if (list == NULL)
    return;
  tori_record_append_path (tori_list_get_owner (list), path);
  tori_list_find (list, self, &position);
  g_string_append_printf (path, "%s%s[%u]", path->len > 0 ? "." : "", tori_list_get_field (list)->name,
                          position);
}

/**
 * tori_record_duplicate_alone:
 * @self: a record
 *
 * Copies a record without what is below it, id included.
 *
 * Returns: (transfer full): a record with equal fields and empty lists, which belongs nowhere
 */
ToriRecord *
tori_record_duplicate_alone (ToriRecord *self)
{
  ToriRecordClass *klass = TORI_RECORD_GET_CLASS (self);
  ToriRecord *copy = g_object_new (G_OBJECT_TYPE (self), NULL);

  tori_record_set_unknown (copy, tori_record_get_unknown (self));
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind != TORI_FIELD_LIST)
      {
        g_auto (GValue) value = G_VALUE_INIT;

        g_value_init (&value, klass->props[i + 1]->value_type);
        tori_record_get_value (self, &klass->fields[i], &value);
        tori_record_set_value (copy, &klass->fields[i], &value);
      }
  return copy;
}

/**
 * tori_record_duplicate:
 * @self: a record
 *
 * Copies a record with everything below it, ids included.
 *
 * Returns: (transfer full): an equal record that belongs nowhere
 */
ToriRecord *
tori_record_duplicate (ToriRecord *self)
{
  ToriRecordClass *klass = TORI_RECORD_GET_CLASS (self);
  ToriRecord *copy = tori_record_duplicate_alone (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TORI_FIELD_LIST)
      {
        GListModel *list = *(GListModel **) tori_record_peek (self, &klass->fields[i]);
        g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (g_object_unref);

        for (guint j = 0; j < g_list_model_get_n_items (list); j++)
          g_ptr_array_add (children, tori_record_duplicate (tori_list_get (TORI_LIST (list), j)));
        tori_list_splice (*(ToriList **) tori_record_peek (copy, &klass->fields[i]), 0, 0,
                          (ToriRecord *const *) children->pdata, children->len);
      }
  return copy;
}
