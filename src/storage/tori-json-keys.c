/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-json-keys.h"

#include <string.h>

/* The keys of the objects that are open, each of which may stand in its object once. They lie on one stack.
 * The few keys of a usual object are compared one by one; where there are many, they are in a tree as well:
 * sorted and balanced, so that no choice of keys makes it slow, as it can with hashes. */

#define MANY 16

typedef struct
{
  const char *text;
  gsize length;
} Key;

typedef struct
{
  guint first; /* of its keys on the stack */
  GTree *sorted;
} Object;

struct _ToriJsonKeys
{
  GArray *keys;
  GArray *objects;
  GStringChunk *copies;
};

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Key *one = a;
  const Key *other = b;

  if (one->length != other->length)
    return one->length < other->length ? -1 : 1;
  return memcmp (one->text, other->text, one->length);
}

static void
add_sorted (Object *object, const Key *key)
{
  g_tree_insert (object->sorted, g_memdup2 (key, sizeof *key), NULL);
}

static Object *
get_top (ToriJsonKeys *self)
{
  g_assert (self->objects->len > 0);

  return &g_array_index (self->objects, Object, self->objects->len - 1);
}

ToriJsonKeys *
tori_json_keys_new (void)
{
  ToriJsonKeys *self = g_new0 (ToriJsonKeys, 1);

  self->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  self->objects = g_array_new (FALSE, FALSE, sizeof (Object));
  return self;
}

void
tori_json_keys_free (ToriJsonKeys *self)
{
  while (self->objects->len > 0)
    tori_json_keys_close (self);
  g_array_unref (self->keys);
  g_array_unref (self->objects);
  g_clear_pointer (&self->copies, g_string_chunk_free);
  g_free (self);
}

/* An object begins; until it is closed, keys are its keys. */
void
tori_json_keys_open (ToriJsonKeys *self)
{
  const Object object = { self->keys->len, NULL };

  g_array_append_val (self->objects, object);
}

/* The object that was opened last ends. */
void
tori_json_keys_close (ToriJsonKeys *self)
{
  Object *object = get_top (self);

  g_array_set_size (self->keys, object->first);
  g_clear_pointer (&object->sorted, g_tree_unref);
  g_array_set_size (self->objects, self->objects->len - 1);
}

/**
 * tori_json_keys_add:
 * @self: the keys
 * @text: (array length=length): a key of the object that was opened last
 * @length: its bytes
 * @stays: whether @text stays where it is for as long as @self; else it is copied
 *
 * Returns: FALSE when the object has that key already
 */
gboolean
tori_json_keys_add (ToriJsonKeys *self, const char *text, gsize length, gboolean stays)
{
  Object *object = get_top (self);
  Key key = { text, length };

  if (object->sorted && g_tree_lookup_node (object->sorted, &key))
    return FALSE;
  for (guint i = object->first; !object->sorted && i < self->keys->len; i++)
    if (compare (&g_array_index (self->keys, Key, i), &key, NULL) == 0)
      return FALSE;

  if (!stays)
    {
      if (!self->copies)
        self->copies = g_string_chunk_new (1024);
      key.text = g_string_chunk_insert_len (self->copies, text, (gssize) length);
    }
  if (object->sorted)
    {
      add_sorted (object, &key);
      return TRUE;
    }

  g_array_append_val (self->keys, key);
  if (self->keys->len - object->first == MANY)
    {
      object->sorted = g_tree_new_full (compare, NULL, g_free, NULL);
      for (guint i = object->first; i < self->keys->len; i++)
        add_sorted (object, &g_array_index (self->keys, Key, i));
    }
  return TRUE;
}
