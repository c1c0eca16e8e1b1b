/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-record.h"

G_BEGIN_DECLS

/* What getters give for a text or a list of words that is not there. */
static inline const char *
tori_text (const char *text)
{
  return text == NULL ? "" : text;
}

static inline const char *const *
tori_strv (char **strv)
{
  static const char *const none[] = { NULL };

  return strv == NULL ? none : (const char *const *) strv;
}

/* For ToriList alone, which keeps a record's place in the plan. */
void tori_record_set_list (ToriRecord *self, ToriList *list);
void tori_record_changed (ToriRecord *self, const ToriField *field);

G_END_DECLS
