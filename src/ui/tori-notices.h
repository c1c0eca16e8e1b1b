/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window has to say for as long as it is so. */
typedef enum
{
  TORI_NOTICE_NOT_SAVED,   /* the last save did not come to its end */
  TORI_NOTICE_UNGUARDED,   /* no copy can be kept of what is not saved */
  TORI_NOTICE_CHANGED,     /* somebody else has saved the file */
  TORI_NOTICE_LOCKED,      /* somebody else has the file open */
  TORI_NOTICE_UNREACHABLE, /* the file is gone or cannot be read */

  TORI_N_NOTICES
} ToriNotice;

#define TORI_TYPE_NOTICES (tori_notices_get_type ())
G_DECLARE_FINAL_TYPE (ToriNotices, tori_notices, TORI, NOTICES, AdwBin)

void tori_notices_show (ToriNotices *self, ToriNotice notice, const char *text, ...) G_GNUC_NULL_TERMINATED;
gboolean tori_notices_has (ToriNotices *self, ToriNotice notice);
void tori_notices_hide (ToriNotices *self, ToriNotice notice);

G_END_DECLS
