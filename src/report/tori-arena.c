/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-arena.h"

#include <string.h>

/* Memory of one row of a report: glyphs, lines and strips are many, small, and all let go of at once. */

#define FIRST_CHUNK 4096
#define MAX_CHUNK (64 * 1024)
#define ALIGNMENT 8

typedef struct _Chunk Chunk;
struct _Chunk
{
  Chunk *next;
  gsize size;
  gsize used;
  gint64 data[];
};

struct _ToriArena
{
  Chunk *chunks;
};

static Chunk *
chunk_new (gsize size)
{
  Chunk *chunk = g_malloc0 (sizeof (Chunk) + size);

  chunk->size = size;
  return chunk;
}

/**
 * tori_arena_new:
 *
 * Returns: (transfer full): an empty arena
 */
ToriArena *
tori_arena_new (void)
{
  return g_new0 (ToriArena, 1);
}

/**
 * tori_arena_free:
 * @self: (transfer full): an arena
 *
 * Frees the arena and everything that was allocated from it.
 */
void
tori_arena_free (ToriArena *self)
{
  Chunk *next;

  for (Chunk *chunk = self->chunks; chunk != NULL; chunk = next)
    {
      next = chunk->next;
      g_free (chunk);
    }
  g_free (self);
}

/**
 * tori_arena_alloc:
 * @self: an arena
 * @n_bytes: how much
 *
 * Returns: (transfer none): zeroed room for @n_bytes, aligned for any of our structs
 */
gpointer
tori_arena_alloc (ToriArena *self, gsize n_bytes)
{
  Chunk *chunk = self->chunks;
  gsize size = (n_bytes + ALIGNMENT - 1) & ~(gsize) (ALIGNMENT - 1);
  gpointer result;

  if (chunk == NULL || chunk->size - chunk->used < size)
    {
      gsize wanted = chunk == NULL ? FIRST_CHUNK : MIN (chunk->size * 2, MAX_CHUNK);

      chunk = chunk_new (MAX (wanted, size));
      chunk->next = self->chunks;
      self->chunks = chunk;
    }
  result = (guint8 *) chunk->data + chunk->used;
  chunk->used += size;
  return result;
}

/**
 * tori_arena_dup:
 * @self: an arena
 * @data: (nullable): what to copy
 * @n_bytes: its size
 *
 * Returns: (transfer none): a copy in the arena
 */
gpointer
tori_arena_dup (ToriArena *self, gconstpointer data, gsize n_bytes)
{
  gpointer copy = tori_arena_alloc (self, n_bytes);

  if (n_bytes > 0)
    memcpy (copy, data, n_bytes);
  return copy;
}

/**
 * tori_arena_strndup:
 * @self: an arena
 * @text: a text
 * @n_bytes: its length
 *
 * Returns: (transfer none): a terminated copy in the arena
 */
char *
tori_arena_strndup (ToriArena *self, const char *text, gsize n_bytes)
{
  char *copy = tori_arena_alloc (self, n_bytes + 1);

  memcpy (copy, text, n_bytes);
  return copy;
}
