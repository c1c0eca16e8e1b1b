/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-set-line.h"

G_BEGIN_DECLS

/* How a piece of text looks; sizes follow the report's font size. */
typedef enum
{
  TORI_STYLE_BODY,        /* running text: Mincho */
  TORI_STYLE_STRONG,      /* headings inside a cell: bold Gothic */
  TORI_STYLE_NAME,        /* titles, levels, divisions: Gothic */
  TORI_STYLE_LABEL,       /* the columns' names: Gothic */
  TORI_STYLE_BAND,        /* pillar lines: bold Gothic */
  TORI_STYLE_PHASE,       /* words on arrows: Gothic */
  TORI_STYLE_PHASE_SMALL, /* the same where the room is short; never smaller */
  TORI_STYLE_ASIDE,       /* what belongs to others: grey */
  TORI_STYLE_HEADING,     /* heading of the report: bold Gothic */
  TORI_STYLE_LEAD,        /* lines under the heading: Mincho */
  TORI_STYLE_FOOT,        /* running head and page number */
} ToriStyle;
#define TORI_N_STYLES (TORI_STYLE_FOOT + 1)

typedef struct _ToriTypesetter ToriTypesetter;

ToriTypesetter *tori_typesetter_new (double font_size, GError **error);
void tori_typesetter_free (ToriTypesetter *self);
double tori_typesetter_get_size (ToriTypesetter *self, ToriStyle style);
double tori_typesetter_get_pitch (ToriTypesetter *self, ToriStyle style);
guint tori_typesetter_set (ToriTypesetter *self,
                           ToriArena *arena,
                           ToriStyle style,
                           const ToriMeasure *measure,
                           const char *text,
                           gssize length,
                           GPtrArray *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriTypesetter, tori_typesetter_free)

G_END_DECLS
