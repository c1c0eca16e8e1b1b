/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-arena.h"
#include "report/tori-fonts.h"

G_BEGIN_DECLS

typedef enum
{
  TORI_ALIGN_START,
  TORI_ALIGN_CENTER,
  TORI_ALIGN_END,
} ToriAlign;

/* Room for a paragraph. The lines after the first begin @hang further right; what stands between two offsets,
 * in bytes from the paragraph's beginning, goes into one line if it is short. */
typedef struct
{
  double width;
  double hang;
  ToriAlign align;
  gsize whole_from, whole_to;
} ToriMeasure;

/* A line of text, set once and painted as often as wanted. */
typedef struct _ToriSetLine ToriSetLine;

/* What the lines of a paragraph have in common while they are made. */
typedef struct
{
  ToriArena *arena; /* where they live */
  ToriFontCache *fonts;
  ToriMeasure measure;
  double size;          /* of the letters, in points */
  double pitch;         /* of the lines */
  double grey;          /* 0 is black */
  gboolean justify;     /* fill the lines to their end */
  const char *text;     /* the user's words */
  const char *set_text; /* what Pango was given: the same but for characters that no font has */
} ToriLineSetting;

ToriSetLine *tori_set_line_new (const ToriLineSetting *setting, PangoLayoutLine *layout_line, gboolean last);
double tori_set_line_get_height (const ToriSetLine *self);
double tori_set_line_get_x (const ToriSetLine *self);
double tori_set_line_get_width (const ToriSetLine *self);
double tori_set_line_find_x (const ToriSetLine *self, gsize index);
char *tori_set_line_dup_text (const ToriSetLine *self);

/* Paints lines; those of one look are painted together. */
typedef struct _ToriInk ToriInk;

ToriInk *tori_ink_new (cairo_t *cr);
void tori_ink_free (ToriInk *self);
void tori_ink_add (ToriInk *self, const ToriSetLine *line, double x, double y);
void tori_ink_flush (ToriInk *self);

G_END_DECLS
