/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ToriArena ToriArena;

ToriArena *tori_arena_new (void);
void tori_arena_free (ToriArena *self);
gpointer tori_arena_alloc (ToriArena *self, gsize n_bytes);
gpointer tori_arena_dup (ToriArena *self, gconstpointer data, gsize n_bytes);
char *tori_arena_strndup (ToriArena *self, const char *text, gsize n_bytes);

/* Zeroed room for N things of a TYPE; lives as long as the arena. */
#define tori_arena_new_array(arena, Type, n) ((Type *) tori_arena_alloc ((arena), sizeof (Type) * (n)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriArena, tori_arena_free)

G_END_DECLS
