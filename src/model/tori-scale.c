/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-scale.h"

#include "model/tori-record-private.h"
#include "model/tori-level.h"

/* A way of rating, with its levels (取組達成度). */
struct _ToriScale
{
  ToriRecord parent_instance;

  char *id;
  char *name;
  ToriList *levels;
};

G_DEFINE_FINAL_TYPE (ToriScale, tori_scale, TORI_TYPE_RECORD)

static const ToriField fields[] = {
  { "id", TORI_FIELD_ID, G_STRUCT_OFFSET (ToriScale, id), TORI_FIELD_ALWAYS | TORI_FIELD_REQUIRED },
  { "name", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriScale, name) },
  { "levels", TORI_FIELD_LIST, G_STRUCT_OFFSET (ToriScale, levels), TORI_FIELD_PLAIN, tori_level_get_type },
};

static void
tori_scale_class_init (ToriScaleClass *klass)
{
  tori_record_class_install_fields (TORI_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
tori_scale_init (ToriScale *self)
{
}

const char *
tori_scale_get_name (ToriScale *self)
{
  g_return_val_if_fail (TORI_IS_SCALE (self), "");

  return tori_text (self->name);
}

ToriList *
tori_scale_get_levels (ToriScale *self)
{
  g_return_val_if_fail (TORI_IS_SCALE (self), NULL);

  return self->levels;
}
