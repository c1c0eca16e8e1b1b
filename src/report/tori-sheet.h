/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-cell.h"

G_BEGIN_DECLS

/* Tables on pages. A sheet has sections, one table each, with columns of their own and a header that stands
 * on every page; a section has rows. It knows no plan: rows are filled by functions, one at a time, when
 * their page is needed. */
typedef struct _ToriSheet ToriSheet;
typedef struct _ToriSection ToriSection;

/* In points. */
typedef struct
{
  double width, height;
  double left, right, top, bottom; /* margins */
  double font_size;
} ToriSheetSize;

typedef enum
{
  TORI_ROW_PLAIN, /* lines outside the table: headings, notes */
  TORI_ROW_BAND,  /* across the table, above the rows that it names; begins the following pages too */
  TORI_ROW_BODY,
} ToriRowKind;

/* Where a page's outline leads to. */
typedef struct
{
  const char *title;
  guint level; /* 0 is outermost */
  guint page;  /* from 0 */
  double y;
} ToriOutlineEntry;

ToriSheet *tori_sheet_new (const ToriSheetSize *size, GError **error);
void tori_sheet_free (ToriSheet *self);
const ToriSheetSize *tori_sheet_get_size (ToriSheet *self);
ToriTypesetter *tori_sheet_get_typesetter (ToriSheet *self);
void tori_sheet_set_foot (ToriSheet *self, const char *start, const char *end);
void tori_sheet_begin_part (ToriSheet *self, const char *name);
char *tori_sheet_dup_page_label (ToriSheet *self, guint page);

ToriSection *
tori_sheet_add_section (ToriSheet *self, const double *columns, guint n_columns, gboolean turn_page);
void tori_section_set_align (ToriSection *self, ToriAlign align);
void tori_section_keep_together (ToriSection *self);
void tori_section_add_header (
    ToriSection *self, guint line, guint n_lines, guint column, guint n_columns, const char *text);
void tori_section_mark_header (ToriSection *self);
void tori_section_add_row (
    ToriSection *self, ToriRowKind kind, ToriRowFunc func, gpointer data, GDestroyNotify destroy);
void tori_section_outline_row (ToriSection *self, guint level, const char *title);

void tori_section_name_row (ToriSection *self, const char *name);
void tori_section_set_row_height (ToriSection *self, double height);
void tori_section_set_row_subject (ToriSection *self, gpointer record);

gboolean tori_sheet_advance (ToriSheet *self, guint page);
guint tori_sheet_get_n_pages (ToriSheet *self);
gboolean tori_sheet_work (ToriSheet *self, gint64 until);
gboolean tori_sheet_is_complete (ToriSheet *self);
guint tori_sheet_get_n_made (ToriSheet *self);
gboolean tori_sheet_update (ToriSheet *self, gpointer changed, const char *property);
const ToriOutlineEntry *tori_sheet_get_outline (ToriSheet *self, guint *n_entries);
gboolean tori_sheet_find_target (ToriSheet *self, const char *name, guint *page, double *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriSheet, tori_sheet_free)

G_END_DECLS
