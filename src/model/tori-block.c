/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-block.h"

#include "model/tori-record-private.h"
#include "model/tori-topic.h"

/* A text of an entry, about the whole initiative or about one or several of the entry's topics. */
struct _ToriBlock
{
  ToriRecord parent_instance;

  char *id;
  char **topics;
  char *text;
  int copied_from;
};

G_DEFINE_FINAL_TYPE (ToriBlock, tori_block, TORI_TYPE_RECORD)

static const ToriField fields[] = {
  { "id", TORI_FIELD_ID, G_STRUCT_OFFSET (ToriBlock, id), TORI_FIELD_ALWAYS | TORI_FIELD_REQUIRED },
  { "topics", TORI_FIELD_REFS, G_STRUCT_OFFSET (ToriBlock, topics), TORI_FIELD_PLAIN, tori_topic_get_type },
  { "text", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriBlock, text) },
  { "copied-from", TORI_FIELD_YEAR, G_STRUCT_OFFSET (ToriBlock, copied_from) },
};

static void
tori_block_class_init (ToriBlockClass *klass)
{
  tori_record_class_install_fields (TORI_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
tori_block_init (ToriBlock *self)
{
}

const char *const *
tori_block_get_topics (ToriBlock *self)
{
  g_return_val_if_fail (TORI_IS_BLOCK (self), tori_strv (NULL));

  return tori_strv (self->topics);
}

const char *
tori_block_get_text (ToriBlock *self)
{
  g_return_val_if_fail (TORI_IS_BLOCK (self), "");

  return tori_text (self->text);
}

/**
 * tori_block_get_copied_from:
 * @self: a block
 *
 * Returns: the fiscal year from which the text was copied and not edited since, 0 otherwise
 */
int
tori_block_get_copied_from (ToriBlock *self)
{
  g_return_val_if_fail (TORI_IS_BLOCK (self), 0);

  return self->copied_from;
}
