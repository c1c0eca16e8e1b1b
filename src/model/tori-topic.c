/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-topic.h"

#include "model/tori-record-private.h"
#include "model/tori-division.h"
#include "model/tori-item.h"

/* A topic of an entry: the items that it is about, and its own divisions and rating where they differ from
 * the initiative's. */
struct _ToriTopic
{
  ToriRecord parent_instance;

  char *id;
  char *title;
  char **items;
  char **divisions;
  ToriRatings *ratings;
};

G_DEFINE_FINAL_TYPE (ToriTopic, tori_topic, TORI_TYPE_RECORD)

static const ToriField fields[] = {
  { "id", TORI_FIELD_ID, G_STRUCT_OFFSET (ToriTopic, id), TORI_FIELD_ALWAYS | TORI_FIELD_REQUIRED },
  { "title", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriTopic, title) },
  { "items", TORI_FIELD_REFS, G_STRUCT_OFFSET (ToriTopic, items), TORI_FIELD_PLAIN, tori_item_get_type },
  { "divisions", TORI_FIELD_REFS, G_STRUCT_OFFSET (ToriTopic, divisions), TORI_FIELD_PLAIN,
    tori_division_get_type },
  { "ratings", TORI_FIELD_BOXED, G_STRUCT_OFFSET (ToriTopic, ratings), TORI_FIELD_PLAIN,
    tori_ratings_get_type },
};

static void
tori_topic_class_init (ToriTopicClass *klass)
{
  tori_record_class_install_fields (TORI_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
tori_topic_init (ToriTopic *self)
{
}

const char *
tori_topic_get_title (ToriTopic *self)
{
  g_return_val_if_fail (TORI_IS_TOPIC (self), "");

  return tori_text (self->title);
}

const char *const *
tori_topic_get_items (ToriTopic *self)
{
  g_return_val_if_fail (TORI_IS_TOPIC (self), tori_strv (NULL));

  return tori_strv (self->items);
}

const char *const *
tori_topic_get_divisions (ToriTopic *self)
{
  g_return_val_if_fail (TORI_IS_TOPIC (self), tori_strv (NULL));

  return tori_strv (self->divisions);
}

const ToriRatings *
tori_topic_get_ratings (ToriTopic *self)
{
  g_return_val_if_fail (TORI_IS_TOPIC (self), NULL);

  return self->ratings;
}
