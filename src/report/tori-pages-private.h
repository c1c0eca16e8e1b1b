/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-pages.h"
#include "report/tori-sheet.h"

G_BEGIN_DECLS

/* What a PDF says about itself. */
typedef struct
{
  char *title;
  char *author;
  char *date;           /* as RFC 3339 */
  const char *language; /* "ja"; static */
} ToriPagesInfo;

/* What a change of the plan is for pages that are there. */
typedef enum
{
  TORI_PAGES_CHANGE_ALL, /* other columns, rows or counts perhaps */
  TORI_PAGES_CHANGE_ROWS,
  TORI_PAGES_CHANGE_NOTHING,
} ToriPagesChange;

typedef ToriPagesChange (*ToriPagesJudgeFunc) (ToriPagesInfo *info,
                                               ToriRecord *changed,
                                               const ToriField *field,
                                               gpointer data);

ToriPages *tori_pages_new (ToriSheet *sheet, ToriPagesInfo info);
void tori_pages_set_judge (ToriPages *self, ToriPagesJudgeFunc judge, gpointer data, GDestroyNotify destroy);
ToriSheet *tori_pages_get_sheet (ToriPages *self);
const ToriPagesInfo *tori_pages_get_info (ToriPages *self);

G_END_DECLS
