/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tori-lock.h"

G_BEGIN_DECLS

/* What is in the file of a lock. */

#define TORI_LOCK_MAX_SIZE 4096 /* bytes that are read of what anybody may have written */

gboolean tori_lock_parse (GBytes *bytes, ToriLockHolder *holder, char **session);
GBytes *tori_lock_make (const char *session, gint64 since);

G_END_DECLS
