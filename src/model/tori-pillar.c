/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-pillar.h"

#include "model/tori-record-private.h"
#include "model/tori-initiative.h"

/* A pillar (柱, 推進方向) with its initiatives in order. */
struct _ToriPillar
{
  ToriRecord parent_instance;

  char *id;
  char *label;
  char *title;
  ToriList *initiatives;
};

G_DEFINE_FINAL_TYPE (ToriPillar, tori_pillar, TORI_TYPE_RECORD)

static const ToriField fields[] = {
  { "id", TORI_FIELD_ID, G_STRUCT_OFFSET (ToriPillar, id), TORI_FIELD_ALWAYS | TORI_FIELD_REQUIRED },
  { "label", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriPillar, label) },
  { "title", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriPillar, title) },
  { "initiatives", TORI_FIELD_LIST, G_STRUCT_OFFSET (ToriPillar, initiatives), TORI_FIELD_PLAIN,
    tori_initiative_get_type },
};

static void
tori_pillar_class_init (ToriPillarClass *klass)
{
  tori_record_class_install_fields (TORI_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
tori_pillar_init (ToriPillar *self)
{
}

const char *
tori_pillar_get_label (ToriPillar *self)
{
  g_return_val_if_fail (TORI_IS_PILLAR (self), "");

  return tori_text (self->label);
}

const char *
tori_pillar_get_title (ToriPillar *self)
{
  g_return_val_if_fail (TORI_IS_PILLAR (self), "");

  return tori_text (self->title);
}

ToriList *
tori_pillar_get_initiatives (ToriPillar *self)
{
  g_return_val_if_fail (TORI_IS_PILLAR (self), NULL);

  return self->initiatives;
}
