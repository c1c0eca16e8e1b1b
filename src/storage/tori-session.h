/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file in a folder of ours that is locked for as long as somebody is at work, who may be another program.
 * The system lets go of the lock however the program ends: what can be locked belongs to nobody any more.
 * (Ids of processes say nothing: under Flatpak every program has the same.) */
typedef struct _ToriSession ToriSession;

int tori_session_begin (const char *folder, ToriSession **session);
ToriSession *tori_session_adopt (const char *folder, const char *id);
gboolean tori_session_is_id (const char *text);
const char *tori_session_get_id (ToriSession *self);
gint64 tori_session_get_age (ToriSession *self);
GPtrArray *tori_session_list (const char *folder);
void tori_session_end (ToriSession *self);
void tori_session_leave (ToriSession *self);

G_END_DECLS
