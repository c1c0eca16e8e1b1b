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

ToriPages *tori_pages_new (ToriSheet *sheet, ToriPagesInfo info);
ToriSheet *tori_pages_get_sheet (ToriPages *self);
const ToriPagesInfo *tori_pages_get_info (ToriPages *self);

G_END_DECLS
