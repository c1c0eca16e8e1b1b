/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-item.h"

#include "model/tori-record-private.h"

/* A schedule item (取組項目): its text and the lanes of its arrows. */
struct _ToriItem
{
  ToriRecord parent_instance;

  char *id;
  char *item;
  ToriLanes *lanes;
};

G_DEFINE_FINAL_TYPE (ToriItem, tori_item, TORI_TYPE_RECORD)

static const ToriField fields[] = {
  { "id", TORI_FIELD_ID, G_STRUCT_OFFSET (ToriItem, id), TORI_FIELD_ALWAYS | TORI_FIELD_REQUIRED },
  { "item", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriItem, item) },
  { "lanes", TORI_FIELD_BOXED, G_STRUCT_OFFSET (ToriItem, lanes), TORI_FIELD_PLAIN, tori_lanes_get_type },
};

static void
tori_item_class_init (ToriItemClass *klass)
{
  tori_record_class_install_fields (TORI_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
tori_item_init (ToriItem *self)
{
}

const char *
tori_item_get_item (ToriItem *self)
{
  g_return_val_if_fail (TORI_IS_ITEM (self), "");

  return tori_text (self->item);
}

const ToriLanes *
tori_item_get_lanes (ToriItem *self)
{
  g_return_val_if_fail (TORI_IS_ITEM (self), NULL);

  return self->lanes;
}
