/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ToriLockHolder:
 * @name: who has the plan open, as one line; empty when it is not known
 * @host: on which computer, as one line; empty when it is not known
 * @since: since when, in seconds since 1970; 0 when it is not known
 * @silence: for how many seconds nothing was heard of them
 *
 * What a lock says of who holds it. It was read from a shared folder: anybody may have written it. Clear with
 * tori_lock_holder_clear ().
 */
typedef struct
{
  char *name;
  char *host;
  gint64 since;
  gint64 silence;
} ToriLockHolder;

void tori_lock_holder_clear (ToriLockHolder *holder);

/**
 * ToriLockState:
 * @TORI_LOCK_MINE: we hold it
 * @TORI_LOCK_FREE: nobody does
 * @TORI_LOCK_HELD: somebody else does
 * @TORI_LOCK_SILENT: somebody else does, of whom nothing was heard for %TORI_LOCK_SILENCE seconds
 * @TORI_LOCK_NONE: there can be no locks in that place
 */
typedef enum
{
  TORI_LOCK_MINE,
  TORI_LOCK_FREE,
  TORI_LOCK_HELD,
  TORI_LOCK_SILENT,
  TORI_LOCK_NONE
} ToriLockState;

/**
 * ToriLockWish:
 * @TORI_LOCK_LOOK: only look who holds it
 * @TORI_LOCK_TAKE: take it when it is free, or say that we still hold it
 * @TORI_LOCK_TAKE_OVER: take it whoever holds it
 */
typedef enum
{
  TORI_LOCK_LOOK,
  TORI_LOCK_TAKE,
  TORI_LOCK_TAKE_OVER
} ToriLockWish;

#define TORI_LOCK_SILENCE (5 * 60)

#define TORI_TYPE_LOCK (tori_lock_get_type ())

G_DECLARE_FINAL_TYPE (ToriLock, tori_lock, TORI, LOCK, GObject)

ToriLock *tori_lock_new (const char *path);
ToriLockState tori_lock_try (ToriLock *self, ToriLockWish wish, ToriLockHolder *holder);
void
tori_lock_try_async (ToriLock *self, ToriLockWish wish, GAsyncReadyCallback callback, gpointer user_data);
ToriLockState tori_lock_try_finish (ToriLock *self, GAsyncResult *result, ToriLockHolder *holder);
void tori_lock_release (ToriLock *self);

G_END_DECLS
